"""Plays strategies through every world of a scenario, and sets out what each is worth where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean

from bot.negotiation.acts import Outcome, Pending
from bot.negotiation.moves import LetGo, Place, WalkAway
from bot.negotiation.review.ceiling import final_gain
from bot.negotiation.review.positions import (
    Branch,
    Message,
    Position,
    after_message,
    after_time,
    closed_eyes,
    opening,
)
from bot.negotiation.review.search import Search
from bot.negotiation.scenario import Scenario
from bot.negotiation.simulation.strategies import STRATEGIES, Strategy, at_random, best_play
from bot.negotiation.state import State

RANDOM_SESSIONS = 40  # a single random session says little
LONGEST = 60  # messages after which a strategy that goes in circles is stopped


@dataclass(frozen=True, slots=True)
class Played:
    """One session: what was said, where it ended, its surplus share (0 for no deal), and how often the learner left."""

    messages: tuple[Message, ...]
    state: State
    share: float
    walks: int


@dataclass(frozen=True, slots=True)
class Row:
    """One strategy: its surplus share by world id, the mean over the worlds' chances, and how often it walks away.

    `by_world` is None for the best fixed plan, which is valued over all worlds together.
    """

    id: str
    name: str
    by_world: Mapping[str, float] | None
    mean: float
    walks: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    scenario: str
    worlds: tuple[tuple[str, float], ...]  # id and chance
    rows: tuple[Row, ...]

    def row(self, strategy: str) -> Row:
        """Raises KeyError where no strategy has that id."""
        for row in self.rows:
            if row.id == strategy:
                return row
        raise KeyError(strategy)


def play_through(scenario: Scenario, world: int, strategy: Strategy) -> Played:
    """Plays `strategy` from the opening to the end in the world with that index. Waits are over at once."""
    position = opening(scenario)
    said: list[Message] = []
    while position[0].state.place is not Place.OVER and len(said) < LONGEST:
        if position[0].state.pending in (Pending.VERDICT, Pending.CALL):
            position = _seen_in(after_time(scenario, position), world)
            continue
        message = strategy.play(scenario, position)
        if message is None:
            break
        said.append(message)
        let_go = position[0].state.pending is Pending.RETURN and message == (LetGo(),)
        branches = after_time(scenario, position) if let_go else after_message(scenario, position, message)
        position = _seen_in(branches, world)
    state = next(standing.state for standing in position if standing.world == world)
    walks = sum(isinstance(move, WalkAway) for message in said for move in message)
    share = final_gain(scenario, state) / scenario.best_gain if state.outcome is Outcome.DEAL else 0.0
    return Played(tuple(said), state, share, walks)


def simulate(scenario: Scenario, seed: int = 0, done: Callable[[str], None] = lambda _: None) -> Table:
    """Every strategy against every world. `done` hears the name of each strategy once it has been played.

    The random strategy plays sessions drawn from `seed`; all else is the same every time.
    """
    rows: list[Row] = []
    for row in _rows(scenario, seed):
        rows.append(row)
        done(row.name)
    return Table(scenario.id, tuple((world.id, world.chance) for world in scenario.worlds), tuple(rows))


ROWS = len(STRATEGIES) + 3
"""How many rows a table has: fixed strategies, random, never reading, and best play."""


def _rows(scenario: Scenario, seed: int) -> Iterator[Row]:
    for strategy in STRATEGIES:
        yield _row(scenario, [strategy])
    yield _row(scenario, [at_random(seed + number) for number in range(RANDOM_SESSIONS)])
    yield Row("never-read", "The best plan that never reads", None, never_reading(scenario))
    yield _row(scenario, [best_play(Search(scenario))])


def never_reading(scenario: Scenario) -> float:
    """The surplus share of the best plan that is fixed in advance and looks at nothing but who is at the table."""
    return Search(scenario, closed_eyes).value(opening(scenario))


def _row(scenario: Scenario, sessions: list[Strategy]) -> Row:
    """The mean over `sessions`, which are one strategy as it may turn out."""
    played = {
        world.id: [play_through(scenario, index, strategy) for strategy in sessions]
        for index, world in enumerate(scenario.worlds)
    }
    by_world = {world: fmean(session.share for session in found) for world, found in played.items()}
    leaves = {world: fmean(session.walks > 0 for session in found) for world, found in played.items()}
    return Row(sessions[0].id, sessions[0].name, by_world, _mean(scenario, by_world), _mean(scenario, leaves))


def _mean(scenario: Scenario, by_world: Mapping[str, float]) -> float:
    whole = sum(world.chance for world in scenario.worlds)
    return sum(world.chance * by_world[world.id] for world in scenario.worlds) / whole


def _seen_in(branches: tuple[Branch, ...], world: int) -> Position:
    return next(b.position for b in branches if any(standing.world == world for standing in b.position))
