"""Backups of either kind of database, put back into either kind: every row, as it was, and no id a second time."""

from __future__ import annotations

import asyncio
import socket
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event
from typing import Any

import asyncpg
import pytest
from sqlalchemy import BigInteger, Column, Table, delete, insert, select

from bot.storage import Storage, StorageProblem, backups, settings, timers
from bot.storage.engines import url_of
from bot.storage.tables import Moment, Plain, metadata
from tests.storage.test_migrations import migrate_any
from tests.storage.test_queries import make_session

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
ROWS = 3
TABLES = metadata.sorted_tables


def sample(column: Column[Any], number: int) -> object:
    """The same for a column and what it points to, so that the rows belong to each other."""
    if isinstance(column.type, Moment):
        return NOON.replace(microsecond=number)
    if isinstance(column.type, Plain):
        return {"text": "nul \0, half a pair \ud83d", "amount": 10**40, "number": number}
    match column.type.python_type:
        case kind if kind is bool:
            return number % 2 == 0
        case kind if kind is date:
            return date(2026, 5, number)
        case kind if kind is str:
            return f"{number} é שלום"
        case kind if kind is int:
            large = isinstance(column.type, BigInteger) and not column.primary_key and not column.foreign_keys
            return 2**62 + number if large else number
        case kind:
            return kind(number) / 3


def row(table: Table, number: int) -> dict[str, object]:
    """What may be empty is, in every third row."""
    return {
        column.name: None if column.nullable and number % 3 == 0 else sample(column, number) for column in table.columns
    }


async def fill(database: str) -> None:
    async with opened(database) as storage, storage.writing() as db:
        for table in TABLES:
            await db.execute(insert(table), [row(table, number) for number in range(1, ROWS + 1)])


async def empty(database: str) -> None:
    async with opened(database) as storage, storage.writing() as db:
        for table in reversed(TABLES):
            await db.execute(delete(table))


async def everything(database: str) -> dict[str, list[tuple[Any, ...]]]:
    async with opened(database) as storage, storage.reading() as db:
        return {
            table.name: [tuple(row) for row in await db.execute(select(table).order_by(*table.primary_key.columns))]
            for table in TABLES
        }


@asynccontextmanager
async def opened(database: str) -> AsyncGenerator[Storage]:
    storage = await Storage.open(database)
    try:
        yield storage
    finally:
        await storage.close()


async def back_up(database: str, to: Path) -> None:
    await asyncio.to_thread(backups.back_up, database, to)


async def restore(backup: Path, database: str, folder: Path) -> Path | None:
    return await asyncio.to_thread(backups.restore, backup, database, folder)


async def test_what_was_backed_up_comes_back_and_what_was_there_is_kept(database: str, tmp_path: Path) -> None:
    await fill(database)
    before = await everything(database)
    await back_up(database, tmp_path / "copy.db")
    await empty(database)
    after = await everything(database)

    aside = await restore(tmp_path / "copy.db", database, tmp_path)

    assert {len(rows) for rows in before.values()} == {ROWS}
    assert await everything(database) == before
    assert aside is not None
    assert await everything(str(aside)) == after


async def test_a_backup_goes_from_one_kind_of_database_into_the_other_and_back(database: str, tmp_path: Path) -> None:
    await fill(database)
    before = await everything(database)
    await back_up(database, tmp_path / "copy.db")

    assert await restore(tmp_path / "copy.db", str(tmp_path / "moved.db"), tmp_path) is None
    assert await everything(str(tmp_path / "moved.db")) == before
    await empty(database)
    await back_up(str(tmp_path / "moved.db"), tmp_path / "again.db")
    await restore(tmp_path / "again.db", database, tmp_path)
    assert await everything(database) == before


async def test_no_id_is_given_out_again(database: str, tmp_path: Path) -> None:
    async with opened(database) as storage, storage.writing() as db:
        session = await make_session(db)
        for _ in range(5):
            await timers.put(db, session, "wait", NOON)
        (timer,) = await timers.due(db, NOON)
        await timers.claim(db, timer.id)
    await back_up(database, tmp_path / "copy.db")

    for place in (database, str(tmp_path / "moved.db")):
        await restore(tmp_path / "copy.db", place, tmp_path)
        async with opened(place) as storage, storage.writing() as db:
            await timers.put(db, session, "wait", NOON)
            assert [later.id for later in await timers.due(db, NOON)] == [timer.id + 1]
            assert await make_session(db) == session + 1


async def test_an_older_version_comes_back_and_is_brought_up_to_date(empty_database: str, tmp_path: Path) -> None:
    await migrate_any(empty_database, "0003")
    await back_up(empty_database, tmp_path / "copy.db")
    await fill(empty_database)

    aside = await restore(tmp_path / "copy.db", empty_database, tmp_path)

    assert aside is not None
    assert set(map(len, (await everything(empty_database)).values())) == {0}


