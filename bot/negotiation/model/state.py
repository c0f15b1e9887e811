"""Where a negotiation stands, as both sides can see it, and what the counterpart answered.

The whole state is public: it follows from what was said and shown. What is hidden is only the type, so that what a
learner knows is one state and a chance for each type. All values are small whole numbers, so that equal positions meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bot.negotiation.acts import Act, NoteKind, Outcome, Pending
from bot.negotiation.moves import Place, Topic


class Answer(NamedTuple):
    """What was said to a question, and by how many percent points the way it was asked moved its truth."""

    topic: Topic
    said: str
    candor: int


class State(NamedTuple):
    place: Place = Place.AT_TABLE
    round: int = 0  # of the counterpart's patience that is used up
    progress: int = 0  # half-rounds of bargaining
    given: int = 0  # room of the counterpart's price
    terms: int = 0  # bits of the terms that stand beside it
    demand: int | None = None  # room of the learner's price
    wanted: int = 0  # bits of the terms of the learner's package
    leverage: int = 0  # 0..3: how easily it believes that the learner can leave
    credibility: int = 3  # 0..3: how much it believes what is said
    rapport: int = 0  # -2..2: how much it wants to be decent
    anchor: int = 0  # 0..2: what the first offer did to its aim
    reasons: frozenset[str] = frozenset()
    eager: int = 0
    figure: int | None = None  # room of the alternative that was named with a figure
    named: bool = False
    heard: tuple[Answer, ...] = ()
    still: int = 0  # messages that did not move: holds and token steps
    stalls: int = 0
    warm: bool = False
    listened: bool = False
    mended: bool = False
    threats: int = 0
    last_word: int | None = None
    walks: int = 0
    back: int = 0
    reachable: bool = False
    thankful: bool = False
    called: bool = False
    left: bool = False
    final: bool = False
    pending: Pending | None = None
    outcome: Outcome | None = None
    idle: int = 0


@dataclass(frozen=True, slots=True)
class Response:
    """What the counterpart did. `ask` and `terms` are what is on the table afterwards, or what was agreed.

    `willing` and `limit` are hidden: the room that it was ready to give now, and at most.
    """

    act: Act
    ask: int
    terms: frozenset[str] = frozenset()
    answers: tuple[Answer, ...] = ()
    notes: tuple[NoteKind, ...] = ()
    waits: bool = False
    willing: int = 0
    limit: int = 0
