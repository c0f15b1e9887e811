"""When a question should come again: just before it would be forgotten (FSRS, the scheduler of the library `fsrs`).

    memory = answered(None, Answer.KNEW, at)      # the first time
    memory = answered(memory, Answer.MISSED, later)
    memory.due, chance(memory, then)

A missed question comes again at once, at the end of the same quiz; that is the quiz's affair. Here the smallest
interval is a day, and nothing is drawn at random, so that the same answers give the same days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from math import log1p

from fsrs import Card, Rating, Scheduler, State

RETENTION = 0.9  # how likely a question should still be known when it comes again
LASTS_DAYS = 60  # of stability at which a question counts as held for good
LONGEST_DAYS = 365  # nobody should have to wait longer to find out what is gone

_SCHEDULER = Scheduler(
    desired_retention=RETENTION,
    learning_steps=(),
    relearning_steps=(),
    maximum_interval=LONGEST_DAYS,
    enable_fuzzing=False,
)


class Answer(StrEnum):
    """How well a question was answered."""

    MISSED = "missed"
    NEARLY = "nearly"  # not the best there was, but no mistake either
    KNEW = "knew"


_RATINGS = {Answer.MISSED: Rating.Again, Answer.NEARLY: Rating.Hard, Answer.KNEW: Rating.Good}


@dataclass(frozen=True, slots=True)
class Memory:
    """How well a member remembers one question. Times are UTC.

    `stability` is the number of days in which the chance to know it falls to 90 %, `difficulty` goes from 1 to 10.
    """

    due: datetime
    last: datetime
    stability: float
    difficulty: float


def answered(memory: Memory | None, answer: Answer, at: datetime) -> Memory:
    """The memory after an answer given `at`; `memory` is None where the question is new.

    An answer from before the last one (a clock that was set back) counts as given at the same time as that.
    """
    at = at.astimezone(UTC)
    if memory is not None:
        at = max(at, memory.last)
    card, _ = _SCHEDULER.review_card(_card(memory, at), _RATINGS[answer], at)
    if card.stability is None or card.difficulty is None:
        raise AssertionError("a card that was reviewed has both")
    return Memory(card.due, at, card.stability, card.difficulty)


def chance(memory: Memory, at: datetime) -> float:
    """How likely the question would be answered well `at`: 1 just after it was learned, and falling."""
    return _SCHEDULER.get_card_retrievability(_card(memory, at), at.astimezone(UTC))


def strength(memory: Memory, at: datetime) -> float:
    """How firmly the question is held (0..1): the chance that it would be known `at`, and how long that will last.

    What was just learned, or just missed, is known for now and held by little; what stays for two months is held.
    """
    lasting = min(1.0, log1p(memory.stability) / log1p(LASTS_DAYS))
    return chance(memory, at) * lasting


def _card(memory: Memory | None, at: datetime) -> Card:
    """`card_id` means nothing here; without one the library would read the clock."""
    if memory is None:
        return Card(card_id=0, due=at)
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due,
        last_review=memory.last,
    )
