"""Trying again from a moment of a session that is over."""

from __future__ import annotations

import pytest

from bot.negotiation.moves import Accept, CallAfter, HoldFirm, Offer, WalkAway
from bot.services.errors import NothingAsked, NotYours, StillRunning
from bot.services.learning import Learning
from bot.services.practice import Practice
from bot.services.views import PostKind, TimerKind, Turn
from bot.storage import Storage, lessons, sessions
from tests.services.lamp import LAMP, LEARNER, STRANGER, THREAD, Clock, library_of
from tests.services.test_playing import begin


async def _played(practice: Practice) -> int:
    session = await begin(practice, "slow")
    await practice.hear(session, LEARNER, "Would you take $70?", cause="message:1")
    await practice.press(session, LEARNER, Offer(7500), cause="press:2")
    await practice.press(session, LEARNER, Accept(), cause="press:3")
    return session


async def test_it_begins_where_the_old_one_stood_and_goes_on_by_itself(practice: Practice) -> None:
    old = await _played(practice)
    before = (await practice.debrief(old)).exchanges

    turn = await practice.start_from(old, LEARNER, THREAD, 2)

    assert [post.kind for post in turn.posts] == [PostKind.BRIEF, PostKind.NOTICE, PostKind.REPLY]
    assert turn.posts[2].text == before[0].words
    assert turn.session.ask == before[0].ask
    assert not turn.session.finished
    assert turn.session.world is None
    went_on = await practice.press(turn.session.id, LEARNER, Offer(7500), cause="press:2")
    assert went_on.posts[0].text == before[1].words
    assert (await practice.view(old)).finished


async def test_from_the_very_start(practice: Practice) -> None:
    old = await _played(practice)

    turn = await practice.start_from(old, LEARNER, THREAD, 1)

    assert (turn.session.round, turn.session.ask) == (0, LAMP.opening_ask)


async def test_what_was_said_is_not_kept_twice(practice: Practice) -> None:
    turn = await practice.start_from(await _played(practice), LEARNER, THREAD, 2)
    await practice.end(turn.session.id, LEARNER, cause="end")

    assert [exchange.text for exchange in (await practice.debrief(turn.session.id)).exchanges] == [None, None]


async def test_a_wait_that_was_running_then_runs_again(practice: Practice, clock: Clock) -> None:
    session = await begin(practice, "slow")
    await practice.press(session, LEARNER, WalkAway(reachable=True), cause="press:1")
    await practice.end(session, LEARNER, cause="end")

    turn = await practice.start_from(session, LEARNER, THREAD, 2)

    due = await practice.due(clock().replace(year=2100), session=turn.session.id)
    assert TimerKind.WAIT in [timer.kind for timer in due]


async def test_it_is_the_learners_of_a_session_that_is_over_and_from_a_step_there_was(practice: Practice) -> None:
    running, over = await begin(practice, "slow"), await _played(practice)

    with pytest.raises(NotYours):
        await practice.start_from(over, STRANGER, THREAD, 1)
    with pytest.raises(StillRunning):
        await practice.start_from(running, LEARNER, THREAD, 1)
    for step in (0, 4, -1):
        with pytest.raises(NothingAsked):
            await practice.start_from(over, LEARNER, THREAD, step)


async def test_it_is_marked_and_never_rated(practice: Practice, storage: Storage, clock: Clock) -> None:
    old = await _played(practice)
    turn: Turn = await practice.start_from(old, LEARNER, THREAD, 2)
    await practice.press(turn.session.id, LEARNER, Accept(), cause="press:2")
    learning = Learning(storage, lambda: library_of(LAMP), clock)

    await learning.lessons.catch_up(LEARNER)

    async with storage.reading() as db:
        row = await sessions.get(db, turn.session.id)
        rewound, first = await lessons.get(db, turn.session.id), await lessons.get(db, old)
    assert row is not None
    assert (row.rewound_from, row.rewound_at) == (old, 2)
    assert rewound is not None
    assert first is not None
    assert (first.rated, rewound.rated) == (True, False)


async def test_only_what_was_played_anew_teaches(practice: Practice, storage: Storage, clock: Clock) -> None:
    old = await _played(practice)
    turn = await practice.start_from(old, LEARNER, THREAD, 2)
    await practice.press(turn.session.id, LEARNER, (HoldFirm(), CallAfter()), cause="press:2")
    await practice.press(turn.session.id, LEARNER, Accept(), cause="press:3")

    learning = Learning(storage, lambda: library_of(LAMP), clock)
    await learning.lessons.catch_up(LEARNER)
    async with storage.reading() as db:
        habits = await lessons.habits_of(db, LEARNER)
        made = await lessons.mistakes_of(db, turn.session.id)
    assert all(step >= 2 for _, step in made)
    assert sum(habit.times for habit in habits if habit.session == old) <= 3
