"""The part of Discord's markdown that cards use, as lines of words: for pictures and for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

BULLET = "•"


class Look(StrEnum):
    TEXT = "text"
    TITLE = "title"  # ##
    HEADING = "heading"  # ###
    SMALL = "small"  # -#
    QUOTE = "quote"  # >


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of one look, with the spaces between them and around them."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was written; an empty one has no spans. `mark` stands before it and its wrapped rest: BULLET, or
    a number such as "1."."""

    look: Look
    spans: tuple[Span, ...]
    mark: str = ""

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


_STARTS = (("### ", Look.HEADING), ("## ", Look.TITLE), ("# ", Look.TITLE), ("-# ", Look.SMALL), ("> ", Look.QUOTE))
_LISTED = re.compile(r"(?P<mark>[-*]|\d{1,3}\.) (?P<rest>.*)")
_STYLED = re.compile(
    r"(?<!\\)\*\*(?P<bold>.+?)(?<!\\)\*\*"
    r"|(?<![\\\w*])\*(?P<italic>[^\s*](?:[^*]*[^\s*\\])?)\*(?![\w*])"
)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text in Discord's markdown."""
    return tuple(_line(written) for written in text.splitlines())


def _line(written: str) -> Line:
    look = Look.TEXT
    for start, its_look in _STARTS:
        if written.startswith(start):
            look, written = its_look, written[len(start) :]
            break
    listed = _LISTED.fullmatch(written) if look is Look.TEXT else None
    if listed is None:
        return Line(look, tuple(_spans(written)))
    mark = listed["mark"] if listed["mark"][0].isdigit() else BULLET
    return Line(look, tuple(_spans(listed["rest"])), mark)


def _spans(written: str) -> Iterator[Span]:
    end = 0
    for styled in _STYLED.finditer(written):
        if styled.start() > end:
            yield Span(_unescaped(written[end : styled.start()]))
        bold = styled["bold"] is not None
        yield Span(_unescaped(styled["bold"] if bold else styled["italic"]), bold=bold, italic=not bold)
        end = styled.end()
    if end < len(written):
        yield Span(_unescaped(written[end:]))


def _unescaped(text: str) -> str:
    """Without the backslashes that keep a sign from being read as markdown."""
    return re.sub(r"\\([\\*_~`|>#-])", r"\1", text)
