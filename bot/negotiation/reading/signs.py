"""What a phrase about leaving, or about being away, is a sign of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    LEAVES = "leaves"  # goes, in so many words
    ENDS = "ends"  # says that there will be no deal; with a farewell or a refusal it is leaving
    POSTPONES = "postpones"  # puts off the answer: with thanks or a farewell it may be leaving
    FAREWELL = "farewell"  # what one says in parting, also after a deal
    REACHABLE = "reachable"  # leaves a way to be reached
    THREATENS = "threatens"
    NOT_LEAVING = "not_leaving"  # the word is there, nobody leaves
    RETURNS = "returns"
    CALLS_AFTER = "calls_after"
    LETS_GO = "lets_go"


@dataclass(frozen=True, slots=True)
class Sign:
    """What a phrase about leaving says, and how strongly (a farewell alone is little, "I'm out" is enough)."""

    way: Way
    weight: float = 1.0


def signs(way: Way, weight: float, *phrases: str) -> Iterator[tuple[Sign, str]]:
    return ((Sign(way, weight), phrase) for phrase in phrases)
