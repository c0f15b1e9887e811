"""Drills and their seats, as rows. What they mean is in bot/drills."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, func, insert, or_, select, update

from bot.storage.clusters import ALONE, Cluster
from bot.storage.drill_tables import drill_seats, drills
from bot.storage.storage import Connection
from bot.storage.tables import events, sessions


@dataclass(frozen=True, slots=True)
class DrillRow:
    id: int
    guild: int
    channel: int
    moderator: int
    mode: str
    scenario: str
    content: str
    world: str
    secret: str
    seed: int
    note: str
    most: int
    phase: str
    length: int
    ran: float
    running_since: datetime | None
    revealed: bool
    created_at: datetime
    ended_at: datetime | None
    starts_at: datetime | None
    event: int | None
    invitation: int | None
    console_channel: int | None
    console: int | None
    debrief: int | None
    game: int
    again_of: int | None


@dataclass(frozen=True, slots=True)
class SeatRow:
    drill: int
    number: int
    member: int
    status: str
    named: bool
    began: float | None
    session: int | None
    thread: int | None
    ending: str | None
    gain: int | None


_DRILL = tuple(drills.c[name] for name in DrillRow.__slots__)
_SEAT = tuple(drill_seats.c[name] for name in SeatRow.__slots__)


async def add(db: Connection, values: Mapping[str, Any]) -> DrillRow:
    """A new drill; `values` are all columns but the id and those that may be null."""
    return _drill((await db.execute(insert(drills).values(dict(values)).returning(*_DRILL))).one())


async def get(db: Connection, drill: int, *, to_change: bool = False) -> DrillRow | None:
    """The drill, or None. With `to_change` other writers wait for it until this transaction ends."""
    wanted = select(*_DRILL).where(drills.c.id == drill)
    row = (await db.execute(wanted.with_for_update() if to_change else wanted)).one_or_none()
    return _drill(row) if row else None


async def change(db: Connection, drill: int, **values: Any) -> None:
    await db.execute(update(drills).where(drills.c.id == drill).values(values))


async def in_phases(
    db: Connection, phases: Iterable[str], *, guild: int | None = None, cluster: Cluster = ALONE
) -> list[DrillRow]:
    """Those in one of the phases in the servers of a cluster, of one server where it is given, oldest first."""
    wanted = select(*_DRILL).where(drills.c.phase.in_(list(phases)), cluster.is_of(drills.c.guild))
    return await _drills(db, wanted if guild is None else wanted.where(drills.c.guild == guild))


async def any_stirring(db: Connection, phases: Iterable[str], cluster: Cluster = ALONE) -> bool:
    """Whether there is a drill in one of the phases, or one that has been revealed and has no debrief yet, in the
    servers of a cluster."""
    untold = and_(drills.c.revealed.is_(True), drills.c.debrief.is_(None))
    wanted = select(drills.c.id).where(or_(drills.c.phase.in_(list(phases)), untold), cluster.is_of(drills.c.guild))
    return await db.scalar(wanted.limit(1)) is not None


async def untold(db: Connection, cluster: Cluster = ALONE) -> list[DrillRow]:
    """Those in the servers of a cluster that have been revealed, and have no debrief yet."""
    wanted = select(*_DRILL).where(drills.c.revealed.is_(True), drills.c.debrief.is_(None))
    return await _drills(db, wanted.where(cluster.is_of(drills.c.guild)))


async def of_guild(db: Connection, guild: int, *, limit: int) -> list[DrillRow]:
    """The latest drills of a server, newest first."""
    wanted = select(*_DRILL).where(drills.c.guild == guild).order_by(drills.c.id.desc()).limit(limit)
    return [_drill(row) for row in await db.execute(wanted)]


async def seats(db: Connection, drill: int) -> list[SeatRow]:
    """All seats of a drill, by number."""
    found = await db.execute(select(*_SEAT).where(drill_seats.c.drill == drill).order_by(drill_seats.c.number))
    return [SeatRow(*row) for row in found]


async def seats_with(db: Connection, status: str) -> list[SeatRow]:
    """All seats of all drills that have come so far, in the order in which they were given out."""
    wanted = select(*_SEAT).where(drill_seats.c.status == status).order_by(drill_seats.c.drill, drill_seats.c.number)
    return [SeatRow(*row) for row in await db.execute(wanted)]


async def seat_of_thread(db: Connection, thread: int) -> SeatRow | None:
    row = (await db.execute(select(*_SEAT).where(drill_seats.c.thread == thread).limit(1))).one_or_none()
    return SeatRow(*row) if row else None


async def seats_that_ended(db: Connection, status: str) -> list[SeatRow]:
    """Seats of this status whose session has ended."""
    wanted = (
        select(*_SEAT)
        .join(sessions, sessions.c.id == drill_seats.c.session)
        .where(drill_seats.c.status == status, sessions.c.ended_at.is_not(None))
        .order_by(drill_seats.c.drill, drill_seats.c.number)
    )
    return [SeatRow(*row) for row in await db.execute(wanted)]


async def seats_that_go_on(db: Connection, status: str) -> list[SeatRow]:
    """Seats of this status whose session goes on."""
    wanted = (
        select(*_SEAT)
        .join(sessions, sessions.c.id == drill_seats.c.session)
        .where(drill_seats.c.status == status, sessions.c.ended_at.is_(None))
        .order_by(drill_seats.c.drill, drill_seats.c.number)
    )
    return [SeatRow(*row) for row in await db.execute(wanted)]


async def any_sealed(db: Connection, drill: int) -> bool:
    """Whether the end of a game in a drill may still be taken back."""
    wanted = select(sessions.c.id).where(sessions.c.id.in_(_sessions_of(drill)), sessions.c.sealed.is_(True))
    return await db.scalar(wanted.limit(1)) is not None


async def put_seats(db: Connection, rows: Sequence[SeatRow]) -> None:
    """Writes seats that have changed, and adds those that are new."""
    if not rows:
        return
    known = set(await db.scalars(select(drill_seats.c.number).where(drill_seats.c.drill == rows[0].drill)))
    new = [asdict(row) for row in rows if row.number not in known]
    old = [{**asdict(row), "of_drill": row.drill, "of_number": row.number} for row in rows if row.number in known]
    if new:
        await db.execute(insert(drill_seats), new)
    if old:
        is_it = and_(drill_seats.c.drill == bindparam("of_drill"), drill_seats.c.number == bindparam("of_number"))
        await db.execute(update(drill_seats).where(is_it), old)


async def last_bodies(db: Connection, drill: int, kinds: Iterable[str]) -> dict[int, dict[str, Any]]:
    """The body of the latest event of these kinds in each session of a drill, by seat."""
    latest = (
        select(events.c.session, func.max(events.c.number).label("number"))
        .where(events.c.session.in_(_sessions_of(drill)), events.c.kind.in_(list(kinds)))
        .group_by(events.c.session)
        .subquery()
    )
    found = await db.execute(
        select(drill_seats.c.number, events.c.body)
        .join(latest, and_(events.c.session == latest.c.session, events.c.number == latest.c.number))
        .join(drill_seats, and_(drill_seats.c.session == events.c.session, drill_seats.c.drill == drill))
    )
    return {row.number: row.body for row in found}


async def hold(db: Connection, drill: int, *, held: bool) -> None:
    """The sessions of a drill take no moves any more, or take them again."""
    await db.execute(update(sessions).where(sessions.c.id.in_(_sessions_of(drill))).values(held=held))


async def unveil(db: Connection, drill: int) -> list[int]:
    """What the sessions of a drill hid may be told; returns their ids."""
    changed = await db.scalars(
        update(sessions).where(sessions.c.id.in_(_sessions_of(drill))).values(veiled=False).returning(sessions.c.id)
    )
    return sorted(changed)


def _sessions_of(drill: int) -> Select[int]:
    return select(drill_seats.c.session).where(drill_seats.c.drill == drill, drill_seats.c.session.is_not(None))


async def _drills(db: Connection, wanted: Select[*tuple[object, ...]]) -> list[DrillRow]:
    return [_drill(row) for row in await db.execute(wanted.order_by(drills.c.id))]


def _drill(row: Row[*tuple[object, ...]]) -> DrillRow:
    return DrillRow(**row._mapping)  # pyright: ignore[reportPrivateUsage]
