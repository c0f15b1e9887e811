from __future__ import annotations

import asyncio
import re
import sqlite3
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, MetaData, create_engine, insert, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from bot.storage import Storage, StorageProblem, lessons
from bot.storage.engines import database_at, url_of
from bot.storage.migrating import configuration
from bot.storage.tables import metadata

VERSIONS = [script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()]


def migrate(path: Path, version: str) -> None:
    config = configuration()
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    engine.dispose()


async def migrate_any(database: str, version: str) -> None:
    """The same for what DATABASE says, of either kind."""

    def upgrade(connection: Connection) -> None:
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, version)

    opened = database_at(url_of(database), busy_seconds=5)
    async with opened.writing() as db:
        await db.run_sync(upgrade)
    await opened.close()


def differences(connection: Connection) -> list[object]:
    return compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)


async def test_migrations_make_the_tables_as_they_are_declared(storage: Storage) -> None:
    async with storage.writing() as db:
        assert await db.run_sync(differences) == []


@pytest.mark.parametrize("version", VERSIONS)
async def test_each_older_database_is_brought_up_to_date(empty_database: str, version: str) -> None:
    await migrate_any(empty_database, version)

    storage = await Storage.open(empty_database)

    async with storage.writing() as db:
        assert await db.run_sync(differences) == []
    await storage.close()


def fill(path: Path) -> MetaData:
    """Puts a row with something in every column into every table that there is; returns the tables as they are."""
    then = MetaData()
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        then.reflect(connection)
        for table in then.sorted_tables:
            if table.name != "alembic_version":
                connection.execute(insert(table).values({column.name: sample(column) for column in table.columns}))
    engine.dispose()
    return then


def sample(column: Column[Any]) -> object:
    """The same for a column and what it points to, so that the rows belong to each other."""
    match column.type.python_type:
        case kind if kind is bool:
            return True
        case kind if kind is datetime:
            return datetime.fromisoformat("2026-05-01T12:00:00")
        case kind if kind is date:
            return date(2026, 5, 1)
        case kind if kind is str:
            return "abc"
        case kind:
            return kind(7)


def rows_of(path: Path, tables: MetaData) -> dict[str, list[tuple[Any, ...]]]:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        found = {
            table.name: [tuple(row) for row in connection.execute(select(table))] for table in tables.sorted_tables
        }
    engine.dispose()
    del found["alembic_version"]
    return found


@pytest.mark.parametrize("version", VERSIONS)
async def test_what_an_older_database_holds_stays(path: Path, version: str) -> None:
    migrate(path, version)
    then = fill(path)
    before = rows_of(path, then)
    assert all(before.values())

    await (await Storage.open(str(path))).close()

    assert rows_of(path, then) == before


@pytest.mark.parametrize("version", ["0001", "0002"])
async def test_a_session_from_before_there_were_lessons_owes_one(path: Path, version: str) -> None:
    migrate(path, version)
    fill(path)

    storage = await Storage.open(str(path))

    async with storage.reading() as db:
        assert await lessons.owed(db, 5) == [7]
    await storage.close()


async def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    migrate(path, "0001")
    old = sqlite3.connect(path)
    old.execute("CREATE TABLE settings (something_else TEXT)")
    old.commit()
    before = old.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()

    with pytest.raises(StorageProblem, match="settings already exists"):
        await Storage.open(str(path))

    assert old.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall() == before
    assert old.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    old.close()


async def test_two_that_open_a_new_database_at_once(empty_database: str) -> None:
    both = await asyncio.gather(Storage.open(empty_database), Storage.open(empty_database))

    for storage in both:
        async with storage.writing() as db:
            assert await db.run_sync(differences) == []
        await storage.close()


def test_the_migrations_are_valid_for_postgresql() -> None:
    written = StringIO()
    config = configuration()
    config.output_buffer = written

    command.upgrade(config, "head", sql=True)

    for table in metadata.tables.values():
        declared = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        columns = sorted(line.strip(" \t,") for line in declared.splitlines() if line.startswith("\t"))
        made = written.getvalue().partition(f"CREATE TABLE {table.name} (")[2].partition("\n);")[0].splitlines()
        added = re.findall(rf"ALTER TABLE {table.name} ADD COLUMN (.*);", written.getvalue())
        assert sorted(line.strip(" ,") for line in (*made, *added) if line.strip()) == columns
