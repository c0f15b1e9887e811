"""What can be told of the sessions that are running without reading what happened in them."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from bot.services.practice import Practice
from bot.services.views import Venue
from bot.storage import Storage, sessions
from tests.services.lamp import LEARNER, THREAD, Clock


@contextmanager
def statements() -> Generator[list[str]]:
    """The queries that are made meanwhile."""
    made: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT"):
            made.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield made
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def many(storage: Storage, clock: Clock, how_many: int) -> None:
    async with storage.writing() as db:
        content = await sessions.keep_content(db, "the same for all")
        for number in range(how_many):
            await sessions.add(
                db,
                learner=LEARNER + number,
                front="discord",
                guild=1,
                channel=1000 + number,
                scenario="lamp",
                content=content,
                world="slow",
                secret="7",
                seed=7,
                started_at=clock(),
            )


async def test_it_is_told_where_they_are_held_and_what_was_posted_last(practice: Practice, clock: Clock) -> None:
    brief, opening = (await practice.start(LEARNER, THREAD)).posts
    await practice.mark_posted(brief.id, 9001)
    await practice.mark_posted(opening.id, 9002)
    elsewhere = (await practice.start(LEARNER, Venue("discord", 2, 600))).session.id
    over = (await practice.start(LEARNER, Venue("discord", 1, 700))).session.id
    await practice.end(over, LEARNER, cause="once")
    await practice.start(LEARNER, Venue("terminal", None, 0))

    first, second = await practice.running(front="discord")

    assert (first.venue, first.learner, first.started_at, first.last_post) == (THREAD, LEARNER, clock(), 9002)
    assert (second.session, second.last_post) == (elsewhere, None)
    assert await practice.running(front="discord", guild=2) == [second]


async def test_thousands_take_a_query_for_each_five_hundred(practice: Practice, storage: Storage, clock: Clock) -> None:
    await many(storage, clock, 1201)

    with statements() as made:
        running = await practice.running(front="discord")

    assert [each.venue.channel for each in running] == list(range(1000, 2201))
    assert len(made) == 3


async def test_of_one_learner_only_what_is_theirs_is_read(practice: Practice) -> None:
    mine = (await practice.start(LEARNER, THREAD)).session
    for number in range(5):
        await practice.start(LEARNER + 1 + number, Venue("discord", 1, 600 + number))

    with statements() as made:
        found = await practice.open_sessions(front="discord", learner=LEARNER)

    assert found == [mine]
    assert len(made) == 3  # the session, its scenario, and what happened in it


async def test_it_is_told_in_which_sessions_something_is_owed(practice: Practice) -> None:
    first = await practice.start(LEARNER, THREAD)
    second = await practice.start(LEARNER, Venue("discord", 1, 600))
    terminal = await practice.start(LEARNER, Venue("terminal", None, 0))
    for post in first.posts:
        await practice.mark_posted(post.id, post.id)

    assert await practice.owing(front="discord") == [second.session.id]
    assert await practice.owing(front="terminal") == [terminal.session.id]


async def test_the_causes_of_one_kind_are_told(practice: Practice) -> None:
    session = (await practice.start(LEARNER, THREAD)).session.id
    for cause in ("message:100", "interaction:1", "message:99"):
        await practice.hear(session, LEARNER, "Nice weather.", cause=cause)

    assert sorted(await practice.causes(session, "message:")) == ["message:100", "message:99"]
    assert await practice.causes(session, "mess_ge:") == []
