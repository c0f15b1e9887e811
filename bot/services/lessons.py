"""What each session teaches: its review is added to the member's habits, skill, rating and days, once.

A session that has ended owes a lesson (a row written when it ends), so that nothing is lost where the bot stops before
the review is done. `take_in` is called when a session ends; `catch_up` finds what was left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.content.library import Library
from bot.learning import rating
from bot.learning.analysing import Analysis
from bot.learning.days import local_day, week_of
from bot.learning.puzzles import Choice
from bot.learning.rating import Hardness, Rating
from bot.negotiation.acts import Outcome
from bot.negotiation.review import BrokenRecord, ReviewedMove
from bot.negotiation.review.grading import session_accuracy
from bot.negotiation.review.words import PASSAGES, why
from bot.services.analyses import Analyses, NoAnalysis
from bot.services.hinting import counts_for, gains_after
from bot.services.ledger import Ledger
from bot.services.memberships import zone_of
from bot.services.passages import passage_of
from bot.services.played import MOST_TAKEN_BACK, Played
from bot.services.positions import Line, message_label, position_question
from bot.services.questions import to_plain
from bot.storage import Connection, days, lessons, members, ratings, skills
from bot.storage.lessons import LessonRow, NewMistake
from bot.storage.members import Member
from bot.storage.ratings import Found, Rated

CATCH_UP = 3  # sessions at a time: each review keeps a core busy for up to a third of a second


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a review comes to. `score` is None where there was nothing to review, `accuracy` also where
    it was left unfinished; `losses` are surplus shares by
    reason, for each costly move."""

    accuracy: float | None
    score: float | None
    losses: tuple[tuple[str, float], ...]
    mistakes: tuple[NewMistake, ...]


NOTHING = Lesson(None, None, (), ())


class Lessons:
    """Raises NotKept where the database fails: then nothing has been taken in, and nothing is lost."""

    def __init__(self, ledger: Ledger, library: Callable[[], Library], analyses: Analyses | None = None) -> None:
        self._ledger = ledger
        self._library = library
        self._analyses = analyses or Analyses()

    async def take_in(self, session: int) -> bool:
        """Learns from a session that has ended; False where that was done before, or it is still running.

        The review is worked out beside the event loop. Raises NoSuchSession.
        """
        async with self._ledger.reading() as db:
            played = await self._ledger.played(db, session)
            known = await lessons.get(db, session)
        if played.row.ended_at is None or known is not None:
            return False
        lesson = await self._lesson(played)
        async with self._ledger.writing() as db:
            if not await lessons.settle(db, session):  # somebody else was faster, or the member has deleted it
                return False
            await _keep(db, played, lesson, played.row.ended_at)
            return True

    async def catch_up(self, learner: int | None = None, most: int = CATCH_UP) -> int:
        """Learns from sessions that are owed here, oldest first; of one learner only where it is given. Says how many
        those were."""
        async with self._ledger.reading() as db:
            owed = await lessons.owed(db, most, learner, self._ledger.cluster)
        return sum([await self.take_in(session) for session in owed])

    async def _lesson(self, played: Played) -> Lesson:
        try:
            analysis = await self._analyses.of(played)
        except (BrokenRecord, NoAnalysis):  # played against a counterpart of another version, or a fault of this one's
            return NOTHING
        return lesson_of(played, analysis, self._library())


def lesson_of(played: Played, analysis: Analysis, library: Library) -> Lesson:
    """What a session that has ended teaches; of one that went back to another, what was played anew. Why a move was a
    mistake is told in the words of its review.
    """
    found = analysis.found
    since = played.row.rewound_at or 0
    moves = [move for move in found.moves if move.step >= since]
    if not moves:
        return NOTHING
    unfinished = played.row.outcome == Outcome.UNFINISHED
    values = [*(move.value for move in moves), moves[-1].played]
    losses = [move.loss for move in moves]
    mistakes: dict[str, NewMistake] = {}  # by reason, the costliest of each: two of a kind would ask the same thing
    for move in sorted((found.moves[number] for number in found.key_moments), key=lambda move: move.loss):
        if move.step < since:
            continue
        choices = analysis.puzzles[move.step]
        if choices:
            mistake = _mistake(played, move, choices, library)
            mistakes[mistake.reason] = mistake
    return Lesson(
        accuracy=None if unfinished else session_accuracy(values, losses),
        score=rating.score(values[:-1], losses),
        losses=tuple((move.reason.kind, move.loss) for move in moves if move.reason),
        mistakes=tuple(mistakes.values()),
    )


def _mistake(played: Played, move: ReviewedMove, choices: Sequence[Choice], library: Library) -> NewMistake:
    passage = passage_of(PASSAGES[move.reason.kind], library) if move.reason else None
    question = position_question(
        "",  # it gets its id when it is stored
        played.scenario,
        move.state,
        said_before(played, move.step),
        choices,
        played=move.message,
        why=why(played.scenario, move, library.coach),
        explained=f"{passage.title}: {passage.text}" if passage else None,
    )
    return NewMistake(move.step, str(move.reason.kind) if move.reason else "", move.loss, to_plain(question))


