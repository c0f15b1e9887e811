"""Which clauses a reply is made of, with a voice that only names them."""

import dataclasses

import pytest

from bot.negotiation.acts import Act, NoteKind, Outcome
from bot.negotiation.moves import Place, Topic
from bot.negotiation.reading import OUT_OF_STORY, Aside
from bot.negotiation.scenario import Fact
from bot.negotiation.state import Note, Response, State, Thought
from bot.negotiation.voice import Say
from bot.negotiation.wording import MOST_REPLIES, ThinPool, thin_pools, word, word_beside

from ..play import scenario_and_world
from .speaking import library, plain_voice

DAYBED, _ = scenario_and_world("daybed", "slow-week")
SCENARIO = dataclasses.replace(DAYBED, facts=(Fact(("White, all of it.",), words=("colour", "what color")),))
COVER = frozenset({"mattress-cover"})
THOUGHT = Thought(willing=1000, limit=2500)


def state(given=0, **fields):
    return State(**({"place": Place.AT_TABLE, "given": given, "leverage": 20} | fields))


def reply(act, *noticed, after=None, voice=None, seed=7, said=(), aside=Aside.NONE, questions=(), **fields):
    """The words for a response with the terms of `after`."""
    after = after or state()
    notes = tuple(Note(kind) for kind in noticed)
    response = Response(act, DAYBED.price_at(after.given), notes=notes, **fields)
    return word(
        SCENARIO,
        voice or plain_voice(),
        response,
        after,
        seed=seed,
        turn=1,
        said=said,
        aside=aside,
        questions=questions,
    )


def test_the_opening_is_the_scenarios_first_line_and_something_to_answer():
    words = reply(Act.OPEN)
    assert words.removesuffix(" <open>") in {line.format(ask="$202") for line in DAYBED.brief.first_line}


def test_a_reaction_comes_before_the_terms():
    after = state(given=500, cited=1800)
    assert reply(Act.COUNTER, NoteKind.ALTERNATIVE, after=after) == "So $184 elsewhere. Now $197."


def test_the_most_telling_thing_is_reacted_to():
    noticed = (NoteKind.REASON, NoteKind.RUDE, NoteKind.EAGER)
    assert reply(Act.HOLD, *noticed) == "<rude> Still $202."


def test_mild_things_are_passed_over_now_and_then():
    replies = [reply(Act.HOLD, NoteKind.NO_STEP, seed=seed) for seed in range(300)]
    assert set(replies) == {"<no_step> Still $202.", "Still $202."}
    assert 150 < replies.count("<no_step> Still $202.") < 250


def test_agreeing_takes_no_notice_of_how_the_price_came_about():
    assert reply(Act.ACCEPT, NoteKind.LARGE_STEP, NoteKind.EAGER) == "<accept>"
    assert reply(Act.ACCEPT, NoteKind.CALLED_AFTER) == "<called_after> <accept>"


def test_an_answer_is_the_scenarios_own():
    words = reply(Act.ANSWER, answers=((Topic.OTHER_BUYERS, "nobody"),))
    assert words.removesuffix(" <answer>") in DAYBED.answers[Topic.OTHER_BUYERS]["nobody"].lines


def test_a_last_word_that_gives_way_once_more_says_so():
    voice = plain_voice(final=("The end is {ask}.", "No further than {ask}."), stretch=("All right, {ask}.",))
    said = ["The end is $197."]
    assert reply(Act.FINAL, after=state(given=500), voice=voice, said=said) == "No further than $197."
    assert reply(Act.FINAL, after=state(given=700), voice=voice, said=said) == "All right, $195."
    said.append("All right, $195.")
    assert reply(Act.FINAL, after=state(given=700), voice=voice, said=said) == "No further than $195."
    assert reply(Act.FINAL, after=state(), voice=voice, said=said, happened=("It rains.",)).endswith(" $202.")


def test_a_question_that_was_answered_before_is_dodged():
    assert reply(Act.ANSWER) == "<dodge> <steer>"


@pytest.mark.parametrize(
    ("question", "put_off"),
    [
        ("Are dogs allowed", "<whether>"),
        ("and which floor is it on", "<detail>"),
        ("Have you lived here long", "<chat>"),
        ("Such weather, isn't it", "<talk>"),
    ],
)
def test_a_small_question_is_put_off_by_what_it_wants(question, put_off):
    assert reply(Act.TALK, questions=[question]) == f"{put_off} <steer>"


