"""What turned a session, and how it ended."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from bot.negotiation.acts import Act, NoteKind, Outcome
from bot.negotiation.coach import Coach, Remark
from bot.negotiation.hindsight import TurningPoint, outcome, turning_points
from bot.negotiation.moves import Accept, CiteAlternative, Place, SmallTalk
from bot.negotiation.record import Step, StepKind
from bot.negotiation.state import Note, Response, State

from ..play import scenario_and_world, sessions, worlds
from .speaking import library, steps_of

DAYBED, SLOW_WEEK = scenario_and_world("daybed", "slow-week")
_, WAITING = scenario_and_world("daybed", "waiting")
NAMED = Coach({remark: (f"<{remark}>",) for remark in Remark})


def coach(**lines):
    return Coach(dict(NAMED.lines) | {Remark(name): (line,) for name, line in lines.items()})


def at_table(given=0, leverage=20, **fields):
    return State(**({"place": Place.AT_TABLE, "given": given, "leverage": leverage} | fields))


def step(act, after, *noticed, moves=()):
    return Step(StepKind.SAID, moves, Response(act, DAYBED.price_at(after.given), notes=noticed), after)


OPENED = Step(StepKind.OPENED, (), Response(Act.OPEN, 20200), at_table())


def told(steps, coach=NAMED, world=SLOW_WEEK):
    return [point.sentence for point in turning_points(DAYBED, world, steps, coach)]


def test_an_alternative_is_told_with_its_figure():
    named = step(
        Act.HOLD,
        at_table(leverage=45, cited=1800),
        Note(NoteKind.ALTERNATIVE, 25),
        moves=(CiteAlternative(18400),),
    )
    line = coach(turn_alternative="{alternative} at {cited}.")
    assert turning_points(DAYBED, SLOW_WEEK, [OPENED, named], line) == (
        TurningPoint(1, "The same bed at Harlow's at $184.", helped=True),
    )


def test_another_figure_than_the_alternatives_is_not_told_by_its_name():
    named = step(
        Act.HOLD,
        at_table(leverage=45, cited=1700),
        Note(NoteKind.ALTERNATIVE, 25),
        moves=(CiteAlternative(18500),),
    )
    line = coach(turn_alternative="{alternative} at {cited}.")
    assert told([OPENED, named], line) == ["Another way out at $185."]


def test_of_two_things_noticed_the_one_that_moved_more_leverage_comes_first():
    both = step(Act.HOLD, at_table(leverage=20), Note(NoteKind.REASON, 3), Note(NoteKind.EAGER, -12))
    assert told([OPENED, both]) == ["<turn_eager>", "<turn_reason>"]


def test_what_the_counterpart_did_can_have_decided_it_and_what_was_said_cannot():
    steps = [
        OPENED,
        step(Act.COUNTER, at_table(given=500), Note(NoteKind.REASON, 3)),
        step(Act.CHASE, at_table(given=1500)),
    ]
    points = turning_points(DAYBED, SLOW_WEEK, steps, NAMED)
    assert [point.sentence for point in points if point.decided] == ["<turn_chase>"]


def test_the_most_telling_come_first_and_no_more_than_three():
    steps = [
        OPENED,
        step(Act.COUNTER, at_table(given=200), Note(NoteKind.REASON, 3)),
        step(Act.COUNTER, at_table(given=500, leverage=28), Note(NoteKind.ALTERNATIVE_VAGUE, 8)),
        step(Act.WATCH, at_table(given=500, leverage=63), Note(NoteKind.WALK, 35)),
        step(Act.GIVE_WAY, at_table(given=2500, leverage=63)),
    ]
    assert told(steps) == ["<turn_give_way>", "<turn_walk>", "<turn_alternative_vague>"]


def test_no_reason_is_told_twice_and_the_larger_one_is_kept():
    steps = [
        OPENED,
        step(Act.COUNTER, at_table(given=100)),
        step(Act.COUNTER, at_table(given=1100)),
        step(Act.COUNTER, at_table(given=1200)),
    ]
    assert told(steps, coach(turn_counter="{was} to {ask}")) == ["$201 to $191"]


def test_taking_the_first_price_is_told_as_that():
    assert told(steps_of(DAYBED, SLOW_WEEK, [(Accept(),)])) == ["<turn_first_price>"]


def test_what_happened_by_itself_is_not_told_as_a_counter_offer():
    worse = step(Act.COUNTER, at_table(given=300))
    worse = replace(worse, response=replace(worse.response, happened=("The phone rings.",)))
    steps = [OPENED, step(Act.COUNTER, at_table(given=500)), worse]
    lines = coach(turn_event="event {was} to {ask}", turn_counter="counter {was} to {ask}")
    assert told(steps, lines) == ["event $197 to $199", "counter $202 to $197"]


def test_nothing_turned_where_nothing_happened():
    assert told(steps_of(DAYBED, SLOW_WEEK, [(SmallTalk(),), (SmallTalk(),)])) == []


@for_all(st.data())
def test_something_is_told_wherever_something_changed(data):
    scenario, world = scenario_and_world(*data.draw(worlds()))
    steps = steps_of(scenario, world, data.draw(sessions(scenario)))
    points = turning_points(scenario, world, steps, library().coach)
    changed = any(
        (a.after.given, a.after.leverage, a.after.place) != (b.after.given, b.after.leverage, b.after.place)
        for a, b in pairwise(steps)
        if not (b.response.act is Act.CLOSE and b.response.thought is None)
    )
    assert bool(points) or not changed
    assert len(points) <= 3
    assert len({point.sentence for point in points}) == len(points)
    for point in points:
        assert 0 < point.step < len(steps)
        assert re.fullmatch(r"[A-Z$€£¥][^{}]*[.!?]", point.sentence)


@pytest.mark.parametrize(
    ("world", "after", "expected"),
    [
        (SLOW_WEEK, {"given": 2000, "outcome": Outcome.DEAL}, "<outcome_better>"),
        (SLOW_WEEK, {"given": 2500, "outcome": Outcome.DEAL}, "<outcome_best>"),
        (SLOW_WEEK, {"given": 1800, "outcome": Outcome.DEAL}, "<outcome_equal>"),
        (SLOW_WEEK, {"given": 500, "outcome": Outcome.DEAL}, "<outcome_worse>"),
        (SLOW_WEEK, {"given": 500, "outcome": Outcome.NO_DEAL}, "<outcome_walked_past>"),
        (WAITING, {"given": 200, "outcome": Outcome.NO_DEAL}, "<outcome_walked_rightly>"),
        (SLOW_WEEK, {"given": 500, "outcome": Outcome.UNFINISHED}, "<outcome_unfinished>"),
    ],
)
def test_the_end_is_told_against_the_walk_away_point_and_the_limit(world, after, expected):
    assert outcome(DAYBED, world, at_table(**after), NAMED) == expected


def test_the_gain_counts_extras_and_has_no_sign():
    line = coach(outcome_worse="{price}: {gain} below {walk_away_point}, limit {limit}")
    bad_deal = at_table(given=500, outcome=Outcome.DEAL)
    assert outcome(DAYBED, SLOW_WEEK, bad_deal, line) == "$197: $13 below $184, limit $177"
    worth = DAYBED.extra("mattress-cover").worth
    with_cover = bad_deal._replace(extras=frozenset({"mattress-cover"}))
    assert outcome(DAYBED, SLOW_WEEK, with_cover, line) == f"$197: ${13 - worth // 100} below $184, limit $177"
