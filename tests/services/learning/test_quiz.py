from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.learning.quiz import QuestionKind
from bot.learning.recall import Answer
from bot.negotiation.moves import Accept, GiveReason, Offer
from bot.services.learning import Learning
from bot.services.quiz import LENGTH, NoSuchQuiz, NothingDue, QuizView
from bot.storage import Storage
from tests.services.lamp import LEARNER, STRANGER, Clock
from tests.services.learning.conftest import Knowledge, Table, lamp_library

SOLD = (Accept(),)


async def answer_all(learning: Learning, view: QuizView, *, wrong: frozenset[int] = frozenset()) -> QuizView:
    """Answers to the end, all of them right but those numbers."""
    while view.question is not None:
        right = view.question.right
        choice = right if view.number not in wrong else (right + 1) % len(view.question.options)
        view = await learning.quiz.answer(view.id, LEARNER, view.number, choice)
    return view


async def test_the_first_quiz_begins_with_what_is_easiest(learning: Learning) -> None:
    view = await learning.quiz.start(LEARNER)

    assert (view.number, view.length, view.due, view.last) == (0, 6, 0, None)
    assert view.question is not None
    assert view.question.id == "leaving#q0"


async def test_what_is_missed_comes_again_at_the_end(learning: Learning) -> None:
    view = await learning.quiz.start(LEARNER)

    done = await answer_all(learning, view, wrong=frozenset({1}))

    assert [given.question.id for given in done.given][-1] == "leaving#q1"
    assert (done.length, done.right, done.question, done.stopped) == (7, 6, None, False)
    assert [given.answer for given in done.given].count(Answer.MISSED) == 1


async def test_what_was_answered_is_not_asked_again_the_same_day(learning: Learning, clock: Clock) -> None:
    await answer_all(learning, await learning.quiz.start(LEARNER))

    with pytest.raises(NothingDue):
        await learning.quiz.start(LEARNER)
    clock.forward(days=1)
    with pytest.raises(NothingDue):
        await learning.quiz.start(LEARNER)
    clock.forward(days=1)
    assert (await learning.quiz.start(LEARNER)).length == 6


async def test_what_was_missed_is_due_tomorrow(learning: Learning, clock: Clock) -> None:
    await answer_all(learning, await learning.quiz.start(LEARNER), wrong=frozenset({0, 6}))
    clock.forward(hours=13)  # the day after, in UTC

    view = await learning.quiz.start(LEARNER)

    assert view.length == 1
    assert view.question is not None
    assert view.question.id == "leaving#q0"


async def test_a_day_ends_where_the_member_lives(learning: Learning, clock: Clock) -> None:
    """It is noon in London and nearly the next day in Auckland; the question is due at noon tomorrow in London."""
    await answer_all(learning, await learning.quiz.start(LEARNER), wrong=frozenset({0, 6}))
    await learning.members.set_zone(LEARNER, "Pacific/Honolulu")
    clock.forward(hours=13)  # three in the afternoon in Honolulu, the same day

    with pytest.raises(NothingDue):
        await learning.quiz.start(LEARNER)


async def test_an_answer_that_is_given_twice_counts_once(learning: Learning) -> None:
    view = await learning.quiz.start(LEARNER)

    both = await asyncio.gather(
        learning.quiz.answer(view.id, LEARNER, 0, 0), learning.quiz.answer(view.id, LEARNER, 0, 1)
    )

    assert [len(each.given) for each in both] == [1, 1]
    assert both[0].given == both[1].given
    assert (await learning.progress(LEARNER, LEARNER)).history[-1].answers == 1


async def test_nothing_is_lost_when_the_bot_restarts_in_mid_quiz(
    learning: Learning, storage: Storage, knowledge: Knowledge, clock: Clock, database: str
) -> None:
    view = await learning.quiz.start(LEARNER)
    view = await learning.quiz.answer(view.id, LEARNER, 0, 1)
    await storage.close()

    again = await Storage.open(database)
    resumed = await Learning(again, knowledge, clock).quiz.start(LEARNER)

    assert resumed == view
    assert resumed.last is not None
    assert resumed.last.answer is Answer.MISSED
    await again.close()


async def test_a_quiz_keeps_the_questions_that_it_began_with(learning: Learning, knowledge: Knowledge) -> None:
    view = await learning.quiz.start(LEARNER)
    knowledge.library = replace(lamp_library(), tactics={})

    assert await learning.quiz.view(view.id, LEARNER) == view
    assert (await answer_all(learning, view)).right == 6


async def test_a_question_that_was_taken_out_is_not_asked_any_more(
    learning: Learning, knowledge: Knowledge, clock: Clock
) -> None:
    await answer_all(learning, await learning.quiz.start(LEARNER))
    knowledge.library = lamp_library(questions=1)
    clock.forward(days=30)

    view = await learning.quiz.start(LEARNER)

    assert (view.length, view.due) == (2, 0)


