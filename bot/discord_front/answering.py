"""Filling in an answer that was put off, so that it appears once however often it has to be sent.

A follow-up that Discord took and then lost sight of is sent again by the library, and stands there twice. The answer
that shows "is thinking…" can be edited any number of times and stays one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import discord
from discord.utils import MISSING

if TYPE_CHECKING:
    from bot.discord_front.cards.paper import Card


async def fill_in(
    interaction: discord.Interaction[Any],
    text: str | None = None,
    *,
    view: Card | None = None,
    files: Sequence[discord.File] = (),
) -> None:
    """Puts a text or a card in place of "is thinking…", or a card in place of a text that stood there before."""
    await interaction.edit_original_response(content=text, view=view or MISSING, attachments=list(files) or MISSING)
