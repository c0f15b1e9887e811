"""`python -m bot check [DIR] [--teach]`: is everything in the knowledge folder as it should be, and does it teach?"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.progress import track

from bot.content.library import load_library
from bot.content.problems import ContentProblems
from bot.negotiation.scenario import Scenario
from bot.negotiation.simulation import teaching_problems


def check(folder: Path, out: Console, *, teach: bool = False) -> int:
    """Prints each problem as `file:line: field: sentence` and their count. Where there is none it prints what there is,
    after notes on what is of no use.

    With `teach` every scenario is also played through by every strategy, which takes some seconds each. Gives the exit
    status: 0 where all is well, 1 where anything is wrong.
    """
    try:
        library = load_library(folder)
    except ContentProblems as error:
        for problem in error.problems:
            _print(out, str(problem))
        files = len({problem.file for problem in error.problems})
        _print(out, f"{_counted(len(error.problems), 'problem')} in {_counted(files, 'place')}.")
        return 1
    if teach and not _all_teach(library.scenarios.values(), out):
        return 1
    for note in library.notes:
        _print(out, f"note: {note}")
    counts = (
        _counted(len(library.tactics), "tactic"),
        _counted(len(library.scenarios), "scenario"),
        _counted(len(library.voices), "voice"),
    )
    _print(out, f"All is well: {', '.join(counts[:2])} and {counts[2]}.")
    return 0


def _all_teach(scenarios: Iterable[Scenario], out: Console) -> bool:
    """Prints what keeps scenarios from teaching what they say; False where anything does."""
    found = [
        (scenario, sentence)
        for scenario in track(
            list(scenarios), "Playing them all", console=out, transient=True, disable=not out.is_terminal
        )
        for sentence in teaching_problems(scenario)
    ]
    for scenario, sentence in found:
        _print(out, f"scenarios/{scenario.id}.yaml: {sentence}")
    return not found


def _print(out: Console, line: str) -> None:
    """One line as it is: what an author wrote is no markup, and a line that is cut in two can't be clicked."""
    out.print(line, markup=False, emoji=False, highlight=False, soft_wrap=True)


def _counted(number: int, thing: str) -> str:
    return f"1 {thing}" if number == 1 else f"{number} {thing}s"
