"""Who may run drills and who may change a server's settings: asked again at every press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.services.errors import WalkawayError

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction


class NotAllowed(WalkawayError):  # noqa: N818
    """Somebody pressed what is for moderators or administrators."""


async def moderated(interaction: Interaction) -> int:
    """The server, for one of its moderators: those with the role that /setup names, or with Manage Threads.

    Raises NotAllowed. A role that was taken away counts from the next press on.
    """
    guild = _guild(interaction)
    if interaction.permissions.manage_threads:
        return guild
    role = (await interaction.client.servers.of(guild)).moderator_role
    if role is not None and isinstance(interaction.user, discord.Member) and interaction.user.get_role(role):
        return guild
    named = "" if role is None else f" or the role <@&{role}>"
    raise NotAllowed(f"Only moderators run drills here: they have **Manage Threads**{named}.")


def administered(interaction: Interaction) -> int:
    """The server, for somebody who may change its settings. Raises NotAllowed."""
    guild = _guild(interaction)
    if not interaction.permissions.manage_guild:
        raise NotAllowed("Only those with **Manage Server** can change this.")
    return guild


def _guild(interaction: Interaction) -> int:
    if interaction.guild_id is None:
        raise NotAllowed("This belongs to a server. Ask for it there.")
    return interaction.guild_id
