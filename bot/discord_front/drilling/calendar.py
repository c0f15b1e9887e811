"""Drills in Discord's own calendar: an event for each one that has a start.

Nothing depends on it. Where the permission is missing the drill takes place all the same, and whoever made it is told.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import discord

from bot.discord_front.cards.paper import cut
from bot.discord_front.drilling.cards import MODES
from bot.discord_front.errors import NOT_TAKEN
from bot.services.drill_book import DrillView

if TYPE_CHECKING:
    from bot.discord_front.client import Walkaway

log = logging.getLogger(__name__)

MISSING = "I couldn't put it into the server's calendar: I need **Create Events** for that. The drill is there anyway."
_ROUND_IT = timedelta(minutes=30)  # for joining and for the debrief
_NAME, _DESCRIPTION = 100, 1000  # characters


class Calendar:
    """One for each client."""

    def __init__(self, client: Walkaway) -> None:
        self._client = client

    async def announce(self, view: DrillView) -> bool:
        """Puts a drill that has a start into the calendar; False where it could not be."""
        guild = self._client.get_guild(view.guild)
        if view.starts_at is None or guild is None:
            return False
        channel = guild.get_channel(view.channel)
        about = f"{view.scenario.summary}\n\n{MODES[view.drill.mode]}. {view.note}".strip()
        try:
            event = await guild.create_scheduled_event(
                name=cut(f"Drill: {view.scenario.title}", _NAME),
                description=cut(about, _DESCRIPTION),
                start_time=view.starts_at,
                end_time=view.starts_at + view.drill.clock.length + _ROUND_IT,
                entity_type=discord.EntityType.external,
                privacy_level=discord.PrivacyLevel.guild_only,
                location=cut(f"#{channel.name}" if channel is not None else guild.name, _NAME),
            )
        except NOT_TAKEN as reason:
            log.info("drill %d is not in the calendar: %s", view.id, reason)
            return False
        await self._client.drills.remember(view.id, event=event.id)
        return True

    async def began(self, view: DrillView) -> None:
        await self._set(view, discord.EventStatus.active)

    async def ended(self, view: DrillView) -> None:
        await self._set(view, discord.EventStatus.completed)

    async def called_off(self, view: DrillView) -> None:
        await self._set(view, discord.EventStatus.canceled)

    async def _set(self, view: DrillView, status: discord.EventStatus) -> None:
        """Tells the calendar how far a drill is; an event that somebody changed or deleted is left alone."""
        guild = self._client.get_guild(view.guild)
        if view.event is None or guild is None:
            return
        try:
            event = await guild.fetch_scheduled_event(view.event, with_counts=False)
            await event.edit(status=status)
        except NOT_TAKEN as reason:
            log.info("the event of drill %d stays as it is: %s", view.id, reason)
