"""/privacy: what is kept about a member, as a list, as a file, or no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.discord_front.answering import fill_in
from bot.discord_front.cards.privacy import kept_card
from bot.discord_front.views import privacy

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway


class Privacy(commands.Cog):
    @app_commands.command(description="What I keep about you: see it, get it as a file, or delete it all")
    async def privacy(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        kept = await interaction.client.privacy.kept(interaction.user.id)
        await fill_in(interaction, view=kept_card(kept))


async def setup(client: Walkaway) -> None:
    client.add_dynamic_items(*privacy.PRESSABLE)
    await client.add_cog(Privacy())
