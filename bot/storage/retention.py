"""How long the words of members are kept: which sessions are old enough to be cleared of them.

How far that has been done is remembered as one moment: sessions end in the order of time, so that no row needs a mark.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select

from bot.storage import settings
from bot.storage.storage import Connection
from bot.storage.tables import sessions

_CLEARED = "retention.cleared"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


async def cleared_until(db: Connection) -> datetime:
    """All sessions that ended up to then hold no words any more."""
    kept = await settings.get(db, _CLEARED)
    return datetime.fromisoformat(kept) if kept else _NEVER


async def set_cleared(db: Connection, until: datetime) -> None:
    await settings.put(db, _CLEARED, until.isoformat())


async def to_clear(db: Connection, until: datetime, most: int) -> list[tuple[int, datetime]]:
    """Sessions that still hold words and ended by `until`, with that moment, oldest first: about `most` of them, and
    always all of those that ended in one moment."""
    ended = sessions.c.ended_at
    within = (ended > await cleared_until(db)) & (ended <= until)
    last = await db.scalar(select(ended).where(within).order_by(ended).offset(most - 1).limit(1))
    wanted = select(sessions.c.id, ended).where(within).order_by(ended, sessions.c.id)
    return [(row[0], row[1]) for row in await db.execute(wanted if last is None else wanted.where(ended <= last))]
