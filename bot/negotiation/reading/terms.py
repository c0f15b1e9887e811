"""The terms beside the price that a message names: extras, and the add-on that could be struck."""

from __future__ import annotations

from functools import lru_cache

from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.said import Said, plainly
from bot.negotiation.reading.wordsets import words

_ARTICLES = words("a an the free your that this")
_REMOVES = words(
    "without no not drop waive skip remove cancel strike scrap minus less except forget lose leave take cut keep"
)
"""Before the name of an add-on or an extra, within a few words, these take it out."""

_REMOVES_BEFORE = {
    "take": words("out off away"),
    "leave": words("out off"),
    "cut": words("out off"),
    "keep": words("yourself out off"),
    "not": words("need want use take"),
    "no": frozenset[str](),
}
"""Words that take something out only together with one of these; none needed where the row is empty."""

_GONE = words("off out away gone waived dropped removed excluded aside")
"""After the name, these say that it is gone: "the fee stays off", "with the package out"."""

_RESTORES = words("but with plus add include then")
"""After a word that removes, these begin what is wanted: "without the sauna, but with a locker"."""

_USELESS = words("useless pointless nothing")
_DECLINES = words("need want use matter care")
_MYSELF = words("myself ourselves")
_NEAR = 7


def extras_named(said: Said, known: Known) -> dict[str, int]:
    """Return the ids of the extras that the message names as wanted, each with the place where it is named."""
    named: dict[str, int] = {}
    for extra in known.extras:
        if extra.given:
            continue
        for name in (extra.name, *extra.words):
            for place, length in places_of(said, name):
                if not _taken_out(said, place, length) and not _by_oneself(said, place):
                    named.setdefault(extra.id, place)
    return named


def add_on_named(said: Said, known: Known) -> tuple[int, int] | None:
    """Return where the other side's add-on is named, as the place of its first word and the one after its last."""
    if known.add_on is None:
        return None
    found = [
        (place, place + length)
        for name in (known.add_on.name, *known.add_on.words)
        for place, length in places_of(said, name)
    ]
    return min(found, default=None, key=lambda span: (span[0], -span[1]))


def add_on_struck(said: Said, known: Known) -> tuple[int, int] | None:
    """Return where the add-on is named as something to be taken out: "without the delivery", "take the cover off"."""
    if known.add_on is None:
        return None
    for name in (known.add_on.name, *known.add_on.words):
        for place, length in places_of(said, name):
            if _taken_out(said, place, length):
                return place, place + length
    return None


def places_of(said: Said, name: str) -> list[tuple[int, int]]:
    """Return where a name stands in the message, in singular or plural, and how many words it takes there."""
    row = _said_as(name)
    if not row:
        return []
    first, number = row[0]
    starts = said.numbers if number is not None else (*said.where.get(first, ()), *said.where.get(f"{first}s", ()))
    return [(place, len(row)) for place in starts if _stands_at(said, place, row)]


@lru_cache(maxsize=1024)
def _said_as(name: str) -> tuple[tuple[str, float | None], ...]:
    """Return a name as it looks in plain form without its article, each word with its number where it is one: "30 days"
    is "thirty days"."""
    plain = plainly(name)
    row = [(word, _number(plain, place)) for place, word in enumerate(plain.words)][1:-2]
    return tuple(row[1:] if len(row) > 1 and row[0][0] in _ARTICLES else row)


def _number(said: Said, place: int) -> float | None:
    quantity = said.numbers.get(place)
    return None if quantity is None else quantity.value


def _stands_at(said: Said, place: int, row: tuple[tuple[str, float | None], ...]) -> bool:
    for at, (word, number) in enumerate(row, place):
        if at >= len(said.words):
            return False
        if number is None and said.words[at] not in (word, f"{word}s"):
            return False
        if number is not None and _number(said, at) != number:
            return False
    return True


def _taken_out(said: Said, place: int, length: int) -> bool:
    """Return whether the thing named there is to be left out or is declined."""
    begin, stop = said.sentence(place)
    before = said.words[max(begin, place - _NEAR) : place]
    after = said.words[place + length : min(stop, place + length + _NEAR)]
    for at, word in enumerate(before):
        needs = _REMOVES_BEFORE.get(word)
        if word in _REMOVES and _RESTORES.isdisjoint(before[at + 1 :]):
            if needs is None or not needs:
                if word != "no" or at >= len(before) - 3:
                    return True
            elif not needs.isdisjoint(before[at:]) or not needs.isdisjoint(after[:2]):
                return True
    if not _GONE.isdisjoint(after[:3]) and "is" not in said.words[begin : begin + 1]:
        return True
    return ("not" in after and not _DECLINES.isdisjoint(after)) or not _USELESS.isdisjoint(after[:4])


def _by_oneself(said: Said, place: int) -> bool:
    """Return whether the speaker would do the thing: "I'll paint it myself"."""
    begin, stop = said.sentence(place)
    own = said.words[place - 2] in {"i", "we"} and said.words[place - 1] in {"will", "can", "could", "would"}
    return (own and said.words[place] not in {"want", "need", "like", "love", "take"}) or not _MYSELF.isdisjoint(
        said.words[begin:stop]
    )
