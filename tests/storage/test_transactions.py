from __future__ import annotations

import asyncio
import gc
from collections.abc import Coroutine
from pathlib import Path

import pytest

from bot.storage import Storage, settings


async def setting(storage: Storage, name: str) -> str | None:
    async with storage.reading() as db:
        return await settings.get(db, name)


async def test_a_transaction_that_raises_leaves_nothing(storage: Storage) -> None:
    async def fail() -> None:
        async with storage.writing() as db:
            await settings.put(db, "colour", "green")
            raise KeyError

    with pytest.raises(KeyError):
        await fail()

    assert await setting(storage, "colour") is None


async def test_readers_do_not_wait_for_the_writer_and_see_what_is_committed(storage: Storage) -> None:
    async with storage.writing() as db:
        await settings.put(db, "colour", "green")
        before = await setting(storage, "colour")

    assert [before, await setting(storage, "colour")] == [None, "green"]


async def test_a_reader_sees_one_moment_however_long_it_reads(storage: Storage) -> None:
    async with storage.reading() as reader:
        before = await settings.get(reader, "colour")
        async with storage.writing() as db:
            await settings.put(db, "colour", "green")
        after = await settings.get(reader, "colour")

    assert [before, after] == [None, None]


async def test_writers_wait_for_each_other(storage: Storage) -> None:
    async def count_on() -> None:
        async with storage.writing() as db:
            count = int(await settings.get(db, "count") or 0)
            await settings.put(db, "count", str(count + 1))

    await asyncio.gather(*(count_on() for _ in range(20)))

    assert await setting(storage, "count") == "20"


async def test_writers_of_two_processes_wait_for_each_other(storage: Storage, database: str) -> None:
    async def count_on(mine: Storage) -> None:
        async with mine.writing() as db:
            count = int(await settings.get(db, "count") or 0)
            await settings.put(db, "count", str(count + 1))

    other = await Storage.open(database)
    await asyncio.gather(*(count_on(mine) for mine in (storage, other) * 10))
    await other.close()

    assert await setting(storage, "count") == "20"


async def test_a_writer_that_is_cancelled_anywhere_leaves_all_or_nothing(storage: Storage) -> None:
    async def write(name: str) -> None:
        async with storage.writing() as db:
            await settings.put(db, f"first {name}", "x")
            await settings.put(db, f"second {name}", "x")

    kept, steps = None, 1.0
    while kept is None:  # cancelled later and later, until it was too late
        await cancelled_after(int(steps), write(str(steps)))

        kept = await setting(storage, f"first {steps}")
        assert await setting(storage, f"second {steps}") == kept
        steps *= 1.15


async def test_a_writer_that_is_cancelled_while_it_reads_lets_the_next_one_in(path: Path) -> None:
    storage = await Storage.open(str(path), busy_seconds=0.1)
    async with storage.writing() as db:
        await settings.put(db, "colour", "green")
        await settings.put(db, "shape", "round")

    async def read_much() -> None:
        async with storage.writing() as db:
            for _ in range(100):
                await db.exec_driver_sql("SELECT * FROM settings")

    gc.disable()  # a half-read query holds its lock until the garbage is collected, which may be any time
    try:
        for steps in range(100, 400, 10):
            await cancelled_after(steps, read_much())
            async with storage.writing() as db:
                await settings.put(db, "steps", str(steps))
    finally:
        gc.enable()
    assert await setting(storage, "steps") == "390"
    await storage.close()


async def cancelled_after(steps: int, work: Coroutine[None, None, None]) -> None:
    """Runs `work` for so many turns of the event loop."""
    task = asyncio.create_task(work)
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
