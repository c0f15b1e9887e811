"""What learners write where their practice is held."""

from __future__ import annotations

import discord
import pytest
from simcord.backend import serializers

from tests.discord_front.bench import Bench
from tests.discord_front.seen import text_of

SAID_IS_SAID = "-# What counts is what you first said. To change it, say it anew."


async def test_a_message_is_answered(bench: Bench):
    table = await bench.begin()
    await table.say("I'd pay 170.")

    assert "round 1 of about 8" in table.last
    assert (await table.view()).round == 1


async def test_what_others_write_is_left_alone(bench: Bench):
    table = await bench.begin()
    await bench.bob.send(table.thread, "I'd take it for 202!")

    assert len(table.shown) == 2
    assert (await table.view()).round == 0


async def test_what_is_written_elsewhere_is_left_alone(bench: Bench):
    await bench.begin()
    await bench.alice.send(bench.channel, "I'd pay 170.")

    assert [message.author.name for message in bench.channel.history() if not message.flags.ephemeral][-1] == "alice"


async def test_a_message_that_is_delivered_twice_counts_once(bench: Bench):
    table = await bench.begin()
    message = await table.say("I'd pay 170.")
    shown = len(table.shown)

    await _deliver_again(bench, message)

    assert len(table.shown) == shown


async def _deliver_again(bench: Bench, message: discord.Message) -> None:
    backend = bench.env.backend
    stored = backend.get_message(message.channel.id, message.id)
    backend.emit("MESSAGE_CREATE", serializers.message_payload(backend, stored))
    await bench.env.settle()


async def test_an_edited_message_counts_as_it_was_first_said(bench: Bench):
    table = await bench.begin()
    message = await table.say("I'd pay 170.")
    demand = (await table.view()).state.demand

    await bench.alice.edit(message, "I'd pay 150.")

    assert table.last == SAID_IS_SAID
    assert (await table.view()).state.demand == demand


async def test_a_deleted_message_was_said_all_the_same(bench: Bench):
    table = await bench.begin()
    message = await table.say("I'd pay 170.")

    await bench.alice.delete(message)

    assert table.last == SAID_IS_SAID
    assert (await table.view()).round == 1


@pytest.mark.parametrize(
    "text",
    [
        "🙂🙂🙂",
        "؟ كم السعر",
        "\u200b\u200b",
        "Z̸̢̛a̴l̶g̵o̷" * 50,
        "@everyone @here <@&123456789012345678>",
        "```py\nprint()\n``` # **_~~||",
        "x" * 2000,
        "-180 or 1e400 or NaN or €9999999999999999",
    ],
)
async def test_any_text_gets_an_answer_that_pings_nobody(bench: Bench, text: str):
    table = await bench.begin()
    before = len(table.shown)
    await table.say(text)

    answer = table.shown[before]
    assert text_of(answer)
    assert not answer.mention_everyone
    assert answer.role_mentions == []


async def test_a_picture_without_words_gets_an_answer(bench: Bench):
    table = await bench.begin()
    await table.say("", attachments=[("bed.png", b"png")])

    assert len(table.shown) == 3


async def test_after_the_end_nothing_is_heard(bench: Bench):
    table = await bench.begin()
    await table.accept()
    shown = len(table.shown)

    await table.say("Thanks, Dale!")

    assert len(table.shown) == shown


async def test_in_direct_messages(bench: Bench):
    user = bench.alice.user
    await user.slash("practice", scenario="daybed")
    await user.send_dm("I'd pay 170.")

    assert "round 1 of about 8" in user.dm_channel.last_message.content
