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
from bot.discord_front.outbox import VenueLost
from bot.discord_front.permissions import MayNot
from bot.discord_front.setbacks import Setbacks
from bot.services.errors import WalkawayError
from bot.services.views import Timer, TimerKind

if TYPE_CHECKING:
    from bot.discord_front.client import Walkaway

log = logging.getLogger(__name__)

_AT_ONCE = {TimerKind.WAIT: 100, TimerKind.IDLE: 8, TimerKind.DEBRIEF: 8}  # that may run at the same time
_LOOKED_AT = 500  # of those that are due


class Timers(commands.Cog):
    def __init__(self, client: Walkaway) -> None:
        self._client = client
        self._running: dict[TimerKind, dict[int, asyncio.Task[None]]] = {kind: {} for kind in TimerKind}  # by timer
        self._put_off: set[int] = set()  # timers that could not be run: the others go first
        self._setbacks = Setbacks(client.now, "timer %d could not be run")

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
        """One session's turn waits for no other's, but thousands that lay idle while the bot was away take turns."""
        try:
            now, due = self._client.now(), self._client.practice.due
            for kind, running in self._running.items():
                found = await due(now, front=threads.FRONT, kind=kind, most=_LOOKED_AT)
                waiting = [timer for timer in found if timer.id not in running and not self._setbacks.waits(timer.id)]
                waiting.sort(key=lambda timer: timer.id in self._put_off)
                for timer in waiting[: _AT_ONCE[kind] - len(running)]:
                    running[timer.id] = asyncio.create_task(self._run(timer))
        except WalkawayError as reason:
            log.info("timers wait: %s", reason)
        except Exception:
            log.exception("timers could not be looked for; they are tried again")

    async def _run(self, timer: Timer) -> None:
        try:
            with self._client.in_hand.turn():
                await self._client.hearing.catch_up(await self._client.practice.view(timer.session))
                turn = await self._client.practice.run_timer(timer.id)
                self._put_off.discard(timer.id)
                self._setbacks.over(timer.id)
                if turn is None:
                    return
                await self._client.outbox.deliver_in_time(timer.session)
                if timer.kind is TimerKind.IDLE:
                    await self._put_away(timer.session)
        except WalkawayError as reason:
            self._put_off.add(timer.id)
            log.info("timer %d waits: %s", timer.id, reason)
        except Exception as error:
            self._setbacks.note(timer.id, error)
        finally:
            del self._running[timer.kind][timer.id]

    async def _put_away(self, session: int) -> None:
        """Archives the thread of a practice that nobody came back to."""
        view = await self._client.practice.view(session)
        try:
            venue = await self._client.outbox.venue(view)
            if isinstance(venue, discord.Thread):
                await venue.edit(archived=True)
        except (VenueLost, MayNot, *NOT_TAKEN) as reason:
            log.info("the thread of session %d was not archived: %s", session, reason)

    @tasks.loop(seconds=10)
    async def send_owed(self) -> None:
        """A permission may have come back, or Discord may be well again."""
        try:
            for session in await self._client.practice.owing(front=threads.FRONT):
                with self._client.in_hand.turn():
                    await self._client.outbox.deliver_in_time(session)
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
