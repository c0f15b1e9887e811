"""A field with axes: values become points, and lines, bars and labels find their places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor, log10

from bot.pictures.sheet import SMALL, Box, Ink, Point, Shape, Sheet, width_of

_GAP = 24.0  # pixels between two labels
_APART = 1e-6


@dataclass(frozen=True, slots=True)
class Series:
    """Values along the x axis, None where there is none. Its look is its own in colour, shape and stroke."""

    name: str
    values: Sequence[float | None]
    ink: Ink
    shape: Shape
    dashed: bool = False


class Axes:
    """A field of a sheet. Along x there are `count` places, numbered from 0; along y it goes from `low` to `high`."""

    def __init__(self, sheet: Sheet, box: Box, count: int, low: float, high: float) -> None:
        self._sheet = sheet
        self._left, self._top, self._right, self._bottom = box
        self._count = count
        self._low, self._high = low, high

    def at(self, place: float, value: float) -> Point:
        """The point of a value; one beyond the field is brought to its edge."""
        inside = min(max(value, self._low), self._high)
        share = (inside - self._low) / (self._high - self._low)
        return self._x(place), self._bottom - share * (self._bottom - self._top)

    def _x(self, place: float) -> float:
        return self._left + (place + 0.5) * (self._right - self._left) / self._count

    def grid(self, ticks: Sequence[float], label: Callable[[float], str], base: float | None = None) -> None:
        """Lines across at `ticks`, labelled at the left; the one at `base` is stronger."""
        for tick in ticks:
            _, y = self.at(0, tick)
            strong = tick == base
            ends = [(self._left, y), (self._right, y)]
            self._sheet.line(ends, ink=Ink.FAINT if strong else Ink.GRID, width=2 if strong else 1.5)
            self._sheet.text((self._left - 14, y), label(tick), size=SMALL, ink=Ink.FAINT, anchor="rm")

    def places(self, labels: Sequence[str]) -> None:
        """Labels under the places; as many are left out as would stand in each other's way. The last one stays."""
        widest = max((width_of(label, SMALL) for label in labels), default=0.0)
        each = (self._right - self._left) / self._count
        every = max(1, -int(-(widest + _GAP) // each))
        for place in range(len(labels) - 1, -1, -every):
            x = min(max(self._x(place), self._left + width_of(labels[place], SMALL) / 2), self._right)
            self._sheet.text((x, self._bottom + 14), labels[place], size=SMALL, ink=Ink.FAINT, anchor="ma")

    def bars(self, values: Sequence[float], ink: Ink) -> None:
        """A bar for each place, from the bottom up."""
        half = 0.36 * (self._right - self._left) / self._count
        half = min(half, 34.0)
        for place, value in enumerate(values):
            x, y = self.at(place, value)
            if value > self._low:
                self._sheet.bar((x - half, min(y, self._bottom - 3), x + half, self._bottom), ink=ink)

    def curve(self, series: Series) -> None:
        """A line through the values that there are, with a mark on each where there is room for them."""
        points = [self.at(place, value) for place, value in enumerate(series.values) if value is not None]
        self._sheet.line(points, ink=series.ink, dashed=series.dashed)
        roomy = (self._right - self._left) / self._count > 22
        for point in points if roomy else points[:1] + points[-1:]:
            self._sheet.mark(point, series.shape, ink=series.ink)


def legend(sheet: Sheet, at: Point, series: Sequence[Series]) -> None:
    """The names of the series beside their marks, in one row from a point on the baseline."""
    x, y = at
    for each in series:
        sheet.line([(x, y - 10), (x + 48, y - 10)], ink=each.ink, dashed=each.dashed)
        sheet.mark((x + 24, y - 10), each.shape, ink=each.ink)
        sheet.text((x + 62, y), each.name, size=SMALL)
        x += 62 + width_of(each.name, SMALL) + 44


def round_ticks(low: float, high: float, most: int = 4) -> list[float]:
    """About `most` + 1 round values that span from `low` to `high`, which are brought apart where they are one."""
    if high - low < _APART:
        high = low + 1
    rough = (high - low) / most
    magnitude = 10.0 ** floor(log10(rough))
    step = next(magnitude * size for size in (1, 2, 2.5, 5, 10) if magnitude * size >= rough - 1e-9)
    first = floor(low / step + 1e-9)
    ticks: list[float] = [first * step]
    while ticks[-1] < high - 1e-9:
        first += 1
        ticks.append(first * step)
    return ticks
