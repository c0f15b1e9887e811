from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.services.daily import NoPosition
from bot.services.learning import Learning
from tests.services.lamp import LEARNER, STRANGER, Clock
from tests.services.learning.conftest import Knowledge, lamp_library

GUILD = 500


async def test_everybody_in_a_server_has_the_same_position(learning: Learning) -> None:
    mine, theirs = await asyncio.gather(learning.daily.today(GUILD, LEARNER), learning.daily.today(GUILD, STRANGER))

    assert mine == theirs
    assert (mine.choice, mine.counts, mine.hidden) == (None, None, None)
    assert len(mine.question.options) >= 3


async def test_after_answering_one_sees_how_the_server_did(learning: Learning) -> None:
    view = await learning.daily.today(GUILD, LEARNER)
    await learning.daily.answer(GUILD, view.day, STRANGER, 1)

    answered = await learning.daily.answer(GUILD, view.day, LEARNER, 0)

    assert answered.choice == 0
    assert answered.counts is not None
    assert answered.counts[:2] == (1, 1)
    assert answered.hidden in (
        "A busy day. Others wanted the lamp.",
        "A slow day. The lamp was in the way.",
    )


async def test_the_first_answer_counts(learning: Learning) -> None:
    view = await learning.daily.today(GUILD, LEARNER)

    await asyncio.gather(*(learning.daily.answer(GUILD, view.day, LEARNER, choice) for choice in (1, 1, 1)))
    again = await learning.daily.answer(GUILD, view.day, LEARNER, 0)

    assert again.choice == 1
    assert again.counts is not None
    assert sum(again.counts) == 1


async def test_a_change_of_the_knowledge_changes_nothing_today(learning: Learning, knowledge: Knowledge) -> None:
    view = await learning.daily.today(GUILD, LEARNER)
    knowledge.library = replace(lamp_library(), scenarios={})

    assert await learning.daily.today(GUILD, STRANGER) == view


async def test_tomorrow_there_is_another_and_the_old_one_can_still_be_answered(
    learning: Learning, clock: Clock
) -> None:
    today = await learning.daily.today(GUILD, LEARNER)
    clock.forward(days=1)

    tomorrow = await learning.daily.today(GUILD, LEARNER)

    assert tomorrow.day == today.day + timedelta(days=1)
    assert tomorrow.question.id != today.question.id
    assert (await learning.daily.answer(GUILD, today.day, LEARNER, 0)).choice == 0


async def test_without_a_server_there_is_one_as_well(learning: Learning) -> None:
    assert (await learning.daily.today(None, LEARNER)).guild == 0


async def test_an_answer_keeps_the_streak_alive(learning: Learning) -> None:
    view = await learning.daily.today(GUILD, LEARNER)
    await learning.daily.answer(GUILD, view.day, LEARNER, 0)

    streak = (await learning.progress(LEARNER, LEARNER)).streak
    assert (streak.length, streak.done_today) == (1, True)


async def test_a_streak_lives_through_moves_and_changes_of_the_clocks(learning: Learning, clock: Clock) -> None:
    """Four weeks of evenings: in Berlin, where the clocks are put forward on March 29, then in Los Angeles, then in
    Auckland, which is reached by skipping a date, and where they are put back on April 5."""
    evenings = {
        "Europe/Berlin": [date(2026, 3, day) for day in range(16, 31)],
        "America/Los_Angeles": [date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 2)],
        "Pacific/Auckland": [date(2026, 4, day) for day in range(4, 14)],
    }
    for zone, days in evenings.items():
        await learning.members.set_zone(LEARNER, zone)
        for day in days:
            clock.time = datetime.combine(day, time(21), ZoneInfo(zone)).astimezone(UTC)
            view = await learning.daily.today(None, LEARNER)
            await learning.daily.answer(view.guild, view.day, LEARNER, 0)

    streak = (await learning.progress(LEARNER, LEARNER)).streak

    assert (streak.length, streak.done_today, streak.free_day_left) == (28, True, True)


async def test_what_is_not_there_is_said(learning: Learning, clock: Clock) -> None:
    view = await learning.daily.today(GUILD, LEARNER)

    with pytest.raises(NoPosition, match="no such answer"):
        await learning.daily.answer(GUILD, view.day, LEARNER, 9)
    with pytest.raises(NoPosition, match="/daily shows today's"):
        await learning.daily.answer(GUILD, view.day - timedelta(days=9), LEARNER, 0)