async def test_one_can_stop_when_one_likes(learning: Learning, clock: Clock) -> None:
    view = await learning.quiz.start(LEARNER)
    view = await learning.quiz.answer(view.id, LEARNER, 0, 0)
    stopped = await learning.quiz.stop(view.id, LEARNER)

    assert (stopped.stopped, stopped.question, stopped.right) == (True, None, 1)
    assert await learning.quiz.answer(view.id, LEARNER, 1, 0) == stopped
    assert (await learning.quiz.start(LEARNER)).length == 5


async def test_a_quiz_of_yesterday_is_over_and_its_answers_count(learning: Learning, clock: Clock) -> None:
    view = await learning.quiz.start(LEARNER)
    await learning.quiz.answer(view.id, LEARNER, 0, 0)
    clock.forward(hours=25)

    fresh = await learning.quiz.start(LEARNER)

    assert (fresh.id != view.id, fresh.length) == (True, 5)
    assert (await learning.quiz.view(view.id, LEARNER)).stopped


async def test_a_quiz_is_its_members_own(learning: Learning) -> None:
    view = await learning.quiz.start(LEARNER)

    for attempt in (
        learning.quiz.answer(view.id, STRANGER, 0, 0),
        learning.quiz.stop(view.id, STRANGER),
        learning.quiz.view(view.id, STRANGER),
        learning.quiz.view(999, LEARNER),
        learning.quiz.answer(view.id, LEARNER, 0, 9),
    ):
        with pytest.raises(NoSuchQuiz):
            await attempt


async def test_ones_own_mistake_is_a_position_to_solve(learning: Learning, table: Table) -> None:
    await table.learn(SOLD)

    view = await learning.quiz.start(LEARNER)

    assert view.question is not None
    assert view.question.kind is QuestionKind.POSITION
    assert "The lamp, round 0 of about 8. You want a lamp." in view.question.text
    assert "On the table: $100. You have named no price." in view.question.text
    assert "Ann: It's $100." in view.question.text
    played = next(option for option in view.question.options if option.text == "Accept $100")
    assert played.answer is Answer.MISSED
    assert played.why == "This is what you did then. Why_worse_than_alternative."
    done = await answer_all(learning, view)
    assert done.right == done.length


async def test_a_mistake_comes_back_like_any_other_question(
    learning: Learning, table: Table, clock: Clock, knowledge: Knowledge
) -> None:
    knowledge.library = lamp_library(questions=0)
    await table.learn(SOLD)
    first = await learning.quiz.start(LEARNER)
    await answer_all(learning, first, wrong=frozenset({0, 1}))
    clock.forward(days=1)

    again = await learning.quiz.start(LEARNER)

    assert again.question is not None
    assert first.question is not None
    assert again.question == first.question
    await answer_all(learning, again)
    with pytest.raises(NothingDue):
        await learning.quiz.start(LEARNER)


async def test_a_mistake_made_again_is_asked_once_and_as_it_was_made_last(
    learning: Learning, table: Table, knowledge: Knowledge, clock: Clock
) -> None:
    knowledge.library = lamp_library(questions=0)
    await table.learn(SOLD)
    first = await learning.quiz.start(LEARNER)
    await answer_all(learning, first)
    await table.learn((Offer(5000), GiveReason()), SOLD)

    again = await learning.quiz.start(LEARNER)

    assert (again.length, again.due) == (1, 0)
    assert again.question is not None
    assert first.question is not None
    assert again.question.id != first.question.id
    assert "Your offer: $50." in again.question.text
    await answer_all(learning, again)
    clock.forward(days=30)
    assert (await learning.quiz.start(LEARNER)).length == 1


async def test_a_quiz_is_short(learning: Learning, knowledge: Knowledge) -> None:
    knowledge.library = lamp_library(questions=30)

    assert (await learning.quiz.start(LEARNER)).length == LENGTH


async def test_sixty_days_with_the_quiz(learning: Learning, knowledge: Knowledge, clock: Clock) -> None:
    """A member who answers every day and misses each question the first time it comes: forty questions are all
    learned, and the work gets less. Where nothing is due, the position of the day keeps the streak alive."""
    knowledge.library = lamp_library(questions=20)
    seen: set[str] = set()
    by_day: list[int] = []
    for _ in range(60):
        asked = 0
        for _ in range(9):
            try:
                view = await learning.quiz.start(LEARNER)
            except NothingDue:
                break
            while view.question is not None:
                question = view.question
                choice = question.right if question.id in seen else (question.right + 1) % 3
                seen.add(question.id)
                view = await learning.quiz.answer(view.id, LEARNER, view.number, choice)
            asked += len(view.given)
            if not view.due:
                break
        by_day.append(asked)
        position = await learning.daily.today(None, LEARNER)
        await learning.daily.answer(position.guild, position.day, LEARNER, 0)
        clock.forward(days=1)
    clock.forward(days=-1)
    found = await learning.progress(LEARNER, LEARNER)

    assert len(seen) == 40
    assert sum(by_day[:10]) > 3 * sum(by_day[-10:])
    assert all(each.mastery.known is not None and each.mastery.known > 0.85 for each in found.tactics)
    assert sum(piece.answers for piece in found.history) == sum(by_day) + 60
    assert (found.streak.length, found.streak.done_today) == (60, True)
