from __future__ import annotations

import asyncio
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


async def test_writers_of_two_processes_wait_for_each_other(storage: Storage, path: Path) -> None:
    async def count_on(mine: Storage) -> None:
        async with mine.writing() as db:
            count = int(await settings.get(db, "count") or 0)
            await settings.put(db, "count", str(count + 1))

    other = await Storage.open(str(path))
    await asyncio.gather(*(count_on(mine) for mine in (storage, other) * 10))
    await other.close()

    assert await setting(storage, "count") == "20"


async def test_a_writer_that_is_cancelled_anywhere_leaves_all_or_nothing(storage: Storage) -> None:
    async def write(number: int) -> None:
        async with storage.writing() as db:
            await settings.put(db, f"first {number}", "x")
            await settings.put(db, f"second {number}", "x")

    kept: list[bool] = []
    for number in range(40):
        writing = asyncio.create_task(write(number))
        for _ in range(int(1.25**number)):  # turns of the event loop: from one to several times as many as it needs
            await asyncio.sleep(0)
        writing.cancel()
        await asyncio.wait([writing])
        first, second = await setting(storage, f"first {number}"), await setting(storage, f"second {number}")
        assert first == second
        kept.append(first is not None)

    assert (kept[0], kept[-1]) == (False, True)
