"""A session as a picture: what it was worth from step to step, and how the prices came towards each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.negotiation.money import spoken
from bot.negotiation.review import Grade
from bot.negotiation.scenario import Scenario, World
from bot.pictures.axes import Axes, Series, legend, round_ticks
from bot.pictures.sheet import SMALL, WIDTH, Ink, Picture, Shape, Sheet, width_of

_RIGHT = WIDTH - 36.0
_ALT = 1024  # Discord's limit
_WORTH = (120.0, 400.0)  # top and bottom of the upper field
_PRICES = (580.0, 900.0)
_LEVELS = 540.0  # baseline of the names of the two prices that everything is measured against
_HEIGHT = 980
_MARKS = {
    Grade.INACCURACY: (Shape.TRIANGLE, Ink.YELLOW),
    Grade.MISTAKE: (Shape.DIAMOND, Ink.ORANGE),
    Grade.BLUNDER: (Shape.SQUARE, Ink.RED),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """Where things stood after a step of the record: `value` is a share of the surplus, prices are in minor units.

    `number` and `grade` are those of the decision that led there; both are None where none did.
    """

    value: float
    ask: int
    offer: int | None  # the learner's standing offer
    number: int | None
    grade: Grade | None


def curve_picture(scenario: Scenario, world: World, moments: Sequence[Moment], number: int | None = None) -> Picture:
    """What the session was worth, above; ask and offers against walk-away point and the counterpart's limit, below.

    The move of that `number` is marked where one is given. It tells what was hidden: for the end only.
    """
    sheet = Sheet(_HEIGHT)
    labels = ["start", *(str(moment.number or "") for moment in moments[1:])]
    ticks = _price_ticks(scenario, world, moments)
    left = max(130.0, 52 + max(width_of(spoken(round(tick), scenario.currency), SMALL) for tick in ticks))
    _worth(sheet, left, moments, number)
    _prices(sheet, left, ticks, scenario, world, moments, labels)
    return Picture(sheet.png(), _in_words(scenario, world, moments))


def _price_ticks(scenario: Scenario, world: World, moments: Sequence[Moment]) -> list[float]:
    offers = (moment.offer for moment in moments if moment.offer is not None)
    shown = [*(moment.ask for moment in moments), *offers, scenario.walk_away_point, world.limit]
    return round_ticks(min(shown), max(shown), 4)


def _worth(sheet: Sheet, left: float, moments: Sequence[Moment], number: int | None) -> None:
    low = min(0.0, *(moment.value for moment in moments))
    ticks = [0.0, 0.25, 0.5, 0.75, 1.0] if low == 0 else [max(-1.0, 0.5 * (low // 0.5)), 0.0, 0.5, 1.0]
    axes = Axes(sheet, (left, *_across(_WORTH)), len(moments), ticks[0], 1.0)
    sheet.text((36, 52), "What your position was worth (share of the gain)", size=SMALL)
    _marks_explained(sheet, (36, 92), {moment.grade for moment in moments})
    for place, moment in enumerate(moments):
        if number is not None and moment.number == number:
            (x, top), (_, bottom) = axes.at(place, 1.0), axes.at(place, ticks[0])
            sheet.line([(x, top), (x, bottom)], ink=Ink.FAINT, width=3, dashed=True)
            sheet.text((x, top - 8), "here", size=SMALL, ink=Ink.FAINT, anchor="ms")
    axes.grid(ticks, lambda tick: f"{tick:.0%}".replace("-", "−"), base=0.0)
    axes.curve(Series("worth", [moment.value for moment in moments], Ink.BLUE, Shape.CIRCLE))
    for place, moment in enumerate(moments):
        if moment.grade is not None and moment.grade.is_costly:
            shape, ink = _MARKS[moment.grade]
            sheet.mark(axes.at(place, moment.value), shape, ink=ink, size=15)


def _marks_explained(sheet: Sheet, at: tuple[float, float], grades: set[Grade | None]) -> None:
    x, y = at
    for grade, (shape, ink) in _MARKS.items():
        if grade in grades:
            sheet.mark((x + 12, y - 10), shape, ink=ink, size=13)
            sheet.text((x + 36, y), str(grade), size=SMALL)
            x += 36 + width_of(str(grade), SMALL) + 40


def _prices(
    sheet: Sheet,
    left: float,
    ticks: Sequence[float],
    scenario: Scenario,
    world: World,
    moments: Sequence[Moment],
    labels: Sequence[str],
) -> None:
    asks = Series("their ask", [moment.ask for moment in moments], Ink.ORANGE, Shape.CIRCLE)
    offers = Series("your offers", [moment.offer for moment in moments], Ink.GREEN, Shape.SQUARE, dashed=True)
    axes = Axes(sheet, (left, *_across(_PRICES)), len(moments), ticks[0], ticks[-1])
    legend(sheet, (36, 492), [asks, offers])
    axes.grid(ticks, lambda tick: spoken(round(tick), scenario.currency))
    limit = (f"their limit {spoken(world.limit, scenario.currency)}", world.limit, Ink.BLUE, True)
    own = (
        f"your walk-away point {spoken(scenario.walk_away_point, scenario.currency)}",
        scenario.walk_away_point,
        Ink.TEXT,
        False,
    )
    _levels(sheet, axes, len(moments), (own, limit))
    axes.curve(asks)
    axes.curve(offers)
    axes.places(labels)


def _levels(sheet: Sheet, axes: Axes, count: int, levels: Sequence[tuple[str, int, Ink, bool]]) -> None:
    """A line across at each price, and its name beside a piece of it above the field."""
    x = 36.0
    for name, price, ink, dashed in levels:
        sheet.line([axes.at(-0.5, price), axes.at(count - 0.5, price)], ink=ink, width=2.5, dashed=dashed)
        sheet.line([(x, _LEVELS - 10), (x + 48, _LEVELS - 10)], ink=ink, width=2.5, dashed=dashed)
        sheet.text((x + 62, _LEVELS), name, size=SMALL)
        x += 62 + width_of(name, SMALL) + 44


def _across(field: tuple[float, float]) -> tuple[float, float, float]:
    """Top, right and bottom of a field."""
    top, bottom = field
    return top, _RIGHT, bottom


def _in_words(scenario: Scenario, world: World, moments: Sequence[Moment]) -> str:
    def money(amount: int) -> str:
        return spoken(amount, scenario.currency)

    first, last = moments[0], moments[-1]
    words = [f"Your position was worth {first.value:.0%} of the gain at the start and {last.value:.0%} at the end."]
    costly = [f"move {m.number} ({m.grade})" for m in moments if m.grade in _MARKS]
    if costly:
        words.append(f"What cost most: {', '.join(costly)}.")
    words.append(f"Their ask went from {money(first.ask)} to {money(last.ask)}.")
    offers = [moment.offer for moment in moments if moment.offer is not None]
    if offers:
        words.append(f"Your offers went from {money(offers[0])} to {money(offers[-1])}.")
    words.append(f"Your walk-away point was {money(scenario.walk_away_point)}, their limit {money(world.limit)}.")
    return " ".join(words)[:_ALT]
