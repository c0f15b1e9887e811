"""SQLite's driver, with one errand to its thread for each statement.

aiosqlite works in a thread of its own. As SQLAlchemy uses it, a query is five errands to that thread (a cursor, the
statement, its rows, closing, and before them all BEGIN), and each costs as much as the query. Here a statement is run
and its rows are fetched in one, the first of a transaction begins it as well, and whoever has only read does not wait
for the end of the transaction.
"""

from __future__ import annotations

import sqlite3
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.util import await_

READ = "BEGIN"
WRITE = "BEGIN IMMEDIATE"
_BETWEEN_TRIES = 0.01  # seconds
_ENDS_WITHIN = 1.0  # seconds


@dataclass(slots=True)
class _Done:
    """What is left of a statement that has run, as a cursor would tell it."""

    description: Any = None
    rowcount: int = -1
    lastrowid: int | None = None
    arraysize: int = 1

    def close(self) -> None:
        """There is nothing to close."""


def _run(
    database: sqlite3.Connection, begin: str | None, statement: str, parameters: Sequence[Any], *, many: bool
) -> tuple[_Done, deque[Any]]:
    """In the thread: runs a statement to its end."""
    if begin is not None:
        database.execute(begin).close()
    cursor = database.cursor()
    try:
        if many:
            cursor.executemany(statement, parameters)
        else:
            cursor.execute(statement, parameters)
        rows = deque[Any](cursor.fetchall() if cursor.description else ())
        return _Done(cursor.description, cursor.rowcount, cursor.lastrowid), rows
    finally:
        cursor.close()


def _prepare(database: sqlite3.Connection, _begin: str | None, settings: Sequence[str], seconds: float) -> None:
    """In the thread: makes the settings, and waits for whoever holds the file. SQLite doesn't wait by itself where a
    second process makes a new database use a write-ahead log in the same moment."""
    until = time.monotonic() + seconds
    for setting in settings:
        while True:
            try:
                database.execute(f"PRAGMA {setting}").close()
                break
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                    raise
                time.sleep(_BETWEEN_TRIES)


class _Cursor(AsyncAdapt_aiosqlite_cursor):
    __slots__ = ()

    _awaitable_cursor_close = False

    def _make_new_cursor(self, connection: Any) -> Any:
        return _Done()

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor

    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        await self._errand(operation, parameters or (), many=False)

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        await self._errand(operation, seq_of_parameters, many=True)

    async def _errand(self, operation: Any, parameters: Any, *, many: bool) -> None:
        connection = cast("SQLiteConnection", self._adapt_connection)
        async with connection._execute_mutex:  # pyright: ignore[reportPrivateUsage]
            self._cursor, self._rows = await connection.errand(_run, operation, parameters, many=many)


class SQLiteConnection(AsyncAdapt_aiosqlite_connection):
    """Begins no transaction by itself: `begin` says that the next statement is to."""

    __slots__ = ("_begin", "_kind")

    _cursor_cls = _Cursor

    def __init__(self, dbapi: Any, connection: aiosqlite.Connection) -> None:
        super().__init__(dbapi, cast("Any", connection))
        self._begin: str | None = None  # what the next statement has to begin with
        self._kind = WRITE

    def begin(self, kind: str) -> None:
        """The next statement begins a transaction of this kind, READ or WRITE."""
        self._begin = self._kind = kind

    def prepare(self, settings: Sequence[str], seconds: float) -> None:
        """Makes settings ("foreign_keys=ON"), waiting `seconds` at most for another program that holds the file."""
        await_(self.errand(_prepare, settings, seconds))

    async def errand(self, work: Any, *arguments: Any, **named: Any) -> Any:
        begin, self._begin = self._begin, None  # from here on it may have begun, whatever happens
        driver = cast("Any", self._connection)
        return await driver._execute(work, driver._conn, begin, *arguments, **named)

    def cursor(self, server_side: bool = False) -> Any:
        if server_side and self._begin is not None:
            self.execute("SELECT 1")
        return super().cursor(server_side)

    def commit(self) -> None:
        if not self._has_not_begun():
            super().commit()

    def rollback(self) -> None:
        if self._has_not_begun():
            return
        driver = cast("Any", self._connection)
        if self._kind == READ and driver._connection is not None:
            driver._tx.put_nowait((None, driver._connection.rollback))
        else:
            super().rollback()

    def _has_not_begun(self) -> bool:
        begin, self._begin = self._begin, None
        return begin is not None


class SQLiteDriver(AsyncAdapt_aiosqlite_dbapi):
    """What an engine takes as its `module`."""

    def __init__(self) -> None:
        super().__init__(aiosqlite, sqlite3)

    def connect(self, *arg: Any, **kw: Any) -> SQLiteConnection:
        connection = aiosqlite.connect(*arg, **kw)
        thread = cast("Any", connection)._thread
        thread.daemon = True  # it must not keep the process from ending
        try:
            return SQLiteConnection(self, await_(connection))
        except BaseException:  # the thread ends now and tells the event loop so, which may soon be closed
            thread.join(_ENDS_WITHIN)
            raise
