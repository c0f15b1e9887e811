"""The forms of a running session."""

from __future__ import annotations

import pytest

from tests.discord_front.bench import Bench
from tests.discord_front.seen import private


async def test_an_offer_is_made_by_its_figure(bench: Bench):
    table = await bench.begin()
    await bench.alice.submit_modal(await table.press("Offer…"), {"amount": "$170.50"})

    view = await table.view()
    assert view.scenario.price_at(view.state.demand or 0) == 17050
    assert "*alice offers $170.50.*" in [message.content for message in table.shown]
    assert "round 1 of about 8" in table.last


async def test_an_offer_can_ask_for_something_on_top(bench: Bench):
    table = await bench.begin()
    await bench.alice.submit_modal(await table.press("Offer…"), {"amount": "170", "extras": ["mattress-cover"]})

    assert "*alice offers $170 with a mattress cover.*" in [message.content for message in table.shown]


@pytest.mark.parametrize("amount", ["a lot", "-5", "0", "1e9", "nan", "∞", "99999999999999999999"])
async def test_what_is_no_amount_is_a_sentence(bench: Bench, amount: str):
    table = await bench.begin()
    result = await bench.alice.submit_modal(await table.press("Offer…"), {"amount": amount})

    assert "is no price that I can read" in private(result)
    assert (await table.view()).round == 0


async def test_a_reply_is_shown_to_the_thread_and_heard(bench: Bench):
    table = await bench.begin()
    words = "@everyone **Harlow's** has it\nfor $184 <@123456789012345678>"
    await bench.alice.submit_modal(await table.press("Reply…"), {"words": words})

    quote = table.shown[2].content
    assert quote.startswith("> **alice:** ")
    assert "@everyone" not in quote
    assert "<@123456789012345678>" not in quote
    assert "\n" not in quote
    assert r"\*\*Harlow's\*\*" in quote
    assert "round 1 of about 8" in table.last


async def test_a_form_that_was_open_over_a_restart_counts(bench: Bench):
    table = await bench.begin()
    form = await table.press("Reply…")
    await bench.restart()

    await bench.alice.submit_modal(form, {"words": "I'd pay 170."})

    assert (await table.view()).round == 1


async def test_a_form_that_was_open_over_the_end_says_so(bench: Bench):
    table = await bench.begin()
    form = await table.press("Offer…")
    await table.accept()

    result = await bench.alice.submit_modal(form, {"amount": "170"})

    assert "This practice is over" in private(result)


async def test_what_was_prepared_is_held_against_what_came_of_it(bench: Bench):
    table = await bench.begin()

    noted = await bench.alice.submit_modal(
        await table.press("Prepare…"), {"target": "177", "first": "", "walk": "$184"}
    )
    await table.accept()

    assert "Noted." in private(noted)
    assert "### Your plan\n- Walk-away point: $184 was right." in table.last
    assert "Closing: $202 is $18 worse than where you meant to walk away." in table.last


@pytest.mark.parametrize("filled_in", [{"target": "lots"}, {"target": "", "first": "", "walk": " "}])
async def test_a_plan_without_a_price_is_refused(bench: Bench, filled_in: dict[str, str]):
    table = await bench.begin()

    result = await bench.alice.submit_modal(await table.press("Prepare…"), filled_in)

    assert "Noted" not in private(result)


async def test_it_is_too_late_to_prepare_after_the_first_word(bench: Bench):
    table = await bench.begin()
    await table.say("I'd pay 170.")

    result = await bench.alice.submit_modal(await table.press("Prepare…"), {"walk": "184"})

    assert "before your first word" in private(result)
