"""A session as the decisions it was made of: each with what the learner knew when it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.negotiation.acts import Act
from bot.negotiation.moves import BeCourteous, LetGo, Place, SmallTalk
from bot.negotiation.record import Step, StepKind
from bot.negotiation.review.positions import Branch, Message, Position, after_message, after_time, opening
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import State


@dataclass(frozen=True, slots=True)
class Turn:
    """One step of the record with what the learner knew before and after it.

    `message` is what was said, or done by letting time pass; `decided` says whether it was a decision at all (small
    talk is none, nor is the end of the session by a button, a clock or a moderator). `branches` are what could have
    followed, `after` the one that did; where it was stopped there are no branches and `after` is the position that was
    left.
    """

    step: int  # its number in the record
    message: Message
    position: Position
    branches: tuple[Branch, ...]
    after: Position
    decided: bool

    @property
    def state(self) -> State:
        """Where things stood before, as the learner saw it: that much is the same in every possible world."""
        return self.position[0].state


class BrokenRecord(ValueError):  # noqa: N818 (named as it is told)
    """The record cannot have come from this scenario and world."""


def turns(scenario: Scenario, world: World, steps: Sequence[Step]) -> Iterator[Turn]:
    """The steps of a session that came after the opening, in their order.

    Raises BrokenRecord where `steps` do not begin with the opening or cannot have come from `scenario` and `world`.
    """
    if not steps or steps[0].kind is not StepKind.OPENED:
        raise BrokenRecord("a record begins with the opening")
    truth = scenario.worlds.index(world)
    position = opening(scenario)
    for number, step in enumerate(steps[1:], start=1):
        state = position[0].state
        message = step.moves
        match step.kind:
            case StepKind.SAID if state.place is not Place.OVER:
                branches = after_message(scenario, position, message)
                decided = _is_decision(step)
            case StepKind.TIME if state.pending is not None:
                branches = after_time(scenario, position)
                decided, message = state.place is Place.COUNTERPART_AWAY, (LetGo(),)
            case StepKind.LEFT if state.place is not Place.OVER:
                yield Turn(number, (), position, (), position, decided=False)
                return
            case _:
                raise BrokenRecord(f"step {number} cannot follow what came before it")
        after = _seen_in(branches, truth)
        yield Turn(number, message, position, branches, after, decided)
        position = after


def _is_decision(step: Step) -> bool:
    """Whether a message was a move about the deal. To say "go, then" decides nothing before time has passed."""
    if step.response.act in (Act.WALK_ON, Act.SILENCE, Act.TALK):
        return False
    return not all(isinstance(move, SmallTalk | BeCourteous) for move in step.moves)


def _seen_in(branches: tuple[Branch, ...], world: int) -> Position:
    """The position after what was seen in `world`."""
    for branch in branches:
        if any(standing.world == world for standing in branch.position):
            return branch.position
    raise BrokenRecord("the world was ruled out by what was seen")
