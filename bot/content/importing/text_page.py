"""The blocks of a page that was copied as text, its lines wrapped or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.importing.page import Block, Kind, plain

LONGEST_LINE = 120  # characters; text with longer lines isn't wrapped, each line of it is a paragraph
_NEARLY_FULL = 8  # characters that a wrapped line may fall short of the longest and still be full
_TAB = 4

_ITEM = re.compile(r"(?P<indent>\s*)(?:\d{1,3}[.)]|[-*•·])\s+(?P<text>\S.*)")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?P<text>\S.*)")
_LABEL = re.compile(r"[A-Z][\w'’]*(?: [\w'’]+){0,3}:(?:\s|$)")


def text_blocks(text: str) -> Iterator[Block]:
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
