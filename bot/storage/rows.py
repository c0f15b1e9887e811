"""Reading and writing single rows by their key, in a way that SQLite and PostgreSQL both understand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, insert, select, update

from bot.storage.storage import Connection


async def get_row(
    db: Connection, table: Table, key: Mapping[str, object], *, to_change: bool = False
) -> Row[*tuple[Any, ...]] | None:
    """The row of this key; with `to_change` other writers wait for it until this transaction ends."""
    wanted = select(table).where(_is(table, key))
    return (await db.execute(wanted.with_for_update() if to_change else wanted)).one_or_none()


async def put_row(db: Connection, table: Table, key: Mapping[str, object], values: Mapping[str, object]) -> None:
    """Writes the row of this key, whether or not there is one."""
    changed = await db.execute(update(table).where(_is(table, key)).values(dict(values)))
    if changed.rowcount == 0:
        await db.execute(insert(table).values({**key, **values}))


def _is(table: Table, key: Mapping[str, object]) -> ColumnElement[bool]:
    return and_(*(table.c[name] == value for name, value in key.items()))
