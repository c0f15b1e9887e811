"""Quizzes: the questions that were put together for a member, and the answers to them, which are only ever added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from bot.storage.learning_tables import answers, quizzes
from bot.storage.storage import Connection


@dataclass(frozen=True, slots=True)
class QuizRow:
    id: int
    learner: int
    started_at: datetime
    ended_at: datetime | None
    questions: Sequence[object]  # plain data


_COLUMNS = tuple(quizzes.c[name] for name in QuizRow.__slots__)


async def add(db: Connection, learner: int, started_at: datetime, questions: Sequence[object]) -> QuizRow:
    row = {"learner": learner, "started_at": started_at, "questions": questions}
    made = (await db.execute(insert(quizzes).values(row).returning(quizzes.c.id))).scalar_one()
    return QuizRow(made, learner, started_at, None, questions)


async def get(db: Connection, quiz: int, *, to_change: bool = False) -> QuizRow | None:
    """The quiz, or None. With `to_change` other writers wait for it until this transaction ends."""
    wanted = select(*_COLUMNS).where(quizzes.c.id == quiz)
    row = (await db.execute(wanted.with_for_update() if to_change else wanted)).one_or_none()
    return QuizRow(*row) if row else None


async def last_open(db: Connection, learner: int) -> QuizRow | None:
    """The member's last quiz, if it hasn't ended."""
    wanted = select(*_COLUMNS).where(quizzes.c.learner == learner).order_by(quizzes.c.id.desc()).limit(1)
    row = (await db.execute(wanted)).one_or_none()
    return QuizRow(*row) if row and row.ended_at is None else None


async def end(db: Connection, quiz: int, at: datetime) -> None:
    await db.execute(update(quizzes).where(quizzes.c.id == quiz, quizzes.c.ended_at.is_(None)).values(ended_at=at))


async def answer(db: Connection, quiz: int, number: int, choice: int, at: datetime) -> None:
    """Raises IntegrityError where that number has been answered: whoever comes second loses."""
    await db.execute(insert(answers).values(quiz=quiz, number=number, choice=choice, at=at))


async def choices(db: Connection, quiz: int) -> list[int]:
    """The options chosen so far, in order."""
    return list(await db.scalars(select(answers.c.choice).where(answers.c.quiz == quiz).order_by(answers.c.number)))


async def drop_old(db: Connection, until: datetime) -> None:
    """Deletes the quizzes that were begun by then, with their answers. What was learned in them is in memories."""
    await db.execute(delete(quizzes).where(quizzes.c.started_at <= until))
