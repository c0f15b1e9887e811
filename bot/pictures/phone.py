"""Cards and messages as a phone shows them, plainly: words, lines between them, and what can be pressed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.pictures.markdown import BULLET, Line, Look, Span, lines_of
from bot.pictures.sheet import Ink, Picture, Shape, Sheet, width_of

_COLUMN, _GAP, _EDGE = 460.0, 28.0, 20.0  # a phone's width, in pixels of the finished picture
_PAD = 18.0  # inside a card
_SIZES = {Look.TEXT: 16, Look.TITLE: 21, Look.HEADING: 18, Look.SMALL: 13, Look.QUOTE: 16}
_LEADING = 1.38
_BUTTON, _BUTTON_TEXT = 32.0, 14
_ALT = 1024  # Discord's limit


@dataclass(frozen=True, slots=True)
class Words:
    """Text in Discord's markdown."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Row:
    """Buttons, or a menu, side by side; `open_` is the label of the one that is open already."""

    labels: tuple[str, ...]
    open_: str | None = None


Piece: TypeAlias = Words | Rule | Row


@dataclass(frozen=True, slots=True)
class Page:
    """One message. `card` tells whether it has a frame; `caption` says above it what it is."""

    caption: str
    pieces: tuple[Piece, ...]
    card: bool = True


@dataclass(frozen=True, slots=True)
class _Word:
    x: float
    span: Span


@dataclass(frozen=True, slots=True)
class _Set:
    """A line that is set: where its words stand across, how high it is, and its mark."""

    words: tuple[_Word, ...]
    look: Look
    mark: str
    height: float


def phone_picture(pages: Sequence[Page], title: str) -> Picture:
    """All pages side by side, each on a phone of its own. Raises ValueError where there is none."""
    if not pages:
        raise ValueError("there is no page to draw")
    height = max(_height(page) for page in pages) + 2 * _EDGE + 30
    sheet = Sheet(round(height), round(2 * _EDGE + len(pages) * _COLUMN + (len(pages) - 1) * _GAP))
    for number, page in enumerate(pages):
        _draw(sheet, page, _EDGE + number * (_COLUMN + _GAP))
    shown = "; ".join(page.caption for page in pages)
    return Picture(sheet.png(), f"{title} as members see it: {shown}."[:_ALT])


def _height(page: Page) -> float:
    return 2 * _PAD + sum(_piece_height(piece) for piece in page.pieces)


def _piece_height(piece: Piece) -> float:
    match piece:
        case Words(text):
            return sum(line.height for line in _lines(text)) + 6
        case Rule():
            return 17
        case Row(labels):
            return len(list(_rows(labels))) * (_BUTTON + 8)


def _draw(sheet: Sheet, page: Page, left: float) -> None:
    sheet.text((left, _EDGE + 14), page.caption, size=13, ink=Ink.FAINT)
    top, right = _EDGE + 30, left + _COLUMN
    if page.card:
        bottom = top + _height(page)
        sheet.bar((left, top, right, bottom), ink=Ink.GRID, outlined=True)
        sheet.bar((left, top, left + 4, bottom), ink=Ink.GREEN)
    y = top + _PAD
    for piece in page.pieces:
        match piece:
            case Words(text):
                _write(sheet, text, left + _PAD, y)
            case Rule():
                sheet.line([(left + _PAD, y + 8), (right - _PAD, y + 8)], ink=Ink.GRID, width=1)
            case Row():
                _press(sheet, piece, left + _PAD, y)
        y += _piece_height(piece)


def _write(sheet: Sheet, text: str, left: float, top: float) -> None:
    y = top
    for line in _lines(text):
        size, base = _SIZES[line.look], y + line.height * 0.72
        ink = Ink.FAINT if line.look in (Look.SMALL, Look.QUOTE) else Ink.TEXT
        if line.look is Look.QUOTE:
            sheet.bar((left, y + 2, left + 3, y + line.height - 1), ink=Ink.GRID)
        if line.mark == BULLET:  # the font has no such sign
            sheet.mark((left + 5, base - size * 0.32), Shape.CIRCLE, ink=ink, size=2.5)
        elif line.mark:
            sheet.text((left, base), line.mark, size=size, ink=ink)
        bold = line.look in (Look.TITLE, Look.HEADING)
        for word in line.words:
            shown = Ink.FAINT if word.span.italic else ink
            sheet.text((left + word.x, base), word.span.text, size=size, ink=shown, bold=bold or word.span.bold)
        y += line.height


def _lines(text: str) -> Iterator[_Set]:
    for line in lines_of(text):
        yield from _wrapped(line)


def _wrapped(line: Line) -> Iterator[_Set]:
    """The line broken where the column ends; a mark hangs before it."""
    size = _SIZES[line.look]
    height = size * _LEADING if line.spans else size * 0.6
    start = (
        width_of(f"{line.mark.replace(BULLET, '-')} ", size) + 6
        if line.mark
        else 12.0
        if line.look is Look.QUOTE
        else 0.0
    )
    room = _COLUMN - 2 * _PAD
    x, words, mark = start, list[_Word](), line.mark
    for span in _words(line.spans):
        width = width_of(span.text, size) + (1 if span.bold else 0)
        if words and x + width > room:
            yield _Set(tuple(words), line.look, mark, height)
            x, words, mark = start, [], ""
        words.append(_Word(x, span))
        x += width + width_of(" ", size)
    yield _Set(tuple(words), line.look, mark, height)


def _words(spans: Sequence[Span]) -> Iterator[Span]:
    """The words between spaces; one that is made of several spans stays together as the look it begins with."""
    held: Span | None = None
    for span in spans:
        pieces = span.text.split(" ")
        for place, piece in enumerate(pieces):
            if place and held is not None:
                yield held
                held = None
            if piece:
                look = held or span
                held = Span(f"{held.text if held else ''}{piece}", look.bold, look.italic)
    if held is not None:
        yield held


def _rows(labels: Sequence[str]) -> Iterator[list[tuple[str, float]]]:
    """The buttons with their widths, in as many rows as they need."""
    row: list[tuple[str, float]] = []
    x = 0.0
    for label in labels:
        width = width_of(label, _BUTTON_TEXT) + 26
        if row and x + width > _COLUMN - 2 * _PAD:
            yield row
            row, x = [], 0.0
        row.append((label, width))
        x += width + 8
    if row:
        yield row


def _press(sheet: Sheet, row: Row, left: float, top: float) -> None:
    for number, buttons in enumerate(_rows(row.labels)):
        x, y = left, top + number * (_BUTTON + 8)
        for label, width in buttons:
            is_open = label == row.open_
            box = (x, y, x + width, y + _BUTTON)
            sheet.bar(box, ink=Ink.GREEN if is_open else Ink.GRID, outlined=not is_open)
            middle = (x + width / 2, y + _BUTTON / 2)
            sheet.text(middle, label, size=_BUTTON_TEXT, ink=Ink.GROUND if is_open else Ink.TEXT, anchor="mm")
            x += width + 8
