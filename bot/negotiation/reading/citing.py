"""Where a message names another way to get what the speaker wants, and which of its prices belong to that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.negotiation.reading.alternatives import ALTERNATIVES, Says
from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.phrases import Found
from bot.negotiation.reading.quantities import Kind
from bot.negotiation.reading.said import REMEMBERED, Said
from bot.negotiation.reading.spelling import spelled_out
from bot.negotiation.reading.wordsets import FREQUENT, words
from bot.negotiation.scenario import Side

_ASKING = words(
    "is are was were do does did has have had can could would will any who what how when why where which whose may"
)
"""A sentence that begins with one of these and ends with a question mark asks whether there is anybody else."""

_TURN_TO_THE_TABLE = words("you your yours so but unless make let how what mine if match beat")
"""Between another way and a price, one of these says that the price is spoken of at this table."""

_OWN_TERMS = words("offer price limit budget best max maximum ask rate")
"""After "my", these speak of this table too: "my offer", and not "my number"."""

_QUOTES = words(
    "give gives gave giving offer offers offered offering charge charges charged charging pay pays paid paying want "
    "wants "
    "wanted ask asks asked asking sell sells sold selling quote quotes quoted bring deliver do rents costs "
    "cost"
)
_HELPERS = words("would will can could has have had also just only already is are")
_PRONOUNS = words("he she they these those its our us who")
_TO_YOU = words("you your i we my our")

_OWN_STEP = words("offer will am do want need propose give pay say")


@dataclass(frozen=True, slots=True)
class Citation:
    """Another way that is named: the places of the words, and of its price (-1 if that is not said). `named` if the
    words are the speaker's own alternative by its name."""

    start: int
    end: int
    number: int = -1
    named: bool = False


def citations(said: Said, known: Known) -> list[Citation]:
    """Every other way that the message names, in order, each with its price where that is said."""
    found = _others(said)
    voids = [one for one in found if one.value is Says.NONE]
    cited: list[Citation] = []
    for one in found:
        if one.value is Says.NONE or _asks(said, one.start):
            continue
        near = (void for void in voids if said.sentence(void.start) == said.sentence(one.start))
        if any(void.start < one.end and one.start < void.end + 4 for void in near):
            continue
        if known.side is Side.SELLER and _of_own(said, one.start):
            continue
        own = one.value is Says.ITS_PRICE and _speaks_of_it(said, one.start, one.number)
        if own and _far_too_little(said, known, one.number):
            continue  # "my daughter is 9"
        if one.value is Says.ITS_PRICE and not own:
            continue
        cited.append(Citation(one.start, one.end, one.number if own else _price_after(said, one.start, one.end)))
    cited.extend(_by_name(said))
    for start, end in names(said, known):
        if not _asks(said, start):
            cited.append(Citation(start, end, _own_price(said, known, start, end), named=True))
    return sorted(cited, key=lambda one: (one.start, -one.end))


def _by_name(said: Said) -> Iterator[Citation]:
    """What somebody called by a name does with a price: "Harbour Coffee would bring the same for 1250"."""
    for place in said.names:
        verb = next(
            (at for at in range(place + 1, place + 4) if said.words[at : at + 1] and said.words[at] in _QUOTES), 0
        )
        if said.words[place] in FREQUENT or said.words[place] in _PRONOUNS:
            continue
        if not verb or not _HELPERS.issuperset(said.words[place + 1 : verb]) or _asks(said, place):
            continue
        number = _price_after(said, place, place + 1)
        if 0 < number <= verb + 8 and not _TO_YOU & set(said.words[place:number]):
            yield Citation(place, number + 1, number)


@lru_cache(maxsize=REMEMBERED)
def _others(said: Said) -> list[Found[Says]]:
    return sorted(ALTERNATIVES.find(said), key=lambda one: (one.start, -one.end))


def names(said: Said, known: Known) -> list[tuple[int, int]]:
    """The places at which the speaker's alternative is called by one of its names."""
    places: list[tuple[int, int]] = []
    for name in known.alternative_words:
        row = _plain_name(name)
        for start in (*said.where.get(row[0], ()), *(said.where.get(row[0] + "s", ()) if len(row) == 1 else ())):
            after = said.words[start + 1 : start + len(row)]
            if after[:-1] == list(row[1:-1]) and (not after or after[-1] in (row[-1], row[-1] + "s")):
                places.append((start, start + len(row)))
    return places


@lru_cache(maxsize=1024)
def _plain_name(name: str) -> tuple[str, ...]:
    """A name as it looks in plain form."""
    return tuple(word for part in name.lower().replace("-", " ").split() for word in spelled_out(part)) or (name,)


def _of_own(said: Said, start: int) -> bool:
    """Whether a seller speaks of its own wares or firm there: "there are six chairs for 120", "our studio does it"."""
    return said.words[start] == "there" or "our" in said.words[max(0, start - 2) : start]


def _far_too_little(said: Said, known: Known, number: int) -> bool:
    """Whether a bare number is far too small to be what another way costs."""
    reference = known.ask or known.list_price or known.mine
    quantity = said.numbers.get(number)
    if reference is None or quantity is None or quantity.marked or quantity.thousands:
        return False
    return quantity.value * known.per_major * 12 < reference < 900 * quantity.value * known.per_major


def _asks(said: Said, place: int) -> bool:
    """Whether the sentence there asks if there is another way."""
    begin, stop = said.sentence(place)
    return said.words[stop] == "?" and said.words[begin] in _ASKING and "," not in said.words[begin:place]


def _speaks_of_it(said: Said, start: int, number: int) -> bool:
    """Whether nothing between another way and a price turns back to the table."""
    first, last = min(start, number), max(start, number)
    between = said.words[first + 1 : last]
    if _TURN_TO_THE_TABLE & set(between) or said.words[last + 1 : last + 3] == ["from", "you"]:
        return False
    return not any(_starts_anew(said, at) for at in range(first + 1, last))


def _starts_anew(said: Said, place: int) -> bool:
    """Whether the speaker comes back to themselves there: ", I would pay", "and we offer", "my limit"."""
    word, following = said.words[place], said.words[place + 1]
    if word in {"i", "we"}:
        return said.words[place - 1] in {",", "and", ".", "!", "?"} or following in _OWN_STEP
    return word in {"my", "our"} and following in _OWN_TERMS


def _is_price(said: Said, place: int) -> bool:
    quantity = said.numbers.get(place)
    return quantity is not None and quantity.kind is Kind.PRICE


def _price_after(said: Said, start: int, end: int) -> int:
    """The place of the price that follows another way in the same breath; -1 if there is none."""
    stop = said.sentence(start)[1]
    for place in said.numbers:
        if end - 1 <= place < stop and _is_price(said, place):
            return place if _speaks_of_it(said, start, place) else -1
    return -1


def _own_price(said: Said, known: Known, start: int, end: int) -> int:
    """The place of what the speaker's alternative costs, said anywhere beside its name, or of the price after it."""
    for place, number in said.numbers.items():
        if _is_price(said, place) and round(number.value * known.per_major) == known.alternative_amount != known.mine:
            return place
    return _price_after(said, start, end)
