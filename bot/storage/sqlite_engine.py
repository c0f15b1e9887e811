"""SQLAlchemy on connections to SQLite that are there already, each in a thread of its own.

What is written is kept whatever happens: synchronous=FULL because what has been committed is shown to people, and must
not be taken back by a power cut. secure_delete=ON because what a member deletes must not be left in pages that happen
to be free. Parameters stay out of error messages and logs: members' words are among them.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections import deque
from typing import Any, cast

import sqlalchemy
from sqlalchemy import Engine, NullPool, create_engine, event

READ, WRITE = "BEGIN", "BEGIN IMMEDIATE"
"""How a transaction begins. One that writes takes its lock at once: where it read first and another process wrote in
between, it would fail with "database is locked" however long it is ready to wait."""

_SETTINGS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
_BETWEEN_TRIES = 0.01  # seconds

_here = threading.local()


def engine_for_all() -> Engine:
    """Writes statements for all connections, and remembers how each was written."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: _here.database,
        poolclass=NullPool,
        pool_reset_on_return=None,  # a connection is given back when it is closed, or was: there is nothing to undo
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sqlalchemy.Connection) -> None:
    database = cast("sqlite3.Connection", connection.connection.dbapi_connection)
    if database.in_transaction:  # the disk did not even let the last one be undone
        database.rollback()
    database.execute(connection.info["begin"])


def prepared(engine: Engine, database: sqlite3.Connection, seconds: float, begin: str) -> sqlalchemy.Connection:
    """In the thread: makes the settings, and waits for whoever holds the file. SQLite doesn't wait by itself where a
    second process makes a new database use a write-ahead log in the same moment."""
    until = time.monotonic() + seconds
    for setting in _SETTINGS:
        while True:
            try:
                database.execute(f"PRAGMA {setting}")
                break
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                    raise
                time.sleep(_BETWEEN_TRIES)
    _here.database = database
    connection = engine.connect()
    connection.info["begin"] = begin
    return connection


class Database(sqlite3.Connection):
    def cursor(self, factory: Any = None) -> Any:
        return super().cursor(factory or _Cursor)


class _Cursor(sqlite3.Cursor):
    """Has all its rows when a statement has run: they are read in other threads, and a query that is read half would
    keep a lock."""

    def __init__(self, database: sqlite3.Connection) -> None:
        super().__init__(database)
        self._rows = deque[Any]()

    def execute(self, *arguments: Any) -> Any:
        super().execute(*arguments)
        self._rows = deque[Any](super().fetchall())
        return self

    def fetchone(self) -> Any:
        return self._rows.popleft() if self._rows else None

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        return [self._rows.popleft() for _ in range(min(size or 1, len(self._rows)))]

    def fetchall(self) -> list[Any]:
        rows = list(self._rows)
        self._rows.clear()
        return rows
