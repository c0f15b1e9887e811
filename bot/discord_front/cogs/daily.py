"""/daily: one position for the whole server, each day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.discord_front.answering import fill_in
from bot.discord_front.cards.questions import daily_card

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway


class Daily(commands.Cog):
    """Its buttons are among those of the quiz (views/questions.py)."""

    @app_commands.command(description="The position of the day: the same for everybody in this server")
    async def daily(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        with interaction.client.in_hand.turn():
            view = await interaction.client.learning.daily.today(interaction.guild_id, interaction.user.id)
        await fill_in(interaction, view=daily_card(view))


async def setup(client: Walkaway) -> None:
    await client.add_cog(Daily())
