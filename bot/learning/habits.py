"""Habits: what a member does again and again that costs, by the reason that the review found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SHOWN = 3
OFTEN = 2  # what happened once is no habit


@dataclass(frozen=True, slots=True)
class Habit:
    """`loss` is the surplus share that it has cost over all sessions, `session` the latest in which it did."""

    reason: str  # the review's name for it
    times: int
    loss: float
    session: int

    @property
    def each(self) -> float:
        """What it costs each time, as a surplus share."""
        return self.loss / self.times


def costliest(habits: Iterable[Habit], most: int = SHOWN) -> tuple[Habit, ...]:
    """Those that cost most in all, the costliest first."""
    often = (habit for habit in habits if habit.times >= OFTEN)
    return tuple(sorted(often, key=lambda habit: (-habit.loss, habit.reason))[:most])
