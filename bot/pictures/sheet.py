"""A sheet to draw on: text, lines, bars and marks in pixels of the finished picture.

Everything is drawn at twice the size and brought down at the end, which smooths the edges. The colours are those of
Okabe & Ito (2008) that stand out on a dark ground: they can be told apart with any kind of colour blindness, and each
of them goes with a shape of its own, so that no colour carries meaning alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from io import BytesIO
from itertools import pairwise
from math import hypot
from typing import TypeAlias

from PIL import Image, ImageDraw, ImageFont

WIDTH = 1000  # a phone shows it at two fifths of that
SMALL, NORMAL, LARGE = 28, 32, 42  # of text, in pixels of the finished picture
_SCALE = 2
_RIM = 0.7  # of bold text, in drawn pixels
_COMPRESSION = 4  # of 9: beyond it a picture takes five times as long and gets 5 % smaller

Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Ink(Enum):
    GROUND = "#1f2125"
    GRID = "#44474e"
    FAINT = "#a9adb6"
    TEXT = "#f2f3f5"
    BLUE = "#56b4e9"
    ORANGE = "#e69f00"
    GREEN = "#2fc79b"
    YELLOW = "#f0e442"
    RED = "#ff7a59"


class Shape(StrEnum):
    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, and what it shows in words (at most 1,024 characters, Discord's limit)."""

    png: bytes
    alt: str


class Sheet:
    """The picture while it is being drawn, `height` pixels high."""

    def __init__(self, height: int, width: int = WIDTH) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * _SCALE, height * _SCALE), Ink.GROUND.value)
        self._draw = ImageDraw.Draw(self._image)

    def text(
        self,
        at: Point,
        words: str,
        *,
        size: int = NORMAL,
        ink: Ink = Ink.TEXT,
        anchor: str = "ls",
        bold: bool = False,
    ) -> None:
        """Writes at a point; `anchor` says which point of the text that is (Pillow's: left/middle/right, then
        ascender/middle/baseline, as in "rm"). The font has one weight: bold text is drawn with a rim."""
        rim = _RIM if bold else 0
        self._draw.text(_scaled(at), _spelled(words), fill=ink.value, font=_font(size), anchor=anchor, stroke_width=rim)

    def line(self, points: Sequence[Point], *, ink: Ink, width: float = 4, dashed: bool = False) -> None:
        for start, end in pairwise(points):
            for piece in _dashes(start, end) if dashed else [(start, end)]:
                self._draw.line([_scaled(each) for each in piece], fill=ink.value, width=round(width * _SCALE))

    def bar(self, box: Box, *, ink: Ink, outlined: bool = False) -> None:
        """A rectangle; `outlined` leaves it empty."""
        left, top, right, bottom = (round(side * _SCALE) for side in box)
        if right <= left or bottom <= top:
            return
        if outlined:
            self._draw.rectangle((left, top, right - 1, bottom - 1), outline=ink.value, width=2 * _SCALE)
        else:
            self._draw.rectangle((left, top, right - 1, bottom - 1), fill=ink.value)

    def mark(self, at: Point, shape: Shape, *, ink: Ink, size: float = 9) -> None:
        """A filled shape around a point, with a rim in the colour of the ground."""
        self._shape(at, shape, size + 3, Ink.GROUND)
        self._shape(at, shape, size, ink)

    def _shape(self, at: Point, shape: Shape, size: float, ink: Ink) -> None:
        (x, y), r = _scaled(at), size * _SCALE
        match shape:
            case Shape.CIRCLE:
                self._draw.ellipse((x - r, y - r, x + r, y + r), fill=ink.value)
            case Shape.SQUARE:
                side = 0.88 * r
                self._draw.rectangle((x - side, y - side, x + side, y + side), fill=ink.value)
            case Shape.DIAMOND:
                far = 1.25 * r
                self._draw.polygon([(x, y - far), (x + far, y), (x, y + far), (x - far, y)], fill=ink.value)
            case Shape.TRIANGLE:
                self._draw.polygon(
                    [(x, y - 1.2 * r), (x + 1.1 * r, y + 0.8 * r), (x - 1.1 * r, y + 0.8 * r)], ink.value
                )

    def png(self) -> bytes:
        out = BytesIO()
        self._image.reduce(_SCALE).save(out, "PNG", compress_level=_COMPRESSION)
        return out.getvalue()


def width_of(words: str, size: int = NORMAL) -> float:
    """How wide a text will be, in pixels of the finished picture."""
    return _font(size).getlength(_spelled(words)) / _SCALE


def fitted(words: str, room: float, size: int = NORMAL) -> str:
    """The text, or as much of it as fits into `room` pixels, with an ellipsis."""
    if width_of(words, size) <= room:
        return words
    while words and width_of(f"{words}…", size) > room:
        words = words[:-1].rstrip()
    return f"{words}…"


_NOT_IN_FONT = str.maketrans({"£": "GBP ", "€": "EUR ", "¥": "JPY ", "−": "-", "–": "-"})


def _spelled(words: str) -> str:
    """`words` with what the font has no sign for spelled out."""
    return words.translate(_NOT_IN_FONT)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """The font that comes with Pillow, so that a picture looks the same on every machine."""
    font = ImageFont.load_default(size * _SCALE)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise RuntimeError("Pillow was built without FreeType: no text can be drawn")
    return font


def _scaled(at: Point) -> Point:
    return at[0] * _SCALE, at[1] * _SCALE


def _dashes(start: Point, end: Point, on: float = 10, off: float = 7) -> list[tuple[Point, Point]]:
    length = hypot(end[0] - start[0], end[1] - start[1])
    if length == 0:
        return []
    way = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    pieces: list[tuple[Point, Point]] = []
    done = 0.0
    while done < length:
        until = min(done + on, length)
        pieces.append(
            (
                (start[0] + way[0] * done, start[1] + way[1] * done),
                (start[0] + way[0] * until, start[1] + way[1] * until),
            )
        )
        done += on + off
    return pieces
