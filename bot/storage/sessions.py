"""Sessions: who practises what, where, and how it ended. What happened in them stands in events."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, bindparam, func, insert, or_, select, update

from bot.storage.storage import Connection
from bot.storage.tables import contents, posts, sessions


@dataclass(frozen=True, slots=True)
class SessionRow:
    id: int
    learner: int
    front: str
    guild: int | None
    channel: int
    scenario: str
    content: str  # digest of the scenario and voice that it began with
    world: str
    secret: str  # that the world was drawn from: never shown
    seed: int
    started_at: datetime
    ended_at: datetime | None
    outcome: str | None
    price: int | None  # minor units
    surplus_share: float | None
    held: bool  # takes no moves for now
    veiled: bool  # what it hides isn't told, not even at its end
    sealed: bool  # it has ended, and its end may still be taken back: what it hid isn't told yet
    rewound_from: int | None  # the session that it goes back to
    rewound_at: int | None  # the first step that was played anew
    rated: bool | None  # whether it counts for the rating; None before the first move


@dataclass(frozen=True, slots=True)
class OpenRow:
    """What can be told of a session that hasn't ended without reading what happened in it."""

    id: int
    learner: int
    front: str
    guild: int | None
    channel: int
    started_at: datetime
    veiled: bool
    last_post: int | None  # the front's id of the latest message that was posted in it


_COLUMNS = tuple(sessions.c[name] for name in SessionRow.__slots__)
_GET = select(*_COLUMNS).where(sessions.c.id == bindparam("session"))
_TO_CHANGE = _GET.with_for_update()
_AT = (
    select(*_COLUMNS)
    .where(sessions.c.channel == bindparam("place"))
    .order_by(sessions.c.ended_at.is_(None).desc(), sessions.c.id.desc())
    .limit(1)
)
_AT_OF_FRONT = _AT.where(sessions.c.front == bindparam("of_front"))
_LAST_POST = select(func.max(posts.c.message)).where(posts.c.session == sessions.c.id).scalar_subquery()
_OPEN_COLUMNS = (*(sessions.c[name] for name in OpenRow.__slots__ if name != "last_post"), _LAST_POST)


async def keep_content(db: Connection, text: str) -> str:
    """Keeps a text once, however many sessions begin with it; returns its digest."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    known = await db.scalar(select(contents.c.digest).where(contents.c.digest == digest))
    if known is None:
        await db.execute(insert(contents).values(digest=digest, text=text))
    return digest


async def content(db: Connection, digest: str) -> str:
    """The text that was kept under `digest`; there is one for each session."""
    return (await db.execute(select(contents.c.text).where(contents.c.digest == digest))).scalar_one()


async def add(
    db: Connection,
    *,
    learner: int,
    front: str,
    guild: int | None,
    channel: int,
    scenario: str,
    content: str,
    world: str,
    secret: str,
    seed: int,
    started_at: datetime,
    veiled: bool = False,
    rewound_from: int | None = None,
    rewound_at: int | None = None,
) -> SessionRow:
    row = {
        "learner": learner,
        "front": front,
        "guild": guild,
        "channel": channel,
        "scenario": scenario,
        "content": content,
        "world": world,
        "secret": secret,
        "seed": seed,
        "started_at": started_at,
        "veiled": veiled,
        "rewound_from": rewound_from,
        "rewound_at": rewound_at,
    }
    made = (await db.execute(insert(sessions).values(row).returning(*_COLUMNS))).one()
    return _session(made)


async def get(db: Connection, session: int, *, to_change: bool = False) -> SessionRow | None:
    """The session, or None. With `to_change` other writers wait for it until this transaction ends."""
    row = (await db.execute(_TO_CHANGE if to_change else _GET, {"session": session})).one_or_none()
    return _session(row) if row else None


async def at(db: Connection, channel: int, *, front: str | None = None) -> SessionRow | None:
    """The session that was held last in a channel, an open one before all others; None where there was none."""
    found = await db.execute(_AT if front is None else _AT_OF_FRONT, {"place": channel, "of_front": front})
    row = found.one_or_none()
    return _session(row) if row else None


async def still_open(db: Connection, *, front: str | None = None, learner: int | None = None) -> list[SessionRow]:
    """All sessions that haven't ended, oldest first; of one front or one learner only where they are given."""
    wanted = select(*_COLUMNS).where(sessions.c.ended_at.is_(None))
    if front is not None:
        wanted = wanted.where(sessions.c.front == front)
    if learner is not None:
        wanted = wanted.where(sessions.c.learner == learner)
    return [_session(row) for row in await db.execute(wanted.order_by(sessions.c.id))]


