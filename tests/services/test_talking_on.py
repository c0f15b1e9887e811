"""Being heard by channel, and what a turn owes."""

from __future__ import annotations

from functools import partial

from bot.services.practice import Practice
from bot.services.views import PostKind, Turn
from tests.services.lamp import LEARNER, STRANGER, THREAD


async def begin(practice: Practice) -> int:
    return (await practice.start(LEARNER, THREAD, world="slow")).session.id


async def test_whoever_practises_in_a_channel_is_heard_there(practice: Practice) -> None:
    session = await begin(practice)
    say = partial(practice.hear_at, THREAD.channel, front=THREAD.front)

    heard = await say(LEARNER, "I'd pay $75.", cause="message:1")
    again = await say(LEARNER, "I'd pay $75.", cause="message:1")

    assert heard is not None
    assert (heard.session.id, [post.kind for post in heard.posts]) == (session, [PostKind.REPLY])
    assert again == Turn(heard.session, ())
    assert await say(STRANGER, "I'd pay $100.", cause="message:2") is None
    assert await practice.hear_at(THREAD.channel, LEARNER, "Hi", front="terminal", cause="message:3") is None
    assert await practice.hear_at(THREAD.channel + 1, LEARNER, "Hi", front=THREAD.front, cause="message:4") is None

    await practice.end(session, LEARNER, cause="message:5")
    assert await say(LEARNER, "I'd pay $80.", cause="message:6") is None


async def test_a_turn_says_whether_something_before_it_is_still_owed(practice: Practice) -> None:
    session = await begin(practice)
    behind = await practice.hear(session, LEARNER, "I'd pay $75.", cause="message:1")
    for post in await practice.owed(session=session):
        await practice.mark_posted(post.id, None)

    alone = await practice.hear(session, LEARNER, "I'd pay $78.", cause="message:2")

    assert (behind.alone, alone.alone) == (False, True)
    assert (await practice.owed_in(session)).posts == alone.posts
