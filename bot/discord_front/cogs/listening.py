"""Hearing learners: what they write where their practice is held, also what they wrote while the bot was away."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

import discord
from discord.ext import commands

from bot.discord_front import threads
from bot.discord_front.cards.paper import small
from bot.discord_front.errors import NOT_TAKEN, sentence_for
from bot.discord_front.in_hand import Stopping
from bot.services.errors import WalkawayError
from bot.services.rates import TooFast
from bot.services.views import SessionView

if TYPE_CHECKING:
    from bot.discord_front.client import Walkaway

log = logging.getLogger(__name__)

_SAID_IS_SAID = small("What counts is what you first said. To change it, say it anew.")
_CANNOT_READ = small(
    "I can't read that one. Reply to something I wrote, mention me, or press Reply… so that your words reach me."
)
_TOO_FAST = small("That was too fast for me, and I have not heard all of it. Wait a few seconds, then say it again.")
_WRITTEN = (discord.MessageType.default, discord.MessageType.reply)
_AT_ONCE = 8  # threads that are caught up with at the same time
_MISSED = 200  # messages of one thread that are looked through after an absence


class Listening(commands.Cog):
    def __init__(self, client: Walkaway) -> None:
        self._client = client
        self._channels: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """At the start: what was owed is posted, and what was said meanwhile is heard, in order."""
        if self._client.caught_up.is_set():
            return
        try:
            await self._catch_up_with(await self._client.practice.open_sessions(front=threads.FRONT))
            for session in sorted({post.session for post in await self._client.practice.owed(front=threads.FRONT)}):
                await self._client.outbox.deliver_quietly(session, after_restart=True)
        finally:
            self._client.caught_up.set()
            self._client.dispatch("caught_up")

    @commands.Cog.listener()
    async def on_shard_ready(self, shard: int) -> None:
        """After a connection that could not be resumed: nobody tells what was said while it was down."""
        if self._client.caught_up.is_set():
            running = await self._client.practice.open_sessions(front=threads.FRONT)
            shards = self._client.shard_count or 1
            await self._catch_up_with([view for view in running if ((view.venue.guild or 0) >> 22) % shards == shard])

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """After an outage of one server."""
        if self._client.caught_up.is_set():
            running = await self._client.practice.open_sessions(front=threads.FRONT)
            await self._catch_up_with([view for view in running if view.venue.guild == guild.id])

    async def _catch_up_with(self, running: Sequence[SessionView]) -> None:
        a_few = asyncio.Semaphore(_AT_ONCE)
        await asyncio.gather(*(self._catch_up_quietly(view, a_few) for view in running))

    async def _catch_up_quietly(self, view: SessionView, a_few: asyncio.Semaphore) -> None:
        async with a_few:
            try:
                with self._client.in_hand.turn():
                    await self._catch_up(view)
            except (WalkawayError, *NOT_TAKEN) as reason:
                log.info("session %d could not be caught up with: %s", view.id, reason)
            except Exception:  # one of them must not keep the others waiting
                log.exception("session %d could not be caught up with", view.id)

    async def _catch_up(self, view: SessionView) -> None:
        async with self._lock(view.venue.channel):
            await self._client.outbox.deliver_quietly(view.id, after_restart=True)
            venue = await self._client.outbox.venue(view)
            since = discord.Object(_last_heard(view))
            async for message in venue.history(after=since, oldest_first=True, limit=_MISSED):
                if self._is_said_by(view, message):
                    await self._hear(view, message)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        if message.author.bot or not self._may_be_a_venue(message.channel):
            return
        await self._client.caught_up.wait()
        try:
            self._client.pace.acting.check(message.author.id)
        except TooFast as flood:
            await self._slow_down(message, flood)
            return
        async with self._lock(message.channel.id):  # messages are heard in the order in which they came
            view = await self._running_at(message.channel.id)
            if view is not None and self._is_said_by(view, message):
                try:
                    with self._client.in_hand.turn():
                        await self._hear(view, message)
                except Stopping:
                    return  # it is fetched at the next start
                except Exception as error:
                    await self._tell(message.channel, small(sentence_for(error)), message.id)

    async def _slow_down(self, message: discord.Message, flood: TooFast) -> None:
        """Says once that not all of a flood is heard; where others talk in a practice, that is their business."""
        if flood.first:
            view = await self._running_at(message.channel.id)
            if view is not None and self._is_said_by(view, message):
                await self._tell(message.channel, _TOO_FAST, message.id)

    async def _hear(self, view: SessionView, message: discord.Message) -> None:
        text = self._words_of(message)
        if not text and self._is_hidden(message):
            await self._tell(message.channel, _CANNOT_READ, view.id)
            return
        turn = await self._client.practice.hear(view.id, message.author.id, text, cause=f"message:{message.id}")
        if turn.posts:
            await self._client.outbox.deliver_quietly(view.id)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """A message that could not be read before counts now; one that was heard does not change."""
        message = payload.message
        if message.edited_at is None or message.author.bot or not self._may_be_a_venue(message.channel):
            return
        if payload.cached_message is not None and payload.cached_message.content == message.content:
            return  # a link was unfolded, or a pin set
        await self._client.caught_up.wait()
        async with self._lock(message.channel.id):
            view = await self._running_at(message.channel.id)
            if view is None or not self._is_said_by(view, message) or not self._words_of(message):
                return
            turn = await self._client.practice.hear(
                view.id, message.author.id, self._words_of(message), cause=f"message:{message.id}"
            )
            if turn.posts:
                await self._client.outbox.deliver_quietly(view.id)
            else:
                await self._tell(message.channel, _SAID_IS_SAID, message.id)

    @commands.Cog.listener()
    async def on_message_delete(self, message: discord.Message) -> None:
        if message.author.bot or not self._may_be_a_venue(message.channel):
            return
        view = await self._running_at(message.channel.id)
        if view is not None and self._is_said_by(view, message):
            await self._tell(message.channel, _SAID_IS_SAID, message.id)

    @commands.Cog.listener()
    async def on_raw_thread_update(self, payload: discord.RawThreadUpdateEvent) -> None:
        """A thread that is opened or unlocked again gets what was owed to it."""
        metadata = payload.data["thread_metadata"]
        if metadata["archived"] or metadata.get("locked") or not self._client.caught_up.is_set():
            return
        view = await self._client.practice.session_at(payload.thread_id, front=threads.FRONT)
        if view is not None:
            await self._client.outbox.deliver_quietly(view.id)

    async def _running_at(self, channel: int) -> SessionView | None:
        view = await self._client.practice.session_at(channel, front=threads.FRONT)
        return None if view is None or view.finished else view

    def _lock(self, channel: int) -> asyncio.Lock:
        return self._channels.setdefault(channel, asyncio.Lock())

    def _may_be_a_venue(self, channel: object) -> bool:
        """Whether a practice can be held there at all: told without a look into the database, for every message."""
        if isinstance(channel, discord.Thread):
            return self._client.user is not None and channel.owner_id == self._client.user.id
        return isinstance(channel, discord.DMChannel | discord.PartialMessageable)

    def _is_said_by(self, view: SessionView, message: discord.Message) -> bool:
        """Whether the learner of `view` wrote it; what others write in the thread is left alone."""
        return message.author.id == view.learner and message.type in _WRITTEN

    def _words_of(self, message: discord.Message) -> str:
        """What was written, without the mention that lets the bot read it."""
        me = self._client.user
        return re.sub(rf"<@!?{me.id}>", "", message.content).strip() if me is not None else message.content

    def _is_hidden(self, message: discord.Message) -> bool:
        """Whether Discord kept the text from the bot."""
        readable = self._client.hears_everything or message.guild is None
        return not readable and self._client.user not in message.mentions

    async def _tell(self, channel: discord.abc.Messageable, text: str, about: int) -> None:
        """A small line of the bot's own. Discord shows it once for what it is `about`, for some minutes."""
        if self._client.is_closed():
            return
        try:
            await channel.send(text, nonce=f"about-{about}")
        except NOT_TAKEN as reason:
            log.info("a line could not be posted: %s", reason)


def _last_heard(view: SessionView) -> int:
    """The message up to which `view` has heard, as far as it is known. What is heard twice counts once."""
    kind, _, number = view.last_cause.partition(":")
    if kind == "message":
        return int(number)
    if view.venue.guild is not None:
        return view.venue.channel  # the thread's own id is older than everything in it
    return discord.utils.time_snowflake(view.started_at)


async def setup(client: Walkaway) -> None:
    await client.add_cog(Listening(client))
