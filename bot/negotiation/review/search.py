"""The value of a position: the best that the learner can still expect, by exact search over the candidates.

The learner may let every move depend on all that has been seen by then; the counterpart's part is chance, drawn once.
So this is a search over what the learner knows (positions.py), and not over what is true. Positions met twice are
valued once, and a candidate whose ceiling cannot beat what is already found is not played out: neither changes a value.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from bot.negotiation.acts import Pending
from bot.negotiation.moves import BINDING, CiteAlternative
from bot.negotiation.review import solo
from bot.negotiation.review.candidates import LET_GO, STAY_AWAY, ending, messages
from bot.negotiation.review.options import Option
from bot.negotiation.review.positions import (
    Branch,
    Eyes,
    Message,
    Position,
    Standing,
    after_message,
    after_time,
    is_over,
    open_eyes,
    weight,
)
from bot.negotiation.review.round_prices import rounder
from bot.negotiation.review.solo import Solo
from bot.negotiation.scenario import Scenario

NEARLY = 1e-9  # of a minor unit: sums of chances taken in another order may differ by this much
PLAIN = 0.0015  # surplus share that a part of a message must be worth to be recommended; see grading.EXACT


class _Bounds(NamedTuple):
    """What is known of a position's worth (gain over the alternative, in minor units times chance)."""

    low: float
    high: float


class Search:
    """Values of the positions of one scenario. It remembers what it has worked out, and nothing else.

    `eyes` is how much the learner takes in; with `closed_eyes` it finds the best plan that is fixed in advance.
    """

    def __init__(self, scenario: Scenario, eyes: Eyes = open_eyes) -> None:
        self._scenario = scenario
        self._eyes = eyes
        self._known: dict[Position, _Bounds] = {}
        self._solo = Solo(scenario)

    @property
    def positions(self) -> int:
        """How many positions were looked at so far."""
        return len(self._known) + self._solo.states

    def value(self, position: Position) -> float:
        """The best expected surplus share from `position` on: 0 is no better than the alternative."""
        return self._share(position, self._worth(position, -1.0))

    def value_of(self, position: Position, message: Message) -> float:
        """The expected surplus share if `message` is said in `position` and best play follows."""
        return self._share(position, self._worth_of(self.after(position, message), -1e18))

    def value_above(self, position: Position, message: Message, least: float) -> float | None:
        """The value of `message` in `position` where it is more than `least`, otherwise None: found out sooner."""
        scale = weight(self._scenario, position) * self._scenario.best_gain
        worth = self._worth_of(self.after(position, message), least * scale)
        return worth / scale if worth > least * scale + NEARLY else None

    def value_after(self, position: Position, branches: tuple[Branch, ...]) -> float:
        """The expected surplus share once one of `branches` of `position` is seen and best play follows."""
        return self._share(position, self._worth_of(branches, -1e18))

    def best(self, position: Position) -> Option:
        """The best candidate, of equals the plainest, without the parts that add nothing.

        Raises ValueError where the session is over.
        """
        if is_over(position):
            raise ValueError("this session is over")
        if position[0].state.pending in (Pending.VERDICT, Pending.CALL):
            return Option(STAY_AWAY, self.value(position))
        if self._is_settled(position):
            return self.plainest(position, self._solo.line(*position[0])[0], self.value(position))
        whole = self._worth(position, -1.0)
        if whole <= NEARLY:
            return Option(ending(position[0].state), 0.0)
        enough = whole - PLAIN * self._scenario.best_gain * weight(self._scenario, position)
        for message in self._messages(position):
            if self._worth_of(self.after(position, message), enough) > enough:
                return self.plainest(position, message, self._share(position, whole))
        raise AssertionError("no candidate is worth what the position is")

    def plainest(self, position: Position, message: Message, value: float) -> Option:
        """`message`, worth `value` in `position`, as one would rather say it: without the parts that can go at no cost,
        and with a round price where that costs nothing. What binds stays, and so does the figure of an alternative.
        """
        for part in message if len(message) > 1 else ():
            named = isinstance(part, CiteAlternative) and part.amount is not None
            if not named and not isinstance(part, BINDING):
                shorter = tuple(move for move in message if move is not part)
                if self.value_of(position, shorter) > value - PLAIN:
                    return self.plainest(position, shorter, value)
        for rounded in rounder(self._scenario, position[0].state, message):
            if self.value_above(position, rounded, value - PLAIN) is not None:
                return Option(rounded, value)
        return Option(message, value)

    def after(self, position: Position, message: Message) -> tuple[Branch, ...]:
        """What may follow a candidate: nothing where it only says that the session ends here, time where it waits."""
        pending = position[0].state.pending
        if message == STAY_AWAY or (message == LET_GO and pending is Pending.RETURN):
            return after_time(self._scenario, position, self._eyes) if pending else ()
        return after_message(self._scenario, position, message, self._eyes)

    def _messages(self, position: Position) -> Iterator[Message]:
        return messages(self._scenario, position, asking=self._eyes is open_eyes)

    # --- worth, in minor units times chance ------------------------------------------------------------------------

    def _share(self, position: Position, worth: float) -> float:
        return worth / weight(self._scenario, position) / self._scenario.best_gain

    def _worth(self, position: Position, need: float) -> float:
        """The worth of `position`: exact if it is above `need`, and otherwise some bound on it that is not."""
        if self._is_settled(position):
            chance = weight(self._scenario, position)
            return chance * self._solo.gain(*position[0], math.floor(need / chance + NEARLY))
        if is_over(position):
            return self._highest(position)
        position = self._essence(position)
        low, high = self._known.get(position) or _Bounds(0.0, self._ceiling(position))
        if low == high or high <= need:
            return high
        worth = self._search(position, high, need)
        self._known[position] = _Bounds(worth, worth) if worth > need else _Bounds(0.0, worth)
        return worth

    def _search(self, position: Position, high: float, need: float) -> float:
        if position[0].state.pending in (Pending.VERDICT, Pending.CALL):
            return self._worth_of(after_time(self._scenario, position, self._eyes), need)
        best = 0.0  # whoever leaves has the alternative
        for message in self._messages(position):
            best = max(best, self._worth_of(self.after(position, message), max(best, need)))
            if best >= high - NEARLY:
                break
        return best

    def _worth_of(self, branches: tuple[Branch, ...], need: float) -> float:
        """The worth of what follows: exact if above `need`, otherwise some bound on it that is not."""
        highest = [self._highest(branch.position) for branch in branches]
        rest = sum(highest)
        for branch, high in zip(branches, highest, strict=True):
            if rest <= need + NEARLY:
                return rest
            rest += self._worth(branch.position, need - (rest - high)) - high
        return rest

    def _highest(self, position: Position) -> float:
        known = None if self._is_settled(position) else self._known.get(self._essence(position))
        return known.high if known else self._ceiling(position)

    def _is_settled(self, position: Position) -> bool:
        """Whether nothing is left to find out that could matter."""
        return len(position) == 1 or self._solo.are_twins(standing.world for standing in position)

    def _essence(self, position: Position) -> Position:
        """The position without what cannot change its worth, so that equal positions are met more often."""
        worlds = self._scenario.worlds
        return tuple(
            Standing(world, solo.essence(worlds[world], state)._replace(asked=state.asked)) for world, state in position
        )

    def _ceiling(self, position: Position) -> float:
        return sum(self._scenario.worlds[world].chance * self._solo.high(world, state) for world, state in position)
