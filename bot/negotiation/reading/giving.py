"""What a message gives: the terms that are the speaker's to give, offered or only asked about."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.said import Said, plainly
from bot.negotiation.reading.terms import places_of
from bot.negotiation.reading.wordsets import words

_OWN = words("i we")
_OTHERS = words("you he she they nobody somebody someone everybody everyone others people friend neighbor colleague")
_DENIED = words("not never no nobody cannot unable refuse without hate rather instead neither nor")
_TOO = words("too not impossible hard risky")
_READY = words("happy willing ready glad prepared fine okay ok open able commit promise offer offering")
_CUTS = words("but although though while whereas")
_NEAR = 9
_IRREGULAR = {
    "paid": "pay",
    "took": "take",
    "taken": "take",
    "brought": "bring",
    "bought": "buy",
    "kept": "keep",
    "gave": "give",
    "given": "give",
    "did": "do",
    "sold": "sell",
    "left": "leave",
    "put": "put",
    "putting": "put",
    "spoke": "speak",
    "wrote": "write",
    "began": "begin",
    "got": "get",
    "getting": "get",
    "stood": "stand",
    "held": "hold",
    "sent": "send",
    "went": "go",
    "gone": "go",
}


class Give(NamedTuple):
    """Where a give is named, and whether it is only asked about: "would two years help you?", "what if I paid now?"."""

    place: int
    asked: bool


def gives_named(said: Said, known: Known) -> dict[str, Give]:
    """Return what the speaker gives or asks about giving, by id; not what is declined, or somebody else's."""
    named: dict[str, Give] = {}
    for extra in known.extras:
        if not extra.given:
            continue
        for name in (extra.name, *extra.words):
            for place, length in _places_of(said, name):
                give = _read(said, place, length)
                if give is not None:
                    named.setdefault(extra.id, give)
    return named


def _places_of(said: Said, name: str) -> list[tuple[int, int]]:
    """Where a name stands, however its verbs are bent: "paid it all today" is "pay it all today"."""
    row = [_bare_form(word) for word in plainly(name).words[1:-2]]
    bare = [_bare_form(word) for word in said.words]
    found = [(at, len(row)) for at in range(1, len(bare) - len(row)) if bare[at : at + len(row)] == row] if row else []
    return found or places_of(said, name)


@lru_cache(maxsize=4096)
def _bare_form(word: str) -> str:
    """A word without what bends it. Two words that share their bare form are taken for the same."""
    word = _IRREGULAR.get(word, word)
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def _read(said: Said, place: int, length: int) -> Give | None:
    begin, stop = said.sentence(place)
    before = said.words[max(begin, place - _NEAR) : place]
    for at in range(len(before) - 1, -1, -1):
        if before[at] in _CUTS:
            before = before[at + 1 :]
            break
    if not _DENIED.isdisjoint(before) or not _TOO.isdisjoint(
        said.words[place + length : min(stop, place + length + 3)]
    ):
        return None
    speaker = next((word for word in reversed(before) if word in _OWN or word in _OTHERS), None)
    asks = said.asks_at(place)
    if speaker in _OTHERS and not asks:
        return None
    whole = said.words[begin:stop]
    if speaker is None and not asks and _READY.isdisjoint(whole) and _OWN.isdisjoint(whole) and not _bare(said, place):
        return None
    return Give(place, asks or (said.words[begin] == "what" and "if" in before))


def _bare(said: Said, place: int) -> bool:
    """Whether it stands beside a price with nothing said of it: "1,850, sign for two years"."""
    begin, stop = said.sentence(place)
    return any(begin <= at < stop for at in said.numbers)
