"""/privacy: seen by the member alone, and what it deletes is gone."""

from __future__ import annotations

import json
import zipfile
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest

from bot.discord_front.custom_ids import PRIVACY_DELETE_NOW
from tests.discord_front.bench import Bench
from tests.discord_front.conftest import Clock
from tests.discord_front.seen import labels_in, private
from tests.discord_front.test_learning import in_public


class Later(Clock):
    """A clock that can be put forward by days without everything that happens in them."""

    days = 0

    def __call__(self) -> datetime:
        return super().__call__() + timedelta(days=self.days)


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def clock(later: Later) -> Clock:
    return later


async def shown(bench: Bench, who: Any = None) -> Any:
    return await (who or bench.alice).slash(bench.channel, "privacy")


async def test_it_says_that_nothing_is_kept_of_a_newcomer(bench: Bench):
    result = await shown(bench)

    assert (
        private(result)
        == "## What I keep about you\nNothing at all. That changes with your first practice, quiz or setting."
    )
    assert labels_in(result.response) == []


async def test_it_says_what_is_kept_and_for_how_long(bench: Bench):
    table = await bench.begin()
    await table.say("I'd pay 170.")

    told = private(await shown(bench))

    assert "- Your practice sessions: which scenario, where and when, and how each one ended." in told
    assert "(1)" in told
    assert "What you wrote is taken out 30 days after a practice has ended." in told


async def test_the_file_holds_what_was_said(bench: Bench):
    table = await bench.begin()
    await table.say("I'd pay 170, honestly.")

    result = await bench.alice.click((await shown(bench)).response, label="Get it as a file")

    assert "data.json" in private(result)
    (attachment,) = result.response.attachments
    with zipfile.ZipFile(BytesIO(await attachment.read())) as archive:
        data = json.loads(archive.read("data.json"))
    assert data["member"] == str(bench.alice.id)
    assert data["events"]["rows"][1]["body"]["text"] == "I'd pay 170, honestly."
    assert "world" not in data["sessions"]["rows"][0]


async def test_deleting_asks_first(bench: Bench):
    await bench.begin()

    question = await bench.alice.click((await shown(bench)).response, label="Delete it all…")
    assert "Nobody can bring them back." in private(question)
    await bench.alice.click(question.response, label="Keep it")

    assert (await bench.app.privacy.kept(bench.alice.id)).things


async def test_what_is_deleted_is_gone_and_the_practice_with_it(bench: Bench):
    table = await bench.begin()
    before = len(table.shown)

    question = await bench.alice.click((await shown(bench)).response, label="Delete it all…")
    done = await bench.alice.click(question.response, label="Delete it all")
    await table.say("Hello? I'd pay 170.")

    assert done is not None
    assert (await bench.app.privacy.kept(bench.alice.id)).things == ()
    assert len(table.shown) == before
    assert "That practice isn't there any more." in private(await table.press("Accept"))


async def test_a_forged_button_deletes_only_ones_own(bench: Bench):
    await bench.begin()
    message = await in_public(bench, PRIVACY_DELETE_NOW())

    await bench.bob.click(message, label="0")

    assert (await bench.app.privacy.kept(bench.alice.id)).things


async def test_old_words_are_taken_out_by_themselves(bench: Bench, later: Later):
    table = await bench.begin()
    await table.say("I'd pay 170.")
    view = await table.view()
    await bench.app.practice.end(view.id, bench.alice.id, cause="end")
    assert await words_in(bench, view.id) == ["I'd pay 170."]

    later.days = 31
    await bench.restart()

    assert await words_in(bench, view.id) == []


async def words_in(bench: Bench, session: int) -> list[str]:
    told = await bench.app.practice.debrief(session)
    return [exchange.text for exchange in told.exchanges if exchange.text]
