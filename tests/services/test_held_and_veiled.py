from __future__ import annotations

import pytest
from sqlalchemy import update

from bot.negotiation.moves import Accept
from bot.services import turns
from bot.services.choosing import world_for
from bot.services.errors import Held, Veiled
from bot.services.ledger import Ledger
from bot.services.lessons import Lessons
from bot.services.practice import IDLE, Practice
from bot.services.views import PostKind
from bot.storage import Storage
from bot.storage.tables import sessions as rows
from tests.services.lamp import LAMP, LEARNER, THREAD, Clock, library_of


async def test_a_session_that_is_held_takes_no_moves_and_no_time(
    storage: Storage, practice: Practice, clock: Clock
) -> None:
    session = (await practice.start(LEARNER, THREAD)).session.id
    async with storage.writing() as db:
        await db.execute(update(rows).values(held=True))

    with pytest.raises(Held):
        await practice.hear(session, LEARNER, "95", cause="message:1")
    assert await practice.due(clock.forward(days=9)) == []


async def test_a_veiled_session_tells_what_it_hid_only_when_it_is_unveiled(
    storage: Storage, practice: Practice, clock: Clock
) -> None:
    ledger = Ledger(storage, lambda: library_of(LAMP), clock, IDLE)
    async with ledger.writing() as db:
        played = await ledger.begin(db, LEARNER, THREAD, LAMP, world_for(LAMP, "slow", "1"), "1", 1, veiled=True)
        await ledger.add(db, played, turns.opening(played), "start")
    session = played.row.id

    turn = await practice.press(session, LEARNER, Accept(), cause="interaction:1")

    assert [post.kind for post in turn.posts] == [PostKind.REPLY, PostKind.NOTICE]
    assert turn.session.world is None
    with pytest.raises(Veiled):
        await practice.debrief(session)
    lessons = Lessons(ledger, lambda: library_of(LAMP))
    assert await lessons.catch_up() == 0
    async with ledger.writing() as db:
        await db.execute(update(rows).values(veiled=False))
    assert await lessons.catch_up() == 1
    async with ledger.writing() as db:
        (post,) = await ledger.tell(db, await ledger.played(db, session))
    assert post.kind is PostKind.DEBRIEF
