"""A process that is told to stop ends in time, whatever hangs in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BOT = """
import asyncio, threading
from bot.discord_front.stopping import told_to_stop

async def main():
    told = told_to_stop({seconds})
    {before}
    print("up", flush=True)
    await told.wait()
    {after}

asyncio.run(main())
"""
NEVER = "threading.Event().wait()"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", NEVER, id="the event loop is held"),
        pytest.param("", "await asyncio.Event().wait()", id="something is waited for that never comes"),
        pytest.param(f"asyncio.get_running_loop().run_in_executor(None, lambda: {NEVER})", "", id="a thread hangs"),
    ],
)
def test_what_hangs_is_left_behind(before: str, after: str):
    process = _started(BOT.format(seconds=0.2, before=before, after=after))
    process.terminate()

    assert process.wait(60) == 0


def test_where_nothing_hangs_the_time_is_not_used_up():
    process = _started(BOT.format(seconds=10_000, before="", after=""))
    process.terminate()

    assert process.wait(60) == 0


def test_a_loop_that_is_held_already_hears_of_it():
    held = "print('up', flush=True)\n    while not told.is_set(): pass"
    process = _started(BOT.format(seconds=0.2, before=held, after=""))
    process.terminate()

    assert process.wait(60) == 0


def _started(program: str) -> subprocess.Popen[str]:
    root = Path(__file__).parents[2]
    process = subprocess.Popen([sys.executable, "-c", program], cwd=root, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process.stdout as out:
        assert out.readline() == "up\n"
    return process
