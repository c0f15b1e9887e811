"""Opening the threads of a drill, one after the other: Discord lets a bot open only so many, and may make it wait.

A thread is named by its drill and seat. One that was opened just before the bot was killed is found by that name and
not opened twice.
"""

from __future__ import annotations

import asyncio
import logging
from itertools import groupby
from typing import TYPE_CHECKING

import discord

from bot.discord_front import permissions, threads
from bot.discord_front.cards.brief import brief_card
from bot.discord_front.errors import NOT_TAKEN
from bot.discord_front.permissions import MayNot
from bot.discord_front.sessions import hears_everything
from bot.drills.drill import TABLE
from bot.services.drill_book import Refused
from bot.services.drill_tables import Waiting
from bot.services.errors import WalkawayError
from bot.services.views import Venue

if TYPE_CHECKING:
    from bot.discord_front.client import Walkaway

log = logging.getLogger(__name__)

_TRY_AGAIN = 15.0  # seconds after a thread could not be opened
_ARCHIVE_AFTER = 1440  # minutes


class Doors:
    """One queue for each drill, so that one server's wait is not another's. One for each client."""

    def __init__(self, client: Walkaway) -> None:
        self._client = client
        self._queues: dict[int, asyncio.Task[None]] = {}
        self._opening: set[asyncio.Task[bool]] = set()

    async def look(self) -> None:
        """Sets a queue going for each drill in which somebody waits, unless it goes already."""
        self._queues = {drill: queue for drill, queue in self._queues.items() if not queue.done()}
        waiting = await self._client.drills.tables.waiting()
        for drill, seats in groupby(waiting, key=lambda seat: seat.drill):
            if drill not in self._queues:
                self._queues[drill] = asyncio.create_task(self._open_all(list(seats)))

    def stop(self) -> None:
        for queue in self._queues.values():
            queue.cancel()

    async def _open_all(self, waiting: list[Waiting]) -> None:
        for seat in waiting:
            try:
                with self._client.in_hand.turn():
                    await self._open(seat)
            except Refused:
                continue  # it was ended, or the member left, in this moment
            except (WalkawayError, *NOT_TAKEN) as reason:
                log.warning("seat %d of drill %d waits for its thread: %s", seat.number, seat.drill, reason)
                await asyncio.sleep(_TRY_AGAIN)
                return
            except Exception:
                log.exception("seat %d of drill %d could not be opened", seat.number, seat.drill)
                await asyncio.sleep(_TRY_AGAIN)
                return

    async def _open(self, seat: Waiting) -> None:
        channel = self._client.get_channel(seat.channel)
        if not isinstance(channel, discord.TextChannel):
            raise MayNot("I can no longer see the channel of this drill.")
        if seat.number == TABLE:
            await self._sit_down(seat, await self._found_or_opened(channel, seat))
            return
        seats = [(seat.number, seat.member), *([seat.opposite] if seat.opposite else [])]
        members = [await self._member(channel.guild, seat.drill, *each) for each in seats]
        if None in members:
            return  # the seats are put together anew
        thread = await self._found_or_opened(channel, seat)
        for member in filter(None, members):
            await self._client.outbox.spread.turn()
            await thread.add_user(member)
        await self._sit_down(seat, thread)

    async def _member(self, guild: discord.Guild, drill: int, number: int, member: int) -> discord.Member | None:
        """Who has a seat; one who can't be found any more gives it up."""
        try:
            return guild.get_member(member) or await guild.fetch_member(member)
        except discord.NotFound:
            await self._client.drills.tables.gone(drill, number)
            return None

    async def _sit_down(self, seat: Waiting, thread: discord.Thread) -> None:
        """The thread is there, so the game can begin in it."""
        turn = await self._client.drills.tables.open(
            seat.drill, seat.number, Venue(threads.FRONT, seat.guild, thread.id)
        )
        if turn is None and seat.session is not None:
            view = await self._client.practice.view(seat.session)
            await self._client.outbox.spread.turn()
            await thread.send(view=brief_card(view, hears_everything=hears_everything(self._client, view), again=True))
        session = seat.session if turn is None else turn.session.id
        if session is not None:  # the next thread need not wait until this one has been written to
            delivering = asyncio.create_task(self._client.outbox.deliver_quietly(session))
            self._opening.add(delivering)
            delivering.add_done_callback(self._opening.discard)

    async def _found_or_opened(self, channel: discord.TextChannel, seat: Waiting) -> discord.Thread:
        shared = seat.number == TABLE
        name = f"Drill {seat.drill} · {_seats(seat)}"
        for thread in channel.threads:
            if thread.name == name and thread.owner_id == channel.guild.me.id and _is_of(thread, seat):
                return thread
        allowed = channel.permissions_for(channel.guild.me).create_private_threads
        private = allowed and not shared and not channel.is_news()
        permissions.check_may_open(channel, private=private)
        kind = discord.ChannelType.private_thread if private else discord.ChannelType.public_thread
        if channel.is_news():
            kind = discord.ChannelType.news_thread
        await self._client.outbox.spread.turn()
        return await channel.create_thread(
            name=name, type=kind, auto_archive_duration=_ARCHIVE_AFTER, invitable=not private
        )


def _seats(waiting: Waiting) -> str:
    if waiting.number == TABLE:
        return "table"
    if waiting.opposite is not None:
        return f"seats {waiting.number} and {waiting.opposite[0]}"
    return f"seat {waiting.number}"


def _is_of(thread: discord.Thread, seat: Waiting) -> bool:
    """Whether it was opened for this drill and not for one of the same number in an older database."""
    return thread.created_at is not None and thread.created_at >= seat.since
