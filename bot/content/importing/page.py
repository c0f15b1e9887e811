"""A page as a row of blocks: headings, paragraphs and items of lists, whether it came as text or as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

LONGEST_LINE = 120  # characters; text with longer lines isn't wrapped, each line of it is a paragraph
_NEARLY_FULL = 8  # characters that a wrapped line may fall short of the longest and still be full
_TAB = 4

_HTML = re.compile(r"<(?:!doctype|html|head|body|div|p|h[1-6]|br|article|section|ol|ul|li|span|blockquote)\b", re.I)
_ITEM = re.compile(r"(?P<indent>\s*)(?:\d{1,3}[.)]|[-*•·])\s+(?P<text>\S.*)")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?P<text>\S.*)")
_LABEL = re.compile(r"[A-Z][\w'’]*(?: [\w'’]+){0,3}:(?:\s|$)")
_SIGNS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "′": "'"})


class Kind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of text on one line, without marks of its format. `line` counts from 1; `depth` grows with how far a
    list is nested or a line indented; `aside` is what the page itself sets beside its content.
    """

    text: str
    line: int
    kind: Kind = Kind.PARAGRAPH
    depth: int = 0
    aside: bool = False


def blocks_of(raw: bytes) -> tuple[Block, ...]:
    """The blocks of a text or an HTML page in whatever encoding and with whatever line ends. Never raises."""
    from bot.content.importing.html_page import html_blocks

    text = _decoded(raw)
    found = html_blocks(text) if _HTML.search(text) else _text_blocks(text)
    return tuple(block for block in found if block.text)


def plain(text: str) -> str:
    """`text` on one line, with straight quotes and without signs that nobody sees."""
    words = text.translate(_SIGNS).split()
    return " ".join("".join(sign for sign in word if sign.isprintable()) for word in words).strip()


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _text_blocks(text: str) -> Iterator[Block]:
    lines = [line.expandtabs(_TAB).rstrip() for line in text.splitlines()]
    width = max(map(len, lines), default=0)
    wrapped = width <= LONGEST_LINE
    begun: list[str] = []
    first = 0
    for number, line in enumerate(lines, 1):
        if begun and not (wrapped and line.strip() and _goes_on(lines[number - 2], line, width)):
            yield _block(begun, first)
            begun = []
        if line.strip():
            first = first if begun else number
            begun.append(line)
    if begun:
        yield _block(begun, first)


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line only stands on its own because the one before it was full."""
    if _ITEM.match(line) or _MARKDOWN_HEADING.match(line.strip()) or _LABEL.match(line.strip()):
        return False
    return len(before) + 1 + len(line.split()[0]) > width - _NEARLY_FULL


def _block(lines: list[str], number: int) -> Block:
    text = " ".join(line.strip() for line in lines).replace("**", "").replace("__", "")
    depth = len(lines[0]) - len(lines[0].lstrip())
    heading, item = _MARKDOWN_HEADING.fullmatch(text.strip()), _ITEM.fullmatch(text)
    if heading:
        return Block(plain(heading["text"]), number, Kind.HEADING)
    if item:
        return Block(plain(item["text"]), number, Kind.ITEM, depth)
    return Block(plain(text), number, depth=depth)
