"""Answers to what is pressed, so that each comes in time, and appears once however often it has to be sent.

A follow-up that Discord took and then lost sight of is sent again by the library, and stands there twice. The answer
that shows "is thinking…" can be edited any number of times and stays one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import discord
from discord.utils import MISSING

if TYPE_CHECKING:
    from bot.discord_front.cards.paper import Card


PATIENCE = 0.4  # seconds: a press is answered within one, and there may be a hundred of them

DoneT = TypeVar("DoneT")


async def done_or_deferred(
    interaction: discord.Interaction[Any], doing: Coroutine[Any, Any, DoneT], *, privately: bool = False
) -> DoneT:
    """Does something, and puts the answer off only where that takes long: `privately` with "is thinking…".

    So a press counts by the time it is answered. Whoever presses in the moment in which the bot is killed is told by
    Discord that it failed, and presses again; answered first, it would look as if it had been heard.
    """
    task = asyncio.create_task(doing)
    await asyncio.wait({task}, timeout=PATIENCE)
    if not task.done():
        await interaction.response.defer(ephemeral=privately, thinking=privately)
    return await task


async def show(interaction: discord.Interaction[Any], card: Card, *, privately: bool = False) -> None:
    """The answer, whether or not it was put off: `privately` to the one who pressed, or in place of the message in
    which it was pressed."""
    if interaction.response.is_done():
        await fill_in(interaction, view=card)
    elif privately:
        await interaction.response.send_message(view=card, ephemeral=True)
    else:
        await interaction.response.edit_message(view=card)


async def fill_in(
    interaction: discord.Interaction[Any],
    text: str | None = None,
    *,
    view: Card | None = None,
    files: Sequence[discord.File] = (),
) -> None:
    """Puts a text or a card in place of "is thinking…", or a card in place of a text that stood there before."""
    await interaction.edit_original_response(content=text, view=view or MISSING, attachments=list(files) or MISSING)
