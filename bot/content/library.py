"""All of the knowledge, read once and checked as a whole."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bot.content.building import coach_from, scenario_from, tactic_from, voice_from
from bot.content.crosschecks import check_across
from bot.content.finding import TacticIndex
from bot.content.folder import read_folder
from bot.content.notes import notes_on
from bot.content.problems import ContentProblems, Problem, did_you_mean
from bot.content.source import Source
from bot.content.texts import ID
from bot.negotiation.coach import Coach
from bot.negotiation.recognising import Recognised, recognise
from bot.negotiation.scenario import Scenario, Side
from bot.negotiation.tactic import Tactic
from bot.negotiation.voice import Voice

ValueT = TypeVar("ValueT")


class NoSuchScenario(LookupError):  # noqa: N818 (named as it is told)
    """There is no scenario by that name or for that side; the text is a sentence for whoever asked."""


@dataclass(frozen=True, slots=True)
class Library:
    """The knowledge by id. `version` changes when any byte of it does; `notes` name what is of no use in it."""

    tactics: Mapping[str, Tactic]
    scenarios: Mapping[str, Scenario]
    voices: Mapping[str, Voice]
    coach: Coach
    version: str
    notes: tuple[Problem, ...] = ()
    _index: TacticIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_index", TacticIndex(self.tactics.values()))

    def scenario_for(self, name: str | None = None, side: Side | None = None) -> Scenario:
        """The scenario with this id, or of this story, on this side; the easiest first where several would do.

        Raises NoSuchScenario.
        """
        in_order = sorted(self.scenarios.values(), key=lambda s: (s.level, s.id))
        wanted = (name or "").strip().lower()
        named = [s for s in in_order if wanted in ("", s.id, s.story, s.title.lower())]
        if not named:
            names = {s.id for s in in_order} | {s.story for s in in_order}
            raise NoSuchScenario(f"There is no scenario called {wanted[:ID]!r}. {did_you_mean(wanted, names)}".strip())
        fitting = [s for s in named if side in (None, s.side)] or [
            s for s in in_order if s.side is side and s.story in {n.story for n in named}
        ]
        if not fitting:
            which = f"{named[0].title!r} is played" if wanted else "All scenarios are played"
            raise NoSuchScenario(f"{which} as the {named[0].side} only. Leave the side out to play it.")
        exact = [s for s in fitting if s.id == wanted]
        return (exact or fitting)[0]

    def find_tactics(self, query: str, limit: int = 25) -> list[Tactic]:
        """Tactics by name or by what the query is about, best first; the easiest ones for "".

        Typing errors are forgiven.
        """
        return self._index.find(query)[:limit]

    def recognise(self, text: str) -> tuple[Recognised, ...]:
        """The tactics at work in a message. The first call takes long: it learns all cues by heart."""
        return recognise(text, self.tactics.values())


def load_library(folder: Path) -> Library:
    """The knowledge in `folder`. Raises ContentProblems with everything that is wrong in any file of it."""
    if not folder.is_dir():
        missing = "There is no such folder. Name the one that holds `tactics`, `scenarios` and `voices`."
        raise ContentProblems([Problem(folder.as_posix(), None, "", missing)])
    with _no_collecting():
        return _load(folder)


def _load(folder: Path) -> Library:
    files = read_folder(folder)
    tactics = _all_from(files.tactics, tactic_from)
    scenarios = _all_from(files.scenarios, scenario_from)
    voices = _all_from(files.voices, voice_from)
    coach = coach_from(files.coach)
    check_across(files)
    problems = [*files.problems, *(problem for source in files.sources for problem in source.problems)]
    if problems or coach is None:
        raise ContentProblems(problems)
    return Library(tactics, scenarios, voices, coach, files.version, notes_on(files, scenarios))


@contextmanager
def _no_collecting() -> Generator[None]:
    """While a million small values are made that all stay, the collector would look through them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _all_from(sources: Mapping[str, Source], build: Callable[[Source, str], ValueT | None]) -> dict[str, ValueT]:
    """What the sources hold, by id. A source that was unreadable keeps the problem it has."""
    built = {name: build(source, name) for name, source in sources.items() if source.data is not None}
    return {name: value for name, value in built.items() if value is not None}
