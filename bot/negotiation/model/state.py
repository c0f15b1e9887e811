"""Where a negotiation stands, as both sides can see it, and what the counterpart answered.

The whole state is public: it follows from what was said and shown. What is hidden is only the type, so that what a
learner knows is one state and a chance for each type. All values are small whole numbers, so that equal positions meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.negotiation.model.moves import Topic


class Place(StrEnum):
    AT_TABLE = "at_table"
    LEARNER_AWAY = "learner_away"
    COUNTERPART_AWAY = "counterpart_away"
    OVER = "over"


class Pending(StrEnum):
    """What the next passing of time decides."""

    VERDICT = "verdict"  # the learner has left
    CALL = "call"  # it let the learner go; it may call
    RETURN = "return"  # the counterpart has left; it may turn round


class Act(StrEnum):
    """What the counterpart does in one response."""

    OPEN = "open"
    TALK = "talk"
    ANSWER = "answer"
    COUNTER = "counter"
    HOLD = "hold"
    COOL = "cool"  # takes an offer for no serious one, and lets that be felt
    FINAL = "final"
    ACCEPT = "accept"
    SHAKE = "shake"
    CLOSE = "close"
    WATCH = "watch"
    SILENCE = "silence"
    LET_GO = "let_go"
    CHASE = "chase"
    CALL = "call"
    NO_CALL = "no_call"
    TAKE_BACK = "take_back"
    LEAVE = "leave"
    WALK_ON = "walk_on"
    DOOR_PRICE = "door_price"
    RETURN = "return"
    GONE = "gone"  # others took it, or it does not come back


class Note(StrEnum):
    """What the counterpart noticed. Nothing here depends on the type, so saying it leaks nothing."""

    FIRST_OFFER = "first_offer"
    FAIR_STEP = "fair_step"
    TOKEN_STEP = "token_step"
    LARGE_STEP = "large_step"
    NO_STEP = "no_step"
    RETRACTED = "retracted"
    LAST_WORD_MOVED = "last_word_moved"
    GREEDY = "greedy"
    ALTERNATIVE = "alternative"
    ALTERNATIVE_WEAK = "alternative_weak"
    ALTERNATIVE_VAGUE = "alternative_vague"
    ALTERNATIVE_AGAIN = "alternative_again"
    LIE = "lie"
    REASON = "reason"
    REASON_UNFIT = "reason_unfit"
    REASON_AGAIN = "reason_again"
    THREAT = "threat"
    EMPTY_THREAT = "empty_threat"
    EAGER = "eager"
    RUDE = "rude"
    WARM = "warm"
    HEARD_OUT = "heard_out"
    MENDED = "mended"
    ASKED_AGAIN = "asked_again"
    CAME_BACK = "came_back"
    CALLED_AFTER = "called_after"


class Outcome(StrEnum):
    DEAL = "deal"
    NO_DEAL = "no_deal"
    UNFINISHED = "unfinished"


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
    notes: tuple[Note, ...] = ()
    waits: bool = False
    willing: int = 0
    limit: int = 0
