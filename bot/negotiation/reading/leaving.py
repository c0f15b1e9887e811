"""Whether a message leaves the table, threatens to, or names another way to get what one wants.

A false exit ends somebody's game, so leaving must be said outright, or be said twice over in weaker words.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.negotiation.reading.amounts import Price
from bot.negotiation.reading.answering import refusal
from bot.negotiation.reading.hearing import Hearing
from bot.negotiation.reading.phrases import Found
from bot.negotiation.reading.said import Said
from bot.negotiation.reading.signs import Sign, Way
from bot.negotiation.reading.wordsets import words
from bot.negotiation.scenario import Side

_HEDGES = words(
    "if or unless otherwise else might may could would either before until maybe perhaps hate about considering"
)
"""In the same sentence, before the words that leave, these make a threat of them."""


_WISHES = words("like love rather sooner prefer")

_ANYBODY = words("someone somebody something somewhere anyone anybody")

_GOES = words(
    "going go buy buying off take taking get getting order ordering choose choosing back over head heading sign "
    "signing "
    "switch switching change changing use using work working book booking look looking call calling hire hiring try "
    "move moving "
    "sell "
    "selling rent renting pick deal prefer rather"
)
_BUYS = words("buy buying get getting order ordering rent renting book booking")
"""Who sells goes to nobody by these: "I'm getting another bike" tells why."""

_CHOSE = words("opted settled chosen picked bought ordered gone")
_GOODBYE = words("bye goodbye farewell bye_sign adios")
_WILL = words("am are will would rather shall")
_TURNS_DOWN = words(
    "no not never nothing none neither without instead rather sooner else another other someone somebody keep keeping "
    "afraid unfortunately sadly wait pity shame time"
)
"""Beside a farewell, one of these says that there will be no deal."""

_LEFT_TO_IT = words("finding selling elsewhere search sale")
"""What one wishes luck with who will have no part in it."""

_SUPERLATIVES = words("lowest highest least most best max maximum minimum far low high as where how")
"""Before "I can go", these make a limit of it: "195 is the lowest I can go", "as far as I'll go"."""

_KINDNESSES = words("problem problems worries rush hurry wait thank thanks hesitate mind forget late")
"""After "no" and "not", these turn nothing down."""


@dataclass(frozen=True, slots=True)
class Exit:
    """Leaving (`clear`: in so many words, so that it may be applied at once) or threatening to."""

    start: int
    end: int
    clear: bool
    reachable: bool
    sure: float


def _real(hearing: Hearing, way: Way) -> list[Found[Sign]]:
    """The signs of one kind that no other sign overlaps and takes back, and that ask nothing."""
    voids = hearing.ways.get(Way.NOT_LEAVING, ())
    return [
        found
        for found in hearing.ways.get(way, ())
        if hearing.said.words[hearing.said.sentence(found.start)[1]] != "?"
        and not any(void.start < found.end and found.start < void.end for void in voids)
    ]


def exit_from(hearing: Hearing, accepts: bool) -> Exit | None:
    """The leaving in a message, if there is any; `accepts` if the same message takes the terms."""
    if accepts:
        return None
    said = hearing.said
    reach = _real(hearing, Way.REACHABLE)
    reachable = bool(reach)
    proposed = hearing.prices.proposed
    for found in _real(hearing, Way.LEAVES):
        begin, stop = said.sentence(found.start)
        if _hedges(said, begin, found.start) or {"if", "unless", "or"} & set(said.words[found.end - 1 : stop]):
            continue
        if proposed is not None and (proposed.start > stop or _closes(said, proposed, found)):
            continue
        if "either" in said.where:
            continue  # "we won't renew like that: either it's out or we move"
        if hearing.known.side is Side.SELLER and not _CHOSE.isdisjoint(said.words[found.start : found.end]):
            continue  # "it didn't fit, so I opted for another one" tells why it is sold
        if said.words[found.start - 1] == "and" and "done" in said.words[found.start : found.end]:
            return Exit(found.start, found.end, False, reachable, 0.5)  # "half the fee and we're done"
        if _would_have_to(said, found) or said.words[found.start - 1] in _SUPERLATIVES:
            continue
        return Exit(found.start, found.end, True, reachable, 0.95)
    farewells = hearing.ways.get(Way.FAREWELL, [])
    refuses = refusal(hearing)
    named = _turns_to_alternative(hearing)
    if named is not None and proposed is None:
        begin, stop = said.sentence(named)
        if not _hedges(said, begin, stop):
            return Exit(begin, stop, True, reachable, 0.85)
    if proposed is not None:
        parting = [found for found in farewells if found.value.weight > 1 and found.start > proposed.place]
        if parting and "not" in said.where and "?" not in said.where:  # "I can't go above 150. Good luck with it!"
            return Exit(parting[0].start, parting[0].end, True, reachable, 0.85)
        return None
    ends = [found for found in _real(hearing, Way.ENDS) if not _hedged(hearing, found)]
    thanks = not {"thanks", "thank"}.isdisjoint(said.where) and "?" not in said.where
    if ends and (farewells or thanks or reach or ends[-1].start >= ends[0].end):
        return Exit(ends[0].start, ends[-1].end, True, reachable, 0.9)
    if refuses and (farewells or reach) and not said.where.get("?"):
        first = (farewells or reach)[0]
        return Exit(first.start, first.end, True, reachable, 0.85)
    if farewells and not said.where.get("?") and alternative(hearing):
        return Exit(farewells[0].start, farewells[0].end, True, reachable, 0.85)
    if reach and "deal" not in said.where:
        return Exit(reach[0].start, reach[0].end, True, True, 0.85)
    postpones = _real(hearing, Way.POSTPONES)
    if postpones and not _hedged(hearing, postpones[0]):
        told = bool(farewells or thanks or reach or ends or len(postpones) > 1)
        return Exit(postpones[0].start, postpones[-1].end, False, True, 0.6 if told else 0.5)
    if ends:
        strongest = max(ends, key=lambda found: found.value.weight)
        return Exit(strongest.start, strongest.end, False, False, 0.6 if strongest.value.weight > 2 else 0.5)
    if farewells and not said.where.get("?") and (turned := _turned_down(hearing, farewells)):
        return Exit(turned.start, turned.end, True, reachable, 0.8)
    parting = _parts(hearing)
    if parting is not None:
        return Exit(*parting, False, False, 0.5)
    if farewells and hearing.short and farewells[0].start <= 4:
        said_goodbye = not _GOODBYE.isdisjoint(said.where)
        return Exit(farewells[0].start, farewells[0].end, False, False, 0.6 if said_goodbye else 0.4)
    return None


def _closes(said: Said, proposed: Price, found: Found[Sign]) -> bool:
    """Whether leaving there is what a price put forward in the same sentence would bring: "165 and we're done"."""
    between = said.words[proposed.place : found.end]
    return said.same_sentence(proposed.place, found.start) and (
        "done" in between or said.words[found.start - 1] == "and"
    )


def _would_have_to(said: Said, found: Found[Sign]) -> bool:
    """Whether leaving is only what one would have to do: "I'd have to walk at that price"."""
    phrase = said.words[found.start : found.end]
    return "have" in phrase and not {"would", "might", "could"}.isdisjoint(phrase)


def _turns_to_alternative(hearing: Hearing) -> int | None:
    """Where the speaker says to be going to another way: "I'll buy it at Harlow's", "we'll sign with the others"."""
    said = hearing.said
    for cited in hearing.alternatives:
        begin, stop = said.sentence(cited.start)
        before = said.words[max(begin, cited.start - 8) : cited.start]
        if "not" in before or "never" in before:
            continue
        goes = _GOES - _BUYS if hearing.known.side is Side.SELLER else _GOES
        if said.words[stop] != "?" and goes & set(before) and {"i", "we"} & set(before) and _WILL & set(before):
            return cited.start
    return None


_CONTENT = words("great deal perfect awesome yes sure excited wonderful excellent accept agreed sold")


def _turned_down(hearing: Hearing, farewells: list[Found[Sign]]) -> Found[Sign] | None:
    """The farewell, by more than "see you", of somebody who says in the same message that there will be no deal."""
    said = hearing.said
    taken = {place for found in farewells for place in range(found.start, found.end)}
    if any(place not in taken for word in _CONTENT & said.where.keys() for place in said.where[word]):
        return None
    negative = (
        place
        for word in _TURNS_DOWN & said.where.keys()
        for place in said.where[word]
        if place not in taken and said.words[place + 1] not in _KINDNESSES
    )
    for found in farewells:
        if not _LEFT_TO_IT.isdisjoint(said.words[found.start : found.end + 3]):
            return found
    if not any(True for _ in negative):
        return None
    return next((found for found in farewells if said.words[found.start] not in {"see", "later"}), None)


def _parts(hearing: Hearing) -> tuple[int, int] | None:
    """The goodbye with which a message ends that says nothing else about the deal: perhaps leaving."""
    said = hearing.said
    begin = said.begins[-1]
    if len(said.begins) < 2 or "?" in said.where or "deal" in said.where or said.words[begin] not in _GOODBYE:
        return None
    return begin, said.sentence(begin)[1]


def _hedges(said: Said, begin: int, end: int) -> bool:
    """Whether words there make a threat of what follows; "I'd like to" and "I'd rather" make none."""
    return any(
        word in _HEDGES
        and not (word == "would" and said.words[at + 1] in _WISHES)
        and not (word == "else" and said.words[at - 1] in _ANYBODY)
        for at, word in enumerate(said.words[begin:end], begin)
    )


def _hedged(hearing: Hearing, found: Found[Sign]) -> bool:
    begin, stop = hearing.said.sentence(found.start)
    return bool({"if", "unless", "or", "otherwise"} & set(hearing.said.words[begin:stop]))


def threat(hearing: Hearing, leaves: Exit | None) -> Exit | None:
    """A threat to leave, or leaving said only under a condition."""
    if leaves is not None and leaves.clear:
        return None
    said = hearing.said
    for found in _real(hearing, Way.THREATENS):
        if said.words[found.start - 1] in _SUPERLATIVES or said.words[found.start - 1] == "you":
            continue
        return Exit(found.start, found.end, True, False, 0.9)
    named = _turns_to_alternative(hearing)
    if named is not None and _hedges(said, said.sentence(named)[0], named):
        return Exit(said.sentence(named)[0], named + 1, True, False, 0.9)
    for way in (Way.LEAVES, Way.ENDS):
        for found in _real(hearing, way):
            begin, _ = said.sentence(found.start)
            hedges = _HEDGES & set(said.words[begin : found.start])
            if hedges - {"would", "could", "about"}:
                return Exit(found.start, found.end, True, False, 0.85)
    return None


def alternative(hearing: Hearing) -> tuple[int, int, int | None, float] | None:
    """Another way to get what the speaker wants: places of the words, its price if said, how sure."""
    if not hearing.alternatives:
        return None
    elsewhere = dict(hearing.prices.elsewhere)
    cited = next((one for one in hearing.alternatives if one.number in elsewhere), hearing.alternatives[0])
    amount = elsewhere.get(cited.number) or next(iter(elsewhere.values()), None)
    return cited.start, cited.end, amount, 0.95 if cited.named else 0.85
