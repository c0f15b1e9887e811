"""Which price the speaker puts on the table with a message."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from bot.negotiation.reading.citing import Citation, citations
from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.parts import count_of_each, later_part, of_a_part
from bot.negotiation.reading.plausible import four_for_a_sign, of_small_things, surely_thousands, too_small, unspoken
from bot.negotiation.reading.pricing import PRICE_PHRASES
from bot.negotiation.reading.quantities import Kind, Quantity
from bot.negotiation.reading.relative import TAKES_UP, base_for_difference, percentage, unnumbered
from bot.negotiation.reading.roles import Role
from bot.negotiation.reading.said import REMEMBERED, Said
from bot.negotiation.scenario import Side

MAY_NAME_PRICE = re.compile(
    r"[0-9%]|teen|twent|t[hi]+rt|fo?u?rty|fift|sixt|sevent|eight|ninet|\bten\b|eleven|twel|five|hund|thous|grand|buck"
    r"|hal[fv]|middle|split|share|without|\bno |stays off"
    r"|same|stand|stick|full|what you|asking|list|fifth|quarter|third|tenth|tenner|fiver|\bthou\b"
    r"|two|three|four|six|nine"
)
"""No message without one of these names a price: a quick look before the full one. For lower-case text."""


@dataclass(frozen=True, slots=True)
class Price:
    """A price put on the table: minor units, the places of its words, how sure that is, and what else the number may
    have meant ("5" for goods at 20,000 is likely 5,000)."""

    amount: int
    start: int
    end: int
    place: int  # of its number, or of the words that stand for one
    sure: float
    instead: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Prices:
    """All that the numbers of a message say about price, the one put forward first."""

    proposed: Price | None
    others: tuple[Price, ...]  # also put forward, in order
    refused: tuple[int, ...]  # places
    elsewhere: tuple[tuple[int, int], ...]  # places and amounts of prices asked or offered elsewhere
    quoted: tuple[int, ...]  # places of numbers that only say back what is known


_NOTHING = Prices(None, (), (), (), ())
_OTHER_ROLES = (Role.REFUSED, Role.QUOTED, Role.ELSEWHERE, Role.BESIDE, Role.DOWN, Role.UP)


def prices(said: Said, known: Known, cited: list[Citation] | None = None) -> Prices:
    """Sorts the prices of a message by what each is said for, and picks the one put forward.

    `cited` is `citations(said, known)` where the caller has it already.
    """
    counted = {quantity.value for quantity in said.numbers.values() if quantity.kind is Kind.OTHER}
    candidates = [
        place
        for place, quantity in said.numbers.items()
        if quantity.kind is Kind.PRICE and (quantity.marked or quantity.value not in counted)
    ]  # "on hold for 40 minutes. FORTY."
    if not candidates:
        relative = percentage(said, known) or unnumbered(said, known)
        if relative is None:
            return _NOTHING
        return Prices(Price(*relative, relative[1], 0.85), (), (), (), ())
    if (halfway := _halfway(said, candidates, known)) is not None:
        return Prices(halfway, (), (), (), tuple(candidates))
    spoken = _roles(said, known.side)
    theirs = citations(said, known) if cited is None else cited
    of_others = {one.number: 5.1 if one.end == one.number + 1 else 4.8 for one in reversed(theirs)}
    strengths: list[tuple[float, Price]] = []
    refused: list[int] = []
    elsewhere: list[tuple[int, int]] = []
    quoted: list[int] = []
    differences: list[Price] = []
    for place in candidates:
        heard = spoken.get(place, {})
        proposed = heard.get(Role.PROPOSED, 0.0)
        other = max(_OTHER_ROLES, key=lambda role: heard.get(role, 0.0))
        against = heard.get(other, 0.0)
        amount = _minor(said.numbers[place], known)
        if proposed == 0.0 and against == 0.0:
            proposed = unspoken(said, place, amount, known)
        if other in (Role.DOWN, Role.UP) and against > 0 and against > proposed - 1.9:
            if _already_given(said, place) or (heard.get(Role.REFUSED) and _denied(said, place)):
                quoted.append(place)
                continue
            changed = _changed(amount, other, known, said, place)
            if changed is not None:
                differences.append(changed)
                continue
            against = 0.0 if proposed else against
        if of_small_things(said, place, amount, known):
            other, against = Role.BESIDE, 4.5
        if amount == _on_top(known) and not proposed > 3 and other not in (Role.DOWN, Role.UP):
            other, against = Role.BESIDE, 4.5  # "250 for stairs?"
        if strengths and of_a_part(said, strengths[0][1].place, place) and proposed < 5:
            other, against = Role.BESIDE, 4.5  # "2200 and 500 off the deposit, so you'd be at 1000 there"
        if against < of_others.get(place, 0.0):
            other, against = Role.ELSEWHERE, of_others[place]
        if proposed and too_small(said, place, amount, known) and (proposed < 3 or said.numbers[place].value <= 3):
            proposed = 0.0
        if proposed > against and amount > 0:
            strengths.append((proposed, _price(said, place, amount, known, proposed)))
        elif other is Role.REFUSED and against:
            refused.append(place)
        elif other is Role.ELSEWHERE and against:
            elsewhere.append((place, _price(said, place, amount, known, against).amount))
        else:
            quoted.append(place)
    chosen, others = _in_parts(strengths, candidates, said, known) or _chosen(strengths, said, known)
    if chosen is None and elsewhere and TAKES_UP.find(said):
        place, amount = elsewhere[-1]
        chosen = Price(amount, place, place + 1, place, 0.8)
    if chosen is None and differences:
        chosen = differences[-1]
    if chosen is None:
        relative = percentage(said, known) or (None if refused or elsewhere else unnumbered(said, known))
        if relative is not None:
            chosen = Price(*relative, relative[1], 0.85)
    return Prices(chosen, others, tuple(refused), tuple(elsewhere), tuple(quoted))


@lru_cache(maxsize=REMEMBERED)
def _roles(said: Said, side: Side) -> dict[int, dict[Role, float]]:
    """For each price in the message (by its place in the plain form), how strongly each role is spoken for."""
    spoken: dict[int, dict[Role, float]] = {}
    for found in PRICE_PHRASES.find(said):
        cue = found.value
        if cue.side is not None and cue.side is not side:
            continue
        roles_here = spoken.setdefault(found.number, {})
        if cue.strength > roles_here.get(cue.role, 0.0):
            roles_here[cue.role] = cue.strength
    return spoken


def _on_top(known: Known) -> int | None:
    """What the other side's terms put on top of the tag, or take off it: a fee, a deduction."""
    if known.ask is None or known.list_price is None or known.ask == known.list_price:
        return None
    difference = abs(known.ask - known.list_price)
    return difference if 2 * difference < known.ask else None


