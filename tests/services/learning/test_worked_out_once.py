"""What takes long is worked out once, however many ask for it in the same moment."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from bot.negotiation.moves import Offer
from bot.services.learning import Learning
from bot.services.workers import Workers
from bot.storage import Storage
from tests.services.lamp import LEARNER, Clock
from tests.services.learning.conftest import Knowledge, Table

TOO_LITTLE = (Offer(9900),)


class Counting(Workers):
    """Counts what it does."""

    def __init__(self) -> None:
        super().__init__()
        self.did: Counter[str] = Counter()
        self.began = asyncio.Event()

    async def do(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        self.did[work.__name__] += 1
        self.began.set()
        return await super().do(work, *args, **kwargs)

    soon = do


@pytest.fixture
def workers() -> Counting:
    return Counting()


@pytest.fixture
def learning(storage: Storage, clock: Clock, knowledge: Knowledge, workers: Counting) -> Learning:
    return Learning(storage, knowledge, clock, workers=workers)


async def test_the_debrief_the_review_and_the_lesson_share_one_analysis(
    table: Table, learning: Learning, workers: Counting
):
    session = await table.play(TOO_LITTLE)
    of = learning.reviewing.of

    first, again, learned = await asyncio.gather(
        of(session, LEARNER), of(session, LEARNER), learning.lessons.catch_up()
    )

    assert first == again == await of(session, LEARNER)
    assert learned == 1
    assert workers.did["analysed"] == 1


async def test_one_who_waits_no_longer_takes_it_from_nobody_else(table: Table, learning: Learning, workers: Counting):
    session = await table.play(TOO_LITTLE)
    impatient = asyncio.create_task(learning.reviewing.of(session, LEARNER))
    patient = asyncio.create_task(learning.reviewing.of(session, LEARNER))
    await workers.began.wait()

    impatient.cancel()

    assert (await patient).session == session
    assert workers.did["analysed"] == 1


async def test_of_all_who_ask_for_the_position_of_the_day_first_one_has_it_made(learning: Learning, workers: Counting):
    views = await asyncio.gather(*(learning.daily.today(1, member) for member in range(10)))

    assert len({view.question for view in views}) == 1
    assert workers.did["daily_position"] == 1
