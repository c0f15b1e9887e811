"""A PostgreSQL database as a backup and back: an SQLite file of the same version, with the same tables and rows.

So a backup is a file that can be looked through, whatever made it, needs no program but the bot, and can be put back
into either kind of database.

Everything here waits for the network and the disk: call it in a thread that runs no event loop. Raises StorageProblem
with a sentence on what to do.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from sqlalchemy import URL, Connection, MetaData, NullPool, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import files
from bot.storage.carrying import Incomplete, carry
from bot.storage.migrating import is_known, make_tables, version_of
from bot.storage.postgres import PostgreSQL
from bot.storage.problems import StorageProblem, sentence_for

_BUSY_SECONDS = 5.0
_TENTH = 0.1  # seconds
_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND application_name = 'walkaway' AND pid <> pg_backend_pid()"
)


@dataclass(frozen=True, slots=True)
class Answered:
    """What a server says of a database: `version` is the migration it stands at, None where there is nothing of the
    bot's; whether it takes changes, and how many bytes it has."""

    version: str | None
    changeable: bool
    size: int


def place_of(url: URL) -> str:
    return f"{url.database} on {url.host or url.query.get('host', 'localhost')}"


def examine(url: URL) -> Answered:
    return asyncio.run(_done(url, _answered, writing=False))


def write(url: URL, to: Path, go_on: Callable[[], None]) -> None:
    """Writes the database as it is when this begins to a new file, whoever changes it meanwhile. `go_on` is called
    ten times a second; what it raises ends it, even where the server has stopped answering."""
    asyncio.run(_while(go_on, _done(url, _into_file, to, place_of(url), writing=False)))


def put_back(backup: Path, url: URL, aside: Path) -> bool:
    """Puts a backup in the place of what the database holds, which is written to the new file `aside`: all of it or
    nothing. False where there was nothing to write."""
    return asyncio.run(_done(url, _from_file, backup, place_of(url), aside, writing=True))


async def _done(url: URL, work: Callable[..., Any], *arguments: Any, writing: bool) -> Any:
    with _told(place_of(url)):
        async with _transaction(url, writing=writing) as db:
            await db.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
            return await db.run_sync(work, *arguments)


async def _while(go_on: Callable[[], None], work: Coroutine[Any, Any, None]) -> None:
    task = asyncio.create_task(work)
    try:
        while not task.done():
            go_on()
            await asyncio.wait([task], timeout=_TENTH)
        await task
    finally:
        task.cancel()


def _answered(db: Connection) -> Answered:
    takes = text("SELECT NOT pg_is_in_recovery() AND has_schema_privilege(current_schema(), 'CREATE')")
    size = db.execute(text("SELECT pg_database_size(current_database())")).scalar_one()
    return Answered(version_of(db), db.execute(takes).scalar_one(), size)


def _into_file(source: Connection, to: Path, place: str) -> None:
    version = version_of(source)
    if version is None:
        raise StorageProblem(f"There is nothing in {place} yet, so there is nothing to back up.")
    _must_be_known(version, place)
    with _file(to) as target:
        make_tables(target, version)
        carry(source, target)


def _from_file(target: Connection, backup: Path, place: str, aside: Path) -> bool:
    if target.execute(_OTHERS).scalar_one():
        raise StorageProblem("The bot is running. Stop it first, then put the backup back.")
    there = version_of(target) is not None
    if there:
        _keep(target, aside, place)
        _drop(target, aside)
    elif inspect(target).get_table_names():
        raise StorageProblem(f"The database {place} belongs to another program. Set DATABASE to another one.")
    with _file(backup) as source:
        version = version_of(source) or ""
        _must_be_known(version, str(backup))
        make_tables(target, version)
        carry(source, target)
    return there


def _keep(db: Connection, aside: Path, place: str) -> None:
    try:
        files.make_private(aside)
        _into_file(db, aside, place)
        if files.damage(aside, lambda: None, thoroughly=True) is not None:
            raise StorageProblem(f"What is in {place} could not be written to {aside}. Look at the disk.")
        files.onto_disk(aside)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def _drop(db: Connection, written: Path) -> None:
    """Drops the tables that have been written to a file, and no other program's."""
    with _file(written) as file:
        names = inspect(file).get_table_names()
    tables = MetaData()
    tables.reflect(db, only=names)
    tables.drop_all(db)


def _must_be_known(version: str, place: str) -> None:
    if not is_known(version):
        raise StorageProblem(
            f"{place} was written by a newer version of Walkaway (it is at {version}). Do this with that version."
        )


@asynccontextmanager
async def _transaction(url: URL, *, writing: bool) -> AsyncGenerator[AsyncConnection]:
    """One that no other writer is beside, or one that sees one consistent state."""
    database = PostgreSQL(url, _BUSY_SECONDS)
    try:
        async with database.writing() if writing else database.reading() as db:
            yield cast("AsyncConnection", db)
    finally:
        await database.close()


@contextmanager
def _file(file: Path) -> Generator[Connection]:
    engine = create_engine(URL.create("sqlite", database=str(file)), poolclass=NullPool, hide_parameters=True)
    try:
        with engine.begin() as db:
            yield db
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise StorageProblem(sentence_for(error.orig, str(file))) from error
        raise
    finally:
        engine.dispose()


@contextmanager
def _told(place: str) -> Generator[None]:
    try:
        yield
    except DBAPIError as error:
        raise StorageProblem(sentence_for(error.orig or error, place)) from error
    except Incomplete as error:
        raise StorageProblem(f"Not everything arrived ({error}). Try again, and look at the disk.") from error
    except OSError as error:
        raise StorageProblem(sentence_for(error, place)) from error
