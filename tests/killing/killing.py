"""The real bot as a process, killed again and again while members talk to it, and what became of all they said.

Discord is the loopback of the benchmarks: it refuses some messages of the bot, loses some of its own answers, and keeps
what members write while there is no bot. In the end everything that is stored must have been posted, once and in order,
and nothing else; and everything that was said in a session must have been heard, once and in order.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import select

from benchmarks.loopback import FAULTS, Loopback, served, started
from benchmarks.turns import LEARNERS, THREADS, begin, practice_on
from bot.storage import Storage
from bot.storage.tables import events, posts, sessions

TALKING = 5  # members at the same time
SAID = (
    "Hi there!",
    "Could you do $150?",
    "It has a scratch here.",
    "I'd pay $155.",
    "Is anybody else interested?",
    "deal or no deal, maybe I'll take it",
    "I'd rather buy it at Bo's then. Bye.",
)
_LONGEST = 60.0  # seconds that everything may take to be posted in the end
_SMALL = "-#"  # how small lines begin
_HEARD = "message:"  # how the cause of an event begins that is a message
_BEGUN = 2  # the brief and the first words: `begin` marks them without posting them


class Outcome(NamedTuple):
    """What is there in the end, and each thing that is wrong with it in a sentence."""

    said: int
    heard: int
    posted: int
    ended: int
    wrong: list[str]

    def and_also(self, seen: Seen, where: str) -> Outcome:
        return Outcome(
            self.said + len(seen.said),
            self.heard + len(seen.heard),
            self.posted + len(seen.posted),
            self.ended + seen.ended,
            [*self.wrong, *(where + each for each in seen.wrong)],
        )

    def __str__(self) -> str:
        told = f"{self.said} messages said, {self.heard} heard, {self.posted} answers, {self.ended} sessions ended"
        return "\n".join([told, *(self.wrong or ["nothing lost, twice or out of order"])])


async def kill_again_and_again(database: Path, kills: int, seed: int) -> Outcome:
    """Kills the bot so many times, lets it come to rest, and looks at what is left."""
    rnd = random.Random(seed)
    threads = range(THREADS, THREADS + TALKING + kills)
    async with practice_on(database) as practice:
        for number, thread in enumerate(threads):
            await begin(practice, LEARNERS + number, thread, 0)

    may_fail = [True]
    loopback = Loopback(threads, lambda: rnd.choice(FAULTS) if may_fail[0] and rnd.random() < 0.1 else None)
    async with served(loopback) as address:
        for number in range(kills):
            talking = threads[number : number + TALKING]
            async with _bot(loopback, address, database) as bot:
                if rnd.random() < 0.8:  # otherwise it is killed while it starts
                    await loopback.ready()
                await _talk(loopback, talking, rnd, rnd.choice((0.02, 0.1, 0.3, 0.6)))
                bot.kill()
            await _talk(loopback, talking, rnd, 0)
        may_fail[0] = False
        async with _bot(loopback, address, database):
            await loopback.ready()
            return await _at_rest(loopback, database)


@asynccontextmanager
async def _bot(loopback: Loopback, address: str, database: Path) -> AsyncGenerator[asyncio.subprocess.Process]:
    process = await started("walkaway", address, str(database))
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        loopback.gone()


async def _talk(loopback: Loopback, threads: Iterable[int], rnd: random.Random, seconds: float) -> None:
    """Some members say something, one after the other, all together for so long on average."""
    for thread in threads:
        for _ in range(rnd.choice((0, 1, 1, 3))):
            await loopback.write(thread, LEARNERS + thread - THREADS, rnd.choice(SAID))
            await asyncio.sleep(seconds * rnd.random() / TALKING)


async def _at_rest(loopback: Loopback, database: Path) -> Outcome:
    """How it is once nothing is owed or unheard any more, or when that takes too long."""
    storage = await Storage.open(str(database))
    try:
        outcome = await _look(loopback, storage)
        for _ in range(int(_LONGEST)):
            if not outcome.wrong:
                break
            await asyncio.sleep(1)
            outcome = await _look(loopback, storage)
        return outcome
    finally:
        await storage.close()


async def _look(loopback: Loopback, storage: Storage) -> Outcome:
    found = Outcome(0, 0, 0, 0, [])
    async with storage.reading() as db:
        for session in await db.execute(select(sessions).order_by(sessions.c.id)):
            causes = await db.scalars(
                select(events.c.cause).where(events.c.session == session.id).order_by(events.c.number)
            )
            owed = await db.scalars(select(posts.c.message).where(posts.c.session == session.id).order_by(posts.c.id))
            heard = [int(cause.removeprefix(_HEARD)) for cause in causes if cause.startswith(_HEARD)]
            here = Seen(loopback.written[session.channel], heard, list(owed)[_BEGUN:], session.ended_at is not None)
            found = found.and_also(here, f"session {session.id}: ")
    return found


class Seen(NamedTuple):
    """What there is of one session: all that stands in its thread, and the ids of messages that it knows of."""

    written: list[dict[str, Any]]
    heard: list[int]
    posted: list[int | None]
    ended: bool

    @property
    def said(self) -> list[int]:
        return [int(each["id"]) for each in self.written if not each["author"].get("bot")]

    @property
    def answers(self) -> list[int]:
        """What the bot wrote there, without small lines of its own, which no session owes."""
        by_bot = [each for each in self.written if each["author"].get("bot")]
        return [int(each["id"]) for each in by_bot if not each["content"].startswith(_SMALL)]

    @property
    def wrong(self) -> list[str]:
        wrong: list[str] = []
        if self.heard != self.said[: len(self.heard)] or (len(self.heard) < len(self.said) and not self.ended):
            wrong.append(f"said {self.said}, heard {self.heard}")
        if self.posted != self.answers:
            wrong.append(f"owed {self.posted}, there {self.answers}")
        return wrong
