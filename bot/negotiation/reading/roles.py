"""The roles that a number may have which may be money, and how strongly a phrase speaks for one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.negotiation.scenario import Side


class Role(StrEnum):
    """What a number that may be money is said for."""

    PROPOSED = "proposed"  # on the table: an offer, a limit, one's asking price
    REFUSED = "refused"  # "150 is too low"
    QUOTED = "quoted"  # the other side's number, or the tag, said back
    ELSEWHERE = "elsewhere"  # paid once, asked by others, the market
    BESIDE = "beside"  # a deposit, a fee, a saving
    DOWN = "down"  # a difference: so much less
    UP = "up"  # a difference: so much more


@dataclass(frozen=True, slots=True)
class Cue:
    """A role, and how strongly a phrase speaks for it. `side`: only where this side says it."""

    role: Role
    strength: float
    side: Side | None = None


def cues(role: Role, strength: float, *phrases: str, side: Side | None = None) -> Iterator[tuple[Cue, str]]:
    for phrase in phrases:
        yield Cue(role, strength, side), phrase
