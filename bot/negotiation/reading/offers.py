"""Which price the speaker puts on the table: the rules and the second reader must agree, else it is asked about.

The rules (amounts.py) read what the words around a number say of it; the second reader (encoder) tells whose each
number is. Where both take a number for the speaker's own it is an offer. Where one does, the other being silent or
doubtful, the speaker is asked; where the second reader is sure that a number is somebody else's, it is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from bot.negotiation.reading.agreement import PriceEvidence, price_chance
from bot.negotiation.reading.amounts import Price, Prices, price_at
from bot.negotiation.reading.encoder import Opinion
from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.giving import gives_named
from bot.negotiation.reading.quantities import Kind
from bot.negotiation.reading.said import STOPS, Said
from bot.negotiation.reading.terms import add_on_struck, extras_named
from bot.negotiation.reading.wordsets import words
from bot.negotiation.scenario import Side

AGREES = 0.5
"""Probability from which the second reader agrees with the rules that a number is the speaker's own."""

ELSEWHERE = 0.55
"""What is left of the likelihood that a number is the speaker's own price where the alternative costs just that."""

COUNTS_FROM = 0.55
"""Probability from which a price that the rules found counts."""

ASKS_FROM = 0.32
"""Probability from which it is asked about."""

ALONE = 0.6
"""Probability from which its word alone is worth a question."""

SURE = 0.85
"""Probability from which its word alone is enough, where the rules are silent or took another number."""

SETTLES = 0.4
"""Probability of an offer or a yes from which terms without a price of their own are one."""

LEAST_BY_WORDS = 0.25
"""Probability of an offer from which a price that the rules found in words alone counts: "let's meet in the middle"."""

DENIED = 0.08
"""Probability of an offer under which such words propose nothing, unless they are about all that is said."""

PLAIN = 12
"""Words of a message, its stops included, that says little besides."""

FAR = 0.3
"""An offer under this share of the other side's terms, or over its inverse, is asked about."""

BEYOND = 20
"""A price over so many times the dearest that is known is no price for this: Scenario.can_cost has the same bound."""

OVER_OWN = 1.15
"""A seller's price over so many times the tag is asked about."""

_BESIDE_A_PRICE = words(
    "okay yes no so then what about how say and , please well hmm um uh maybe make it call at for dollars euros pounds "
    "bucks yen usd cad eur gbp chf inr jpy thanks final max tops cash flat total even ish haha please_sign i can do "
    "will would"
)
"""Words that may stand beside a number without telling more than that it is a price."""

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
    said: Said, known: Known, prices: Prices, opinion: Opinion, chances: Mapping[str, float], *, yields: bool
) -> Proposal | None:
    """Return the price that the message puts on the table, or None.

    `chances` are the probabilities of the labels, as both readers together see them; `yields` tells whether the rules
    heard a yes under a condition.
    """
    if (impossible := _impossible(said, known)) is not None:
        return Proposal(impossible, frozenset(), Weight.ASK)
    offers = chances["offer"]
    owners = owners_of(said, opinion)
    own = {place: _own(said, known, place, owner) for place, owner in owners.items()}
    extras = frozenset({**extras_named(said, known), **gives_named(said, known)})
    chosen = _of_several(said, known, own) or prices.proposed
    if (again := _said_again(said, known, owners)) is not None and not any(
        chance >= AGREES for place, chance in own.items() if place != again.place
    ):
        return Proposal(again, extras, Weight.COUNTS)
    if chosen is not None and chosen.place in said.numbers:
        if _only_a_price(said):
            return Proposal(chosen, extras, _weight(chosen, known, sure=False))
        chance = price_chance(price_evidence(said, known, chosen, owners, offers))
        if chance >= COUNTS_FROM:
            return Proposal(chosen, extras, _weight(chosen, known, sure=chance >= SURE))
        if chance >= ASKS_FROM:
            return Proposal(chosen, extras, Weight.ASK)
    by_owner = _by_owner(said, known, own, offers, extras)
    if by_owner is not None:
        return by_owner
    if any(chance >= AGREES for chance in own.values()):
        return None
    settles = max(offers, chances["accept"], SETTLES if yields else 0.0)
    by_words = _by_words(said, known, prices, settles)
    counts = offers >= LEAST_BY_WORDS or (prices.proposed is not None and len(said.words) <= PLAIN)
    return by_words and Proposal(by_words, extras, Weight.COUNTS if counts else Weight.ASK)


def _own(said: Said, known: Known, place: int, owner: Mapping[str, float]) -> float:
    """Return how likely a number is the speaker's own price; what the alternative costs is likely the alternative's."""
    quantity = said.numbers[place]
    if quantity.kind is Kind.PERCENT:
        return 0.0
    amount = round(quantity.value * known.per_major)
    elsewhere = amount == known.alternative_amount and amount != known.mine
    return owner["mine"] * (ELSEWHERE if elsewhere else 1.0)


def _said_again(said: Said, known: Known, owners: Mapping[int, Mapping[str, float]]) -> Price | None:
    """The speaker's standing offer where it is said again: that commits to nothing new, so it needs no agreement."""
    for place, owner in owners.items():
        amount = round(said.numbers[place].value * known.per_major)
        if amount == known.mine != known.ask and owner["mine"] + owner["mine_before"] >= ALONE:
            return Price(amount, place, place + 1, place, 0.9)
    return None


