"""What the counterpart was thinking, told at the end."""

import re

from hypothesis import given as for_all
from hypothesis import strategies as st

from bot.negotiation.acts import Act
from bot.negotiation.coach import PLACEHOLDERS, Coach, Remark
from bot.negotiation.mind import mind
from bot.negotiation.moves import Place, Topic
from bot.negotiation.state import Response, State, Thought
from bot.negotiation.voice import placeholders

from ..play import scenario_and_world, sessions, worlds
from .speaking import library, steps_of

DAYBED, SLOW_WEEK = scenario_and_world("daybed", "slow-week")
_, BLUFFER = scenario_and_world("daybed", "slow-week-bluff")
NAMED = Coach({remark: (f"<{remark}>",) for remark in Remark})


def coach(**lines):
    return Coach(dict(NAMED.lines) | {Remark(name): (line,) for name, line in lines.items()})


def thoughts(act, given, *, coach=NAMED, world=SLOW_WEEK, extras=frozenset(), **fields):
    after = State(place=Place.AT_TABLE, given=given, leverage=20, extras=extras)
    return mind(DAYBED, world, after, Response(act, DAYBED.price_at(given), **fields), coach)


def test_a_counter_offer_is_told_with_what_it_was_ready_for_and_its_limit():
    told = thoughts(
        Act.COUNTER,
        500,
        thought=Thought(willing=900, limit=2500),
        coach=coach(thought_counter="{name}: {ask}, ready for {willing}, limit {limit}."),
    )
    assert told == ("Dale: $197, ready for $193, limit $177.",)


def test_what_extras_cost_is_no_longer_there_to_give():
    told = thoughts(
        Act.COUNTER,
        500,
        extras=frozenset({"mattress-cover"}),
        thought=Thought(willing=1500, limit=2500),
        coach=coach(thought_counter="{willing}"),
    )
    cost = DAYBED.extra("mattress-cover").cost
    assert told == (f"${187 + cost // 100}",)


def test_terms_at_the_limit_are_told_as_such():
    assert thoughts(Act.SHAKE, 2500) == ("<thought_at_limit>",)
    assert thoughts(Act.SHAKE, 2400) == ("<thought_shake>",)


def test_letting_go_is_told_with_the_limit():
    told = thoughts(Act.LET_GO, 0, thought=Thought(0, 400, pull=8), coach=coach(thought_let_go="{limit}"))
    assert told == ("$177",)


def test_an_answer_is_told_to_be_true_or_not_and_what_it_meant():
    answers = ((Topic.BUSINESS, "slow"),)
    tells = DAYBED.answers[Topic.BUSINESS]["slow"].tells
    assert thoughts(Act.ANSWER, 0, answers=answers) == ("<thought_true>", tells)
    assert thoughts(Act.ANSWER, 0, answers=answers, world=BLUFFER) == ("<thought_true>", tells)
    others = ((Topic.OTHER_BUYERS, "families"),)
    said = DAYBED.answers[Topic.OTHER_BUYERS]["families"].tells
    assert thoughts(Act.ANSWER, 0, answers=others, world=BLUFFER) == ("<thought_bluff>", said)


def test_there_is_nothing_behind_a_pleasantry_or_the_learners_own_stop():
    assert [thoughts(act, 0) for act in (Act.OPEN, Act.TALK, Act.SILENCE, Act.CLOSE)] == [(), (), (), ()]
    assert thoughts(Act.CLOSE, 0, thought=Thought(0, 2500)) == ("<thought_close>",)


@for_all(st.data())
def test_every_thought_of_every_session_can_be_told(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    for step in steps_of(scenario, world, data.draw(sessions(scenario))):
        for sentence in mind(scenario, world, step.after, step.response, library().coach):
            assert re.fullmatch(r"[A-Z$€£¥][^{}]*[.!?]", sentence)


def test_the_coach_has_words_for_everything_and_fills_in_only_what_is_known():
    lines = library().coach.lines
    assert set(lines) == set(Remark)
    for remark, wordings in lines.items():
        for line in wordings:
            assert placeholders(line) <= PLACEHOLDERS[remark]