async def open_after(db: Connection, session: int, most: int, *, front: str, guild: int | None = None) -> list[OpenRow]:
    """The first `most` sessions of a front (in one guild, where it is given) after `session` that haven't ended, or
    whose end may still be taken back."""
    wanted = select(*_OPEN_COLUMNS).where(
        sessions.c.id > session,
        or_(sessions.c.ended_at.is_(None), sessions.c.sealed.is_(True)),
        sessions.c.front == front,
    )
    if guild is not None:
        wanted = wanted.where(sessions.c.guild == guild)
    return [OpenRow(*row) for row in await db.execute(wanted.order_by(sessions.c.id).limit(most))]


async def latest_of_learner(db: Connection, learner: int, most: int) -> list[SessionRow]:
    """The sessions that a learner began last, latest first."""
    wanted = select(*_COLUMNS).where(sessions.c.learner == learner)
    newest = wanted.order_by(sessions.c.started_at.desc(), sessions.c.id.desc()).limit(most)
    return [_session(row) for row in await db.execute(newest)]


async def finished_of_learner(db: Connection, learner: int, most: int) -> list[SessionRow]:
    """The sessions of a learner that have ended and hide nothing any more, the last ended first."""
    wanted = select(*_COLUMNS).where(
        sessions.c.learner == learner, sessions.c.ended_at.is_not(None), sessions.c.veiled.is_(False)
    )
    latest = wanted.order_by(sessions.c.ended_at.desc(), sessions.c.id.desc()).limit(most)
    return [_session(row) for row in await db.execute(latest)]


async def how_often(db: Connection, learner: int) -> dict[str, int]:
    """How many sessions a learner has begun, by scenario id."""
    counted = await db.execute(
        select(sessions.c.scenario, func.count().label("how_often"))
        .where(sessions.c.learner == learner)
        .group_by(sessions.c.scenario)
    )
    return {row.scenario: row.how_often for row in counted}


async def move(db: Connection, session: int, *, front: str, guild: int | None, channel: int) -> None:
    await db.execute(update(sessions).where(sessions.c.id == session).values(front=front, guild=guild, channel=channel))


async def set_rated(db: Connection, session: int, *, rated: bool) -> None:
    await db.execute(update(sessions).where(sessions.c.id == session).values(rated=rated))


async def end(
    db: Connection,
    session: int,
    *,
    at: datetime,
    outcome: str,
    price: int | None,
    surplus_share: float | None,
    sealed: bool = False,
) -> None:
    """The session is over; one that is `sealed` may still be gone on with."""
    await db.execute(
        update(sessions)
        .where(sessions.c.id == session)
        .values(ended_at=at, outcome=outcome, price=price, surplus_share=surplus_share, sealed=sealed)
    )


async def unseal(db: Connection, session: int) -> None:
    """The end of the session stays as it is."""
    await db.execute(update(sessions).where(sessions.c.id == session).values(sealed=False))


async def reopen(db: Connection, session: int) -> None:
    """The session goes on, as if it had not ended."""
    await db.execute(
        update(sessions)
        .where(sessions.c.id == session)
        .values(ended_at=None, outcome=None, price=None, surplus_share=None, sealed=False)
    )


def _session(row: Row[*tuple[object, ...]]) -> SessionRow:
    return SessionRow(*row)  # pyright: ignore[reportArgumentType]
