"""The real bot as a process before a Discord that doesn't let it in, or isn't there: what may pass is tried again, and
what doesn't is one sentence."""

from __future__ import annotations

import asyncio
import subprocess
from pathlib import Path

import pytest

from benchmarks.loopback import Loopback, served, started

NOBODY = "http://127.0.0.1:9"  # the port that throws away what it gets; nothing listens there


async def bot(address: str, folder: Path) -> asyncio.subprocess.Process:
    return await started("walkaway", address, str(folder / "walkaway.db"), stderr=subprocess.PIPE)


async def ended(process: asyncio.subprocess.Process) -> tuple[int | None, str]:
    _, told = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode, told.decode()


async def lines(process: asyncio.subprocess.Process, number: int) -> list[str]:
    """The next lines that it writes."""
    assert process.stderr is not None
    return [(await asyncio.wait_for(process.stderr.readline(), 60)).decode() for _ in range(number)]


async def test_an_outage_and_a_refusal_for_a_while_are_waited_out(tmp_path: Path):
    loopback = Loopback([])
    loopback.refusals = [503, 403, 503]
    async with served(loopback) as address:
        process = await bot(address, tmp_path)
        await loopback.ready()
        process.terminate()
        status, told = await ended(process)

    said = [line.partition("bot.discord_front.run: ")[2] for line in told.splitlines() if "Discord can't" in line]
    assert said == [
        "Discord can't be used just now (503 Service Unavailable). Trying again in 0 seconds",
        "Discord can't be used just now (403 Forbidden). Trying again in 0 seconds",
        "Discord can't be used just now (503 Service Unavailable). Trying again in 0 seconds",
    ]
    assert "Traceback" not in told
    assert status == 0


async def test_where_nobody_answers_it_goes_on_trying_until_it_is_told_to_stop(tmp_path: Path):
    process = await bot(NOBODY, tmp_path)
    told = await lines(process, 3)
    process.terminate()
    status, rest = await ended(process)

    assert all("Discord can't be used just now (ClientConnectorError" in line for line in told)
    assert "Traceback" not in rest
    assert status == 0


@pytest.mark.parametrize(
    ("refusals", "closes_with", "sentence", "status"),
    [
        ([401], None, "Discord does not accept the bot token.", 2),
        ([], 4004, "Discord does not accept the bot token.", 2),
        ([], 4014, "Discord does not give this bot the message content.", 2),
        ([], 4011, "Discord refuses this bot: ", 2),
        ([400], None, "Discord refuses this bot: 400 Bad Request", 1),
    ],
)
async def test_what_does_not_pass_is_one_sentence(
    tmp_path: Path, refusals: list[int], closes_with: int | None, sentence: str, status: int
):
    loopback = Loopback([])
    loopback.refusals, loopback.closes_with = refusals, closes_with
    async with served(loopback) as address:
        left, told = await ended(await bot(address, tmp_path))

    assert left == status
    (line,) = told.splitlines()
    assert line.startswith(sentence)
