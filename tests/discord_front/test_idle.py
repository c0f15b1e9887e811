"""A practice that nobody comes back to closes itself."""

from __future__ import annotations

import pytest

from tests.discord_front.bench import Bench
from tests.discord_front.seen import labels_in


@pytest.fixture
def idle_hours() -> float:
    return 1 / 60


async def test_it_is_closed_with_a_word_and_put_away(bench: Bench):
    table = await bench.begin()
    await bench.env.advance_time(58)
    assert len(table.shown) == 2

    await bench.env.advance_time(4)

    notice, *_, debrief = table.shown[2:]
    assert "quiet" in notice.content
    assert "What they were thinking" in labels_in(debrief)
    assert bench.env.backend.get_thread(table.thread.id).thread_metadata.archived


async def test_a_word_puts_it_off(bench: Bench):
    table = await bench.begin()
    await bench.env.advance_time(50)
    await table.say("I'd pay 170.")
    await bench.env.advance_time(50)

    assert not (await table.view()).finished


async def test_what_was_missed_is_heard_first(bench: Bench):
    table = await bench.begin()
    await bench.env.advance_time(50)
    table.say_unheard("I'd pay 170.")
    await bench.reconnect()
    await bench.env.advance_time(20)

    view = await table.view()
    assert (view.round, view.finished) == (1, False)
