from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.days import ActiveDay, Streak, end_of_day, local_day, streak, week_of

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
MONDAY = date(2026, 5, 4)


def active(*days: int, of: date = MONDAY, hour: int = 12) -> list[ActiveDay]:
    """Days, counted from `of`, on which something was done at noon."""
    return [lived(of + timedelta(days=day), hour=hour) for day in days]


def lived(day: date, zone: ZoneInfo = BERLIN, hour: int = 12) -> ActiveDay:
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=zone)
    return ActiveDay(day, moment, moment)


def on(day: int, hour: int = 21) -> datetime:
    return datetime(2026, 5, 4, hour, tzinfo=BERLIN) + timedelta(days=day)


def test_nothing_done_yet() -> None:
    assert streak([], on(0), BERLIN) == Streak(0, 0, done_today=False, free_day_left=True)


@pytest.mark.parametrize(
    ("days", "today", "length", "longest", "done", "free"),
    [
        ([0], 0, 1, 1, True, True),
        ([0, 1, 2], 2, 3, 3, True, True),
        ([0, 1], 2, 2, 2, False, True),  # today can still be done
        ([0, 1], 3, 2, 2, False, False),  # yesterday was the free day of this week
        ([0, 1], 4, 0, 2, False, True),  # two days missed in one week
        ([0, 1, 3], 3, 3, 3, True, False),
        ([0, 2, 4], 4, 1, 2, True, True),  # a second missed day in the same week starts anew
        ([0, 1, 2, 3, 4, 5, 8], 8, 7, 7, True, False),  # Sunday was free in one week, Monday in the next
        ([0, 1, 2, 3, 4, 8], 8, 1, 5, True, True),  # three in a row are too many
    ],
)
def test_streaks(days: list[int], today: int, length: int, longest: int, done: bool, free: bool) -> None:
    assert streak(active(*days), on(today), BERLIN) == Streak(length, longest, done, free)


def test_the_order_in_which_days_are_given_makes_no_difference() -> None:
    assert streak(active(2, 0, 1), on(2), BERLIN) == streak(active(0, 1, 2), on(2), BERLIN)


def test_midnight_is_the_members_own() -> None:
    moment = datetime(2026, 5, 4, 22, 30, tzinfo=UTC)

    assert (local_day(moment, BERLIN), local_day(moment, NEW_YORK)) == (date(2026, 5, 5), date(2026, 5, 4))


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 29), 23),
        ("Europe/Berlin", date(2026, 10, 25), 25),
        ("America/New_York", date(2026, 3, 8), 23),
        ("America/New_York", date(2026, 11, 1), 25),
        ("Africa/Cairo", date(2026, 4, 24), 23),  # at midnight: this day begins at one o'clock
        ("Asia/Tokyo", date(2026, 3, 29), 24),
    ],
)
def test_a_day_is_as_long_as_it_is(zone: str, day: date, hours: int) -> None:
    there = ZoneInfo(zone)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=there)
    begins = end_of_day(noon - timedelta(days=1), there)

    assert end_of_day(noon, there) - begins == timedelta(hours=hours)


@pytest.mark.parametrize("sunday", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_streak_over_a_change_of_the_clocks(sunday: date) -> None:
    """Late on Saturday, early on Monday: Sunday was missed, whether it had 23 hours or 25."""
    saturday, monday = sunday - timedelta(days=1), sunday + timedelta(days=1)
    days = [lived(saturday, hour=23), lived(monday, hour=0)]

    assert streak(days, days[-1].last, BERLIN) == Streak(2, 2, done_today=True, free_day_left=True)
    thursday_too = [lived(sunday - timedelta(days=3)), *days]  # Friday was the free day already
    assert streak(thursday_too, days[-1].last, BERLIN).length == 1


def test_moving_to_another_zone_keeps_the_days_already_lived() -> None:
    """Every day at half past midnight in Berlin, which is the day before in New York."""
    days = [lived(MONDAY + timedelta(days=day), hour=0) for day in range(5)]
    there = days[-1].last + timedelta(hours=8)

    assert streak(days, there, NEW_YORK) == Streak(5, 5, done_today=True, free_day_left=True)


def test_flying_west_gives_a_day_twice_and_counts_it_once() -> None:
    auckland, honolulu = ZoneInfo("Pacific/Auckland"), ZoneInfo("Pacific/Honolulu")
    left = datetime(2026, 5, 6, 10, tzinfo=auckland)
    landed = left + timedelta(hours=9)
    assert local_day(landed, honolulu) == date(2026, 5, 5)
    days = [lived(date(2026, 5, 5), auckland), ActiveDay(date(2026, 5, 6), left, left)]

    assert streak(days, landed, honolulu) == Streak(2, 2, done_today=True, free_day_left=True)


def test_flying_east_over_the_date_line_misses_no_day() -> None:
    """The eighth is skipped in one flight, and the free day of the week is gone already."""
    honolulu, kiritimati = ZoneInfo("Pacific/Honolulu"), ZoneInfo("Pacific/Kiritimati")  # 24 hours apart
    left = datetime(2026, 5, 7, 23, tzinfo=honolulu)
    landed = left + timedelta(hours=4)
    assert local_day(landed, kiritimati) == date(2026, 5, 9)
    days = [*active(0, 2), ActiveDay(date(2026, 5, 7), left, left), ActiveDay(date(2026, 5, 9), landed, landed)]

    assert streak(days, landed, kiritimati) == Streak(4, 4, done_today=True, free_day_left=False)


@given(st.sets(st.integers(0, 60), min_size=1), st.integers(0, 10))
def test_laws_of_streaks(days: set[int], later: int) -> None:
    now = on(max(days) + later)
    found = streak(active(*days), now, BERLIN)

    assert 0 <= found.length <= found.longest <= len(days)
    assert found.done_today == (later == 0)
    missed_weeks = [week_of(MONDAY + timedelta(days=day)) for day in range(max(days) + later) if day not in days]
    unbroken = len(set(missed_weeks)) == len(missed_weeks) or min(days) > 0
    if min(days) == 0 and unbroken:
        assert found.length == len(days)


@given(st.sets(st.integers(0, 60), min_size=1), st.integers(0, 60))
def test_one_more_day_never_shortens_the_longest_streak(days: set[int], more: int) -> None:
    now = on(61)

    assert streak(active(*days | {more}), now, BERLIN).longest >= streak(active(*days), now, BERLIN).longest
