"""What a member was told not to count, so that it never does: not after a reconnect, nor after a start.

It is written into the session's record. Where that fails, because the database is what failed, it waits here; and what
was written nowhere is still known by Discord itself, for the refusal stands there as an answer to the message.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

import discord

from bot.discord_front import threads
from bot.services.errors import WalkawayError
from bot.services.latest import Latest
from bot.services.practice import Practice

log = logging.getLogger(__name__)

_REMEMBERED = 10_000  # messages


class Refused:
    """One for each client."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self._waiting = Latest[int, tuple[int, int]](_REMEMBERED)  # by message: its channel and who wrote it

    def __contains__(self, message: int) -> bool:
        return message in self._waiting

    async def remember(self, message: discord.Message) -> None:
        """Keeps that this message doesn't count."""
        self._waiting[message.id] = (message.channel.id, message.author.id)
        await self.write_down()

    async def write_down(self) -> None:
        """Writes down what could not be written before."""
        for message, (channel, author) in list(self._waiting.items()):
            try:
                await self._practice.refuse_at(channel, author, front=threads.FRONT, cause=f"message:{message}")
            except WalkawayError:
                return
            except Exception:  # whatever the database has: who was refused has been told already
                log.exception("what was refused in channel %d is written down later", channel)
                return
            self._waiting.pop(message, None)


def refused_in(history: Iterable[discord.Message], me: int | None) -> set[int]:
    """The messages to which the bot has answered there that they don't count: it answers nothing else in this way."""
    return {
        each.reference.message_id
        for each in history
        if each.author.id == me and each.reference is not None and each.reference.message_id is not None
    }
