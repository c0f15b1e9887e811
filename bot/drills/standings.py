"""Who made what of the same cards: standings as in duplicate bridge.

    standings([Result(1, Ending.DEAL, 1500), Result(2, Ending.NO_DEAL, 0), Result(3, Ending.DEAL, 1500)])

Everybody played the same scenario with the same truth behind it, so what counts is what one made of it beside what
the others made of it. Results are compared by their gain over the alternative in whole minor units, never by a rounded
figure. Whoever left a table at which nothing was to be had has a gain of 0, and stands above those who bought there.

Points are matchpoints (Law 78A of the Laws of Duplicate Bridge): one for each result beaten and half a point for each
equal one, as a share of what could be had. Equal results share the best of their places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Ending(StrEnum):
    DEAL = "deal"
    NO_DEAL = "no_deal"
    UNFINISHED = "unfinished"  # time was up


@dataclass(frozen=True, slots=True)
class Result:
    """`gain` is what a seat has beyond its alternative, in minor units: negative where that was better.

    An unfinished game is worth the terms that were on the table, or the alternative where that is better.
    """

    seat: int
    ending: Ending
    gain: int


@dataclass(frozen=True, slots=True)
class Standing:
    """`place` counts from 1 and is shared by equal results; `points` is 0..1, None for somebody who played alone."""

    result: Result
    place: int
    tied: bool
    points: float | None


def standings(results: Iterable[Result]) -> tuple[Standing, ...]:
    """The best first; those with equal results in the order of their seats."""
    ranked = sorted(results, key=lambda result: (-result.gain, result.seat))
    counts = Counter(result.gain for result in ranked)
    return tuple(
        Standing(
            result=result,
            place=1 + sum(other.gain > result.gain for other in ranked),
            tied=counts[result.gain] > 1,
            points=_points(result, ranked),
        )
        for result in ranked
    )


def _points(result: Result, all_results: Sequence[Result]) -> float | None:
    if len(all_results) < 2:
        return None
    beaten = sum(other.gain < result.gain for other in all_results)
    equal = sum(other.gain == result.gain for other in all_results) - 1
    return (beaten + equal / 2) / (len(all_results) - 1)


def ending_of(outcome: str | None) -> Ending:
    """The ending that a session's outcome stands for; one that has none yet is unfinished."""
    return Ending(outcome) if outcome else Ending.UNFINISHED


@dataclass(frozen=True, slots=True)
class Spread:
    """The results of a group as a whole, in minor units of gain. `best` is what best play could have had."""

    results: tuple[Result, ...]
    best: int

    @property
    def median(self) -> float:
        """Raises IndexError where there are no results."""
        gains = sorted(result.gain for result in self.results)
        middle = len(gains) // 2
        return gains[middle] if len(gains) % 2 else (gains[middle - 1] + gains[middle]) / 2

    @property
    def better_than_alternative(self) -> int:
        return sum(result.gain > 0 for result in self.results)

    @property
    def worse_than_alternative(self) -> int:
        return sum(result.gain < 0 for result in self.results)
