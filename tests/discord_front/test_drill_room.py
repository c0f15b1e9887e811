"""A room from the invitation to the export: each command and button, by the right and the wrong person."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

import discord
import pytest

from bot.discord_front.drilling.who import NotAllowed
from bot.drills.drill import Phase, Status
from bot.services.drill_book import Refused
from bot.services.errors import Veiled
from tests.discord_front.bench import Bench
from tests.discord_front.room import Room
from tests.discord_front.seen import failures, ids_in, labels_in, private, text_of
from tests.discord_front.test_learning import in_public


@pytest.fixture
async def room(bench: Bench) -> Room:
    return await Room.create(bench)


def thread_kind(bench: Bench, thread: Any) -> discord.ChannelType:
    return discord.ChannelType(bench.env.backend.get_thread(thread.id).type)


# --- the invitation ---------------------------------------------------------------------------------------------------


async def test_everybody_is_invited_and_the_moderator_has_a_console(room: Room) -> None:
    text = text_of(room.invitation)
    assert text.startswith("## Drill: The daybed at the counter")
    assert "**10 minutes** each, you play the buyer." in text
    assert "**0** of 100 seats taken." in text
    assert labels_in(room.invitation) == ["Join", "Leave"]
    assert room.console.flags.ephemeral
    assert "Nobody has joined yet." in text_of(room.console)


async def test_joining_and_leaving_are_private_and_are_counted(room: Room) -> None:
    result = await room.bench.alice.click(room.invitation, label="Join")
    assert "**You have a seat.**" in private(result)
    await room.join(room.bench.bob)
    await room.bench.env.advance_time(4)
    assert "**2** of 100 seats taken." in text_of(room.invitation)

    assert "given up your seat" in private(await room.bench.alice.click(room.invitation, label="Leave"))
    await room.bench.env.advance_time(4)
    assert "**1** of 100 seats taken." in text_of(room.invitation)


async def test_nobody_joins_twice_or_leaves_without_a_seat(room: Room) -> None:
    await room.join(room.bench.alice)

    assert "have a seat already" in private(await room.bench.alice.click(room.invitation, label="Join"))
    assert "no seat" in private(await room.bench.bob.click(room.invitation, label="Leave"))
    assert set(failures(room.bench.env)) <= {Refused}


async def test_a_note_stands_in_the_invitation_and_can_do_nothing_there(bench: Bench) -> None:
    room = await Room.create(bench, note="Welcome @everyone, *be kind*", seats=1)

    assert "> Welcome @\u200beveryone, \\*be kind\\*" in text_of(room.invitation)
    await room.join(bench.alice)
    assert "All 1 seats" in private(await bench.bob.click(room.invitation, label="Join"))


async def test_one_may_be_named_and_may_change_ones_mind(room: Room) -> None:
    result = await room.bench.alice.click(room.invitation, label="Join")
    await room.bench.alice.click(_seated(result), label="Show my name")
    assert (await room.view()).drill.seats[0].named
    await room.bench.alice.click(_seated(result), label="Keep my name out")

    assert not (await room.view()).drill.seats[0].named


# --- who may ----------------------------------------------------------------------------------------------------------


async def test_the_console_is_for_moderators_at_every_press(room: Room) -> None:
    await room.join(room.bench.alice)
    await room.press("Start")
    ids = [each for each in ids_in(room.console) if "more" not in each]
    copy = await in_public(room.bench, *ids[:9])
    for custom_id in ids_in(copy):
        result = await room.bench.bob.click(copy, custom_id=custom_id)
        assert "Only moderators run drills here" in private(result)

    assert set(failures(room.bench.env)) <= {NotAllowed}
    assert (await room.view()).drill.phase is Phase.RUNNING


async def test_the_role_that_setup_names_may_and_may_not_once_it_is_taken_away(room: Room) -> None:
    bench = room.bench
    role = bench.guild.create_role("coaches")
    await bench.app.servers.set_moderator_role(bench.guild.id, role.id)
    coach = bench.guild.add_member(bench.env.create_user("coach"), roles=[role])
    await in_public(bench, *(each for each in ids_in(room.console) if each.startswith("drill-refresh")))
    await coach.click(bench.channel.last_message, label="0")
    assert "## Console" in text_of(bench.channel.last_message)

    bench.env.backend.edit_member(bench.guild.id, coach.id, {"role_ids": []})
    refused = await coach.click(bench.channel.last_message, label="Refresh")
    assert f"or the role <@&{role.id}>" in private(refused)
    assert set(failures(bench.env)) <= {NotAllowed}


async def test_the_commands_are_refused_to_others_even_where_discord_shows_them(bench: Bench) -> None:
    (command,) = (each for each in await bench.client.tree.fetch_commands() if each.name == "drill")
    bench.guild.set_command_permissions(command, {bench.bob: True})
    for name, options in (
        ("drill create", {"mode": "room", "scenario": "daybed", "minutes": 5}),
        ("drill console", {}),
        ("drill list", {}),
        ("drill cancel", {"drill": 1}),
        ("drill again", {"drill": 1}),
    ):
        assert "Only moderators" in private(await bench.bob.slash(bench.channel, name, **options))

    assert set(failures(bench.env)) <= {NotAllowed}


# --- the game ---------------------------------------------------------------------------------------------------------


async def test_everybody_gets_a_private_thread_and_plays_there(room: Room) -> None:
    alices, bobs = await room.start(room.bench.alice, room.bench.bob)

    assert thread_kind(room.bench, alices.thread) is discord.ChannelType.private_thread
    assert "The daybed at the counter" in text_of(alices.brief)
    await alices.say("Harlow's has the same bed for $184. I'd pay 170.")
    await room.bench.env.advance_time(4)
    console = text_of(room.console)
    assert f"1. <@{room.bench.alice.id}> · $" in console
    assert "round 1 of about 8" in console
    assert "**2** playing" in console
    assert (await bobs.view()).round == 0


async def test_a_pause_stops_everybody_and_it_goes_on_where_it_stood(room: Room) -> None:
    (table,) = await room.start(room.bench.alice)
    await room.press("Pause")
    await table.say("I'd pay 170.")
    assert "The drill is paused" in table.shown[-1].content
    assert labels_in(room.console)[1] == "Go on"

    await room.press("Go on")
    await table.say("I'd pay 171.")

    assert (await table.view()).round == 1


async def test_more_time(room: Room) -> None:
    await room.start(room.bench.alice)
    await room.press("+5 min")
    assert "**15 minutes** each" in text_of(room.console)


async def test_a_button_that_shows_an_older_time_adds_nothing(room: Room) -> None:
    await room.start(room.bench.alice)
    copy = await in_public(room.bench, *(each for each in ids_in(room.console) if each.startswith("drill-more")))
    await room.press("+5 min")

    assert "just changed the time" in private(await room.press("0", on=copy))
    assert set(failures(room.bench.env)) <= {Refused}


async def test_those_who_still_play_are_reminded(room: Room) -> None:
    alices, bobs = await room.start(room.bench.alice, room.bench.bob)
    await alices.accept()
    await room.bench.env.advance_time(2)

    assert private(await room.press("Remind")) == "Reminded 1."
    assert bobs.shown[-1].content.startswith(f"<@{room.bench.bob.id}>")
    assert [member.id for member in bobs.shown[-1].mentions] == [room.bench.bob.id]


async def test_what_was_hidden_stays_hidden_until_it_is_revealed(room: Room) -> None:
    alices, bobs = await room.start(room.bench.alice, room.bench.bob)
    await alices.accept()
    assert "told when everybody has finished" in alices.shown[-1].content
    assert "thinking" not in str([ids_in(message) for message in alices.shown])
    await bobs.accept()
    await room.bench.env.advance_time(5)
    assert "Press Reveal" in text_of(room.console)

    await room.press("Reveal")
    await room.bench.env.advance_time(2)

    assert "See each move" in labels_in(alices.shown[-1])
    assert "## How it went: The daybed at the counter" in text_of(room.bench.channel.last_message)


async def test_time_that_is_up_ends_every_game(bench: Bench) -> None:
    room = await Room.create(bench, minutes=1)
    alices, _ = await room.start(bench.alice, bench.bob)
    await room.until_time_is_up()

    assert "Time is up" in alices.shown[-2].content
    view = await room.view()
    assert view.drill.phase is Phase.OVER
    assert len(view.results) == 2


# --- the end ----------------------------------------------------------------------------------------------------------


async def test_the_debrief_and_the_export(room: Room) -> None:
    bench = room.bench
    await room.join(bench.alice, named=True)
    await room.join(bench.bob)
    await room.press("Start")
    await bench.env.advance_time(2)
    await room.table(1, bench.alice).accept()

    debrief = await room.end()

    text = text_of(debrief)
    assert f"**2.** A deal, $18 worse than the alternative: <@{bench.alice.id}>" in text
    assert "**1.** Not finished, even with the alternative: one member" in text
    assert str(bench.bob.id) not in text
    assert "### What cost the group most" in text
    assert "### To talk about\n1. " in text
    (chart,) = debrief.attachments
    assert chart.filename == "results.png"
    assert (chart.description or "").startswith("2 games: 1 a deal")
    assert "What they were thinking" in labels_in(room.table(2, bench.bob).shown[-1])

    exported = await room.press("Export")
    (file,) = next(each for each in (*exported.followups, exported.response) if each and each.attachments).attachments
    rows = list(csv.DictReader(StringIO((await file.read()).decode("utf-8-sig"))))
    assert [(row["seat"], row["name"], row["result"]) for row in rows] == [
        ("1", "alice", "deal"),
        ("2", "", "unfinished"),
    ]


async def test_who_asks_whether_to_end_it_may_go_on(room: Room) -> None:
    await room.start(room.bench.alice)
    asked = await room.press("End")
    await room.press("Go on", on=asked.response)

    assert (await room.view()).drill.phase is Phase.RUNNING


async def test_of_two_moderators_who_press_at_once_the_second_is_told(room: Room) -> None:
    await room.start(room.bench.alice)
    asked, again = await room.press("End"), await room.press("End")
    await room.press("End it", on=asked.response)
    await room.bench.env.advance_time(1)

    result = await room.press("End it", on=again.response)
    assert private(result) == "It is over already."
    assert set(failures(room.bench.env)) <= {Refused}


# --- what gets in the way ---------------------------------------------------------------------------------------------


async def test_a_member_who_has_left_the_server_holds_nobody_up(room: Room) -> None:
    bench = room.bench
    await room.join(bench.alice, bench.bob)
    bench.guild.remove_member(bench.alice)
    await room.press("Start")
    await bench.env.advance_time(2)

    assert [seat.status for seat in (await room.view()).drill.seats] == [Status.GONE, Status.PLAYING]


async def test_a_thread_that_is_deleted_is_opened_again_with_the_same_game(room: Room) -> None:
    (table,) = await room.start(room.bench.alice)
    await table.say("I'd pay 170.")
    room.bench.env.backend.delete_channel(table.thread.id)
    await room.bench.env.advance_time(3)

    again = room.table(1, room.bench.alice)
    assert again.thread.id != table.thread.id
    assert "round 1 of about 8" in again.last
    assert (await again.view()).round == 1


async def test_a_console_that_is_gone_comes_back(bench: Bench) -> None:
    office = bench.guild.create_text_channel("office")
    await bench.app.servers.set_console_channel(bench.guild.id, office.id)
    room = await Room.create(bench)
    console = office.last_message
    assert console is not None
    bench.env.backend.delete_message(office.id, console.id)
    await room.join(bench.alice)
    await bench.env.advance_time(9)
    assert (await room.view()).console is None

    await room.mod.slash(bench.channel, "drill console")

    assert f"1. <@{bench.alice.id}> · is here" in text_of(office.last_message)
    await room.mod.click(office.last_message, label="Start")
    assert (await room.view()).drill.phase is Phase.RUNNING


async def test_an_invitation_that_is_gone_comes_back_with_the_console(room: Room) -> None:
    room.bench.env.backend.delete_message(room.bench.channel.id, room.invitation.id)
    await room.press("+5 min")
    await room.bench.env.advance_time(5)

    await room.mod.slash(room.bench.channel, "drill console")

    assert "**15 minutes** each" in text_of(room.invitation)


@pytest.mark.parametrize("phase", ["gathering", "opening", "running", "paused", "over", "revealed"])
async def test_a_restart_in_every_phase(bench: Bench, phase: str) -> None:
    room = await Room.create(bench, minutes=1)
    await room.join(bench.alice, bench.bob)
    if phase == "gathering":
        await bench.restart()
    await room.press("Start")
    if phase == "opening":
        await bench.restart()
    await bench.env.advance_time(3)
    alices, bobs = room.table(1, bench.alice), room.table(2, bench.bob)
    if phase == "running":
        await bench.restart()
    await alices.accept()
    await room.press("Pause")
    if phase == "paused":
        await bench.restart()
    await room.press("Go on")
    await room.until_time_is_up()
    if phase == "over":
        await bench.restart()
    await room.press("Reveal")
    if phase == "revealed":
        await bench.restart()
    await bench.env.advance_time(3)

    assert len(bench.channel.threads) == 2
    debriefs = [m for m in bench.channel.history() if "## How it went" in text_of(m)]
    assert len(debriefs) == 1
    for table in (alices, bobs):
        assert sum("Another one" in labels_in(message) for message in table.shown) == 1


async def test_a_thread_that_was_opened_just_before_a_crash_is_not_opened_twice(room: Room) -> None:
    bench = room.bench
    await room.join(bench.alice)
    channel = bench.client.get_channel(bench.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.create_thread(name="Drill 1 · seat 1", type=discord.ChannelType.private_thread)

    await room.press("Start")
    await bench.env.advance_time(3)

    assert len(bench.channel.threads) == 1


# --- list, cancel, again ----------------------------------------------------------------------------------------------


async def test_a_drill_that_is_called_off(room: Room) -> None:
    (table,) = await room.start(room.bench.alice)

    assert "called off" in private(await room.mod.slash(room.bench.channel, "drill cancel", drill=1))
    await room.bench.env.advance_time(5)

    assert "What they were thinking" in labels_in(table.shown[-1])
    assert "Called off." in text_of(room.invitation)
    listed = private(await room.mod.slash(room.bench.channel, "drill list"))
    assert "1. The daybed at the counter · Room · 1 seat · 10 minutes · called off" in listed


async def test_once_more_with_the_same_members(room: Room) -> None:
    await room.start(room.bench.alice)
    await room.end()

    result = await room.mod.slash(room.bench.channel, "drill again", drill=1)

    shown = [each for each in (result.response, *result.followups) if each is not None][-1]
    assert f"1. <@{room.bench.alice.id}> · is here" in text_of(shown)
    assert "**1** of 100 seats taken." in text_of(room.bench.channel.last_message)


async def test_drills_are_offered_by_name(room: Room) -> None:
    choices = await room.mod.autocomplete(room.bench.channel, "drill cancel", "drill", "daybed")
    assert [choice["value"] for choice in choices] == [1]
    choices = await room.mod.autocomplete(room.bench.channel, "drill create", "scenario", "daybed")
    assert "daybed" in [choice["value"] for choice in choices]


async def test_a_veiled_game_is_not_told_by_another_way(room: Room) -> None:
    (table,) = await room.start(room.bench.alice)
    await table.accept()

    with pytest.raises(Veiled):
        await room.bench.app.practice.debrief((await table.view()).id)


def _seated(result: Any) -> Any:
    """The card that one who has joined sees alone."""
    return next(each for each in (*result.followups, result.response) if each is not None)
