"""The labels by which readers of negotiation chat are measured, from the same findings that make the moves."""

from __future__ import annotations

from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.hearing import Hearing
from bot.negotiation.reading.tone import Tone
from bot.negotiation.reading.wordsets import words
from bot.negotiation.scenario import Side

_SHORTEST = 4
_OPENING = words(
    "interested interesting interest like love nice want buy purchase available selling sale ad advertisement "
    "advertisment "
    "listing found see saw heard glad looking your thanks thank"
)
"""With one of these, a sentence after a greeting only opens the talk."""

_ALSO_CONTENT = words("good well fine great not pretty very just doing i")
"""Inside a sentence, what begins with these is no greeting: "ok great, thanks"."""


def concedes(amount: int, known: Known) -> bool:
    """Whether an offer moves from the speaker's last position towards the other side; a seller starts at the tag."""
    own = known.mine
    if own is None and known.side is Side.SELLER:
        own = known.list_price
    if own is None:
        return False
    return amount > own if known.side is Side.BUYER else amount < own


def tells_more(hearing: Hearing) -> bool:
    """Whether a greeting goes on to state something of its own: "Hi, I bought it in 2019 and it was in the cellar"."""
    said = hearing.said
    polite = [
        found
        for tone in (Tone.GREETS, Tone.INTEREST, Tone.COURTEOUS, Tone.EAGER)
        for found in hearing.tones.get(tone, ())
    ]
    for begin in said.begins:
        stop = said.sentence(begin)[1]
        start = next((at + 1 for at in range(begin, min(begin + 4, stop)) if said.words[at] == ","), begin)
        opens = any(start <= found.start < stop for found in polite) or not _OPENING.isdisjoint(said.words[begin:stop])
        if stop - start >= _SHORTEST and not said.asks_at(begin) and not opens:
            return True
    return False


def greets(hearing: Hearing) -> bool:
    """A greeting, or small talk around one."""
    return any(
        found.start in hearing.said.begins or hearing.said.words[found.start] not in _ALSO_CONTENT
        for found in hearing.tones.get(Tone.GREETS, ())
    )