def _minor(quantity: Quantity, known: Known) -> int:
    return round(quantity.value * known.per_major)


def _denied(said: Said, place: int) -> bool:
    """Whether a change by so much is what the speaker will not make: "I can't drop by a hundred"."""
    begin = said.sentence(place)[0]
    return "not" in said.words[begin:place] and not said.asks_at(place) and "why" not in said.words[begin:place]


def _already_given(said: Said, place: int) -> bool:
    """Whether a difference is spoken of as the other side's step: it is in its terms already."""
    near = said.words[max(0, place - 8) : place + 9]
    return bool({"appreciate", "thanks", "thank", "did", "already"} & set(near))


def _changed(amount: int, role: Role, known: Known, said: Said, place: int) -> Price | None:
    """The price that a difference comes to, counted from what it is said of; None where it can be no difference."""
    near = set(said.words[max(0, place - 8) : place + 9])
    theirs = base_for_difference(known)
    of_mine = bool({"my", "mine"} & near) or (role is Role.UP and known.side is Side.BUYER)
    if known.side is Side.SELLER and role is Role.DOWN:
        of_mine = known.mine is not None
    base = known.mine if of_mine and known.mine is not None else theirs
    if {"list", "listing", "listed", "tag", "original"} & near and known.list_price is not None:
        base = known.list_price
    if known.side is Side.SELLER and role is Role.DOWN and base is theirs:
        base = known.list_price or base
    if base is not None and amount * 200 < base and amount * 1000 < 0.3 * base:
        amount *= 1000  # "5 more" of 82,000
    if base is None or amount <= 0 or amount >= 0.6 * base:
        return None
    total = base - amount if role is Role.DOWN else base + amount
    return Price(total, max(1, place - 2), place + 2, place, 0.8)


