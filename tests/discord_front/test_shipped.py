"""The shipped scenarios in a thread: what may be given, what is put on the table for it, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.negotiation.acts import Outcome
from tests.discord_front.bench import Bench
from tests.discord_front.seen import text_of


@pytest.fixture
def knowledge_folder() -> Path:
    return Path(__file__).parents[2] / "knowledge"


async def test_the_brief_says_what_may_be_given_and_what_it_costs(bench: Bench) -> None:
    table = await bench.begin()

    assert "You could offer to buy the mattress here today. It costs you $12." in text_of(table.brief)


async def test_what_is_given_stands_beside_the_price(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("If I buy the mattress here today, could you do $150 without the delivery?")

    view = await table.view()
    assert view.state.extras == {"today"}
    assert "and you buy the mattress here today" in table.last
    assert "without the delivery fee" in table.last


async def test_a_form_gives_and_is_told_in_the_thread(bench: Bench) -> None:
    table = await bench.begin()
    await bench.alice.submit_modal(await table.press("Offer…"), {"amount": "150", "extras": ["word"]})

    assert "*alice offers $150 and to post a review with photos.*" in [message.content for message in table.shown]
    assert (await table.view()).state.extras == {"word"}


async def test_a_wish_without_a_price_closes_nothing(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("I could pick it up within the hour.")

    assert not (await table.view()).finished


async def test_it_goes_on_after_a_restart_and_the_debrief_tells_all(bench: Bench) -> None:
    table = await bench.begin()
    await table.say("What matters most to you, Dale?")
    await bench.restart()
    await table.say("If I buy the mattress here today, could you do $150 without the delivery?")
    await table.accept()

    view = await table.view()
    assert view.state.outcome is Outcome.DEAL
    assert "What Dale was hiding" in table.last
    assert "(which costs you $12)" in table.last


@pytest.mark.parametrize(
    "scenario", ["rent-renewal", "salary-offer", "daybed-clerk", "only-offer", "supplier-price-rise"]
)
async def test_the_others_answer_what_matters(bench: Bench, scenario: str) -> None:
    table = await bench.begin(scenario=scenario)
    await table.say("What matters most to you?")

    assert (await table.view()).round == 1
