"""A database as an older version left it: what was played and learned then is there, and goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine, insert, select

from bot.negotiation.moves import Accept, Offer
from bot.services.learning import Learning
from bot.services.practice import Practice
from bot.storage import Storage
from tests.services.lamp import LAMP, LEARNER, THREAD, Clock, library_of
from tests.storage.test_migrations import VERSIONS, migrate

LEARNED = "0003"
"""The version that brought learning."""


async def live(path: Path, clock: Clock) -> tuple[int, int]:
    """Plays one practice to its end and begins another, in a database of today; returns both."""
    storage = await Storage.open(str(path))
    practice = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7")
    learning = Learning(storage, lambda: library_of(LAMP), clock)
    over = (await practice.start(LEARNER, THREAD, world="slow")).session.id
    await practice.press(over, LEARNER, Offer(5000), cause="press:1")
    await practice.press(over, LEARNER, Accept(), cause="press:2")
    running = (await practice.start(LEARNER, THREAD, world="slow")).session.id
    await practice.press(running, LEARNER, Offer(6000), cause="press:1")
    await learning.lessons.catch_up()
    quiz = await learning.quiz.start(LEARNER)
    await learning.quiz.answer(quiz.id, LEARNER, 0, 0)
    await learning.members.set_zone(LEARNER, "Europe/Berlin")
    await storage.close()
    return over, running


def as_it_was(new: Path, old: Path, version: str) -> None:
    """Takes over into a database of that version what it has tables and columns for."""
    migrate(old, version)
    then = MetaData()
    source, target = create_engine(f"sqlite:///{new}"), create_engine(f"sqlite:///{old}")
    with source.begin() as now, target.begin() as before:
        then.reflect(before)
        for table in then.sorted_tables:
            rows = [dict(row) for row in now.execute(select(table)).mappings()]
            if rows and table.name != "alembic_version":
                before.execute(insert(table), rows)
    source.dispose()
    target.dispose()


@pytest.mark.parametrize("version", VERSIONS)
async def test_what_was_played_with_an_older_version_goes_on(
    path: Path, tmp_path: Path, clock: Clock, version: str
) -> None:
    over, running = await live(tmp_path / "new.db", clock)
    as_it_was(tmp_path / "new.db", path, version)

    storage = await Storage.open(str(path))
    practice = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7")
    learning = Learning(storage, lambda: library_of(LAMP), clock)
    while await learning.lessons.catch_up():
        pass

    found = await learning.progress(LEARNER, LEARNER)
    assert (found.sessions, found.deals, found.rated_sessions, found.streak.length) == (1, 1, 1, 1)
    assert [past.session for past in found.last] == [running, over]
    assert found.member.zone == ("Europe/Berlin" if version >= LEARNED else "UTC")
    assert len((await learning.reviewing.of(over, LEARNER)).moves) == 2
    assert len((await learning.quiz.start(LEARNER)).given) == (1 if version >= LEARNED else 0)
    turn = await practice.press(running, LEARNER, Accept(), cause="press:2")
    assert turn.session.finished
    await storage.close()
