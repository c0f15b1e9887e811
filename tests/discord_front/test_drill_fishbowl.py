"""A fishbowl from the invitation to the export: one table in front of all, by the right and the wrong person."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bot.discord_front import custom_ids
from bot.discord_front.cards import paper
from bot.discord_front.cards.paper import PLAIN, Card, button
from bot.discord_front.drilling.who import NotAllowed
from bot.drills.drill import Phase
from bot.services.drill_book import Refused
from bot.services.errors import NotYours
from tests.discord_front.bench import Bench
from tests.discord_front.room import Room
from tests.discord_front.seen import failures, ids_in, labels_in, private, text_of


@pytest.fixture
async def room(bench: Bench) -> Room:
    room = await Room.create(bench, mode="fishbowl", vote=10)
    await room.join(bench.alice, bench.bob)
    await room.press("Start")
    await bench.env.advance_time(3)
    return room


def thread_of(room: Room) -> Any:
    (thread,) = (thread for thread in room.bench.channel.threads if thread.name == "Drill 1 · table")
    return thread


def ballots(room: Room) -> list[Any]:
    return [m for m in thread_of(room).history() if text_of(m).startswith(("### What do we say?", "### It is said"))]


async def vote(room: Room, who: Any, label: str) -> Any:
    return await who.click(ballots(room)[-1], label=label)


async def test_the_table_is_open_to_all_and_has_no_buttons_of_anybodys_own(room: Room) -> None:
    thread = thread_of(room)
    kind = room.bench.env.backend.get_thread(thread.id).type
    brief, first, ballot = thread.history()

    assert discord.ChannelType(kind) is discord.ChannelType.public_thread
    assert "You play this together" in text_of(brief)
    assert ids_in(brief) == ids_in(first) == []
    assert labels_in(ballot) == ["1", "2", "3", "Propose…"]
    assert "**2.** Hold firm · 0 votes" in text_of(ballot)
    await room.bench.env.advance_time(4)
    assert "**The table** · $202 on the table" in text_of(room.console)


async def test_the_group_proposes_votes_and_is_answered(room: Room) -> None:
    bench = room.bench
    form = await bench.alice.click(ballots(room)[-1], label="Propose…")
    proposed = await bench.alice.submit_modal(form, {"words": "Harlow's has the *same* bed for $184. I'd pay 170."})
    assert "Proposed" in private(proposed)
    await vote(room, bench.alice, "4")
    await vote(room, bench.bob, "4")
    assert "**4.** Harlow's has the \\*same\\* bed for $184. I'd pay 170. · 2 votes" in text_of(ballots(room)[-1])

    await bench.env.advance_time(9)
    await bench.env.advance_time(6)

    said, following = ballots(room)
    assert text_of(said).startswith("### It is said\n**4.** Harlow's")
    assert ids_in(said) == []
    assert "0 votes" in text_of(following)
    assert any("round 1 of about 8" in text_of(message) for message in thread_of(room).history())


async def test_a_tie_is_for_the_moderator(room: Room) -> None:
    bench = room.bench
    await vote(room, bench.alice, "1")
    await vote(room, bench.bob, "2")
    await bench.env.advance_time(9)
    await bench.env.advance_time(4)
    assert "A tie. A moderator decides." in text_of(ballots(room)[-1])
    assert labels_in(ballots(room)[-1]) == ["1", "2"]

    assert "Only moderators" in private(await vote(room, bench.alice, "1"))
    await vote(room, room.mod, "1")
    await bench.env.advance_time(4)

    assert text_of(ballots(room)[-1]).startswith("### It is said\n**1.** Take what is on the table")
    assert (await room.view()).drill.phase is Phase.OVER
    assert set(failures(bench.env)) <= {NotAllowed}


async def test_whoever_has_not_joined_only_watches(room: Room) -> None:
    watcher = room.bench.guild.add_member(room.bench.env.create_user("watcher"))

    assert "welcome to watch" in private(await vote(room, watcher, "1"))
    assert set(failures(room.bench.env)) <= {Refused}


async def test_talk_in_the_thread_is_no_move(room: Room) -> None:
    before = len(thread_of(room).history())
    await room.bench.alice.send(thread_of(room), "I think we should accept.")

    assert len(thread_of(room).history()) == before + 1


async def test_nobody_moves_by_the_buttons_of_a_session(room: Room) -> None:
    session = (await room.view()).seat(0).session
    card = Card(PLAIN, ["x", paper.buttons(button("Accept", custom_ids.ACCEPT(session=session or 0)))])
    await room.bench.client.get_channel(thread_of(room).id).send(view=card)

    await room.bench.alice.click(thread_of(room).last_message, label="Accept")

    assert (await room.view()).drill.under_way
    assert set(failures(room.bench.env)) <= {NotYours}


@pytest.mark.parametrize("when", ["voting", "tied", "over"])
async def test_a_restart_keeps_the_vote(room: Room, when: str) -> None:
    bench = room.bench
    await vote(room, bench.alice, "1")
    if when == "voting":
        await bench.restart()
    await vote(room, bench.bob, "2")
    await bench.env.advance_time(9)
    await bench.env.advance_time(4)
    if when == "tied":
        await bench.restart()
        await bench.env.advance_time(2)
    await vote(room, room.mod, "1")
    if when == "over":
        await bench.restart()
    await bench.env.advance_time(4)

    assert len(ballots(room)) == 1
    assert (await room.view()).drill.phase is Phase.OVER


async def test_a_deleted_vote_is_posted_again(room: Room) -> None:
    bench = room.bench
    await vote(room, bench.alice, "2")
    bench.env.backend.delete_message(thread_of(room).id, ballots(room)[-1].id)
    await bench.env.advance_time(9)
    await bench.env.advance_time(6)

    assert "0 votes" in text_of(ballots(room)[-1])


async def test_the_debrief_is_about_the_group(room: Room) -> None:
    await vote(room, room.bench.alice, "1")
    await room.bench.env.advance_time(9)
    await room.bench.env.advance_time(4)
    await room.press("Reveal")
    await room.bench.env.advance_time(3)

    text = text_of(room.bench.channel.last_message)
    assert "**1.** A deal, $18 worse than the alternative: the group" in text
    thinking = next(m for m in reversed(thread_of(room).history()) if "What they were thinking" in labels_in(m))
    assert "## What they were thinking" in private(
        await room.bench.bob.click(thinking, label="What they were thinking")
    )
