"""/setup: what a server's administrators decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.discord_front.answering import fill_in
from bot.discord_front.drilling import setup_card
from bot.discord_front.drilling.who import administered

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway


class Setup(commands.Cog):
    @app_commands.command(description="Who may run drills, where practice may open threads, and who sees what")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def setup(self, interaction: Interaction) -> None:
        guild = administered(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await fill_in(interaction, view=setup_card.setup_card(await interaction.client.servers.of(guild)))


async def setup(client: Walkaway) -> None:
    client.add_dynamic_items(*setup_card.PRESSABLE)
    await client.add_cog(Setup())
