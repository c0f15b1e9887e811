"""From a learner's own words to moves.

`read(text, known)` is pure, raises nothing whatever the text, and takes time linear in its length.
"""

from __future__ import annotations

from bot.negotiation.reading.findings import Aside, Doubt, Heard, Known, Reading
from bot.negotiation.reading.reader import price_in, read

__all__ = ["Aside", "Doubt", "Heard", "Known", "Reading", "price_in", "read"]
