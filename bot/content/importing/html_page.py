"""The blocks of an HTML page, however badly it is written."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from bot.content.importing.page import Block, Kind, plain

# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "li", "main", "nav", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
})
# fmt: on
_HEADINGS = frozenset({"title", "h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ol", "ul"})
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "select", "button", "textarea", "iframe"})
_BESIDE = frozenset({"nav", "aside", "footer"})
_TAG = re.compile(r"<[^<>]*>")


def html_blocks(text: str) -> list[Block]:
    """Never raises: what the parser gives up on is read without its tags."""
    reader = _Reader()
    try:
        reader.feed(_without_open_comments(text))
        reader.close()
    except (AssertionError, ValueError):
        return [Block(plain(unescape(_TAG.sub(" ", line))), number) for number, line in enumerate(text.splitlines(), 1)]
    reader.finish()
    return reader.blocks


def _without_open_comments(text: str) -> str:
    """The parser looks for the end of each comment through the whole page: where none ends any more, none begins."""
    last = text.rfind("-->")
    return text[: last + 1] + text[last + 1 :].replace("<!--", "")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._begun = False  # whether something stands in it
        self._line = 1
        self._open: dict[str, int] = {}  # how many of each tag are open
        self._item = False  # whether the next block is the first of an item

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._text.append("\n")
            return
        if tag in _BLOCKS or tag in _HEADINGS:
            self.finish()
        if tag == "li":
            self._item = True
        self._open[tag] = self._open.get(tag, 0) + 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._text.append("\n")
        elif tag in _BLOCKS:
            self.finish()

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS or tag in _HEADINGS:
            self.finish()
        if self._open.get(tag, 0):
            self._open[tag] -= 1

    def handle_data(self, data: str) -> None:
        if any(self._open.get(tag) for tag in _UNSEEN):
            return
        if not self._begun and data.strip():
            self._begun = True
            self._line = self.getpos()[0] + len(data[: len(data) - len(data.lstrip())].splitlines()[1:])
        self._text.append(re.sub(r"\s+", " ", data))

    def finish(self) -> None:
        """Ends the block that is being read. Two line breaks in a row end one as well."""
        for piece in re.split(r"\n\s*\n", "".join(self._text)):
            text = plain(piece)
            if text:
                self.blocks.append(self._block(text))
                self._item = False
        self._text = []
        self._begun = False

    def _block(self, text: str) -> Block:
        if any(self._open.get(tag) for tag in _HEADINGS):
            kind = Kind.HEADING
        else:
            kind = Kind.ITEM if self._item else Kind.PARAGRAPH
        depth = sum(self._open.get(tag, 0) for tag in _LISTS)
        return Block(text, self._line, kind, depth, aside=any(self._open.get(tag) for tag in _BESIDE))
