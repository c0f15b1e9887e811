"""The knowledge in use, read anew without a restart. What is broken is refused, and the set in use stays."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.library import Library, load_library
from bot.content.problems import ContentProblems, Problem
from bot.services.errors import WalkawayError

_TOLD = 1_500  # characters of problems in one answer; `check` tells them all


class BrokenKnowledge(WalkawayError):  # noqa: N818
    """The files have problems, and the knowledge in use stays."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        lines = [f"- {problem}" for problem in problems]
        fitting = [line for n, line in enumerate(lines) if sum(map(len, lines[: n + 1])) <= _TOLD]
        if len(fitting) < len(lines):
            more = "more" if fitting else "of them"
            fitting.append(f"- and {len(lines) - len(fitting)} {more}: `python -m bot check` tells them all")
        super().__init__("\n".join(["These files can't be used yet, so everything stays as it was:", *fitting]))


@dataclass(frozen=True, slots=True)
class Reloaded:
    """What became different, as "tactics/walk-away", in order; nothing where no byte has changed."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


class Knowledge:
    """What is in `folder`. Raises ContentProblems where it can't be used to begin with."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._library = _ready(folder)
        self._reloading = asyncio.Lock()

    def library(self) -> Library:
        """The knowledge as it is now. Sessions that are under way keep what they began with."""
        return self._library

    async def reload(self) -> Reloaded:
        """Reads the folder again, in a thread of its own. Raises BrokenKnowledge, and then nothing has changed."""
        async with self._reloading:
            try:
                read = await asyncio.to_thread(_ready, self._folder)
            except ContentProblems as error:
                raise BrokenKnowledge(error.problems) from error
            before, self._library = self._library, read
        return _difference(_parts(before), _parts(read))


def _ready(folder: Path) -> Library:
    """The library, with what it would do at its first use done already: nobody should wait for it in Discord."""
    library = load_library(folder)
    library.recognise("")
    library.find_tactics("walk")
    return library


def _parts(library: Library) -> Mapping[str, object]:
    kinds: Mapping[str, Mapping[str, object]] = {
        "tactics": library.tactics,
        "scenarios": library.scenarios,
        "voices": library.voices,
    }
    parts = {f"{kind}/{name}": part for kind, by_id in kinds.items() for name, part in by_id.items()}
    return parts | {"coach": library.coach}


def _difference(before: Mapping[str, object], after: Mapping[str, object]) -> Reloaded:
    return Reloaded(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(name for name in after.keys() & before.keys() if after[name] != before[name])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )
