"""Costly habits in words: what was done, what to do instead, and the tactic to read up on.

The words are the coach's (knowledge/coach.yaml), the tactic is the one whose passage explains the reason in a review.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.negotiation.coach import Coach, Remark
from bot.negotiation.review import ReasonKind
from bot.negotiation.review.words import PASSAGES


class HabitWords(NamedTuple):
    """`did` goes on after "You keep ...", `instead` is a sentence or two, `tactic` an id."""

    did: str
    instead: str
    tactic: str


def habit_words(reason: str, coach: Coach) -> HabitWords:
    """The words for a reason by the review's name of it; plain ones for a name that a later version has dropped."""
    try:
        kind = ReasonKind(reason)
    except ValueError:
        return HabitWords(reason.replace("_", " "), "", "")
    tactic = PASSAGES[kind].partition("#")[0]
    return HabitWords(coach.say(Remark(f"habit_{kind}"), {}), coach.say(Remark(f"rule_{kind}"), {}), tactic)
