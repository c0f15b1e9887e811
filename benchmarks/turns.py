"""What a turn of a practice costs beside a bare echo: `python -m benchmarks.turns`.

Both are bots as processes of their own on the same loopback (loopback.py), heard over the gateway and answering over
HTTP, in the same run. The echo, ten lines of discord.py, keeps nothing; a turn is read, answered and committed to the
disk before it is shown, and marked once it is. Processor times are of the bot's process with all its threads.

They are compared as fast as they go, and at a steady pace about as fast as Discord lets a bot post: whatever wakes up
for each message costs several times as much as where the next one is there already.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

from sqlalchemy import insert

from benchmarks.loopback import GUILD, Bot, Loopback, running
from bot.content.library import load_library
from bot.services.practice import Practice
from bot.services.views import PostKind, Venue
from bot.storage import Storage, tables

KNOWLEDGE = Path(__file__).parents[1] / "knowledge"
LEARNERS, THREADS = 10_000, 1_000_000
TALK = (
    "Hi there!",
    "How has the week been?",
    "Bo's store has it for $184 all in. Could you do $150?",
    "It has a scratch here.",
    "I'd pay $155.",
    "Is anybody else interested?",
)
UNCLEAR = "deal or no deal, maybe I'll take it"
PACE = 25  # messages a second; Discord takes 50 requests
AIM = 3.0  # times the echo's processor time


class Cost(NamedTuple):
    """Of a turn: milliseconds of the processor, and of waiting; and how many there are in a second."""

    cpu: float
    p50: float
    p95: float
    a_second: float

    def __str__(self) -> str:
        return f"{self.cpu:8.2f} ms{self.p50:8.1f} ms{self.p95:8.1f} ms{self.a_second:8.0f}"


async def main() -> int:
    print(f"{'':44}{'processor':>11}{'p50':>11}{'p95':>11}{'a second':>8}")
    with tempfile.TemporaryDirectory() as folder:
        ratios: list[float] = []
        for at_once, learners in ((1, 40), (50, 50), (500, 500)):
            echo = await _echo(learners, at_once)
            turn = await _turns(Path(folder) / f"{at_once}.db", learners, at_once)
            ratios.append(turn.cpu / echo.cpu)
            print(f"{f'echo, {at_once} at once':44}{echo}")
            print(f"{f'turn, {at_once} at once':44}{turn}{ratios[-1]:8.2f} times the echo's processor time")
        echo, turn = await _echo(40, 1, pace=PACE), await _turns(Path(folder) / "pace.db", 40, 1, pace=PACE)
        ratios.append(turn.cpu / echo.cpu)
        print(f"{f'echo, {PACE} a second':44}{echo}")
        print(f"{f'turn, {PACE} a second':44}{turn}{ratios[-1]:8.2f} times the echo's processor time")
        for events in (10, 500):
            cost = await _turns(Path(folder) / f"events-{events}.db", 20, 1, events=events)
            print(f"{f'turn after {events} events in the session':44}{cost}")
        for sessions in (100, 100_000):
            cost = await _turns(Path(folder) / f"sessions-{sessions}.db", 40, 1, others=sessions)
            print(f"{f'turn with {sessions:,} sessions in the database':44}{cost}")
    return 0 if max(ratios) <= AIM else 1


async def _echo(learners: int, at_once: int, *, pace: float | None = None) -> Cost:
    threads = range(THREADS, THREADS + learners)
    async with running("echo", threads) as (discord, bot):
        return await _measured(discord, bot, at_once, pace)


async def _turns(
    database: Path, learners: int, at_once: int, *, events: int = 0, others: int = 0, pace: float | None = None
) -> Cost:
    """`events` have happened in each session before, and there are `others` in the database."""
    threads = range(THREADS, THREADS + learners)
    async with practice_on(database) as practice:
        for number, thread in enumerate(threads):
            await begin(practice, LEARNERS + number, thread, events)
    if others:
        await _fill(database, others)
    async with running("walkaway", threads, str(database)) as (discord, bot):
        await discord.caught_up()
        return await _measured(discord, bot, at_once, pace)


async def _measured(discord: Loopback, bot: Bot, at_once: int, pace: float | None = None) -> Cost:
    """Everybody says what there is to say, `at_once` of them at a time, each waiting for the answer before going on;
    all together no faster than `pace` messages a second."""
    waits: list[float] = []
    free = asyncio.Semaphore(at_once)

    async def talk(number: int, thread: int) -> None:
        async with free:
            for text in TALK:  # nobody's words are anybody else's: what was read once is remembered
                own = f"{text} {''.join(chr(ord('a') + int(digit)) for digit in str(number))}"
                waits.append(1000 * await discord.say(thread, LEARNERS + number, own))
                if pace is not None:
                    await asyncio.sleep(began + len(waits) / pace - perf_counter())

    cpu, began = bot.cpu, perf_counter()
    await asyncio.gather(*(talk(number, thread) for number, thread in enumerate(discord.threads)))
    took, cpu = perf_counter() - began, bot.cpu - cpu
    return Cost(1000 * cpu / len(waits), median(waits), quantiles(waits, n=20)[-1], len(waits) / took)


@asynccontextmanager
async def practice_on(database: Path) -> AsyncGenerator[Practice]:
    library = load_library(KNOWLEDGE)
    storage = await Storage.open(str(database))
    yield Practice(storage, lambda: library, lambda: datetime.now(UTC), lambda: 7, lambda: "7")
    await storage.close()


async def begin(practice: Practice, learner: int, thread: int, events: int) -> None:
    """A session that is shown as far as it goes; unclear messages and what is asked about them make it long."""
    view = (await practice.start(learner, Venue("discord", GUILD, thread), scenario="daybed", world=None)).session
    for number in range(events):
        turn = await practice.hear(view.id, learner, UNCLEAR, cause=f"unclear:{number}")
        assert [post.kind for post in turn.posts] == [PostKind.ASK_BACK]
    for post in await practice.owed(session=view.id):
        await practice.mark_posted(post.id, THREADS + post.id)


async def _fill(database: Path, count: int) -> None:
    """So many sessions of others that have ended, with a few events and posts each."""
    storage = await Storage.open(str(database))
    now = datetime.now(UTC)
    async with storage.writing() as db:
        content = (await db.execute(tables.contents.select())).one().digest
        first = 1_000_000
        for start in range(first, first + count, 5000):
            numbers = range(start, min(start + 5000, first + count))
            await db.execute(insert(tables.sessions), [_session(n, content, now - timedelta(days=9)) for n in numbers])
            await db.execute(insert(tables.events), [_event(n, at, now) for n in numbers for at in range(3)])
            await db.execute(insert(tables.posts), [_post(n, at, now) for n in numbers for at in range(3)])
    await storage.close()


def _session(number: int, content: str, at: datetime) -> dict[str, object]:
    place = {"front": "discord", "guild": GUILD, "channel": 10 * number, "learner": number % 5000}
    what = {"scenario": "daybed", "content": content, "world": "slow", "seed": number}
    return {"id": number, **place, **what, "started_at": at, "ended_at": at, "outcome": "deal", "price": 18000}


def _event(session: int, number: int, at: datetime) -> dict[str, object]:
    row = {"id": 3 * session + number, "session": session, "number": number, "cause": f"message:{number}"}
    return {**row, "kind": "said", "at": at, "body": {"words": "x" * 200}}


def _post(session: int, number: int, at: datetime) -> dict[str, object]:
    row = {"id": 3 * session + number, "session": session, "event": 3 * session + number, "kind": "reply"}
    return {**row, "text": "x" * 100, "body": {}, "posted_at": at, "message": 3 * session + number}


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
