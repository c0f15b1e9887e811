"""A strip of marks along a line of money: one for each game, with the landmarks that they are measured against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from bot.drills.standings import Ending
from bot.pictures.sheet import SMALL, WIDTH, Ink, Shape, Sheet, width_of

LEFT, RIGHT = 70.0, WIDTH - 70.0
TOP, FLOOR = 250.0, 560.0
_COLUMNS = 26
LOOKS = {
    Ending.DEAL: (Shape.CIRCLE, Ink.BLUE, "a deal"),
    Ending.NO_DEAL: (Shape.SQUARE, Ink.ORANGE, "no deal"),
    Ending.UNFINISHED: (Shape.TRIANGLE, Ink.YELLOW, "time was up"),
}


class Scale:
    """From money to pixels along the floor."""

    def __init__(self, low: float, high: float) -> None:
        self._low, self._high = low, high

    def x(self, amount: float) -> float:
        return LEFT + (amount - self._low) / (self._high - self._low) * (RIGHT - LEFT)

    def column(self, amount: float) -> int:
        return min(_COLUMNS - 1, int((amount - self._low) / (self._high - self._low) * _COLUMNS))


def floor(sheet: Sheet, scale: Scale, ticks: Iterable[tuple[float, str]], below: str) -> None:
    """The line itself: ticks with their words, and what it measures."""
    for at, words in ticks:
        sheet.line([(scale.x(at), FLOOR), (scale.x(at), FLOOR + 10)], ink=Ink.FAINT, width=2)
        sheet.text((scale.x(at), FLOOR + 18), words, size=SMALL, ink=Ink.FAINT, anchor="ma")
    sheet.line([(LEFT, FLOOR), (RIGHT, FLOOR)], ink=Ink.FAINT, width=2)
    sheet.text((WIDTH / 2, FLOOR + 76), below, size=SMALL, anchor="ma")


def legend(sheet: Sheet, endings: Sequence[Ending]) -> None:
    x = 50.0
    for ending, (shape, ink, name) in LOOKS.items():
        words = f"{name} ({endings.count(ending)})"
        sheet.mark((x, 110), shape, ink=ink)
        sheet.text((x + 20, 120), words, size=SMALL)
        x += width_of(words, SMALL) + 70


def landmark(sheet: Sheet, x: float, y: float, words: str, ink: Ink, *, dashed: bool = False) -> None:
    sheet.line([(x, y + 12), (x, FLOOR)], ink=ink, width=3, dashed=dashed)
    half = width_of(words, SMALL) / 2
    sheet.text((min(max(x, 20 + half), WIDTH - 20 - half), y), words, size=SMALL, ink=ink, anchor="ms")


def marks(sheet: Sheet, scale: Scale, games: Iterable[tuple[int, Ending]]) -> None:
    """Games of about the same amount stand on top of each other, those that ended alike together."""
    order = list(LOOKS)
    by_column: dict[int, list[Ending]] = {}
    places: dict[int, float] = {}
    for amount, ending in sorted(games, key=lambda game: order.index(game[1])):
        by_column.setdefault(scale.column(amount), []).append(ending)
        places[scale.column(amount)] = scale.x(amount)
    highest = max((len(column) for column in by_column.values()), default=1)
    beside = max(1, ceil(highest / 14))  # marks side by side, so that a hundred alike still fit
    rise = min(30.0, (FLOOR - TOP) / ceil(highest / beside))
    for column, endings in by_column.items():
        for number, ending in enumerate(endings):
            shape, ink, _ = LOOKS[ending]
            aside = (number % beside - (beside - 1) / 2) * 20
            at = (places[column] + aside, FLOOR - 18 - rise * (number // beside))
            sheet.mark(at, shape, ink=ink, size=min(11.0, rise / 2.4))
