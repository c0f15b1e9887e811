"""The buttons of the leaderboard. They act on the one who presses, in the server where it is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord_front import custom_ids
from bot.discord_front.cards.board import board_card
from bot.discord_front.cards.paper import Card
from bot.discord_front.views.pressing import on_press
from bot.services.errors import WalkawayError

if TYPE_CHECKING:
    from bot.discord_front.client import Interaction


class NoServer(WalkawayError):  # noqa: N818
    """A leaderboard was asked for in direct messages."""

    def __init__(self) -> None:
        super().__init__("A leaderboard belongs to a server. Ask for it there.")


async def drawn(interaction: Interaction, by: str) -> Card:
    """Raises NoServer in direct messages."""
    if interaction.guild_id is None:
        raise NoServer
    learning = interaction.client.learning
    read = learning.by_week if by == "week" else learning.by_rating
    return board_card(await read(interaction.guild_id, interaction.user.id))


@on_press(custom_ids.BOARD)
async def turn(interaction: Interaction, by: str) -> None:
    await interaction.response.defer()
    await interaction.edit_original_response(view=await drawn(interaction, by))


@on_press(custom_ids.BOARD_STAND)
async def stand(interaction: Interaction, by: str, on: str) -> None:
    """Only ever puts up, or takes off, the one who presses."""
    if interaction.guild_id is None:
        raise NoServer
    await interaction.response.defer()
    await interaction.client.learning.members.set_on_board(interaction.guild_id, interaction.user.id, on == "1")
    await interaction.edit_original_response(view=await drawn(interaction, by))


PRESSABLE = (turn, stand)
