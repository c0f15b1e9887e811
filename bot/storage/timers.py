"""Timers: what is due later. A timer is put off by replacing it, so that an id stands for one due time only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select

from bot.storage.clusters import ALONE, Cluster
from bot.storage.storage import Connection
from bot.storage.tables import sessions, timers


@dataclass(frozen=True, slots=True)
class TimerRow:
    id: int
    session: int
    kind: str
    due_at: datetime


_COLUMNS = tuple(timers.c[name] for name in TimerRow.__slots__)
_DROP_ALL = delete(timers).where(timers.c.session == bindparam("of"))
_DROP = _DROP_ALL.where(timers.c.kind == bindparam("which"))
_PUT = insert(timers)


async def put(db: Connection, session: int, kind: str, due_at: datetime) -> None:
    """Sets the one timer of this kind that the session has, in place of an earlier one."""
    await drop(db, session, kind)
    await db.execute(_PUT, {"session": session, "kind": kind, "due_at": due_at})


async def drop(db: Connection, session: int, kind: str | None = None) -> None:
    """Takes away the session's timer of this kind, or all of them."""
    if kind is None:
        await db.execute(_DROP_ALL, {"of": session})
    else:
        await db.execute(_DROP, {"of": session, "which": kind})


async def due(
    db: Connection,
    by: datetime,
    *,
    front: str | None = None,
    session: int | None = None,
    kind: str | None = None,
    most: int | None = None,
    cluster: Cluster = ALONE,
) -> list[TimerRow]:
    """What is due by then in the servers of a cluster, earliest first, at most so many; of one front, session or kind
    only where they are given.

    Nothing is due in a session that is held.
    """
    wanted = (
        select(*_COLUMNS)
        .join(sessions, sessions.c.id == timers.c.session)
        .where(timers.c.due_at <= by, sessions.c.held.is_(False), cluster.is_of(sessions.c.guild))
        .order_by(timers.c.due_at, timers.c.id)
        .limit(most)
    )
    if front is not None:
        wanted = wanted.where(sessions.c.front == front)
    if session is not None:
        wanted = wanted.where(timers.c.session == session)
    if kind is not None:
        wanted = wanted.where(timers.c.kind == kind)
    return [TimerRow(*row) for row in await db.execute(wanted)]


async def get(db: Connection, timer: int) -> TimerRow | None:
    row = (await db.execute(select(*_COLUMNS).where(timers.c.id == timer))).one_or_none()
    return TimerRow(*row) if row else None


async def claim(db: Connection, timer: int) -> bool:
    """Takes a timer away for good; False where it was taken or put off before, and is not to be run."""
    return (await db.execute(delete(timers).where(timers.c.id == timer))).rowcount == 1
