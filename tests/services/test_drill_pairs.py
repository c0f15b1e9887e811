"""Pairs: two at a table with a role each, what counts there, and what they are told at the end."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO

import pytest

from bot.drills.drill import Mode, Phase, Status
from bot.drills.pairs import Terms
from bot.drills.standings import Ending, Result
from bot.negotiation.moves import Accept
from bot.negotiation.scenario import Side
from bot.services.drill_book import DrillView, Refused
from bot.services.drills import Drills
from bot.services.errors import BadAmount
from bot.services.ledger import Ledger
from bot.services.pair_debrief import PairsDebrief
from bot.services.pair_views import PairView
from bot.services.practice import IDLE, Practice
from bot.services.views import Venue
from bot.storage import Storage
from tests.services.lamp import BUSY, LAMP, SLOW, Clock, library_of

GUILD, CHANNEL, MODERATOR = 1, 2, 3
ANN, BEN, CLEO, DAN, EVE = 101, 102, 103, 104, 105


@pytest.fixture
def drills(storage: Storage, clock: Clock) -> Drills:
    """Where everybody's truth is a slow day: the lamp may go for $80, and Bo's has it for $90."""
    return Drills(
        Ledger(storage, lambda: library_of(LAMP), clock, IDLE), lambda: library_of(LAMP), clock, lambda: 7, lambda: "7"
    )


async def playing(drills: Drills, *members: int) -> DrillView:
    view = await drills.create(GUILD, CHANNEL, MODERATOR, Mode.PAIRS, "lamp", 10)
    for member in members:
        await drills.join(view.id, GUILD, member)
    await drills.start(view.id, GUILD)
    for seat in await drills.tables.waiting():
        await drills.tables.open(view.id, seat.number, Venue("discord", GUILD, 500 + seat.number))
    return await drills.view(view.id)


async def deal(drills: Drills, view: DrillView, pair: int, one: int, other: int, price: str) -> PairView:
    made = await drills.pairs.offer(view.id, GUILD, pair, one, price)
    assert made.pair.proposal is not None
    return await drills.pairs.agree(view.id, GUILD, pair, other, made.pair.proposal.number)


async def test_two_and_two_share_a_thread_and_begin_together(drills: Drills) -> None:
    view = await playing(drills, ANN, BEN, CLEO, DAN)

    assert [(pair.first, pair.second) for pair in view.pairs] == [(1, 2), (3, 4)]
    assert [seat.thread for seat in view.seats] == [501, 501, 503, 503]
    assert {seat.seat.status for seat in view.seats} == {Status.PLAYING}
    assert all(seat.session is None for seat in view.seats)
    assert [shown.pair.number for shown in await drills.pairs.to_show()] == [1, 2]


async def test_each_sees_their_own_role_and_nobody_elses(drills: Drills) -> None:
    view = await playing(drills, ANN, BEN, CLEO, DAN)

    learner = await drills.pairs.role(view.id, GUILD, 1, ANN)
    other = await drills.pairs.role(view.id, GUILD, 1, BEN)

    assert (learner.side, learner.world) == (Side.BUYER, None)
    assert (other.side, other.world) == (Side.SELLER, SLOW)
    for stranger in (CLEO, 999):
        with pytest.raises(Refused, match="two who sit"):
            await drills.pairs.role(view.id, GUILD, 1, stranger)


async def test_of_an_odd_number_one_plays_against_the_coach(drills: Drills, practice: Practice) -> None:
    view = await playing(drills, ANN, BEN, CLEO)

    session = view.seat(3).session
    assert session is not None
    assert (await practice.view(session)).learner == CLEO
    with pytest.raises(Refused, match="two who sit"):
        await drills.pairs.role(view.id, GUILD, 2, CLEO)


async def test_a_deal_is_a_deal_when_both_have_said_yes(drills: Drills) -> None:
    view = await playing(drills, ANN, BEN)
    await drills.pairs.offer(view.id, GUILD, 1, ANN, "82")
    counter = await drills.pairs.offer(view.id, GUILD, 1, BEN, "86.50", frozenset({"bulb", "nonsense"}))
    assert counter.pair.agreed is None
    with pytest.raises(Refused, match="newer offer"):
        await drills.pairs.agree(view.id, GUILD, 1, ANN, 1)
    with pytest.raises(Refused, match="for the other side"):
        await drills.pairs.agree(view.id, GUILD, 1, BEN, 2)

    done = await drills.pairs.agree(view.id, GUILD, 1, ANN, 2)

    assert done.pair.agreed == Terms(8650, frozenset({"bulb"}))
    after = await drills.view(view.id)
    assert after.drill.phase is Phase.OVER
    assert after.results == (Result(1, Ending.DEAL, 350 + 500), Result(2, Ending.DEAL, 650 - 300))
    with pytest.raises(Refused, match="closed"):
        await drills.pairs.walk(view.id, GUILD, 1, ANN)


async def test_what_is_heard_counts_when_both_say_so(drills: Drills) -> None:
    view = await playing(drills, ANN, BEN)

    assert await drills.pairs.hear(501, ANN, "Nice lamp. Been here long?") is None
    assert await drills.pairs.hear(501, 999, "I'd pay $70.") is None
    assert await drills.pairs.hear(777, ANN, "I'd pay $70.") is None
    heard = await drills.pairs.hear(501, ANN, "Bo's has it for $90. I'd pay $82.")
    assert heard is not None
    assert heard.pair.proposal is not None
    assert (heard.pair.proposal.terms, heard.pair.proposal.agreed) == (Terms(8200), frozenset())
    answer = await drills.pairs.hear(501, BEN, "I could do 88 with a spare bulb.")
    assert answer is not None
    assert answer.pair.proposal is not None
    assert answer.pair.proposal.terms == Terms(8800, frozenset({"bulb"}))

    await drills.pairs.agree(view.id, GUILD, 1, ANN, 2)
    assert (await drills.pairs.agree(view.id, GUILD, 1, BEN, 2)).pair.ending is Ending.DEAL


@pytest.mark.parametrize("typed", ["", "much", "0", "-5", "99999999"])
async def test_what_is_no_price_is_no_offer(drills: Drills, typed: str) -> None:
    view = await playing(drills, ANN, BEN)
    with pytest.raises(BadAmount):
        await drills.pairs.offer(view.id, GUILD, 1, ANN, typed)
    assert (await drills.view(view.id)).pairs[0].proposal is None


async def test_leaving_and_being_let_go_is_no_deal(drills: Drills) -> None:
    view = await playing(drills, ANN, BEN)
    await drills.pairs.walk(view.id, GUILD, 1, ANN)
    await drills.pairs.come_back(view.id, GUILD, 1, ANN)
    await drills.pairs.walk(view.id, GUILD, 1, ANN)

    await drills.pairs.let_go(view.id, GUILD, 1, BEN)

    assert [result.ending for result in (await drills.view(view.id)).results] == [Ending.NO_DEAL] * 2


async def test_when_time_is_up_what_was_only_offered_is_worth_nothing(drills: Drills, clock: Clock) -> None:
    view = await playing(drills, ANN, BEN, CLEO, DAN)
    await drills.pairs.offer(view.id, GUILD, 1, ANN, "82")
    await drills.pairs.walk(view.id, GUILD, 2, CLEO)
    clock.forward(minutes=10)

    await drills.tables.tick()

    over = await drills.view(view.id)
    assert over.drill.phase is Phase.OVER
    assert [(result.ending, result.gain) for result in over.results] == [
        (Ending.UNFINISHED, 0),
        (Ending.UNFINISHED, 0),
        (Ending.NO_DEAL, 0),
        (Ending.NO_DEAL, 0),
    ]


async def test_nothing_counts_during_a_pause(drills: Drills, clock: Clock) -> None:
    view = await playing(drills, ANN, BEN)
    clock.forward(minutes=9)
    await drills.pause(view.id, GUILD)
    clock.forward(hours=1)

    assert await drills.pairs.hear(501, ANN, "I'd pay $82.") is None
    with pytest.raises(Refused, match="paused"):
        await drills.pairs.offer(view.id, GUILD, 1, ANN, "82")
    assert await drills.tables.tick() == []
    await drills.resume(view.id, GUILD)
    assert (await deal(drills, view, 1, ANN, BEN, "82")).pair.ending is Ending.DEAL


async def test_whoever_waited_with_somebody_who_left_sits_down_alone(drills: Drills, practice: Practice) -> None:
    view = await drills.create(GUILD, CHANNEL, MODERATOR, Mode.PAIRS, "lamp", 10)
    for member in (ANN, BEN, CLEO, DAN):
        await drills.join(view.id, GUILD, member)
    await drills.start(view.id, GUILD)
    await drills.leave(view.id, GUILD, ANN)
    await drills.tables.gone(view.id, 4)

    waiting = await drills.tables.waiting()

    assert [(seat.number, seat.opposite) for seat in waiting] == [(2, None), (3, None)]
    await drills.tables.open(view.id, 2, Venue("discord", GUILD, 502))
    session = (await drills.view(view.id)).seat(2).session
    assert session is not None
    assert (await practice.view(session)).side is Side.BUYER


async def test_a_table_whose_thread_is_lost_goes_on_in_another(drills: Drills) -> None:
    view = await playing(drills, ANN, BEN)
    await drills.pairs.offer(view.id, GUILD, 1, ANN, "82")
    await drills.tables.thread_lost(501)

    (waiting,) = await drills.tables.waiting()
    assert (waiting.number, waiting.opposite) == (1, (2, BEN))
    await drills.tables.open(view.id, 1, Venue("discord", GUILD, 900))

    (shown,) = await drills.pairs.to_show()
    assert (shown.thread, shown.pair.proposal and shown.pair.proposal.terms) == (900, Terms(8200))


async def test_what_has_been_shown_is_not_shown_again(drills: Drills) -> None:
    view = await playing(drills, ANN, BEN)
    (table,) = await drills.pairs.to_show()
    made = await drills.pairs.offer(view.id, GUILD, 1, ANN, "82")
    await drills.pairs.shown(view.id, 1, table.turn)
    assert [shown.turn for shown in await drills.pairs.to_show()] == [made.turn]

    await drills.pairs.shown(view.id, 1, made.turn)
    assert await drills.pairs.to_show() == []
    assert await drills.any_stirring()
    await drills.extend(view.id, GUILD, timedelta(minutes=5), timedelta(minutes=10))
    assert len(await drills.pairs.to_show()) == 1


async def ended(drills: Drills, practice: Practice) -> DrillView:
    """Two pairs with a deal, one without, and one who bought from the coach."""
    view = await playing(drills, ANN, BEN, CLEO, DAN, EVE, 106, 107)
    await deal(drills, view, 1, ANN, BEN, "82")
    await deal(drills, view, 2, DAN, CLEO, "95")
    await drills.pairs.walk(view.id, GUILD, 3, EVE)
    await drills.pairs.let_go(view.id, GUILD, 3, 106)
    session = view.seat(7).session
    assert session is not None
    await practice.press(session, 107, Accept(), cause="press:1")
    await drills.tables.tick()
    await drills.reveal(view.id, GUILD)
    return await drills.view(view.id)


async def test_each_is_compared_with_those_who_had_the_same_seat(drills: Drills, practice: Practice) -> None:
    view = await ended(drills, practice)

    told = await drills.debriefs.of(view.id, GUILD)

    assert isinstance(told, PairsDebrief)
    assert [(each.result.seat, each.place, each.result.gain) for each in told.firsts] == [
        (1, 1, 800),
        (5, 2, 0),
        (3, 3, -500),
        (7, 4, -1000),
    ]
    assert [(each.result.seat, each.place, each.result.gain) for each in told.seconds] == [
        (4, 1, 1500),
        (2, 2, 200),
        (6, 3, 0),
    ]
    assert (told.best, told.deals) == (1200, 2)
    assert [words.partition("**,")[0] for words in told.costly] == [
        "**One pair parted without a deal",
        "**One member agreed to less than the alternative was worth",
        "**2 deals left out a spare bulb**: worth $5 to the buyer, $3 to the seller. Ask for what costs the other side"
        " little.",
    ]
    assert "2 deals, 1 without, 0 out of time. Prices from $82 to $95" in told.picture.alt


async def test_two_are_told_how_they_shared_it_once_it_is_revealed(drills: Drills, practice: Practice) -> None:
    view = await playing(drills, ANN, BEN)
    done = await deal(drills, view, 1, ANN, BEN, "82")
    assert done.told is None
    await drills.reveal(view.id, GUILD)

    (shown,) = await drills.pairs.to_show()

    assert shown.told is not None
    assert (shown.told.world, shown.told.shared.first, shown.told.shared.second) == (SLOW, 800, 200)
    assert {seat: standing.place for seat, standing in shown.told.standings.items()} == {1: 1, 2: 1}


async def test_the_export_has_a_line_for_each_seat(drills: Drills, practice: Practice) -> None:
    view = await ended(drills, practice)

    rows = list(csv.DictReader(StringIO(await drills.debriefs.export(view.id, GUILD, {BEN: "=Ben"}))))

    assert [(row["seat"], row["pair"], row["side"], row["opposite"], row["result"]) for row in rows] == [
        ("1", "1", "buyer", "2", "deal"),
        ("2", "1", "seller", "1", "deal"),
        ("3", "2", "buyer", "4", "deal"),
        ("4", "2", "seller", "3", "deal"),
        ("5", "3", "buyer", "6", "no_deal"),
        ("6", "3", "seller", "5", "no_deal"),
        ("7", "4", "buyer", "coach", "deal"),
    ]
    ben = rows[1]
    assert (ben["name"], ben["place"], ben["price"], ben["gain"]) == ("'=Ben", "2", "82.0", "2.0")
    assert (ben["share"], ben["joint gain"], ben["best joint gain"], ben["offers"]) == ("0.167", "10.0", "12.0", "0")
    assert rows[0]["offers"] == "1"


async def test_a_drill_that_is_called_off_closes_the_tables(drills: Drills) -> None:
    view = await playing(drills, ANN, BEN)
    await drills.cancel(view.id, GUILD)

    (shown,) = await drills.pairs.to_show()
    assert shown.phase is Phase.CANCELLED
    with pytest.raises(Refused, match="closed"):
        await drills.pairs.offer(view.id, GUILD, 1, ANN, "82")


async def test_in_the_second_game_seats_are_swapped_and_the_truth_is_another(drills: Drills) -> None:
    view = await playing(drills, ANN, BEN, CLEO, DAN, EVE)
    await drills.end(view.id, GUILD)

    again = await drills.again(view.id, GUILD, MODERATOR, swapped=True)
    await drills.start(again.id, GUILD)
    for seat in await drills.tables.waiting():
        await drills.tables.open(again.id, seat.number, Venue("discord", GUILD, 700 + seat.number))

    assert [seat.seat.member for seat in again.seats] == [BEN, ANN, DAN, CLEO, EVE]
    assert (again.game, again.drill.mode) == (2, Mode.PAIRS)
    assert (await drills.pairs.role(again.id, GUILD, 1, BEN)).world is None
    assert (await drills.pairs.role(again.id, GUILD, 1, ANN)).world == BUSY


async def test_the_same_pairs_play_again(drills: Drills) -> None:
    view = await playing(drills, ANN, BEN, CLEO, DAN)
    await drills.end(view.id, GUILD)

    again = await drills.again(view.id, GUILD, MODERATOR)

    assert [seat.seat.member for seat in again.seats] == [ANN, BEN, CLEO, DAN]
    assert again.game == 1
