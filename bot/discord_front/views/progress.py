"""The pages of /progress, and what a member decides there. Everything acts on the one who presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.discord_front import custom_ids
from bot.discord_front.cards.paper import Card
from bot.discord_front.cards.progress import chart_file, overview_card, settings_page, tactics_page
from bot.discord_front.views.pressing import Form, Forms, on_press
from bot.services.errors import NotYours

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway


async def drawn(client: Walkaway, member: int, viewer: int, page: str = "overview") -> tuple[Card, list[discord.File]]:
    """A page of somebody's progress with its picture. Raises NotShown where the viewer may not see it."""
    learning = client.learning
    found = await learning.progress(member, viewer)
    if page == "settings":
        return settings_page(found), []
    if page == "tactics":
        picture = await learning.mastery_picture(found)
        return tactics_page(found, picture), [chart_file(picture)]
    picture = await learning.picture(found)
    card = overview_card(found, picture, own=member == viewer)
    return card, [chart_file(picture)] if found.sessions or found.history else []


@on_press(custom_ids.PROGRESS_PAGE)
async def turn(interaction: Interaction, member: str, part: str) -> None:
    """The pages are turned by the member alone: settings and habits stand there."""
    if int(member) != interaction.user.id:
        raise NotYours("That is somebody else's progress. Type /progress to see your own.")
    await interaction.response.defer()
    await _show(interaction, part)


@on_press(custom_ids.PROGRESS_SET)
async def decide(interaction: Interaction, what: str, on: str) -> None:
    await interaction.response.defer()
    members = interaction.client.learning.members
    decided = {"shown": members.set_shown, "rated": members.set_rated, "heard": members.set_heard}
    await decided[what](interaction.user.id, on == "1")
    await _show(interaction, "settings")


@on_press(custom_ids.ZONE)
async def ask_zone(interaction: Interaction) -> None:
    where = ui.Label[Form](
        text="Where are you?",
        description="The nearest large city, as in Europe/Berlin or America/New York.",
        component=ui.TextInput(custom_id="zone", placeholder="Europe/Berlin", max_length=64),
    )
    await interaction.response.send_modal(Form("Your time zone", custom_ids.ZONE_FORM(), where))


async def set_zone(interaction: Interaction, zone: str) -> None:
    await interaction.response.defer()
    await interaction.client.learning.members.set_zone(interaction.user.id, zone)
    await _show(interaction, "settings")


async def _show(interaction: Interaction, page: str) -> None:
    """Puts a page in place of the one that was there. The interaction was deferred already."""
    card, files = await drawn(interaction.client, interaction.user.id, interaction.user.id, page)
    await interaction.edit_original_response(view=card, attachments=files)


FORMS = Forms(((custom_ids.ZONE_FORM, set_zone, None),))
PRESSABLE = (turn, decide, ask_zone)
