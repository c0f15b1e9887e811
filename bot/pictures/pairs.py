"""Where pairs met: one mark for each deal, between what the one could pay at most and what the other had to have."""

from __future__ import annotations

from dataclasses import dataclass

from bot.drills.standings import Ending
from bot.negotiation.money import minor_per_major, spoken
from bot.pictures.axes import round_ticks
from bot.pictures.sheet import LARGE, Ink, Picture, Sheet
from bot.pictures.strip import Scale, floor, landmark, legend, marks


@dataclass(frozen=True, slots=True)
class PairsDrawn:
    """The prices of all deals, and the limits of both sides, in minor units; `learner` and `other` name the sides."""

    prices: tuple[int, ...]
    no_deals: int
    unfinished: int
    learner_limit: int
    other_limit: int
    learner: str
    other: str


def pairs_picture(drawn: PairsDrawn, currency: str) -> Picture:
    sheet = Sheet(700)
    sheet.text((36, 62), "Where the pairs met", size=LARGE)
    none = [Ending.NO_DEAL] * drawn.no_deals + [Ending.UNFINISHED] * drawn.unfinished
    legend(sheet, [Ending.DEAL] * len(drawn.prices) + none)
    limits = (drawn.learner_limit, drawn.other_limit)
    low, high = min(*limits, *drawn.prices), max(*limits, *drawn.prices)
    margin = max(minor_per_major(currency), (high - low) // 10)
    ticks = round_ticks(max(0, low - margin), high + margin, 4)
    scale = Scale(ticks[0], ticks[-1])
    floor(sheet, scale, [(tick, spoken(round(tick), currency)) for tick in ticks], "the price that was agreed")
    landmark(sheet, scale.x(drawn.learner_limit), 165, f"the {drawn.learner}'s walk-away point", Ink.TEXT)
    landmark(sheet, scale.x(drawn.other_limit), 210, f"the {drawn.other}'s walk-away point", Ink.GREEN, dashed=True)
    marks(sheet, scale, [(price, Ending.DEAL) for price in drawn.prices])
    return Picture(sheet.png(), in_words(drawn, currency))


def in_words(drawn: PairsDrawn, currency: str) -> str:
    """The picture for those who can't see it (at most 1,024 characters)."""
    count = len(drawn.prices)
    limits = (
        f"The {drawn.learner}'s walk-away point was {spoken(drawn.learner_limit, currency)}, "
        f"the {drawn.other}'s {spoken(drawn.other_limit, currency)}."
    )
    ends = f"{count} {'deal' if count == 1 else 'deals'}, {drawn.no_deals} without, {drawn.unfinished} out of time."
    if not count:
        return f"{ends} {limits}"
    middle = drawn.prices[count // 2]
    return (
        f"{ends} Prices from {spoken(drawn.prices[0], currency)} to {spoken(drawn.prices[-1], currency)}, "
        f"{spoken(middle, currency)} in the middle. {limits}"
    )
