"""Lessons: which sessions are still to be learned from, and what was learned from the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import String, cast, delete, insert, literal, select, update

from bot.learning.habits import Habit
from bot.storage.clusters import ALONE, Cluster
from bot.storage.learning_tables import habits, lessons, memories, mistakes, owed_lessons
from bot.storage.rows import get_row, put_row
from bot.storage.storage import Connection
from bot.storage.tables import sessions


@dataclass(frozen=True, slots=True)
class LessonRow:
    session: int
    learner: int
    at: datetime  # when the session ended
    accuracy: float | None  # 0..100
    score: float | None  # 0..1; None where there was nothing to review
    rated: bool


@dataclass(frozen=True, slots=True)
class NewMistake:
    step: int
    reason: str
    loss: float  # surplus share
    question: object  # it as a position to solve, plain data


@dataclass(frozen=True, slots=True)
class MistakeRow:
    id: int
    session: int
    question: object


async def owe(db: Connection, session: int, learner: int) -> None:
    """A session has ended, and is to be learned from."""
    await db.execute(insert(owed_lessons).values(session=session, learner=learner))


async def owed(db: Connection, most: int, learner: int | None = None, cluster: Cluster = ALONE) -> list[int]:
    """Sessions in the servers of a cluster still to be learned from, oldest first; of one learner only where it is
    given.

    One that is veiled waits: what it teaches would tell what others are still playing.
    """
    wanted = (
        select(owed_lessons.c.session)
        .join(sessions, sessions.c.id == owed_lessons.c.session)
        .where(sessions.c.veiled.is_(False), cluster.is_of(sessions.c.guild))
        .order_by(owed_lessons.c.session)
        .limit(most)
    )
    if learner is not None:
        wanted = wanted.where(owed_lessons.c.learner == learner)
    return list(await db.scalars(wanted))


async def settle(db: Connection, session: int) -> bool:
    """Nothing is owed for this session any more; False where nothing was."""
    gone = await db.execute(delete(owed_lessons).where(owed_lessons.c.session == session))
    return gone.rowcount > 0


async def add(db: Connection, lesson: LessonRow, made: Sequence[NewMistake]) -> None:
    await db.execute(insert(lessons).values(asdict(lesson)))
    for mistake in made:
        row = {"session": lesson.session, "learner": lesson.learner, **asdict(mistake)}
        await db.execute(insert(mistakes).values(row))


async def get(db: Connection, session: int) -> LessonRow | None:
    row = await get_row(db, lessons, {"session": session})
    return LessonRow(**row._mapping) if row else None  # pyright: ignore[reportPrivateUsage]


# --- habits -----------------------------------------------------------------------------------------------------------


async def add_to_habit(db: Connection, learner: int, reason: str, loss: float, session: int) -> None:
    """One more time that this reason cost something."""
    key = {"learner": learner, "reason": reason}
    row = await get_row(db, habits, key, to_change=True)
    times, before = (row.times, row.loss) if row else (0, 0.0)
    await put_row(db, habits, key, {"times": times + 1, "loss": before + loss, "session": session})


async def habits_of(db: Connection, learner: int) -> list[Habit]:
    found = await db.execute(
        select(habits.c.reason, habits.c.times, habits.c.loss, habits.c.session).where(habits.c.learner == learner)
    )
    return [Habit(*row) for row in found]


# --- mistakes as questions --------------------------------------------------------------------------------------------

PREFIX = "mistake:"
"""What the id of a mistake begins with where it is a question in a quiz."""


async def mistake(db: Connection, mistake_id: int) -> MistakeRow | None:
    row = await get_row(db, mistakes, {"id": mistake_id})
    return MistakeRow(row.id, row.session, row.question) if row else None


async def unasked(db: Connection, learner: int, most: int) -> list[MistakeRow]:
    """The latest mistakes that have never been asked in a quiz."""
    asked = select(memories.c.question).where(
        memories.c.learner == learner, memories.c.question == literal(PREFIX) + cast(mistakes.c.id, String)
    )
    wanted = (
        select(mistakes.c.id, mistakes.c.session, mistakes.c.question)
        .where(mistakes.c.learner == learner, ~asked.exists())
        .order_by(mistakes.c.id.desc())
        .limit(most)
    )
    return [MistakeRow(*row) for row in await db.execute(wanted)]


async def replace_mistakes(db: Connection, learner: int, scenario: str, reasons: Sequence[str]) -> None:
    """What was done wrong again is asked as it was done last: the questions made of it before, in that scenario for
    those reasons, are taken out, with what is remembered of them."""
    before = select(mistakes.c.id).join(sessions, sessions.c.id == mistakes.c.session)
    of_a_kind = before.where(
        mistakes.c.learner == learner, sessions.c.scenario == scenario, mistakes.c.reason.in_(reasons)
    )
    gone = list(await db.scalars(of_a_kind))
    if gone:
        asked = [f"{PREFIX}{each}" for each in gone]
        await db.execute(delete(memories).where(memories.c.learner == learner, memories.c.question.in_(asked)))
        await db.execute(delete(mistakes).where(mistakes.c.id.in_(gone)))


async def mistakes_of(db: Connection, session: int) -> list[tuple[MistakeRow, int]]:
    """The mistakes of a session, each with the number of its step."""
    found = await db.execute(select(mistakes).where(mistakes.c.session == session).order_by(mistakes.c.step))
    return [(MistakeRow(row.id, row.session, row.question), row.step) for row in found]


async def rewrite_mistake(db: Connection, mistake_id: int, question: object) -> None:
    """Puts another question in place of the one that a mistake had."""
    await db.execute(update(mistakes).where(mistakes.c.id == mistake_id).values(question=question))
