"""The buttons of drills: those of the invitation are everybody's; those of the console are for moderators, which is
asked again at every press. What changes a drill is answered once it counts, or put off where that takes long: a
hundred may press in the same second."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import discord

from bot.discord_front.answering import done_or_deferred, fill_in, show
from bot.discord_front.cards.paper import Card, button, buttons
from bot.discord_front.drilling import ids
from bot.discord_front.drilling.cards import DRILL, MORE_MINUTES, joined_card
from bot.discord_front.drilling.who import NotAllowed, moderated
from bot.discord_front.views.pressing import on_press
from bot.services.drill_book import DrillView
from bot.services.drills import Drills
from bot.services.servers import Names

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction

_MORE = timedelta(minutes=MORE_MINUTES)


# --- the invitation ---------------------------------------------------------------------------------------------------


@on_press(ids.JOIN)
async def join(interaction: Interaction, drill: str) -> None:
    joining = interaction.client.drills.join(int(drill), _guild(interaction), interaction.user.id)
    view = await done_or_deferred(interaction, joining, privately=True)
    await show(interaction, joined_card(view, named=False), privately=True)


@on_press(ids.LEAVE)
async def leave(interaction: Interaction, drill: str) -> None:
    leaving = interaction.client.drills.leave(int(drill), _guild(interaction), interaction.user.id)
    await done_or_deferred(interaction, leaving, privately=True)
    await show(interaction, Card(DRILL, ["You have given up your seat."]), privately=True)


@on_press(ids.NAMED)
async def named(interaction: Interaction, drill: str, on: str) -> None:
    """Only ever names, or keeps out, the one who presses."""
    shown = on == "1"
    naming = interaction.client.drills.name(int(drill), _guild(interaction), interaction.user.id, named=shown)
    await show(interaction, joined_card(await done_or_deferred(interaction, naming), named=shown))


def _guild(interaction: Interaction) -> int:
    if interaction.guild_id is None:
        raise NotAllowed("That belongs to a server. Press it there.")
    return interaction.guild_id


# --- the console ------------------------------------------------------------------------------------------------------


@on_press(ids.START)
async def start(interaction: Interaction, drill: str) -> None:
    view = await _act(interaction, lambda drills, guild: drills.start(int(drill), guild))
    await interaction.client.calendar.began(view)


@on_press(ids.PAUSE)
async def pause(interaction: Interaction, drill: str) -> None:
    await _act(interaction, lambda drills, guild: drills.pause(int(drill), guild))


@on_press(ids.RESUME)
async def resume(interaction: Interaction, drill: str) -> None:
    await _act(interaction, lambda drills, guild: drills.resume(int(drill), guild))


@on_press(ids.MORE)
async def more(interaction: Interaction, drill: str, seen: str) -> None:
    await _act(interaction, lambda drills, guild: drills.extend(int(drill), guild, _MORE, timedelta(seconds=int(seen))))


@on_press(ids.REVEAL)
async def reveal(interaction: Interaction, drill: str) -> None:
    await _act(interaction, lambda drills, guild: drills.reveal(int(drill), guild))


@on_press(ids.REFRESH)
async def refresh(interaction: Interaction, drill: str) -> None:
    await _act(interaction, lambda drills, guild: drills.view(int(drill), guild))


@on_press(ids.END)
async def end(interaction: Interaction, drill: str) -> None:
    """Asks, privately, whether to end it: it stops everybody."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    guild = await moderated(interaction)
    view = await interaction.client.drills.view(int(drill), guild)
    question = "**End this drill for everybody?** Open games stop where they stand, and all is told to all."
    row = buttons(button("End it", ids.END_NOW(drill=view.id), "danger"), button("Go on", ids.GO_ON()))
    await fill_in(interaction, view=Card(DRILL, [question, row]))


@on_press(ids.END_NOW)
async def end_now(interaction: Interaction, drill: str) -> None:
    with interaction.client.in_hand.turn():
        ending = _by_moderator(interaction, lambda drills, guild: drills.end(int(drill), guild))
        view = await done_or_deferred(interaction, ending)
        await show(interaction, Card(DRILL, ["It is over for everybody. The debrief follows."]))
        await interaction.client.desk.show(view)


@on_press(ids.GO_ON)
async def go_on(interaction: Interaction) -> None:
    await interaction.response.edit_message(view=Card(DRILL, ["All right, it goes on."]))


@on_press(ids.REMIND)
async def remind(interaction: Interaction, drill: str) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)
    guild = await moderated(interaction)
    view = await interaction.client.drills.view(int(drill), guild)
    reminded = await interaction.client.desk.remind(view, interaction.id)
    await fill_in(interaction, f"Reminded {reminded}." if reminded else "There is nobody to remind.")


@on_press(ids.EXPORT)
async def export(interaction: Interaction, drill: str) -> None:
    """The results as a file, for this moderator alone; with the names that the server's settings allow."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    guild = await moderated(interaction)
    drills = interaction.client.drills
    view = await drills.view(int(drill), guild)
    text = await drills.debriefs.export(view.id, guild, await _names(interaction, view))
    file = discord.File(BytesIO(text.encode("utf-8-sig")), f"drill-{view.id}.csv")
    await fill_in(interaction, "One line for each seat; amounts count from the alternative.", files=[file])


async def _names(interaction: Interaction, view: DrillView) -> dict[int, str]:
    """The names that may stand in an export, by member. Who has left the server has none."""
    allowed = Names((await interaction.client.servers.of(view.guild)).names_in_export)
    if allowed is Names.NONE or interaction.guild is None:
        return {}
    wanted = [seat.member for seat in view.drill.seats if allowed is Names.ALL or seat.named]
    if not wanted:
        return {}
    found = await interaction.guild.query_members(user_ids=wanted, limit=len(wanted), cache=False)
    return {member.id: member.display_name for member in found}


async def _act(interaction: Interaction, act: Callable[[Drills, int], Awaitable[DrillView]]) -> DrillView:
    """Does what a moderator pressed, and shows what the drill is like afterwards."""
    with interaction.client.in_hand.turn():
        view = await done_or_deferred(interaction, _by_moderator(interaction, act))
        await interaction.client.desk.pressed(interaction, view)
    return view


async def _by_moderator(interaction: Interaction, act: Callable[[Drills, int], Awaitable[DrillView]]) -> DrillView:
    return await act(interaction.client.drills, await moderated(interaction))


PRESSABLE = (join, leave, named, start, pause, resume, more, reveal, refresh, end, end_now, go_on, remind, export)
