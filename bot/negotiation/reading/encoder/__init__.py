"""The second reader: a small network that was tuned on messages written for this project.

It says for each act how likely a message does it, and for each number whose it is. `opinion` is pure: the same values
get the same answer, whatever ran before.
"""

from __future__ import annotations

from bot.negotiation.reading.encoder.opinions import LABELS, OWNERS, Opinion, OwnedNumber, opinion
from bot.negotiation.reading.encoder.pieces import Talk

__all__ = ["LABELS", "OWNERS", "Opinion", "OwnedNumber", "Talk", "opinion"]
