from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest

from bot.learning.mastery import Stage
from bot.learning.rating import Rating
from bot.negotiation.acts import Outcome
from bot.negotiation.moves import Accept
from bot.negotiation.scenario import Side
from bot.services.errors import NoSuchScenario
from bot.services.learned import LAST, Advice, NextTactic
from bot.services.learning import Learning, NotShown, Place
from bot.services.memberships import NoSuchZone, find_zones, zone_of
from bot.services.practice import Practice
from bot.storage import Storage, ratings
from bot.storage.members import Member
from bot.storage.ratings import Rated
from tests.services.lamp import LEARNER, STRANGER, THREAD, Clock
from tests.services.learning.conftest import Knowledge, Table
from tests.services.learning.test_lessons import SOLD, WELL_PLAYED

GUILD = 1


async def test_a_member_who_has_done_nothing(learning: Learning) -> None:
    found = await learning.progress(LEARNER, LEARNER)

    assert (found.sessions, found.accuracy, found.share, found.history) == (0, None, None, ())
    assert (found.due, found.habits, found.last, found.streak.length, found.level) == (0, (), (), 0, 1)
    assert {tactic.mastery.stage for tactic in found.tactics} == {Stage.NEW}
    assert found.next == Advice("lamp", "The lamp", "A good one to begin with.")


async def test_one_session(learning: Learning, table: Table) -> None:
    session = await table.learn(SOLD)

    found = await learning.progress(LEARNER, LEARNER)

    assert (found.sessions, found.deals, found.no_deals, found.rated_sessions) == (1, 1, 0, 1)
    assert found.share is not None
    assert found.share < 0
    assert (found.accuracy_trend, found.share_trend) == (None, None)
    assert [past.session for past in found.last] == [session]
    assert [(each.title, each.sessions, each.deals) for each in found.scenarios] == [("The lamp", 1, 1)]
    assert [(piece.sessions, piece.begins.isoformat()) for piece in found.history] == [(1, "2026-04-27")]


async def test_only_the_last_ones_are_listed_and_those_that_are_running_too(
    learning: Learning, practice: Practice, table: Table
) -> None:
    played = [await table.play() for _ in range(LAST + 2)]
    running = (await practice.start(LEARNER, THREAD, scenario="lamp")).session.id
    await table.play(learner=STRANGER)

    last = (await learning.progress(LEARNER, LEARNER)).last

    assert [past.session for past in last] == [running, *reversed(played)][:LAST]
    assert [past.outcome for past in last[:2]] == [None, Outcome.UNFINISHED]


async def test_a_scenario_that_is_gone_is_called_by_its_id(
    learning: Learning, table: Table, knowledge: Knowledge
) -> None:
    await table.learn(SOLD)
    knowledge.library = replace(knowledge.library, scenarios={})

    found = await learning.progress(LEARNER, LEARNER)

    assert [(past.title, past.price, past.currency) for past in found.last] == [("lamp", 10000, None)]
    assert ([each.title for each in found.scenarios], found.next) == (["lamp"], None)


async def test_getting_better_over_weeks_shows(learning: Learning, table: Table, clock: Clock) -> None:
    for messages in ((SOLD,), (SOLD,), WELL_PLAYED, WELL_PLAYED):
        await table.learn(*messages)
        clock.forward(days=7)
    clock.forward(days=-7)

    found = await learning.progress(LEARNER, LEARNER)

    assert len(found.history) == 4
    assert found.accuracy_trend is not None
    assert found.accuracy_trend > 10
    assert found.streak.length == 1


async def test_others_see_it_only_if_the_member_likes(learning: Learning) -> None:
    with pytest.raises(NotShown):
        await learning.progress(LEARNER, STRANGER)

    await learning.members.set_shown(LEARNER, True)

    assert (await learning.progress(LEARNER, STRANGER)).learner == LEARNER


async def test_what_was_played_just_now_is_not_next(learning: Learning, table: Table) -> None:
    await table.learn(SOLD)

    assert await learning.next_best(LEARNER) == Advice("vase", "The vase", "You have not played this one yet.")


async def test_nothing_to_practise_on_that_side(learning: Learning) -> None:
    with pytest.raises(NoSuchScenario, match="no practice like that"):
        await learning.next_best(LEARNER, side=Side.SELLER)


