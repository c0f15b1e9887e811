"""PostgreSQL as the bot uses it, and what whoever runs the bot is told where it can't be used."""

from __future__ import annotations

import socket

import asyncpg
import pytest
from sqlalchemy import make_url

from bot.storage import Storage, StorageProblem, settings
from bot.storage.problems import sentence_for


async def problem_with(database: str) -> str:
    with pytest.raises(StorageProblem) as caught:
        await Storage.open(database, busy_seconds=0.2)
    return str(caught.value)


async def test_nobody_answers_there() -> None:
    with socket.socket() as taken:  # bound, so that nobody else is there, and not listening
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]

        told = await problem_with(f"postgresql://bot:secret@127.0.0.1:{port}/walkaway")

    assert told.startswith("The database walkaway on 127.0.0.1 can't be reached (")
    assert told.endswith("Check that it runs, and the network to it.")
    assert "secret" not in told


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (asyncpg.InvalidPasswordError("wrong password"), "doesn't let the bot in (wrong password). Check the name and"),
        (asyncpg.InvalidCatalogNameError("no such database"), "no such database. Make the database, or change"),
        (asyncpg.TooManyConnectionsError("too many"), "takes no more connections. Each process of the bot needs 5"),
        (asyncpg.DiskFullError("disk full"), "The disk that holds the database walkaway on db is full. Make room"),
        (asyncpg.InsufficientPrivilegeError("not allowed"), "not allowed. Let its role make and change tables there."),
        (asyncpg.ReadOnlySQLTransactionError("read only"), "can't be written to: read only. Set DATABASE_URL to the"),
        (asyncpg.AdminShutdownError("going down"), "is being stopped or started. Start again once it is up."),
        (asyncpg.ConnectionDoesNotExistError("lost"), "broke. Check the network between the bot and the database."),
        (asyncpg.UndefinedTableError("no table x"), "The database walkaway on db can't be used: no table x."),
    ],
)
def test_errors_of_the_server(error: asyncpg.PostgresError, sentence: str) -> None:
    assert sentence in sentence_for(error, "walkaway on db")


# --- what only a server can say: run with --postgres ------------------------------------------------------------------


async def test_there_is_no_such_database(postgres: str) -> None:
    nowhere = make_url(postgres).set(database="nowhere").render_as_string(hide_password=False)

    assert "Make the database, or change DATABASE_URL." in await problem_with(nowhere)


async def test_a_writer_that_stands_still_keeps_others_out_for_a_while_only(storage: Storage, postgres: str) -> None:
    other = await Storage.open(postgres, busy_seconds=0.2)
    async with storage.writing():
        with pytest.raises(StorageProblem, match="kept busy by a process that stands still"):
            async with other.writing():
                pass
    async with other.writing() as db:
        await settings.put(db, "colour", "green")
    await other.close()


async def test_readers_can_not_write(storage: Storage, postgres: str) -> None:
    with pytest.raises(StorageProblem, match="read-only transaction"):
        async with storage.reading() as db:
            await settings.put(db, "colour", "green")


async def test_after_a_restart_of_the_server_the_bot_goes_on(storage: Storage, postgres: str) -> None:
    async with storage.writing() as db:
        await settings.put(db, "colour", "green")
    async with storage.reading() as db:
        await settings.get(db, "colour")

    await end_all_connections(postgres)

    async with storage.reading() as db:
        assert await settings.get(db, "colour") == "green"
    async with storage.writing() as db:
        await settings.put(db, "colour", "red")


async def end_all_connections(database: str) -> None:
    """As a server does that is stopped."""
    own = await asyncpg.connect(database)
    await own.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await own.close()
