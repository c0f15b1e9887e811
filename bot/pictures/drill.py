"""What a group made of the same cards: one mark for each game, between the alternative and the best there was."""

from __future__ import annotations

from collections import Counter

from bot.drills.standings import Spread
from bot.negotiation.money import minor_per_major, spoken
from bot.pictures.axes import round_ticks
from bot.pictures.sheet import LARGE, Ink, Picture, Sheet
from bot.pictures.strip import LOOKS, Scale, floor, landmark, legend, marks


def drill_picture(spread: Spread, currency: str) -> Picture:
    """The distribution of the results, in money beyond the alternative."""
    sheet = Sheet(700)
    sheet.text((36, 62), "What each game was worth", size=LARGE)
    legend(sheet, [result.ending for result in spread.results])
    gains = [result.gain for result in spread.results]
    low, high = min([0, spread.best, *gains]), max([0, spread.best, *gains])
    if low == high:
        low, high = low - 10 * minor_per_major(currency), high + 10 * minor_per_major(currency)
    ticks = round_ticks(low, high, 4)
    scale = Scale(ticks[0], ticks[-1])
    words = [(tick, _signed(tick, currency)) for tick in ticks]
    floor(sheet, scale, words, "better (+) or worse (-) than the alternative")
    if spread.best == 0:
        landmark(sheet, scale.x(0), 180, "walk-away point, and the best there was", Ink.TEXT)
    else:
        landmark(sheet, scale.x(0), 165, "walk-away point", Ink.TEXT)
        landmark(sheet, scale.x(spread.best), 210, "the best there was", Ink.GREEN, dashed=True)
    marks(sheet, scale, [(result.gain, result.ending) for result in spread.results])
    return Picture(sheet.png(), in_words(spread, currency))


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
    told = ", ".join(f"{endings[ending]} {name}" for ending, (_, _, name) in LOOKS.items() if endings[ending])
    gains = [result.gain for result in spread.results]
    return (
        f"{count} {'game' if count == 1 else 'games'}: {told}. Against the alternative they range from "
        f"{_signed(min(gains), currency)} to {_signed(max(gains), currency)}, with "
        f"{_signed(spread.median, currency)} in the middle. The best there was: {_signed(spread.best, currency)}."
    )
