"""How much memory the bot takes with 10,000 open sessions, and how soon it serves: `python -m benchmarks.memory`.

The bot is a process of its own on a loopback (loopback.py), in a server where each session has a thread. Memory is what
is resident, measured once it is connected, again after ten seconds in which it looks after what was written while it
was away, and after a talk in 500 of the sessions.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlalchemy import Table, insert, select

from benchmarks.loopback import Loopback, running
from benchmarks.turns import LEARNERS, TALK, THREADS, begin, practice_on
from bot.storage import Storage, tables

OPEN = 10_000
TALKING = 500
AT_ONCE = 20


async def main() -> None:
    print(
        f"{'open sessions':>14}{'ready after':>14}{'then':>12}{'10 s later':>12}{'after talk in ' + str(TALKING):>20}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for count in (1, OPEN):
            database = Path(folder) / f"{count}.db"
            async with practice_on(database) as practice:
                await begin(practice, LEARNERS, THREADS, events=0)
            await _copy(database, count)
            began = perf_counter()
            async with running("walkaway", range(THREADS, THREADS + count), str(database)) as (discord, bot):
                seconds, first = perf_counter() - began, bot.memory
                await asyncio.sleep(10)
                later = bot.memory
                free = asyncio.Semaphore(AT_ONCE)
                await asyncio.gather(*(_talk(discord, number, free) for number in range(min(TALKING, count))))
                print(f"{count:14,}{seconds:12.1f} s{first:8.0f} MiB{later:8.0f} MiB{bot.memory:16.0f} MiB")


async def _talk(discord: Loopback, number: int, free: asyncio.Semaphore) -> None:
    async with free:
        for text in TALK:
            await discord.say(THREADS + number, LEARNERS + number, text)


async def _copy(database: Path, count: int) -> None:
    """The one session that is there, `count` times in all, each in its own thread and with its own learner."""
    storage = await Storage.open(str(database))
    async with storage.writing() as db:
        for table in (tables.sessions, tables.events, tables.posts, tables.timers):
            rows = [dict(row) for row in (await db.execute(select(table))).mappings()]
            for start in range(1, count, 2000):
                copies = [_moved(table, row, by) for by in range(start, min(start + 2000, count)) for row in rows]
                await db.execute(insert(table), copies)
    await storage.close()


def _moved(table: Table, row: dict[str, Any], by: int) -> dict[str, Any]:
    """A row that belongs to the session `by` further on."""
    moved = row | {"id": row["id"] + 10 * by}
    for name in ("session", "event"):
        if name in row:
            moved[name] = row[name] + 10 * by
    if table is tables.sessions:
        moved |= {"learner": LEARNERS + by, "channel": THREADS + by}
    return moved


if __name__ == "__main__":
    asyncio.run(main())
