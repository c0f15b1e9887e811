from __future__ import annotations

import asyncio

import pytest

from bot.content.library import load_library
from bot.learning.rating import Rating
from bot.negotiation.moves import Accept, Ask, CiteAlternative, GiveReason, Offer, Threaten, Topic, WalkAway
from bot.negotiation.review import ReasonKind
from bot.services.errors import NoSuchSession
from bot.services.habit_words import habit_words
from bot.services.learned import Learned
from bot.services.learning import Learning
from bot.services.practice import Practice
from bot.storage import Storage, lessons, ratings
from tests import first_model
from tests.services.lamp import LEARNER, STRANGER, THREAD, Clock
from tests.services.learning.conftest import Knowledge, Table

SOLD = (Accept(),)
"""Takes the lamp for $100, which is $10 worse than what Bo asks."""
WELL_PLAYED = (
    (Ask(Topic.OTHER_BUYERS), CiteAlternative(9000), Offer(7500)),
    (Threaten(), Offer(8000)),
    (GiveReason(), Offer(8300)),
    (WalkAway(reachable=True),),
    (Offer(8300, frozenset({"bulb"})),),
)
"""Finds out that nobody else wants it, names Bo's price, leaves when Ann won't move; once called, asks for a bulb."""
GUILD = 1
KNOWLEDGE = first_model.knowledge()


def mastered(found: Learned) -> float:
    """The mastery of the tactic that the lamp is about, as far as it was shown at the table."""
    return found.tactics[0].mastery.done or 0.0


async def test_a_session_that_ends_owes_a_lesson(storage: Storage, table: Table) -> None:
    session = await table.play(SOLD)

    async with storage.reading() as db:
        assert await lessons.owed(db, 5) == [session]


async def test_a_lesson_is_taken_in_once(learning: Learning, table: Table, storage: Storage) -> None:
    session = await table.play(SOLD)

    taken = await asyncio.gather(*(learning.lessons.take_in(session) for _ in range(3)))

    assert sorted(taken) == [False, False, True]
    async with storage.reading() as db:
        assert await lessons.owed(db, 5) == []
        rated = await ratings.of_learner(db, LEARNER)
    assert rated is not None
    assert rated.sessions == 1
    assert (await learning.progress(LEARNER, LEARNER)).sessions == 1


async def test_a_session_that_is_running_teaches_nothing_yet(practice: Practice, learning: Learning) -> None:
    turn = await practice.start(LEARNER, THREAD, scenario="lamp")

    assert not await learning.lessons.take_in(turn.session.id)
    with pytest.raises(NoSuchSession):
        await learning.lessons.take_in(999)


async def test_what_was_left_by_a_stop_is_caught_up_with(
    storage: Storage, table: Table, clock: Clock, knowledge: Knowledge, database: str
) -> None:
    for _ in range(4):
        await table.play(SOLD)
    await table.play(SOLD, learner=STRANGER)
    await storage.close()

    again = await Storage.open(database)
    learning = Learning(again, knowledge, clock)

    assert await learning.lessons.catch_up(LEARNER) == 3
    assert await learning.lessons.catch_up() == 2
    assert await learning.lessons.catch_up() == 0
    assert (await learning.progress(LEARNER, LEARNER)).sessions == 4
    await again.close()


async def test_a_bad_bargain_costs_rating_and_a_good_one_wins_it(learning: Learning, table: Table) -> None:
    await table.learn(SOLD)
    after_bad = (await learning.progress(LEARNER, LEARNER)).rating
    await table.learn(*WELL_PLAYED, learner=STRANGER)
    after_good = (await learning.progress(STRANGER, STRANGER)).rating

    assert after_bad.points < Rating().points < after_good.points