async def test_the_level_and_the_tactic_can_be_chosen(learning: Learning) -> None:
    assert (await learning.next_best(LEARNER, level=2)).scenario == "vase"
    assert (await learning.next_best(LEARNER, tactic="asking")).scenario == "vase"
    assert (await learning.next_best(LEARNER, tactic="leaving")).scenario == "lamp"
    with pytest.raises(NoSuchScenario):
        await learning.next_best(LEARNER, level=1, tactic="asking")


async def test_what_is_next_on_a_level_and_why(learning: Learning, table: Table, knowledge: Knowledge) -> None:
    assert (await learning.progress(LEARNER, LEARNER)).next_tactic == NextTactic(
        "Leaving", "you have not begun with it yet"
    )
    await table.learn(SOLD)

    assert (await learning.progress(LEARNER, LEARNER)).next_tactic == NextTactic(
        "Leaving", "you have least of it so far"
    )
    knowledge.library = replace(knowledge.library, tactics={})
    assert (await learning.progress(LEARNER, LEARNER)).next_tactic is None


@pytest.mark.parametrize("typed", ["Europe/Berlin", " europe/berlin ", "EUROPE/BERLIN"])
async def test_a_zone_is_known_however_it_is_written(learning: Learning, typed: str) -> None:
    assert (await learning.members.set_zone(LEARNER, typed)).zone == "Europe/Berlin"
    assert (await learning.members.of(LEARNER)).zone == "Europe/Berlin"


async def test_a_zone_that_is_not_known(learning: Learning) -> None:
    with pytest.raises(NoSuchZone, match="Write it like Europe/Berlin"):
        await learning.members.set_zone(LEARNER, "Atlantis")
    with pytest.raises(NoSuchZone, match="Did you mean Europe/Berlin"):
        await learning.members.set_zone(LEARNER, "berlin")
    assert find_zones("new york") == ["America/New_York"]


async def test_a_leaderboard_shows_nobody_who_has_not_agreed(
    learning: Learning, storage: Storage, table: Table
) -> None:
    async with storage.writing() as db:
        for who, mean in ((LEARNER, 25.0), (STRANGER, 30.0)):
            await ratings.put_learner(db, who, Rated(Rating(mean, 2.0), 12))

    empty = await learning.by_rating(GUILD, LEARNER)
    await learning.members.set_on_board(GUILD, LEARNER, True)
    joined = await learning.by_rating(GUILD, LEARNER)

    assert (empty.places, empty.on, empty.members) == ((), False, 0)
    assert joined.places == (Place(1, LEARNER, 1500, 80, 12),)
    assert (joined.mine, joined.on) == (joined.places[0], True)
    await learning.members.set_on_board(GUILD, LEARNER, False)
    assert (await learning.by_rating(GUILD, LEARNER)).places == ()


async def test_the_week_begins_on_monday(learning: Learning, table: Table, clock: Clock) -> None:
    """The first of May 2026 is a Friday."""
    await learning.members.set_on_board(GUILD, LEARNER, True)
    await table.learn(*WELL_PLAYED)
    await table.learn((Accept(),))

    board = await learning.by_week(GUILD, LEARNER)
    clock.forward(days=3)
    monday = await learning.by_week(GUILD, LEARNER)

    assert board.week is not None
    assert board.week.isoformat() == "2026-04-27"
    assert [(place.learner, place.sessions) for place in board.places] == [(LEARNER, 1)]
    assert board.places[0].points > 50
    assert monday.places == ()


async def test_a_provisional_rating_is_not_compared(learning: Learning, table: Table) -> None:
    await learning.members.set_on_board(GUILD, LEARNER, True)
    await table.learn(SOLD)

    board = await learning.by_rating(GUILD, LEARNER)

    assert (board.places, board.mine, board.on) == ((), None, True)


def test_a_machine_that_does_not_know_the_zone_takes_utc() -> None:
    assert zone_of(Member(LEARNER, "Atlantis/Capital")) is UTC
    assert str(zone_of(Member(LEARNER, "Asia/Tokyo"))) == "Asia/Tokyo"
