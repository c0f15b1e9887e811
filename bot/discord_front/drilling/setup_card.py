"""/setup: what the administrators of a server decide, on one card."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, cast

import discord
from discord import ui

from bot.discord_front.cards.paper import PLAIN, Card, button, buttons, rule, small
from bot.discord_front.drilling import ids
from bot.discord_front.drilling.who import administered
from bot.discord_front.views.pressing import on_press
from bot.services.servers import Names, Servers
from bot.storage.guilds import GuildRow

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction

_MOST_CHANNELS = 25  # Discord's limit of a menu
_NAMES = {
    Names.AGREED: "those who agreed",
    Names.ALL: "everybody's",
    Names.NONE: "nobody's",
}


def setup_card(row: GuildRow) -> Card:
    """The settings as they are, each with what changes it."""
    names = Names(row.names_in_export)
    private = "private: only the learner, moderators and I see them" if row.private_threads else "public"
    return Card(
        PLAIN,
        [
            "## Setup\n**Moderators** may run drills. Those with Manage Threads always may; name a role for others.",
            ui.ActionRow(
                ui.RoleSelect[Card](
                    custom_id=ids.SETUP_ROLE(),
                    placeholder="A role for moderators",
                    min_values=0,
                    default_values=[discord.SelectDefaultValue.from_role(discord.Object(row.moderator_role))]
                    if row.moderator_role
                    else [],
                )
            ),
            small("If the role lacks Manage Threads, show /drill to it under Server Settings, Integrations."),
            "**Consoles of drills** go to a channel that only moderators see; without one each sees them privately.",
            _channels(ids.SETUP_CONSOLE(), "A channel for moderators", (row.console_channel,), most=1),
            "**Practice** may open threads in these channels; none named: everywhere.",
            _channels(ids.SETUP_CHANNELS(), "Everywhere", row.practice_channels, most=_MOST_CHANNELS),
            f"Practice threads are **{private}**. In the export of a drill stand **{_NAMES[names]}** names.",
            rule(),
            buttons(
                button(
                    "Make threads public" if row.private_threads else "Make threads private",
                    ids.SETUP_PRIVATE(on=int(not row.private_threads)),
                )
            ),
            buttons(
                *(
                    button(f"Export {each} names", ids.SETUP_NAMES(names=str(which)), here=which is names)
                    for which, each in ((Names.AGREED, "agreed"), (Names.ALL, "all"), (Names.NONE, "no"))
                )
            ),
        ],
    )


def _channels(custom_id: str, placeholder: str, chosen: tuple[int | None, ...], *, most: int) -> ui.ActionRow[Card]:
    defaults = [
        discord.SelectDefaultValue(id=channel, type=discord.SelectDefaultValueType.channel)
        for channel in chosen
        if channel is not None
    ]
    return ui.ActionRow(
        ui.ChannelSelect[Card](
            custom_id=custom_id,
            channel_types=[discord.ChannelType.text, discord.ChannelType.news],
            placeholder=placeholder,
            min_values=0,
            max_values=most,
            default_values=defaults,
        )
    )


@on_press(ids.SETUP_ROLE)
async def set_role(interaction: Interaction) -> None:
    await _change(interaction, lambda servers, guild: servers.set_moderator_role(guild, _first(interaction)))


@on_press(ids.SETUP_CONSOLE)
async def set_console(interaction: Interaction) -> None:
    await _change(interaction, lambda servers, guild: servers.set_console_channel(guild, _first(interaction)))


@on_press(ids.SETUP_CHANNELS)
async def set_channels(interaction: Interaction) -> None:
    await _change(interaction, lambda servers, guild: servers.set_practice_channels(guild, _chosen(interaction)))


@on_press(ids.SETUP_PRIVATE)
async def set_private(interaction: Interaction, on: str) -> None:
    await _change(interaction, lambda servers, guild: servers.set_private_threads(guild, on == "1"))


@on_press(ids.SETUP_NAMES)
async def set_names(interaction: Interaction, names: str) -> None:
    await _change(interaction, lambda servers, guild: servers.set_names_in_export(guild, Names(names)))


async def _change(interaction: Interaction, change: Callable[[Servers, int], Awaitable[GuildRow]]) -> None:
    """Shows the settings as they are then. Only for administrators."""
    guild = administered(interaction)
    await interaction.response.defer()
    await interaction.edit_original_response(view=setup_card(await change(interaction.client.servers, guild)))


def _chosen(interaction: Interaction) -> list[int]:
    """The ids that were chosen in a menu."""
    return [int(each) for each in cast("dict[str, list[str]]", interaction.data or {}).get("values", [])]


def _first(interaction: Interaction) -> int | None:
    return next(iter(_chosen(interaction)), None)


PRESSABLE = (set_role, set_console, set_channels, set_private, set_names)
