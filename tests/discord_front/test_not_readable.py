"""A reader that fails at a message: whoever wrote it is answered, the host gets a number, and nothing goes round."""

from __future__ import annotations

import logging

import pytest

from bot.negotiation import reading
from bot.negotiation.reading import Known, Reading
from bot.services.reading import Read
from tests.discord_front.bench import Bench

SECRET = "Zanzibar"


@pytest.fixture
def read() -> Read:
    def failing(text: str, known: Known) -> Reading:
        if SECRET in text:
            int(text)
        return reading.read(text, known)

    return failing


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.message for record in caplog.records if record.levelno >= logging.ERROR]


async def test_it_is_answered_like_small_talk(bench: Bench, caplog: pytest.LogCaptureFixture):
    table = await bench.begin()
    before = len(table.shown)

    await table.say(f"{SECRET}, 170?")
    await table.say("I'd pay 170.")

    assert len(table.shown) == before + 2
    assert "Something went wrong" not in table.last
    assert (await table.view()).state.demand is not None
    assert len(errors(caplog)) == 1
    assert SECRET not in caplog.text


async def test_after_a_restart_it_has_been_heard_and_so_has_what_came_after_it(
    bench: Bench, caplog: pytest.LogCaptureFixture
):
    table = await bench.begin()
    table.say_unheard(f"{SECRET}, 170?")
    table.say_unheard("I'd pay 171.")

    await bench.restart()
    await bench.reconnect()
    for _ in range(5):
        await bench.env.advance_time(8)

    assert (await table.view()).state.demand is not None
    assert await bench.app.practice.owed(front="discord") == []
    assert len(errors(caplog)) == 1
    assert SECRET not in caplog.text
