"""A binding move that is not clear is asked back, and the rest of the message waits for the answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.negotiation import reading
from bot.negotiation.acts import Outcome
from bot.negotiation.moves import Accept, CiteAlternative, Move, Offer, RequestExtra
from bot.negotiation.reading import Doubt, DoubtKind, Heard, Known, Reading
from bot.services.errors import NothingAsked, TermsChanged
from bot.services.practice import Practice
from bot.services.reading import Reader
from bot.services.views import PostKind, Turn, Venue
from bot.storage import Storage
from tests.services.lamp import LAMP, LEARNER, STRANGER, THREAD, Clock, library_of

DOUBTFUL = "Deal, I suppose, if you throw in a bulb."  # an acceptance, or a condition? And a bulb, for certain
LIKELY = "Bo's has it for $95. $100 if you wrap it."  # what Bo's asks, for certain; and an acceptance, perhaps

WITH_BULB = "So would 90 do, bulb and all?"
PERHAPS = "So it's $100, is it."  # an acceptance, perhaps, and nothing besides
LIKELY_AGAIN = "As I say, $100 and you wrap it, Ann, that's all right with me."


def unclear(clear: Move, kind: DoubtKind, *options: Move) -> Reading:
    return Reading((Heard(clear, "", 0.9),), Doubt(options, "", kind), frozenset({"other"}), None)


UNCLEAR = {
    DOUBTFUL: unclear(RequestExtra("bulb"), DoubtKind.CHOICE, Offer(10000, frozenset({"bulb"})), Accept()),
    LIKELY: unclear(CiteAlternative(9500), DoubtKind.CONFIRM, Accept()),
    WITH_BULB: Reading((), Doubt((Offer(9000, frozenset({"bulb"})),), "", DoubtKind.CONFIRM), frozenset(), None),
    PERHAPS: Reading((), Doubt((Accept(),), "", DoubtKind.CONFIRM), frozenset({"other"}), None),
    LIKELY_AGAIN: unclear(CiteAlternative(9500), DoubtKind.CONFIRM, Accept()),
}
"""What the two messages amount to here, whatever the project's own reader makes of them: asking is what is tested."""


def read(text: str, known: Known) -> Reading:
    return UNCLEAR.get(text) or reading.read(text, known)


@pytest.fixture
def practice(storage: Storage, clock: Clock) -> Practice:
    return Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7", reader=Reader(read))


async def ask(practice: Practice, cause: str = "message:1") -> Turn:
    session = (await practice.start(LEARNER, THREAD, world="slow")).session.id
    return await practice.hear(session, LEARNER, DOUBTFUL, cause=cause)


async def test_it_is_asked_with_options_and_nothing_has_changed(practice: Practice) -> None:
    turn = await ask(practice)

    (question,) = turn.posts
    assert question.kind is PostKind.ASK_BACK
    assert question.text.startswith("Which ")  # the counterpart's own words
    assert question.body == {
        "question": 1,
        "kind": "choice",
        "options": ["Offer $100 with a spare bulb", "Accept $100"],
        "heard": "you asked for a spare bulb",
    }
    assert (turn.session.round, turn.session.finished) == (0, False)


async def test_the_answer_makes_the_whole_message_count(practice: Practice) -> None:
    asked = await ask(practice)

    turn = await practice.choose(asked.session.id, LEARNER, 1, cause="press:1")

    assert turn.session.state.outcome is Outcome.DEAL
    await practice.open_debrief(asked.session.id, LEARNER)
    (exchange,) = (await practice.debrief(asked.session.id)).exchanges
    assert (exchange.text, exchange.did) == (DOUBTFUL, "Ask for a spare bulb; Accept $100")


@pytest.mark.parametrize(
    ("words", "did"),
    [
        ("the first one", "Offer $100 with a spare bulb"),
        ("with the bulb, yes", "Offer $100 with a spare bulb"),
        ("2", "Ask for a spare bulb; Accept $100"),
        ("accept of course, silly", "Ask for a spare bulb; Accept $100"),
    ],
)
async def test_an_answer_in_words_is_one_too(practice: Practice, words: str, did: str) -> None:
    asked = await ask(practice)

    turn = await practice.hear(asked.session.id, LEARNER, words, cause="message:2")

    assert turn.session.state.outcome is Outcome.DEAL
    await practice.open_debrief(asked.session.id, LEARNER)
    (exchange,) = (await practice.debrief(asked.session.id)).exchanges
    assert (exchange.text, exchange.did) == (f"{DOUBTFUL}\n{words}", did)


async def test_an_answer_that_could_be_either_is_asked_about_again(practice: Practice) -> None:
    asked = await ask(practice)

    turn = await practice.hear(asked.session.id, LEARNER, "yes", cause="message:2")

    (question,) = turn.posts
    assert question.kind is PostKind.ASK_BACK
    assert question.text != asked.posts[0].text
    assert question.body["options"] == asked.posts[0].body["options"]
    assert (turn.session.round, turn.session.finished) == (0, False)


