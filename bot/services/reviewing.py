"""The review of a session that has ended, in words: what every move was worth, why, and what would have been better.

What the numbers say comes from bot/negotiation/review; here it is put beside what was said. The analysis keeps a core
busy for up to a few tenths of a second, so it is worked out in a thread of its own, once for each session.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.content.library import Library
from bot.learning.puzzles import Choice, choices_at
from bot.negotiation.coach import Coach
from bot.negotiation.hindsight import turning_points
from bot.negotiation.mind import mind
from bot.negotiation.moves import Place
from bot.negotiation.record import StepKind
from bot.negotiation.review import BrokenRecord, Grade, Review, ReviewedMove, Search, review
from bot.negotiation.review.positions import Message
from bot.negotiation.review.tracking import turns
from bot.negotiation.review.words import PASSAGES, in_money, in_words, whys
from bot.negotiation.scenario import Scenario, World
from bot.pictures import Picture
from bot.pictures.curve import Moment, curve_picture
from bot.services.errors import NotYours, WalkawayError
from bot.services.ledger import Ledger
from bot.services.passages import Passage, passage_of
from bot.services.past import past_of
from bot.services.phrases import deed
from bot.services.played import Played
from bot.services.positions import message_label
from bot.services.preparing import how_it_held
from bot.services.views import Past
from bot.storage import sessions

KEPT = 64  # analyses that are remembered: about 50 kB each
LISTED = 25  # sessions that are offered to be reviewed
WORKED = 2  # things that worked which are told


class NothingToReview(WalkawayError):  # noqa: N818
    """There is no such session, or nothing was decided in it."""


@dataclass(frozen=True, slots=True)
class Better:
    """A message that would have been better, as one could have typed it, and by how much (minor units)."""

    words: str
    worth: int


@dataclass(frozen=True, slots=True)
class Puzzle:
    """The moment as a question: what the answers would be doing, and what each gives away (minor units, 0 is best)."""

    options: tuple[str, ...]
    costs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MoveReview:
    """One decision. Amounts are minor units of the scenario's currency.

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
    hindsight_cost: int  # what it gave away knowing the truth
    leaving_now: int | None  # what leaving at once could be expected to bring beyond the alternative
    why: str | None
    better: Better | None
    best: Better | None
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


@dataclass(frozen=True, slots=True)
class _Analysis:
    found: Review
    puzzles: Mapping[int, tuple[Choice, ...]]  # by step, for the moves that cost something


class Reviewing:
    """Reviews for the learner of a session alone.

    What can be expected to fail raises a WalkawayError: NotKept where the database fails, the others as said.
    """

    def __init__(self, ledger: Ledger, library: Callable[[], Library]) -> None:
        self._ledger = ledger
        self._library = library
        self._known: OrderedDict[int, _Analysis] = OrderedDict()

    async def of(self, session: int, by: int) -> SessionReview:
        """The review of a session that has ended.

        Raises NoSuchSession, NotYours, StillRunning, Veiled, and NothingToReview where nothing was decided in it or
        where it was played against a counterpart that this version doesn't know.
        """
        async with self._ledger.reading() as db:
            played = await self._ledger.played(db, session)
        _check(played, by)
        analysis = self._known.get(session)
        if analysis is None:
            analysis = await asyncio.to_thread(_analysis, played)
            self._known[session] = analysis
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        return _told(played, analysis, self._library())

    async def latest(self, learner: int) -> int:
        """The session that the learner ended last. Raises NothingToReview."""
        finished = await self.finished(learner, "")
        if not finished:
            raise NothingToReview("There is nothing to review yet. Play a practice to its end first: /practice.")
        return finished[0].session

    async def finished(self, learner: int, typed: str) -> list[Past]:
        """The learner's sessions that have ended, latest first; only those in whose title all words stand."""
        async with self._ledger.reading() as db:
            rows = await sessions.finished_of_learner(db, learner, 4 * LISTED)
        scenarios = self._library().scenarios
        words = typed.lower().split()
        past = [past_of(row, scenarios.get(row.scenario)) for row in rows]
        fitting = [each for each in past if all(word in f"{each.session} {each.title}".lower() for word in words)]
        return fitting[:LISTED]

    async def picture(self, told: SessionReview, number: int | None = None) -> Picture:
        """The curve of a session, with the move of that number marked; drawn in a thread of its own."""
        return await asyncio.to_thread(curve_picture, told.scenario, told.world, told.moments, number)


def _check(played: Played, by: int) -> None:
    if played.row.learner != by:
        raise NotYours("A review is for the one who played. Play your own with /practice.")
    played.check_told()


def _analysis(played: Played) -> _Analysis:
    scenario, search = played.scenario, Search(played.scenario)
    try:
        found = review(scenario, played.world, played.steps, search)
        positions = {turn.step: turn.position for turn in turns(scenario, played.world, played.steps)}
    except BrokenRecord:
        raise NothingToReview("This practice is from an older version of me, and I can't replay it any more.") from None
    if not found.moves:
        raise NothingToReview("Nothing was decided in that practice, so there is nothing to review.")
    puzzles = {
        move.step: choices_at(
            scenario, search, positions[move.step], move.message or None, f"{played.row.id}/{move.step}"
        )
        for move in found.moves
        if move.grade.is_costly
    }
    return _Analysis(found, puzzles)


