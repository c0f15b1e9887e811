"""Posting what is owed to learners: in order, once, and again after whatever kept it from being posted."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias
from weakref import WeakValueDictionary

import discord

from bot.discord_front import permissions
from bot.discord_front.cards.debrief import debrief_card
from bot.discord_front.cards.posts import Drawn, draw
from bot.discord_front.errors import NOT_TAKEN
from bot.discord_front.pace import Spread
from bot.discord_front.permissions import MayNot
from bot.discord_front.setbacks import Setbacks
from bot.services.errors import NoSuchSession, WalkawayError
from bot.services.latest import Latest
from bot.services.practice import Practice
from bot.services.review_views import SessionReview
from bot.services.reviewing import NothingToReview
from bot.services.views import Post, PostKind, SessionView, Turn

if TYPE_CHECKING:
    from bot.discord_front.client import Walkaway

log = logging.getLogger(__name__)

_SECONDS = 30.0  # that Discord may take for one answer: the library itself waits for minutes
_REMEMBERED = 10_000  # sessions
_RECENT = 30  # messages looked through for a post that was sent just before the bot was killed


class VenueLost(WalkawayError):  # noqa: N818
    """The thread or DM of a session is gone. The session is not: /practice opens it again."""

    def __init__(self) -> None:
        super().__init__("The thread of that practice is gone, the practice is not. Type /practice to go on with it.")


class Outbox:
    """One for each client. A session's posts are sent one after the other, whoever asks for it."""

    def __init__(self, client: Walkaway, practice: Practice) -> None:
        self._client = client
        self._practice = practice
        self._lost: set[int] = set()  # sessions whose venue is gone, so that nobody asks Discord for it again and again
        self._unsure: set[int] = set()  # sessions with a post of which nobody knows whether it arrived
        self._posted = Latest[int, int](_REMEMBERED)  # the last post of a session that is known to have been posted
        self.spread = Spread(burst=5, per_second=30)  # Discord takes 50 requests a second; more of them are refused
        self._setbacks = Setbacks(client.now, "what is owed in session %d could not be posted")
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def deliver(self, session: int, *, turn: Turn | None = None, after_restart: bool = False) -> None:
        """Posts what is owed in `session`, because of a `turn` where it is given. With `after_restart` it first looks
        for what had been sent unmarked.

        Raises MayNot or VenueLost, or discord.HTTPException; what was not posted stays owed.
        """
        lock = self._locks.setdefault(session, asyncio.Lock())
        async with lock:
            if turn is None or not turn.alone or turn.posts[0].id <= self._posted.get(session, 0):
                try:
                    turn = await self._practice.owed_in(session)
                except NoSuchSession:
                    return  # its learner has deleted it
            view, owed = turn.session, turn.posts
            if not owed:
                return
            try:
                await self._send(await self.venue(view), view, owed, after_restart=after_restart)
            except (VenueLost, discord.NotFound):
                self._lost.add(session)
                if view.finished:  # nobody can read it any more, and nobody has to
                    for post in owed:
                        await self._practice.mark_posted(post.id, None)
                raise VenueLost from None
            self._lost.discard(session)

    async def deliver_quietly(self, session: int, *, turn: Turn | None = None, after_restart: bool = False) -> bool:
        """As `deliver`, where nobody waits for an answer: what is in the way is logged. True if nothing is owed now."""
        if session in self._lost:
            return False
        try:
            await self.deliver(session, turn=turn, after_restart=after_restart)
        except WalkawayError as reason:
            log.info("session %d keeps what is owed to it: %s", session, reason)
            return False
        except NOT_TAKEN as reason:
            log.warning("session %d keeps what is owed to it: Discord did not take it: %r", session, reason)
            return False
        return True

    async def deliver_in_time(self, session: int, *, after_restart: bool = False) -> None:
        """As `deliver_quietly`, where nobody waits at all: what nobody expected is logged and tried again."""
        if self._setbacks.waits(session):
            return
        try:
            await self.deliver_quietly(session, after_restart=after_restart)
        except Exception as error:  # one of them must not keep the others waiting
            self._setbacks.note(session, error)
        else:
            self._setbacks.over(session)

    async def venue(self, view: SessionView) -> permissions.Venue:
        """The thread or DM of a session. Raises VenueLost where there is none (any more), MayNot where it is hidden."""
        channel: object = self._client.get_channel(view.venue.channel)
        if channel is None:
            try:
                async with asyncio.timeout(_SECONDS):
                    channel = await self._client.fetch_channel(view.venue.channel)
            except discord.NotFound:
                raise VenueLost from None
            except discord.Forbidden:
                raise MayNot("I can no longer see that thread. Ask a moderator to let me view its channel.") from None
        if not isinstance(channel, discord.Thread | discord.DMChannel):
            raise VenueLost  # the thread could never be opened
        return channel

    async def _send(
        self, venue: permissions.Venue, view: SessionView, owed: Sequence[Post], *, after_restart: bool
    ) -> None:
        permissions.check_may_speak(venue)
        sent = await self._sent_lately(venue, view.id) if after_restart or view.id in self._unsure else {}
        for post in owed:
            drawn = await self._drawn(post, view)
            message = sent.get(_look(drawn.content, drawn.components)) if sent else None
            if message is None:
                await self.spread.turn()
                self._unsure.add(view.id)
                async with asyncio.timeout(_SECONDS):
                    message = (await drawn.send(venue, _nonce(venue.id, post.id))).id
            await self._practice.mark_posted(post.id, message)
            self._posted[view.id] = post.id
        self._unsure.discard(view.id)

    async def _drawn(self, post: Post, view: SessionView) -> Drawn:
        if post.kind is PostKind.DEBRIEF:
            return Drawn(view=debrief_card(view, await self._practice.debrief(view.id), await self._reviewed(view)))
        return draw(post, view, hears_everything=self._client.hears_everything or view.venue.guild is None)

    async def _reviewed(self, view: SessionView) -> SessionReview | None:
        try:
            return await self._client.learning.reviewing.of(view.id, view.learner)
        except NothingToReview:
            return None

    async def _sent_lately(self, venue: permissions.Venue, session: int) -> dict[Look, int]:
        """What the bot has posted there and not marked, by its look."""
        me = self._client.user
        marked = await self._practice.messages(session)
        async with asyncio.timeout(_SECONDS):
            return {
                _look(message.content, [component.to_dict() for component in message.components]): message.id
                async for message in venue.history(limit=_RECENT)
                if me is not None and message.author.id == me.id and message.id not in marked
            }


def _nonce(channel: int, post: int) -> str:
    """The same for the same post: Discord gives the first message back instead of posting a second one for minutes.

    The channel is part of it because a new database counts its posts from 1 again.
    """
    return hashlib.blake2b(f"{channel}:{post}".encode(), digest_size=12).hexdigest()


Look: TypeAlias = tuple[str, ...]


def _look(content: str | None, components: Iterable[Mapping[str, Any]]) -> Look:
    """What tells the bot's messages in one channel apart: no reply is said twice, and a card has its session's ids."""
    return (content or "", *_custom_ids(components))


def _custom_ids(components: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for component in components:
        if "custom_id" in component:
            yield component["custom_id"]
        yield from _custom_ids(component.get("components") or ())
