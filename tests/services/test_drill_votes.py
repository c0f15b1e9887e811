"""A fishbowl: one table in front of all, and the votes on what is said there."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.drills.drill import TABLE, Mode, Phase, Status
from bot.services.drill_book import DrillView, Refused
from bot.services.drill_votes import BallotState, BallotView
from bot.services.drills import Drills
from bot.services.ledger import Ledger
from bot.services.lessons import Lessons
from bot.services.practice import IDLE, Practice
from bot.services.privacy import Privacy
from bot.services.retention import Retention
from bot.services.views import Venue
from bot.storage import Storage
from tests.services.lamp import LAMP, Clock, library_of

GUILD, ANN, BEN, CLEO = 1, 101, 102, 103


@pytest.fixture
def ledger(storage: Storage, clock: Clock) -> Ledger:
    return Ledger(storage, lambda: library_of(LAMP), clock, IDLE)


@pytest.fixture
def drills(ledger: Ledger, clock: Clock) -> Drills:
    return Drills(ledger, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7")


@pytest.fixture
async def view(drills: Drills) -> DrillView:
    """Three have a vote; the table is open, and so is the first vote."""
    made = await drills.create(GUILD, 2, 3, Mode.FISHBOWL, "lamp", 10, vote_seconds=30)
    for member in (ANN, BEN, CLEO):
        await drills.join(made.id, GUILD, member)
    await drills.start(made.id, GUILD)
    (table,) = await drills.tables.waiting()
    await drills.tables.open(made.id, table.number, Venue("discord", GUILD, 500))
    await drills.votes.tick()
    return await drills.view(made.id)


async def vote(drills: Drills, view: DrillView, *votes: tuple[int, int], number: int = 1) -> None:
    for member, candidate in votes:
        await drills.votes.vote(view.id, GUILD, member, number, candidate)


async def ballot(drills: Drills) -> BallotView:
    (found,) = await drills.votes.tick()
    return found


def table_of(view: DrillView) -> int:
    session = view.seat(TABLE).session
    assert session is not None
    return session


async def test_there_is_one_table_that_is_nobodys_own(drills: Drills, view: DrillView, practice: Practice) -> None:
    assert [(seat.seat.number, seat.seat.status) for seat in view.seats] == [
        (TABLE, Status.PLAYING),
        (1, Status.VOTING),
        (2, Status.VOTING),
        (3, Status.VOTING),
    ]
    assert view.drill.taken == 3
    assert (await practice.view(table_of(view))).shared


async def test_the_most_voted_is_said_when_time_is_up(
    drills: Drills, view: DrillView, practice: Practice, clock: Clock
) -> None:
    await drills.votes.propose(view.id, GUILD, ANN, "Bo's has it for $90. I'd pay 80.")
    await vote(drills, view, (ANN, 3), (BEN, 0), (CLEO, 3))
    clock.forward(seconds=29)
    assert (await ballot(drills)).state is BallotState.OPEN
    clock.forward(seconds=1)

    closed = await ballot(drills)

    assert (closed.state, closed.chosen) == (BallotState.CLOSED, 3)
    assert (await practice.view(table_of(view))).round == 1
    following = await ballot(drills)
    assert (following.number, following.state, following.ballot.votes) == (2, BallotState.OPEN, {})


async def test_a_vote_may_be_changed(drills: Drills, view: DrillView) -> None:
    await vote(drills, view, (ANN, 0), (ANN, 1))
    assert (await ballot(drills)).ballot.votes == {ANN: 1}


async def test_a_tie_waits_for_the_moderator(drills: Drills, view: DrillView, practice: Practice, clock: Clock) -> None:
    await vote(drills, view, (ANN, 0), (BEN, 1))
    clock.forward(seconds=30)
    assert (await ballot(drills)).state is BallotState.TIED
    clock.forward(seconds=90)
    assert (await ballot(drills)).state is BallotState.TIED
    with pytest.raises(Refused, match="fewer votes"):
        await drills.votes.decide(view.id, GUILD, 1, 2)
    with pytest.raises(Refused, match="no vote open"):
        await vote(drills, view, (CLEO, 0))

    decided = await drills.votes.decide(view.id, GUILD, 1, 0)

    assert (decided.state, decided.chosen) == (BallotState.CLOSED, 0)
    assert (await practice.view(table_of(view))).finished
    with pytest.raises(Refused, match="nothing to decide"):
        await drills.votes.decide(view.id, GUILD, 1, 0)


async def test_where_nobody_votes_it_stays_open(drills: Drills, view: DrillView, clock: Clock) -> None:
    clock.forward(seconds=30)
    again = await ballot(drills)

    assert (again.number, again.state) == (1, BallotState.OPEN)
    assert again.closes is not None
    assert (again.closes - clock()).total_seconds() == 30


async def test_a_pause_stops_the_vote_too(drills: Drills, view: DrillView, clock: Clock) -> None:
    await vote(drills, view, (ANN, 1))
    clock.forward(seconds=10)
    await drills.pause(view.id, GUILD)
    clock.forward(hours=1)
    assert (await ballot(drills)).closes is None
    with pytest.raises(Refused, match="no vote open"):
        await vote(drills, view, (BEN, 0))
    await drills.resume(view.id, GUILD)

    clock.forward(seconds=19)
    assert (await ballot(drills)).state is BallotState.OPEN
    clock.forward(seconds=1)
    assert (await ballot(drills)).state is BallotState.CLOSED


async def test_another_vote_opens_once_nobody_can_take_the_closed_one_for_open(
    drills: Drills, view: DrillView, clock: Clock
) -> None:
    await drills.votes.remember(view.id, 1, 900)
    await vote(drills, view, (ANN, 1))
    clock.forward(seconds=30)
    assert (await ballot(drills)).state is BallotState.CLOSED
    assert ((await ballot(drills)).number, (await ballot(drills)).message) == (1, 900)
    await drills.votes.remember(view.id, 1, None)
    assert (await ballot(drills)).number == 2


@pytest.mark.parametrize("how", ["end", "cancel"])
async def test_a_vote_that_is_open_at_the_end_is_closed(drills: Drills, view: DrillView, how: str) -> None:
    await drills.votes.remember(view.id, 1, 900)
    await (drills.end if how == "end" else drills.cancel)(view.id, GUILD)

    assert await drills.any_stirring()
    left = await ballot(drills)
    assert (left.state, left.chosen) == (BallotState.CLOSED, None)
    await drills.votes.remember(view.id, 1, None)
    assert await drills.votes.tick() == []


async def test_only_those_who_joined_have_a_vote_and_only_in_the_vote_that_is_on(
    drills: Drills, view: DrillView, clock: Clock
) -> None:
    with pytest.raises(Refused, match="welcome to watch"):
        await vote(drills, view, (999, 0))
    with pytest.raises(Refused, match="welcome to watch"):
        await drills.votes.propose(view.id, GUILD, 999, "80")
    await vote(drills, view, (ANN, 1))
    clock.forward(seconds=30)
    await ballot(drills)
    await ballot(drills)
    with pytest.raises(Refused, match="another one below"):
        await vote(drills, view, (BEN, 1), number=1)


async def test_what_could_be_meant_in_two_ways_is_not_put_to_the_vote(drills: Drills, view: DrillView) -> None:
    await drills.votes.propose(view.id, GUILD, ANN, "80")
    with pytest.raises(Refused, match="Vote for it"):
        await drills.votes.propose(view.id, GUILD, BEN, "80")
    with pytest.raises(Refused, match="what you would say"):
        await drills.votes.propose(view.id, GUILD, BEN, "  ")


async def test_when_it_is_over_the_group_has_one_result_and_nobody_is_taught_by_it(
    drills: Drills, view: DrillView, ledger: Ledger, clock: Clock
) -> None:
    await vote(drills, view, (ANN, 0), (BEN, 0))
    clock.forward(seconds=30)
    await ballot(drills)
    await drills.tables.tick()
    over = await drills.view(view.id)

    assert over.drill.phase is Phase.OVER
    assert [(result.seat, result.gain) for result in over.results] == [(TABLE, -1000)]
    await drills.reveal(view.id, GUILD)
    told = await drills.debriefs.of(view.id, GUILD)
    assert told.standings[0].place == 1
    assert "deal" in (await drills.debriefs.export(view.id, GUILD, {})).splitlines()[1]
    assert await Lessons(ledger, lambda: library_of(LAMP)).catch_up() == 0


async def test_it_can_be_played_once_more(drills: Drills, view: DrillView) -> None:
    await drills.end(view.id, GUILD)

    again = await drills.again(view.id, GUILD, 3)

    assert [seat.seat.member for seat in again.seats] == [ANN, BEN, CLEO]
    assert (await drills.start(again.id, GUILD)).drill.phase is Phase.RUNNING


async def test_a_member_can_see_what_they_proposed_and_voted_and_have_it_deleted(
    drills: Drills, view: DrillView, storage: Storage, clock: Clock
) -> None:
    await drills.votes.propose(view.id, GUILD, ANN, "Bo's has it for $90.")
    await vote(drills, view, (ANN, 3), (BEN, 1))
    privacy = Privacy(storage, lambda: library_of(LAMP), clock, timedelta(days=30))

    data = await privacy.data(ANN)
    assert [row["text"] for row in data["drill_candidates"]["rows"]] == ["Bo's has it for $90."]
    assert [row["candidate"] for row in data["drill_votes"]["rows"]] == [3]
    await privacy.delete(ANN)

    left = (await ballot(drills)).ballot
    assert left.votes == {BEN: 1}
    assert [candidate.text for candidate in left.candidates][3:] == ["…"]
    assert not (await privacy.data(ANN)).keys() & {"drill_candidates", "drill_votes"}


async def test_what_was_proposed_is_kept_no_longer_than_other_words(
    drills: Drills, view: DrillView, storage: Storage, clock: Clock
) -> None:
    await drills.votes.propose(view.id, GUILD, ANN, "Bo's has it for $90.")
    await drills.end(view.id, GUILD)
    privacy = Privacy(storage, lambda: library_of(LAMP), clock, timedelta(days=30))
    retention = Retention(storage, lambda: library_of(LAMP), clock, timedelta(days=30))

    clock.forward(hours=24 * 29)
    await retention.clear()
    assert "drill_candidates" in await privacy.data(ANN)
    clock.forward(hours=25)
    await retention.clear()
    assert "drill_candidates" not in await privacy.data(ANN)
