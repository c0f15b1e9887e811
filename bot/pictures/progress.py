"""What a member did over time, and what they have of each tactic, as pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import floor

from bot.learning.history import Piece, Unit
from bot.learning.mastery import Mastery, Stage
from bot.learning.rating import Rating
from bot.pictures.axes import Axes, Series, legend, round_ticks
from bot.pictures.sheet import LARGE, SMALL, WIDTH, Ink, Picture, Shape, Sheet, fitted

_LEFT, _RIGHT = 110.0, WIDTH - 36.0
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ALT = 1024  # Discord's limit


def progress_picture(unit: Unit, history: Sequence[Piece], rating: Rating | None) -> Picture:
    """Sessions, accuracy and surplus share, and the rating where there is one, piece by piece of the history."""
    if not any(piece.sessions for piece in history):
        return _nothing_yet()
    rated = [piece.rating for piece in history]
    with_rating = rating is not None and any(value is not None for value in rated)
    sheet = Sheet(1080 if with_rating else 780)
    labels = _labels(unit, history)
    _sessions(sheet, unit, history)
    _quality(sheet, history, labels if not with_rating else [])
    if rating is not None and with_rating:
        _rating(sheet, rating, rated, labels)
    return Picture(sheet.png(), _in_words(unit, history, rating if with_rating else None))


def _nothing_yet() -> Picture:
    sheet = Sheet(320)
    box = (_LEFT, 60.0, _RIGHT, 250.0)
    Axes(sheet, box, 1, 0, 1).grid([0, 1], lambda tick: f"{tick:.0f}", base=0)
    sheet.text((WIDTH / 2, 155), "Your first practice will stand here", ink=Ink.FAINT, anchor="mm")
    return Picture(sheet.png(), "An empty chart: no practice yet.")


def _sessions(sheet: Sheet, unit: Unit, history: Sequence[Piece]) -> None:
    counts = [piece.sessions for piece in history]
    sheet.text((_LEFT, 56), f"Sessions a {unit}", size=LARGE)
    ticks = [tick for tick in round_ticks(0, max(counts), 3) if tick == int(tick)]
    axes = Axes(sheet, (_LEFT, 92, _RIGHT, 262), len(history), 0, max(ticks[-1], 1))
    axes.grid(ticks, lambda tick: f"{tick:,.0f}", base=0)
    axes.bars(counts, Ink.YELLOW)


def _quality(sheet: Sheet, history: Sequence[Piece], labels: Sequence[str]) -> None:
    accuracy = [piece.accuracy.mean for piece in history]
    share = [None if piece.share.mean is None else 100 * piece.share.mean for piece in history]
    series = [
        Series("Accuracy", accuracy, Ink.BLUE, Shape.CIRCLE),
        Series("Surplus share", share, Ink.ORANGE, Shape.SQUARE, dashed=True),
    ]
    legend(sheet, (_LEFT, 346), series)
    worst = min((value for value in share if value is not None), default=0.0)
    low = max(-100.0, 50.0 * floor(min(0.0, worst) / 50))
    axes = Axes(sheet, (_LEFT, 380, _RIGHT, 700), len(history), low, 100)
    ticks = [low + 50 * n for n in range(int((100 - low) / 50) + 1)] if low < 0 else [0, 25, 50, 75, 100]
    axes.grid(ticks, lambda tick: f"{tick:.0f}%".replace("-", "−"), base=0)
    for each in series:
        axes.curve(each)
    axes.places(labels)


def _rating(sheet: Sheet, rating: Rating, means: Sequence[float | None], labels: Sequence[str]) -> None:
    points = [None if mean is None else float(Rating(mean, rating.spread).points) for mean in means]
    known = [value for value in points if value is not None]
    series = Series(f"Rating {rating.points:,} ± {rating.within}", points, Ink.GREEN, Shape.DIAMOND)
    legend(sheet, (_LEFT, 784), [series])
    ticks = round_ticks(min(known) - 25, max(known) + 25, 3)
    axes = Axes(sheet, (_LEFT, 818, _RIGHT, 1000), len(means), ticks[0], ticks[-1])
    axes.grid(ticks, lambda tick: f"{tick:,.0f}")
    axes.curve(series)
    axes.places(labels)


def _labels(unit: Unit, history: Sequence[Piece]) -> list[str]:
    return [_label(unit, piece.begins) for piece in history]


def _label(unit: Unit, begins: date) -> str:
    match unit:
        case Unit.WEEK:
            return f"{_MONTHS[begins.month - 1]} {begins.day}"
        case Unit.MONTH:
            return f"{_MONTHS[begins.month - 1]} ’{begins:%y}"
        case Unit.YEAR:
            return str(begins.year)


def _in_words(unit: Unit, history: Sequence[Piece], rating: Rating | None) -> str:
    sessions = sum(piece.sessions for piece in history)
    lately = next(piece for piece in reversed(history) if piece.sessions)
    words = [
        f"{sessions:,} {'session' if sessions == 1 else 'sessions'} since {_spelled(history[0].begins)}.",
        f"In the {unit} of {_spelled(lately.begins)}: {lately.sessions}",
    ]
    if lately.accuracy.mean is not None:
        words[-1] += f", accuracy {lately.accuracy.mean:.0f}%"
    if lately.share.mean is not None:
        words[-1] += f", surplus share {lately.share.mean:.0%}".replace("-", "−")
    words[-1] += "."
    if rating is not None:
        words.append(f"Rating {rating.points}, give or take {rating.within}.")
    return " ".join(words)[:_ALT]


def _spelled(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


# --- mastery ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Held:
    """A tactic and what the member has of it."""

    title: str
    mastery: Mastery


_ROW = 54.0
_STAGES = {Stage.NEW: "new", Stage.LEARNING: "learning", Stage.SOLID: "solid", Stage.MASTERED: "mastered"}
_INKS = {Stage.NEW: Ink.GRID, Stage.LEARNING: Ink.ORANGE, Stage.SOLID: Ink.BLUE, Stage.MASTERED: Ink.GREEN}


def mastery_picture(tactics: Sequence[Held]) -> Picture:
    """A bar for each tactic, with its stage in words."""
    sheet = Sheet(round(110 + _ROW * max(1, len(tactics))))
    sheet.text((36, 62), "How far with each tactic", size=LARGE)
    left, right = 410.0, 790.0
    for row, held in enumerate(tactics):
        middle = 110 + _ROW * row + _ROW / 2 - 8
        share, stage = held.mastery.share, held.mastery.stage
        sheet.text((left - 20, middle), fitted(held.title, left - 56, SMALL), size=SMALL, anchor="rm")
        sheet.bar((left, middle - 15, right, middle + 15), ink=Ink.GRID, outlined=True)
        sheet.bar((left, middle - 15, left + share * (right - left), middle + 15), ink=_INKS[stage])
        ink = Ink.FAINT if stage is Stage.NEW else Ink.TEXT
        sheet.text((right + 16, middle), f"{share:.0%} {_STAGES[stage]}", size=SMALL, ink=ink, anchor="lm")
    words = ", ".join(f"{held.title} {held.mastery.share:.0%}" for held in tactics if held.mastery.share)
    return Picture(sheet.png(), f"Mastery by tactic: {words or 'nothing yet'}."[:_ALT])
