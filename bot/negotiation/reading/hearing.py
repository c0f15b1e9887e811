"""Everything that the phrase books find in one message, gathered once for all who judge it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from bot.negotiation.reading.amounts import Prices, prices
from bot.negotiation.reading.answers import Answer
from bot.negotiation.reading.asking import REQUESTS, Request
from bot.negotiation.reading.binding import ANSWERS
from bot.negotiation.reading.citing import Citation, citations
from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.phrases import Found
from bot.negotiation.reading.said import REMEMBERED, Said, plainly
from bot.negotiation.reading.signs import Sign, Way
from bot.negotiation.reading.tone import TONES, Tone
from bot.negotiation.reading.walking import WALKING

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Hearing:
    """One message, what is known, and all that was found in it, each list in the order of the words.

    Each is itself alone, so that what was judged of one can be remembered for it.
    """

    said: Said
    known: Known
    prices: Prices
    answers: dict[Answer, list[Found[Answer]]]
    ways: dict[Way, list[Found[Sign]]]
    requests: dict[Request, list[Found[Request]]]
    alternatives: list[Citation]
    tones: dict[Tone, list[Found[Tone]]]

    @property
    def short(self) -> bool:
        """Whether the message is a few words at most."""
        return len(self.said.words) <= 8


def said_of(text: str, known: Known) -> Said:
    """The plain form of a message, its numbers read in the light of the price on the tag."""
    reference = known.list_price or known.ask or known.mine
    return _plainly(text, None if reference is None else reference / known.per_major)


_plainly = lru_cache(maxsize=REMEMBERED)(plainly)


def hear(said: Said, known: Known) -> Hearing:
    """Runs every phrase book over the message."""
    ways: dict[Way, list[Found[Sign]]] = {}
    for found in _ordered(WALKING.find(said)):
        ways.setdefault(found.value.way, []).append(found)
    alternatives = citations(said, known)
    return Hearing(
        said,
        known,
        prices(said, known, alternatives),
        _by_value(ANSWERS.find(said)),
        ways,
        _by_value(REQUESTS.find(said)),
        alternatives,
        _by_value(TONES.find(said)),
    )


def _ordered(found: Iterable[Found[T]]) -> list[Found[T]]:
    return sorted(found, key=lambda one: (one.start, -one.end))


def _by_value(found: Iterable[Found[T]]) -> dict[T, list[Found[T]]]:
    grouped: dict[T, list[Found[T]]] = {}
    for one in _ordered(found):
        grouped.setdefault(one.value, []).append(one)
    return grouped
