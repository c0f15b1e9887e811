"""What a host's monitoring sees of the running bot."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.discord_front.examining import running
from bot.discord_front.health import AddressTaken, answering, application, as_metrics, health_of
from bot.discord_front.watchdog import Watchdog
from bot.services.findings import Health as State
from tests.discord_front.bench import Bench


async def asked(bench: Bench, path: str = "/health") -> tuple[int, Any]:
    async with TestClient(TestServer(application(bench.client))) as http, http.get(path) as answer:
        return answer.status, await (answer.json() if path == "/health" else answer.text())


async def test_a_bot_that_is_well(bench: Bench):
    status, told = await asked(bench)

    assert status == 200
    assert (told["well"], told["gateway"], told["database"], told["oldest_unposted"]) == (True, True, True, None)


async def test_a_database_that_cannot_be_read(bench: Bench, tmp_path: Path):
    with sqlite3.connect(tmp_path / "walkaway.db") as other:
        other.execute("ALTER TABLE posts RENAME TO elsewhere")
    other.close()

    status, told = await asked(bench)

    assert (status, told["well"], told["database"]) == (503, False, False)


async def test_an_answer_that_waits_too_long(bench: Bench):
    table = await bench.begin()
    view = await table.view()
    await bench.app.practice.hear(view.id, bench.alice.id, "I'd pay 170.", cause="message:1")
    status, told = await asked(bench)
    assert (status, told["oldest_unposted"]) == (200, 0.0)

    found = await health_of(bench.client)

    assert found.well
    assert not replace(found, oldest_unposted=301.0).well


async def test_metrics_name_what_they_measure(bench: Bench):
    status, text = await asked(bench, "/metrics")

    assert status == 200
    assert "walkaway_gateway 1.0" in text
    assert "# TYPE walkaway_loop_held_total counter" in text or "# TYPE walkaway_loop_held counter" in text
    assert text == as_metrics(await health_of(bench.client))


async def test_no_address_no_answers_and_a_wrong_one_is_a_sentence(bench: Bench):
    async with answering(bench.client, None):
        pass
    with pytest.raises(AddressTaken, match="Give another port"):
        async with answering(bench.client, "192.0.2.1:1"):
            pass


async def test_the_watchdog_notes_when_the_loop_is_held_and_says_so_once(caplog: pytest.LogCaptureFixture):
    watchdog = Watchdog()
    watching = asyncio.create_task(watchdog.watch())
    await asyncio.sleep(0)
    with caplog.at_level(logging.WARNING):
        time.sleep(0.4)  # noqa: ASYNC251 (this is what it is to find)
        for _ in range(3):  # its sleep is over by now
            await asyncio.sleep(0)
        watchdog.note(0.2)
        watchdog.note(0.04)
    watching.cancel()

    assert watchdog.times == 2
    assert watchdog.longest >= 0.1
    assert watchdog.lately >= 0.3
    assert [record.message.split(" for ")[0] for record in caplog.records] == ["the event loop was held"]


async def test_a_loop_that_is_held_makes_it_unwell_for_a_minute(bench: Bench):
    watchdog = bench.client.watchdog
    for _ in range(5):
        watchdog.note(0.7)

    status, told = await asked(bench)

    assert (status, told["well"], told["loop_held"]) == (503, False, 5)
    assert told["loop_held_lately"] == 3.5


def test_what_held_the_loop_is_forgotten_after_a_minute():
    time = [0.0]
    watchdog = Watchdog(lambda: time[0])
    watchdog.note(2.0)
    time[0] = 40.0
    watchdog.note(1.5)
    assert watchdog.lately == 3.5

    time[0] = 70.0

    assert watchdog.lately == 1.5
    assert watchdog.longest == 2.0


async def test_health_tells_of_a_hold_before_the_watchdog_has_woken_up():
    time = [0.0]
    watchdog = Watchdog(lambda: time[0])
    watching = asyncio.create_task(watchdog.watch())
    await asyncio.sleep(0)
    time[0] = 5.25

    watchdog.look()

    assert watchdog.lately == 5.0
    watchdog.look()
    assert watchdog.times == 1  # and it is counted once
    watching.cancel()


async def test_a_database_that_is_gone_is_told_to_whoever_asks(bench: Bench, path: Path):
    await asyncio.to_thread(path.unlink)

    async with TestServer(application(bench.client)) as server:
        status, told = await asked(bench)
        found = await running(f"{server.host}:{server.port}")

    assert (status, told["database"]) == (503, False)
    assert found is not None
    assert (found.health, found.told) == (State.WRONG, "It can't use its database.")


async def test_nobody_answers_for_a_bot_that_does_not_run():
    assert await running("127.0.0.1:9") is None


async def test_a_bot_that_is_well_says_so(bench: Bench):
    async with TestServer(application(bench.client)) as server:
        found = await running(f"{server.host}:{server.port}")

    assert found is not None
    assert found.health is State.WELL