async def test_none_of_it_was_meant(practice: Practice) -> None:
    asked = await ask(practice)

    turn = await practice.choose(asked.session.id, LEARNER, None, cause="press:1")

    (apology,) = turn.posts
    assert (apology.kind, apology.text[:6]) == (PostKind.REPLY, "Sorry ")
    assert (turn.session.round, turn.session.finished) == (0, False)


@pytest.mark.parametrize("words", ["neither", "that's not what I meant", "no"])
async def test_none_of_it_was_meant_in_words(practice: Practice, words: str) -> None:
    asked = await ask(practice)

    turn = await practice.hear(asked.session.id, LEARNER, words, cause="message:2")

    assert [post.text[:6] for post in turn.posts] == ["Sorry "]
    with pytest.raises(NothingAsked):
        await practice.choose(asked.session.id, LEARNER, 1, cause="press:1")


async def test_the_next_message_takes_the_place_of_the_question_and_what_was_clear_counts_with_it(
    practice: Practice,
) -> None:
    asked = await ask(practice)

    turn = await practice.hear(asked.session.id, LEARNER, "No, I'd pay $70.", cause="message:2")

    assert turn.session.state.demand == LAMP.room_at(7000)
    assert turn.session.state.extras == {"bulb"}
    assert turn.session.round == 1
    with pytest.raises(NothingAsked):
        await practice.choose(asked.session.id, LEARNER, 1, cause="press:1")


async def test_a_button_takes_the_place_of_the_question(practice: Practice) -> None:
    asked = await ask(practice)

    await practice.press(asked.session.id, LEARNER, Offer(7000), cause="press:1")

    with pytest.raises(NothingAsked):
        await practice.choose(asked.session.id, LEARNER, 1, cause="press:2")


async def test_a_hint_leaves_the_question_open(practice: Practice) -> None:
    asked = await ask(practice)
    await practice.hint(asked.session.id, LEARNER, cause="press:1")

    turn = await practice.choose(asked.session.id, LEARNER, 1, cause="press:2")

    assert turn.session.finished


async def test_a_button_of_an_older_question_does_not_answer_a_newer_one(practice: Practice) -> None:
    session = (await ask(practice)).session.id
    newer = (await practice.hear(session, LEARNER, DOUBTFUL, cause="message:2")).posts[0].body["question"]

    with pytest.raises(NothingAsked, match="That question is closed by now"):
        await practice.choose(session, LEARNER, 1, cause="press:1", question=1)
    turn = await practice.choose(session, LEARNER, 1, cause="press:2", question=newer)

    assert turn.session.finished


@pytest.mark.parametrize("option", [-1, 2, 99])
async def test_an_option_that_was_not_offered(practice: Practice, option: int) -> None:
    asked = await ask(practice)

    with pytest.raises(NothingAsked, match="no such answer"):
        await practice.choose(asked.session.id, LEARNER, option, cause="press:1")


async def test_what_time_brings_closes_the_question(practice: Practice, clock: Clock) -> None:
    """The terms may be others by then: an answer to the old question could bind the learner to them unseen."""
    session = (await practice.start(LEARNER, THREAD, world="slow")).session.id
    await practice.hear(session, LEARNER, "I'm leaving.", cause="message:1")
    asked = await practice.hear(session, LEARNER, DOUBTFUL, cause="message:2")
    assert asked.posts[0].kind is PostKind.ASK_BACK

    (wait,) = await practice.due(clock.forward(minutes=1))
    await practice.run_timer(wait.id)

    with pytest.raises(NothingAsked):
        await practice.choose(session, LEARNER, 1, cause="press:1")


async def test_the_question_survives_a_restart(practice: Practice, database: str, clock: Clock) -> None:
    asked = await ask(practice)

    restarted = await Storage.open(database)
    later = Practice(
        restarted,
        lambda: library_of(LAMP),
        clock,
        lambda: 7,
        lambda: "7",
        idle=timedelta(days=1),
        reader=Reader(read),
    )
    turn = await later.choose(asked.session.id, LEARNER, 1, cause="press:1", question=1)
    await restarted.close()

    assert turn.session.finished


async def test_answering_twice_counts_once(practice: Practice) -> None:
    asked = await ask(practice)
    await practice.choose(asked.session.id, LEARNER, 1, cause="press:1")

    again = await practice.choose(asked.session.id, LEARNER, 1, cause="press:1")

    assert (again.session.finished, again.posts) == (True, ())


async def test_accepting_by_button_is_never_asked_back(practice: Practice) -> None:
    session = (await practice.start(LEARNER, THREAD)).session.id

    assert (await practice.press(session, LEARNER, Accept(), cause="press:1")).session.finished


# --- to be confirmed --------------------------------------------------------------------------------------------------


async def test_one_likely_move_is_asked_for_in_character(practice: Practice) -> None:
    session = (await practice.start(LEARNER, THREAD, world="slow")).session.id

    (question,) = (await practice.hear(session, LEARNER, LIKELY, cause="message:1")).posts

    assert question.text.startswith("Confirm_deal ")
    assert question.body == {
        "question": 1,
        "kind": "confirm",
        "options": ["Accept $100"],
        "heard": "you named Bo's at $95",
    }


