"""The buttons under a debrief. Only the learner may press them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_front import custom_ids, sessions
from bot.discord_front.answering import fill_in
from bot.discord_front.cards.debrief import thinking_card
from bot.discord_front.sessions import Moment
from bot.discord_front.views.acting import close_question, pressed_by_learner
from bot.discord_front.views.pressing import on_press
from bot.services.errors import NotYours
from bot.services.views import SessionView

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction


@on_press(custom_ids.THINKING)
async def thinking(interaction: Interaction, session: str, page: str) -> None:
    """Opens the counterpart's thoughts beside the debrief, or turns their pages."""
    is_open = interaction.message is not None and interaction.message.flags.ephemeral
    if is_open:
        await interaction.response.defer()
    else:
        await interaction.response.defer(ephemeral=True, thinking=True)
    await _of_learner(interaction, session)
    card = thinking_card(await interaction.client.practice.debrief(int(session)), int(page))
    await fill_in(interaction, view=card)


@on_press(custom_ids.OPEN_DEBRIEF)
async def open_debrief(interaction: Interaction, session: str) -> None:
    """Posts the debrief below; from now on the end stays as it is."""
    await interaction.response.defer()
    view = await pressed_by_learner(interaction, session, also_ended=True)
    with interaction.client.in_hand.turn():
        await interaction.client.practice.open_debrief(view.id, interaction.user.id)
        await interaction.client.outbox.deliver(view.id)
    await close_question(interaction, "It is over, and the debrief is below.")


@on_press(custom_ids.AGAIN)
async def again(interaction: Interaction, session: str) -> None:
    """The same scenario from the start; what is hidden is drawn anew."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    view = await _of_learner(interaction, session)
    await sessions.begin(interaction, scenario=view.scenario.id, private=_is_private(interaction))


@on_press(custom_ids.ANOTHER)
async def another(interaction: Interaction, session: str) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)
    await _of_learner(interaction, session)
    await sessions.begin(interaction, private=_is_private(interaction))


@on_press(custom_ids.AGAIN_FROM)
async def again_from(interaction: Interaction, session: str, move: str) -> None:
    """From that moment on, with the same person and the same truth."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    await _of_learner(interaction, session)
    await sessions.begin(interaction, private=_is_private(interaction), again=Moment(int(session), int(move)))


async def _of_learner(interaction: Interaction, session: str) -> SessionView:
    view = await interaction.client.practice.view(int(session))
    if view.learner != interaction.user.id and not view.shared:
        raise NotYours("This practice was somebody else's. Type /practice to start your own.")
    return view


def _is_private(interaction: Interaction) -> bool:
    return interaction.channel is not None and interaction.channel.type is discord.ChannelType.private_thread


PRESSABLE = (open_debrief, thinking, again, again_from, another)
