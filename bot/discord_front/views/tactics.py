"""The buttons of a tactic's card, and the menu of all tactics. Only the member who asked sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord_front import custom_ids, sessions
from bot.discord_front.cards.tactic import TacticPart, tactic_card
from bot.discord_front.views.pressing import on_press
from bot.negotiation.tactic import Tactic
from bot.services.errors import NoSuchScenario, WalkawayError

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction, Walkaway


class NoSuchTactic(WalkawayError):  # noqa: N818
    """There is no tactic by that name."""


class NothingToRead(WalkawayError):  # noqa: N818
    """A message has no words."""


@on_press(custom_ids.TURN)
async def turn(interaction: Interaction, tactic: str, part: str) -> None:
    """Opens the card at another part."""
    card = tactic_card(_tactic(interaction.client, tactic), TacticPart(part), interaction.client.library().tactics)
    await interaction.response.edit_message(view=card)


@on_press(custom_ids.OPEN_TACTIC)
async def open_tactic(interaction: Interaction, level: str) -> None:
    """Opens the tactic that was chosen in the menu, beside the list."""
    chosen = (interaction.data or {}).get("values", [""])[0]
    card = tactic_card(_tactic(interaction.client, chosen), TacticPart.SHORT, interaction.client.library().tactics)
    await interaction.response.send_message(view=card, ephemeral=True)


@on_press(custom_ids.READ)
async def read(interaction: Interaction, tactic: str) -> None:
    """Opens the tactic beside the message in which it was recognised."""
    card = tactic_card(_tactic(interaction.client, tactic), TacticPart.SHORT, interaction.client.library().tactics)
    await interaction.response.send_message(view=card, ephemeral=True)


@on_press(custom_ids.PRACTISE)
async def practise(interaction: Interaction, tactic: str) -> None:
    """Begins a scenario in which the tactic is at work: of those the one that is best for the member."""
    wanted = _tactic(interaction.client, tactic)
    try:
        await sessions.begin(interaction, tactic=tactic)
    except NoSuchScenario:
        raise NoSuchTactic(f"There is no practice for “{wanted.title}” yet. /practice has others.") from None


def _tactic(client: Walkaway, tactic: str) -> Tactic:
    try:
        return client.library().tactics[tactic]
    except KeyError:
        raise NoSuchTactic("That tactic is no longer there. /tactics shows those that are.") from None


PRESSABLE = (turn, open_tactic, read, practise)