def said_before(played: Played, step: int) -> list[Line]:
    """What was said before a step: the learner's words, or what they did where they pressed a button."""
    name = played.scenario.counterpart.split(",")[0]
    lines: list[Line] = []
    ask = played.scenario.opening_ask
    for event, each in zip(played.step_events[:step], played.steps[:step], strict=True):
        if event.body["text"]:
            lines.append(Line(None, event.body["text"]))
        elif each.moves:
            lines.append(Line(None, message_label(played.scenario, ask, each.moves), spoken=False))
        ask = each.response.ask
        lines.append(Line(name, event.body["words"]))
    return lines


# --- what is kept of it -----------------------------------------------------------------------------------------------


async def _keep(db: Connection, played: Played, lesson: Lesson, ended_at: datetime) -> None:
    row = played.row
    member = await members.get(db, row.learner)
    await lessons.replace_mistakes(db, row.learner, row.scenario, [mistake.reason for mistake in lesson.mistakes])
    after = await _rate(db, played, lesson)
    score = lesson.score if row.outcome != Outcome.UNFINISHED else None
    await lessons.add(
        db, LessonRow(row.id, row.learner, ended_at, lesson.accuracy, score, after is not None), lesson.mistakes
    )
    for reason, loss in lesson.losses:
        await lessons.add_to_habit(db, row.learner, reason, loss, row.id)
    counted = counts_for(score, played.hints) if score is not None and _shows_something(played) else None
    if counted is not None and row.rated and row.guild is not None:
        week = week_of(ended_at.astimezone(UTC).date())
        await ratings.add_to_week(db, row.guild, week, row.learner, row.scenario, counted)
    await _add_to_skill(db, played, counted, ended_at)
    await _add_to_day(db, played, lesson, ended_at, member, after)


def _shows_something(played: Played) -> bool:
    """Return whether a good result says something of the learner: not in a second try, in which what is hidden is
    known, nor where so much was taken back that the limit could have been found by trial."""
    return played.row.rewound_at is None and played.times_taken_back <= MOST_TAKEN_BACK


async def _rate(db: Connection, played: Played, lesson: Lesson) -> Rating | None:
    """Rate the learner by a match against the scenario as all others found it, and let the first results without help
    say how hard it is. Return the new rating, or None where the session changes nothing.

    What was left unfinished, or shows nothing, wins nothing. What it had lost by then is lost: otherwise stopping in
    the middle would take a loss out.
    """
    learner, scenario = played.row.learner, played.scenario
    if lesson.score is None or not played.row.rated or played.row.rewound_at is not None:
        return None
    mine = await ratings.of_learner(db, learner, to_change=True) or Rated(Rating(), 0)
    others = await ratings.results_of_others(db, scenario.id, learner)
    its = rating.of_scenario(scenario.level, others)
    counts = played.row.outcome != Outcome.UNFINISHED and _shows_something(played)
    after = rating.after_session(mine.rating, its, lesson.score, gains_after(played.hints) if counts else 0.0)
    if not counts and after.mean >= mine.rating.mean:
        return None
    await ratings.put_learner(db, learner, Rated(after, mine.sessions + 1))
    found = await ratings.result_of(db, scenario.id, learner) or Found(0, 0.0)
    if counts and found.results < rating.FIRST_RESULTS and not played.hints:
        hardness = rating.hardness(mine.rating, scenario.level, lesson.score)
        found = Found(found.results + 1, (found.hardness * found.results + hardness) / (found.results + 1))
        await ratings.put_result(db, scenario.id, learner, found)
        everybody = Hardness(others.members + 1, others.total + found.hardness)
        its = rating.of_scenario(scenario.level, everybody)
        await ratings.put_scenario(db, scenario.id, Rated(its, everybody.members))
    return after


async def _add_to_skill(db: Connection, played: Played, counted: float | None, ended_at: datetime) -> None:
    row = played.row
    before = await skills.get(db, row.learner, row.scenario, ended_at)
    skill = before.skill if counted is None else before.skill.after(counted)
    result = None if row.rewound_at is not None else row.surplus_share
    shares = [share for share in (before.best_share, result) if share is not None]
    after = replace(
        before,
        last_at=max(before.last_at, ended_at),
        sessions=before.sessions + 1,
        deals=before.deals + (row.outcome == Outcome.DEAL),
        no_deals=before.no_deals + (row.outcome == Outcome.NO_DEAL),
        best_share=max(shares, default=None),
        reviewed=skill.sessions,
        score=skill.score,
    )
    await skills.put(db, row.learner, after)


async def _add_to_day(
    db: Connection, played: Played, lesson: Lesson, ended_at: datetime, member: Member, after: Rating | None
) -> None:
    row = played.row
    so_far = await days.on(db, row.learner, local_day(ended_at, zone_of(member)), ended_at)
    day = replace(
        so_far,
        sessions=so_far.sessions + 1,
        accuracies=so_far.accuracies + (lesson.accuracy is not None),
        accuracy=so_far.accuracy + (lesson.accuracy or 0.0),
        shares=so_far.shares + (row.surplus_share is not None),
        share=so_far.share + (row.surplus_share or 0.0),
        rating=so_far.rating if after is None else after.mean,
    )
    await days.put(db, row.learner, day)
