"""Waits and idle sessions: what happens by itself, also while nobody was there to see to it."""

from __future__ import annotations

from datetime import timedelta

from bot.negotiation.acts import Outcome
from bot.negotiation.moves import Offer, Place, WalkAway
from bot.services.practice import Practice
from bot.services.views import PostKind, Timer, TimerKind
from bot.storage import Storage
from tests.services.lamp import LAMP, LEARNER, THREAD, Clock, library_of


async def leave(practice: Practice, world: str, *, reachable: bool = False) -> int:
    session = (await practice.start(LEARNER, THREAD, world=world)).session.id
    await practice.press(session, LEARNER, Offer(8500), cause="press:1")
    await practice.press(session, LEARNER, WalkAway(reachable), cause="press:2")
    return session


async def next_wait(practice: Practice, clock: Clock) -> Timer:
    (timer,) = [timer for timer in await practice.due(clock() + timedelta(hours=1)) if timer.kind is TimerKind.WAIT]
    return timer


async def test_who_leaves_hears_what_the_counterpart_does_after_a_while(practice: Practice, clock: Clock) -> None:
    session = await leave(practice, "slow")
    wait = await next_wait(practice, clock)
    assert (wait.session, wait.due_at - clock()) == (session, timedelta(seconds=20))

    turn = await practice.run_timer(wait.id)

    assert turn is not None
    assert [post.body["act"] for post in turn.posts] == ["chase"]
    assert (turn.session.state.called, turn.session.last_cause) == (True, f"timer:{wait.id}")


async def test_who_can_be_reached_may_be_called_later(practice: Practice, clock: Clock) -> None:
    await leave(practice, "busy", reachable=True)
    verdict = await next_wait(practice, clock)
    await practice.run_timer(verdict.id)
    call = await next_wait(practice, clock)

    turn = await practice.run_timer(call.id)

    assert call.due_at - clock() == timedelta(seconds=90)
    assert turn is not None
    assert [post.body["act"] for post in turn.posts] == ["no_call"]
    assert [timer.kind for timer in await practice.due(clock.forward(days=2))] == [TimerKind.IDLE]


async def test_talking_to_nobody_does_not_lose_the_call(practice: Practice, clock: Clock) -> None:
    session = await leave(practice, "busy", reachable=True)
    await practice.run_timer((await next_wait(practice, clock)).id)
    call = await next_wait(practice, clock)

    await practice.hear(session, LEARNER, "Nice weather.", cause="message:1")

    assert await next_wait(practice, clock) == call


async def test_coming_back_ends_the_wait(practice: Practice, clock: Clock) -> None:
    session = await leave(practice, "slow")
    wait = await next_wait(practice, clock)

    turn = await practice.hear(session, LEARNER, "OK, I'm back.", cause="message:1")

    assert turn.session.state.place is Place.AT_TABLE
    assert await practice.run_timer(wait.id) is None


async def test_a_timer_runs_once(practice: Practice, clock: Clock) -> None:
    session = await leave(practice, "slow")
    wait = await next_wait(practice, clock)

    first, second = await practice.run_timer(wait.id), await practice.run_timer(wait.id)

    assert first is not None
    assert second is None
    assert (await practice.view(session)).state == first.session.state


async def test_a_wait_survives_a_restart(practice: Practice, database: str, clock: Clock) -> None:
    session = await leave(practice, "slow")
    clock.forward(hours=3)

    restarted = await Storage.open(database)
    later = Practice(restarted, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7")
    (wait,) = await later.due(clock())
    turn = await later.run_timer(wait.id)
    await restarted.close()

    assert turn is not None
    assert (turn.session.id, turn.session.state.called) == (session, True)


async def test_a_session_that_is_left_alone_closes_itself_after_a_day(practice: Practice, clock: Clock) -> None:
    session = (await practice.start(LEARNER, THREAD)).session.id

    assert await practice.due(clock.forward(hours=23, minutes=59)) == []
    (idle,) = await practice.due(clock.forward(minutes=1))
    turn = await practice.run_timer(idle.id)

    assert turn is not None
    assert [post.kind for post in turn.posts] == [PostKind.NOTICE, PostKind.DEBRIEF]
    assert (turn.session.id, turn.session.state.outcome) == (session, Outcome.UNFINISHED)
    assert await practice.due(clock.forward(days=9)) == []


async def test_whoever_left_and_stayed_away_has_chosen_the_alternative(practice: Practice, clock: Clock) -> None:
    await leave(practice, "busy")
    await practice.run_timer((await next_wait(practice, clock)).id)

    (idle,) = await practice.due(clock.forward(days=1))
    turn = await practice.run_timer(idle.id)

    assert turn is not None
    assert turn.session.state.outcome is Outcome.NO_DEAL


async def test_whatever_happens_begins_the_day_anew(practice: Practice, clock: Clock) -> None:
    session = (await practice.start(LEARNER, THREAD)).session.id
    said = clock.forward(hours=23)
    await practice.hear(session, LEARNER, "Hello again", cause="message:1")

    (first,) = await practice.due(clock.forward(hours=2))
    assert await practice.run_timer(first.id) is None

    (moved,) = await practice.due(said + timedelta(days=1))
    assert moved.due_at == said + timedelta(days=1)
    assert await practice.run_timer(first.id) is None
    assert not (await practice.view(session)).finished
    assert await practice.run_timer(moved.id) is not None


async def test_after_days_of_absence_the_learner_still_hears_the_answer(practice: Practice, clock: Clock) -> None:
    """Both timers are due when the bot comes back; what the counterpart does goes first and begins the day anew."""
    session = await leave(practice, "slow")

    wait, idle = await practice.due(clock.forward(days=3))
    turns = [await practice.run_timer(wait.id), await practice.run_timer(idle.id)]

    assert [turn is not None for turn in turns] == [True, False]
    assert not (await practice.view(session)).finished


async def test_the_day_can_be_another_span(storage: Storage, clock: Clock) -> None:
    practice = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7", idle=timedelta(hours=2))
    await practice.start(LEARNER, THREAD)

    (idle,) = await practice.due(clock.forward(hours=2))

    assert idle.kind is TimerKind.IDLE


async def test_some_of_what_is_due_can_be_asked_for(practice: Practice, clock: Clock) -> None:
    away = await leave(practice, "slow")
    idle = [(await practice.start(LEARNER, THREAD)).session.id for _ in range(3)]
    later = clock.forward(days=2)

    waits = await practice.due(later, kind=TimerKind.WAIT)
    first = await practice.due(later, kind=TimerKind.IDLE, most=3)

    assert [timer.session for timer in waits] == [away]
    assert [timer.session for timer in first] == [away, *idle[:2]]
