"""What fails for a reason that nobody expected is tried again after growing pauses, and keeps nobody else waiting."""

from __future__ import annotations

import logging
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.discord_front.setbacks import Setbacks
from tests.discord_front.bench import Bench

BEGIN = datetime(2026, 5, 1, tzinfo=UTC)


def test_the_pauses_grow_up_to_an_hour(caplog: pytest.LogCaptureFixture):
    time = [BEGIN]
    setbacks = Setbacks(lambda: time[0], "timer %d could not be run")
    pauses: list[float] = []
    for _ in range(10):
        setbacks.note(7, RuntimeError())
        began = time[0]
        while setbacks.waits(7):
            time[0] += timedelta(seconds=30)
        pauses.append((time[0] - began).total_seconds())

    assert pauses == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    assert caplog.records[1].message.startswith("timer 7 could not be run; it is tried again in 60 seconds (error ")


def test_others_do_not_wait_and_what_went_well_is_forgotten():
    setbacks = Setbacks(lambda: BEGIN, "timer %d could not be run")
    setbacks.note(7, RuntimeError())
    assert (setbacks.waits(7), setbacks.waits(8)) == (True, False)

    setbacks.over(7)

    assert not setbacks.waits(7)


async def test_a_session_with_a_post_that_cannot_be_drawn_keeps_no_other_from_theirs(
    bench: Bench, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    broken, well = await bench.begin(), await bench.begin(bench.bob)
    for table, who in ((broken, bench.alice), (well, bench.bob)):
        view = await table.view()
        await bench.app.practice.hear(view.id, who.id, "I'd pay 170.", cause="message:1")
    with sqlite3.connect(tmp_path / "walkaway.db") as other:
        other.execute("UPDATE posts SET body = '{}' WHERE session = 1 AND posted_at IS NULL")
    other.close()
    before = len(well.shown)

    for _ in range(4):
        await bench.env.advance_time(8)

    assert len(well.shown) == before + 1
    told = [record.message for record in caplog.records if record.levelno >= logging.ERROR]
    assert [each.split(";")[0] for each in told] == ["what is owed in session 1 could not be posted"]


async def test_a_timer_that_cannot_be_run_is_told_of_once(
    bench: Bench, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    await bench.begin()
    with sqlite3.connect(tmp_path / "walkaway.db") as other:
        other.execute("UPDATE timers SET due_at = '2026-01-01 00:00:00'")
        other.execute("UPDATE events SET body = '{}'")
    other.close()
    await bench.restart()

    for _ in range(3):
        await bench.env.advance_time(8)

    told = [record.message.split(";")[0] for record in caplog.records if record.levelno >= logging.ERROR]
    assert told == ["session 1 could not be caught up with", "timer 1 could not be run"]