async def test_nothing_is_put_back_under_a_bot_that_runs(storage: Storage, database: str, tmp_path: Path) -> None:
    async with storage.writing() as db:
        await settings.put(db, "colour", "green")
    await back_up(database, tmp_path / "copy.db")

    with pytest.raises(StorageProblem, match="The bot is running"):
        await restore(tmp_path / "copy.db", database, tmp_path)

    async with storage.reading() as db:
        assert await settings.get(db, "colour") == "green"


async def test_a_backup_made_while_others_write_is_of_one_moment(
    storage: Storage, database: str, tmp_path: Path
) -> None:
    done = asyncio.Event()

    async def write() -> None:
        number = 0
        while not done.is_set():
            number += 1
            async with storage.writing() as db:
                await settings.put(db, "a first", str(number))
                await settings.put(db, f"between {number}", "x" * 1000)
                await settings.put(db, "second", str(number))

    writing = asyncio.create_task(write())
    for number in range(5):
        await back_up(database, tmp_path / f"{number}.db")
    done.set()
    await writing

    for number in range(5):
        kept = sqlite3.connect(tmp_path / f"{number}.db")
        rows = dict(kept.execute("SELECT name, value FROM settings").fetchall())
        kept.close()
        assert rows.get("a first") == rows.get("second")


async def test_a_backup_that_is_stopped_leaves_nothing(database: str, tmp_path: Path) -> None:
    await fill(database)
    stop = Event()
    stop.set()

    with pytest.raises(backups.Stopped):
        await asyncio.to_thread(backups.back_up, database, tmp_path / "kept" / "copy.db", stop)

    assert await asyncio.to_thread(lambda: list((tmp_path / "kept").iterdir())) == []


async def test_a_server_that_does_not_answer_keeps_nobody_from_stopping(tmp_path: Path) -> None:
    stop = Event()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        making = asyncio.create_task(
            asyncio.to_thread(backups.back_up, f"postgresql://me@127.0.0.1:{port}/bot", tmp_path / "copy.db", stop)
        )
        connected, _ = await asyncio.to_thread(silent.accept)
        stop.set()

        with connected, pytest.raises(backups.Stopped):
            async with asyncio.timeout(5):  # sooner than the connection would be given up
                await making


# --- what only a server can say: run with --postgres ------------------------------------------------------------------


async def ordered(postgres: str, *orders: str) -> list[Any]:
    connection = await asyncpg.connect(url_of(postgres).set(drivername="postgresql").render_as_string(False))
    found = [await connection.fetch(order) for order in orders]
    await connection.close()
    return found[-1]


async def test_a_backup_that_does_not_fit_changes_nothing(postgres: str, tmp_path: Path) -> None:
    await fill(postgres)
    before = await everything(postgres)
    await back_up(postgres, tmp_path / "copy.db")
    with sqlite3.connect(tmp_path / "copy.db") as file:
        file.execute("UPDATE sessions SET front = 'longer than PostgreSQL lets it be'")
    file.close()

    with pytest.raises(StorageProblem, match="value too long"):
        await restore(tmp_path / "copy.db", postgres, tmp_path)

    assert await everything(postgres) == before


async def test_tables_of_another_program_stay(postgres: str, empty_database: str, tmp_path: Path) -> None:
    await back_up(postgres, tmp_path / "copy.db")
    await ordered(postgres, "CREATE TABLE recipes (name text)", "INSERT INTO recipes VALUES ('soup')")
    await ordered(empty_database, "CREATE TABLE recipes (name text)")

    await back_up(postgres, tmp_path / "again.db")
    await restore(tmp_path / "again.db", postgres, tmp_path)

    assert [row["name"] for row in await ordered(postgres, "SELECT name FROM recipes")] == ["soup"]
    with pytest.raises(StorageProblem, match="belongs to another program"):
        await restore(tmp_path / "copy.db", empty_database, tmp_path)


async def test_what_is_not_there_is_not_backed_up(postgres: str, empty_database: str, tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match="There is nothing in walkaway_"):
        await back_up(empty_database, tmp_path / "copy.db")


async def test_a_newer_version_is_left_alone(postgres: str, tmp_path: Path) -> None:
    await back_up(postgres, tmp_path / "copy.db")
    await ordered(postgres, "UPDATE alembic_version SET version_num = '9999'")

    for work in (back_up(postgres, tmp_path / "newer.db"), restore(tmp_path / "copy.db", postgres, tmp_path)):
        with pytest.raises(StorageProblem, match="newer version of Walkaway"):
            await work

    assert [row["version_num"] for row in await ordered(postgres, "SELECT version_num FROM alembic_version")] == [
        "9999"
    ]


async def test_nobody_answers(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match=r"can't be reached|can't be used") as caught:
        await back_up("postgresql://bot:secret@/walkaway?host=/nowhere", tmp_path / "copy.db")

    assert "secret" not in str(caught.value)
