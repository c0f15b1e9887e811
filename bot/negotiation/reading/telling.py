"""What a message tells beside its moves: a clause that states something, about the goods or about oneself.

Beside an offer, a refusal or a wish, people tell such things to move the price, whatever the words.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.negotiation.reading.said import Said
from bot.negotiation.reading.wordsets import words

_SUBJECTS = words("i we it they this there my our the its he she these those")
_BEGINS_ANEW = words(", but because since so and as considering well also plus although though")
_SAYS_LITTLE = words(
    "understand see hope appreciate think know guess believe agree love like was am are will would can could may might "
    "shall offer price rent limit most best max maximum lowest highest least number came saw understood did"
)
"""Second words of clauses that plan, feel or repeat terms: "I will be there", "my offer stands"."""

_SHORTEST = 5
_ENDS = words(", but so because")
_OF_TERMS = words("honest # % deal available interested interest contact")


def statements(said: Said) -> Iterator[tuple[int, int]]:
    """The places of the clauses that state something without a price."""
    for begin in said.begins:
        if said.asks_at(begin):
            continue
        stop = said.sentence(begin)[1]
        at = begin
        while at < stop:
            while at < stop and said.words[at] in _BEGINS_ANEW:
                at += 1
            end = at
            while end < stop and said.words[end] not in _ENDS:
                end += 1
            clause = said.words[at:end]
            if _states(clause):
                yield at, end
            at = end + 1


def _states(clause: list[str]) -> bool:
    return (
        len(clause) >= _SHORTEST
        and clause[0] in _SUBJECTS
        and clause[1] not in _SAYS_LITTLE
        and _OF_TERMS.isdisjoint(clause)
    )
