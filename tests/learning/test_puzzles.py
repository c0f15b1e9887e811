"""Positions to solve, from the shipped scenarios: what is offered as an answer, and what each is worth."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from bot.content.library import load_library
from bot.learning.daily import FEWEST, daily_position
from bot.learning.puzzles import COSTLY, choices_at
from bot.negotiation.analyst import Analyst, analyst_for
from bot.negotiation.moves import Accept, Place
from bot.negotiation.record import StepKind, replay, take
from bot.negotiation.review.grading import Grade
from tests import first_model

SCENARIOS = load_library(first_model.knowledge()).scenarios
DAYBED = SCENARIOS["daybed"]
MAY = date(2026, 5, 1)


def analyst_at_the_opening() -> tuple[Analyst[Any], Any]:
    analyst, world = analyst_for(DAYBED), DAYBED.worlds[0]
    return analyst, analyst.now(world, [take(DAYBED, world, None, StepKind.OPENED)])


def test_the_played_mistake_is_among_the_answers_and_costs_what_the_analysis_says() -> None:
    analyst, position = analyst_at_the_opening()

    choices = choices_at(analyst, position, (Accept(),), "session 1")

    played = next(choice for choice in choices if choice.message == (Accept(),))
    assert played.loss == analyst.best(position).value - analyst.value_of(position, (Accept(),))
    assert played.grade is Grade.BLUNDER
    assert [choice.grade for choice in choices].count(Grade.BEST) == 1


def test_a_move_that_was_fine_makes_no_puzzle() -> None:
    analyst, position = analyst_at_the_opening()

    assert choices_at(analyst, position, analyst.best(position).message, "session 1") == ()


def test_the_order_is_drawn_by_the_seed_and_nothing_else() -> None:
    orders = {choices_at(*analyst_at_the_opening(), (Accept(),), f"{n}") for n in range(12)}

    assert len({order[0] for order in orders}) > 1
    assert len({frozenset(order) for order in orders}) == 1


def test_there_is_nothing_to_ask_after_the_end() -> None:
    world = DAYBED.worlds[0]
    start = take(DAYBED, world, None, StepKind.OPENED)
    steps = [start, take(DAYBED, world, start.after, StepKind.SAID, (Accept(),))]
    analyst = analyst_for(DAYBED)
    over = analyst.now(world, steps)
    assert analyst.state(over).place is Place.OVER

    assert choices_at(analyst, over, None, "x") == ()


@pytest.mark.parametrize("day", [MAY + timedelta(days=n) for n in range(15)])
def test_the_position_of_a_day_is_a_fair_question(day: date) -> None:
    found = daily_position(SCENARIOS, "one server", day)

    assert found is not None
    assert FEWEST <= len(found.choices) <= 4
    assert sum(choice.loss == 0 for choice in found.choices) == 1
    assert all(choice.loss == 0 or choice.loss > COSTLY for choice in found.choices)
    assert len({choice.message for choice in found.choices}) == len(found.choices)
    assert list(found.steps) == replay(found.scenario, found.world, found.steps)
    assert found.steps[-1].after.place is Place.AT_TABLE


def test_everybody_in_a_server_has_the_same_and_the_next_day_another() -> None:
    assert daily_position(SCENARIOS, "one server", MAY) == daily_position(
        dict(reversed(SCENARIOS.items())), "one server", MAY
    )
    week = [daily_position(SCENARIOS, "one server", MAY + timedelta(days=n)) for n in range(7)]
    assert len({(each.scenario.id, each.world.id, each.steps) for each in week if each}) >= 6
    assert daily_position(SCENARIOS, "another", MAY) != daily_position(SCENARIOS, "one server", MAY)
