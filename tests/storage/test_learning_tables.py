"""What is learned, kept: older databases with data in them, and the queries on real files."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from bot.learning.habits import Habit
from bot.learning.rating import Rating
from bot.learning.recall import Answer, answered
from bot.storage import (
    Connection,
    Storage,
    dailies,
    days,
    lessons,
    members,
    memories,
    quizzes,
    ratings,
    sessions,
    skills,
)
from bot.storage.lessons import LessonRow, NewMistake
from bot.storage.members import Member
from bot.storage.ratings import Rated, WeekRow
from tests.storage.test_migrations import migrate

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
MONDAY = date(2026, 5, 4)
ME, YOU, THEM = 11, 12, 13
GUILD = 500


@pytest.mark.parametrize("version", ["0001", "0002"])
async def test_sessions_of_an_older_database_are_still_to_be_learned_from(path: Path, version: str) -> None:
    migrate(path, version)
    old = sqlite3.connect(path)
    old.execute("INSERT INTO contents VALUES ('abc', 'text')")
    for number, ended in ((1, "2026-05-01 13:00:00"), (2, None), (3, "2026-05-02 13:00:00")):
        old.execute(
            "INSERT INTO sessions (id, learner, front, channel, scenario, content, world, seed, started_at, ended_at)"
            " VALUES (?, ?, 'discord', 2, 'lamp', 'abc', 'slow', 3, '2026-05-01 12:00:00', ?)",
            (number, ME, ended),
        )
    old.commit()
    old.close()

    storage = await Storage.open(str(path))

    async with storage.reading() as db:
        assert await lessons.owed(db, 10) == [1, 3]
        assert await lessons.owed(db, 10, learner=YOU) == []
        assert (await sessions.get(db, 2)) is not None
        assert await members.get(db, ME) == Member(ME, "UTC", shown=False, rated=True)
    await storage.close()


async def a_session(db: Connection, learner: int = ME) -> int:
    made = await sessions.add(
        db,
        learner=learner,
        front="discord",
        guild=GUILD,
        channel=1,
        scenario="lamp",
        content=await sessions.keep_content(db, "content"),
        world="slow",
        secret="1",
        seed=1,
        started_at=NOW,
    )
    return made.id


async def test_what_a_member_has_decided(storage: Storage) -> None:
    decided = Member(ME, "Europe/Berlin", shown=True, rated=False)
    async with storage.writing() as db:
        await members.put(db, Member(ME))
        await members.put(db, decided)

        assert await members.get(db, ME) == decided
        assert await members.get(db, YOU) == Member(YOU)


async def test_a_lesson_is_owed_until_it_is_settled(storage: Storage) -> None:
    async with storage.writing() as db:
        session = await a_session(db)
        await lessons.owe(db, session, ME)

        assert await lessons.owed(db, 5, learner=ME) == [session]
        assert await lessons.settle(db, session)
        assert not await lessons.settle(db, session)
        assert await lessons.owed(db, 5) == []


async def test_a_lesson_is_written_once(storage: Storage) -> None:
    async with storage.writing() as db:
        session = await a_session(db)
        lesson = LessonRow(session, ME, NOW, 71.5, 0.6, rated=True)
        await lessons.add(db, lesson, [])

        assert await lessons.get(db, session) == lesson
    with pytest.raises(IntegrityError):
        async with storage.writing() as db:
            await lessons.add(db, lesson, [])


async def test_mistakes_that_were_never_asked_latest_first(storage: Storage) -> None:
    async with storage.writing() as db:
        session = await a_session(db)
        made = [NewMistake(step, "eager", 0.1, {"step": step}) for step in (1, 2, 3)]
        await lessons.add(db, LessonRow(session, ME, NOW, None, None, rated=False), made)
        first, second, third = (row.id for row in reversed(await lessons.unasked(db, ME, 5)))
        await memories.put(db, ME, f"{lessons.PREFIX}{second}", None, answered(None, Answer.KNEW, NOW))

        assert [row.id for row in await lessons.unasked(db, ME, 5)] == [third, first]
        assert [row.id for row in await lessons.unasked(db, ME, 1)] == [third]
        assert await lessons.unasked(db, YOU, 5) == []
        found = await lessons.mistake(db, second)
        assert found is not None
        assert (found.session, found.question) == (session, {"step": 2})
        assert await lessons.mistake(db, 999) is None


async def test_a_mistake_made_again_takes_the_place_of_those_of_its_kind(storage: Storage) -> None:
    async with storage.writing() as db:
        mine, yours = await a_session(db), await a_session(db, YOU)
        made = [NewMistake(1, "eager", 0.1, {}), NewMistake(2, "rude", 0.1, {})]
        for learner, session in ((ME, mine), (YOU, yours)):
            await lessons.add(db, LessonRow(session, learner, NOW, None, None, rated=False), made)
            for row in await lessons.unasked(db, learner, 5):
                await memories.put(db, learner, f"{lessons.PREFIX}{row.id}", None, answered(None, Answer.KNEW, NOW))

        await lessons.replace_mistakes(db, ME, "vase", ["eager", "rude"])
        assert len(await lessons.mistakes_of(db, mine)) == 2
        await lessons.replace_mistakes(db, ME, "lamp", ["eager"])

        ((rude, step),) = await lessons.mistakes_of(db, mine)
        assert step == 2
        assert await memories.due(db, ME, NOW + timedelta(days=99), 9) == [f"{lessons.PREFIX}{rude.id}"]
        assert len(await lessons.mistakes_of(db, yours)) == 2
        assert len(await memories.due(db, YOU, NOW + timedelta(days=99), 9)) == 2


async def test_habits_add_up(storage: Storage) -> None:
    async with storage.writing() as db:
        for session, loss in ((1, 0.1), (2, 0.3)):
            await lessons.add_to_habit(db, ME, "eager", loss, session)
        await lessons.add_to_habit(db, YOU, "eager", 0.9, 3)

        assert await lessons.habits_of(db, ME) == [Habit("eager", 2, 0.4, 2)]


async def test_a_day_grows(storage: Storage) -> None:
    async with storage.writing() as db:
        for hours in (2, 0, 1):
            day = await days.on(db, ME, MONDAY, NOW + timedelta(hours=hours))
            await days.put(db, ME, days.DayRow(MONDAY, day.first, day.last, sessions=day.sessions + 1, rating=24.0))

        assert await days.of(db, ME) == [
            days.DayRow(MONDAY, NOW, NOW + timedelta(hours=2), sessions=3, rating=24.0),
        ]
        assert await days.of(db, YOU) == []


async def test_skills_the_one_played_last_first(storage: Storage) -> None:
    lamp = skills.SkillRow("lamp", NOW, 2, 1, 1, 0.5, 2, 0.4)
    boat = skills.SkillRow("boat", NOW + timedelta(days=1))
    async with storage.writing() as db:
        await skills.put(db, ME, lamp)
        await skills.put(db, ME, boat)

        assert await skills.of(db, ME) == [boat, lamp]
        assert await skills.get(db, ME, "lamp", NOW) == lamp
        assert await skills.get(db, YOU, "lamp", NOW) == skills.SkillRow("lamp", NOW)


async def test_what_is_due_the_most_overdue_first(storage: Storage) -> None:
    async with storage.writing() as db:
        for days_ago, question in ((1, "flinch#a"), (9, "flinch#b"), (5, "mistake:7")):
            memory = answered(None, Answer.MISSED, NOW - timedelta(days=days_ago))
            await memories.put(db, ME, question, None if question.startswith("m") else "flinch", memory)
        await memories.put(db, ME, "flinch#later", "flinch", answered(None, Answer.KNEW, NOW))
        soon = NOW + timedelta(seconds=1)

        assert await memories.due(db, ME, soon, 9) == ["flinch#b", "mistake:7", "flinch#a"]
        assert await memories.due(db, ME, soon, 1) == ["flinch#b"]
        assert await memories.due_by_tactic(db, ME, soon) == {"flinch": 2, None: 1}
        assert {row.question for row in await memories.of_tactics(db, ME)} == {"flinch#a", "flinch#b", "flinch#later"}
        assert await memories.due(db, YOU, soon, 9) == []


async def test_an_answer_counts_once(storage: Storage) -> None:
    async with storage.writing() as db:
        quiz = await quizzes.add(db, ME, NOW, ["plain"])
        await quizzes.answer(db, quiz.id, 0, 2, NOW)
    with pytest.raises(IntegrityError):
        async with storage.writing() as db:
            await quizzes.answer(db, quiz.id, 0, 1, NOW)

    async with storage.writing() as db:
        assert await quizzes.choices(db, quiz.id) == [2]
        assert await quizzes.last_open(db, ME) == quiz
        await quizzes.end(db, quiz.id, NOW)
        assert await quizzes.last_open(db, ME) is None


async def test_nobody_stands_on_a_board_who_has_not_agreed(storage: Storage) -> None:
    async with storage.writing() as db:
        for learner, mean, spread in ((ME, 25.0, 2.0), (YOU, 30.0, 2.0), (THEM, 40.0, 8.0)):
            await ratings.put_learner(db, learner, Rated(Rating(mean, spread), 9))
            await ratings.add_to_week(db, GUILD, MONDAY, learner, "lamp", 0.5)
        assert (await ratings.by_rating(db, GUILD, 5.0), await ratings.by_week(db, GUILD, MONDAY)) == ([], [])
        for learner in (ME, THEM):
            await ratings.join_board(db, GUILD, learner)
            await ratings.join_board(db, GUILD, learner)
        await ratings.join_board(db, GUILD + 1, YOU)

        assert await ratings.by_rating(db, GUILD, 5.0) == [(ME, Rated(Rating(25.0, 2.0), 9))]
        assert [row.learner for row in await ratings.by_week(db, GUILD, MONDAY)] == [ME, THEM]
        assert await ratings.by_week(db, GUILD + 1, MONDAY) == []
        await ratings.leave_board(db, GUILD, ME)
        assert await ratings.by_rating(db, GUILD, 5.0) == []
        assert not await ratings.is_on_board(db, GUILD, ME)


async def test_the_best_session_of_each_scenario_counts_for_the_week(storage: Storage) -> None:
    async with storage.writing() as db:
        await ratings.join_board(db, GUILD, ME)
        for scenario, score in (("lamp", 0.5), ("lamp", 0.75), ("lamp", 0.25), ("boat", 0.5)):
            await ratings.add_to_week(db, GUILD, MONDAY, ME, scenario, score)

        assert await ratings.by_week(db, GUILD, MONDAY) == [WeekRow(ME, 1.25, 2)]
        assert await ratings.by_week(db, GUILD, MONDAY - timedelta(days=7)) == []


async def test_the_position_of_the_day_and_its_answers(storage: Storage) -> None:
    async with storage.writing() as db:
        assert await dailies.get(db, GUILD, MONDAY) is None
        await dailies.add(db, GUILD, MONDAY, {"text": "?"})
        for learner, chosen in ((ME, 0), (YOU, 2), (THEM, 2)):
            await dailies.answer(db, GUILD, MONDAY, learner, chosen, NOW)

        assert await dailies.get(db, GUILD, MONDAY) == {"text": "?"}
        assert await dailies.counts(db, GUILD, MONDAY) == {0: 1, 2: 2}
        assert await dailies.choice(db, GUILD, MONDAY, YOU) == 2
        assert await dailies.choice(db, GUILD + 1, MONDAY, YOU) is None
    with pytest.raises(IntegrityError):
        async with storage.writing() as db:
            await dailies.answer(db, GUILD, MONDAY, ME, 1, NOW)