def price_evidence(
    said: Said, known: Known, price: Price, owners: Mapping[int, Mapping[str, float]], offers: float
) -> PriceEvidence:
    """Return what speaks for and against a price that the rules found."""
    another = max(
        (_own(said, known, place, owner) for place, owner in owners.items() if place != price.place), default=0.0
    )
    mine = _likelihood(said, known, price, owners, offers)
    is_ask, far = price.amount == known.ask, far_off(price.amount, known)
    return PriceEvidence(offers, mine, price.sure, another, is_ask, far)


def owners_of(said: Said, opinion: Opinion) -> dict[int, Mapping[str, float]]:
    """Return whose each number of the message is likely to be, by its place in the plain form."""
    found: dict[int, Mapping[str, float]] = {}
    seen = iter(sorted(opinion.numbers, key=lambda number: number.start))
    number = next(seen, None)
    for place in sorted(said.numbers):
        start, end = said.spans[place]
        while number is not None and number.end <= start:
            number = next(seen, None)
        if number is not None and number.start < end:
            found[place] = number.owners
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
    likely = _own(said, known, price.place, owner)
    if value != price.amount:
        likely += owner["difference"] + owner["part"]
    if price.amount == known.mine:
        likely += owner["mine_before"]
    if price.amount == known.ask:
        likely += owner["theirs"]
    return likely


def _only_a_price(said: Said) -> bool:
    """Return whether the message is a number and at most a few words of courtesy: "EUR 1300", "170?", "ok 180 then"."""
    rest = [word for place, word in enumerate(said.words[1:-1], 1) if place not in said.numbers and word not in STOPS]
    return len(said.numbers) == 1 and all(word in _BESIDE_A_PRICE for word in rest)


def _of_several(said: Said, known: Known, own: Mapping[int, float]) -> Price | None:
    """Which of two own prices stands: the first of "7400 if we sign today, otherwise 7200", not the one that the other
    side is to come to in "7400 if you come down to 7500"."""
    mine = sorted(place for place, likely in own.items() if likely >= AGREES)
    if len(mine) < 2:
        return None
    theirs = [place for place in mine if _if_you(said, place)]
    if theirs and len(theirs) < len(mine):
        return price_at(said, next(place for place in mine if place not in theirs), known)
    if not _INSTEAD.isdisjoint(said.words[mine[0] : mine[-1]]):
        return price_at(said, mine[0], known)
    if said.words[mine[0] + 1 : mine[1]] == ["or"] and (first := price_at(said, mine[0], known)) is not None:
        other = price_at(said, mine[1], known)
        return replace(first, sure=0.5, instead=() if other is None else (other.amount,))
    return None


def _if_you(said: Said, place: int) -> bool:
    """Return whether a number is what the other side would come to: "if you come down to #"."""
    begin = said.sentence(place)[0]
    before = said.words[begin:place]
    if "if" not in before:
        return False
    clause = before[len(before) - before[::-1].index("if") :]
    return clause[:1] == ["you"] and "," not in clause


def _by_words(said: Said, known: Known, prices: Prices, settles: float) -> Price | None:
    """A price without a number of its own: a share, the middle, the ask with an extra or without the add-on."""
    if prices.proposed is not None:
        by_relation = (
            prices.proposed.place not in said.numbers or said.numbers[prices.proposed.place].kind is Kind.PERCENT
        )
        plain = len(said.words) <= PLAIN
        return prices.proposed if by_relation and (settles >= DENIED or plain) else None
    if settles < SETTLES or known.ask is None:
        return None
    struck = add_on_struck(said, known)
    if struck is not None and (stripped := without_add_on(known)) is not None:
        return Price(stripped, *struck, struck[0], 0.85)
    named = extras_named(said, known)
    if named and not any(said.asks_at(begin) for begin in said.begins):
        place = min(named.values())
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
    if price is None or price.amount == known.ask:
        return None
    sure = min(chance, offers) >= SURE
    return Proposal(price, extras, _weight(price, known, sure=True) if sure else Weight.ASK)


def _weight(price: Price, known: Known, *, sure: bool) -> Weight:
    over = known.side is Side.SELLER and known.mine is None and known.list_price is not None
    unlikely = over and not sure and price.amount > OVER_OWN * (known.list_price or 0)
    return Weight.ASK if price.sure <= 0.5 or unlikely or far_off(price.amount, known) else Weight.COUNTS


def _impossible(said: Said, known: Known) -> Price | None:
    """The first price in the message that nobody could pay, whatever is said of it."""
    for place, quantity in said.numbers.items():
        amount = round(quantity.value * known.per_major)
        if quantity.kind is Kind.PRICE and beyond_all(amount, known):
            return Price(amount, place, place + 1, place, 0.5)
    return None


def beyond_all(amount: int, known: Known) -> bool:
    """Return whether an amount is so far beyond all that is known that nobody could pay it."""
    dearest = max(known.ask or 0, known.list_price or 0, known.mine or 0)
    return 0 < BEYOND * dearest < amount


def far_off(amount: int, known: Known) -> bool:
    """Return whether an offer lies so far from both sides' last terms that it may be a slip, or is worse for the
    speaker than what the other side asks."""
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
