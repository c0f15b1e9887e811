"""What a review says, as plain values for both fronts. Amounts are minor units of the scenario's currency."""

from __future__ import annotations

from dataclasses import dataclass

from bot.negotiation.review import Grade
from bot.negotiation.scenario import Scenario, World
from bot.pictures.curve import Moment
from bot.services.passages import Passage


@dataclass(frozen=True, slots=True)
class Better:
    """A message that would have been better, as one could have typed it, and by how much."""

    words: str
    worth: int


@dataclass(frozen=True, slots=True)
class Puzzle:
    """The moment as a question: what the answers would be doing, and what each gives away (0 is best)."""

    options: tuple[str, ...]
    costs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MoveReview:
    """One decision.

    `better` is the smallest change that would have helped, `best` the best there was where that is something else and
    worth more; both are None, like `why`, where the move cost nothing to speak of.
    """

    number: int  # 1, 2, ... in the session
    step: int  # in the record
    round: int
    text: str  # the learner's words, or what they did
    spoken: bool  # whether they are the learner's words
    before: str  # what the counterpart had said
    answer: str  # and what it said then
    ask: int  # before the move, as is `offer`
    offer: int | None
    grade: Grade
    accuracy: float
    cost: int
    reason: str | None  # the review's name for what made it cost something
    why: str | None
    better: Better | None
    best: Better | None
    asides: tuple[str, ...]  # how it looks with hindsight, and what leaving at once could have brought
    passage: Passage | None
    thoughts: tuple[str, ...]  # what the counterpart made of it
    puzzle: Puzzle | None


@dataclass(frozen=True, slots=True)
class SessionReview:
    """`accuracy` is 0..100; `key_moments` are those moves that cost most, in the order of the session; `worked` are
    sentences on what helped. No sentence in `worked` is about a move that cost anything."""

    session: int
    scenario: Scenario
    world: World
    accuracy: float
    moves: tuple[MoveReview, ...]
    key_moments: tuple[MoveReview, ...]
    worked: tuple[str, ...]
    plan: tuple[str, ...]  # how the learner's plan held up; empty where there was none
    moments: tuple[Moment, ...]  # of the curve

    def move(self, number: int) -> MoveReview:
        """The move of that number, or the nearest there is."""
        return self.moves[min(max(number, 1), len(self.moves)) - 1]

    def costliest(self, reason: str | None = None) -> MoveReview:
        """The move that cost most, for that reason where one is given and there is such a move."""
        fitting = [move for move in self.moves if reason is not None and move.reason == reason]
        return max(fitting or self.key_moments or self.moves[:1], key=lambda move: move.cost)
