"""How connections to the database are made: to SQLite as said here, to PostgreSQL as in postgres.py.

SQLite is used with a write-ahead log, so that readers never wait for the writer, and with one connection that
writes. A writer begins with BEGIN IMMEDIATE: a transaction that reads first and writes later would fail at once with
"database is locked" where another process wrote in between. synchronous=FULL because what has been committed is shown
to people, and must not be taken back by a power cut. secure_delete=ON because what a member deletes must not be left in
pages that happen to be free. Parameters stay out of error messages and logs: members' words are among them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from sqlalchemy import URL, AsyncAdaptedQueuePool, Connection, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.storage.postgres import postgres_engines
from bot.storage.problems import StorageProblem
from bot.storage.sqlite_driver import READ, WRITE, SQLiteConnection, SQLiteDriver

READERS = 4
IN_MEMORY = ":memory:"
_SETTINGS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


def url_of(database: str) -> URL:
    """The URL that stands for a path, ":memory:" or a URL, with the driver that the bot uses.

    Raises StorageProblem where it is the URL of something else.
    """
    if "://" not in database:
        return URL.create("sqlite+aiosqlite", database=database)
    try:
        url = make_url(database)
    except ArgumentError:
        raise StorageProblem("DATABASE is no URL that can be read. Write a path, or postgresql://…") from None
    match url.get_backend_name():
        case "sqlite":
            return url.set(drivername="sqlite+aiosqlite", database=url.database or IN_MEMORY)
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+asyncpg")
        case other:
            raise StorageProblem(f"DATABASE names {other}, which isn't known here. Write a path, or postgresql://…")


def engines(url: URL, busy_seconds: float) -> tuple[AsyncEngine, AsyncEngine]:
    """The engine for writing and the one for reading, which may be the same. Nothing is connected yet."""
    if url.get_backend_name() != "sqlite":
        return postgres_engines(url, busy_seconds, READERS)
    if url.database == IN_MEMORY:  # lives and dies with its one connection
        engine = _sqlite(url, busy_seconds, connections=1, begin=WRITE)
        return engine, engine
    _make_folder(url.database or "")
    writer = _sqlite(url, busy_seconds, connections=1, begin=WRITE)
    return writer, _sqlite(url, busy_seconds, connections=READERS, begin=READ)


def _sqlite(url: URL, busy_seconds: float, *, connections: int, begin: str) -> AsyncEngine:
    engine = create_async_engine(
        url,
        module=SQLiteDriver(),
        hide_parameters=True,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=60,
        connect_args={"timeout": busy_seconds},
    )

    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself: `start` below does
        try:
            cast("SQLiteConnection", connection).prepare(_SETTINGS, busy_seconds)
        except BaseException:  # the pool forgets a connection that can't be prepared, and its thread with it
            connection.close()
            raise

    def start(connection: Connection) -> None:
        cast("SQLiteConnection", connection.connection.dbapi_connection).begin(begin)

    def undo(connection: Any, _record: object, _reason: object) -> None:
        # A task that is cancelled in mid-query gives its connection up. SQLite keeps a closed connection alive, its
        # transaction and lock with it, as long as a half-read query refers to it: until some garbage collection.
        connection.rollback()

    event.listen(engine.sync_engine, "connect", prepare)
    event.listen(engine.sync_engine, "invalidate", undo)
    event.listen(engine.sync_engine, "begin", start)
    return engine


def _make_folder(path: str) -> None:
    folder = Path(path).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageProblem(
            f"The folder {folder} for the database can't be made: {error.strerror}. Set DATABASE to another path."
        ) from None
    if Path(path).is_dir():
        raise StorageProblem(f"DATABASE is set to the folder {path}. Set it to a file, for example {path}/walkaway.db.")
