"""What happens by itself: the counterpart makes up its mind, an idle practice closes, a post that could not be sent is
tried again, and what has ended is learned from."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import discord
from discord.ext import commands, tasks

from bot.discord_front import threads
from bot.discord_front.errors import NOT_TAKEN
from bot.discord_front.hearing import Missed
from bot.discord_front.in_hand import Stopping
from bot.discord_front.outbox import VenueLost
from bot.discord_front.permissions import MayNot
from bot.services.errors import WalkawayError
from bot.services.views import Timer, TimerKind

if TYPE_CHECKING:
    from bot.discord_front.client import Walkaway

log = logging.getLogger(__name__)


class Timers(commands.Cog):
    def __init__(self, client: Walkaway) -> None:
        self._client = client
        self._running: dict[int, asyncio.Task[None]] = {}  # by timer: one session's turn waits for no other's

    async def cog_unload(self) -> None:
        self.run_due.cancel()
        self.send_owed.cancel()
        self.learn.cancel()

    @commands.Cog.listener()
    async def on_caught_up(self) -> None:
        """What was said meanwhile is heard before a timer runs: a learner who spoke in time is no idle one."""
        if not self.run_due.is_running():
            self.run_due.start()
            self.send_owed.start()
            self.learn.start()

    @tasks.loop(seconds=1)
    async def run_due(self) -> None:
        try:
            for timer in await self._client.practice.due(self._client.now(), front=threads.FRONT):
                if timer.id not in self._running:
                    self._running[timer.id] = asyncio.create_task(self._run(timer))
        except Exception:
            log.exception("timers could not be looked for; they are tried again")

    async def _run(self, timer: Timer) -> None:
        try:
            with self._client.in_hand.turn():
                await self._client.hearing.catch_up(await self._client.practice.view(timer.session))
                if await self._client.practice.run_timer(timer.id) is None:
                    return
                await self._client.outbox.deliver_quietly(timer.session)
                if timer.kind is TimerKind.IDLE:
                    await self._put_away(timer.session)
        except (Stopping, Missed) as reason:
            log.info("timer %d waits: %s", timer.id, reason)
        except Exception:
            log.exception("timer %d could not be run; it is tried again", timer.id)
        finally:
            del self._running[timer.id]

    async def _put_away(self, session: int) -> None:
        """Archives the thread of a practice that nobody came back to."""
        view = await self._client.practice.view(session)
        try:
            venue = await self._client.outbox.venue(view)
            if isinstance(venue, discord.Thread):
                await venue.edit(archived=True)
        except (VenueLost, MayNot, *NOT_TAKEN) as reason:
            log.info("the thread of session %d was not archived: %s", session, reason)

    @tasks.loop(seconds=30)
    async def send_owed(self) -> None:
        """A permission may have come back, or Discord may be well again."""
        try:
            for session in await self._client.practice.owing(front=threads.FRONT):
                with self._client.in_hand.turn():
                    await self._client.outbox.deliver_quietly(session)
        except WalkawayError as reason:
            log.info("what is owed waits: %s", reason)
        except Exception:
            log.exception("what is owed could not be sent; it is tried again")

    @tasks.loop(seconds=5)
    async def learn(self) -> None:
        """Sessions that have ended are reviewed for what they teach."""
        try:
            with self._client.in_hand.turn():
                await self._client.learning.lessons.catch_up()
        except WalkawayError as reason:
            log.info("what sessions teach waits: %s", reason)
        except Exception:
            log.exception("a session could not be learned from; it is tried again")


async def setup(client: Walkaway) -> None:
    await client.add_cog(Timers(client))
