"""What a group made of the same cards: one mark for each game, between the alternative and the best there was."""

from __future__ import annotations

from collections import Counter
from math import ceil

from bot.drills.standings import Ending, Spread
from bot.negotiation.money import minor_per_major, spoken
from bot.pictures.axes import round_ticks
from bot.pictures.sheet import LARGE, SMALL, WIDTH, Ink, Picture, Shape, Sheet, width_of

_LEFT, _RIGHT = 70.0, WIDTH - 70.0
_TOP, _FLOOR = 250.0, 560.0
_COLUMNS = 26
_LOOKS = {
    Ending.DEAL: (Shape.CIRCLE, Ink.BLUE, "a deal"),
    Ending.NO_DEAL: (Shape.SQUARE, Ink.ORANGE, "no deal"),
    Ending.UNFINISHED: (Shape.TRIANGLE, Ink.YELLOW, "time was up"),
}


def drill_picture(spread: Spread, currency: str) -> Picture:
    """The distribution of the results, in money beyond the alternative."""
    sheet = Sheet(700)
    sheet.text((36, 62), "What each game was worth", size=LARGE)
    _legend(sheet, spread)
    gains = [result.gain for result in spread.results]
    low, high = min([0, spread.best, *gains]), max([0, spread.best, *gains])
    if low == high:
        low, high = low - 10 * minor_per_major(currency), high + 10 * minor_per_major(currency)
    ticks = round_ticks(low, high, 4)
    scale = _Scale(ticks[0], ticks[-1])
    for tick in ticks:
        sheet.line([(scale.x(tick), _FLOOR), (scale.x(tick), _FLOOR + 10)], ink=Ink.FAINT, width=2)
        sheet.text((scale.x(tick), _FLOOR + 18), _signed(tick, currency), size=SMALL, ink=Ink.FAINT, anchor="ma")
    sheet.line([(_LEFT, _FLOOR), (_RIGHT, _FLOOR)], ink=Ink.FAINT, width=2)
    sheet.text((WIDTH / 2, _FLOOR + 76), "better (+) or worse (-) than the alternative", size=SMALL, anchor="ma")
    if spread.best == 0:
        _landmark(sheet, scale.x(0), 180, "walk-away point, and the best there was", Ink.TEXT)
    else:
        _landmark(sheet, scale.x(0), 165, "walk-away point", Ink.TEXT)
        _landmark(sheet, scale.x(spread.best), 210, "the best there was", Ink.GREEN, dashed=True)
    _marks(sheet, scale, spread)
    return Picture(sheet.png(), in_words(spread, currency))


class _Scale:
    """From money to pixels along the floor."""

    def __init__(self, low: float, high: float) -> None:
        self._low, self._high = low, high

    def x(self, amount: float) -> float:
        return _LEFT + (amount - self._low) / (self._high - self._low) * (_RIGHT - _LEFT)

    def column(self, amount: float) -> int:
        return min(_COLUMNS - 1, int((amount - self._low) / (self._high - self._low) * _COLUMNS))


def _legend(sheet: Sheet, spread: Spread) -> None:
    x = 50.0
    for ending, (shape, ink, name) in _LOOKS.items():
        count = sum(result.ending is ending for result in spread.results)
        words = f"{name} ({count})"
        sheet.mark((x, 110), shape, ink=ink)
        sheet.text((x + 20, 120), words, size=SMALL)
        x += width_of(words, SMALL) + 70


def _landmark(sheet: Sheet, x: float, y: float, words: str, ink: Ink, *, dashed: bool = False) -> None:
    sheet.line([(x, y + 12), (x, _FLOOR)], ink=ink, width=3, dashed=dashed)
    half = width_of(words, SMALL) / 2
    sheet.text((min(max(x, 20 + half), WIDTH - 20 - half), y), words, size=SMALL, ink=ink, anchor="ms")


def _marks(sheet: Sheet, scale: _Scale, spread: Spread) -> None:
    """Games worth about the same stand on top of each other, those that ended alike together."""
    order = list(_LOOKS)
    by_column: dict[int, list[Ending]] = {}
    for result in sorted(spread.results, key=lambda result: order.index(result.ending)):
        by_column.setdefault(scale.column(result.gain), []).append(result.ending)
    highest = max((len(column) for column in by_column.values()), default=1)
    beside = max(1, ceil(highest / 14))  # marks side by side, so that a hundred alike still fit
    rise = min(30.0, (_FLOOR - _TOP) / ceil(highest / beside))
    places = {scale.column(result.gain): scale.x(result.gain) for result in spread.results}
    for column, endings in by_column.items():
        for number, ending in enumerate(endings):
            shape, ink, _ = _LOOKS[ending]
            aside = (number % beside - (beside - 1) / 2) * 20
            at = (places[column] + aside, _FLOOR - 18 - rise * (number // beside))
            sheet.mark(at, shape, ink=ink, size=min(11.0, rise / 2.4))


def _signed(amount: float, currency: str) -> str:
    if round(amount) == 0:
        return spoken(0, currency)
    return f"{'+' if amount > 0 else '-'}{spoken(abs(round(amount)), currency)}"


def in_words(spread: Spread, currency: str) -> str:
    """The picture for those who can't see it (at most 1,024 characters)."""
    count = len(spread.results)
    if not count:
        return "No game was played."
    endings = Counter(result.ending for result in spread.results)
    told = ", ".join(f"{endings[ending]} {name}" for ending, (_, _, name) in _LOOKS.items() if endings[ending])
    gains = [result.gain for result in spread.results]
    return (
        f"{count} {'game' if count == 1 else 'games'}: {told}. Against the alternative they range from "
        f"{_signed(min(gains), currency)} to {_signed(max(gains), currency)}, with "
        f"{_signed(spread.median, currency)} in the middle. The best there was: {_signed(spread.best, currency)}."
    )
