"""What takes long to work out about a session: from plain values to plain values, so that another process can do it."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bot.learning.puzzles import Choice, choices_at
from bot.negotiation.analyst import Analyst, analyst_for
from bot.negotiation.moves import Message
from bot.negotiation.record import Step
from bot.negotiation.review import BrokenRecord, Review
from bot.negotiation.scenario import Scenario, World

ANALYSTS = 3  # that are remembered, of the scenarios that were asked about last
POSITIONS = 20_000  # that one may know to be remembered: about 1 kB each

_idle: dict[str, tuple[Scenario, Analyst[Any]]] = {}


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the numbers say of a session; `puzzles` are by step, for the moves that cost something."""

    found: Review
    puzzles: Mapping[int, tuple[Choice, ...]]


def analysed(scenario: Scenario, world: World, steps: Sequence[Step], seed: str) -> Analysis:
    """The review of a session, and its costly moves as puzzles; `seed` decides in which order their answers stand.

    Takes up to a few tenths of a second. Raises BrokenRecord.
    """
    with _analyst(scenario) as analyst:
        found = analyst.review(world, steps)
        positions = analyst.before(world, steps)
        puzzles = {
            move.step: choices_at(analyst, positions[move.step], move.message or None, f"{seed}/{move.step}")
            for move in found.moves
            if move.grade.is_costly
        }
    return Analysis(found, puzzles)


def best_now(scenario: Scenario, world: World, steps: Sequence[Step]) -> Message | None:
    """What best play would say now in a session that runs, by what the learner can know; None where that can't be
    worked out.

    Takes up to a few tenths of a second.
    """
    with _analyst(scenario) as analyst:
        try:
            return analyst.best(analyst.now(world, steps)).message
        except BrokenRecord:
            return None


def reviews_of(scenario: Scenario, world: World, games: Mapping[int, Sequence[Step]]) -> Mapping[int, Review]:
    """The reviews of games that were played with the same hidden truth, by the numbers that they are given under;
    without those that were played against a counterpart of another version.

    Takes about as long as one of them, and a little for each further one.
    """
    found: dict[int, Review] = {}
    with _analyst(scenario) as analyst:
        for number, steps in games.items():
            try:
                found[number] = analyst.review(world, steps)
            except BrokenRecord:
                continue
    return found


def best_gain(scenario: Scenario, world: World) -> int:
    """What best play could have had, knowing the truth, in minor units beyond the alternative."""
    with _analyst(scenario) as analyst:
        return round(analyst.attainable(world) * scenario.best_gain)


@contextmanager
def _analyst(scenario: Scenario) -> Generator[Analyst[Any]]:
    """An analyst that goes on with what it found out for the sessions before: who plays the same scenario comes to the
    same positions, and everything takes a third to a fifth of the time.

    It is taken out while it is used, so that a second thread begins one of its own.
    """
    known, analyst = _idle.pop(scenario.id, (None, None))
    if analyst is None or known != scenario:
        analyst = analyst_for(scenario)
    yield analyst
    if analyst.positions <= POSITIONS:
        _idle[scenario.id] = scenario, analyst
    for oldest in list(_idle)[:-ANALYSTS]:
        _idle.pop(oldest, None)
