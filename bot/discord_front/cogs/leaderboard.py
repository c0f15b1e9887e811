"""/leaderboard: a server's members who like to be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from discord import app_commands
from discord.ext import commands

from bot.discord_front.answering import fill_in
from bot.discord_front.views import board

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway


class Leaderboard(commands.Cog):
    @app_commands.command(description="This server's strongest, of those who have agreed to be shown")
    @app_commands.describe(by="All-time rating, or what was done this week")
    @app_commands.guild_only()
    async def leaderboard(self, interaction: Interaction, by: Literal["rating", "week"] = "rating") -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await fill_in(interaction, view=await board.drawn(interaction, by))


async def setup(client: Walkaway) -> None:
    client.add_dynamic_items(*board.PRESSABLE)
    await client.add_cog(Leaderboard())