def test_a_small_question_is_answered_with_the_fact_of_the_scenario():
    assert reply(Act.TALK, questions=["What COLOUR is it"]) == "White, all of it. <answer>"
    assert reply(Act.COUNTER, after=state(given=500), questions=["what color"]) == "White, all of it. Now $197."
    assert reply(Act.TALK, questions=["Is it discoloured"]) == "<whether> <steer>"


def test_a_question_that_matters_is_met_beside_a_move():
    assert reply(Act.FINAL, questions=["when do I pay"]) == "<detail> <final>"
    assert reply(Act.HOLD, questions=["are you joking"]) == "Still $202."


def test_a_fact_is_told_beside_an_answer():
    words = reply(Act.ANSWER, answers=((Topic.OTHER_BUYERS, "nobody"),), questions=["which colour"])
    assert words.endswith("White, all of it. <answer>")


def test_how_are_you_is_answered_in_kind_and_a_greeting_hides_no_question():
    assert reply(Act.TALK, NoteKind.COURTEOUS, questions=["hi, how are you"]) == "<courteous> <steer>"
    assert reply(Act.TALK, NoteKind.COURTEOUS, questions=["hi, is it new"]) == "<courteous> <whether> <steer>"
    assert reply(Act.TALK, NoteKind.COURTEOUS, questions=["what colour"]) == "<courteous> White, all of it. <answer>"


def test_a_voice_from_before_there_were_lines_for_it_dodges():
    voice = plain_voice()
    older = dataclasses.replace(voice, lines={k: v for k, v in voice.lines.items() if k is not Say.WHETHER})
    assert reply(Act.TALK, voice=older, questions=["is it new"]) == "<dodge> <steer>"


def test_an_extra_that_is_refused_is_named():
    assert reply(Act.HOLD, refused=COVER) == "A mattress cover: no. Still $202."


def test_an_extra_that_is_granted_comes_with_the_terms():
    assert reply(Act.COUNTER, granted=COVER, extras=COVER) == "$202 with a mattress cover."
    assert reply(Act.FINAL, granted=COVER, extras=COVER) == "<granted> <final>"


def test_what_was_granted_is_part_of_the_deal():
    assert reply(Act.SHAKE, extras=COVER) == "<shake> <included>"


def test_the_learners_own_price_is_no_counter_offer():
    met = state(given=1200, demand=1200)
    assert reply(Act.COUNTER, after=met) == "<meet>"
    assert reply(Act.COUNTER, after=met, refused=COVER) == "$190 without a mattress cover."


def test_a_line_about_the_learners_offer_waits_for_one_that_was_not_met():
    voice = plain_voice(hold=("{offer}? No. {ask}.", "{ask}."))
    replies = {reply(Act.HOLD, after=state(demand=2500), voice=voice, seed=seed) for seed in range(20)}
    assert replies == {"$177? No. $202.", "$202."}
    assert {reply(Act.HOLD, voice=voice, seed=seed) for seed in range(20)} == {"$202."}
    met = state(given=1200, demand=1200)
    assert {reply(Act.HOLD, after=met, voice=voice, seed=seed) for seed in range(20)} == {"$190."}


def test_after_something_happened_nothing_is_said_of_the_terms_before():
    voice = plain_voice(news=("{ask} now.",))
    assert reply(Act.HOLD, happened=("The phone rings.",), voice=voice) == "*The phone rings.*\n$202 now."


def test_giving_way_names_the_small_thing():
    assert reply(Act.GIVE_WAY, after=state(given=2500)) == "No the delivery fee: $177."


def test_thanks_are_answered_and_the_talk_comes_back_to_the_table():
    assert reply(Act.TALK, NoteKind.COURTEOUS) == "<courteous> <steer>"
    assert reply(Act.TALK) == "<talk> <steer>"


