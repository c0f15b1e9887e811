"""The process is killed and started again: nothing is lost, nothing is said twice."""

from __future__ import annotations

import logging
from itertools import count

import discord
import pytest

from bot.discord_front.cards.posts import draw
from bot.discord_front.client import Walkaway
from bot.negotiation.moves import Accept, WalkAway
from bot.services.phrases import SAY_AGAIN
from bot.services.views import Venue
from tests.discord_front.bench import Bench, Table


async def test_the_buttons_work_afterwards(bench: Bench):
    table = await bench.begin()
    await bench.restart()

    await table.accept()

    assert (await table.view()).finished


async def test_a_question_that_was_open_can_still_be_answered(bench: Bench):
    table = await bench.begin()
    asked = await table.press("Walk away")
    await bench.restart()

    await table.press("Just leave", on=asked.response)

    assert (await table.view()).state.walks == 1


async def test_the_talk_goes_on(bench: Bench):
    table = await bench.begin()
    await table.say("I'd pay 170.")
    await bench.restart()
    await table.say("Well, 172.")

    assert (await table.view()).round == 2
    assert len(table.shown) == 4


async def test_what_was_said_meanwhile_is_heard_in_order_and_once(bench: Bench):
    table = await bench.begin()
    await table.say("I'd pay 170.")
    table.say_unheard("171 then.")
    table.say_unheard("All right, 172.")
    await bench.restart()
    await bench.restart()

    view = await table.view()
    assert view.round == 3
    assert view.scenario.price_at(view.state.demand or 0) == 17200
    assert len(table.shown) == 5


async def test_a_second_connection_during_the_first_catch_up_loses_nothing_and_says_nothing_twice(
    bench: Bench, caplog: pytest.LogCaptureFixture
):
    table = await bench.begin()
    table.say_unheard("171 then.")
    client = bench.client = Walkaway(bench.app, message_content=True, shard_count=1)
    told = count()
    began: list[int] = []

    async def again() -> None:
        if next(told) == 0:
            client.dispatch("shard_connect", 0)
            table.say_unheard("All right, 172.")
            client.dispatch("shard_ready", 0)
            client.dispatch("ready")

    async def caught_up() -> None:
        began.append(1)

    client.add_listener(again, "on_ready")
    client.add_listener(caught_up, "on_caught_up")
    await bench.env.restart_bot(client)
    await bench.env.settle()

    view = await table.view()
    assert view.scenario.price_at(view.state.demand or 0) == 17200
    assert (view.round, len(table.shown)) == (2, 4)
    assert began == [1]
    assert [record.message for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_what_was_owed_is_posted(bench: Bench):
    table = await bench.begin()
    await _turn_that_was_not_shown(bench, table)
    assert len(table.shown) == 2

    await bench.restart()

    assert len(table.shown) == 3
    assert await bench.app.practice.owed() == []


async def test_what_was_posted_but_not_marked_is_not_posted_again(bench: Bench):
    table = await bench.begin()
    await _turn_that_was_not_shown(bench, table)
    (owed,) = await bench.app.practice.owed()
    channel = bench.client.get_channel(table.thread.id)
    assert isinstance(channel, discord.Thread)
    sent = await draw(owed, await table.view(), hears_everything=True).send(channel, "a nonce that Discord forgot")

    await bench.restart()

    assert [message.id for message in table.shown][2:] == [sent.id]
    assert await bench.app.practice.owed() == []


async def test_a_line_that_was_said_before_is_said_again_where_it_is_owed(bench: Bench):
    """A notice may be worded as an older one: only what has not been marked can be the one that was sent."""
    table = await bench.begin()
    view = await table.view()
    practice = bench.app.practice
    for number in (1, 2):
        await practice.press(view.id, bench.alice.id, Accept(), cause=f"accept:{number}", asks=True)
        await practice.choose(view.id, bench.alice.id, None, cause=f"interaction:{number}")
        await bench.restart()

    assert [message.content for message in table.shown].count(SAY_AGAIN) == 2


async def _turn_that_was_not_shown(bench: Bench, table: Table) -> None:
    """Killed after the turn was written down and before any of it was shown."""
    view = await table.view()
    await bench.app.practice.hear(view.id, bench.alice.id, "I'd pay 170.", cause="message:1")


async def test_a_wait_that_ended_meanwhile_is_over_at_the_start(bench: Bench):
    table = await bench.begin()
    view = await table.view()
    await bench.app.practice.press(view.id, bench.alice.id, WalkAway(), cause="interaction:1")
    await bench.restart()
    before = len(table.shown)

    await bench.env.advance_time(21)

    assert len(table.shown) == before + 1


async def test_only_where_something_was_written_a_start_looks_first(bench: Bench):
    quiet = await bench.begin()
    await quiet.say("I'd pay 170.")
    loud = await bench.begin(bench.bob)
    loud.say_unheard("160.")
    await bench.reconnect()
    channel = bench.client.get_channel(loud.thread.id)
    assert isinstance(channel, discord.Thread)
    channel.last_message_id = loud.thread.last_message.id  # as Discord tells it when the connection begins

    behind = await bench.client.hearing.behind()

    assert [each.venue.channel for each in behind] == [loud.thread.id, quiet.thread.id]
    assert [each.venue.channel for each in bench.client.hearing.urgent(behind)] == [loud.thread.id]


async def test_what_was_missed_is_heard_before_what_is_said_now(bench: Bench):
    table = await bench.begin()
    await table.say("I'd pay 170.")
    table.say_unheard("171 then.")
    await bench.reconnect()
    await table.say("All right, 172.")

    view = await table.view()
    assert view.round == 3
    assert view.scenario.price_at(view.state.demand or 0) == 17200
    assert len(table.shown) == 5


async def test_what_was_missed_is_heard_before_a_press(bench: Bench):
    table = await bench.begin()
    table.say_unheard("I'd pay 170.")
    await bench.reconnect()

    await table.accept()

    assert len(await bench.app.practice.causes((await table.view()).id, "message:")) == 1
    assert (await table.view()).finished


async def test_a_thread_that_was_opened_just_before_is_used(bench: Bench):
    """Killed after Discord opened it, and before that was written down."""
    table = await bench.begin()
    view = await table.view()
    await bench.app.practice.move_to(view.id, Venue("discord", bench.guild.id, bench.channel.id))
    await bench.restart()

    await bench.alice.slash(bench.channel, "practice")

    assert len(bench.channel.threads) == 1
    assert (await table.view()).id == view.id
