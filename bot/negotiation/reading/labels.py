"""The labels by which readers of negotiation chat are measured, from the same findings that make the moves."""

from __future__ import annotations

from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.hearing import Hearing
from bot.negotiation.reading.tone import Tone
from bot.negotiation.reading.wordsets import words
from bot.negotiation.scenario import Side

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


def greets(hearing: Hearing) -> bool:
    """A greeting, or small talk around one."""
    return any(
        found.start in hearing.said.begins or hearing.said.words[found.start] not in _ALSO_CONTENT
        for found in hearing.tones.get(Tone.GREETS, ())
    )
