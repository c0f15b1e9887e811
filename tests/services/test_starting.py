from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.errors import BadAmount
from bot.services.starting import FARTHEST, start_time

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)  # 14:00 in Berlin
LIKE_A_START = r"(<t:)?[0-9]{1,12}>?( ?[mhd])?|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("18:30", datetime(2026, 5, 1, 16, 30, tzinfo=UTC)),
        ("13:00", datetime(2026, 5, 2, 11, 0, tzinfo=UTC)),
        ("2026-12-01 18:30", datetime(2026, 12, 1, 17, 30, tzinfo=UTC)),
        ("in 45 minutes", datetime(2026, 5, 1, 12, 45, tzinfo=UTC)),
        ("2 h", datetime(2026, 5, 1, 14, 0, tzinfo=UTC)),
        ("3 days", datetime(2026, 5, 4, 12, 0, tzinfo=UTC)),
        ("<t:1777640400:F>", datetime(2026, 5, 1, 13, 0, tzinfo=UTC)),
    ],
)
def test_a_start_as_people_write_it(text: str, at: datetime) -> None:
    assert start_time(text, NOW, BERLIN) == at


@pytest.mark.parametrize(
    "text", ["", "soon", "25:00", "2026-02-30 10:00", "2026-01-01 10:00", "2031-01-01 10:00", "0 m"]
)
def test_what_is_no_start_is_said(text: str) -> None:
    with pytest.raises(BadAmount):
        start_time(text, NOW, BERLIN)


@given(st.text(max_size=30) | st.from_regex(LIKE_A_START, fullmatch=True))
def test_any_text_is_a_moment_to_come_or_refused(text: str) -> None:
    try:
        at = start_time(text, NOW, BERLIN)
    except BadAmount:
        return
    assert timedelta() < at - NOW <= FARTHEST
