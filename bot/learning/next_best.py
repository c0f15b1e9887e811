"""Which scenario a member should practise next, and why.

Five things speak for a scenario: it trains the habit that costs most, its tactics are due for review, it is near the
member's rating, it is new, and it was not played lately. What sets it apart most is what the member is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import exp

from bot.learning.rating import Rating, expected

HABIT = 0.5
DUE = 0.35
ENOUGH_DUE = 3  # questions of a tactic that are due at which more make no difference
NEAR = 0.6
GOOD_SCORE = 0.6  # expected score at which a match teaches most: hard, and not hopeless
NEW = 0.3
LATELY = 1.0  # taken off right after it was played ...
FORGOTTEN = timedelta(days=3)  # ... and falling to a third in this time
TOO_HARD = 0.5  # taken off for each level above the member's


class Why(StrEnum):
    FIRST = "first"  # nothing was played yet
    HABIT = "habit"
    DUE = "due"
    NEAR = "near"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Candidate:
    scenario: str
    level: int
    tactics: tuple[str, ...]  # the one it is about first
    rating: Rating


@dataclass(frozen=True, slots=True)
class Needs:
    """What is known of a member: `due` counts questions by tactic, `weak` is the tactic that would mend the
    costliest habit, `played` says when each scenario was played last."""

    rating: Rating
    level: int
    due: Mapping[str, int]
    weak: str | None
    played: Mapping[str, datetime]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`tactic` is the one that `why` is about, for HABIT and DUE."""

    scenario: str
    why: Why
    tactic: str | None


def next_best(candidates: Sequence[Candidate], needs: Needs, now: datetime) -> Suggestion:
    """The best of `candidates`; of equals the easiest, then the first by id. Raises ValueError where there is none."""
    if not needs.played:
        first = min(candidates, key=lambda each: (each.level, -_near(each, needs), each.scenario))
        return Suggestion(first.scenario, Why.FIRST, None)
    best = min(candidates, key=lambda each: (-_worth(each, needs, now), each.level, each.scenario))
    why, tactic = _deciding(best, candidates, needs)
    return Suggestion(best.scenario, why, tactic)


def _worth(candidate: Candidate, needs: Needs, now: datetime) -> float:
    reasons = sum(weight for weight, _, _ in _reasons(candidate, needs))
    too_hard = TOO_HARD * max(0, candidate.level - needs.level)
    last = needs.played.get(candidate.scenario)
    lately = LATELY * exp(-max(timedelta(), now - last) / FORGOTTEN) if last else 0.0
    return reasons - too_hard - lately


def _deciding(best: Candidate, candidates: Sequence[Candidate], needs: Needs) -> tuple[Why, str | None]:
    """What speaks for it more than for others: what all have in common explains no choice."""
    columns = zip(*(_reasons(each, needs) for each in candidates), strict=True)
    least = [min(weight for weight, _, _ in column) for column in columns]
    apart = [
        (weight - low, weight, why, tactic)
        for low, (weight, why, tactic) in zip(least, _reasons(best, needs), strict=True)
    ]
    _, _, why, tactic = max(apart, key=lambda reason: reason[:2])
    return why, tactic


def _reasons(candidate: Candidate, needs: Needs) -> list[tuple[float, Why, str | None]]:
    """What speaks for a scenario and how loud, the more particular first."""
    due = max(candidate.tactics, key=lambda tactic: needs.due.get(tactic, 0), default=None)
    pressing = min(1.0, needs.due.get(due, 0) / ENOUGH_DUE) if due else 0.0
    return [
        (HABIT if needs.weak in candidate.tactics else 0.0, Why.HABIT, needs.weak),
        (DUE * pressing, Why.DUE, due),
        (NEW if candidate.scenario not in needs.played else 0.0, Why.NEW, None),
        (NEAR * _near(candidate, needs) / 2, Why.NEAR, None),
    ]


def _near(candidate: Candidate, needs: Needs) -> float:
    """1 where the member may expect a good score, falling to 0 where it would be hopeless or too easy."""
    return max(0.0, 1 - abs(expected(needs.rating, candidate.rating) - GOOD_SCORE) / GOOD_SCORE)
