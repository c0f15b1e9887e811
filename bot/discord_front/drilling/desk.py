"""The messages of drills: invitations and consoles that change in place, and the debrief at the end."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING

import discord

from bot.discord_front.answering import done_or_deferred, show
from bot.discord_front.cards.paper import Card, small
from bot.discord_front.drilling.cards import console_card, invitation_card, moment
from bot.discord_front.drilling.debrief_card import chart_file, debrief_card
from bot.discord_front.drilling.pairs_debrief_card import pairs_debrief_card
from bot.discord_front.drilling.votes import ballot_card
from bot.discord_front.errors import NOT_TAKEN
from bot.discord_front.permissions import MayNot
from bot.drills.drill import TABLE, Phase, Seat, Status
from bot.services.drill_book import DrillView
from bot.services.drill_votes import BallotState, BallotView
from bot.services.pair_debrief import PairsDebrief

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway

log = logging.getLogger(__name__)

_AT_ONCE = 8  # threads that are written to at the same time


class Desk:
    """One for each client. What it shows is kept in memory only to spare Discord edits that change nothing."""

    def __init__(self, client: Walkaway) -> None:
        self._client = client
        self._shown: dict[tuple[int, str], str] = {}  # what stands in each message, by drill
        self._watched: set[int] = set()
        self._private: dict[int, Interaction] = {}  # consoles that only one moderator sees; Discord forgets them soon

    # --- posting ------------------------------------------------------------------------------------------------------

    async def post_invitation(self, view: DrillView) -> DrillView:
        """Raises MayNot where it can't be posted; the drill is there all the same."""
        channel = self.channel_of(view)
        if channel is None:
            raise MayNot("I can't see the channel of this drill any more. Call it off, and create one elsewhere.")
        card = invitation_card(view)
        try:
            message = await channel.send(view=card, nonce=f"drill-{view.id}")
        except discord.Forbidden:
            raise MayNot(f"I need **Send Messages** in <#{channel.id}> to invite everybody.") from None
        self._shown[view.id, "invitation"] = _look(card)
        await self._client.drills.remember(view.id, invitation=message.id)
        return await self._client.drills.view(view.id)

    async def show_console(self, interaction: Interaction, view: DrillView) -> None:
        """Posts the console where this server's moderators see it, or shows it to this one alone. Deferred before."""
        card = await self._console(view)
        room = await self._console_room(view)
        if room is not None:
            try:
                message = await room.send(view=card)
            except NOT_TAKEN as reason:
                log.info("the console of drill %d could not be posted: %s", view.id, reason)
            else:
                await self._take_away_console(view)
                await self._client.drills.remember(view.id, console=message.id, console_channel=room.id)
                self._shown[view.id, "console"] = _look(card)
                await interaction.followup.send(f"The console is in <#{room.id}>.", ephemeral=True)
                return
        await interaction.followup.send(view=card, ephemeral=True)
        self._private[view.id] = interaction

    async def pressed(self, interaction: Interaction, view: DrillView) -> None:
        """Shows what came of a press in the console that was pressed."""
        card = await done_or_deferred(interaction, self._console(view))
        try:
            await show(interaction, card)
        except NOT_TAKEN as reason:
            log.info("the console of drill %d could not be changed: %s", view.id, reason)
        else:
            if interaction.message is not None and interaction.message.id == view.console:
                self._shown[view.id, "console"] = _look(card)
            else:
                self._private[view.id] = interaction
        self._watched.add(view.id)

    # --- changing in place --------------------------------------------------------------------------------------------

    async def refresh(self) -> None:
        """Brings all messages of drills up to date that show something else than what is."""
        active = {view.id: view for view in await self._client.drills.active()}
        for number in self._watched - active.keys():
            await self.show(await self._client.drills.view(number))
        self._watched = set(active)
        for view in active.values():
            await self.show(view)

    async def show(self, view: DrillView) -> None:
        """The same for the messages of one drill."""
        await self._edit(view, "invitation", view.channel, view.invitation, invitation_card(view))
        console = await self._console(view)
        await self._edit(view, "console", view.console_channel, view.console, console)
        private = self._private.get(view.id)
        if private is not None:
            await self._edit_private(view.id, private, console)

    async def _edit(self, view: DrillView, which: str, channel: int | None, message: int | None, card: Card) -> None:
        room = self._client.get_channel(channel) if channel is not None else None
        look = _look(card)
        if (
            message is None
            or not isinstance(room, discord.abc.Messageable)
            or self._shown.get((view.id, which)) == look
        ):
            return
        try:
            await discord.PartialMessage(channel=room, id=message).edit(view=card)  # pyright: ignore[reportArgumentType]
            self._shown[view.id, which] = look
        except discord.NotFound:  # somebody deleted it; /drill console brings it back
            await self._client.drills.remember(view.id, **{which: None})
        except NOT_TAKEN as reason:
            log.info("the %s of drill %d could not be changed: %s", which, view.id, reason)

    async def _edit_private(self, drill: int, interaction: Interaction, card: Card) -> None:
        if interaction.is_expired() or self._shown.get((drill, "private")) == _look(card):
            return
        try:
            await interaction.edit_original_response(view=card)
            self._shown[drill, "private"] = _look(card)
        except NOT_TAKEN:  # it was dismissed
            self._private.pop(drill, None)

    async def _take_away_console(self, view: DrillView) -> None:
        """Of two consoles the older one goes."""
        room = self._client.get_channel(view.console_channel) if view.console_channel is not None else None
        if view.console is None or not isinstance(room, discord.TextChannel):
            return
        try:
            await room.get_partial_message(view.console).delete()
        except NOT_TAKEN as reason:
            log.info("the old console of drill %d stays: %s", view.id, reason)

    async def show_ballot(self, view: BallotView) -> None:
        """Posts a vote at its table, or brings it up to date; and posts what was answered to what was said."""
        room = self._client.get_channel(view.thread)
        if not isinstance(room, discord.Thread):
            return
        votes, card = self._client.drills.votes, ballot_card(view)
        look = f"{room.id} {_look(card)}"
        if view.message is None:
            if view.state is not BallotState.CLOSED:
                await self._client.outbox.deliver_quietly(view.session)  # what it is an answer to comes first
                message = await room.send(view=card, nonce=f"vote-{view.drill}-{view.number}")
                await votes.remember(view.drill, view.number, message.id)
                self._shown[view.drill, "ballot"] = look
        elif self._shown.get((view.drill, "ballot")) != look:
            try:
                await room.get_partial_message(view.message).edit(view=card)
            except discord.NotFound:  # somebody deleted it: while it is open, it is posted again
                await votes.remember(view.drill, view.number, None)
                return
            self._shown[view.drill, "ballot"] = look
        if view.state is BallotState.CLOSED:
            await self._client.outbox.deliver_quietly(view.session)
            await votes.remember(view.drill, view.number, None)

    # --- the end ------------------------------------------------------------------------------------------------------

    async def tell(self, view: DrillView) -> None:
        """Posts the debrief of a drill that has been revealed, and every member's own in their thread."""
        told = await self._client.drills.debriefs.of(view.id, view.guild)
        channel = self.channel_of(view)
        if channel is None:
            await self._client.drills.remember(view.id, debrief=0)
            return
        with_picture = channel.permissions_for(channel.guild.me).attach_files
        files = [chart_file(told.picture)] if with_picture else []
        if isinstance(told, PairsDebrief):
            card = pairs_debrief_card(told, with_picture=with_picture)
        else:
            card = debrief_card(told, with_picture=with_picture)
        message = await channel.send(view=card, files=files, nonce=f"debrief-{view.id}")
        await self._client.drills.remember(view.id, debrief=message.id)
        await self._client.calendar.ended(view)

    async def deliver(self, view: DrillView) -> None:
        """Posts what is owed in the threads of a drill, a few at a time."""
        a_few = asyncio.Semaphore(_AT_ONCE)

        async def one(session: int) -> None:
            async with a_few:
                await self._client.outbox.deliver_quietly(session)

        await asyncio.gather(*(one(seat.session) for seat in view.seats if seat.session is not None))

    async def remind(self, view: DrillView, cause: int) -> int:
        """Reminds those who still play, each in their thread, or the channel of a drill that has not begun. Says how
        many messages that were."""
        if view.drill.phase is Phase.GATHERING:
            channel = self.channel_of(view)
            if channel is not None:
                await channel.send(f"The drill “{view.scenario.title}” starts soon. Press **Join** in the invitation.")
            return 1
        a_few = asyncio.Semaphore(_AT_ONCE)
        playing = [seat for seat in view.seats if seat.seat.status is Status.PLAYING and seat.thread is not None]

        async def one(thread: int, seat: Seat, until: str) -> None:
            member = seat.member
            room = self._client.get_channel(thread)
            if isinstance(room, discord.Thread):
                async with a_few:
                    await self._client.outbox.spread.turn()
                    everybody = member == TABLE
                    await room.send(
                        f"{'' if everybody else f'<@{member}> '}{small(f'Your time is up {until}.')}",
                        allowed_mentions=discord.AllowedMentions(users=[] if everybody else [discord.Object(member)]),
                        nonce=f"r{cause}-{seat.number}",
                    )

        sending = [
            one(seat.thread, seat.seat, moment(end))
            for seat in playing
            if seat.thread is not None
            and seat.seat.began is not None
            and (end := view.drill.clock.deadline(seat.seat.began)) is not None
        ]
        for failed in await asyncio.gather(*sending, return_exceptions=True):
            if isinstance(failed, BaseException):
                log.info("a reminder could not be posted: %s", failed)
        return len(sending)

    # --- inside -------------------------------------------------------------------------------------------------------

    def channel_of(self, view: DrillView) -> discord.TextChannel | None:
        channel = self._client.get_channel(view.channel)
        return channel if isinstance(channel, discord.TextChannel) else None

    async def _console(self, view: DrillView) -> Card:
        states = await self._client.drills.tables.states(view) if view.drill.under_way else {}
        return console_card(view, states)

    async def _console_room(self, view: DrillView) -> discord.TextChannel | None:
        settings = await self._client.servers.of(view.guild)
        room = self._client.get_channel(settings.console_channel) if settings.console_channel is not None else None
        return room if isinstance(room, discord.TextChannel) else None


def _look(card: Card) -> str:
    return json.dumps(card.to_components(), sort_keys=True)
