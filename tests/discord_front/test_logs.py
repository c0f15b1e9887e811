"""What members write never reaches the log, at any level, whatever goes wrong."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Generator
from io import StringIO
from pathlib import Path

import pytest

from bot import logs
from bot.logs import LogFormat
from bot.settings import LogLevel
from tests.discord_front.bench import Bench

SECRET = "Zanzibar"


@pytest.fixture(params=LogFormat)
def written(request: pytest.FixtureRequest) -> Generator[StringIO]:
    """All that the log of a host gets who wants to know everything."""
    stream = StringIO()
    level, handlers = logging.root.level, list(logging.root.handlers)
    logs.set_up(LogLevel.DEBUG, request.param, stream)
    yield stream
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    for name in (*logs.TALKATIVE, "alembic"):
        logging.getLogger(name).setLevel(logging.NOTSET)


async def test_a_whole_session_leaves_no_word_in_the_log(bench: Bench, written: StringIO):
    table = await bench.begin()
    await table.say(f"My cousin from {SECRET} would pay 170.")
    message = await table.say(f"{SECRET}, hm, ok, deal maybe?")
    await bench.alice.edit(message, f"Not {SECRET}, I mean 171.")
    await bench.alice.delete(message)
    await bench.restart()

    assert "logging in" in written.getvalue()
    assert SECRET not in written.getvalue()


async def test_nor_does_a_database_that_refuses_it(bench: Bench, written: StringIO, tmp_path: Path):
    table = await bench.begin()
    with sqlite3.connect(tmp_path / "walkaway.db") as other:
        other.execute("CREATE TRIGGER no BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'no'); END")
    other.close()

    await table.say(f"My cousin from {SECRET} would pay 170.")
    await table.say("hello")

    assert "unexpected error" in written.getvalue()
    assert SECRET not in written.getvalue()


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("library", ["discord.gateway", "discord.http", "aiosqlite", "sqlalchemy.engine"])
def test_libraries_that_would_write_what_they_send_and_receive_are_held_back(library: str):
    assert not logging.getLogger(library).isEnabledFor(logging.DEBUG)
