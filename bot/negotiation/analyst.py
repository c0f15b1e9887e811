"""Who works out what the moves of a scenario are worth: one analyst for each of the two models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from bot.negotiation.model.reviewing import ModelAnalyst
from bot.negotiation.moves import Message
from bot.negotiation.record import Step
from bot.negotiation.review.analysis import Review
from bot.negotiation.review.first import FirstAnalyst
from bot.negotiation.review.options import Option
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import State

PositionT = TypeVar("PositionT")


class Analyst(Protocol[PositionT]):
    """Works out what moves are worth in one scenario, and remembers what it has found out.

    A position is what the learner knows at some point; each analyst has a kind of its own.
    """

    @property
    def positions(self) -> int:
        """How many positions were looked at so far."""
        ...

    def review(self, world: World, steps: Sequence[Step]) -> Review:
        """Review a session, finished or not, from its record. Raise BrokenRecord where the steps can't have come from
        this scenario and world."""
        ...

    def before(self, world: World, steps: Sequence[Step]) -> Mapping[int, PositionT]:
        """Return the position before each step, by its number. Raise BrokenRecord."""
        ...

    def now(self, world: World, steps: Sequence[Step]) -> PositionT:
        """Return the position after all steps. Raise BrokenRecord."""
        ...

    def state(self, position: PositionT) -> State:
        """Return where things stand, as both sides see it."""
        ...

    def best(self, position: PositionT) -> Option:
        """Return the best message, as plainly as it can be said. Raise ValueError where the session is over."""
        ...

    def value_of(self, position: PositionT, message: Message) -> float:
        """Return the expected surplus share if `message` is said in `position` and best play follows."""
        ...

    def answers(self, position: PositionT) -> Iterator[Message]:
        """Yield what people answer in such a position, and some of what best play would think about."""
        ...

    def attainable(self, world: World) -> float:
        """Return the surplus share that best play could have had, knowing the truth."""
        ...


def analyst_for(scenario: Scenario) -> Analyst[Any]:
    return FirstAnalyst(scenario) if scenario.model is None else ModelAnalyst(scenario)