@pytest.mark.parametrize("yes", ["yes", "accept of course, silly", "deal", None])
async def test_yes_makes_it_count_with_what_was_heard_besides(practice: Practice, yes: str | None) -> None:
    session = (await practice.start(LEARNER, THREAD, world="slow")).session.id
    await practice.hear(session, LEARNER, LIKELY, cause="message:1")

    turn = (
        await practice.choose(session, LEARNER, 0, cause="press:1", question=1)
        if yes is None
        else await practice.hear(session, LEARNER, yes, cause="message:2")
    )

    assert (turn.session.state.outcome, turn.session.round) == (Outcome.DEAL, 1)
    assert turn.session.state.named
    assert turn.posts[0].body["heard"] == "you named Bo's at $95 · accepted $100"


@pytest.mark.parametrize("no", ["no", "No, it was a question.", None])
async def test_no_is_no_refusal_and_what_was_heard_besides_counts_alone(practice: Practice, no: str | None) -> None:
    session = (await practice.start(LEARNER, THREAD, world="slow")).session.id
    await practice.hear(session, LEARNER, LIKELY, cause="message:1")

    turn = (
        await practice.decline(session, LEARNER, cause="press:1", question=1)
        if no is None
        else await practice.hear(session, LEARNER, no, cause="message:2")
    )

    alone = (await practice.start(STRANGER, Venue("discord", 1, 501), world="slow")).session.id
    expected = await practice.press(alone, STRANGER, CiteAlternative(9500), cause="press:1")
    assert turn.session.state == expected.session.state
    assert turn.posts[0].body["heard"] == "you named Bo's at $95"


@pytest.mark.parametrize("nothing", ["that's not what I meant", "neither"])
async def test_what_was_misheard_altogether_counts_for_nothing(practice: Practice, nothing: str) -> None:
    session = (await practice.start(LEARNER, THREAD, world="slow")).session.id
    before = (await practice.hear(session, LEARNER, LIKELY, cause="message:1")).session.state

    turn = await practice.hear(session, LEARNER, nothing, cause="message:2")

    assert turn.session.state == before
    assert [post.text[:6] for post in turn.posts] == ["Sorry "]


async def test_no_to_a_question_that_had_nothing_besides_changes_nothing(practice: Practice) -> None:
    session = (await practice.start(LEARNER, THREAD, world="slow")).session.id
    before = (await practice.hear(session, LEARNER, PERHAPS, cause="message:1")).session.state

    turn = await practice.hear(session, LEARNER, "no", cause="message:2")

    assert turn.session.state == before
    assert turn.posts[0].text == "All right, nothing has changed. On the table: $100."


async def test_who_says_it_again_in_other_words_means_it(practice: Practice) -> None:
    session = (await practice.start(LEARNER, THREAD, world="slow")).session.id
    await practice.hear(session, LEARNER, LIKELY, cause="message:1")

    turn = await practice.hear(session, LEARNER, LIKELY_AGAIN, cause="message:2")

    assert turn.session.finished
    assert turn.session.state.outcome == Outcome.DEAL


@pytest.mark.parametrize(
    "answer", ["yes, thanks Ann", "Yes please, that would be lovely.", "yeah that's it, with the bulb, cash"]
)
async def test_a_yes_with_manners_beside_it_keeps_all_that_was_confirmed(practice: Practice, answer: str) -> None:
    session = (await practice.start(LEARNER, THREAD, world="slow")).session.id
    await practice.hear(session, LEARNER, WITH_BULB, cause="message:1")

    turn = await practice.hear(session, LEARNER, answer, cause="message:2")

    state = turn.session.state
    assert state.demand == LAMP.room_at(9000)
    assert state.extras == frozenset({"bulb"})


@pytest.mark.parametrize(
    "answer",
    [
        "yes, but 85",
        "yes, if you wrap it",
        "Yes? Are you sure?",
        "ok, let me sleep on it",
        "sure, and pigs can fly, you crook",
    ],
)
async def test_a_yes_that_goes_on_to_something_else_is_none(practice: Practice, answer: str) -> None:
    session = (await practice.start(LEARNER, THREAD, world="slow")).session.id
    before = (await practice.hear(session, LEARNER, PERHAPS, cause="message:1")).session.state

    turn = await practice.hear(session, LEARNER, answer, cause="message:2")

    assert not turn.session.finished
    assert turn.session.state.given == before.given or turn.session.state.demand is not None


async def test_a_button_takes_the_price_that_was_shown_and_no_other(practice: Practice) -> None:
    session = (await practice.start(LEARNER, THREAD, world="slow")).session.id

    with pytest.raises(TermsChanged, match=r"anymore. Now it's \$100"):
        await practice.press(session, LEARNER, Accept(), cause="press:1", shown=9500)

    assert not (await practice.view(session)).finished
    assert (await practice.press(session, LEARNER, Accept(), cause="press:2", shown=10000)).session.finished
