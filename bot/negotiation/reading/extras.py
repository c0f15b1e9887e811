"""Extras named in a message, by the words that the scenario knows them by."""

from __future__ import annotations

from functools import lru_cache

from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.said import Said
from bot.negotiation.reading.spelling import spelled_out
from bot.negotiation.reading.wordsets import words

_WITHOUT = words("without no not keep skip minus except forget drop")


@lru_cache(maxsize=1024)
def _said_as(name: str) -> tuple[str, ...]:
    """A name of an extra as it looks in plain form, without its article."""
    plain = [word for part in name.lower().replace("-", " ").split() for word in spelled_out(part)]
    return tuple(plain[1:] if plain and plain[0] in {"a", "an", "the", "free"} else plain)


def extras_named(said: Said, known: Known) -> dict[str, int]:
    """The ids of the extras that the message names as wanted, each with the place where it is named."""
    named: dict[str, int] = {}
    for extra in known.extras:
        for name in (extra.name, *extra.words):
            row = list(_said_as(name))
            if not row:
                continue
            for place in said.where.get(row[0], ()):
                before = said.words[max(said.sentence(place)[0], place - 3) : place]
                if said.words[place : place + len(row)] == row and not _WITHOUT & set(before):
                    named.setdefault(extra.id, place)
    return named
