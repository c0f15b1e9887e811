"""Everything that one database holds, carried into another: of either kind, whatever version both stand at.

Rows are carried as they were written. So are the counters of ids, which may have counted further than any row that is
still there: ids stand in buttons and in the causes of events, and must not be given out a second time.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sqlalchemy import Connection, DateTime, MetaData, Table, event, func, insert, literal, select, text, tuple_

from bot.storage.migrating import VERSIONS
from bot.storage.tables import Moment

_ROWS_AT_ONCE = 500


class Incomplete(Exception):  # noqa: N818
    """Not every row has arrived."""


def carry(source: Connection, target: Connection) -> None:
    """Puts every row of `source` into `target`, which has the same tables, with nothing in them.

    Raises Incomplete where rows are missing in the end.
    """
    there = _tables(target)
    for table in _tables(source).sorted_tables:
        if table.name not in there.tables:  # another program's
            continue
        theirs, rows = there.tables[table.name], 0
        for page in _pages(source, table):
            target.execute(insert(theirs), page)
            rows += len(page)
        arrived = target.execute(select(func.count()).select_from(theirs)).scalar_one()
        if arrived != rows:
            raise Incomplete(f"{arrived} of {rows} rows of {table.name}")
        if _counts_up(theirs):
            _set_counter(target, theirs, _counter(source, table))


def _pages(source: Connection, table: Table) -> Generator[list[dict[str, Any]]]:
    """All rows in the order of their keys. Each page is a query of its own: PostgreSQL lets no table be dropped that a
    cursor has been through in the same transaction."""
    key = tuple_(*table.primary_key.columns)
    in_order = select(table).order_by(*table.primary_key.columns).limit(_ROWS_AT_ONCE)
    page = [dict(row) for row in source.execute(in_order).mappings()]
    while page:
        yield page
        last = tuple_(*(literal(page[-1][column.name], column.type) for column in table.primary_key.columns))
        page = [dict(row) for row in source.execute(in_order.where(key > last)).mappings()]


def _tables(connection: Connection) -> MetaData:
    """The tables as they are there, but for the one that says their version."""
    metadata = MetaData()

    @event.listens_for(metadata, "column_reflect")
    def moments_have_a_zone(_inspector: Any, _table: Table, column: Any) -> None:  # pyright: ignore[reportUnusedFunction]
        if isinstance(column["type"], DateTime):
            column["type"] = Moment()

    metadata.reflect(connection, only=lambda name, _: name != VERSIONS)
    return metadata


def _counts_up(table: Table) -> bool:
    """Whether its ids are given out by the database."""
    return [column.name for column in table.primary_key.columns] == ["id"]


def _counter(connection: Connection, table: Table) -> int:
    """The highest id that was ever given out, 0 where none was."""
    if connection.dialect.name == "sqlite":
        found = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
        return connection.execute(found, {"name": table.name}).scalar() or 0
    sequence = _sequence(connection, table)
    found = text(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")  # noqa: S608 (a name of its own)
    return connection.execute(found).scalar_one()


def _set_counter(connection: Connection, table: Table, to: int) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table.name})
        connection.execute(
            text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :to)"), {"name": table.name, "to": to}
        )
    elif to:
        sequence = _sequence(connection, table)
        connection.execute(
            text("SELECT setval(CAST(:sequence AS text)::regclass, :to)"), {"sequence": sequence, "to": to}
        )


def _sequence(connection: Connection, table: Table) -> str:
    found = text("SELECT pg_get_serial_sequence(:name, 'id')")
    return connection.execute(found, {"name": table.name}).scalar_one()
