"""Attempts at a rating that wasn't earned: none of them takes a loss out, and few accounts move little."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.learning.rating import LEVEL, POINTS, Rating, after_session, of_scenario
from bot.negotiation.moves import ComeBack, HoldFirm, Move, ShowEagerness, WalkAway
from bot.services.learning import Learning
from bot.services.played import MOST_TAKEN_BACK
from bot.services.practice import Practice
from bot.services.views import PostKind, TimerKind
from bot.storage import Storage, ratings
from tests.services.lamp import LEARNER, STRANGER, THREAD
from tests.services.learning.conftest import Table
from tests.services.learning.test_lessons import SOLD, WELL_PLAYED

BADLY: list[tuple[Move, ...]] = [(WalkAway(),), (ComeBack(),), (ShowEagerness(), HoldFirm())]


async def rating_of(learning: Learning, learner: int = LEARNER) -> Rating:
    return (await learning.progress(learner, learner)).rating


@pytest.mark.parametrize("hints", [1, 2, 3])
async def test_a_hint_before_the_last_move_takes_no_loss_out(learning: Learning, table: Table, hints: int) -> None:
    wrong = (WELL_PLAYED[0], SOLD)
    await learning.lessons.take_in(await table.play(*wrong))
    await learning.lessons.take_in(await table.play(*wrong, hints=hints, hints_after=1, learner=STRANGER))

    alone, with_hints = await rating_of(learning), await rating_of(learning, STRANGER)
    assert alone.mean < Rating().mean
    assert with_hints.mean == pytest.approx(alone.mean, abs=0.1)  # the scenario has been found harder meanwhile


async def test_with_the_move_shown_there_is_nothing_to_win(learning: Learning, table: Table) -> None:
    await learning.lessons.take_in(await table.play(*WELL_PLAYED, hints=3, hints_after=1))

    assert await rating_of(learning) == Rating()


async def test_a_hint_before_the_first_move_makes_it_unrated(learning: Learning, table: Table) -> None:
    for played in (WELL_PLAYED, (SOLD,)):
        await learning.lessons.take_in(await table.play(*played, hints=1))

    found = await learning.progress(LEARNER, LEARNER)
    assert (found.rating, found.rated_sessions, found.sessions) == (Rating(), 0, 2)


async def test_going_unrated_after_the_end_takes_nothing_out(learning: Learning, table: Table) -> None:
    session = await table.play(SOLD)
    await learning.members.set_rated(LEARNER, False)
    await learning.lessons.take_in(session)
    await learning.members.set_rated(LEARNER, True)

    found = await learning.progress(LEARNER, LEARNER)
    assert (found.rated_sessions, found.rating.mean < Rating().mean) == (1, True)


@pytest.mark.parametrize("first", [True, False])
async def test_what_counts_is_how_it_was_at_the_first_move(learning: Learning, practice: Practice, first: bool) -> None:
    await learning.members.set_rated(LEARNER, not first)
    session = (await practice.start(LEARNER, THREAD, scenario="lamp", world="slow")).session.id
    await learning.members.set_rated(LEARNER, first)
    await practice.press(session, LEARNER, WELL_PLAYED[0], cause="press:1")
    await learning.members.set_rated(LEARNER, not first)
    await practice.press(session, LEARNER, SOLD, cause="press:2")
    await learning.lessons.take_in(session)
    await learning.members.set_rated(LEARNER, True)

    assert (await learning.progress(LEARNER, LEARNER)).rated_sessions == first


@pytest.mark.parametrize(("played", "lost"), [([WELL_PLAYED[0]], False), (BADLY, True)])
async def test_what_is_left_unfinished_wins_nothing_and_keeps_what_it_lost(
    learning: Learning, practice: Practice, played: list[tuple[Move, ...]], lost: bool
) -> None:
    session = (await practice.start(LEARNER, THREAD, scenario="lamp", world="slow")).session.id
    for number, message in enumerate(played):
        await practice.press(session, LEARNER, message, cause=f"press:{number}")
    await practice.end(session, LEARNER, cause="end")
    await learning.lessons.take_in(session)

    found = await learning.progress(LEARNER, LEARNER)
    assert (found.rated_sessions, found.rating.mean < Rating().mean) == (int(lost), lost)
    assert found.accuracy is None


async def test_whoever_takes_back_too_often_wins_nothing(learning: Learning, practice: Practice) -> None:
    session = (await practice.start(LEARNER, THREAD, scenario="lamp", world="slow")).session.id
    for number in range(MOST_TAKEN_BACK + 1):
        await practice.hear(session, LEARNER, "Has anyone else asked about it?", cause=f"say:{number}")
        turn = await practice.take_back(session, LEARNER, cause=f"undo:{number}")
        told = [post.text for post in turn.posts if post.kind is PostKind.NOTICE]
        assert bool(told) == (number == MOST_TAKEN_BACK)
    for number, moves in enumerate(WELL_PLAYED):
        await practice.press(session, LEARNER, moves, cause=f"press:{number}")
        for timer in await practice.due(datetime.max.replace(tzinfo=UTC), session=session):
            if timer.kind is TimerKind.WAIT:
                await practice.run_timer(timer.id)
    await learning.lessons.take_in(session)

    assert await rating_of(learning) == Rating()


async def scenario_rating(storage: Storage) -> Rating:
    async with storage.reading() as db:
        return (await ratings.of_scenarios(db))["lamp"]


async def test_five_accounts_that_lose_on_purpose_move_a_scenario_by_a_third_of_a_level(
    learning: Learning, table: Table, storage: Storage
) -> None:
    for account in range(100, 105):
        for _ in range(4):
            await table.learn(SOLD, learner=account)
    moved = (await scenario_rating(storage)).points - of_scenario(1).points

    assert 0 < moved <= LEVEL / 3 * POINTS + 1
    await table.learn(*WELL_PLAYED)
    pumped = await rating_of(learning)
    alone = after_session(Rating(), of_scenario(1), 1.0)
    assert alone.mean < pumped.mean
    assert pumped.points - alone.points < 15  # beside the 100 that the session is worth anyway


async def test_one_account_counts_little_however_often_it_plays(table: Table, storage: Storage) -> None:
    after: list[int] = []
    for _ in range(8):
        await table.learn(SOLD)
        after.append((await scenario_rating(storage)).points)

    assert after[0] - of_scenario(1).points <= LEVEL / 11 * POINTS + 1
    assert len(set(after[2:])) == 1


async def test_nobody_plays_against_a_rating_of_their_own_making(learning: Learning, table: Table) -> None:
    for _ in range(3):
        await table.learn(SOLD)
    before = await rating_of(learning)
    await table.learn(*WELL_PLAYED)
    mine = await rating_of(learning)

    assert mine.mean > before.mean
    async with learning._ledger.reading() as db:
        assert await ratings.results_of_others(db, "lamp", LEARNER) == (0, 0.0)
