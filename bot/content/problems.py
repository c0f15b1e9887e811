"""What is wrong with a file, said so that its author knows where to look and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right. `line` counts from 1; None and "" where the problem is the file or folder as a whole."""

    file: str
    line: int | None
    field: str
    sentence: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.field, self.sentence) if part)


class ContentProblems(Exception):  # noqa: N818 (named as it is told)
    """Some of the knowledge cannot be used. Holds every problem that was found, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.file, p.line or 0, p.field, p.sentence)))
        super().__init__("\n".join(map(str, self.problems)))


LIKE = 70  # percent of the letters that two names have to share for the one to be meant by the other
LISTED = 12  # so many names fit a sentence; longer lists are left out


def near(word: str, known: Iterable[str]) -> list[str]:
    """Up to three of `known` that `word` may have been meant for, best first."""
    found = process.extract(word.lower(), sorted(known), scorer=fuzz.ratio, limit=3, score_cutoff=LIKE)
    return [name for name, _, _ in found]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that offers what `word` may have been meant for, or else what there is; "" where that is nothing."""
    names = sorted(set(known))
    guesses = near(word, names)
    if guesses:
        return f"Did you mean {' or '.join(f'`{name}`' for name in guesses)}?"
    if names and len(names) <= LISTED:
        return f"There is: {', '.join(names)}."
    return ""
