"""Memories: how well a member remembers each question that was ever asked."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, func, select

from bot.learning.recall import Memory
from bot.storage.learning_tables import memories
from bot.storage.rows import get_row, put_row
from bot.storage.storage import Connection


@dataclass(frozen=True, slots=True)
class MemoryRow:
    question: str
    tactic: str | None
    memory: Memory


async def get(db: Connection, learner: int, question: str) -> Memory | None:
    row = await get_row(db, memories, {"learner": learner, "question": question}, to_change=True)
    return Memory(row.due, row.last, row.stability, row.difficulty) if row else None


async def put(db: Connection, learner: int, question: str, tactic: str | None, memory: Memory) -> None:
    await put_row(db, memories, {"learner": learner, "question": question}, {"tactic": tactic, **asdict(memory)})


async def drop(db: Connection, learner: int, question: str) -> None:
    """What is remembered of a question that is asked no more."""
    await db.execute(delete(memories).where(memories.c.learner == learner, memories.c.question == question))


async def due(db: Connection, learner: int, before: datetime, most: int) -> list[str]:
    """Questions that are due before then, the most overdue first."""
    wanted = (
        select(memories.c.question)
        .where(memories.c.learner == learner, memories.c.due < before)
        .order_by(memories.c.due, memories.c.question)
        .limit(most)
    )
    return list(await db.scalars(wanted))


async def due_by_tactic(db: Connection, learner: int, before: datetime) -> dict[str | None, int]:
    """How many questions are due before then, by what they are about."""
    found = await db.execute(
        select(memories.c.tactic, func.count())
        .where(memories.c.learner == learner, memories.c.due < before)
        .group_by(memories.c.tactic)
    )
    return {row[0]: row[1] for row in found}


async def of_tactics(db: Connection, learner: int) -> list[MemoryRow]:
    """What is remembered of the tactics' own questions: not of one's mistakes, of which there may be very many."""
    found = await db.execute(select(memories).where(memories.c.learner == learner, memories.c.tactic.is_not(None)))
    return [
        MemoryRow(row.question, row.tactic, Memory(row.due, row.last, row.stability, row.difficulty)) for row in found
    ]
