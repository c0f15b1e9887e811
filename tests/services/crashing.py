"""A learner, a front that posts as the real one does, and a machine that can stop at any moment.

Everything that outlasts the process is in two places: the files of the database, and what Discord has been given. A
crash is therefore a copy of both, taken while a turn was under way; nothing that was in memory is in it.
"""

from __future__ import annotations

import asyncio
import shutil
import types
from collections.abc import Awaitable, Callable, Coroutine, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.negotiation.moves import Offer, WalkAway
from bot.services.learning import Learning
from bot.services.practice import Practice
from bot.storage import Storage
from tests.services.lamp import LAMP, LEARNER, THREAD, Clock, library_of

SAID = "said"  # Discord keeps it, and gives it again to a bot that was away
PRESSED = "pressed"  # is gone with the process that it was sent to: the learner presses again
PASSED = "passed"  # time

STORY: tuple[tuple[str, Any], ...] = (
    (SAID, "Hi! Has anybody else asked about it?"),
    (SAID, "Bo's has it for $90. I'd pay $75."),
    (SAID, "That's not what I said."),  # which takes it back
    (SAID, "Bo's has it for $90, so I'd pay $74."),
    (PRESSED, Offer(7600)),
    (SAID, "Deal."),  # which ends it
    (SAID, "No, that's not what I meant!"),  # and doesn't
    (SAID, "Deal, I suppose, if you throw in a bulb."),  # which is asked back
    (PRESSED, None),  # none of the options was meant
    (PRESSED, WalkAway(reachable=True)),
    (PASSED, 30),
    (SAID, "Deal."),
    (PASSED, 301),  # until it can't be taken back any more
)


@dataclass
class Discord:
    """What Discord holds: what the learner wrote, and what the bot posted, by what it looks like."""

    written: list[tuple[str, str]] = field(default_factory=list)  # id and text
    posted: list[str] = field(default_factory=list)

    def copy(self) -> Discord:
        return Discord(list(self.written), list(self.posted))


class Process:
    """The bot as it runs once, on a database file and on what Discord holds."""

    def __init__(self, storage: Storage, discord: Discord, clock: Clock) -> None:
        self.discord, self._clock = discord, clock
        self._practice = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7")
        self._learning = Learning(storage, lambda: library_of(LAMP), clock)

    async def begin(self) -> int:
        """/practice: goes on with the session that is there, and begins one where none is."""
        running = await self._practice.session_at(THREAD.channel, front=THREAD.front)
        if running is None:
            running = (await self._practice.start(LEARNER, THREAD, world="slow")).session
        await self._deliver(running.id)
        return running.id

    async def catch_up(self) -> None:
        """What the front does at its start: posts what is owed, hears what was written, runs what is due."""
        view = await self._practice.session_at(THREAD.channel, front=THREAD.front)
        if view is not None:
            await self._deliver(view.id)
            for cause, text in self.discord.written:
                await self._practice.hear(view.id, LEARNER, text, cause=cause)
                await self._deliver(view.id)
            await self._run_due()
        await self._learning.lessons.catch_up()

    async def act(self, number: int, attempt: int) -> None:
        """What the learner does as number `number` of the story, and all that comes of it."""
        kind, what = STORY[number]
        view = await self._practice.session_at(THREAD.channel, front=THREAD.front)
        assert view is not None
        if kind == SAID:
            cause = f"message:{number}"
            if (cause, what) not in self.discord.written:
                self.discord.written.append((cause, what))
            await self._practice.hear(view.id, LEARNER, what, cause=cause)
        elif kind == PASSED:
            self._clock.forward(seconds=what)
            await self._run_due()
        elif what is None:
            await self._practice.choose(view.id, LEARNER, None, cause=f"interaction:{number}/{attempt}")
        else:
            await self._practice.press(view.id, LEARNER, what, cause=f"interaction:{number}/{attempt}")
        await self._deliver(view.id)

    async def learn(self) -> int:
        """Takes in what the session teaches; how many sessions have been counted."""
        await self._learning.lessons.catch_up()
        return (await self._learning.progress(LEARNER, LEARNER)).sessions

    async def owes(self) -> int:
        return len(await self._practice.owed())

    async def _run_due(self) -> None:
        for timer in await self._practice.due(self._clock()):
            await self._practice.run_timer(timer.id)
            await self._deliver(timer.session)

    async def _deliver(self, session: int) -> None:
        """As the real front does: in order, looking first for what was sent and not marked."""
        for post in await self._practice.owed(session=session):
            look = f"{post.kind}: {post.text}"
            await asyncio.sleep(0)  # on its way to Discord
            if look not in self.discord.posted:
                self.discord.posted.append(look)
            await asyncio.sleep(0)  # on its way back
            await self._practice.mark_posted(post.id, None)


@dataclass(frozen=True)
class Crash:
    """What was left of the process that stopped: `files` of its database, Discord, the time, and the number of what
    the learner was doing."""

    files: Path
    discord: Discord
    clock: Clock
    doing: int


class Recorder:
    """Takes a copy of everything whenever something has changed that outlasts the process."""

    def __init__(self, database: Path, folder: Path, discord: Discord, clock: Clock) -> None:
        self._database, self._folder, self.discord, self._clock = database, folder, discord, clock
        self._last: object = None
        self.crashes: list[Crash] = []
        self.moments = 0
        self.doing = -1

    def look(self) -> None:
        self.moments += 1
        files = [Path(f"{self._database}{suffix}") for suffix in ("", "-wal")]
        now = (
            [file.read_bytes() if file.exists() else b"" for file in files],
            len(self.discord.written),
            len(self.discord.posted),
            self._clock(),
            self.doing,
        )
        if now == self._last:
            return
        self._last = now
        folder = self._folder / str(len(self.crashes))
        folder.mkdir(parents=True)
        for file in files:
            if file.exists():
                shutil.copy(file, folder / file.name)
        clock = Clock()
        clock.time = self._clock()
        self.crashes.append(Crash(folder / self._database.name, self.discord.copy(), clock, self.doing))


def watched(work: Coroutine[Any, Any, Any], look: Callable[[], None]) -> Awaitable[Any]:
    """`work`, with a `look` at each of its awaits: before it waits, and before it goes on."""

    @types.coroutine
    def stepping() -> Generator[Any, Any, Any]:
        given: Any = None
        while True:
            try:
                waits_for = work.send(given)
            except StopIteration as done:
                look()
                return done.value
            look()
            given = yield waits_for
            look()

    return stepping()
