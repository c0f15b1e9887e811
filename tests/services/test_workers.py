"""Slow work in processes of its own: what comes of it, and what becomes of it where a process does not do its part."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing.spawn
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from bot.drills.standings import Spread
from bot.learning.analysing import analysed, best_gain, best_now, reviews_of
from bot.learning.daily import daily_position
from bot.learning.history import Unit
from bot.learning.mastery import Mastery, Stage
from bot.negotiation.moves import Accept, Ask, Offer, Topic, WalkAway
from bot.negotiation.record import Step, StepKind, take
from bot.negotiation.review import BrokenRecord
from bot.pictures.curve import Moment, curve_picture
from bot.pictures.drill import drill_picture
from bot.pictures.pairs import PairsDrawn, pairs_picture
from bot.pictures.progress import Held, mastery_picture, progress_picture
from bot.services.workers import TookTooLong, Workers
from tests.services.lamp import LAMP, SLOW


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    workers = Workers(processes=1)
    yield workers
    workers.close()


def played(*messages: tuple[object, ...]) -> tuple[Step, ...]:
    steps = [take(LAMP, SLOW, None, StepKind.OPENED)]
    for message in messages:
        steps.append(take(LAMP, SLOW, steps[-1].after, StepKind.SAID, message))
    return tuple(steps)


SESSION = played((Ask(Topic.OTHER_BUYERS),), (Offer(7000),), (Accept(),))
OPEN = played((Offer(7000),))
WORK = (
    (analysed, (LAMP, SLOW, SESSION, "7")),
    (best_now, (LAMP, SLOW, OPEN)),
    (best_gain, (LAMP, SLOW)),
    (reviews_of, (LAMP, SLOW, {1: SESSION, 2: played((WalkAway(),))[:1]})),
    (daily_position, ({"lamp": LAMP}, "secret", date(2026, 5, 1))),
    (curve_picture, (LAMP, SLOW, [Moment(0.5, 10000, None, None, None), Moment(0.2, 9900, 9900, None, None)], None)),
    (progress_picture, (Unit.WEEK, [], None)),
    (mastery_picture, ([Held("Walk away", Mastery("walk-away", 0.5, None, None, Stage.NEW))],)),
    (drill_picture, (Spread((), 2000), "USD")),
    (pairs_picture, (PairsDrawn((9500,), 0, 0, 9000, 8000, "buyer", "seller"), "USD")),
)


@pytest.mark.parametrize(("work", "given"), WORK, ids=[work.__name__ for work, _ in WORK])
async def test_a_process_finds_what_would_be_found_here(workers: Workers, work, given):
    assert await workers.do(work, *given) == work(*given)


async def test_it_is_done_elsewhere(workers: Workers):
    assert await workers.do(os.getpid) != os.getpid()
    assert await Workers(0).do(os.getpid) == os.getpid()


async def test_what_is_wanted_soon_goes_before_what_waits(workers: Workers):
    order: list[int | str] = []

    async def ask(name: int | str, how: Callable[..., Any]) -> None:
        await how(os.getpid)
        order.append(name)

    await asyncio.gather(*(ask(number, workers.do) for number in range(6)), ask("soon", workers.soon))

    assert order == [0, "soon", 1, 2, 3, 4, 5]  # one was at work then


async def test_who_stops_waiting_keeps_nobody_from_their_turn(workers: Workers):
    asking = [asyncio.create_task(workers.do(os.getpid)) for _ in range(8)]
    await asking[0]
    for number in (2, 3, 5, 7):
        asking[number].cancel()

    found = await asyncio.gather(*asking, return_exceptions=True)

    assert {number for number, each in enumerate(found) if isinstance(each, int)} >= {0, 1, 4, 6}
    assert await workers.do(os.getpid) == found[0]


@pytest.mark.parametrize("processes", [0, 1])
async def test_what_goes_wrong_in_it_goes_wrong_for_the_one_who_asked(processes: int):
    workers = Workers(processes)
    with pytest.raises(BrokenRecord):
        await workers.do(analysed, LAMP, SLOW, (), "7")
    workers.close()


def die_if_elsewhere(home: int) -> str:
    if os.getpid() != home:
        os._exit(1)
    return "done"


async def test_where_a_process_dies_the_work_is_done_all_the_same(caplog: pytest.LogCaptureFixture):
    workers = Workers(processes=2)
    with caplog.at_level(logging.WARNING):
        dying = (workers.do(die_if_elsewhere, os.getpid()) for _ in range(6))
        assert await asyncio.gather(*dying) == ["done"] * 6
        assert await workers.do(os.getpid) == os.getpid()  # and for a while there are none
    assert [record.message.split(":")[0] for record in caplog.records] == [
        "reviews and pictures are worked out in a thread for a while"
    ]
    workers.close()


async def test_where_no_process_can_be_started_a_thread_does_it(caplog: pytest.LogCaptureFixture):
    python = multiprocessing.spawn.get_executable()
    multiprocessing.spawn.set_executable("/nowhere/python")
    try:
        workers = Workers(processes=1)
        with caplog.at_level(logging.WARNING):
            assert await workers.do(os.getpid) == os.getpid()
    finally:
        multiprocessing.spawn.set_executable(python)
    assert "worked out in a thread" in caplog.text
    workers.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_to_all_of_the_bots_processes_leaves_them_at_work(workers: Workers, number: signal.Signals):
    one = await workers.do(os.getpid)

    os.kill(one, number)

    assert await workers.do(os.getpid) == one


async def test_closing_ends_them_in_the_middle_of_their_work():
    workers = Workers(processes=1)
    one = await workers.do(os.getpid)
    (process,) = (each for each in multiprocessing.active_children() if each.pid == one)
    before = asyncio.create_task(workers.do(os.getpid))
    never = [asyncio.create_task(workers.do(forever)) for _ in range(4)]  # one at work, three that wait

    await before
    workers.close()
    process.join(10)

    assert not process.is_alive()
    ended = await asyncio.gather(*never, return_exceptions=True)
    assert [type(each) for each in ended] == [asyncio.CancelledError] * 4


def forever() -> None:
    while True:
        time.sleep(1)


LIMIT = 2.0  # seconds: far more than anything here takes that comes to an end


LET_GO = threading.Event()  # never set in a process


def hang() -> None:
    LET_GO.wait()


@pytest.mark.parametrize("processes", [0, 1, 2])
async def test_work_that_hangs_is_given_up_and_what_comes_after_it_is_done(
    processes: int, caplog: pytest.LogCaptureFixture
):
    LET_GO.clear()
    workers = Workers(processes, limit=LIMIT)
    hanging = [asyncio.create_task(workers.do(hang)) for _ in range(3)]
    done = [asyncio.create_task(workers.do(os.getpid)) for _ in range(3)]

    ended = await asyncio.gather(*hanging, return_exceptions=True)

    assert [type(each) for each in ended] == [TookTooLong] * 3
    assert all([await each for each in done])
    assert {record.message for record in caplog.records} == {"hang took more than 2 seconds and was given up"}
    workers.close()
    LET_GO.set()  # the end of the tests waits for threads


async def test_its_process_is_killed_and_another_one_started():
    workers = Workers(1, limit=LIMIT)
    one = await workers.do(os.getpid)
    (process,) = (each for each in multiprocessing.active_children() if each.pid == one)
    hanging = asyncio.create_task(workers.do(stop_still))

    with pytest.raises(TookTooLong):
        await hanging
    process.join(10)

    assert not process.is_alive()
    assert await workers.do(os.getpid) not in (one, os.getpid())
    workers.close()


def stop_still() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)  # not even its threads go on


async def test_what_nobody_waits_for_any_more_is_given_up_too():
    workers = Workers(1, limit=LIMIT)
    await workers.do(os.getpid)
    hanging = asyncio.create_task(workers.do(hang))
    await asyncio.sleep(0)  # it has its place
    hanging.cancel()

    assert await workers.do(os.getpid) != os.getpid()
    workers.close()


async def test_closing_ends_a_process_that_stands_still():
    workers = Workers(1)
    one = await workers.do(os.getpid)
    (process,) = (each for each in multiprocessing.active_children() if each.pid == one)
    os.kill(one, signal.SIGSTOP)

    workers.close()
    process.join(10)

    assert not process.is_alive()


KILLED = """
import asyncio, os, sys
from bot.services.workers import TookTooLong, Workers

async def main():
    print(await Workers(processes=1).do(os.getpid), flush=True)
    os.kill(os.getpid(), 9)

if __name__ == "__main__":
    asyncio.run(main())
"""


def test_they_do_not_outlive_a_bot_that_is_killed():
    bot = subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE)

    said, _ = bot.communicate(timeout=30)  # until none of its processes is left to write there

    assert int(said) != bot.pid
    assert bot.returncode == -signal.SIGKILL
