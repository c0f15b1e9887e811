"""How connections to PostgreSQL are made.

One transaction writes at a time, in however many processes: each begins by taking a lock that all of them share, as
BEGIN IMMEDIATE takes SQLite's file. So what a transaction has read is still true when it writes, on both databases, and
what is right on one is right on the other. A turn holds the lock for a few milliseconds; Discord lets a bot do fifty
things a second. Readers wait for nobody, and each reads one consistent state.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any, cast

import sqlalchemy
from sqlalchemy import URL, AsyncAdaptedQueuePool, Executable, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.storage.connection import Connection, Result, Work, seen_through, to_its_end
from bot.storage.problems import StorageProblem

READERS = 4
CONNECT_SECONDS = 10
ABANDONED_SECONDS = 60  # after so long without a word a transaction is undone: its process stands still, or its network
_WRITERS = 0x57A1_4AAA  # any number that no other program takes for a lock of its own in the same database


class PostgreSQL:
    """The connections to one database: one that writes, and some that read. They are made when they are needed."""

    def __init__(self, url: URL, busy_seconds: float) -> None:
        """`busy_seconds` is how long another process may keep others from writing. What a URL says beside the place,
        sslmode and the like, is handed to the driver as it was written. Raises StorageProblem where the driver is
        missing."""
        self._writer = _engine(url, busy_seconds, connections=1, options={"isolation_level": "READ COMMITTED"})
        event.listen(self._writer.sync_engine, "begin", _wait_for_other_writers)
        one_state = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self._reader = _engine(url, busy_seconds, connections=READERS, options=one_state)
        self._thread = ThreadPoolExecutor(1, "writing")  # one transaction writes at a time

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[Connection]:
        """A connection that sees one consistent state and changes nothing."""
        async with self._reader.connect() as db:
            yield db

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[Connection]:
        """A transaction: committed as a whole at the end, undone where anything is raised or it is cancelled."""
        async with self._writer.begin() as db:
            yield db

    async def read(self, work: Work[Result]) -> Result:
        async with self.reading() as db:
            return await work(db)

    async def write(self, work: Work[Result]) -> Result:
        """As `writing`. What is done between the statements is done in a thread: it may be the reading of a message."""
        loop = asyncio.get_running_loop()

        async def transaction() -> Result:
            async with self.writing() as db:
                here = _FromThread(db, loop)
                return await loop.run_in_executor(self._thread, lambda: to_its_end(work(cast("Connection", here))))

        return await seen_through(transaction())

    async def close(self) -> None:
        await self._writer.dispose()
        await self._reader.dispose()
        self._thread.shutdown(wait=False)


class _FromThread:
    """A connection for a thread that is not the event loop's: each statement is run there and waited for here."""

    def __init__(self, db: Connection, loop: asyncio.AbstractEventLoop) -> None:
        self._db = db
        self._loop = loop

    async def execute(self, statement: Executable, parameters: Any = None) -> Any:
        return self._done(self._db.execute(statement, parameters))

    async def scalar(self, statement: Executable, parameters: Any = None) -> Any:
        return self._done(self._db.scalar(statement, parameters))

    async def scalars(self, statement: Executable, parameters: Any = None) -> Any:
        return self._done(self._db.scalars(statement, parameters))

    async def exec_driver_sql(self, statement: str, parameters: Any = None) -> Any:
        return self._done(self._db.exec_driver_sql(statement, parameters))

    async def run_sync(self, fn: Callable[..., Any], *arg: Any, **kw: Any) -> Any:
        return self._done(self._db.run_sync(fn, *arg, **kw))

    def _done(self, statement: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(statement, self._loop).result()


def _engine(url: URL, busy_seconds: float, *, connections: int, options: dict[str, Any]) -> AsyncEngine:
    try:
        driver: Any = import_module("asyncpg")
    except ModuleNotFoundError:
        raise StorageProblem("PostgreSQL needs one more package: pip install -r requirements-postgres.txt.") from None
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    settings = {
        "application_name": "walkaway",
        "lock_timeout": f"{busy_seconds * 1000:.0f}",
        "idle_in_transaction_session_timeout": f"{ABANDONED_SECONDS * 1000}",
    }

    async def connect() -> Any:
        return await driver.connect(address, timeout=CONNECT_SECONDS, server_settings=settings)

    return create_async_engine(
        "postgresql+asyncpg://",
        async_creator=connect,
        hide_parameters=True,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=60,
        pool_pre_ping=True,  # the server may have been started anew since
        execution_options=options,
    )


def _wait_for_other_writers(connection: sqlalchemy.Connection) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
