"""/quiz: what is due today, in one message that only its member sees and that changes as they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.discord_front.answering import fill_in
from bot.discord_front.cards.questions import quiz_card
from bot.discord_front.views import questions

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway


class Quiz(commands.Cog):
    @app_commands.command(description="A few short questions: what is due today, and moments of your own practice")
    async def quiz(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        learning, member = interaction.client.learning, interaction.user.id
        with interaction.client.in_hand.turn():
            await learning.lessons.catch_up(member)
            view = await learning.quiz.start(member)
        await fill_in(interaction, view=quiz_card(view))


async def setup(client: Walkaway) -> None:
    client.add_dynamic_items(*questions.PRESSABLE)
    await client.add_cog(Quiz())
