"""A file as far as it can be read: what the checks on meaning look at, whether or not every field has the right form.

Whatever is missing or of the wrong kind reads as None, or as nothing to go through: its form is complained about
elsewhere, and the other checks still run, so that an author sees everything at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bot.content.shapes import minor_units
from bot.content.source import Plain, Source, Where


class Draft(NamedTuple):
    """The part of `source` that stands at `where`."""

    source: Source
    data: Plain
    where: Where = ()
    per_major: int = 100

    def part(self, *steps: str) -> Draft:
        """The part that is reached over the names of fields."""
        draft = self
        for step in steps:
            inside = draft.data.get(step) if isinstance(draft.data, dict) else None
            draft = Draft(self.source, inside, (*draft.where, step), self.per_major)
        return draft

    def items(self) -> Iterator[Draft]:
        """The items of a list."""
        if isinstance(self.data, list):
            for index, item in enumerate(self.data):
                yield Draft(self.source, item, (*self.where, index), self.per_major)

    def fields(self) -> Iterator[tuple[str, Draft]]:
        """The names of the fields, each with its part."""
        if isinstance(self.data, dict):
            for name in self.data:
                yield name, self.part(name)

    @property
    def text(self) -> str | None:
        return self.data.strip() if isinstance(self.data, str) else None

    @property
    def number(self) -> int | float | None:
        return self.data if isinstance(self.data, int | float) and not isinstance(self.data, bool) else None

    @property
    def amount(self) -> int | None:
        """In minor units."""
        try:
            return minor_units(self.data, self.per_major)
        except ValueError:
            return None

    def problem(self, sentence: str) -> None:
        self.source.problem(self.where, sentence)
