"""Showing what a member wrote: nothing in it may ping, format, link or break a card."""

from __future__ import annotations

import discord

_SHOWN = 600


def escaped(text: str) -> str:
    """`text` as plain words on one message line: markdown and mentions do nothing, length is held to what one reads."""
    flat = " ".join(text.split())
    if len(flat) > _SHOWN:
        flat = flat[: _SHOWN - 1].rstrip() + "…"
    return discord.utils.escape_mentions(discord.utils.escape_markdown(flat))


def quoted(name: str, text: str) -> str:
    """What `name` said through a form, as it is shown to the thread."""
    return f"> **{escaped(name)}:** {escaped(text) or '…'}"
