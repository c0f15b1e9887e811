"""What takes long to work out about a session: from plain values to plain values, so that another process can do it."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from bot.learning.puzzles import Choice, choices_at
from bot.negotiation.record import Step
from bot.negotiation.review import BrokenRecord, Review, Search, review
from bot.negotiation.review.positions import Message, in_world, opening
from bot.negotiation.review.tracking import turns
from bot.negotiation.scenario import Scenario, World

SEARCHES = 3  # that are remembered, of the scenarios that were asked about last
POSITIONS = 20_000  # that a search may know to be remembered: about 1 kB each

_idle: dict[str, tuple[Scenario, Search]] = {}


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the numbers say of a session; `puzzles` are by step, for the moves that cost something."""

    found: Review
    puzzles: Mapping[int, tuple[Choice, ...]]


def analysed(scenario: Scenario, world: World, steps: Sequence[Step], seed: str) -> Analysis:
    """The review of a session, and its costly moves as puzzles; `seed` decides in which order their answers stand.

    Takes up to a few tenths of a second. Raises BrokenRecord.
    """
    with _search(scenario) as search:
        found = review(scenario, world, steps, search)
        positions = {turn.step: turn.position for turn in turns(scenario, world, steps)}
        puzzles = {
            move.step: choices_at(scenario, search, positions[move.step], move.message or None, f"{seed}/{move.step}")
            for move in found.moves
            if move.grade.is_costly
        }
    return Analysis(found, puzzles)


def best_now(scenario: Scenario, world: World, steps: Sequence[Step]) -> Message | None:
    """What best play would say now in a session that runs, by what the learner can know; None where that can't be
    worked out.

    Takes up to a few tenths of a second.
    """
    try:
        taken = list(turns(scenario, world, steps))
    except BrokenRecord:
        return None
    with _search(scenario) as search:
        return search.best(taken[-1].after if taken else opening(scenario)).message


def reviews_of(scenario: Scenario, world: World, games: Mapping[int, Sequence[Step]]) -> Mapping[int, Review]:
    """The reviews of games that were played with the same hidden truth, by the numbers that they are given under;
    without those that were played against a counterpart of another version.

    Takes about as long as one of them, and a little for each further one.
    """
    found: dict[int, Review] = {}
    with _search(scenario) as search:
        for number, steps in games.items():
            try:
                found[number] = review(scenario, world, steps, search)
            except BrokenRecord:
                continue
    return found


def best_gain(scenario: Scenario, world: World) -> int:
    """What best play could have had, knowing the truth, in minor units beyond the alternative."""
    with _search(scenario) as search:
        share = search.value(in_world(opening(scenario), scenario.worlds.index(world)))
    return round(share * scenario.best_gain)


@contextmanager
def _search(scenario: Scenario) -> Generator[Search]:
    """A search that goes on with what it found out for the sessions before: who plays the same scenario comes to the
    same positions, and everything takes a third to a fifth of the time.

    It is taken out while it is used, so that a second thread begins one of its own.
    """
    known, search = _idle.pop(scenario.id, (None, None))
    if search is None or known != scenario:
        search = Search(scenario)
    yield search
    if search.positions <= POSITIONS:
        _idle[scenario.id] = scenario, search
    for oldest in list(_idle)[:-SEARCHES]:
        _idle.pop(oldest, None)
