"""The tables of two in drills, and what is offered at them, as rows. What they mean is in bot/drills/pairs.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from bot.storage.clusters import ALONE, Cluster
from bot.storage.drill_tables import drill_offers, drill_pairs, drills
from bot.storage.rows import put_row
from bot.storage.storage import Connection


@dataclass(frozen=True, slots=True)
class OfferRow:
    drill: int
    pair: int
    number: int
    seat: int
    member: int
    price: int
    extras: tuple[str, ...]
    agreed: tuple[int, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class PairRow:
    """`offer` is the latest one, a row of its own."""

    drill: int
    number: int
    first_seat: int
    second_seat: int | None
    away: int | None = None
    ending: str | None = None
    turn: int = 0
    shown: int = 0
    offer: OfferRow | None = None


async def of(db: Connection, drill: int) -> list[PairRow]:
    """The pairs of a drill, by number, each with its latest offer."""
    latest = {row.pair: row for row in await offers(db, drill)}  # in order: the last one of each stays
    found = await db.execute(select(drill_pairs).where(drill_pairs.c.drill == drill).order_by(drill_pairs.c.number))
    return [PairRow(**row._mapping, offer=latest.get(row.number)) for row in found]  # pyright: ignore[reportPrivateUsage]


async def offers(db: Connection, drill: int) -> list[OfferRow]:
    """All that was offered in a drill, by pair, in order."""
    wanted = select(drill_offers).where(drill_offers.c.drill == drill)
    found = await db.execute(wanted.order_by(drill_offers.c.pair, drill_offers.c.number))
    return [_offer(dict(row._mapping)) for row in found]  # pyright: ignore[reportPrivateUsage]


async def add(db: Connection, rows: Sequence[PairRow]) -> None:
    """New pairs, at whose tables nothing has been offered."""
    if rows:
        await db.execute(insert(drill_pairs), [_pair(row) for row in rows])


async def put(db: Connection, row: PairRow) -> None:
    """Writes a pair that has changed, and its latest offer."""
    values = _pair(row)
    await put_row(db, drill_pairs, {name: values.pop(name) for name in ("drill", "number")}, values)
    if row.offer is not None:
        offer = asdict(row.offer)
        key = {name: offer.pop(name) for name in ("drill", "pair", "number")}
        await put_row(
            db, drill_offers, key, offer | {"extras": list(row.offer.extras), "agreed": list(row.offer.agreed)}
        )


async def set_shown(db: Connection, drill: int, number: int, turn: int) -> None:
    is_it = (drill_pairs.c.drill == drill) & (drill_pairs.c.number == number)
    await db.execute(update(drill_pairs).where(is_it, drill_pairs.c.shown < turn).values(shown=turn))


async def next_turn(db: Connection, drill: int) -> None:
    """There is something to be shown at all tables of a drill that have been open."""
    been_open = (drill_pairs.c.drill == drill) & (drill_pairs.c.turn > 0)
    await db.execute(update(drill_pairs).where(been_open).values(turn=drill_pairs.c.turn + 1))


async def to_show(db: Connection, cluster: Cluster = ALONE) -> list[tuple[int, int]]:
    """Drill and number of the pairs in the servers of a cluster with something that hasn't been shown, those of one
    drill together."""
    wanted = (
        select(drill_pairs.c.drill, drill_pairs.c.number)
        .join(drills, drills.c.id == drill_pairs.c.drill)
        .where(drill_pairs.c.shown < drill_pairs.c.turn, cluster.is_of(drills.c.guild))
    )
    return [(row[0], row[1]) for row in await db.execute(wanted.order_by(drill_pairs.c.drill, drill_pairs.c.number))]


def _pair(row: PairRow) -> dict[str, Any]:
    values = asdict(row)
    del values["offer"]
    return values


def _offer(values: dict[str, Any]) -> OfferRow:
    extras, agreed = tuple(values.pop("extras")), tuple(values.pop("agreed"))
    return OfferRow(**values, extras=extras, agreed=agreed)
