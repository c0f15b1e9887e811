"""Where a negotiation stands, and what the counterpart answered: plain values, all whole numbers.

Leverage and progress are whole numbers (0..100, tenths of a round) so that two machines never differ by a rounding.
`room` is explained in scenario.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bot.negotiation.acts import Act, NoteKind, Outcome, Pending
from bot.negotiation.model import state as second
from bot.negotiation.moves import Place, Topic


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
    """Where a negotiation stands, as both sides can see it. Under the second model it is told from `inner`, the state
    that decides."""

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
    rapport: int = 0  # -2..2
    inner: second.State | None = None


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
    taken: frozenset[str] = frozenset()  # what the learner gives, taken into the terms just now
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
