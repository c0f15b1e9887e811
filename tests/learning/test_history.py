from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.history import MOST, Piece, Sum, Unit, history, trend

MONDAY = date(2026, 5, 4)


def day(offset: int, **values: object) -> Piece:
    return Piece(MONDAY + timedelta(days=offset), sessions=1, **values)  # pyright: ignore[reportArgumentType]


def test_nothing() -> None:
    assert history([], MONDAY) == (Unit.WEEK, ())


def test_days_of_a_week_are_added_up_and_weeks_without_any_are_there() -> None:
    unit, pieces = history(
        [day(0, accuracy=Sum(1, 50.0), rating=20.0), day(6, accuracy=Sum(2, 160.0)), day(14, rating=22.0)],
        MONDAY + timedelta(days=15),
    )

    assert unit is Unit.WEEK
    assert [(piece.sessions, piece.accuracy.mean, piece.rating) for piece in pieces] == [
        (2, 70.0, 20.0),
        (0, None, None),
        (1, None, 22.0),
    ]


@pytest.mark.parametrize(
    ("days", "unit"), [(0, Unit.WEEK), (150, Unit.WEEK), (200, Unit.MONTH), (700, Unit.MONTH), (1500, Unit.YEAR)]
)
def test_the_longer_the_history_the_longer_its_pieces(days: int, unit: Unit) -> None:
    assert history([day(0), day(days)], MONDAY + timedelta(days=days))[0] is unit


@given(st.sets(st.integers(0, 6000), min_size=1, max_size=60))
def test_no_session_gets_lost_and_there_are_never_too_many_pieces(days: set[int]) -> None:
    unit, pieces = history([day(each) for each in days], MONDAY + timedelta(days=max(days)))

    assert sum(piece.sessions for piece in pieces) == len(days)
    assert len(pieces) <= MOST
    assert [piece.begins for piece in pieces] == sorted({piece.begins for piece in pieces})
    assert unit in Unit


def test_a_trend_needs_three_pieces_with_something_in_them() -> None:
    assert trend([]) is None
    assert trend([Sum(1, 5.0), Sum(), Sum(1, 9.0)]) is None


def test_a_straight_line_is_its_own_trend() -> None:
    assert trend([Sum(1, 50.0), Sum(2, 110.0), Sum(), Sum(1, 65.0)]) == pytest.approx(15.0)


def test_what_is_long_ago_is_no_part_of_the_trend() -> None:
    assert trend([Sum(100, 0.0)] * 20 + [Sum(1, 50.0)] * 8) == pytest.approx(0.0)
