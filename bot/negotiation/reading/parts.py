"""A price paid in parts ("500 now and another 300 next month") or for each of several, and prices of a part only."""

from __future__ import annotations

from bot.negotiation.reading.quantities import Kind
from bot.negotiation.reading.said import Said
from bot.negotiation.reading.wordsets import words

_JOINS = words("and plus then ,")
_NOW = words("now today upfront down first tonight cash immediately")
_REST = words("another additional rest remaining remainder other more")
_LATER = words(
    "later next over month months week weeks payday friday monday installments instalments after afterwards when until "
    "rest balance end once delivery completion"
)
_NEAR = 40
_OF_A_PART = words("deposit deposits downpayment")


def later_part(said: Said, first: int, second: int) -> bool:
    """Whether the price at `second` is what is still to be paid after the one at `first`, in the same sentence."""
    if first >= second or not said.same_sentence(first, second):
        return False
    between, after = said.words[first + 1 : second], said.words[second + 1 : second + 7]
    if len(between) > 8 or _JOINS.isdisjoint(between) or "or" in between or "not" in between:
        return False
    if between[0] != "and" and "," in between and _NOW.isdisjoint(between):
        return False
    told_apart = not _REST.isdisjoint(between) or not _NOW.isdisjoint(between[:3])
    return told_apart and not _LATER.isdisjoint(after)


def of_a_part(said: Said, first: int, place: int) -> bool:
    """Whether the price at `place` speaks of the deposit, which has been named since the price at `first`."""
    between = said.words[first + 1 : min(place, first + _NEAR)]
    return not _OF_A_PART.isdisjoint(between) and said.same_sentence(first, place)


def count_of_each(said: Said, place: int) -> int:
    """How many a price for each is to be paid for: "400 each, I'd take all 6"; 1 where that is not said."""
    after = said.words[place + 1 : place + 3]
    if not {"each", "apiece", "piece", "per"} & set(after) or {"month", "week", "night", "year"} & set(after):
        return 1
    if "both" in said.where or "two" in said.where or "pair" in said.where:
        return 2
    counts = [int(q.value) for q in said.numbers.values() if q.kind is Kind.OTHER and 2 <= q.value <= 50]
    return counts[0] if counts else 1
