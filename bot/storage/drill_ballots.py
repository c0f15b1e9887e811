"""The votes of drills in front of all, as rows. What they mean is in bot/drills/votes.py."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, or_, select

from bot.storage.clusters import ALONE, Cluster
from bot.storage.drill_tables import drill_ballots, drill_candidates, drill_votes, drills
from bot.storage.rows import get_row, put_row
from bot.storage.storage import Connection


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """`member` proposed it, None where it was given; `moves` is None where it is read when it is said."""

    text: str
    member: int | None = None
    moves: Any = None


@dataclass(frozen=True, slots=True)
class BallotRow:
    drill: int
    seconds: int
    number: int = 0
    state: str = "closed"
    closes: float | None = None
    chosen: int | None = None
    message: int | None = None
    candidates: tuple[CandidateRow, ...] = ()
    votes: tuple[tuple[int, int], ...] = ()  # voter and candidate


async def get(db: Connection, drill: int, *, to_change: bool = False) -> BallotRow | None:
    row = await get_row(db, drill_ballots, {"drill": drill}, to_change=to_change)
    if row is None:
        return None
    candidates = await db.execute(
        select(drill_candidates.c.text, drill_candidates.c.member, drill_candidates.c.moves)
        .where(drill_candidates.c.drill == drill)
        .order_by(drill_candidates.c.place)
    )
    votes = await db.execute(
        select(drill_votes.c.member, drill_votes.c.candidate)
        .where(drill_votes.c.drill == drill)
        .order_by(drill_votes.c.member)
    )
    return BallotRow(
        **row._mapping,  # pyright: ignore[reportPrivateUsage]
        candidates=tuple(CandidateRow(*each) for each in candidates),
        votes=tuple((each.member, each.candidate) for each in votes),
    )


async def put(db: Connection, row: BallotRow) -> None:
    """Writes the vote of a drill as it is now, in place of what it was."""
    values = asdict(row)
    drill, candidates, votes = (values.pop(name) for name in ("drill", "candidates", "votes"))
    await put_row(db, drill_ballots, {"drill": drill}, values)
    for table in (drill_candidates, drill_votes):
        await db.execute(delete(table).where(table.c.drill == drill))
    if candidates:
        rows = [{"drill": drill, "place": place, **each} for place, each in enumerate(candidates)]
        await db.execute(insert(drill_candidates), rows)
    if votes:
        rows = [{"drill": drill, "member": member, "candidate": candidate} for member, candidate in votes]
        await db.execute(insert(drill_votes), rows)


async def to_look_at(db: Connection, phases: Iterable[str], cluster: Cluster = ALONE) -> list[int]:
    """The drills in one of the phases in which the group votes, and those in which a vote still stands in front of
    the group; all in the servers of a cluster."""
    wanted = (
        select(drill_ballots.c.drill)
        .join(drills, drills.c.id == drill_ballots.c.drill)
        .where(
            or_(drills.c.phase.in_(list(phases)), drill_ballots.c.message.is_not(None)), cluster.is_of(drills.c.guild)
        )
        .order_by(drill_ballots.c.drill)
    )
    return list(await db.scalars(wanted))


async def drop_old(db: Connection, until: datetime) -> None:
    """Deletes what was proposed and voted in drills that ended by `until`."""
    old = select(drills.c.id).where(drills.c.ended_at <= until)
    for table in (drill_candidates, drill_votes):
        await db.execute(delete(table).where(table.c.drill.in_(old)))
