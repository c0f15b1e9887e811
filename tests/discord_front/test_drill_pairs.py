"""Pairs from the invitation to the export: two and two in their threads, by the right and the wrong person."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

import discord
import pytest

from bot.drills.drill import Phase
from bot.services.drill_book import Refused
from bot.services.errors import BadAmount
from tests.discord_front.bench import Bench
from tests.discord_front.room import Room
from tests.discord_front.seen import failures, labels_in, private, text_of

SEATS = "Drill 1 · seats 1 and 2"


@pytest.fixture
async def room(bench: Bench) -> Room:
    """Alice buys and Bob sells, in a thread of their own."""
    room = await Room.create(bench, mode="pairs")
    await room.join(bench.alice, bench.bob, named=True)
    await room.press("Start")
    await bench.env.advance_time(3)
    return room


def thread_of(room: Room, name: str = SEATS) -> Any:
    (thread,) = (thread for thread in room.bench.channel.threads if thread.name == name)
    return thread


def last(room: Room) -> Any:
    return [message for message in thread_of(room).history() if message.author.bot][-1]


async def offer(room: Room, who: Any, amount: str, **extras: Any) -> Any:
    form = await who.click(last(room), label="Offer…")
    return await who.submit_modal(form, {"amount": amount} | extras)


async def reveal(room: Room) -> None:
    result = await room.mod.slash(room.bench.channel, "drill console")
    room.console = next(each for each in reversed((result.response, *result.followups)) if each is not None)
    await room.press("Reveal")


async def test_two_sit_in_a_private_thread_with_a_table(room: Room) -> None:
    thread, bench = thread_of(room), room.bench
    kind = bench.env.backend.get_thread(thread.id).type

    assert discord.ChannelType(kind) is discord.ChannelType.private_thread
    assert f"<@{bench.alice.id}> buys, <@{bench.bob.id}> sells" in text_of(last(room))
    assert labels_in(last(room)) == ["My role", "Offer…", "Walk away"]
    await bench.env.advance_time(4)
    assert f"1. <@{bench.alice.id}> · talks with 2" in text_of(room.console)


async def test_each_sees_their_own_role_as_often_as_they_like(room: Room) -> None:
    bench = room.bench
    buyer = private(await bench.alice.click(last(room), label="My role"))
    seller = private(await bench.bob.click(last(room), label="My role"))

    assert buyer.startswith("## You buy the daybed")
    assert "Your walk-away point is **$184**" in buyer
    assert seller.startswith("## You sell the daybed\nYou are **Dale, at the counter**")
    assert "Below it you are better off without a deal." in seller
    assert "Harlow" not in seller
    assert private(await bench.alice.click(last(room), label="My role")) == buyer


async def test_nobody_else_sees_a_role_or_makes_a_move(room: Room) -> None:
    table = last(room)
    for label in ("My role", "Offer…", "Walk away"):
        assert "two who sit at this table" in private(await room.mod.click(table, label=label))
    assert set(failures(room.bench.env)) <= {Refused}
    assert (await room.view()).pairs[0].away is None


async def test_an_offer_by_its_button_and_a_yes_are_a_deal(room: Room) -> None:
    bench = room.bench
    await offer(room, bench.alice, "$175", extras=["mattress-cover"])
    assert text_of(last(room)).startswith(f"### $175 with a mattress cover\n<@{bench.alice.id}>'s offer.")
    assert f"when <@{bench.bob.id}> presses Agree" in text_of(last(room))
    assert "yes to that" in private(await bench.alice.click(last(room), label="Agree"))
    old = last(room)
    await offer(room, bench.bob, "180")
    assert "newer offer" in private(await bench.bob.click(old, label="Agree"))

    await bench.alice.click(last(room), label="Agree")

    assert text_of(last(room)).startswith("### It is a deal\n$180. Both of you said yes.")
    assert labels_in(last(room)) == []
    assert (await room.view()).drill.phase is Phase.OVER
    assert set(failures(bench.env)) <= {Refused}


async def test_an_offer_that_is_heard_is_put_on_the_table_for_both(room: Room) -> None:
    bench = room.bench
    await bench.alice.send(thread_of(room), "Harlow's has it for $184. I'd give you 170 for this one.")
    await bench.env.advance_time(1)
    assert text_of(last(room)).startswith("### $170\n")
    assert "when both of you press Agree" in text_of(last(room))

    await bench.bob.click(last(room), label="Agree")
    assert f"when <@{bench.alice.id}> presses Agree" in text_of(last(room))
    await bench.alice.click(last(room), label="Agree")
    assert "It is a deal" in text_of(last(room))


async def test_talk_without_an_offer_is_left_alone(room: Room) -> None:
    before = len(thread_of(room).history())
    await room.bench.alice.send(thread_of(room), "Good morning! How was your week?")
    await room.bench.env.advance_time(2)

    assert len(thread_of(room).history()) == before + 1


async def test_what_is_no_price_is_said_kindly(room: Room) -> None:
    assert "“a fair price” is no price that I can read" in private(await offer(room, room.bench.alice, "a fair price"))
    assert set(failures(room.bench.env)) <= {BadAmount}


async def test_leaving_is_not_the_end(room: Room) -> None:
    bench = room.bench
    await bench.alice.click(last(room), label="Walk away")
    assert text_of(last(room)).startswith(f"### <@{bench.alice.id}> has left the table")
    assert labels_in(last(room)) == ["My role", "Offer…", "Go back", "Let them go"]
    assert "Nobody but you" in private(await bench.alice.click(last(room), label="Let them go"))
    await bench.alice.click(last(room), label="Go back")
    assert "Walk away" in labels_in(last(room))
    await bench.alice.click(last(room), label="Walk away")

    await bench.bob.click(last(room), label="Let them go")

    assert text_of(last(room)).startswith("### No deal")
    assert set(failures(bench.env)) <= {Refused}


@pytest.mark.parametrize("when", ["before", "offered", "heard", "away", "over", "revealed"])
async def test_a_restart_keeps_everything(room: Room, when: str) -> None:
    bench = room.bench

    async def maybe(now: str) -> None:
        if now == when:
            await bench.restart()
            await bench.env.advance_time(2)

    await maybe("before")
    await offer(room, bench.alice, "175")
    await maybe("offered")
    await bench.bob.send(thread_of(room), "I could do it for $182.")
    await bench.env.advance_time(1)
    await maybe("heard")
    await bench.alice.click(last(room), label="Walk away")
    await maybe("away")
    await bench.bob.click(last(room), label="Agree")
    await bench.alice.click(last(room), label="Agree")
    await maybe("over")
    await reveal(room)
    await maybe("revealed")
    await bench.env.advance_time(4)

    texts = [text_of(message) for message in thread_of(room).history()]
    assert sum(text.startswith("### It is a deal\n$182") for text in texts) == 1
    assert sum(text.startswith("## How you shared it\nA deal at $182.") for text in texts) == 1
    assert sum(text_of(m).startswith("## How it went") for m in bench.channel.history()) == 1


async def test_the_debrief_compares_each_seat_and_the_export_has_both(room: Room) -> None:
    bench = room.bench
    await offer(room, bench.alice, "175")
    await bench.bob.click(last(room), label="Agree")
    await reveal(room)
    await bench.env.advance_time(5)

    debrief = text_of(bench.channel.last_message)
    assert "The pair made a deal." in debrief
    assert f"### Buyers\n**1.** A deal, $9 better than the alternative: <@{bench.alice.id}>" in debrief
    assert "### Sellers\n**1.** A deal," in debrief
    shared = text_of(last(room))
    assert f"<@{bench.alice.id}>, the buyer: a deal, $9 better than the alternative" in shared
    exported = await room.press("Export")
    (file,) = next(each for each in (*exported.followups, exported.response) if each and each.attachments).attachments
    rows = list(csv.DictReader(StringIO((await file.read()).decode("utf-8-sig"))))
    assert [(row["name"], row["side"], row["result"], row["price"]) for row in rows] == [
        ("alice", "buyer", "deal", "175.0"),
        ("bob", "seller", "deal", "175.0"),
    ]


async def test_of_three_one_plays_against_the_coach(bench: Bench) -> None:
    room = await Room.create(bench, mode="pairs")
    carol = bench.guild.add_member(bench.env.create_user("carol"))
    await room.join(bench.alice, bench.bob, carol)
    await room.press("Start")
    await bench.env.advance_time(3)
    alone = room.table(3, carol)

    await alone.say("Harlow's has it for $184. I'd pay 170.")

    assert "round 1" in alone.last
    await room.end()
    debrief = text_of(bench.channel.last_message)
    assert "(against me)" in debrief


async def test_a_deleted_thread_is_opened_again_with_what_was_on_the_table(room: Room) -> None:
    bench = room.bench
    await offer(room, bench.alice, "175")
    bench.env.backend.delete_channel(thread_of(room).id)
    await bench.env.advance_time(4)

    assert text_of(last(room)).startswith("### $175")


async def test_when_time_is_up_the_table_is_closed(bench: Bench) -> None:
    room = await Room.create(bench, mode="pairs", minutes=1)
    await room.join(bench.alice, bench.bob)
    await room.press("Start")
    await bench.env.advance_time(3)
    await room.until_time_is_up()

    assert text_of(last(room)).startswith("### Time is up")
    assert (await room.view()).drill.phase is Phase.OVER


async def test_a_pause_is_seen_at_the_table(room: Room) -> None:
    await room.press("Pause")
    await room.bench.env.advance_time(2)
    assert "Paused" in text_of(last(room))
    assert "paused" in private(await room.bench.alice.click(last(room), label="Walk away"))
    assert set(failures(room.bench.env)) <= {Refused}


async def test_in_the_second_game_each_has_the_other_side(room: Room) -> None:
    bench = room.bench
    await offer(room, bench.alice, "175")
    await bench.bob.click(last(room), label="Agree")
    await room.mod.slash(bench.channel, "drill again", drill=1, swap=True)
    assert "the other side now" in text_of(room.invitation)
    result = await room.mod.slash(bench.channel, "drill console")
    room.console = next(each for each in reversed((result.response, *result.followups)) if each is not None)
    await room.press("Start")
    await bench.env.advance_time(3)

    table = thread_of(room, "Drill 2 · seats 1 and 2").history()[-1]

    assert f"<@{bench.bob.id}> buys, <@{bench.alice.id}> sells" in text_of(table)
