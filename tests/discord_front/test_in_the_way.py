"""What can keep the bot from posting: it is said in a sentence, and what is owed comes later."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import discord
import pytest
from simcord.backend.models import Overwrite

from bot.services.errors import NotKept
from tests.discord_front.bench import Bench
from tests.discord_front.seen import failures, private

IN_THREADS = discord.Permissions(send_messages_in_threads=True).value


def _deny(bench: Bench, permissions: int) -> None:
    overwrite = Overwrite(target_id=bench.client.user.id, type=1, allow=0, deny=permissions)
    bench.env.backend.set_overwrite(bench.channel.id, overwrite)


async def test_a_permission_that_is_gone_is_named_and_the_answer_comes_when_it_is_back(bench: Bench):
    table = await bench.begin()
    _deny(bench, IN_THREADS)
    await bench.env.settle()
    result = await bench.alice.submit_modal(await table.press("Offer…"), {"amount": "170"})
    assert "I need **Send Messages In Threads** in this thread" in private(result)
    assert "round 1" not in table.last

    _deny(bench, 0)
    await bench.env.advance_time(31)

    assert "round 1 of about 8" in table.last


async def test_a_locked_thread_goes_on_once_it_is_unlocked(bench: Bench):
    table = await bench.begin()
    _deny(bench, discord.Permissions(manage_threads=True).value)
    form = await table.press("Reply…")
    bench.env.backend.edit_channel(table.thread.id, {}, thread_metadata={"locked": True})
    await bench.env.settle()
    result = await bench.alice.submit_modal(form, {"words": "I'd pay 170."})
    assert "This thread is locked" in private(result)

    bench.env.backend.edit_channel(table.thread.id, {}, thread_metadata={"locked": False})
    await bench.env.settle()

    assert "round 1 of about 8" in table.last


async def test_a_failing_discord_is_tried_again(bench: Bench):
    table = await bench.begin()
    bench.env.inject_error("POST", f"/channels/{table.thread.id}/messages", status=403)
    await table.say("I'd pay 170.")
    assert len(table.shown) == 2

    await bench.env.advance_time(31)

    assert "round 1 of about 8" in table.last


async def test_a_stopping_bot_takes_on_nothing_new(bench: Bench):
    table = await bench.begin()
    await bench.client.in_hand.finish(1)

    result = await table.press("Accept")
    await table.say("I'd pay 170.")

    assert "I am being restarted" in private(result)
    assert (await table.view()).round == 0


async def test_what_discord_does_not_take_is_told_and_no_error(bench: Bench, caplog: pytest.LogCaptureFixture):
    table = await bench.begin()
    bench.env.inject_error("PATCH", "/webhooks/*", status=503)

    result = await table.press("Hint")

    assert private(result).startswith("Discord didn't take that just now.")
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


async def test_an_answer_that_was_put_off_is_sent_again_as_one(bench: Bench):
    """The library sends it again where Discord answers with an error, also when it had taken it."""
    table = await bench.begin()

    result = await table.press("Hint")

    assert result.followups == []
    assert private(result).startswith("You haven't asked anything yet.")


async def test_a_broken_database_is_told_to_the_member_and_in_one_line_of_the_log(
    bench: Bench, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    table = await bench.begin()
    with sqlite3.connect(tmp_path / "walkaway.db") as other:
        other.execute("ALTER TABLE sessions RENAME TO elsewhere")
    other.close()

    for _ in range(3):
        await bench.alice.autocomplete(bench.channel, "review", "session", "day")
        await table.say("I'd pay 170.")
        await bench.alice.delete(await table.say("No, 171."))
        await bench.env.advance_time(2)

    assert set(failures(bench.env)) == {NotKept}
    assert "Try again in a minute." in table.last
    (told,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert "walkaway.db" in told
