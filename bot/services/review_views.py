"""What a review says, as plain values for both fronts. Amounts are minor units of the scenario's currency."""

from __future__ import annotations

from dataclasses import dataclass

from bot.negotiation.review import Grade
from bot.negotiation.scenario import Scenario, World
from bot.pictures.curve import Moment
from bot.services.passages import Passage


@dataclass(frozen=True, slots=True)
class Puzzle:
    """The moment as a question: what the answers would be doing, and what each gives away (0 is best)."""

    options: tuple[str, ...]
    costs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MoveReview:
    """One decision.

    `better` is what would have been better, as one could have typed it: the smallest change where that wins back nearly
    all, else the best there was. It is None, like `why`, where the move cost nothing to speak of. `cost` is the one
    figure of a move, everywhere the same.
    """

    number: int  # 1, 2, ... in the session
    step: int  # in the record
    round: int
    text: str  # the learner's words, or what they did
    spoken: bool  # whether they are the learner's words
    heard: str | None  # how they were understood, where they are
    before: str  # what the counterpart had said
    answer: str  # and what it said then
    ask: int  # before the move, as is `offer`
    offer: int | None
    grade: Grade
    accuracy: float
    cost: int
    reason: str | None  # the review's name for what made it cost something
    why: str | None
    better: str | None
    asides: tuple[str, ...]  # how it looks with hindsight, and what leaving at once could have brought
    passage: Passage | None
    thoughts: tuple[str, ...]  # what the counterpart made of it
    puzzle: Puzzle | None


@dataclass(frozen=True, slots=True)
class Repeat:
    """A message that is worth sending again, and what it did, in a sentence or two."""

    text: str
    spoken: bool  # whether they are the learner's words
    did: str


@dataclass(frozen=True, slots=True)
class SessionReview:
    """A session that has ended, as it is told.

    `accuracy` is 0..100, None where nothing was decided or it was left unfinished. `key_moments` are the moves that
    cost most, in the order of the session. `decided` says what decided how it ended, `repeat` what helped; neither is
    about a move that cost anything.
    """

    session: int
    scenario: Scenario
    world: World
    accuracy: float | None
    moves: tuple[MoveReview, ...]
    key_moments: tuple[MoveReview, ...]
    decided: str | None
    repeat: Repeat | None
    plan: tuple[str, ...]  # how the learner's plan held up; empty where there was none
    moments: tuple[Moment, ...]  # of the curve

    @property
    def to_change(self) -> MoveReview | None:
        """The move that cost most; None where none cost anything to speak of."""
        return max(self.key_moments, key=lambda move: move.cost, default=None)

    def move(self, number: int) -> MoveReview:
        """The move of that number, or the nearest there is."""
        return self.moves[min(max(number, 1), len(self.moves)) - 1]

    def costliest(self, reason: str | None = None) -> MoveReview:
        """The move that cost most, for that reason where one is given and there is such a move."""
        fitting = [move for move in self.moves if reason is not None and move.reason == reason]
        return max(fitting or self.key_moments or self.moves[:1], key=lambda move: move.cost)
