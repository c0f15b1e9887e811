"""/review: any finished session again, move by move, for the one who played it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.discord_front.answering import fill_in
from bot.discord_front.cards.paper import cut
from bot.discord_front.views import review
from bot.services.reviewing import NothingToReview
from bot.services.views import Past

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway

_CHOICE = 100  # characters


class Review(commands.Cog):
    def __init__(self, client: Walkaway) -> None:
        self._client = client

    @app_commands.command(description="A practice you have finished, move by move: what each was worth, and why")
    @app_commands.describe(session="Which one; without it the last you finished")
    async def review(
        self, interaction: Interaction, session: app_commands.Range[str, 1, _CHOICE] | None = None
    ) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        member = interaction.user.id
        with interaction.client.in_hand.turn():
            chosen = await self._chosen(member, session)
            card, files = await review.drawn(interaction.client, chosen, member, None)
        await fill_in(interaction, view=card, files=files)

    @review.autocomplete("session")
    async def sessions(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        finished = await self._client.learning.reviewing.finished(interaction.user.id, typed)
        return [app_commands.Choice(name=cut(_name(past), _CHOICE), value=str(past.session)) for past in finished]

    async def _chosen(self, member: int, typed: str | None) -> int:
        """The session of that number, or the last one in whose title all words stand."""
        reviewing = self._client.learning.reviewing
        if typed is None:
            return await reviewing.latest(member)
        if typed.isdecimal():
            return int(typed)
        finished = await reviewing.finished(member, typed)
        if not finished:
            raise NothingToReview("You have finished no practice by that name. /progress lists your last ones.")
        return finished[0].session


def _name(past: Past) -> str:
    ended = "" if past.surplus_share is None else f", {past.surplus_share:.0%}".replace("-", "−")
    return f"{past.title} ({past.started_at:%b} {past.started_at.day}{ended})"


async def setup(client: Walkaway) -> None:
    client.add_dynamic_items(*review.PRESSABLE)
    await client.add_cog(Review(client))
