"""What a member did over time, in pieces that fit on one picture: weeks, and months or years where there are many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.learning.days import week_of

MOST = 27  # pieces that are told apart on a phone
LOOKS_BACK = 8  # pieces that a trend is made of
NEEDED = 3  # with something in them, for a trend to mean anything


class Unit(StrEnum):
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Sum:
    """Means of `count` values that add up to `total`."""

    count: int = 0
    total: float = 0.0

    def __add__(self, other: Sum) -> Sum:
        return Sum(self.count + other.count, self.total + other.total)

    @property
    def mean(self) -> float | None:
        return self.total / self.count if self.count else None


@dataclass(frozen=True, slots=True)
class Piece:
    """`accuracy` (0..100) and `share` (surplus share) of the sessions in it; `rating` is the mean at its end."""

    begins: date
    sessions: int = 0
    answers: int = 0
    accuracy: Sum = Sum()
    share: Sum = Sum()
    rating: float | None = None


def history(days: Iterable[Piece], today: date) -> tuple[Unit, tuple[Piece, ...]]:
    """The pieces from the first day to `today` without a gap, oldest first, and how long each one is.

    `days` are one day each. Empty where there are none; years beyond the last `MOST` are left out.
    """
    lived = sorted(days, key=lambda each: each.begins)
    if not lived:
        return Unit.WEEK, ()
    today = max(today, lived[-1].begins)
    for unit in Unit:
        begins = _begins(unit, lived[0].begins, today)
        if len(begins) <= MOST or unit is Unit.YEAR:
            return unit, tuple(_filled(unit, begins[-MOST:], lived))
    raise AssertionError("years are always taken")


def _begins(unit: Unit, first: date, last: date) -> list[date]:
    begins = [begin_of(unit, last)]
    while begins[-1] > first:
        begins.append(begin_of(unit, begins[-1] - timedelta(days=1)))
    return begins[::-1]


def begin_of(unit: Unit, day: date) -> date:
    """The first day of the week, month or year that `day` is in."""
    match unit:
        case Unit.WEEK:
            return week_of(day)
        case Unit.MONTH:
            return day.replace(day=1)
        case Unit.YEAR:
            return day.replace(month=1, day=1)


def _filled(unit: Unit, begins: Sequence[date], days: Iterable[Piece]) -> list[Piece]:
    pieces = {begin: Piece(begin) for begin in begins}
    for day in days:
        begin = begin_of(unit, day.begins)
        if begin in pieces:
            so_far = pieces[begin]
            pieces[begin] = Piece(
                begin,
                so_far.sessions + day.sessions,
                so_far.answers + day.answers,
                so_far.accuracy + day.accuracy,
                so_far.share + day.share,
                so_far.rating if day.rating is None else day.rating,
            )
    return list(pieces.values())


def trend(sums: Sequence[Sum]) -> float | None:
    """By how much the mean has changed over the last pieces, along the straight line that fits them best (each piece
    weighing as much as it holds); None where there is too little to tell."""
    known = [(float(at), each.mean, each.count) for at, each in enumerate(sums[-LOOKS_BACK:]) if each.mean is not None]
    if len(known) < NEEDED:
        return None
    whole = sum(count for _, _, count in known)
    middle = sum(at * count for at, _, count in known) / whole
    mean = sum(value * count for _, value, count in known) / whole
    slope = sum(count * (at - middle) * (value - mean) for at, value, count in known) / sum(
        count * (at - middle) ** 2 for at, _, count in known
    )
    return slope * (known[-1][0] - known[0][0])
