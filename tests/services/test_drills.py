"""Drills by the service, over a real database; the clock moves only when it is told to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.drills.drill import Mode, Phase, Status
from bot.drills.standings import Ending, Result
from bot.negotiation.moves import Accept, CiteAlternative, Offer, WalkAway
from bot.negotiation.scenario import Side
from bot.services.drill_book import DrillView, NoSuchDrill, Refused
from bot.services.drills import Drills
from bot.services.errors import Held, NothingToTakeBack, Veiled
from bot.services.ledger import Ledger
from bot.services.practice import IDLE, Practice
from bot.services.privacy import Privacy
from bot.services.views import PostKind, Venue
from bot.storage import Storage
from tests.services.lamp import LAMP, Clock, library_of

GUILD, CHANNEL, MODERATOR = 1, 2, 3
ANN, BEN, CLEO = 101, 102, 103


def venue_of(number: int) -> Venue:
    return Venue("discord", GUILD, 500 + number)


@pytest.fixture
def drills(storage: Storage, clock: Clock) -> Drills:
    return Drills(
        Ledger(storage, lambda: library_of(LAMP), clock, IDLE), lambda: library_of(LAMP), clock, lambda: 7, lambda: "7"
    )


async def gathered(drills: Drills, *members: int, minutes: int = 10) -> DrillView:
    view = await drills.create(GUILD, CHANNEL, MODERATOR, Mode.ROOM, "lamp", minutes)
    for member in members:
        view = await drills.join(view.id, GUILD, member)
    return view


async def playing(drills: Drills, *members: int, minutes: int = 10) -> DrillView:
    view = await gathered(drills, *members, minutes=minutes)
    await drills.start(view.id, GUILD)
    for seat in await drills.tables.waiting():
        await drills.tables.open(view.id, seat.number, venue_of(seat.number))
    return await drills.view(view.id)


def session_of(view: DrillView, number: int) -> int:
    session = view.seat(number).session
    assert session is not None
    return session


async def kinds_owed(practice: Practice, session: int) -> list[PostKind]:
    return [post.kind for post in await practice.owed(session=session)]


async def test_everybody_plays_the_same_scenario_with_the_same_truth(drills: Drills, practice: Practice) -> None:
    view = await playing(drills, ANN, BEN)

    one, two = [await practice.view(session_of(view, number)) for number in (1, 2)]
    assert (one.learner, two.learner) == (ANN, BEN)
    assert (one.scenario, one.seed) == (two.scenario, two.seed)
    assert one.venue == venue_of(1)
    ends = [await practice.end(session_of(view, number), who, cause="x") for number, who in ((1, ANN), (2, BEN))]
    await drills.tables.tick()
    await drills.reveal(view.id, GUILD)
    truths = [(await practice.debrief(end.session.id)).world.id for end in ends]
    assert truths[0] == truths[1]


async def test_a_seat_waits_for_its_thread_and_its_clock_starts_when_it_is_there(drills: Drills, clock: Clock) -> None:
    view = await gathered(drills, ANN, BEN)
    await drills.start(view.id, GUILD)
    assert [(seat.number, seat.member) for seat in await drills.tables.waiting()] == [(1, ANN), (2, BEN)]

    clock.forward(minutes=3)
    await drills.tables.open(view.id, 1, venue_of(1))

    assert [seat.number for seat in await drills.tables.waiting()] == [2]
    assert (await drills.view(view.id)).seat(1).seat.began == timedelta(minutes=3)
    with pytest.raises(Refused):
        await drills.tables.open(view.id, 1, venue_of(1))


async def test_the_same_survives_another_process(storage: Storage, drills: Drills, clock: Clock) -> None:
    view = await playing(drills, ANN)
    clock.forward(minutes=4)
    view = await drills.pause(view.id, GUILD)
    again = Drills(
        Ledger(storage, lambda: library_of(LAMP), clock, IDLE), lambda: library_of(LAMP), clock, lambda: 8, lambda: "8"
    )

    assert await again.view(view.id) == view
    clock.forward(hours=2)
    assert (await again.resume(view.id, GUILD)).drill.deadline() == clock() + timedelta(minutes=6)


async def test_nobody_moves_in_a_pause(drills: Drills, practice: Practice, clock: Clock) -> None:
    view = await playing(drills, ANN)
    await drills.pause(view.id, GUILD)

    with pytest.raises(Held):
        await practice.hear(session_of(view, 1), ANN, "95", cause="message:1")
    clock.forward(hours=1)
    assert await drills.tables.tick() == []
    await drills.resume(view.id, GUILD)
    assert (await practice.hear(session_of(view, 1), ANN, "95", cause="message:1")).posts == ()  # as it was told
    assert (await practice.hear(session_of(view, 1), ANN, "95", cause="message:2")).posts


async def test_a_table_that_opens_in_a_pause_waits_too(drills: Drills, practice: Practice) -> None:
    view = await gathered(drills, ANN)
    await drills.start(view.id, GUILD)
    await drills.pause(view.id, GUILD)
    await drills.tables.open(view.id, 1, venue_of(1))

    with pytest.raises(Held):
        await practice.press(session_of(await drills.view(view.id), 1), ANN, Accept(), cause="interaction:1")


async def test_what_was_hidden_is_told_when_it_is_revealed(drills: Drills, practice: Practice) -> None:
    view = await playing(drills, ANN, BEN)
    mine, theirs = session_of(view, 1), session_of(view, 2)
    await practice.press(mine, ANN, Accept(), cause="interaction:1")
    await drills.tables.tick()

    with pytest.raises(Veiled):
        await practice.debrief(mine)
    with pytest.raises(Refused, match="One is still playing"):
        await drills.reveal(view.id, GUILD)
    await practice.press(theirs, BEN, WalkAway(True), cause="interaction:2")
    await practice.end(theirs, BEN, cause="interaction:3")
    await drills.tables.tick()
    assert (await drills.view(view.id)).drill.phase is Phase.OVER

    view = await drills.reveal(view.id, GUILD)

    assert view.drill.revealed
    assert (await kinds_owed(practice, mine))[-1] is PostKind.DEBRIEF
    assert (await practice.debrief(mine)).session == mine


async def test_results_are_gains_over_the_alternative(drills: Drills, practice: Practice) -> None:
    view = await playing(drills, ANN, BEN)
    await practice.press(session_of(view, 1), ANN, Accept(), cause="interaction:1")
    await practice.end(session_of(view, 2), BEN, cause="interaction:2")

    assert await drills.tables.tick() == [view.id]

    view = await drills.view(view.id)
    assert view.results == (Result(1, Ending.DEAL, -1000), Result(2, Ending.UNFINISHED, 0))
    assert await drills.tables.tick() == []


async def test_at_the_end_of_time_a_game_is_worth_what_was_on_the_table(
    drills: Drills, practice: Practice, clock: Clock
) -> None:
    view = await playing(drills, ANN, BEN)
    session = session_of(view, 1)
    await practice.press(session, ANN, CiteAlternative(9000), cause="interaction:0")
    for number, amount in enumerate((7000, 7300, 7500, 7700, 7800), 1):
        await practice.press(session, ANN, Offer(amount), cause=f"interaction:{number}")
    better = LAMP.gain((await practice.view(session)).ask)

    clock.forward(minutes=9, seconds=59)
    assert await drills.tables.tick() == []
    clock.forward(seconds=1)
    assert await drills.tables.tick() == [view.id]

    view = await drills.view(view.id)
    assert better > 0
    assert view.results == (Result(1, Ending.UNFINISHED, better), Result(2, Ending.UNFINISHED, 0))
    assert view.drill.phase is Phase.OVER
    assert (await kinds_owed(practice, session))[-2:] == [PostKind.NOTICE, PostKind.NOTICE]


async def test_more_time_is_for_everybody_and_pressed_twice_at_once_counts_once(drills: Drills, clock: Clock) -> None:
    view = await playing(drills, ANN)
    seen = view.drill.clock.length

    await drills.extend(view.id, GUILD, timedelta(minutes=5), seen)
    with pytest.raises(Refused, match="just changed"):
        await drills.extend(view.id, GUILD, timedelta(minutes=5), seen)

    clock.forward(minutes=14)
    assert await drills.tables.tick() == []
    clock.forward(minutes=1)
    assert await drills.tables.tick() == [view.id]


async def test_the_end_stops_it_for_everybody_and_tells_them_at_once(drills: Drills, practice: Practice) -> None:
    view = await playing(drills, ANN, BEN)
    late = await gathered(drills, CLEO)
    await practice.press(session_of(view, 1), ANN, Accept(), cause="interaction:1")

    view = await drills.end(view.id, GUILD)

    assert view.drill.phase is Phase.OVER
    assert view.drill.revealed
    assert view.results == (Result(1, Ending.DEAL, -1000), Result(2, Ending.UNFINISHED, 0))
    for number in (1, 2):
        assert (await kinds_owed(practice, session_of(view, number))).count(PostKind.DEBRIEF) == 1
    with pytest.raises(Refused, match="over already"):
        await drills.end(view.id, GUILD)
    with pytest.raises(Refused, match="hasn't started"):
        await drills.end(late.id, GUILD)


async def test_a_paused_drill_can_be_ended(drills: Drills, practice: Practice) -> None:
    view = await playing(drills, ANN)
    await drills.pause(view.id, GUILD)

    view = await drills.end(view.id, GUILD)

    assert (await practice.view(session_of(view, 1))).finished


async def test_a_drill_that_is_called_off_ends_the_games_and_tells_each_their_own(
    drills: Drills, practice: Practice
) -> None:
    view = await playing(drills, ANN, BEN)
    await practice.press(session_of(view, 1), ANN, Accept(), cause="interaction:1")

    view = await drills.cancel(view.id, GUILD)

    assert view.drill.phase is Phase.CANCELLED
    for number in (1, 2):
        assert (await kinds_owed(practice, session_of(view, number)))[-1] is PostKind.DEBRIEF
    await drills.tables.tick()
    assert await drills.tables.tick() == []


async def test_a_thread_that_is_lost_is_opened_again_with_the_same_game(
    drills: Drills, practice: Practice, clock: Clock
) -> None:
    view = await playing(drills, ANN)
    session = session_of(view, 1)
    clock.forward(minutes=6)

    assert await drills.tables.thread_lost(501) == view.id
    assert await drills.tables.thread_lost(999) is None
    (waiting,) = await drills.tables.waiting()
    assert waiting.session == session
    assert await drills.tables.open(view.id, 1, venue_of(9)) is None

    assert (await practice.view(session)).venue == venue_of(9)
    clock.forward(minutes=4)
    assert await drills.tables.tick() == [view.id]


async def test_a_member_who_cannot_be_found_loses_the_seat_and_holds_nobody_up(drills: Drills) -> None:
    view = await gathered(drills, ANN, BEN)
    await drills.start(view.id, GUILD)
    await drills.tables.gone(view.id, 2)
    await drills.tables.open(view.id, 1, venue_of(1))

    view = await drills.view(view.id)
    assert [seat.seat.status for seat in view.seats] == [Status.PLAYING, Status.GONE]


async def test_a_drill_that_everybody_has_left_is_over(drills: Drills) -> None:
    view = await gathered(drills, ANN)
    await drills.start(view.id, GUILD)
    await drills.tables.gone(view.id, 1)

    assert (await drills.view(view.id)).drill.phase is Phase.OVER


async def test_once_more_with_the_same_members(drills: Drills) -> None:
    view = await playing(drills, ANN, BEN)
    await drills.name(view.id, GUILD, ANN, named=True)
    with pytest.raises(Refused, match="isn't over"):
        await drills.again(view.id, GUILD, MODERATOR)
    await drills.end(view.id, GUILD)

    again = await drills.again(view.id, GUILD, MODERATOR)

    assert again.again_of == view.id
    assert [(seat.seat.member, seat.seat.named) for seat in again.seats] == [(ANN, True), (BEN, False)]
    assert again.drill.phase is Phase.GATHERING


async def test_swapped_all_play_the_other_side_of_the_story(storage: Storage, clock: Clock) -> None:
    sale = replace(LAMP, id="lamp-sale", side=Side.SELLER)
    both = Drills(
        Ledger(storage, lambda: library_of(LAMP), clock, IDLE),
        lambda: library_of(LAMP, sale),
        clock,
        lambda: 7,
        lambda: "7",
    )
    view = await playing(both, ANN)
    await both.end(view.id, GUILD)

    again = await both.again(view.id, GUILD, MODERATOR, swapped=True)
    await both.start(again.id, GUILD)
    await both.end(again.id, GUILD)

    assert (again.scenario.id, again.game) == ("lamp-sale", 2)
    back = await both.again(again.id, GUILD, MODERATOR, swapped=True)
    assert (back.scenario.id, back.game) == ("lamp", 1)


async def test_a_story_with_one_side_is_not_swapped(drills: Drills) -> None:
    view = await playing(drills, ANN)
    await drills.end(view.id, GUILD)
    with pytest.raises(Refused, match="one side only"):
        await drills.again(view.id, GUILD, MODERATOR, swapped=True)
    assert len(await drills.of_guild(GUILD)) == 1


async def test_a_drill_belongs_to_its_server(drills: Drills) -> None:
    view = await gathered(drills, ANN)

    for act in (
        drills.join(view.id, GUILD + 1, BEN),
        drills.start(view.id, GUILD + 1),
        drills.end(view.id, GUILD + 1),
        drills.view(view.id, GUILD + 1),
    ):
        with pytest.raises(NoSuchDrill):
            await act


async def test_the_tables_show_where_each_game_stands(drills: Drills, practice: Practice) -> None:
    view = await playing(drills, ANN, BEN)
    await practice.press(session_of(view, 2), BEN, Offer(7000), cause="interaction:1")
    await practice.hint(session_of(view, 2), BEN, cause="interaction:2")

    states = await drills.tables.states(await drills.view(view.id))

    assert {seat: state.round for seat, state in states.items()} == {1: 0, 2: 1}


async def test_lists(drills: Drills) -> None:
    first, second = await gathered(drills, ANN), await gathered(drills, BEN)
    await drills.cancel(first.id, GUILD)

    assert [view.id for view in await drills.of_guild(GUILD)] == [second.id, first.id]
    assert [view.id for view in await drills.active()] == [second.id]
    assert await drills.of_guild(GUILD + 1) == []


@pytest.fixture
def privacy(storage: Storage, clock: Clock) -> Privacy:
    return Privacy(storage, lambda: library_of(LAMP), clock, timedelta(days=30))


async def test_whoever_deletes_their_data_frees_their_seat_and_nobody_waits_for_them(
    drills: Drills, practice: Practice, privacy: Privacy
) -> None:
    view = await playing(drills, ANN, BEN)
    await privacy.delete(ANN)
    await practice.end(session_of(view, 2), BEN, cause="x")
    await drills.tables.tick()

    after = await drills.view(view.id)

    assert [seat.seat.status for seat in after.seats] == [Status.GONE, Status.DONE]
    assert [seat.seat.member for seat in after.seats] == [0, BEN]
    assert after.drill.phase is Phase.OVER


async def test_before_the_start_the_seat_is_for_somebody_else(drills: Drills, privacy: Privacy) -> None:
    view = await gathered(drills, ANN, BEN)
    await privacy.delete(ANN)
    await drills.start(view.id, GUILD)

    assert [(seat.number, seat.member) for seat in await drills.tables.waiting()] == [(2, BEN)]


async def test_who_sat_opposite_is_done(drills: Drills, privacy: Privacy) -> None:
    view = await drills.create(GUILD, CHANNEL, MODERATOR, Mode.PAIRS, "lamp", 10)
    for member in (ANN, BEN):
        await drills.join(view.id, GUILD, member)
    await drills.start(view.id, GUILD)
    (waiting,) = await drills.tables.waiting()
    await drills.tables.open(view.id, waiting.number, venue_of(1))

    await privacy.delete(ANN)

    after = await drills.view(view.id)
    assert [seat.seat.status for seat in after.seats] == [Status.DONE, Status.DONE]
    assert after.drill.phase is Phase.OVER


async def test_in_front_of_a_group_the_vote_is_free(drills: Drills, privacy: Privacy) -> None:
    view = await drills.create(GUILD, CHANNEL, MODERATOR, Mode.FISHBOWL, "lamp", 10)
    for member in (ANN, BEN):
        await drills.join(view.id, GUILD, member)
    await drills.start(view.id, GUILD)

    await privacy.delete(ANN)

    assert (await drills.view(view.id)).drill.taken == 1


# --- what is taken back -----------------------------------------------------------------------------------------------


async def test_a_game_that_goes_on_after_all_has_no_result(drills: Drills, practice: Practice) -> None:
    view = await playing(drills, ANN, BEN)
    session = session_of(view, 1)
    await practice.hear(session, ANN, "Deal.", cause="message:1")
    await drills.tables.tick()
    assert (await drills.view(view.id)).seat(1).result is not None

    await practice.hear(session, ANN, "That's not what I said.", cause="message:2")
    assert await drills.tables.tick() == [view.id]

    seat = (await drills.view(view.id)).seat(1)
    assert (seat.seat.status, seat.result) == (Status.PLAYING, None)
    assert (await drills.tables.states(view))[1].outcome is None
    await practice.press(session, ANN, Accept(), cause="press:1")
    await drills.tables.tick()
    assert (await drills.view(view.id)).seat(1).seat.status is Status.DONE


async def test_a_drill_closes_when_nothing_can_be_taken_back_any_more(
    drills: Drills, practice: Practice, clock: Clock
) -> None:
    view = await playing(drills, ANN)
    turn = await practice.hear(session_of(view, 1), ANN, "Deal.", cause="message:1")
    assert [post.kind for post in turn.posts] == [PostKind.REPLY, PostKind.NOTICE]
    await drills.tables.tick()
    assert (await drills.view(view.id)).drill.phase is Phase.RUNNING

    (timer,) = await practice.due(clock.forward(minutes=6))
    await practice.run_timer(timer.id)

    assert await drills.tables.tick() == [view.id]
    assert (await drills.view(view.id)).drill.phase is Phase.OVER


async def test_what_was_revealed_is_not_taken_back(drills: Drills, practice: Practice) -> None:
    view = await playing(drills, ANN)
    session = session_of(view, 1)
    await practice.hear(session, ANN, "Deal.", cause="message:1")
    await drills.tables.tick()
    await drills.reveal(view.id, GUILD)

    with pytest.raises(NothingToTakeBack, match="too late"):
        await practice.take_back(session, ANN, cause="press:1")
    assert await kinds_owed(practice, session) == [
        PostKind.BRIEF,
        PostKind.REPLY,
        PostKind.REPLY,
        PostKind.NOTICE,
        PostKind.DEBRIEF,
    ]


async def test_in_a_drill_not_everything_is_taken_back(drills: Drills, practice: Practice) -> None:
    session = session_of(await playing(drills, ANN), 1)
    for number in range(3):
        await practice.hear(session, ANN, "I'd pay $70.", cause=f"message:{number}")
        await practice.take_back(session, ANN, cause=f"press:{number}")
    await practice.hear(session, ANN, "I'd pay $70.", cause="message:9")

    with pytest.raises(NothingToTakeBack, match="as much as one may"):
        await practice.take_back(session, ANN, cause="press:9")


async def test_in_a_pause_nothing_is_taken_back(drills: Drills, practice: Practice) -> None:
    view = await playing(drills, ANN, BEN)
    await practice.hear(session_of(view, 1), ANN, "Deal.", cause="message:1")
    await drills.pause(view.id, GUILD)

    with pytest.raises(Held):
        await practice.take_back(session_of(view, 1), ANN, cause="press:1")