def _price(said: Said, place: int, amount: int, known: Known, strength: float) -> Price:
    """The price at this place, read in thousands where that alone makes sense: "19" for a car at 20,000."""
    reference = known.ask or known.list_price or known.mine
    quantity = said.numbers[place]
    if (meant := four_for_a_sign(quantity, known)) is not None:
        return Price(meant, place, place + 1, place, 0.5, (amount,))
    sure = 0.97 if strength >= 3 else 0.9 if strength >= 2 else 0.75
    sentence, stop = said.sentence(place)
    start, end = max(sentence, place - 4), min(stop, place + 3)
    count = count_of_each(said, place)
    if count > 1:
        if reference and 0.3 * reference <= amount <= 1.3 * reference:
            return Price(amount, start, end, place, 0.8, (amount * count,))
        return Price(amount * count, start, end, place, 0.8, (amount,))
    if reference and not quantity.marked and not quantity.thousands and amount * 50 < reference:
        for scale in (1000, 100):
            if 0.2 * reference <= amount * scale <= 1.5 * reference:
                sure = 0.85 if surely_thousands(quantity, amount, reference) else 0.5
                return Price(amount * scale, start, end, place, sure, (amount,))
        sure = 0.5
    if reference and strength < 3 and amount * 4 < reference:
        sure = 0.5  # likelier something that is paid besides than a price so far off
    return Price(amount, start, end, place, sure)


def _halfway(said: Said, candidates: list[int], known: Known) -> Price | None:
    """The middle of two prices that are both named: "split the difference between 177 and 202"."""
    for first, second in pairwise(candidates):
        if said.words[first - 1 : second : 2] == ["between", "and"] and "split" in said.words[:first]:
            total = _minor(said.numbers[first], known) + _minor(said.numbers[second], known)
            return Price(round(total / 2), first, second + 1, first, 0.9)
    return None


def price_at(said: Said, place: int, known: Known) -> Price | None:
    """Return the price that the number at this place comes to where it is the speaker's own; None for nothing."""
    amount = _minor(said.numbers[place], known)
    return _price(said, place, amount, known, 3) if amount > 0 else None


def _in_parts(
    strengths: list[tuple[float, Price]], candidates: list[int], said: Said, known: Known
) -> tuple[Price, tuple[Price, ...]] | None:
    """The sum of two prices that are to be paid one after the other; None where there are no such two."""
    most = max(known.ask or 0, known.list_price or 0)
    put_forward = {price.place: price for _, price in strengths}
    for place, following in pairwise(candidates):
        first = put_forward.get(place)
        if first is None or not later_part(said, place, following):
            continue
        total = first.amount + _minor(said.numbers[following], known)
        if not most or total <= 1.1 * most:
            return replace(first, amount=total, sure=0.8, instead=(first.amount,)), ()
    return None


def _chosen(strengths: list[tuple[float, Price]], said: Said, known: Known) -> tuple[Price | None, tuple[Price, ...]]:
    """The price that stands: the last of those that are said about as clearly as the clearest one."""
    if not strengths:
        return None, ()
    taken = [price for _, price in strengths if price.amount == known.ask and _takes(said, price.place)]
    if taken:
        return taken[0], tuple(price for _, price in strengths if price is not taken[0])
    reference = known.ask or known.list_price or known.mine
    if reference:
        likely = [(strength, price) for strength, price in strengths if 6 * price.amount >= reference]
        strengths = likely or strengths
    clearest = max(strength for strength, _ in strengths)
    standing = [price for strength, price in strengths if strength >= min(clearest, 3) - 1.0]
    if clearest >= 6:
        standing = [price for strength, price in strengths if strength >= 6]
    elif clearest >= 5:
        standing = [price for strength, price in strengths if strength >= 3] or standing
    chosen = standing[-1]
    for _, other in strengths:
        if _is_range(said, other.place, chosen.place) or _is_range(said, chosen.place, other.place):
            chosen = (max if known.side is Side.BUYER else min)(other, chosen, key=lambda price: price.amount)
            break
    return chosen, tuple(price for _, price in strengths if price is not chosen)


def _takes(said: Said, place: int) -> bool:
    """Whether a price is taken up in so many words: "I can accept 720 tonight, after that it's 900"."""
    before = said.words[max(said.sentence(place)[0], place - 3) : place]
    return bool({"accept", "take", "agree", "accepting"} & set(before)) and "not" not in before


def _is_range(said: Said, first: int, second: int) -> bool:
    """Whether two prices are the ends of a range: "140 to 150", "140-150", "between 140 and 150"."""
    if first >= second:
        return False
    between = said.words[first + 1 : second]
    return between in ([], ["to"]) or (between == ["and"] and said.words[first - 1] == "between")
