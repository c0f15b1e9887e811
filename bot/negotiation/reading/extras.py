"""Extras named in a message, by the words that the scenario knows them by."""

from __future__ import annotations

from functools import lru_cache

from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.said import Said, plainly
from bot.negotiation.reading.wordsets import words

_OWN = words("i we")
_WILL = words("will can could would")
_WISHES = words("want need like love take get have")
_MYSELF = words("myself ourselves")
_TAKES = words("take leave cut strike get")
_OUT = words("out off away")
_NEEDS = words("need want use matter")
_WITHOUT = words("without no not keep skip minus except forget drop")


@lru_cache(maxsize=1024)
def _said_as(name: str) -> tuple[tuple[str, float | None], ...]:
    """A name of an extra as it looks in plain form, without its article; each word with the number that it stands
    for, if it does: "30 days" is "thirty days"."""
    plain = plainly(name)
    row = [(word, _number(plain, place)) for place, word in enumerate(plain.words)][1:-2]
    return tuple(row[1:] if row and row[0][0] in {"a", "an", "the", "free"} else row)


def _number(said: Said, place: int) -> float | None:
    quantity = said.numbers.get(place)
    return None if quantity is None else quantity.value


def _stands_at(said: Said, place: int, row: tuple[tuple[str, float | None], ...]) -> bool:
    """Whether the words of a name stand there, numbers compared by their value."""
    for at, (word, number) in enumerate(row, place):
        if at >= len(said.words):
            return False
        if number is None and said.words[at] != word:
            return False
        if number is not None and _number(said, at) != number:
            return False
    return True


def _not_asked_for(said: Said, place: int, length: int) -> bool:
    """Whether the extra that stands there is declined, or is what the speaker brings: "I'll paint it myself"."""
    begin, stop = said.sentence(place)
    clause = said.words[place + length : min(stop, place + length + 8)]
    if said.words[place - 2] in _OWN and said.words[place - 1] in _WILL and said.words[place] not in _WISHES:
        return True
    if not _MYSELF.isdisjoint(said.words[begin:stop]) or clause[:2] in (["is", "yours"], ["are", "yours"]):
        return True
    taken_out = said.words[place - 2] in _TAKES and said.words[place - 1] == "the" and not _OUT.isdisjoint(clause[:2])
    return taken_out or "last" in clause or ("not" in clause and not _NEEDS.isdisjoint(clause))


def extras_named(said: Said, known: Known) -> dict[str, int]:
    """The ids of the extras that the message names as wanted, each with the place where it is named."""
    named: dict[str, int] = {}
    for extra in known.extras:
        for name in (extra.name, *extra.words):
            row = _said_as(name)
            if not row:
                continue
            for place in said.where.get(row[0][0], ()) if row[0][1] is None else said.numbers:
                before = said.words[max(said.sentence(place)[0], place - 3) : place]
                if _stands_at(said, place, row) and not (
                    _WITHOUT & set(before) or _not_asked_for(said, place, len(row))
                ):
                    named.setdefault(extra.id, place)
    return named
