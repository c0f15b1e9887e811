"""What the bot remembers about itself from one start to the next, by name."""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from bot.storage.storage import Connection
from bot.storage.tables import settings


async def get(db: Connection, name: str) -> str | None:
    return await db.scalar(select(settings.c.value).where(settings.c.name == name))


async def put(db: Connection, name: str, value: str) -> None:
    await db.execute(delete(settings).where(settings.c.name == name))
    await db.execute(insert(settings).values(name=name, value=value))
