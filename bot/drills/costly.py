"""What cost a group most: the costly moves of all its games, put together by what was wrong with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

MOST = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """A move that cost something: `reason` is what was wrong, by the review's name of it; `amount` is minor units."""

    seat: int
    step: int  # of its game's record
    reason: str
    amount: int


@dataclass(frozen=True, slots=True)
class Costly:
    """What was wrong in several games. `total` is minor units over all; `dearest` is the move that cost most."""

    reason: str
    seats: int
    total: int
    dearest: Cost


def costliest(costs: Iterable[Cost], most: int = MOST) -> tuple[Costly, ...]:
    """At most `most`, what cost the group most first."""
    by_reason: dict[str, list[Cost]] = defaultdict(list)
    for cost in costs:
        by_reason[cost.reason].append(cost)
    found = [
        Costly(
            reason,
            len({cost.seat for cost in of}),
            sum(cost.amount for cost in of),
            max(of, key=lambda cost: (cost.amount, -cost.seat, -cost.step)),
        )
        for reason, of in by_reason.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.total, each.reason))[:most])