# --- in words ---------------------------------------------------------------------------------------------------------


def _told(played: Played, analysis: _Analysis, library: Library) -> SessionReview:
    found = analysis.found
    following = [*(move.step for move in found.moves[1:]), len(played.steps)]
    reasons = whys(played.scenario, found.moves, library.coach)
    moves = tuple(
        _move(played, number, move, why, until, analysis.puzzles.get(move.step, ()), library)
        for number, (move, why, until) in enumerate(zip(found.moves, reasons, following, strict=True), start=1)
    )
    costly = frozenset(
        step
        for move, until in zip(found.moves, following, strict=True)
        if move.grade.is_costly
        for step in range(move.step, until)
    )
    points = turning_points(played.scenario, played.world, played.steps, library.coach)
    return SessionReview(
        session=played.row.id,
        scenario=played.scenario,
        world=played.world,
        accuracy=found.accuracy or 0.0,
        moves=moves,
        key_moments=tuple(moves[index] for index in found.key_moments),
        worked=tuple(each.sentence for each in points if each.helped and each.step not in costly)[:WORKED],
        plan=() if played.plan is None else how_it_held(played.scenario, played.plan, played.steps),
        moments=tuple(_moments(analysis)),
    )


def _moments(analysis: _Analysis) -> Iterator[Moment]:
    decided = {move.step: (number, move.grade) for number, move in enumerate(analysis.found.moves, start=1)}
    for point in analysis.found.curve:
        number, grade = decided.get(point.step, (None, None))
        yield Moment(point.value, point.ask, point.offer, number, grade)


def _move(
    played: Played,
    number: int,
    move: ReviewedMove,
    why: str | None,
    until: int,
    choices: tuple[Choice, ...],
    library: Library,
) -> MoveReview:
    scenario, coach = played.scenario, library.coach
    ask = scenario.price_at(move.state.given)
    event = played.step_events[move.step]
    words = event.body["text"]
    leaving = None if move.leaving_now is None else round(move.leaving_now * scenario.best_gain)
    return MoveReview(
        number=number,
        step=move.step,
        round=move.state.round,
        text=words or _done(played, move, ask),
        spoken=bool(words),
        before=played.step_events[move.step - 1].body["words"],
        answer=event.body["words"],
        ask=ask,
        offer=None if move.state.demand is None else scenario.price_at(move.state.demand),
        grade=move.grade,
        accuracy=move.accuracy,
        cost=in_money(scenario, move.loss) if move.grade.is_costly else 0,
        reason=str(move.reason.kind) if move.reason else None,
        hindsight_cost=round(move.hindsight_loss * scenario.best_gain),
        leaving_now=leaving,
        why=why,
        better=_better(scenario, move, ask, coach),
        best=_best(scenario, move, ask, coach),
        passage=passage_of(PASSAGES[move.reason.kind], library) if move.reason else None,
        thoughts=tuple(_thoughts(played, move.step, until, coach)),
        puzzle=_puzzle(scenario, ask, choices),
    )


def _done(played: Played, move: ReviewedMove, ask: int) -> str:
    """What the learner did without a word."""
    step = played.steps[move.step]
    if step.kind is StepKind.TIME:
        return "Let them go"
    if step.kind is StepKind.LEFT:
        return "Stay away" if move.state.place is Place.LEARNER_AWAY else "Stop here"
    return message_label(played.scenario, ask, step.moves) or deed(played.scenario, ask, step)


def _better(scenario: Scenario, move: ReviewedMove, ask: int, coach: Coach) -> Better | None:
    if move.reason is None:
        return None
    return Better(_typed(scenario, ask, move.reason.instead, coach), in_money(scenario, move.reason.recovers))


def _best(scenario: Scenario, move: ReviewedMove, ask: int, coach: Coach) -> Better | None:
    if move.reason is None or move.best.message == move.reason.instead:
        return None
    worth = in_money(scenario, move.loss)
    if worth <= in_money(scenario, move.reason.recovers):
        return None
    return Better(_typed(scenario, ask, move.best.message, coach), worth)


def _typed(scenario: Scenario, ask: int, message: Message, coach: Coach) -> str:
    return in_words(scenario, ask, message, coach) or message_label(scenario, ask, message)


def _thoughts(played: Played, since: int, until: int, coach: Coach) -> Iterator[str]:
    for step in played.steps[since:until]:
        yield from mind(played.scenario, played.world, step.after, step.response, coach)


def _puzzle(scenario: Scenario, ask: int, choices: tuple[Choice, ...]) -> Puzzle | None:
    if len(choices) < 2:
        return None
    return Puzzle(
        tuple(message_label(scenario, ask, choice.message) for choice in choices),
        tuple(in_money(scenario, choice.loss) if choice.loss else 0 for choice in choices),
    )
