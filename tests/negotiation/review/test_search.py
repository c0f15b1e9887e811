"""The search against trying everything, and the laws that a value obeys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.negotiation.moves import Ask
from bot.negotiation.review.ceiling import ceiling
from bot.negotiation.review.positions import (
    after_message,
    after_time,
    belief,
    closed_eyes,
    in_world,
    is_over,
    opening,
    weight,
)
from bot.negotiation.review.search import Search
from bot.negotiation.scenario import Side
from tests.negotiation.play import scenarios, sessions
from tests.negotiation.review import brute

PATIENT_DESK = replace(brute.AT_THE_DESK, patience=3)
SMALL = {
    "one who needs it": brute.small(brute.NEEDS_IT),
    "one who deals at the desk": brute.small(brute.AT_THE_DESK, step=1000),
    "one who thinks again": brute.small(brute.THINKS_AGAIN),
    "one who leaves": brute.small(brute.LEAVES),
    "with an extra": brute.small(brute.AT_THE_DESK, extras=(brute.COVER,)),
    "with an extra and time": brute.small(PATIENT_DESK, extras=(brute.COVER,)),
    "two worlds": brute.small(brute.AT_THE_DESK, brute.AT_THE_DESK_TOO),
    "three worlds": brute.small(
        *(replace(world, patience=1) for world in (brute.NEEDS_IT, brute.AT_THE_DESK, brute.THINKS_AGAIN))
    ),
    "as the seller": brute.small(brute.AT_THE_DESK, brute.BUSY, brute.AT_THE_DESK_TOO, side=Side.SELLER),
}
shipped = pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.id)


@pytest.mark.parametrize("scenario", SMALL.values(), ids=SMALL.keys())
def test_the_search_finds_what_trying_everything_finds(scenario):
    assert Search(scenario).value(opening(scenario)) == pytest.approx(brute.value(scenario), abs=1e-9)


def reached(scenario, messages, pick):
    """The positions of a session, where `pick` draws which of the things that may be seen is seen."""
    position = opening(scenario)
    positions = [position]
    for message in messages:
        while not is_over(position) and position[0].state.pending is not None:
            branches = after_time(scenario, position)
            position = branches[pick % len(branches)].position
            positions.append(position)
        if is_over(position):
            break
        branches = after_message(scenario, position, message)
        position = branches[pick % len(branches)].position
        positions.append(position)
    return positions


@st.composite
def positions(draw):
    scenario = draw(st.sampled_from(scenarios()))
    pick = draw(st.integers(0, 10))
    return scenario, reached(scenario, draw(sessions(scenario, max_size=5)), pick)[-1]


@settings(max_examples=60, deadline=None)
@given(positions())
def test_a_value_lies_between_leaving_and_the_ceiling(drawn):
    scenario, position = drawn
    value = Search(scenario).value(position)
    highest = sum(
        scenario.worlds[s.world].chance * ceiling(scenario, scenario.worlds[s.world], s.state) for s in position
    )
    assert value <= highest / weight(scenario, position) / scenario.best_gain + 1e-9
    assert is_over(position) or value >= 0


@settings(max_examples=60, deadline=None)
@given(positions())
def test_knowing_the_truth_is_never_worth_less_than_not_knowing_it(drawn):
    scenario, position = drawn
    search = Search(scenario)
    chances = belief(scenario, position)
    knowing = sum(chances[scenario.worlds[s.world].id] * search.value(in_world(position, s.world)) for s in position)
    assert search.value(position) <= knowing + 1e-9


@settings(max_examples=60, deadline=None)
@given(positions())
def test_chances_add_up_to_one(drawn):
    scenario, position = drawn
    assert sum(belief(scenario, position).values()) == pytest.approx(1)


@settings(max_examples=40, deadline=None)
@given(positions())
def test_the_advice_is_worth_what_the_position_is(drawn):
    scenario, position = drawn
    if is_over(position):
        return
    search = Search(scenario)
    best = search.best(position)
    assert best.value == pytest.approx(search.value(position), abs=1e-9)
    assert search.value_after(position, search.after(position, best.message)) >= best.value - 0.002


@settings(max_examples=25, deadline=None)
@given(positions())
def test_what_was_looked_at_before_changes_no_value(drawn):
    scenario, position = drawn
    used = Search(scenario)
    used.value(opening(scenario))
    assert used.value(position) == pytest.approx(Search(scenario).value(position), abs=1e-9)


def test_listening_is_never_worth_less_than_not_listening():
    scenario = SMALL["three worlds"]
    blind = Search(scenario, closed_eyes).value(opening(scenario))
    assert blind <= Search(scenario).value(opening(scenario)) + 1e-9


@shipped
def test_a_question_that_costs_nothing_never_lowers_the_value(scenario):
    """The answer is heard, and nothing else has changed: that much more is known."""
    search = Search(scenario)
    start = opening(scenario)
    for topic in scenario.answers:
        heard = {}
        for standing in start:
            answer = scenario.worlds[standing.world].answers.get(topic)
            heard.setdefault(answer, []).append(standing)
        informed = sum(search.value(tuple(group)) * weight(scenario, tuple(group)) for group in heard.values())
        assert informed / weight(scenario, start) >= search.value(start) - 1e-9


def test_an_answer_rules_worlds_out():
    scenario = next(s for s in scenarios() if s.id == "daybed")
    branches = after_message(scenario, opening(scenario), (Ask(next(iter(scenario.answers))),))
    told = [set(belief(scenario, branch.position)) for branch in branches]
    assert len(told) > 1
    assert set.union(*told) == {world.id for world in scenario.worlds}
    assert sum(len(worlds) for worlds in told) == len(scenario.worlds)
