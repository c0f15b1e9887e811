"""Opening the place where a practice is held: a thread, or the direct messages one is in already."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import discord

from bot.discord_front import permissions
from bot.discord_front.permissions import MayNot
from bot.services.practice import Practice
from bot.services.views import SessionView, Venue

if TYPE_CHECKING:
    from bot.discord_front.client import Walkaway

log = logging.getLogger(__name__)

FRONT = "discord"
_ARCHIVE_AFTER = 1440  # minutes without a message; as long as a session may lie idle
_THREAD_NAME = 100  # characters
_SECONDS = 60.0  # that Discord may take to open a thread: the library itself waits for minutes
_TOO_MANY_THREADS = 160006


def channel_for(interaction: discord.Interaction, *, private: bool) -> discord.TextChannel | None:
    """Where a thread is to be opened for a command or a press: the text channel, or that of the thread one is in.

    None in direct messages, where no thread is needed. Raises MayNot where no thread can be opened.
    """
    if interaction.guild_id is None:
        return None
    channel = interaction.channel
    if isinstance(channel, discord.Thread):
        channel = channel.parent
    if not isinstance(channel, discord.TextChannel) or (private and channel.is_news()):
        raise MayNot("I can't open a thread here. Type /practice in a text channel, or write to me directly.")
    permissions.check_may_open(channel, private=private)
    return channel


def venue_before(interaction: discord.Interaction) -> Venue:
    """Where a session stands until its thread exists; in direct messages it stays there."""
    return Venue(FRONT, interaction.guild_id, interaction.channel_id or 0)


async def open_thread(
    client: Walkaway, channel: discord.TextChannel, member: discord.abc.User, view: SessionView, *, private: bool
) -> Venue:
    """A thread for `view`, with the member in it. Raises MayNot."""
    kind = discord.ChannelType.private_thread if private else discord.ChannelType.public_thread
    if channel.is_news():
        kind = discord.ChannelType.news_thread
    name = f"{view.scenario.title} · {member.display_name}"[:_THREAD_NAME]
    try:
        async with asyncio.timeout(_SECONDS):
            thread = await _opened_before(client.practice, channel, name, view)
            if thread is None:
                await client.outbox.spread.turn()
                thread = await channel.create_thread(
                    name=name, type=kind, auto_archive_duration=_ARCHIVE_AFTER, invitable=not private
                )
    except TimeoutError:
        raise MayNot("Discord takes its time with your thread. Type /practice again in a minute to go on.") from None
    except discord.Forbidden:
        permissions.check_may_open(channel, private=private)
        raise MayNot("Discord did not let me open a thread here. Ask a moderator to look at my permissions.") from None
    except discord.HTTPException as error:
        if error.code == _TOO_MANY_THREADS:
            raise MayNot(
                "This server has as many open threads as Discord allows. Try again later, or write to me directly."
            ) from None
        raise
    await client.outbox.spread.turn()
    try:
        await thread.add_user(member)
    except discord.HTTPException:
        log.info("member %d could not be added to thread %d", member.id, thread.id)
    return Venue(FRONT, channel.guild.id, thread.id)


async def _opened_before(
    practice: Practice, channel: discord.TextChannel, name: str, view: SessionView
) -> discord.Thread | None:
    """The thread that was opened for `view` just before the bot was killed, or gave up waiting for Discord."""
    for thread in channel.threads:
        mine = thread.owner_id == channel.guild.me.id and thread.name == name
        new = thread.created_at is not None and thread.created_at >= view.started_at
        if mine and new and await practice.session_at(thread.id, front=FRONT) is None:
            return thread
    return None
