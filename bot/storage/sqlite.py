"""Connections to SQLite, each with a thread of its own in which everything about it is done.

aiosqlite gives the thread, SQLAlchemy writes the statements. An errand to the thread and back costs as much as three
statements, so that a transaction is either one errand (`SQLite.read` and `write`), or its statements are errands one by
one, the first of which begins it too (`reading` and `writing`).

A write-ahead log lets readers never wait for the writer, of which there is one.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar, cast

import aiosqlite
import sqlalchemy
from sqlalchemy import Engine, Executable
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.connection import Connection, Work, seen_through, to_its_end
from bot.storage.sqlite_engine import READ, WRITE, Database, engine_for_all, prepared

IN_MEMORY = ":memory:"
READERS = 4
_LONGEST_WAIT = 60.0  # seconds, for a connection that others use

T = TypeVar("T")


class SQLite:
    """The connections to one database: one that writes, and some that read. They are made when they are needed."""

    def __init__(self, path: str, busy_seconds: float) -> None:
        """`busy_seconds` is how long another program may hold the file before sqlite3.OperationalError is raised."""
        engine = engine_for_all()
        self._writers = _Links(engine, path, busy_seconds, WRITE, 1)
        alone = path == IN_MEMORY  # such a database lives and dies with its one connection
        self._readers = self._writers if alone else _Links(engine, path, busy_seconds, READ, READERS)

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[Connection]:
        """A connection that sees one consistent state. Nothing that is done with it is kept."""
        async with self._readers.lent() as link:
            errands = _Errands(link)
            try:
                yield _Connection(link.sync, errands)
            finally:
                errands.give_up()

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[Connection]:
        """A transaction: committed as a whole at the end, undone where anything is raised or it is cancelled."""
        async with self._writers.lent() as link:
            errands = _Errands(link)
            try:
                yield _Connection(link.sync, errands)
                await errands.commit()
            except BaseException:
                errands.give_up()
                raise

    async def read(self, work: Work[T]) -> T:
        """As `reading`, in one errand."""
        async with self._readers.lent() as link:
            return await link.errand(link.run, work, keep=False)

    async def write(self, work: Work[T]) -> T:
        """As `writing`, in one errand. Where it is cancelled after it began, it is done as a whole all the same."""
        async with self._writers.lent() as link:
            return await link.errand_to_its_end(link.run, work, keep=True)

    async def close(self) -> None:
        await self._writers.close()
        await self._readers.close()


class _Connection:
    """Does what it is asked `by` errands, or at once where it is in the connection's thread already."""

    def __init__(self, sync: sqlalchemy.Connection, by: Callable[..., Awaitable[Any]]) -> None:
        self._sync = sync
        self._by = by

    async def execute(self, statement: Executable, parameters: Any = None) -> Any:
        return await self._by(self._sync.execute, statement, parameters)

    async def scalar(self, statement: Executable, parameters: Any = None) -> Any:
        return await self._by(self._sync.scalar, statement, parameters)

    async def scalars(self, statement: Executable, parameters: Any = None) -> Any:
        return await self._by(self._sync.scalars, statement, parameters)

    async def exec_driver_sql(self, statement: str, parameters: Any = None) -> Any:
        return await self._by(self._sync.exec_driver_sql, statement, parameters)

    async def run_sync(self, fn: Callable[..., T], *arg: Any, **kw: Any) -> T:
        return await self._by(fn, self._sync, *arg, **kw)


class _Link:
    """A connection and its thread."""

    def __init__(self, driver: aiosqlite.Connection, sync: sqlalchemy.Connection) -> None:
        self._driver = driver
        self.sync = sync  # to be used in the thread only
        self._here = _Connection(sync, _at_once)

    @classmethod
    async def open(cls, engine: Engine, path: str, busy_seconds: float, begin: str) -> _Link:
        driver = aiosqlite.connect(
            path,
            timeout=busy_seconds,
            isolation_level=None,  # nothing begins by itself: see sqlite_engine.py
            check_same_thread=False,  # a cursor that has given its rows is let go of in any thread
            factory=Database,
        )
        thread = cast("Any", driver)._thread
        thread.daemon = True  # it must not keep the process from ending
        try:
            await driver
            sync = await _errand(driver, prepared, engine, cast("Any", driver)._conn, busy_seconds, begin)
        except BaseException:
            await driver.close()
            await asyncio.to_thread(thread.join)  # or it would speak to an event loop that is gone
            raise
        return cls(driver, sync)

    async def errand(self, work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """What `work` returns or raises, once it has been done in the thread."""
        return await _errand(self._driver, work, *arguments, **named)

    async def errand_to_its_end(self, work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """The same, which whoever is cancelled meanwhile waits for too: nothing is committed behind anybody's back."""
        return await seen_through(self.errand(work, *arguments, **named))

    def post(self, work: Callable[[], None]) -> None:
        """Has something done before all later errands, without waiting for it."""
        cast("Any", self._driver)._tx.put_nowait((None, work))

    def run(self, work: Work[T], *, keep: bool) -> T:
        """In the thread: a whole transaction."""
        try:
            result = to_its_end(work(cast("Connection", self._here)))
            if keep:
                self.sync.commit()
            else:
                self.sync.rollback()
            return result
        except BaseException:
            with suppress(sqlite3.Error, SQLAlchemyError):  # what went wrong first is what counts
                self.undo()
            raise

    def undo(self) -> None:
        """In the thread: what has been begun and not committed is undone."""
        self.sync.rollback()
        database = cast("sqlite3.Connection", self.sync.connection.dbapi_connection)
        if database.in_transaction:  # SQLAlchemy leaves it so where the commit failed
            database.rollback()

    async def close(self) -> None:
        await self.errand(self.sync.close)
        await self._driver.close()


class _Links:
    """Connections of one kind. Each serves one transaction at a time; who asks first is served first."""

    def __init__(self, engine: Engine, path: str, busy_seconds: float, begin: str, most: int) -> None:
        self._how = engine, path, busy_seconds, begin
        self._turns = asyncio.Semaphore(most)
        self._free: list[_Link] = []

    @asynccontextmanager
    async def lent(self) -> AsyncGenerator[_Link]:
        """Raises TimeoutError where none gets free."""
        if self._turns.locked():
            async with asyncio.timeout(_LONGEST_WAIT):
                await self._turns.acquire()
        else:
            await self._turns.acquire()
        try:
            link = self._free.pop() if self._free else await _Link.open(*self._how)
            try:
                yield link
            finally:
                self._free.append(link)
        finally:
            self._turns.release()

    async def close(self) -> None:
        """Closes what nobody uses just now."""
        while self._free:
            await self._free.pop().close()


class _Errands:
    """Takes the statements of one transaction to the thread, one by one."""

    def __init__(self, link: _Link) -> None:
        self._link = link
        self._may_have_begun = False  # the first statement begins, whatever becomes of it

    async def __call__(self, work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        self._may_have_begun = True
        return await self._link.errand(work, *arguments, **named)

    async def commit(self) -> None:
        if self._may_have_begun:
            await self._link.errand_to_its_end(self._link.sync.commit)

    def give_up(self) -> None:
        if self._may_have_begun:
            self._link.post(self._link.undo)


async def _at_once(work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    return work(*arguments, **named)


async def _errand(driver: aiosqlite.Connection, work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    return await cast("Any", driver)._execute(work, *arguments, **named)
