"""/reload: whoever looks after the bot puts changed files to use without a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_front.answering import fill_in
from bot.discord_front.cards.paper import cut
from bot.discord_front.reloading import in_words
from bot.services.errors import WalkawayError

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway

_MESSAGE = 2000  # characters


class MayNotReload(WalkawayError):  # noqa: N818
    """Only those who look after the bot may."""


class Reload(commands.Cog):
    def __init__(self, client: Walkaway) -> None:
        self._client = client

    @app_commands.command(description="Put changed tactics, scenarios and voices to use, without a restart")
    @app_commands.guild_only()
    @app_commands.default_permissions(administrator=True)
    async def reload(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._check_may(interaction)
        told = in_words(await self._client.knowledge.reload())
        kept = "Practices that are under way go on with what they began with."
        await fill_in(interaction, cut(f"Read anew. {told} {kept}", _MESSAGE))

    async def _check_may(self, interaction: Interaction) -> None:
        """An administrator of the only server, or else whoever the application belongs to: the knowledge is the same
        for all servers. Raises MayNotReload."""
        if await self._client.is_owner(interaction.user):
            return
        granted = interaction.user.guild_permissions if isinstance(interaction.user, discord.Member) else None
        if granted is None or not granted.administrator:
            raise MayNotReload("Only an administrator of this server can do that.")
        if len(self._client.guilds) > 1:
            raise MayNotReload("I serve several servers with the same knowledge, so only whoever runs me can do that.")


async def setup(client: Walkaway) -> None:
    await client.add_cog(Reload(client))
