"""Hearing what learners write, in order, also what they wrote while nobody told the bot of it.

Discord tells of messages while a connection stands, and after a short break tells of them later. After a longer one,
a start or an outage it doesn't: then a venue is caught up with before anything else is heard in it. Venues in which
something is known to have been written come first, the others at leisure; a venue where somebody writes or presses, or
where a timer is due, is caught up with at once. So a start takes as long with ten thousand sessions as with ten.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count, islice
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakValueDictionary

import discord

from bot.discord_front import threads
from bot.discord_front.cards.paper import small
from bot.discord_front.errors import NOT_TAKEN
from bot.discord_front.outbox import VenueLost
from bot.discord_front.permissions import MayNot
from bot.discord_front.refused import Refused, refused_in
from bot.services.errors import Held, SessionOver, WalkawayError
from bot.services.latest import Latest
from bot.services.running import Running
from bot.services.views import SessionView, Turn

if TYPE_CHECKING:
    from bot.discord_front.client import Walkaway

log = logging.getLogger(__name__)

_CANNOT_READ = small(
    "I can't read that one. Reply to something I wrote, mention me, or press Reply… so that your words reach me."
)
_WRITTEN = (discord.MessageType.default, discord.MessageType.reply)
_AT_ONCE = 8  # venues that are caught up with at the same time
_PAUSE = 0.4  # seconds after so many: Discord takes 50 requests a second, and members are to be answered meanwhile
_MISSED = 1000  # messages of one venue that are looked through
_REMEMBERED = 10_000  # channels
_SECONDS = 30.0  # that Discord may take to tell them: the library itself waits for minutes
_SAID = "message:"


class Missed(WalkawayError):  # noqa: N818
    """Discord doesn't tell what was written before. The venue is tried again."""


class _Since(NamedTuple):
    """From when on Discord has told of everything; the number tells two of the same moment apart."""

    number: int
    moment: datetime


