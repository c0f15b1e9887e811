"""What Discord tells of: that learners write, change or delete what they wrote, and that a connection begins."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

import discord
from discord.ext import commands, tasks

from bot.discord_front import threads
from bot.discord_front.cards.paper import small
from bot.discord_front.errors import sentence_for
from bot.discord_front.hearing import Missed
from bot.discord_front.in_hand import Stopping
from bot.services.errors import SessionOver, WalkawayError
from bot.services.rates import TooFast
from bot.services.views import SessionView

if TYPE_CHECKING:
    from bot.discord_front.client import Walkaway

log = logging.getLogger(__name__)

_SAID_IS_SAID = small("What counts is what you first said. To change it, say it anew.")
_TOO_FAST = small("That was too fast for me, and I have not heard all of it. Wait a few seconds, then say it again.")


class Listening(commands.Cog):
    def __init__(self, client: Walkaway) -> None:
        self._client = client
        self._hearing = client.hearing
        self._catching_up = False  # for the first time

    async def cog_unload(self) -> None:
        self.try_again.cancel()

    # --- connections --------------------------------------------------------------------------------------------------

    @commands.Cog.listener()
    async def on_shard_connect(self, shard: int) -> None:
        self._hearing.connected(shard)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """At the start: what was owed is posted, and what was said meanwhile is heard, in order."""
        if self._catching_up or self._client.caught_up.is_set():
            return  # what a second connection has missed is heard once the first is done, below
        self._catching_up = True
        try:
            behind = await self._hearing.behind()
            await self._hearing.catch_up_with_all(self._hearing.urgent(behind))
            for session in await self._client.practice.owing(front=threads.FRONT):
                await self._client.outbox.deliver_in_time(session, after_restart=True)
        except WalkawayError as reason:
            log.error("what was said before the start is not heard yet: %s", reason)
        finally:
            self._client.caught_up.set()
            self._client.dispatch("caught_up")
            self.try_again.start()
        await self._catch_up()

    @commands.Cog.listener()
    async def on_shard_ready(self, shard: int) -> None:
        """After a connection that could not be resumed: nobody tells what was said while it was down."""
        if self._client.caught_up.is_set():
            await self._catch_up()

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """After an outage of one server."""
        if self._client.caught_up.is_set():
            self._hearing.available(guild.id)
            await self._catch_up(guild.id)

    async def _catch_up(self, guild: int | None = None) -> None:
        try:
            await self._hearing.catch_up_with_all(await self._hearing.behind(guild=guild))
        except WalkawayError as reason:
            log.error("what was said meanwhile is not heard yet: %s", reason)

    @tasks.loop(seconds=30)
    async def try_again(self) -> None:
        try:
            await self._hearing.try_again()
        except WalkawayError as reason:
            log.info("what was said before waits: %s", reason)

    # --- messages -----------------------------------------------------------------------------------------------------

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        if message.author.bot or not self._may_be_a_venue(message.channel):
            return
        try:
            self._client.pace.acting.check(message.author.id)
        except TooFast as flood:
            await self._slow_down(message, flood)
            return
        async with self._hearing.lock(message.channel.id):  # messages are heard in the order in which they came
            try:
                await self._hear(message)
            except (Stopping, Missed) as reason:
                log.info("a message in channel %d is heard later: %s", message.channel.id, reason)
            except Exception as error:
                await self._hearing.refuse(message, small(sentence_for(error)))

    async def _hear(self, message: discord.Message) -> None:
        with self._client.in_hand.turn():
            if await self._hearing.hear_at_once(message):
                return
        view = await self._running_at(message.channel.id, or_sealed=True)
        if view is None:
            self._client.dispatch("other_talk", message)
        elif view.finished:
            await self._hear_after_the_end(view, message)
        elif self._hearing.is_said_by(view, message):
            with self._client.in_hand.turn():
                await self._hearing.catch_up_locked(view)
                await self._hearing.hear(view, message)

    async def _hear_after_the_end(self, view: SessionView, message: discord.Message) -> None:
        """What ended a practice may be taken back in words for a while; nothing else is heard."""
        if self._hearing.is_said_by(view, message):
            with self._client.in_hand.turn(), suppress(SessionOver):
                await self._hearing.hear(view, message)
                return
        self._client.dispatch("other_talk", message)

    async def _slow_down(self, message: discord.Message, flood: TooFast) -> None:
        """Says once that not all of a flood is heard, and never hears it; where others talk in a practice, that is
        their business."""
        view = await self._running_at(message.channel.id)
        if view is not None and self._hearing.is_said_by(view, message):
            await self._hearing.refuse(message, _TOO_FAST, told=flood.first)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """A message that could not be read before counts now; one that was heard does not change."""
        message = payload.message
        if message.edited_at is None or message.author.bot or not self._may_be_a_venue(message.channel):
            return
        if payload.cached_message is not None and payload.cached_message.content == message.content:
            return  # a link was unfolded, or a pin set
        async with self._hearing.lock(message.channel.id):
            view = await self._running_at(message.channel.id)
            if view is None or not self._hearing.is_said_by(view, message) or not self._hearing.words_of(message):
                return
            try:
                with self._client.in_hand.turn():
                    await self._hearing.catch_up_locked(view)
                    heard = await self._hearing.hear(view, message)
            except WalkawayError as reason:
                log.info("a change in session %d is not heard: %s", view.id, reason)
                return
            if not heard:
                await self._hearing.tell(message.channel, _SAID_IS_SAID, message.id)

    @commands.Cog.listener()
    async def on_message_delete(self, message: discord.Message) -> None:
        if message.author.bot or not self._may_be_a_venue(message.channel):
            return
        view = await self._running_at(message.channel.id)
        if view is not None and self._hearing.is_said_by(view, message):
            await self._hearing.tell(message.channel, _SAID_IS_SAID, message.id)

    @commands.Cog.listener()
    async def on_raw_thread_update(self, payload: discord.RawThreadUpdateEvent) -> None:
        """A thread that is opened or unlocked again gets what was owed to it."""
        metadata = payload.data["thread_metadata"]
        if metadata["archived"] or metadata.get("locked") or not self._client.caught_up.is_set():
            return
        view = await self._client.practice.session_at(payload.thread_id, front=threads.FRONT)
        if view is not None:
            await self._client.outbox.deliver_in_time(view.id)

    async def _running_at(self, channel: int, *, or_sealed: bool = False) -> SessionView | None:
        """The practice that is held there; `or_sealed` also one whose end may still be taken back."""
        view = await self._client.practice.session_at(channel, front=threads.FRONT)
        if view is None or (view.finished and not (or_sealed and view.sealed)):
            return None
        return view

    def _may_be_a_venue(self, channel: object) -> bool:
        """Whether a practice can be held there at all: told without a look into the database, for every message."""
        if isinstance(channel, discord.Thread):
            return self._client.user is not None and channel.owner_id == self._client.user.id
        return isinstance(channel, discord.DMChannel | discord.PartialMessageable)


async def setup(client: Walkaway) -> None:
    await client.add_cog(Listening(client))
