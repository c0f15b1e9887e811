"""A moment of a negotiation as a question: what would you do? The analysis knows what each answer is worth.

A puzzle has one answer that is best and two or three that people do give and that cost something. Where a position has
no such answers, because everything is worth nearly the same, it is no puzzle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from bot.negotiation.analyst import Analyst, PositionT
from bot.negotiation.moves import Message, Place
from bot.negotiation.review.grading import Grade, grade

CHOICES = 4
COSTLY = 0.05  # surplus share that a wrong answer must lose, or it would be no fair question


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer, and the surplus share that it loses against the best one."""

    message: Message
    loss: float

    @property
    def grade(self) -> Grade:
        return grade(self.loss)


def choices_at(
    analyst: Analyst[PositionT], position: PositionT, played: Message | None, seed: str
) -> tuple[Choice, ...]:
    """Two to four answers in an order that `seed` decides: the best one, `played` (if it was worse), and others.

    Empty where the position is no puzzle, or nothing can be said in it.
    """
    if analyst.state(position).place is Place.OVER:
        return ()
    best = analyst.best(position)
    right = Choice(best.message, 0.0)
    wrong: list[Choice] = []
    if played is not None:
        wrong.extend(_losing(analyst, position, best.value, [played]))
        if not wrong:
            return ()
    others = sorted(_losing(analyst, position, best.value, analyst.answers(position)), key=lambda each: each.loss)
    for other in others:
        kinds = [_kind(choice.message) for choice in (right, *wrong)]
        if len(wrong) < CHOICES - 1 and _kind(other.message) not in kinds:
            wrong.append(other)
    if not wrong or not right.message:
        return ()
    return tuple(sorted((right, *wrong), key=lambda choice: _drawn(seed, repr(choice.message))))


def _losing(
    analyst: Analyst[PositionT], position: PositionT, best: float, answers: Iterable[Message]
) -> Iterator[Choice]:
    for message in answers:
        loss = best - analyst.value_of(position, message)
        if loss > COSTLY:
            yield Choice(message, loss)


def _kind(message: Message) -> tuple[str, ...]:
    """What a message amounts to, without its figures: two answers of one kind would look alike."""
    return tuple(sorted(type(move).__name__ for move in message))


def _drawn(seed: str, what: str) -> bytes:
    return blake2b(f"{seed}/{what}".encode(), digest_size=8).digest()
