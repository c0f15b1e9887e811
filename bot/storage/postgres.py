"""How connections to PostgreSQL are made.

One transaction writes at a time, in however many processes: each begins by taking a lock that all of them share, as
BEGIN IMMEDIATE takes SQLite's file. So what a transaction has read is still true when it writes, on both databases, and
what is right on one is right on the other. A turn holds the lock for a few milliseconds; Discord lets a bot do fifty
things a second. Readers wait for nobody, and each reads one consistent state.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from sqlalchemy import URL, AsyncAdaptedQueuePool, Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.storage.problems import StorageProblem

CONNECT_SECONDS = 10
ABANDONED_SECONDS = 60  # after so long without a word a transaction is undone: its process stands still, or its network
_WRITERS = 0x57A1_4AAA  # any number that no other program takes for a lock of its own in the same database


def postgres_engines(url: URL, busy_seconds: float, readers: int) -> tuple[AsyncEngine, AsyncEngine]:
    """The engine for writing, with one connection, and the one for reading, with `readers`. Nothing is connected yet.

    `busy_seconds` is how long another process may keep others from writing. What a URL says beside the place, sslmode
    and the like, is handed to the driver as it was written. Raises StorageProblem where the driver is missing.
    """
    writer = _engine(url, busy_seconds, connections=1, options={"isolation_level": "READ COMMITTED"})
    event.listen(writer.sync_engine, "begin", _wait_for_other_writers)
    one_state = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    return writer, _engine(url, busy_seconds, connections=readers, options=one_state)


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


def _wait_for_other_writers(connection: Connection) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
