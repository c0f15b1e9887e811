"""The buttons of /privacy. Whoever presses them gets, or loses, their own data: no id says whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord_front import custom_ids
from bot.discord_front.answering import fill_in
from bot.discord_front.cards.privacy import deleted_card, export_file, kept_after_all_card, question_card
from bot.discord_front.views.pressing import on_press

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction


@on_press(custom_ids.PRIVACY_EXPORT)
async def export(interaction: Interaction) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)
    with interaction.client.in_hand.turn():
        zipped = await interaction.client.privacy.export(interaction.user.id)
    told = "Here it is. `data.json` says what everything means, the pictures show what it comes to."
    await fill_in(interaction, told, files=[export_file(zipped)])


@on_press(custom_ids.PRIVACY_DELETE)
async def ask(interaction: Interaction) -> None:
    """Asks, privately, whether to delete it: it cannot be taken back."""
    await interaction.response.send_message(view=question_card(), ephemeral=True)


@on_press(custom_ids.PRIVACY_DELETE_NOW)
async def delete(interaction: Interaction) -> None:
    await interaction.response.defer()
    with interaction.client.in_hand.turn():
        await interaction.client.privacy.delete(interaction.user.id)
    await interaction.edit_original_response(view=deleted_card())


@on_press(custom_ids.PRIVACY_KEEP)
async def keep(interaction: Interaction) -> None:
    await interaction.response.edit_message(view=kept_after_all_card())


PRESSABLE = (export, ask, delete, keep)
