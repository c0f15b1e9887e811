"""What happens in drills by itself: tables open, games that have ended are taken in, and all is shown."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

import discord
from discord.ext import commands, tasks

from bot.discord_front.drilling import pairs, votes
from bot.discord_front.errors import NOT_TAKEN
from bot.drills.drill import Status
from bot.services.drill_book import DrillView
from bot.services.drill_votes import BallotView
from bot.services.errors import WalkawayError
from bot.services.pair_views import PairView

if TYPE_CHECKING:
    from bot.discord_front.client import Walkaway

log = logging.getLogger(__name__)


class DrillLoop(commands.Cog):
    def __init__(self, client: Walkaway) -> None:
        self._client = client
        self._in_the_background: set[asyncio.Task[None]] = set()
        self._telling: set[int] = set()
        self._voting: set[int] = set()

    async def cog_unload(self) -> None:
        self.run.cancel()
        self.refresh.cancel()
        self._client.doors.stop()

    @commands.Cog.listener()
    async def on_caught_up(self) -> None:
        """Only when what was said meanwhile has been heard: whoever spoke in time was in time."""
        if not self.run.is_running():
            await self._find_lost_threads()
            self.run.start()
            self.refresh.start()

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Walkaway]) -> None:
        if interaction.type is discord.InteractionType.modal_submit:
            await votes.FORMS.submitted(interaction)
            await pairs.FORMS.submitted(interaction)

    @commands.Cog.listener()
    async def on_other_talk(self, message: discord.Message) -> None:
        """What is said in a thread in which nobody practises: perhaps by two who talk at their table."""
        self._spawn(self._hear(message))

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """A seat whose thread is deleted gets another one."""
        await self._client.drills.tables.thread_lost(payload.thread_id)

    @tasks.loop(seconds=1)
    async def run(self) -> None:
        """Games that have ended, time that is up, threads that are waited for, and debriefs that are to be told."""
        try:
            if not await self._client.drills.any_stirring():
                return
            for drill in await self._client.drills.tables.tick():
                self._spawn(self._client.desk.deliver(await self._client.drills.view(drill)))
            await self._client.doors.look()
            for ballot in await self._client.drills.votes.tick():
                if ballot.drill not in self._voting:
                    self._voting.add(ballot.drill)
                    self._spawn(self._show(ballot))
            for pair in await self._client.drills.pairs.to_show():
                self._spawn(self._show_pair(pair))
            for view in await self._client.drills.untold():
                if view.id not in self._telling:
                    self._telling.add(view.id)
                    self._spawn(self._tell(view))
        except WalkawayError as reason:
            log.info("drills wait: %s", reason)
        except Exception:
            log.exception("drills could not be looked after; it is tried again")

    @tasks.loop(seconds=4)
    async def refresh(self) -> None:
        """As often as Discord allows for two messages in one channel."""
        try:
            await self._client.desk.refresh()
        except WalkawayError as reason:
            log.info("consoles wait: %s", reason)
        except Exception:
            log.exception("consoles could not be brought up to date; it is tried again")

    async def _show(self, ballot: BallotView) -> None:
        try:
            with self._client.in_hand.turn():
                await self._client.desk.show_ballot(ballot)
        except (WalkawayError, *NOT_TAKEN) as reason:
            log.info("the vote of drill %d is not shown: %s", ballot.drill, reason)
        except Exception:
            log.exception("the vote of drill %d could not be shown", ballot.drill)
        finally:
            self._voting.discard(ballot.drill)

    async def _show_pair(self, pair: PairView) -> None:
        try:
            with self._client.in_hand.turn():
                await self._client.pair_tables.show(pair)
        except (WalkawayError, *NOT_TAKEN) as reason:
            log.info("table %d of drill %d is not shown: %s", pair.pair.number, pair.drill, reason)

    async def _hear(self, message: discord.Message) -> None:
        try:
            with self._client.in_hand.turn():
                await self._client.pair_tables.hear(message)
        except (WalkawayError, *NOT_TAKEN) as reason:
            log.info("an offer in thread %d is not put on the table: %s", message.channel.id, reason)

    async def _tell(self, view: DrillView) -> None:
        try:
            with self._client.in_hand.turn():
                await self._client.desk.tell(view)  # first, because everybody waits for it
                await self._client.desk.deliver(view)
        except (WalkawayError, *NOT_TAKEN) as reason:
            log.warning("the debrief of drill %d waits: %s", view.id, reason)
            await asyncio.sleep(30)
        except Exception:
            log.exception("the debrief of drill %d could not be posted", view.id)
            await asyncio.sleep(30)
        finally:
            self._telling.discard(view.id)

    async def _find_lost_threads(self) -> None:
        """Threads that were deleted while the bot was away."""
        for view in await self._client.drills.active():
            for seat in view.seats:
                if seat.seat.status is Status.PLAYING and seat.thread is not None:
                    try:
                        if self._client.get_channel(seat.thread) is None:
                            await self._client.fetch_channel(seat.thread)
                    except discord.NotFound:
                        await self._client.drills.tables.thread_lost(seat.thread)
                    except NOT_TAKEN as reason:
                        log.info("thread %d could not be looked for: %s", seat.thread, reason)

    def _spawn(self, doing: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(doing)
        self._in_the_background.add(task)
        task.add_done_callback(self._in_the_background.discard)


async def setup(client: Walkaway) -> None:
    await client.add_cog(DrillLoop(client))
