from __future__ import annotations

import asyncio
import contextlib
import gc
import threading
from collections.abc import Coroutine
from pathlib import Path

import pytest

from bot.storage import Connection, Storage, StorageProblem, settings


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


async def test_a_transaction_in_one_go_is_kept_as_a_whole_or_not_at_all(storage: Storage) -> None:
    async def write(db: Connection, name: str, *, fails: bool) -> str:
        await settings.put(db, name, "green")
        if fails:
            raise KeyError
        return name

    assert await storage.write(lambda db: write(db, "colour", fails=False)) == "colour"
    with pytest.raises(KeyError):
        await storage.write(lambda db: write(db, "shape", fails=True))

    assert await storage.read(lambda db: settings.get(db, "colour")) == "green"
    assert await storage.read(lambda db: settings.get(db, "shape")) is None


async def test_what_is_written_where_only_reading_was_asked_for_is_not_kept(storage: Storage) -> None:
    with contextlib.suppress(StorageProblem):  # PostgreSQL does not even try
        await storage.read(lambda db: settings.put(db, "colour", "green"))
    with contextlib.suppress(StorageProblem):
        async with storage.reading() as db:
            await settings.put(db, "colour", "green")

    assert await setting(storage, "colour") is None


async def test_a_transaction_in_one_go_on_sqlite_can_wait_for_nothing_else(path: Path) -> None:
    async def wait(db: Connection) -> None:
        await settings.put(db, "colour", "green")
        await asyncio.sleep(0)

    storage = await Storage.open(str(path))
    with pytest.raises(RuntimeError, match="nothing but its connection"):
        await storage.write(wait)

    assert await setting(storage, "colour") is None
    await storage.close()


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


async def test_writers_in_one_go_wait_for_the_others(storage: Storage) -> None:
    async def count(db: Connection) -> None:
        await settings.put(db, "count", str(int(await settings.get(db, "count") or 0) + 1))

    async def count_on() -> None:
        async with storage.writing() as db:
            await count(db)

    await asyncio.gather(*(way for _ in range(20) for way in (count_on(), storage.write(count))))

    assert await setting(storage, "count") == "40"


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


async def test_a_writer_in_one_go_that_is_cancelled_anywhere_leaves_all_or_nothing(storage: Storage) -> None:
    async def write(db: Connection, name: str) -> None:
        await settings.put(db, f"first {name}", "x")
        await settings.put(db, f"second {name}", "x")

    for steps in range(30):
        name = str(steps)
        await cancelled_after(steps, storage.write(lambda db, name=name: write(db, name)))

        assert await setting(storage, f"first {name}") == await setting(storage, f"second {name}")


async def test_whoever_is_cancelled_twice_waits_for_what_is_being_written_too(path: Path) -> None:
    begun, may_end = threading.Event(), threading.Event()

    async def write(db: Connection) -> None:
        begun.set()
        may_end.wait()
        await settings.put(db, "colour", "green")

    storage = await Storage.open(str(path))
    writer = asyncio.create_task(storage.write(write))
    await asyncio.to_thread(begun.wait)
    for _ in range(3):
        writer.cancel()
        await asyncio.sleep(0)
    waited = not writer.done()
    may_end.set()
    await asyncio.wait([writer])

    assert (waited, writer.cancelled(), await setting(storage, "colour")) == (True, True, "green")
    await storage.close()


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


async def test_a_connection_that_is_given_up_while_it_is_made_complains_of_nothing(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for steps in range(40):
        storage = await Storage.open(str(path))
        await storage.close()
        await cancelled_after(steps, setting(storage, "colour"))
        await storage.close()
    gc.collect()

    assert caplog.messages == []


async def cancelled_after(steps: int, work: Coroutine[None, None, object]) -> None:
    """Runs `work` for so many turns of the event loop."""
    task = asyncio.create_task(work)
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
