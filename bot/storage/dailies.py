"""Positions of the day, and how a server answered them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, select

from bot.storage.learning_tables import daily_answers, daily_positions
from bot.storage.rows import get_row
from bot.storage.storage import Connection


async def get(db: Connection, guild: int, day: date) -> dict[str, Any] | None:
    """The question of the day as plain data, or None where nobody has asked for it yet."""
    row = await get_row(db, daily_positions, {"guild": guild, "day": day})
    return row.question if row else None


async def add(db: Connection, guild: int, day: date, question: object) -> None:
    await db.execute(insert(daily_positions).values(guild=guild, day=day, question=question))


async def choice(db: Connection, guild: int, day: date, learner: int) -> int | None:
    """What the member answered, or None."""
    row = await get_row(db, daily_answers, {"guild": guild, "day": day, "learner": learner})
    return row.choice if row else None


async def answer(db: Connection, guild: int, day: date, learner: int, choice: int, at: datetime) -> None:
    """Raises IntegrityError where the member has answered before."""
    await db.execute(insert(daily_answers).values(guild=guild, day=day, learner=learner, choice=choice, at=at))


async def counts(db: Connection, guild: int, day: date) -> dict[int, int]:
    """How many members chose each option."""
    found = await db.execute(
        select(daily_answers.c.choice, func.count())
        .where(daily_answers.c.guild == guild, daily_answers.c.day == day)
        .group_by(daily_answers.c.choice)
    )
    return {row[0]: row[1] for row in found}
