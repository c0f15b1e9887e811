"""/help: one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.discord_front.cards.help import help_card

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway


class Help(commands.Cog):
    @app_commands.command(description="How it goes, on one screen")
    async def help(self, interaction: Interaction) -> None:
        readable = interaction.client.hears_everything or interaction.guild_id is None
        await interaction.response.send_message(view=help_card(hears_everything=readable), ephemeral=True)


async def setup(client: Walkaway) -> None:
    await client.add_cog(Help())
