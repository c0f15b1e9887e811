"""Which price the speaker puts on the table: the rules and the second reader must agree, else it is asked about.

The rules (amounts.py) read what the words around a number say of it; the second reader (encoder) tells whose each number
is. Where both take a number for the speaker's own it is an offer. Where one does, the other being silent or doubtful, the
speaker is asked; where the second reader is sure that a number is somebody else's, it is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from bot.negotiation.reading.amounts import Price, Prices, price_at
from bot.negotiation.reading.encoder import Opinion
from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.quantities import Kind
from bot.negotiation.reading.said import Said
from bot.negotiation.reading.terms import add_on_struck, extras_named
from bot.negotiation.scenario import Side

AGREES = 0.35
"""Probability from which the second reader agrees with the rules that a number is the speaker's own."""

ALONE = 0.6
"""Probability from which its word alone is worth a question."""

SURE = 0.9
"""Probability from which its word alone is enough, where the rules are silent."""

FAR = 0.3
"""An offer under this share of the other side's terms, or over its inverse, is asked about."""

_INSTEAD = frozenset({"otherwise", "else", "elsewise"})


class Weight(Enum):
    """What becomes of a price that was heard."""

    COUNTS = "counts"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A price put on the table, with the ids of the extras that are part of it."""

    price: Price
    extras: frozenset[str]
    weight: Weight


def proposal(
    said: Said, known: Known, prices: Prices, opinion: Opinion, chances: Mapping[str, float]
) -> Proposal | None:
    """Return the price that the message puts on the table, or None."""
    offers = chances["offer"]
    owners = owners_of(said, opinion)
    own = {place: owner["mine"] for place, owner in owners.items()}
    extras = frozenset(extras_named(said, known))
    chosen = _of_several(said, known, prices.proposed, own) or prices.proposed
    if chosen is None or chosen.place not in said.numbers:
        by_words = _by_words(said, known, prices, offers, extras)
        if by_words is not None:
            return Proposal(by_words, extras, Weight.COUNTS if offers >= ALONE else Weight.ASK)
    if chosen is not None and chosen.place in said.numbers:
        mine = _likelihood(said, known, chosen, owners, offers)
        both = min(mine, max(offers, chances["accept"]))
        if both >= AGREES:
            return Proposal(chosen, extras, _weight(chosen, known))
        if max(mine, offers) >= ALONE and (mine + offers) / 2 >= AGREES:
            return Proposal(chosen, extras, Weight.ASK)
    return _by_owner(said, known, own, offers, extras)


def owners_of(said: Said, opinion: Opinion) -> dict[int, Mapping[str, float]]:
    """Return whose each number of the message is likely to be, by its place in the plain form."""
    found: dict[int, Mapping[str, float]] = {}
    for place in said.numbers:
        start, end = said.spans[place]
        for number in opinion.numbers:
            if number.start < end and start < number.end:
                found.setdefault(place, number.owners)
    return found


def _likelihood(
    said: Said, known: Known, price: Price, owners: Mapping[int, Mapping[str, float]], offers: float
) -> float:
    """Return how likely the number of a price is the speaker's own: as it stands, as a difference that the price was
    counted from, or said before and said again."""
    owner = owners.get(price.place)
    if owner is None:
        return offers
    value = round(said.numbers[price.place].value * known.per_major)
    likely = owner["mine"]
    if value != price.amount:
        likely += owner["difference"] + owner["part"]
    if price.amount == known.mine:
        likely += owner["mine_before"]
    if price.amount == known.ask:
        likely += owner["theirs"]
    return likely


def _of_several(said: Said, known: Known, proposed: Price | None, own: Mapping[int, float]) -> Price | None:
    """The first of two own prices where the second is what happens otherwise: "7400 if we sign, otherwise 7200"."""
    mine = sorted(place for place, likely in own.items() if likely >= AGREES)
    if proposed is None or len(mine) < 2 or proposed.place not in mine[1:]:
        return None
    first = mine[0]
    if _INSTEAD.isdisjoint(said.words[first:proposed.place]):
        return None
    return price_at(said, first, known)


def _by_words(
    said: Said, known: Known, prices: Prices, offers: float, extras: frozenset[str]
) -> Price | None:
    """A price without a number of its own: a share, the middle, the ask with an extra or without the add-on."""
    if offers < AGREES:
        return None
    if prices.proposed is not None and prices.proposed.place not in said.numbers:
        return prices.proposed
    if prices.proposed is not None:
        return None
    if known.ask is None:
        return None
    struck = add_on_struck(said, known)
    if struck is not None and (stripped := without_add_on(known)) is not None:
        return Price(stripped, *struck, struck[0], 0.85)
    if extras and offers >= ALONE:
        place = min(extras_named(said, known).values())
        return Price(known.ask, place, place + 1, place, 0.8)
    return None


def without_add_on(known: Known) -> int | None:
    """Return the price that is left once the add-on is struck, None where that is no better than the other side's."""
    if known.add_on is None or known.ask is None:
        return None
    stripped = known.list_price if known.list_price is not None and known.list_price != known.ask else None
    if stripped is None:
        stripped = known.ask + known.side.sign * known.add_on.amount
    return stripped if (stripped - known.ask) * known.side.sign > 0 else None


def _by_owner(
    said: Said, known: Known, own: Mapping[int, float], offers: float, extras: frozenset[str]
) -> Proposal | None:
    """A price that the second reader alone takes for the speaker's."""
    likely = [
        (chance, place)
        for place, chance in own.items()
        if said.numbers[place].kind is Kind.PRICE and min(chance, offers) >= ALONE
    ]
    if not likely:
        return None
    chance, place = max(likely)
    price = price_at(said, place, known)
    if price is None:
        return None
    sure = min(chance, offers) >= SURE
    return Proposal(price, extras, _weight(price, known) if sure else Weight.ASK)


def _weight(price: Price, known: Known) -> Weight:
    return Weight.ASK if price.sure <= 0.5 or far_off(price.amount, known) else Weight.COUNTS


def far_off(amount: int, known: Known) -> bool:
    """Return whether an offer lies so far from both sides' last terms that it may be a slip, or is worse for the speaker
    than what the other side asks."""
    reference = known.ask or known.list_price
    if known.ask is not None and (amount - known.ask) * known.side.sign < 0:
        return True
    if known.mine is not None and not FAR <= amount / known.mine <= 1 / FAR:
        return True
    if reference is None:
        return False
    if known.side is Side.BUYER:
        return amount < FAR * reference
    return amount > reference / FAR
