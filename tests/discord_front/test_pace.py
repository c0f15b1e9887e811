"""A member who floods the bot is slowed down, kindly and once; nobody else is."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_front.custom_ids import QUIZ_NEXT
from bot.discord_front.pace import Spread
from bot.services.rates import Rates, TooFast
from tests.discord_front.bench import Bench
from tests.discord_front.seen import failures, private, text_of
from tests.discord_front.test_learning import in_public

TOO_FAST = "One thing at a time, please."


async def use_up(bench: Bench) -> None:
    """As much as anybody may do at once, and a little more."""
    for _ in range(31):
        await bench.alice.slash(bench.channel, "help")


async def test_what_is_written_too_fast_is_not_heard_and_the_learner_is_told_once(bench: Bench):
    table = await bench.begin()
    await use_up(bench)
    before = len(table.shown)

    for _ in range(5):
        await table.say("I'd pay 170.")

    assert [text_of(message) for message in table.shown[before:]] == []  # it was told when /help was refused
    assert (await table.view()).round == 0


async def test_the_flood_of_one_who_only_writes_is_told_in_the_thread(bench: Bench):
    table = await bench.begin()
    for _ in range(29):  # one was /practice itself
        await bench.alice.slash(bench.channel, "help")

    for _ in range(5):
        await table.say("I'd pay 170.")

    assert [text_of(message) for message in table.shown[2:]] == [
        "-# That was too fast for me, and I have not heard all of it. Wait a few seconds, then say it again."
    ]


async def test_after_a_while_the_learner_is_heard_again(bench: Bench):
    table = await bench.begin()
    await use_up(bench)
    await table.say("I'd pay 170.")

    await bench.env.advance_time(5)
    await table.say("I'd pay 171.")

    assert (await table.view()).round == 1


async def test_nobody_else_is_slowed_down(bench: Bench):
    hers, his = await bench.begin(), await bench.begin(bench.bob)
    for _ in range(40):
        await hers.say("hello")
    before = len(his.shown)

    await his.say("I'd pay 170.")

    assert len(his.shown) == before + 1


async def test_who_is_no_learner_is_not_told_off(bench: Bench):
    table = await bench.begin()
    before = len(table.shown)

    for _ in range(40):
        await bench.bob.send(table.thread, "chatting along")

    assert len(table.shown) == before


async def test_commands_and_presses_count_together(bench: Bench):
    message = await in_public(bench, QUIZ_NEXT(quiz=1))
    for _ in range(15):
        await bench.alice.slash(bench.channel, "help")
        await bench.alice.click(message, label="0")

    assert private(await bench.alice.slash(bench.channel, "help")).startswith(TOO_FAST)
    assert private(await bench.alice.click(message, label="0")).startswith(TOO_FAST)
    assert "Walkaway" in private(await bench.bob.slash(bench.channel, "help"))
    assert failures(bench.env) == []


async def test_practices_are_not_opened_by_the_dozen(bench: Bench):
    for _ in range(6):
        await bench.alice.slash(bench.channel, "practice", scenario="daybed")

    seventh = await bench.alice.slash(bench.channel, "practice", scenario="daybed")

    assert private(seventh).startswith("That is a lot of practices in a short time.")
    assert failures(bench.env) == [TooFast]
    assert len(bench.channel.threads) == 6
    await bench.begin(bench.bob)


class Turns(Spread):
    """Counts those who ask for their turn."""

    asked = 0

    async def turn(self) -> None:
        self.asked += 1
        await super().turn()


async def test_all_that_is_posted_waits_for_its_turn_the_bots_own_small_lines_too(bench: Bench):
    turns = bench.client.outbox.spread = Turns(burst=50, per_second=50)
    table = await bench.begin()
    assert turns.asked == len(table.shown) + 2  # the thread was opened, and the learner added to it

    await bench.alice.submit_modal(await table.press("Offer…"), {"amount": "170"})

    assert "alice offers $170" in text_of(table.shown[2])  # a small line
    assert turns.asked == len(table.shown) + 2


# --- the rule ---------------------------------------------------------------------------------------------------------


@given(st.lists(st.floats(0, 20), max_size=60), st.integers(1, 10), st.floats(0.1, 10))
def test_in_any_span_of_time_no_more_is_let_through_than_promised(waits: list[float], burst: int, seconds: float):
    clock = [datetime(2026, 1, 1, tzinfo=UTC)]
    rates = Rates(lambda: clock[0], "Wait.", burst=burst, seconds=seconds)
    done: list[datetime] = []
    for wait in waits:
        clock[0] += timedelta(seconds=wait)
        try:
            rates.check(1)
        except TooFast:
            continue
        done.append(clock[0])

    for first in range(len(done)):
        for last in range(first, len(done)):
            span = (done[last] - done[first]).total_seconds()
            assert last - first + 1 <= burst + span / seconds + 0.001


def test_a_clock_that_is_put_back_locks_nobody_out():
    clock = [datetime(2026, 1, 1, tzinfo=UTC)]
    rates = Rates(lambda: clock[0], "Wait.", burst=1, seconds=1)
    rates.check(1)
    clock[0] -= timedelta(days=1)
    with pytest.raises(TooFast):
        rates.check(1)

    clock[0] += timedelta(seconds=1)

    rates.check(1)


async def test_posts_are_spread_and_nobody_overtakes():
    spread, passed = Spread(burst=4, per_second=200), list[int]()
    clock = asyncio.get_running_loop().time
    began = clock()

    async def post(number: int) -> None:
        await spread.turn()
        passed.append(number)

    await asyncio.gather(*(post(number) for number in range(24)))

    assert passed == list(range(24))
    assert clock() - began >= (24 - 4) / 200
