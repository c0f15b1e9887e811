"""From a learner's own words to moves.

`read(text, known)` is pure, raises nothing whatever the text, and takes time linear in its length.
"""

from __future__ import annotations

from bot.negotiation.reading.findings import Aside, Doubt, DoubtKind, Heard, Known, Reading
from bot.negotiation.reading.out_of_story import OUT_OF_STORY, out_of_story
from bot.negotiation.reading.reader import price_in, read
from bot.negotiation.reading.replies import OpenQuestion, Reply, ReplyKind, begins_with_yes, hedges, read_answer
from bot.negotiation.reading.typed import amount_typed

__all__ = [
    "OUT_OF_STORY",
    "Aside",
    "Doubt",
    "DoubtKind",
    "Heard",
    "Known",
    "OpenQuestion",
    "Reading",
    "Reply",
    "ReplyKind",
    "amount_typed",
    "begins_with_yes",
    "hedges",
    "out_of_story",
    "price_in",
    "read",
    "read_answer",
]
