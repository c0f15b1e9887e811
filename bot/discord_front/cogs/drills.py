"""/drill: one exercise for a whole group, run by a moderator."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import datetime
from typing import TYPE_CHECKING, Any

from discord import app_commands
from discord.ext import commands

from bot.discord_front import threads
from bot.discord_front.answering import fill_in
from bot.discord_front.cards.paper import PLAIN, Card, cut
from bot.discord_front.cogs.practice import fitting
from bot.discord_front.drilling import buttons, pairs, votes
from bot.discord_front.drilling.calendar import MISSING
from bot.discord_front.drilling.cards import MODES, minutes
from bot.discord_front.drilling.who import moderated
from bot.drills.drill import LONGEST, MOST_SEATS, Mode, Phase
from bot.negotiation.scenario import Side
from bot.services.drill_book import DrillView, NoSuchDrill
from bot.services.drills import LONGEST_NOTE, VOTE_SECONDS
from bot.services.memberships import zone_of
from bot.services.starting import start_time

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway

_CHOICES = 25  # Discord's limit
_CHOICE = 100  # characters
_LONGEST = int(LONGEST.total_seconds() // 60)
_PHASES = {
    Phase.GATHERING: "gathers",
    Phase.RUNNING: "runs",
    Phase.PAUSED: "paused",
    Phase.OVER: "over",
    Phase.CANCELLED: "called off",
}


@app_commands.guild_only()
@app_commands.default_permissions(manage_threads=True)
class Drills(commands.GroupCog, group_name="drill", group_description="One exercise for a whole group"):
    def __init__(self, client: Walkaway) -> None:
        self._client = client
        self._in_the_background: set[asyncio.Task[None]] = set()

    # --- commands -----------------------------------------------------------------------------------------------------

    @app_commands.command(description="Invite everybody here to a drill")
    @app_commands.describe(
        mode="How it is played",
        scenario="What is negotiated",
        minutes="How long each one has",
        side="Who they are: the one who buys or the one who sells",
        seats="How many may join (100 unless you say otherwise)",
        note="A line of yours for the invitation",
        vote="In a fishbowl: how many seconds a vote takes",
        start="When it starts, for the server's calendar: 18:30, 2026-12-01 18:30, or in 45 minutes",
    )
    @app_commands.choices(
        mode=[
            app_commands.Choice(name="Room: everybody the same, alone", value=str(Mode.ROOM)),
            app_commands.Choice(name="Pairs: two and two, with roles of their own", value=str(Mode.PAIRS)),
            app_commands.Choice(name="Fishbowl: one table, the group votes", value=str(Mode.FISHBOWL)),
        ]
    )
    async def create(
        self,
        interaction: Interaction,
        mode: app_commands.Choice[str],
        scenario: app_commands.Range[str, 1, _CHOICE],
        minutes: app_commands.Range[int, 1, _LONGEST],
        side: Side | None = None,
        seats: app_commands.Range[int, 1, MOST_SEATS] = MOST_SEATS,
        note: app_commands.Range[str, 1, LONGEST_NOTE] = "",
        vote: app_commands.Range[int, 10, 600] = VOTE_SECONDS,
        start: app_commands.Range[str, 1, 40] | None = None,
    ) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild = await moderated(interaction)
        channel = threads.channel_for(interaction, private=False)
        if channel is None:
            raise NoSuchDrill("A drill belongs to a server. Create it there.")
        starts_at = None if start is None else await self._start_time(interaction.user.id, start)
        with self._client.in_hand.turn():
            view = await self._client.drills.create(
                guild,
                channel.id,
                interaction.user.id,
                Mode(mode.value),
                scenario,
                minutes,
                side=side,
                seats=seats,
                note=note,
                vote_seconds=vote,
                starts_at=starts_at,
            )
            view = await self._client.desk.post_invitation(view)
            await self._client.desk.show_console(interaction, view)
            if starts_at is not None and not await self._client.calendar.announce(view):
                await interaction.followup.send(MISSING, ephemeral=True)

    async def _start_time(self, moderator: int, text: str) -> datetime:
        """In the moderator's own time zone."""
        member = await self._client.learning.members.of(moderator)
        return start_time(text, self._client.now(), zone_of(member))

    @app_commands.command(description="The console of a drill, once more")
    @app_commands.describe(drill="Which one; the latest unless you say otherwise")
    async def console(self, interaction: Interaction, drill: int | None = None) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild = await moderated(interaction)
        with self._client.in_hand.turn():
            view = await self._wanted(guild, drill)
            if view.invitation is None and view.drill.phase is Phase.GATHERING:
                view = await self._client.desk.post_invitation(view)
            await self._client.desk.show_console(interaction, view)

    @app_commands.command(name="list", description="The latest drills of this server")
    async def list_(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        found = await self._client.drills.of_guild(await moderated(interaction))
        lines = "\n".join(_line(view) for view in found) or "None yet. /drill create makes one."
        await fill_in(interaction, view=Card(PLAIN, [f"## Drills\n{lines}"]))

    @app_commands.command(description="Call a drill off")
    async def cancel(self, interaction: Interaction, drill: int) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild = await moderated(interaction)
        with self._client.in_hand.turn():
            view = await self._client.drills.cancel(drill, guild)
            self._spawn(self._client.desk.deliver(view))
            self._spawn(self._client.calendar.called_off(view))
        await fill_in(interaction, f"Drill {view.id} is called off.")

    @app_commands.command(description="The same drill with the same members; what is hidden is drawn anew")
    @app_commands.describe(
        drill="Which one",
        swap="Each plays the other side: in pairs the two exchange their seats",
    )
    async def again(self, interaction: Interaction, drill: int, swap: bool = False) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild = await moderated(interaction)
        with self._client.in_hand.turn():
            view = await self._client.drills.again(drill, guild, interaction.user.id, swapped=swap)
            view = await self._client.desk.post_invitation(view)
            await self._client.desk.show_console(interaction, view)

    @create.autocomplete("scenario")
    async def scenarios(self, _: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [
            app_commands.Choice(name=cut(f"{scenario.title} ({scenario.side})", _CHOICE), value=scenario.id)
            for scenario in fitting(self._client.library().scenarios.values(), typed)[:_CHOICES]
        ]

    @console.autocomplete("drill")
    @cancel.autocomplete("drill")
    @again.autocomplete("drill")
    async def drills(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[int]]:
        found = await self._client.drills.of_guild(await moderated(interaction))
        return [
            app_commands.Choice(name=cut(_plain_line(view), _CHOICE), value=view.id)
            for view in found
            if typed.lower() in _plain_line(view).lower()
        ][:_CHOICES]

    async def _wanted(self, guild: int, drill: int | None) -> DrillView:
        if drill is not None:
            return await self._client.drills.view(drill, guild)
        found = await self._client.drills.of_guild(guild)
        if not found:
            raise NoSuchDrill("There is no drill in this server yet. /drill create makes one.")
        return found[0]

    def _spawn(self, doing: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(doing)
        self._in_the_background.add(task)
        task.add_done_callback(self._in_the_background.discard)


def _line(view: DrillView) -> str:
    return f"{_plain_line(view)} · <t:{int(view.created_at.timestamp())}:R>"


def _plain_line(view: DrillView) -> str:
    drill = view.drill
    seats = "1 seat" if drill.taken == 1 else f"{drill.taken} seats"
    parts = (view.scenario.title, MODES[drill.mode], seats, minutes(drill.clock.length), _PHASES[drill.phase])
    return f"{view.id}. {' · '.join(parts)}"


async def setup(client: Walkaway) -> None:
    client.add_dynamic_items(*buttons.PRESSABLE, *pairs.PRESSABLE, *votes.PRESSABLE)
    await client.add_cog(Drills(client))
