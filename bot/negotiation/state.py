"""Where a negotiation stands, and what the counterpart answered: plain values, all whole numbers.

Leverage and progress are whole numbers (0..100, tenths of a round) so that two machines never differ by a rounding.
`room` is explained in scenario.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.negotiation.moves import Place, Topic


class Outcome(StrEnum):
    DEAL = "deal"
    NO_DEAL = "no_deal"
    UNFINISHED = "unfinished"


class Pending(StrEnum):
    """What the next passing of time decides."""

    VERDICT = "verdict"  # the learner has left; the counterpart makes up its mind
    CALL = "call"  # it let the learner go; it may call
    RETURN = "return"  # the counterpart has left; it may turn round


class Act(StrEnum):
    """What the counterpart does in one response."""

    OPEN = "open"  # names its opening ask
    TALK = "talk"  # answers what was no move about the deal
    ANSWER = "answer"  # answers questions, terms unchanged
    COUNTER = "counter"  # better terms than before
    HOLD = "hold"  # the same terms
    FINAL = "final"  # its last word
    ACCEPT = "accept"  # takes the learner's offer
    SHAKE = "shake"  # the learner took its terms
    CLOSE = "close"  # nothing agreed, it has other things to do
    WATCH = "watch"  # the learner is leaving; nothing said yet
    SILENCE = "silence"  # the learner talks while away; nobody hears
    LET_GO = "let_go"
    CHASE = "chase"  # calls the learner back with part of what was wanted, or more
    GIVE_WAY = "give_way"  # calls the learner back by giving way on the small thing
    CALL = "call"  # calls later, with better terms
    NO_CALL = "no_call"
    TAKE_BACK = "take_back"  # the learner came back unasked: terms as they please
    LEAVE = "leave"  # the counterpart walks away
    WALK_ON = "walk_on"  # it is leaving and is not being stopped
    DOOR_PRICE = "door_price"  # it was called after: it turns round, for better terms
    RETURN = "return"  # it comes back by itself
    GONE = "gone"  # it does not come back


class NoteKind(StrEnum):
    """What the counterpart noticed in a message. Nothing here depends on the world, so saying it leaks nothing."""

    FIRST_OFFER = "first_offer"
    FAR_OFF = "far_off"  # a first offer too far away to answer with a move
    SMALL_STEP = "small_step"
    LARGE_STEP = "large_step"
    STEP_BACK = "step_back"  # an offer worse than the learner's last one
    NO_STEP = "no_step"
    ALTERNATIVE = "alternative"  # one that beats what is on the table
    ALTERNATIVE_WEAK = "alternative_weak"  # one that doesn't
    ALTERNATIVE_VAGUE = "alternative_vague"  # no figure given
    ALTERNATIVE_UNBELIEVED = "alternative_unbelieved"
    ALTERNATIVE_AGAIN = "alternative_again"
    REASON = "reason"
    REASON_AGAIN = "reason_again"
    EXTRA_AGAIN = "extra_again"  # asked for what is on the table already
    THREAT = "threat"
    EMPTY_THREAT = "empty_threat"
    STRUCK = "struck"  # the add-on was asked to be taken off
    STALL = "stall"
    SUM_UP = "sum_up"
    APOLOGY = "apology"
    EAGER = "eager"
    RUDE = "rude"
    COURTEOUS = "courteous"
    WALK = "walk"
    WALK_AGAIN = "walk_again"
    CAME_BACK = "came_back"  # unasked
    CAME_WHEN_CALLED = "came_when_called"
    CALLED_AFTER = "called_after"  # the learner chased


class Note(NamedTuple):
    """Something noticed, and what it did to the learner's leverage (percentage points)."""

    kind: NoteKind
    leverage: int = 0


class Thought(NamedTuple):
    """What went on behind an answer: never shown before the end. All in room except `pull` (0..100)."""

    willing: int  # what it was ready to give now
    limit: int  # what it could give at most
    pull: int = 0  # how much it wanted a leaving learner back


class State(NamedTuple):
    place: Place
    given: int  # room of the terms on the table
    leverage: int
    round: int = 0
    progress: int = 0  # tenths of a round of bargaining
    demand: int | None = None  # room of the learner's standing offer
    extras: frozenset[str] = frozenset()  # on the table, granted by the counterpart
    cited: int | None = None  # room of the best alternative that was believed
    named: bool = False  # whether any reason to leave has been given
    reasons: frozenset[str] = frozenset()
    asked: frozenset[Topic] = frozenset()
    threats: int = 0
    walks: int = 0
    walked_back: int = 0  # how often the learner came back unasked
    chased: int = 0  # how often the counterpart came after the learner
    left: bool = False  # the counterpart has walked out once
    rude: int = 0
    idle: int = 0  # messages that were no move about the deal
    reachable: bool = False
    called: bool = False  # the learner is away and has been asked back
    withdrawn: int = 0  # room that a happening of the scenario took back for good
    struck: bool = False  # the learner asked for the add-on to be taken off
    final: bool = False
    pending: Pending | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """What the counterpart did with one message, or with the passing of time.

    `ask` and `extras` are the terms on the table afterwards (of the deal, where one was made). `wait` is how many
    seconds pass before time has to be told to pass, or None. `notes` say what it noticed; `thought` is hidden.
    """

    act: Act
    ask: int
    extras: frozenset[str] = frozenset()
    answers: tuple[tuple[Topic, str], ...] = ()
    granted: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    happened: tuple[str, ...] = ()  # texts of declared happenings
    notes: tuple[Note, ...] = ()
    wait: int | None = None
    thought: Thought | None = None

    @property
    def seen(self) -> tuple[object, ...]:
        """All of it that the learner can see: two worlds that show the same cannot be told apart."""
        return (
            self.act,
            self.ask,
            self.extras,
            self.answers,
            self.granted,
            self.refused,
            self.happened,
            self.wait,
        )
