from __future__ import annotations

import pytest

from bot.negotiation.moves import Accept, WalkAway
from bot.negotiation.state import Outcome
from bot.services.practice import Practice
from bot.storage import Storage
from tests.services.lamp import LAMP, LEARNER, STRANGER, THREAD, Clock, library_of


async def play(practice: Practice, learner: int, *moves: Accept | WalkAway) -> int:
    session = (await practice.start(learner, THREAD, world="slow")).session.id
    for number, move in enumerate(moves):
        await practice.press(session, learner, move, cause=f"press:{number}")
    return session


async def test_before_the_first_session(practice: Practice) -> None:
    progress = await practice.progress(LEARNER)

    assert (progress.sessions, progress.mean_share, progress.by_scenario, progress.last) == (0, None, (), ())


async def test_sessions_are_counted_by_how_they_ended(practice: Practice) -> None:
    deal = await play(practice, LEARNER, Accept())
    no_deal = await play(practice, LEARNER, WalkAway())
    await practice.end(no_deal, LEARNER, cause="end")
    unfinished = await play(practice, LEARNER)
    await practice.end(unfinished, LEARNER, cause="end")
    running = await play(practice, LEARNER)
    await play(practice, STRANGER, Accept())

    progress = await practice.progress(LEARNER)

    assert (progress.sessions, progress.running) == (4, 1)
    assert (progress.deals, progress.no_deals, progress.unfinished) == (1, 1, 1)
    share = LAMP.surplus_share(10000)
    assert progress.mean_share == pytest.approx(share / 2)
    (lamp,) = progress.by_scenario
    assert (lamp.title, lamp.sessions, lamp.deals, lamp.best_share) == ("The lamp", 4, 1, 0.0)
    assert [(past.session, past.outcome, past.price) for past in progress.last] == [
        (running, None, None),
        (unfinished, Outcome.UNFINISHED, None),
        (no_deal, Outcome.NO_DEAL, None),
        (deal, Outcome.DEAL, 10000),
    ]


async def test_only_the_last_ten_are_listed(practice: Practice) -> None:
    played = [await play(practice, LEARNER) for _ in range(12)]

    progress = await practice.progress(LEARNER)

    assert progress.sessions == 12
    assert [past.session for past in progress.last] == played[:1:-1]


async def test_a_scenario_that_is_gone_is_called_by_its_id(practice: Practice, storage: Storage, clock: Clock) -> None:
    await play(practice, LEARNER, Accept())

    (past,) = (await Practice(storage, library_of, clock, lambda: 7).progress(LEARNER)).last

    assert (past.title, past.price, past.currency) == ("lamp", 10000, None)
