"""The position of the day: for each server and day the same moment, with the same hidden truth, for everybody.

The server's secret and the date are the seed: the same library gives the same position on any machine that has both,
and nobody else can work out what is hidden in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import TypeVar

from bot.learning.puzzles import Choice, choices_at
from bot.negotiation.analyst import analyst_for
from bot.negotiation.moves import Ask, CiteAlternative, GiveReason, HoldFirm, Message, Offer, Place
from bot.negotiation.record import Step, StepKind, take
from bot.negotiation.review.candidates import opening_price, small_step
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import State

TRIES = 24  # stories that are begun, until one leads to a question worth asking
LONGEST = 4  # messages before the question
FEWEST = 3  # answers to choose from

ThingT = TypeVar("ThingT")


@dataclass(frozen=True, slots=True)
class DailyPosition:
    """`steps` are what happened so far, from the opening on; `choices` what may be answered (puzzles.py)."""

    scenario: Scenario
    world: World
    steps: tuple[Step, ...]
    choices: tuple[Choice, ...]


def daily_position(scenarios: Mapping[str, Scenario], secret: str, day: date) -> DailyPosition | None:
    """The position of `day` in the server that has this secret; None where no story led to a question worth asking.

    Takes up to a few tenths of a second.
    """
    for attempt in range(TRIES):
        seed = f"{secret}/{day.isoformat()}/{attempt}"
        scenario = scenarios[_drawn(f"{seed}/scenario", sorted(scenarios))]
        world = _drawn_world(scenario, f"{seed}/world")
        steps = _story(scenario, world, seed)
        analyst = analyst_for(scenario)
        choices = choices_at(analyst, analyst.now(world, steps), None, seed)
        if len(choices) >= FEWEST:
            return DailyPosition(scenario, world, steps, choices)
    return None


def _story(scenario: Scenario, world: World, seed: str) -> tuple[Step, ...]:
    """The first messages of a session, as somebody might play it who is still at the table after them."""
    steps = [take(scenario, world, None, StepKind.OPENED)]
    for number in range(_drawn(f"{seed}/length", range(1, LONGEST + 1))):
        before = steps[-1].after
        step = take(scenario, world, before, StepKind.SAID, _drawn(f"{seed}/{number}", _sayings(scenario, before)))
        if step.after.place is Place.OVER or step.after.pending is not None:
            break
        steps.append(step)
    return tuple(steps)


def _sayings(scenario: Scenario, state: State) -> list[Message]:
    """What may be said next, none of it absurd."""
    sayings: list[Message] = [(Ask(topic),) for topic in scenario.answers if topic not in state.asked]
    if state.demand is None:
        first = opening_price(scenario)
        sayings += [(Offer(first),), (Offer(scenario.brief.target), GiveReason())]
    else:
        step = small_step(scenario, state)
        sayings += [(Offer(step),)] if step is not None else []
    if not state.named:
        sayings.append((CiteAlternative(scenario.walk_away_point), HoldFirm()))
    sayings.append((HoldFirm(),))
    return sayings


def _drawn_world(scenario: Scenario, seed: str) -> World:
    left = _fraction(seed) * sum(world.chance for world in scenario.worlds)
    for world in scenario.worlds:
        left -= world.chance
        if left < 0:
            break
    else:
        world = scenario.worlds[-1]
    return world if scenario.model is None else world.with_luck(int(_fraction(f"{seed}/luck") * 2**48))


def _drawn(seed: str, things: Sequence[ThingT]) -> ThingT:
    return things[int(_fraction(seed) * len(things))]


def _fraction(seed: str) -> float:
    """A number from 0 up to, and never, 1."""
    return int.from_bytes(blake2b(seed.encode(), digest_size=6).digest(), "big") / 2**48
