"""What a page is made of, whether it came as text or as HTML: headings, paragraphs and items of lists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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


def plain(text: str) -> str:
    """`text` on one line, with straight quotes and without signs that nobody sees."""
    words = text.translate(_SIGNS).split()
    return " ".join("".join(sign for sign in word if sign.isprintable()) for word in words).strip()