def test_kind_first_words_are_a_greeting():
    assert reply(Act.TALK, NoteKind.COURTEOUS, after=state(idle=1)) == "<greeting> <steer>"
    replies = {reply(Act.HOLD, NoteKind.COURTEOUS, after=state(round=1), seed=seed) for seed in range(20)}
    assert replies == {"<greeting> Still $202.", "Still $202."}
    asked = ["how are you"]
    assert reply(Act.TALK, NoteKind.COURTEOUS, after=state(idle=1), questions=asked) == "<greeting> <steer>"
    assert reply(Act.TALK, NoteKind.COURTEOUS, after=state(round=2, idle=1)) == "<courteous> <steer>"
    again = {reply(Act.ANSWER, NoteKind.COURTEOUS, after=state(round=2), seed=seed) for seed in range(20)}
    assert again == {"<courteous> <dodge> <steer>", "<dodge> <steer>"}


@pytest.mark.parametrize("aside", [aside for aside in Aside if aside is not Aside.NONE and aside not in OUT_OF_STORY])
def test_what_is_no_talk_at_all_has_its_own_answer(aside):
    assert reply(Act.TALK, aside=aside) == f"<aside_{aside}> <steer>"


def test_a_voice_may_be_without_what_is_said_beside_the_talk():
    scenario = library().scenarios["daybed"]
    lines = dict(plain_voice().lines)
    del lines[Say.CONFIRM_OFFER]
    voice = dataclasses.replace(plain_voice(), lines=lines)

    said = [
        word_beside(scenario, voice, say, seed=1, turn=2, said=(), ask="$189", offer="$170")
        for say in (Say.CONFIRM_OFFER, Say.SORRY)
    ]

    assert said == ["So you're offering $170?", "<sorry>"]
    assert not any(thin.say is Say.CONFIRM_OFFER for thin in thin_pools(voice))


@pytest.mark.parametrize(
    ("outcome", "thought", "expected"),
    [
        (Outcome.UNFINISHED, None, "<unfinished>"),  # the learner stopped at the table
        (Outcome.NO_DEAL, None, "<ended>"),  # the learner stopped while away, or only chatted
        (Outcome.NO_DEAL, THOUGHT, "<close>"),  # the counterpart had enough
    ],
)
def test_stopping_ending_and_losing_patience_sound_different(outcome, thought, expected):
    assert reply(Act.CLOSE, after=state(place=Place.OVER, outcome=outcome), thought=thought) == expected


def test_a_pool_is_used_up_before_a_line_is_said_again():
    voice = plain_voice(hold=("One {ask}.", "Two {ask}.", "Three {ask}."))
    said: list[str] = []
    for turn in range(5):
        said.append(reply(Act.HOLD, after=state(given=100 * turn), voice=voice, seed=turn, said=tuple(said)))
    first_words = [words.split()[0] for words in said]
    assert sorted(first_words[:3]) == ["One", "Three", "Two"]
    assert first_words[3:] == first_words[:2]


def test_five_lines_last_longer_than_any_session():
    voice = plain_voice(silence=("A.", "B.", "C.", "D.", "E."))
    said: list[str] = []
    for _ in range(MOST_REPLIES):
        said.append(reply(Act.SILENCE, voice=voice, said=tuple(said)))
    assert len(set(said)) == MOST_REPLIES


def test_clauses_beside_each_other_do_not_begin_alike():
    voice = plain_voice(reason=("I see.",), hold=("I'd say {ask}.", "Say {ask}."))
    assert {reply(Act.HOLD, NoteKind.REASON, voice=voice, seed=seed) for seed in range(20)} == {"I see. Say $202."}


def test_thin_pools_count_the_lines_that_can_always_be_said():
    voice = library().voices["store-clerk"]
    with_an_offer = tuple(f"{{offer}}? {number}." for number in ("One", "Two", "Three", "Four", "Five"))
    lines = dict(voice.lines) | {
        Say.HOLD: (*with_an_offer, "{ask}."),
        Say.ALTERNATIVE: ("{cited}.", "{ask}.", "Hm."),
        Say.REASON: ("Fair.", "True."),
    }
    assert thin_pools(dataclasses.replace(voice, lines=lines)) == [
        ThinPool(Say.HOLD, 1, 5),
        ThinPool(Say.REASON, 2, 3),
    ]
    del lines[Say.HOLD]
    assert thin_pools(dataclasses.replace(voice, lines=lines))[0] == ThinPool(Say.HOLD, 0, 5)
