"""A moment of a negotiation as a question: what would you do? The analysis knows what each answer is worth.

A puzzle has one answer that is best and two or three that people do give and that cost something. Where a position has
no such answers, because everything is worth nearly the same, it is no puzzle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from bot.negotiation.moves import Accept, CiteAlternative, HoldFirm, Offer, Place, Threaten, WalkAway
from bot.negotiation.review.candidates import CALL_AFTER, COME_BACK, LET_GO, messages, small_step
from bot.negotiation.review.grading import Grade, grade
from bot.negotiation.review.positions import Message, Position
from bot.negotiation.review.search import Search
from bot.negotiation.scenario import Scenario

CHOICES = 4
COSTLY = 0.05  # surplus share that a wrong answer must lose, or it would be no fair question
CANDIDATES = 8  # of the messages worth considering, how many are weighed as answers


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer, and the surplus share that it loses against the best one."""

    message: Message
    loss: float

    @property
    def grade(self) -> Grade:
        return grade(self.loss)


def choices_at(
    scenario: Scenario, search: Search, position: Position, played: Message | None, seed: str
) -> tuple[Choice, ...]:
    """Two to four answers in an order that `seed` decides: the best one, `played` (if it was worse), and others.

    Empty where the position is no puzzle, or nothing can be said in it.
    """
    if position[0].state.place is Place.OVER:
        return ()
    best = search.best(position)
    right = Choice(best.message, 0.0)
    wrong: list[Choice] = []
    if played is not None:
        wrong.extend(_losing(search, position, best.value, [played]))
        if not wrong:
            return ()
    others = sorted(_losing(search, position, best.value, _answers(scenario, position)), key=lambda each: each.loss)
    for other in others:
        kinds = [_kind(choice.message) for choice in (right, *wrong)]
        if len(wrong) < CHOICES - 1 and _kind(other.message) not in kinds:
            wrong.append(other)
    if not wrong or not right.message:
        return ()
    return tuple(sorted((right, *wrong), key=lambda choice: _drawn(seed, repr(choice.message))))


def _losing(search: Search, position: Position, best: float, answers: Iterable[Message]) -> Iterator[Choice]:
    for message in answers:
        loss = best - search.value_of(position, message)
        if loss > COSTLY:
            yield Choice(message, loss)


def _answers(scenario: Scenario, position: Position) -> Iterator[Message]:
    """What people answer in such a position, and some of what best play would think about."""
    state = position[0].state
    if state.place is Place.COUNTERPART_AWAY:
        yield from (CALL_AFTER, LET_GO, (Accept(),))
        return
    if state.place is Place.LEARNER_AWAY and not state.called:
        yield COME_BACK
        return
    yield (Accept(),)
    yield (HoldFirm(),)
    yield (WalkAway(reachable=True),)
    yield (WalkAway(),)
    yield (Threaten(),)
    step = small_step(scenario, state)
    if step is not None:
        yield (Offer(step),)
    if state.demand is not None and state.demand > state.given:
        yield (Offer(scenario.price_at((state.demand + state.given) // 2 // scenario.step * scenario.step)),)
    if state.cited is None:
        yield (CiteAlternative(scenario.walk_away_point), HoldFirm())
    for _, message in zip(range(CANDIDATES), messages(scenario, position), strict=False):
        yield message


def _kind(message: Message) -> tuple[str, ...]:
    """What a message amounts to, without its figures: two answers of one kind would look alike."""
    return tuple(sorted(type(move).__name__ for move in message))


def _drawn(seed: str, what: str) -> bytes:
    return blake2b(f"{seed}/{what}".encode(), digest_size=8).digest()
