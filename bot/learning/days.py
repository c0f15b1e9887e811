"""Days as a member lives them, and the streak that they make.

Which day it was is decided once, by the zone that the member was in then, and kept: who moves to another zone later
keeps the days already lived. One day without practice in each week (Monday to Sunday) is free.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise

SHORTEST_DAY = timedelta(hours=23)  # where clocks are put forward
FREE_A_WEEK = 1


@dataclass(frozen=True, slots=True)
class ActiveDay:
    """A day on which the member did something, with the first and the last moment of it."""

    day: date
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Streak:
    """`length` and `longest` count days with practice; free days keep a streak alive and add nothing to it."""

    length: int
    longest: int
    done_today: bool
    free_day_left: bool  # whether this week's free day is still to be had


def local_day(moment: datetime, zone: tzinfo) -> date:
    """The day that it was in `zone`."""
    return moment.astimezone(zone).date()


def end_of_day(moment: datetime, zone: tzinfo) -> datetime:
    """The moment (UTC) at which the day ends that it is in `zone`."""
    tomorrow = local_day(moment, zone) + timedelta(days=1)
    return datetime.combine(tomorrow, time(), zone).astimezone(UTC)


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def streak(days: Iterable[ActiveDay], now: datetime, zone: tzinfo) -> Streak:
    """The streak as it stands `now` for a member who is in `zone`. Today can still be done, so it is never missed."""
    lived = sorted(days, key=lambda each: each.day)
    if not lived:
        return Streak(0, 0, False, True)
    today = max(local_day(now, zone), lived[-1].day)  # whoever flew west may already have had this day
    length, longest, free = 1, 1, dict[date, int]()
    for before, after in pairwise(lived):
        missed = _missed(before, after.day, after.first)
        if _forgiven(missed, free):
            length += 1
        else:
            length, free = 1, {}
        longest = max(longest, length)
    if today > lived[-1].day and not _forgiven(_missed(lived[-1], today, now), free):
        length, free = 0, {}
    return Streak(length, longest, lived[-1].day == today, free.get(week_of(today), 0) < FREE_A_WEEK)


def _missed(last: ActiveDay, until: date, moment: datetime) -> list[date]:
    """The days between `last` and `until` on which nothing was done.

    Whoever flies east over the date line skips a date without having lived it: there can be no more missed days than
    fit into the time that has passed.
    """
    between = list(_days_between(last.day, until))
    lived = max(0, (moment - last.last) // SHORTEST_DAY)
    return between[-lived:] if lived else []


def _days_between(first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal() + 1, last.toordinal()):
        yield date.fromordinal(ordinal)


def _forgiven(missed: list[date], free: dict[date, int]) -> bool:
    """Whether free days cover what was missed; they are counted in `free`, by week."""
    if len(missed) > 2 * FREE_A_WEEK:  # more than two weeks that meet could forgive
        return False
    for day in missed:
        week = week_of(day)
        free[week] = free.get(week, 0) + 1
        if free[week] > FREE_A_WEEK:
            return False
    return True
