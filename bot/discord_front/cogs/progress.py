"""/progress: what a member has learned, shown to the one who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_front.answering import fill_in
from bot.discord_front.views import progress as pages

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway


class Progress(commands.Cog):
    @app_commands.command(description="What you have practised, what you made of it, and what comes next")
    @app_commands.describe(member="Somebody else, if they let others see theirs")
    async def progress(self, interaction: Interaction, member: discord.User | None = None) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        viewer, whose = interaction.user.id, (member or interaction.user).id
        with interaction.client.in_hand.turn():
            await interaction.client.learning.lessons.catch_up(whose)
            card, files = await pages.drawn(interaction.client, whose, viewer)
        await fill_in(interaction, view=card, files=files)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        if interaction.type is discord.InteractionType.modal_submit:
            await pages.FORMS.submitted(interaction)


async def setup(client: Walkaway) -> None:
    client.add_dynamic_items(*pages.PRESSABLE)
    await client.add_cog(Progress())
