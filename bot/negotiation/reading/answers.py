"""What an answer to the terms on the table says."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum


class Answer(StrEnum):
    YES = "yes"  # takes the terms, in so many words
    PLEASED = "pleased"  # "sounds good": a yes where terms were just offered and nothing else is said
    NO = "no"  # refuses the terms
    FIRM = "firm"  # stands by one's own
    IRONY = "irony"


def answers(answer: Answer, *phrases: str) -> Iterator[tuple[Answer, str]]:
    return ((answer, phrase) for phrase in phrases)
