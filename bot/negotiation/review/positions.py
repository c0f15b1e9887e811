"""A position as the learner knows it: the worlds that agree with all that was seen, and where each of them stands.

    position = opening(scenario)
    branches = after_message(scenario, position, (CiteAlternative(18400),))
    [branch.position for branch in branches]      # one for each thing that the learner may see now

A position says exactly what the learner knows: the chance of a world given everything seen so far is its chance in
the scenario, over the sum of those that are left, because the counterpart is deterministic in each world.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

from bot.negotiation.moves import Move, Place
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import Response, State
from bot.negotiation.table import open_table, pass_time, say


class Standing(NamedTuple):
    """Where things stand in one world: its place in `scenario.worlds`, and the state there."""

    world: int
    state: State


Position: TypeAlias = tuple[Standing, ...]
"""Never empty, in the order of `scenario.worlds`."""

Message: TypeAlias = tuple[Move, ...]
Eyes: TypeAlias = Callable[[Response, State], Hashable]
"""What somebody takes in of a response and the state after it: two worlds with equal results are not told apart."""


class Branch(NamedTuple):
    """One thing that may be seen next, and the position that it leads to."""

    seen: Hashable
    position: Position


def open_eyes(response: Response, state: State) -> Hashable:
    """All that there is to see."""
    return response.seen


def closed_eyes(response: Response, state: State) -> Hashable:
    """Only who is at the table and who has been called back: without that nobody knows whom to talk to."""
    return state.place, state.called, state.pending


def opening(scenario: Scenario) -> Position:
    """The first position: every world is possible."""
    state, _ = open_table(scenario)
    return tuple(Standing(index, state) for index in range(len(scenario.worlds)))


def belief(scenario: Scenario, position: Position) -> Mapping[str, float]:
    """The chance of each world that is still possible, by world id; the chances add up to 1."""
    whole = weight(scenario, position)
    worlds = (scenario.worlds[standing.world] for standing in position)
    return {world.id: world.chance / whole for world in worlds}


def weight(scenario: Scenario, position: Position) -> float:
    """How likely the worlds of `position` were together before anything was seen."""
    return sum(scenario.worlds[standing.world].chance for standing in position)


def in_world(position: Position, world: int) -> Position:
    """The same position for somebody who knows the truth. Raises ValueError where that world is ruled out."""
    for standing in position:
        if standing.world == world:
            return (standing,)
    raise ValueError("that world does not agree with what was seen")


def is_over(position: Position) -> bool:
    return all(standing.state.place is Place.OVER for standing in position)


def after_message(
    scenario: Scenario, position: Position, message: Message, eyes: Eyes = open_eyes
) -> tuple[Branch, ...]:
    """What `message` may lead to, in the order in which the worlds stand. Worlds where it is over stay as they are."""
    return _branches(
        (
            (standing.world, *say(scenario, scenario.worlds[standing.world], standing.state, message))
            for standing in position
        ),
        eyes,
    )


def after_time(scenario: Scenario, position: Position, eyes: Eyes = open_eyes) -> tuple[Branch, ...]:
    """What the passing of time may lead to. Raises ValueError where nothing is pending."""
    return _branches(
        (
            (standing.world, *pass_time(scenario, scenario.worlds[standing.world], standing.state))
            for standing in position
        ),
        eyes,
    )


def _branches(results: Iterable[tuple[int, State, Response]], eyes: Eyes) -> tuple[Branch, ...]:
    groups: dict[Hashable, list[Standing]] = {}
    for world, state, response in results:
        groups.setdefault(eyes(response, state), []).append(Standing(world, state))
    return tuple(Branch(seen, tuple(standings)) for seen, standings in groups.items())
