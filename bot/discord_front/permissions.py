"""What Discord must allow the bot, and the sentence that names what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import discord

from bot.services.errors import WalkawayError

Venue: TypeAlias = discord.Thread | discord.DMChannel

INVITE = discord.Permissions(
    view_channel=True,
    send_messages=True,
    create_public_threads=True,
    create_private_threads=True,
    send_messages_in_threads=True,
    read_message_history=True,
)
"""All that the bot asks for when it is invited. README says why, one by one."""

_TO_SPEAK = ("view_channel", "send_messages_in_threads", "read_message_history")
_TO_OPEN = {False: "create_public_threads", True: "create_private_threads"}


class MayNot(WalkawayError):  # noqa: N818
    """Discord does not let the bot do it here; the sentence says who can change that."""


def names(permissions: Iterable[str]) -> str:
    """Permissions as Discord's settings call them: "Create Public Threads and Read Message History"."""
    titles = [f"**{permission.replace('_', ' ').title()}**" for permission in permissions]
    return titles[0] if len(titles) == 1 else f"{', '.join(titles[:-1])} and {titles[-1]}"


def check_may_open(channel: discord.TextChannel, *, private: bool) -> None:
    """Raises MayNot where a practice thread cannot be opened in `channel`."""
    _check(channel.permissions_for(channel.guild.me), (*_TO_SPEAK, _TO_OPEN[private]), f"in <#{channel.id}>")


def check_may_speak(venue: Venue) -> None:
    """Raises MayNot where the bot cannot post in `venue`: a permission is gone, or the thread is locked."""
    if isinstance(venue, discord.DMChannel):
        return
    if venue.parent is None:
        raise MayNot("I can no longer see the channel of this thread. Ask a moderator to let me view it.")
    granted = venue.permissions_for(venue.guild.me)
    _check(granted, _TO_SPEAK, "in this thread")
    if venue.locked and not granted.manage_threads:
        raise MayNot("This thread is locked. Once a moderator unlocks it, we go on where we stopped.")


def _check(granted: discord.Permissions, needed: Iterable[str], where: str) -> None:
    missing = [permission for permission in needed if not getattr(granted, permission)]
    if missing:
        raise MayNot(f"I need {names(missing)} {where}. Ask a moderator to give me that; nothing here is lost.")
