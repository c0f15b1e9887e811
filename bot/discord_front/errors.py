"""What a member is told when something cannot be done: one function, used by commands, buttons and forms alike."""

from __future__ import annotations

import logging
import secrets
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.discord_front.answering import fill_in
from bot.discord_front.cards.paper import PLAIN, Card, buttons
from bot.services.errors import WalkawayError

log = logging.getLogger(__name__)

NOT_TAKEN = (discord.HTTPException, aiohttp.ClientError, OSError)
"""What comes of a request that Discord refused or that did not reach it."""

_ANSWERED = (10062, 40060)  # an interaction that was answered before or too late, or that the gateway sent twice
_TOO_MANY, _SERVER_ERROR = 429, 500  # HTTP statuses


async def show_error(interaction: discord.Interaction[Any], error: BaseException) -> None:
    """Tells the member, privately, in a sentence. What nobody expected is logged under a number that is shown too."""
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    if isinstance(error, discord.HTTPException) and error.code in _ANSWERED:
        log.info("interaction %s was answered before or too late: %s", interaction.id, error)
        return
    await say_privately(interaction, sentence_for(error))


def sentence_for(error: BaseException) -> str:
    """The sentence for the member; an unexpected error is logged here, once."""
    if isinstance(error, WalkawayError):
        return str(error)
    if _is_discords_own(error):
        log.warning("Discord did not take something: %r", error)
        return "Discord didn't take that just now. What you said is kept; look whether it counted before you try again."
    number = secrets.token_hex(4)
    log.error("unexpected error %s", number, exc_info=error)
    return (
        "Something went wrong on my side. What was said so far is kept; try it once more. "
        f"If it happens again, tell whoever runs me this number: `{number}`."
    )


def _is_discords_own(error: BaseException) -> bool:
    """Whether Discord, or the way to it, is to blame and not what was asked of it."""
    if isinstance(error, discord.HTTPException):
        return error.status >= _SERVER_ERROR or error.status == _TOO_MANY
    return isinstance(error, discord.RateLimited | aiohttp.ClientError | TimeoutError | ConnectionError)


async def say_privately(
    interaction: discord.Interaction[Any], text: str, press: discord.ui.Button[Any] | None = None
) -> None:
    """Answers so that only the member who pressed or asked sees it, whether or not an answer was begun; `press` is a
    button below it."""
    try:
        if press is not None:
            await _show_privately(interaction, Card(PLAIN, [text, buttons(press)]))
        elif interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
            await fill_in(interaction, view=Card(PLAIN, [text]))  # a text can't take the place of a card
        elif interaction.response.is_done():
            await interaction.followup.send(text, ephemeral=True)
        else:
            await interaction.response.send_message(text, ephemeral=True)
    except NOT_TAKEN as error:
        log.warning("interaction %s could not be answered: %s", interaction.id, error)


async def _show_privately(interaction: discord.Interaction[Any], card: Card) -> None:
    if interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
        await fill_in(interaction, view=card)
    elif interaction.response.is_done():
        await interaction.followup.send(view=card, ephemeral=True)
    else:
        await interaction.response.send_message(view=card, ephemeral=True)


class _NothingToPropose(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return True
        late = isinstance(error, discord.HTTPException) and error.code in _ANSWERED
        return not (late or isinstance(error, WalkawayError) or _is_discords_own(error))


class _InOneLine(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, (*NOT_TAKEN, discord.ConnectionClosed)):
            told = " ".join(f"{type(error).__name__}: {error}".split())
            record.msg, record.args, record.exc_info = f"{record.getMessage()} ({told})", (), None
            record.levelno, record.levelname = logging.WARNING, logging.getLevelName(logging.WARNING)
        return True


IN_ONE_LINE = _InOneLine()
"""Tells in one line why the library connects anew: that the network or Discord failed is no fault of the code."""

NOTHING_TO_PROPOSE = _NothingToPropose()
"""Keeps out of the library's log that there was nothing to propose to somebody who types, or that it came too late."""
