"""Drills that have a start, in the server's own calendar."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bot.services.errors import BadAmount
from tests.discord_front.bench import Bench
from tests.discord_front.room import Room
from tests.discord_front.seen import failures, private, text_of


def events(bench: Bench) -> list[Any]:
    return list(bench.env.backend.get_guild(bench.guild.id).scheduled_events.values())


def status(bench: Bench) -> discord.EventStatus:
    (event,) = events(bench)
    return discord.EventStatus(event.status)


async def test_a_drill_with_a_start_stands_in_the_calendar(bench: Bench) -> None:
    room = await Room.create(bench, start="in 45 minutes", note="Bring tea.")

    (event,) = events(bench)
    view = await room.view()
    assert view.starts_at is not None
    assert (event.name, event.entity_metadata) == ("Drill: The daybed at the counter", {"location": "#general"})
    assert "Bring tea." in event.description
    assert event.scheduled_start_time == view.starts_at.isoformat()
    assert (view.event, status(bench)) == (event.id, discord.EventStatus.scheduled)
    assert "Starts <t:" in text_of(room.invitation)


async def test_the_calendar_follows_the_drill(bench: Bench) -> None:
    room = await Room.create(bench, start="in 45 minutes")
    await room.start(bench.alice)
    assert status(bench) is discord.EventStatus.active

    await room.end()

    assert status(bench) is discord.EventStatus.completed


async def test_a_drill_that_is_called_off_is_called_off_there_too(bench: Bench) -> None:
    room = await Room.create(bench, start="in 45 minutes")
    await room.mod.slash(bench.channel, "drill cancel", drill=1)
    await bench.env.advance_time(1)

    assert status(bench) is discord.EventStatus.canceled


async def test_without_the_permission_the_drill_is_there_all_the_same(bench: Bench) -> None:
    for role in bench.env.backend.get_guild(bench.guild.id).roles.values():
        role.permissions &= ~discord.Permissions(manage_events=True, administrator=True).value
    room = await Room.create(bench, start="in 45 minutes")

    assert "Create Events" in text_of(room.console)
    assert (await room.view()).event is None


@pytest.mark.parametrize("start", ["soon", "2020-01-01 10:00"])
async def test_what_is_no_start_makes_no_drill(bench: Bench, start: str) -> None:
    role = bench.guild.create_role("trainers", permissions=discord.Permissions(manage_threads=True))
    mod = bench.guild.add_member(bench.env.create_user("mod"), roles=[role])
    result = await mod.slash(bench.channel, "drill create", mode="room", scenario="daybed", minutes=5, start=start)

    assert "start" in private(result).lower()
    assert await bench.app.drills.of_guild(bench.guild.id) == []
    assert set(failures(bench.env)) <= {BadAmount}
