"""Parts of the knowledge base that explain something, by their ids."""

from __future__ import annotations

from dataclasses import dataclass

from bot.content.library import Library


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of the knowledge base that explains something."""

    tactic: str  # its id
    title: str
    text: str


def passage_of(passage: str | None, library: Library) -> Passage | None:
    """The first paragraph of the passage of that id ("walk-away#walking-back"); None where there is none by
    it."""
    if passage is None:
        return None
    tactic = library.tactics.get(passage.partition("#")[0])
    if tactic is None or passage not in tactic.passages:
        return None
    return Passage(tactic.id, tactic.title, tactic.passages[passage].split("\n\n")[0])
