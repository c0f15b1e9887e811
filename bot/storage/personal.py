"""Everything that is stored about one member: found, told in words, and deleted.

A test holds that each column which names a member, in whatever table, has its place in HOLDINGS.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, delete, func, select, tuple_, update

from bot.storage.drill_tables import drill_candidates, drill_offers, drill_seats, drill_votes, drills
from bot.storage.learning_tables import (
    answers,
    board_members,
    daily_answers,
    days,
    habits,
    learner_ratings,
    lessons,
    members,
    memories,
    mistakes,
    owed_lessons,
    quizzes,
    scenario_results,
    skills,
    weekly_bests,
)
from bot.storage.storage import Connection
from bot.storage.tables import events, posts, sessions, timers

NOBODY = 0
"""Stands for a member who has been forgotten."""

_ROWS_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Holding:
    """The rows of one table that are about a member, and what they say, in words for the member.

    `key` names the member itself; where `of` is given, `key` points to the rows of that holding instead. Rows that
    others need too stay when the member is forgotten: `instead` says what then stands in place of who it was.
    """

    key: Column[Any]
    about: str
    of: Holding | None = None
    instead: Mapping[str, object] | None = None

    @property
    def table(self) -> Table:
        table = self.key.table
        assert isinstance(table, Table)
        return table

    def rows_of(self, member: int) -> ColumnElement[bool]:
        if self.of is None:
            return self.key == member
        (owner,) = (each.column for each in self.key.foreign_keys)
        return self.key.in_(select(owner).where(self.of.rows_of(member)))


_SESSIONS = Holding(
    sessions.c.learner,
    "Your practice sessions: which scenario, where and when, and how each one ended. Amounts are in the smallest unit "
    "of the currency (cents).",
)
_QUIZZES = Holding(quizzes.c.learner, "Your quizzes of the last day or so: when, and the questions you were asked.")

HOLDINGS = (
    _SESSIONS,
    Holding(
        events.c.session,
        "What happened in your sessions, step by step: your words, how they were read, and the answers to them.",
        _SESSIONS,
    ),
    Holding(posts.c.session, "What I wrote to you in your sessions.", _SESSIONS),
    Holding(timers.c.session, "What is going to happen by itself in your running sessions, and when.", _SESSIONS),
    Holding(owed_lessons.c.learner, "Sessions that have ended and have not been reviewed yet."),
    Holding(lessons.c.learner, "What each session was worth: accuracy from 0 to 100, score from 0 to 1."),
    Holding(mistakes.c.learner, "Costly moves of yours, kept as questions for the quiz."),
    Holding(habits.c.learner, "What has cost you most over all sessions, added up by kind."),
    Holding(days.c.learner, "On which days you were active, added up by day."),
    Holding(skills.c.learner, "How you have played each scenario, added up."),
    Holding(learner_ratings.c.learner, "Your rating: its mean and how sure it is."),
    Holding(
        scenario_results.c.learner,
        "How hard you found each scenario, by your first rated practices of it. It counts a little in the scenario’s "
        "rating.",
    ),
    Holding(memories.c.learner, "How well you remember each question, and when it is due again."),
    _QUIZZES,
    Holding(answers.c.quiz, "What you chose in your quizzes.", _QUIZZES),
    Holding(daily_answers.c.learner, "What you chose in positions of the day."),
    Holding(weekly_bests.c.learner, "Your best score in each scenario in a week, by server."),
    Holding(board_members.c.learner, "Servers where you have agreed to stand on the leaderboard."),
    Holding(
        drill_seats.c.member,
        "Your seats in drills, and what came of them. If you delete your data, the results stay without your name.",
        instead={"member": NOBODY, "named": False, "thread": None},
    ),
    Holding(
        drill_candidates.c.member,
        "What you proposed to say in front of a group. If you delete your data, your words and your name go from it.",
        instead={"member": NOBODY, "text": "…"},
    ),
    Holding(
        drill_offers.c.member,
        "What you offered in pairs. If you delete your data, the offers stay for the other side without your name.",
        instead={"member": NOBODY},
    ),
    Holding(drill_votes.c.member, "What you voted for in front of a group."),
    Holding(
        drills.c.moderator,
        "Drills that you made as a moderator. If you delete your data, they stay for the others without your name.",
        instead={"moderator": NOBODY},
    ),
    Holding(members.c.learner, "What you have decided: time zone, who sees your progress, what is rated and shown."),
)
"""An owner stands before what hangs on it."""


async def counts(db: Connection, member: int) -> dict[str, int]:
    """How many rows of each table are about the member."""
    return {
        holding.table.name: (
            await db.execute(select(func.count()).select_from(holding.table).where(holding.rows_of(member)))
        ).scalar_one()
        for holding in HOLDINGS
    }


async def rows(db: Connection, holding: Holding, member: int) -> AsyncGenerator[dict[str, Any]]:
    """The member's rows of one table, a few at a time, as they were written."""
    table = holding.table
    columns = table.primary_key.columns
    key = tuple_(*columns)
    wanted = select(table).where(holding.rows_of(member)).order_by(*columns).limit(_ROWS_AT_ONCE)
    found = (await db.execute(wanted)).mappings().all()
    while found:
        for row in found:
            yield dict(row)
        last = tuple(found[-1][column] for column in columns)
        found = (await db.execute(wanted.where(key > last))).mappings().all()


async def forget(db: Connection, member: int) -> int:
    """Deletes everything about the member, or takes the member out of it; says how many rows that were."""
    gone = 0
    for holding in reversed(HOLDINGS):
        change = delete(holding.table) if holding.instead is None else update(holding.table).values(holding.instead)
        gone += (await db.execute(change.where(holding.rows_of(member)))).rowcount
    return gone
