"""/tactic, /tactics and the message menu "Which tactic is this?": shown to the member who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_front.answering import done_or_deferred, fill_in, show
from bot.discord_front.cards.paper import cut
from bot.discord_front.cards.recognised import recognised_card
from bot.discord_front.cards.tactic import TacticPart, tactic_card, tactics_card
from bot.discord_front.views import tactics
from bot.discord_front.views.tactics import NoSuchTactic, NothingToRead

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway

_CHOICES = 25  # Discord's limit
_CHOICE = 100  # characters


class Tactics(commands.Cog):
    def __init__(self, client: Walkaway) -> None:
        self._client = client
        self._menu = app_commands.ContextMenu(name="Which tactic is this?", callback=self.which)

    async def cog_load(self) -> None:
        self._client.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        self._client.tree.remove_command(self._menu.name, type=self._menu.type)

    async def which(self, interaction: Interaction, message: discord.Message) -> None:
        """Names the tactic at work in any message, whoever wrote it: Discord hands its words over with the menu."""
        if not message.content.strip():
            raise NothingToRead("There are no words in that message, so there is nothing I could go by.")
        reading = self._client.reader.recognise(message.content, self._client.library())
        found = await done_or_deferred(interaction, reading, privately=True)
        await show(interaction, recognised_card(found), privately=True)

    @app_commands.command(description="A tactic on one card: how to use it, and what to do when it is used on you")
    @app_commands.describe(name="Its name, or what you remember of it")
    async def tactic(self, interaction: Interaction, name: app_commands.Range[str, 1, _CHOICE]) -> None:
        library = self._client.library()
        found = library.find_tactics(name, 1)
        if not found:
            raise NoSuchTactic(f"I know no tactic like that. /tactics shows the {len(library.tactics)} there are.")
        card = tactic_card(found[0], TacticPart.SHORT, library.tactics)
        await interaction.response.send_message(view=card, ephemeral=True)

    @tactic.autocomplete("name")
    async def names(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [
            app_commands.Choice(name=cut(tactic.title, _CHOICE), value=tactic.id)
            for tactic in self._client.library().find_tactics(typed[:_CHOICE], _CHOICES)
        ]

    @app_commands.command(description="All tactics there are, the easiest first, and how far you are with each")
    async def tactics(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        member = interaction.user.id
        found = await self._client.learning.progress(member, member)
        card = tactics_card(list(self._client.library().tactics.values()), found)
        await fill_in(interaction, view=card)


async def setup(client: Walkaway) -> None:
    client.add_dynamic_items(*tactics.PRESSABLE)
    await client.add_cog(Tactics(client))
