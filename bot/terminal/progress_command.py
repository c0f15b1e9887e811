"""`python -m bot progress`: what has been learned, in the terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.learning.days import Streak
from bot.learning.mastery import Stage
from bot.services.learned import Learned
from bot.services.learning import Learning

_BAR = 16  # characters


async def progress(learning: Learning, learner: int, console: Console, picture: Path | None = None) -> int:
    """Prints the progress of `learner`; with `picture` the chart is written there as a PNG too. Exit status 0, or 1
    where it can't be written."""
    while await learning.lessons.catch_up(learner):
        pass
    found = await learning.progress(learner, learner)
    for line in _summary(found):
        console.print(escape(line))
    if found.sessions:
        _tables(console, found)
    if picture is None:
        return 0
    drawn = await learning.picture(found)
    try:
        await asyncio.to_thread(picture.write_bytes, drawn.png)
    except OSError as error:
        console.print(escape(f"{picture} can't be written: {error.strerror}."))
        return 1
    console.print(escape(f"The chart is in {picture}."))
    return 0


def _summary(found: Learned) -> Iterator[str]:
    if found.sessions == 0:
        yield "No practice yet. `python -m bot try` starts one."
    else:
        yield f"{_count(found.sessions, 'session')}: {_count(found.deals, 'deal')}, {found.no_deals} without a deal."
        yield f"Accuracy {_percent(found.accuracy)}{_change(found.accuracy_trend)}"
        yield f"Surplus share {_percent(_hundred(found.share))}{_change(_hundred(found.share_trend))}"
    if found.rated_sessions:
        sure = ", still settling" if found.rating.is_provisional else ""
        yield f"Rating {found.rating.points} ± {found.rating.within}{sure}"
    yield streak_line(found.streak)
    yield f"{_count(found.due, 'question')} due today."
    if found.next is not None:
        yield f"Next: {found.next.title}. {found.next.why}"
    yield f"You are at level {found.level} of 3; everything is open to you at any time."
    if found.next_tactic is not None:
        yield f"Next tactic on this level: {found.next_tactic.title}, because {found.next_tactic.why}."


def streak_line(streak: Streak) -> str:
    """The streak in a sentence."""
    if streak.length == 0:
        return (
            f"No streak just now. Your longest was {_count(streak.longest, 'day')}."
            if streak.longest
            else "No streak yet."
        )
    today = "" if streak.done_today else " Today is still to come."
    free = " This week's free day is left." if streak.free_day_left else " This week's free day is used."
    return f"Streak: {_count(streak.length, 'day')} (longest {streak.longest}).{today}{free}"


def _tables(console: Console, found: Learned) -> None:
    for costly in found.habits:
        habit = costly.habit
        console.print(
            escape(
                f"Costly habit: {costly.words.did}, {habit.times} times, {habit.each:.0%} of the surplus each. "
                f"{costly.words.instead} The last time: python -m bot review {habit.session}"
            )
        )
    begun = [each for each in found.tactics if each.mastery.stage is not Stage.NEW]
    if begun:
        table = Table("Tactic", "", "Mastery", "Due", box=None, pad_edge=False, header_style="dim")
        for each in begun:
            filled = round(each.mastery.share * _BAR)
            bar = "█" * filled + "·" * (_BAR - filled)
            table.add_row(
                escape(each.title), bar, f"{each.mastery.share:.0%} {each.mastery.stage}", str(each.due or "")
            )
        console.print(table)
    table = Table("Scenario", "Sessions", "Deals", "Best", box=None, pad_edge=False, header_style="dim")
    for each in found.scenarios:
        best = "" if each.best_share is None else f"{each.best_share:.0%}"
        table.add_row(escape(each.title), str(each.sessions), str(each.deals), best)
    console.print(table)


def _count(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def _hundred(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}%"


def _change(points: float | None) -> str:
    if points is None:
        return ""
    return f" ({points:+.0f} points lately)" if abs(points) >= 1 else " (steady)"
