"""How likely a number is the price it looks like: too small, in thousands, of something beside, typed with a slip."""

from __future__ import annotations

from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.quantities import Quantity
from bot.negotiation.reading.said import Said
from bot.negotiation.reading.wordsets import words
from bot.negotiation.scenario import Side

_SURELY_THOUSANDS = 0.15
"""How near the terms on the table "87" must come as 87,000 to be taken for it without asking back, as a share."""

_GO_ON = words("then and , . ! with plus if for even please")
"""After a price that begins a sentence, these don't speak about it: "91 then, and a fifth week"."""

_BARE = 1.0
"""How strongly a price with no words around it counts as proposed."""

_EACH = words("each apiece per extra")


def unspoken(said: Said, place: int, amount: int, known: Known) -> float:
    """How strongly a price counts as proposed where no phrase speaks for or against it."""
    quantity = said.numbers[place]
    reference = known.list_price or known.ask or known.mine
    if amount == known.ask != known.mine:
        return 0.0
    if amount == known.list_price != known.mine and known.side is Side.BUYER and known.ask in (None, amount):
        return 0.0
    if reference is None:
        return _BARE if quantity.marked or len(said.words) < 12 else 0.0
    alone = len(said.words) <= 8 or (said.sentence(place)[0] == place and said.words[place + 1] in _GO_ON)
    near = 0.25 * reference <= amount <= 1.6 * reference or (surely_thousands(quantity, amount, reference) and alone)
    return _BARE if near or (quantity.marked and 0.08 * reference <= amount <= 2.2 * reference) else 0.0


def surely_thousands(quantity: Quantity, amount: int, reference: int) -> bool:
    """Whether a number so small can only mean thousands: "14.2" or "87", but not "3", which may count anything."""
    exact = quantity.value >= 10 or quantity.value % 1 > 0
    return exact and abs(amount * 1000 - reference) <= _SURELY_THOUSANDS * reference


def too_small(said: Said, place: int, amount: int, known: Known) -> bool:
    """Whether a bare number is far too small to be the price as it stands."""
    reference = known.ask or known.list_price or known.mine
    quantity = said.numbers[place]
    if reference is None or quantity.marked or quantity.thousands:
        return False
    if surely_thousands(quantity, amount, reference):
        return False
    return amount * 20 < reference or (quantity.value <= 12 and amount * 4 < reference)


def of_small_things(said: Said, place: int, amount: int, known: Known) -> bool:
    """Whether a price is that of something small beside the goods: "boxes are 3 each"."""
    reference = known.ask or known.list_price or known.mine
    return reference is not None and 20 * amount < reference and not _EACH.isdisjoint(said.words[place + 1 : place + 3])


def four_for_a_sign(quantity: Quantity, known: Known) -> int | None:
    """The price on the table that is meant by "475" where 475 is far too much: "4" and "$" share a key."""
    most = max(known.ask or 0, known.list_price or 0)
    written = f"{quantity.value:g}"
    if not most or quantity.marked or written[0] != "4" or not written[1:].isdigit():
        return None
    meant = int(written[1:]) * known.per_major
    return meant if meant in (known.ask, known.mine) and quantity.value * known.per_major > 1.8 * most else None
