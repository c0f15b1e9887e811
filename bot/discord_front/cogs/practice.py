"""/practice: opens a thread, or goes on in the direct messages one is in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_front import sessions
from bot.discord_front.cards.paper import cut
from bot.discord_front.cards.tactic import LEVELS
from bot.discord_front.views import debrief, forms, table
from bot.negotiation.scenario import Scenario, Side

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway

_CHOICES = 25  # Discord's limit
_CHOICE = 100  # characters


class Practice(commands.Cog):
    def __init__(self, client: Walkaway) -> None:
        self._client = client

    @app_commands.command(description="Practise a negotiation in a thread of your own")
    @app_commands.describe(
        scenario="Which one; without it I pick what helps you most, and say why",
        side="Who you are: the one who buys or the one who sells",
        level="How hard it should be, where I pick",
        private="A thread that only you and I see (and the moderators)",
    )
    @app_commands.choices(level=[app_commands.Choice(name=f"{n}: {title}", value=n) for n, title in LEVELS.items()])
    async def practice(
        self,
        interaction: Interaction,
        scenario: app_commands.Range[str, 1, _CHOICE] | None = None,
        side: Side | None = None,
        level: app_commands.Choice[int] | None = None,
        private: bool = False,
    ) -> None:
        chosen = level.value if level else None
        await sessions.begin(interaction, scenario=scenario, side=side, level=chosen, private=private)

    @practice.autocomplete("scenario")
    async def scenarios(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [
            app_commands.Choice(
                name=cut(f"{scenario.title} ({scenario.side}, level {scenario.level})", _CHOICE), value=scenario.id
            )
            for scenario in fitting(self._client.library().scenarios.values(), typed)[:_CHOICES]
        ]

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Walkaway]) -> None:
        if interaction.type is discord.InteractionType.modal_submit:
            await forms.FORMS.submitted(interaction)


def fitting(scenarios: Iterable[Scenario], typed: str) -> list[Scenario]:
    """Those in whose id, title or summary all words stand that were typed; the easiest first."""
    words = typed.lower().split()
    in_order = sorted(scenarios, key=lambda each: (each.level, each.id))
    return [
        each
        for each in in_order
        if all(word in f"{each.id} {each.title} {each.summary} {each.side}".lower() for word in words)
    ]


async def setup(client: Walkaway) -> None:
    client.add_dynamic_items(*table.PRESSABLE, *debrief.PRESSABLE)
    await client.add_cog(Practice(client))
