"""How connections to PostgreSQL are made.

One transaction writes at a time, in however many processes: each begins by taking a lock that all of them share, as
BEGIN IMMEDIATE takes SQLite's file. So what a transaction has read is still true when it writes, on both databases, and
what is right on one is right on the other. A turn holds the lock for a few milliseconds; Discord lets a bot do fifty
things a second. Readers wait for nobody, and each reads one consistent state.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

import sqlalchemy
from sqlalchemy import URL, AsyncAdaptedQueuePool, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.storage.connection import Connection, Result, Work
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
        async with self.writing() as db:
            return await work(db)

    async def close(self) -> None:
        await self._writer.dispose()
        await self._reader.dispose()


def _engine(url: URL, busy_seconds: float, *, connections: int, options: dict[str, Any]) -> AsyncEngine:
    try:
        driver: Any = import_module("asyncpg")
    except ModuleNotFoundError:
        raise StorageProblem("PostgreSQL needs one more package: pip install asyncpg.") from None
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
