"""The buttons of the quiz and of the position of the day. They show what stands, whenever they are pressed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.discord_front import custom_ids
from bot.discord_front.cards.questions import answered_card, daily_card, quiz_card
from bot.discord_front.views.pressing import on_press
from bot.services.daily import NoPosition

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction


@on_press(custom_ids.QUIZ_ANSWER)
async def answer(interaction: Interaction, quiz: str, number: str, choice: str) -> None:
    """Answers a question, and shows what came of it; one that was answered before stays as it was."""
    await interaction.response.defer()
    with interaction.client.in_hand.turn():
        service = interaction.client.learning.quiz
        view = await service.answer(int(quiz), interaction.user.id, int(number), int(choice))
    answered = int(number) < len(view.given)
    card = answered_card(view, int(number)) if answered else quiz_card(view)
    await interaction.edit_original_response(view=card)


@on_press(custom_ids.QUIZ_NEXT)
async def go_on(interaction: Interaction, quiz: str) -> None:
    await interaction.response.defer()
    view = await interaction.client.learning.quiz.view(int(quiz), interaction.user.id)
    await interaction.edit_original_response(view=quiz_card(view))


@on_press(custom_ids.QUIZ_STOP)
async def stop(interaction: Interaction, quiz: str) -> None:
    await interaction.response.defer()
    with interaction.client.in_hand.turn():
        view = await interaction.client.learning.quiz.stop(int(quiz), interaction.user.id)
    await interaction.edit_original_response(view=quiz_card(view))


@on_press(custom_ids.DAILY_ANSWER)
async def answer_daily(interaction: Interaction, guild: str, day: str, choice: str) -> None:
    """Ids may be forged: only the position of the server that one is in can be answered."""
    if int(guild) != (interaction.guild_id or 0):
        raise NoPosition("That position belongs to another server. /daily shows the one of this server.")
    await interaction.response.defer()
    with interaction.client.in_hand.turn():
        daily = interaction.client.learning.daily
        view = await daily.answer(int(guild), date.fromisoformat(day), interaction.user.id, int(choice))
    await interaction.edit_original_response(view=daily_card(view))


PRESSABLE = (answer, go_on, stop, answer_daily)
