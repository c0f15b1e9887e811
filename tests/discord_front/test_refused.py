"""What a member was told not to count never counts: not after a reconnect, nor after a start."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.discord_front.bench import Bench, Table
from tests.discord_front.room import Room
from tests.discord_front.seen import text_of

DEAL = "Deal, I'll take it."

Again = Callable[[Bench], Awaitable[None]]


async def restarted(bench: Bench) -> None:
    await bench.restart()
    await bench.env.settle()


async def reconnected(bench: Bench) -> None:
    await bench.reconnect()
    await bench.env.advance_time(31)


def rename(path: Path, table: str, name: str) -> None:
    with sqlite3.connect(path) as other:
        other.execute(f"ALTER TABLE {table} RENAME TO {name}")
    other.close()


def refusals(table: Table, told: str) -> list[Any]:
    return [message for message in table.shown if told in text_of(message)]


@pytest.mark.parametrize("again", [restarted, reconnected])
async def test_what_the_database_did_not_take(bench: Bench, path: Path, again: Again) -> None:
    table = await bench.begin()
    rename(path, "posts", "elsewhere")
    said = await table.say(DEAL)
    (told,) = refusals(table, "couldn't be kept just now, so it didn't count")
    assert told.reference.message_id == said.id
    rename(path, "elsewhere", "posts")

    await again(bench)

    assert not (await table.view()).finished
    await table.say("I'd pay $165.")
    assert (await table.view()).round == 1


async def test_it_is_written_down_as_soon_as_that_can_be(bench: Bench, path: Path) -> None:
    table = await bench.begin()
    rename(path, "posts", "elsewhere")
    await table.say(DEAL)
    rename(path, "elsewhere", "posts")
    await bench.env.advance_time(31)
    for message in refusals(table, "didn't count"):
        await bench.client.http.delete_message(table.thread.id, message.id)

    await bench.restart()

    assert not (await table.view()).finished


async def test_what_was_said_too_fast(bench: Bench) -> None:
    table = await bench.begin()
    for _ in range(32):
        await table.say("help")
    await table.say(DEAL)
    assert len(refusals(table, "too fast")) == 1

    await bench.env.advance_time(60)
    await bench.restart()

    assert not (await table.view()).finished


@pytest.mark.parametrize("again", [restarted, reconnected])
async def test_what_was_said_in_a_pause(bench: Bench, again: Again) -> None:
    room = await Room.create(bench)
    (table,) = await room.start(bench.alice)
    await room.press("Pause")
    await table.say(DEAL)
    assert len(refusals(table, "The drill is paused")) == 1
    await room.press("Go on")

    await again(bench)

    assert not (await table.view()).finished


async def test_what_was_written_in_a_pause_while_the_bot_was_away(bench: Bench) -> None:
    room = await Room.create(bench)
    (table,) = await room.start(bench.alice)
    await room.press("Pause")
    table.say_unheard(DEAL)
    await bench.restart()
    assert len(refusals(table, "The drill is paused")) == 1
    await room.press("Go on")

    await restarted(bench)

    assert not (await table.view()).finished


async def test_what_nobody_refused_is_heard(bench: Bench) -> None:
    table = await bench.begin()
    table.say_unheard("I'd pay $165.")

    await bench.restart()

    assert (await table.view()).round == 1
