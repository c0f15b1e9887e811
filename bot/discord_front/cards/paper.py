"""What all cards are made of: a container with headings and text, held to Discord's limits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

import discord
from discord import ui

CARD_TEXT = 4000  # characters of text that Discord takes in one message of components
_RESERVE = 120  # for the line that says that something was left out

Part: TypeAlias = str | ui.Item[Any] | None

PLAIN = discord.Colour(0x5B6B7F)
TACTIC = discord.Colour(0x2C7A6B)
BRIEF = discord.Colour(0xB7791F)
END = discord.Colour(0x4A5FA5)


class Card(ui.LayoutView):
    """A message of one container. It is only a look: what its buttons do is found by their ids (views/pressing.py)."""

    def __init__(self, colour: discord.Colour, parts: Iterable[Part]) -> None:
        super().__init__(timeout=None)
        self.add_item(ui.Container[Card](*_items(parts), accent_colour=colour))
        self.stop()  # the library need not remember it


def _items(parts: Iterable[Part]) -> list[ui.Item[Any]]:
    """Texts become text displays, shortened together so that the card can be sent; None is left out."""
    left = CARD_TEXT - _RESERVE
    items: list[ui.Item[Any]] = []
    for part in parts:
        if isinstance(part, str):
            shown = cut(part, left)
            left -= len(shown)
            if shown:
                items.append(ui.TextDisplay(shown))
        elif part is not None:
            items.append(part)
    return items


def cut(text: str, room: int) -> str:
    """`text`, or as much of it as fits into `room` characters, ended with an ellipsis at a word."""
    if len(text) <= room:
        return text
    if room < 2:
        return ""
    return text[: room - 1].rsplit(" ", 1)[0].rstrip() + "…"


Style: TypeAlias = Literal["primary", "secondary", "success", "danger"]


def button(label: str, custom_id: str, style: Style = "secondary", *, here: bool = False) -> ui.Button[Any]:
    """`here` marks the page that is open already: it cannot be pressed."""
    return ui.Button(label=label, custom_id=custom_id, style=discord.ButtonStyle[style], disabled=here)


def buttons(*row: ui.Button[Any]) -> ui.ActionRow[Card]:
    """At most five of them, Discord's limit."""
    return ui.ActionRow(*row)


def rule(*, large: bool = False) -> ui.Separator[Any]:
    spacing = discord.SeparatorSpacing.large if large else discord.SeparatorSpacing.small
    return ui.Separator(spacing=spacing)


def small(text: str) -> str:
    """Discord's small grey line."""
    return f"-# {text}"


def percent(share: float) -> str:
    """ "36%", "−5%"."""
    return f"{share:.0%}".replace("-", "−")


def quote(text: str) -> str:
    """`text` as a quotation, all of its paragraphs."""
    return "\n".join(f"> {line}" for line in text.splitlines())


def bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def numbered(lines: Iterable[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
