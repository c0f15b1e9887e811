"""The labels by which readers of negotiation chat are measured, from the same findings that make the moves."""

from __future__ import annotations

from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.hearing import Hearing
from bot.negotiation.reading.tone import Tone
from bot.negotiation.scenario import Side


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
    return Tone.GREETS in hearing.tones
