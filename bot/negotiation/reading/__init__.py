"""From a learner's own words to moves: `read(text, known)` is pure, total, and linear in the length of the text."""

from __future__ import annotations

from bot.negotiation.reading.findings import Aside, Doubt, Heard, Known, Reading
from bot.negotiation.reading.reader import read

__all__ = ["Aside", "Doubt", "Heard", "Known", "Reading", "read"]
