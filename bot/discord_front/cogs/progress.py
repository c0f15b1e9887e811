"""/progress: what the member who asks has practised, shown to that member alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.discord_front.cards.progress import progress_card

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway


class Progress(commands.Cog):
    @app_commands.command(description="What you have practised, and what you made of it")
    async def progress(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        card = progress_card(await interaction.client.practice.progress(interaction.user.id))
        await interaction.followup.send(view=card, ephemeral=True)


async def setup(client: Walkaway) -> None:
    await client.add_cog(Progress())
