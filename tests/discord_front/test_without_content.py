"""A host that did not switch on the message content: replies, mentions and the form reach the bot."""

from __future__ import annotations

import discord
import pytest

from tests.discord_front.bench import Bench
from tests.discord_front.seen import labels_in, text_of


@pytest.fixture
def message_content() -> bool:
    return False


async def test_the_brief_says_how_to_be_heard_and_puts_the_form_first(bench: Bench):
    table = await bench.begin()

    assert "I only hear replies to what I wrote" in text_of(table.brief)
    assert labels_in(table.brief)[0] == "Reply…"


async def test_it_does_not_ask_discord_for_the_content(bench: Bench):
    assert not bench.client.intents.message_content
    assert bench.client.intents == discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


async def test_a_mention_is_heard_without_the_mention(bench: Bench):
    table = await bench.begin()
    await table.say(f"{bench.client.user.mention} I'd pay 170.")

    view = await table.view()
    assert view.scenario.price_at(view.state.demand or 0) == 17000


async def test_a_reply_to_the_counterpart_is_heard(bench: Bench):
    table = await bench.begin()
    await table.say("I'd pay 170.", reply_to=table.shown[-1])

    assert (await table.view()).round == 1


async def test_what_cannot_be_read_is_answered_with_how_to_be_heard(bench: Bench):
    table = await bench.begin()
    await table.say("I'd pay 170.")

    assert "I can't read that one" in table.last
    assert (await table.view()).round == 0


async def test_a_mention_that_is_added_later_counts(bench: Bench):
    table = await bench.begin()
    message = await table.say("I'd pay 170.")
    await bench.alice.edit(message, f"{bench.client.user.mention} I'd pay 170.")

    assert (await table.view()).round == 1


async def test_direct_messages_are_always_read(bench: Bench):
    user = bench.alice.user
    await user.slash("practice", scenario="daybed")
    await user.send_dm("I'd pay 170.")

    assert "round 1 of about 8" in user.dm_channel.last_message.content
