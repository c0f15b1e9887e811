"""Posts: what a front owes its learners. Written with the event that caused them, marked once they are posted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import bindparam, insert, select, update

from bot.storage.clusters import ALONE, Cluster
from bot.storage.storage import Connection
from bot.storage.tables import events, posts, sessions

NewPost: TypeAlias = tuple[str, str, object]
"""Kind, text and body."""


@dataclass(frozen=True, slots=True)
class PostRow:
    id: int
    session: int
    kind: str
    text: str
    body: dict[str, Any]  # plain data


_COLUMNS = tuple(posts.c[name] for name in PostRow.__slots__)
_ADD = insert(posts).returning(posts.c.id)
_OWED = select(*_COLUMNS).where(posts.c.posted_at.is_(None)).order_by(posts.c.id)
_OWED_IN = _OWED.where(posts.c.session == bindparam("of"))
_OWED_BEFORE = (
    select(posts.c.id)
    .where(posts.c.session == bindparam("of"), posts.c.posted_at.is_(None), posts.c.id < bindparam("post"))
    .limit(1)
)
_MARK = (
    update(posts)
    .where(posts.c.id == bindparam("post"), posts.c.posted_at.is_(None))
    .values(posted_at=bindparam("at"), message=bindparam("as_message"))
)


async def add(db: Connection, session: int, event: int, drafts: Sequence[NewPost]) -> list[int]:
    """Owes some more posts, at least one, and returns their ids in the order of the drafts."""
    rows = (
        {"session": session, "event": event, "kind": kind, "text": text, "body": body} for kind, text, body in drafts
    )
    return [(await db.execute(_ADD, row)).scalar_one() for row in rows]


async def owed(db: Connection, *, front: str | None = None, session: int | None = None) -> list[PostRow]:
    """What hasn't been posted, in order; of one front or one session only where they are given."""
    wanted = _OWED if session is None else _OWED_IN
    if front is not None:
        wanted = wanted.join(sessions, sessions.c.id == posts.c.session).where(sessions.c.front == front)
    return [PostRow(*row) for row in await db.execute(wanted, None if session is None else {"of": session})]


async def owed_before(db: Connection, session: int, post: int) -> bool:
    """Whether something that comes before `post` hasn't been posted in its session."""
    return await db.scalar(_OWED_BEFORE, {"of": session, "post": post}) is not None


async def owing(db: Connection, *, front: str, cluster: Cluster = ALONE) -> list[int]:
    """The sessions of a front, in the servers of a cluster, in which something hasn't been posted, the oldest first."""
    wanted = select(posts.c.session).join(sessions, sessions.c.id == posts.c.session)
    unposted = wanted.where(posts.c.posted_at.is_(None), sessions.c.front == front, cluster.is_of(sessions.c.guild))
    return list(await db.scalars(unposted.distinct().order_by(posts.c.session)))


async def mark(db: Connection, post: int, *, at: datetime, message: int | None) -> None:
    """Marks a post as posted, as the front's `message` if it has an id. Only the first marking counts."""
    await db.execute(_MARK, {"post": post, "at": at, "as_message": message})


async def owed_since(db: Connection, *, front: str, cluster: Cluster = ALONE) -> datetime | None:
    """When the oldest of what hasn't been posted in the servers of a cluster was written down; None where nothing is
    owed."""
    wanted = (
        select(events.c.at)
        .join(posts, posts.c.event == events.c.id)
        .join(sessions, sessions.c.id == posts.c.session)
        .where(posts.c.posted_at.is_(None), sessions.c.front == front, cluster.is_of(sessions.c.guild))
        .order_by(posts.c.id)
        .limit(1)
    )
    return await db.scalar(wanted)


async def messages(db: Connection, session: int) -> set[int]:
    """The front's ids of all that was posted in a session."""
    wanted = select(posts.c.message).where(posts.c.session == session, posts.c.message.is_not(None))
    return set(await db.scalars(wanted))


async def last_message(db: Connection, session: int, kind: str) -> int | None:
    """The front's id of the last post of this kind that was posted in a session."""
    return await db.scalar(
        select(posts.c.message)
        .where(posts.c.session == session, posts.c.kind == kind, posts.c.message.is_not(None))
        .order_by(posts.c.id.desc())
        .limit(1)
    )


async def of_kind(db: Connection, session: int, kind: str) -> list[PostRow]:
    """The posts of one kind in a session, in order, whether or not they have been posted."""
    wanted = select(*_COLUMNS).where(posts.c.session == session, posts.c.kind == kind).order_by(posts.c.id)
    return [PostRow(*row) for row in await db.execute(wanted)]


async def rewrite(db: Connection, post: int, body: object) -> None:
    """Puts another body in place of the one that a post had."""
    await db.execute(update(posts).where(posts.c.id == post).values(body=body))
