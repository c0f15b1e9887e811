"""The pages of a review. They are the learner's alone, and are shown to nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_front import custom_ids
from bot.discord_front.answering import fill_in
from bot.discord_front.cards.paper import Card
from bot.discord_front.cards.review import curve_file, review_card
from bot.discord_front.views.pressing import on_press

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway


async def drawn(
    client: Walkaway,
    session: int,
    by: int,
    number: int | None,
    *,
    reason: str | None = None,
    answered: bool = False,
    chosen: int | None = None,
) -> tuple[Card, list[discord.File]]:
    """A move of a review, with its picture; without a `number` the one that cost most, for that `reason` where one is
    given. Raises what `Reviewing.of` does."""
    reviewing = client.learning.reviewing
    told = await reviewing.of(session, by)
    if number is None:
        number = told.costliest(reason).number
    picture = await reviewing.picture(told, number)
    return review_card(told, number, picture, answered=answered, chosen=chosen), [curve_file(picture)]


@on_press(custom_ids.REVIEW)
async def turn(interaction: Interaction, session: str, move: str, shown: str) -> None:
    await _show(interaction, int(session), int(move) or None, answered=shown == "1")


@on_press(custom_ids.REVIEW_JUMP)
async def jump(interaction: Interaction, session: str, move: str) -> None:
    await _show(interaction, int(session), int(move))


@on_press(custom_ids.REVIEW_TRY)
async def try_to_find(interaction: Interaction, session: str, move: str, option: str) -> None:
    await _show(interaction, int(session), int(move), chosen=int(option))


@on_press(custom_ids.REVIEW_HABIT)
async def look_at_habit(interaction: Interaction, session: str, reason: str) -> None:
    """Opens the review beside /progress, at the move in which the habit cost most."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    card, files = await drawn(interaction.client, int(session), interaction.user.id, None, reason=reason)
    await fill_in(interaction, view=card, files=files)


async def _show(
    interaction: Interaction, session: int, number: int | None, *, answered: bool = False, chosen: int | None = None
) -> None:
    """Turns the page of a review that is open, or opens it beside what everybody sees."""
    is_open = interaction.message is not None and interaction.message.flags.ephemeral
    if is_open:
        await interaction.response.defer()
    else:
        await interaction.response.defer(ephemeral=True, thinking=True)
    card, files = await drawn(
        interaction.client, session, interaction.user.id, number, answered=answered, chosen=chosen
    )
    if is_open:
        await interaction.edit_original_response(view=card, attachments=files)
    else:
        await fill_in(interaction, view=card, files=files)


PRESSABLE = (turn, jump, try_to_find, look_at_habit)
