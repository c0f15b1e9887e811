from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import IntegrityError

from bot.storage import Connection, Storage, events, posts, sessions, settings, timers

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


async def make_session(db: Connection, *, learner: int = 1, channel: int = 2, front: str = "discord") -> int:
    content = await sessions.keep_content(db, "content")
    row = await sessions.add(
        db,
        learner=learner,
        front=front,
        guild=None,
        channel=channel,
        scenario="lamp",
        content=content,
        world="slow",
        secret="5",
        seed=5,
        started_at=NOON,
    )
    return row.id


async def make_event(db: Connection, session: int, number: int = 0) -> int:
    return await events.append(
        db, session, number=number, cause=f"message:{number}", kind="said", at=NOON, body={"text": "hi"}
    )


async def end(db: Connection, session: int) -> None:
    await sessions.end(db, session, at=NOON, outcome="deal", price=9000, surplus_share=0.5)


@pytest.mark.parametrize(("number", "cause"), [(1, "message:0"), (0, "message:1")])
async def test_a_session_has_each_number_and_each_cause_once(storage: Storage, number: int, cause: str) -> None:
    async with storage.writing() as db:
        session = await make_session(db)
        await make_event(db, session)

    with pytest.raises(IntegrityError):
        async with storage.writing() as db:
            await events.append(db, session, number=number, cause=cause, kind="said", at=NOON, body={})


async def test_two_sessions_may_have_the_same_numbers_and_causes(storage: Storage) -> None:
    async with storage.writing() as db:
        for session in (await make_session(db), await make_session(db)):
            await make_event(db, session)
            assert [(event.session, event.number) for event in await events.of(db, session)] == [(session, 0)]


async def test_any_text_and_any_number_comes_back_as_it_was(storage: Storage) -> None:
    body = {"text": "nul \0, half a pair \ud83d, שלום, e\u0301", "amount": 10**40, "share": -0.1, "nothing": None}
    async with storage.writing() as db:
        session = await make_session(db, learner=2**62, channel=2**62)
        await events.append(db, session, number=0, cause="c", kind="said", at=NOON, body=body)

    async with storage.reading() as db:
        assert (await events.of(db, session))[0].body == body
        row = await sessions.get(db, session)
        assert row is not None
        assert (row.learner, row.channel) == (2**62, 2**62)


async def test_moments_keep_their_time_whatever_the_zone(storage: Storage) -> None:
    elsewhere = NOON.astimezone(timezone(timedelta(hours=9)))
    async with storage.writing() as db:
        session = await make_session(db)
        await timers.put(db, session, "wait", elsewhere)
        (timer,) = await timers.due(db, NOON)

    assert (timer.due_at, timer.due_at.tzinfo) == (NOON, UTC)


async def test_a_moment_without_a_zone_is_refused(storage: Storage) -> None:
    with pytest.raises(Exception, match="time zone"):
        async with storage.reading() as db:
            await timers.due(db, datetime(2026, 5, 1))  # noqa: DTZ001


async def test_a_post_is_owed_until_it_is_marked(storage: Storage) -> None:
    async with storage.writing() as db:
        session = await make_session(db)
        event = await make_event(db, session)
        first, second = await posts.add(db, session, event, [("brief", "One", {}), ("reply", "Two", {"ask": 1})])
        both = [post.text for post in await posts.owed(db)]
        await posts.mark(db, first, at=NOON, message=99)
        left = [(post.id, post.body) for post in await posts.owed(db)]

    assert both == ["One", "Two"]
    assert left == [(second, {"ask": 1})]


async def test_what_is_owed_and_due_can_be_told_apart_by_front_and_session(storage: Storage) -> None:
    async with storage.writing() as db:
        here, there = await make_session(db, front="discord"), await make_session(db, front="terminal")
        for session in (here, there):
            await posts.add(db, session, await make_event(db, session), [("reply", f"In {session}", {})])
            await timers.put(db, session, "wait", NOON)

        assert [post.session for post in await posts.owed(db)] == [here, there]
        assert [post.session for post in await posts.owed(db, front="terminal")] == [there]
        assert [post.session for post in await posts.owed(db, session=here)] == [here]
        assert [timer.session for timer in await timers.due(db, NOON)] == [here, there]
        assert [timer.session for timer in await timers.due(db, NOON, front="terminal")] == [there]
        assert [timer.session for timer in await timers.due(db, NOON, session=here)] == [here]


async def test_timers_are_due_in_the_order_of_their_times(storage: Storage) -> None:
    async with storage.writing() as db:
        late, early, never = [await make_session(db) for _ in range(3)]
        await timers.put(db, late, "wait", NOON)
        await timers.put(db, early, "wait", NOON - timedelta(hours=1))
        await timers.put(db, never, "wait", NOON + timedelta(seconds=1))

        assert [timer.session for timer in await timers.due(db, NOON)] == [early, late]


async def test_a_timer_is_claimed_once_and_not_after_it_was_put_off(storage: Storage) -> None:
    async with storage.writing() as db:
        session = await make_session(db)
        await timers.put(db, session, "wait", NOON)
        (first,) = await timers.due(db, NOON)
        await timers.put(db, session, "wait", NOON)
        (second,) = await timers.due(db, NOON)

        assert [await timers.get(db, timer.id) for timer in (first, second)] == [None, second]
        assert [await timers.claim(db, timer) for timer in (first.id, second.id, second.id)] == [False, True, False]


async def test_the_id_of_a_timer_is_never_given_out_again(storage: Storage) -> None:
    async with storage.writing() as db:
        session = await make_session(db)
        seen: list[int] = []
        for _ in range(3):
            await timers.put(db, session, "wait", NOON)
            (timer,) = await timers.due(db, NOON)
            await timers.claim(db, timer.id)
            seen.append(timer.id)

    assert len(set(seen)) == 3


async def test_the_session_of_a_channel_is_the_open_one_else_the_last(storage: Storage) -> None:
    async with storage.writing() as db:
        older, newer = await make_session(db, channel=7), await make_session(db, channel=7)
        await end(db, newer)
        one_open = await sessions.at(db, 7)
        await end(db, older)
        none_open = await sessions.at(db, 7)

        assert one_open is not None
        assert none_open is not None
        assert [one_open.id, none_open.id] == [older, newer]
        assert await sessions.at(db, 8) is None
        assert await sessions.at(db, 7, front="terminal") is None


async def test_content_is_kept_once(storage: Storage) -> None:
    async with storage.writing() as db:
        digests = {await sessions.keep_content(db, text) for text in ("one", "two", "one")}
        texts = {await sessions.content(db, digest) for digest in digests}

    assert (len(digests), texts) == (2, {"one", "two"})


async def test_a_setting_is_what_it_was_last_set_to(storage: Storage) -> None:
    async with storage.writing() as db:
        await settings.put(db, "commands", "one")
        await settings.put(db, "commands", "two")

        assert [await settings.get(db, "commands"), await settings.get(db, "other")] == ["two", None]