async def test_with_a_hint_the_rating_wins_less_and_the_rest_counts_less(learning: Learning, table: Table) -> None:
    for hints, learner in enumerate((LEARNER, STRANGER)):
        await learning.members.set_on_board(GUILD, learner, True)
        played = await table.play(*WELL_PLAYED, hints=2 * hints, hints_after=1, learner=learner)
        await learning.lessons.take_in(played)

    without, with_two = [await learning.progress(each, each) for each in (LEARNER, STRANGER)]
    assert (without.rated_sessions, with_two.rated_sessions) == (1, 1)
    assert Rating().points < with_two.rating.points < without.rating.points
    assert mastered(with_two) < mastered(without)
    first, second = (await learning.by_week(GUILD, LEARNER)).places
    assert (first.learner, second.learner, first.points - second.points) == (LEARNER, STRANGER, 15)


async def test_a_second_try_is_practice(learning: Learning, practice: Practice, table: Table) -> None:
    first = await table.play(SOLD)
    await learning.lessons.take_in(first)
    before = await learning.progress(LEARNER, LEARNER)
    second = (await practice.start_from(first, LEARNER, THREAD, 1)).session.id
    await practice.press(second, LEARNER, WalkAway(), cause="press")
    await practice.end(second, LEARNER, cause="end")
    await learning.lessons.take_in(second)

    after = await learning.progress(LEARNER, LEARNER)

    assert (after.sessions, after.rated_sessions, after.rating) == (2, 1, before.rating)
    assert mastered(after) == mastered(before)


async def test_once_the_move_was_shown_it_is_practice_and_no_match(learning: Learning, table: Table) -> None:
    session = await table.play(SOLD, hints=3)
    await learning.lessons.take_in(session)

    found = await learning.progress(LEARNER, LEARNER)
    assert (found.rating, found.rated_sessions, found.sessions) == (Rating(), 0, 1)
    assert found.accuracy is not None
    assert mastered(found) == 0


async def test_who_likes_can_practise_unrated(learning: Learning, table: Table) -> None:
    await learning.members.set_rated(LEARNER, False)
    await table.learn(SOLD)

    assert (await learning.progress(LEARNER, LEARNER)).rated_sessions == 0


async def test_a_session_left_before_it_began_is_not_rated(learning: Learning, table: Table) -> None:
    await table.learn()

    found = await learning.progress(LEARNER, LEARNER)
    assert (found.rated_sessions, found.sessions, found.deals) == (0, 1, 0)


async def test_habits_are_told_by_their_reason_with_a_session_to_look_at(learning: Learning, table: Table) -> None:
    await table.learn(SOLD)
    latest = await table.learn(SOLD)

    (habit,) = (await learning.progress(LEARNER, LEARNER)).habits
    assert (habit.habit.times, habit.habit.session) == (2, latest)
    assert habit.habit.reason == "worse_than_alternative"
    assert habit.words == ("Habit_worse_than_alternative.", "Rule_worse_than_alternative.", "walk-away")


def test_every_reason_has_words_and_a_tactic_that_is_there() -> None:
    library = load_library(KNOWLEDGE)
    for reason in ReasonKind:
        words = habit_words(reason, library.coach)
        assert words.did[0].islower()
        assert words.did[-1] != "."
        assert words.instead.endswith(".")
        assert words.tactic in library.tactics


def test_a_reason_that_a_later_version_dropped_is_told_by_its_name() -> None:
    assert habit_words("counted_sheep", load_library(KNOWLEDGE).coach) == ("counted sheep", "", "")


async def test_a_record_of_another_counterpart_is_put_aside(storage: Storage, learning: Learning, table: Table) -> None:
    """Its events say something that this version's counterpart would not have done: there is no review of it."""
    session = await table.play(SOLD)
    async with storage.writing() as db:
        await db.exec_driver_sql("DELETE FROM events WHERE number = 0")

    assert await learning.lessons.take_in(session)
    found = await learning.progress(LEARNER, LEARNER)
    assert (found.sessions, found.accuracy, found.habits) == (1, None, ())