class Hearing:
    """One for each client."""

    def __init__(self, client: Walkaway) -> None:
        self._client = client
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._numbers = count()
        self._connected: dict[int, _Since] = {}  # by shard
        self._available: dict[int, _Since] = {}  # by guild, where it was away since
        self._complete: dict[int, int] = {}  # by channel: the number of what it was caught up with after
        self._regulars = Latest[int, tuple[int, int]](_REMEMBERED)  # by channel: who was heard, and the same number
        self._behind: set[int] = set()  # sessions that could not be caught up with
        self._given_up = Latest[int, None](_REMEMBERED)  # messages of which nobody knows why they can't be heard
        self._refused = Refused(client.practice)

    def lock(self, channel: int) -> asyncio.Lock:
        """What is heard in a channel is heard one after the other."""
        return self._locks.setdefault(channel, asyncio.Lock())

    # --- what is missed -----------------------------------------------------------------------------------------------

    def connected(self, shard: int) -> None:
        """A connection begins that knows nothing of the one before."""
        self._connected[shard] = _Since(next(self._numbers), self._client.now())

    def available(self, guild: int) -> None:
        """A guild can be reached again."""
        self._available[guild] = _Since(next(self._numbers), self._client.now())

    async def behind(self, *, guild: int | None = None) -> list[Running]:
        """The running sessions that have to be caught up with, of one guild where it is given. First those in which
        something seems to have been written."""
        running = await self._client.practice.running(front=threads.FRONT, guild=guild)
        mine = [each for each in running if self._since(each.venue.guild) and not self._is_complete(each)]
        return sorted(mine, key=lambda each: (self._is_quiet(each), each.venue.guild is not None))

    def urgent(self, running: Iterable[Running]) -> list[Running]:
        """Those in which something was written, and the seats of drills: there a moment counts."""
        return [each for each in running if each.veiled or not self._is_quiet(each)]

    async def catch_up_with_all(self, running: Iterable[Running]) -> None:
        for some in _in_parts(running, _AT_ONCE):
            await asyncio.gather(*(self._catch_up_quietly(each) for each in some))
            if len(some) == _AT_ONCE:
                await asyncio.sleep(_PAUSE)

    async def try_again(self) -> None:
        """Catches up with what could not be caught up with, and writes down what could not be written before."""
        await self._refused.write_down()
        if self._behind:
            await self.catch_up_with_all([each for each in await self.behind() if each.session in self._behind])

    async def catch_up(self, session: SessionView | Running) -> None:
        """Hears what was written in a session and never told, unless that was done. Raises Missed where Discord does
        not tell it."""
        if not self._is_complete(session):
            async with self.lock(session.venue.channel):
                await self.catch_up_locked(session)

    async def catch_up_locked(self, session: SessionView | Running) -> None:
        """The same for whoever holds the channel's lock."""
        since = self._since(session.venue.guild)
        if since is None or self._is_complete(session):
            return
        number = session.session if isinstance(session, Running) else session.id
        try:
            await self._hear_all(await self._client.practice.view(number))
        except (VenueLost, MayNot) as reason:
            log.info("session %d is not heard: %s", number, reason)
            return
        except NOT_TAKEN as reason:
            self._behind.add(number)
            raise Missed("Discord doesn't tell me what you wrote before. Try that again in a minute.") from reason
        self._behind.discard(number)
        self._complete[session.venue.channel] = since.number

    async def _catch_up_quietly(self, session: Running) -> None:
        try:
            with self._client.in_hand.turn():
                await self.catch_up(session)
        except WalkawayError as reason:
            log.info("session %d could not be caught up with: %s", session.session, reason.__cause__ or reason)
        except Exception:  # one of them must not keep the others waiting
            log.exception("session %d could not be caught up with", session.session)

    async def _hear_all(self, view: SessionView) -> None:
        await self._client.outbox.deliver_in_time(view.id, after_restart=True)
        venue = await self._client.outbox.venue(view)
        since = discord.Object(await self._heard_up_to(view))
        await self._client.outbox.spread.turn()  # asking counts like posting
        async with asyncio.timeout(_SECONDS):
            missed = [each async for each in venue.history(after=since, oldest_first=True, limit=_MISSED)]
        me = self._client.user
        told = max((each.id for each in missed if me is not None and each.author.id == me.id), default=0)
        refused = refused_in(missed, None if me is None else me.id)
        for message in missed:
            if message.id in refused or message.id in self._refused:
                continue
            if self.is_said_by(view, message) and (message.id > told or not self._is_hidden(message)):
                try:
                    await self._hear_or_give_up(view, message)
                except SessionOver:
                    if not view.sealed:  # what ended it may be taken back further on
                        return
                except Held as reason:  # it was kept as refused, and is told so
                    await self.tell(message.channel, small(str(reason)), message.id, answers=message)

    async def _hear_or_give_up(self, view: SessionView, message: discord.Message) -> None:
        """Hears a message of the past. One that can't be heard for a reason that nobody expected is told of once, and
        passed over: it must not keep its session from being caught up with again and again."""
        if message.id in self._given_up:
            return
        try:
            await self.hear(view, message)
        except (WalkawayError, *NOT_TAKEN):
            raise
        except Exception as error:
            self._given_up[message.id] = None
            told = "a message in session %d is passed over (error %s)"
            log.error(told, view.id, secrets.token_hex(4), exc_info=error)

    async def _heard_up_to(self, view: SessionView) -> int:
        """The message up to which `view` has heard, as far as it is known. What is heard twice counts once."""
        causes = await self._client.practice.causes(view.id, _SAID)
        heard = max((int(cause.removeprefix(_SAID)) for cause in causes), default=0)
        if view.venue.guild is not None:
            return max(heard, view.venue.channel)  # the thread's own id is older than everything in it
        return max(heard, discord.utils.time_snowflake(view.started_at))

    def _since(self, guild: int | None) -> _Since | None:
        """From when on Discord has told of everything in a guild or, where it is None, in direct messages; None where
        it is another process that is told."""
        connected = self._connected.get(((guild or 0) >> 22) % (self._client.shard_count or 1))
        if connected is None or guild is None:
            return connected
        return max(connected, self._available.get(guild, connected))

    def _is_complete(self, session: SessionView | Running) -> bool:
        """Whether Discord has told of everything that was written in a session."""
        since = self._since(session.venue.guild)
        if since is None:
            return False
        return session.started_at > since.moment or self._complete.get(session.venue.channel) == since.number

    def _is_quiet(self, running: Running) -> bool:
        """Whether nothing seems to have been written since the bot wrote last."""
        channel = self._client.get_channel(running.venue.channel)
        last = channel.last_message_id if isinstance(channel, discord.Thread) else None
        return last is None or last <= (running.last_post or 0)

    # --- what is said -------------------------------------------------------------------------------------------------

    async def hear_at_once(self, message: discord.Message) -> bool:
        """Answers somebody who was heard in this channel before, and nothing can have been missed since: then nobody
        need be asked before who practises here. False where it takes more than that. Raises Held and NotKept."""
        channel, author, text = message.channel.id, message.author.id, self.words_of(message)
        since = self._since(message.guild.id if message.guild else None)
        if not text or since is None or self._regulars.get(channel) != (author, since.number):
            return False
        if message.type not in _WRITTEN:
            return False
        hear_at = self._client.practice.hear_at
        turn = await hear_at(channel, author, text, front=threads.FRONT, cause=f"{_SAID}{message.id}")
        if turn is None:
            self._regulars.pop(channel, None)
            return False
        await self._show(turn)
        return True

    async def hear(self, view: SessionView, message: discord.Message) -> bool:
        """Answers a message of the learner; True if it had not been heard. Raises what `Practice.hear` does."""
        text = self.words_of(message)
        if not text and self._is_hidden(message):
            await self.tell(message.channel, _CANNOT_READ, view.id)
            return True
        turn = await self._client.practice.hear(view.id, message.author.id, text, cause=f"{_SAID}{message.id}")
        since = self._since(view.venue.guild)
        if since is not None and self._is_complete(view):
            self._regulars[view.venue.channel] = (view.learner, since.number)
        await self._show(turn)
        return bool(turn.posts)

    async def _show(self, turn: Turn) -> None:
        if turn.posts:
            await self._client.outbox.deliver_quietly(turn.session.id, turn=turn)

    def is_said_by(self, view: SessionView, message: discord.Message) -> bool:
        """Whether the learner of `view` wrote it; what others write in the thread is left alone."""
        return message.author.id == view.learner and message.type in _WRITTEN

    def words_of(self, message: discord.Message) -> str:
        """What was written, without the mention that lets the bot read it."""
        me = self._client.user
        return re.sub(rf"<@!?{me.id}>", "", message.content).strip() if me is not None else message.content

    def _is_hidden(self, message: discord.Message) -> bool:
        """Whether Discord kept the text from the bot."""
        readable = self._client.hears_everything or message.guild is None
        return not readable and not message.content and self._client.user not in message.mentions

    async def refuse(self, message: discord.Message, text: str, *, told: bool = True) -> None:
        """Says why a message of a learner doesn't count, unless that was `told` by another one's, and sees to it that
        it never will."""
        if told:  # first: where it is the database that fails, it may take its time to fail again
            await self.tell(message.channel, text, message.id, answers=message)
        await self._refused.remember(message)

    async def tell(
        self, channel: discord.abc.Messageable, text: str, about: int, *, answers: discord.Message | None = None
    ) -> None:
        """A small line of the bot's own. Discord shows it once for what it is `about`, for some minutes. What `answers`
        a message says that it doesn't count, and nothing else does."""
        if self._client.is_closed():
            return
        await self._client.outbox.spread.turn()
        try:
            async with asyncio.timeout(_SECONDS):
                if answers is None:
                    await channel.send(text, nonce=f"about-{about}")
                else:
                    to = answers.to_reference(fail_if_not_exists=False)
                    await channel.send(text, nonce=f"about-{about}", reference=to, mention_author=False)
        except NOT_TAKEN as reason:
            log.info("a line could not be posted: %s", reason)


def _in_parts(running: Iterable[Running], size: int) -> Iterator[list[Running]]:
    left = iter(running)
    while some := list(islice(left, size)):
        yield some
