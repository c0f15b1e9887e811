"""The buttons of a running session, pressed by the learner and by somebody else."""

from __future__ import annotations

import pytest

from bot.negotiation.acts import Outcome
from bot.negotiation.moves import Place
from tests.discord_front.bench import Bench, Table
from tests.discord_front.seen import labels_in, private, text_of


@pytest.mark.parametrize("label", ["Offer…", "Accept", "Walk away", "Reply…", "Hint", "End", "Prepare…"])
async def test_somebody_else_gets_a_private_word_and_nothing_happens(bench: Bench, label: str):
    table = await bench.begin()

    result = await table.press(label, who=bench.bob)

    assert "somebody else's" in private(result)
    assert result.modal is None
    assert (await table.view()).round == 0
    assert len(table.shown) == 2


async def test_accept_closes_the_deal_and_brings_the_debrief(bench: Bench):
    table = await bench.begin()

    await table.accept()

    asked, shake, debrief = table.shown[2:]
    assert asked.content.startswith("Accept $202, and it is a deal? That is $18 worse for you than your walk-away")
    assert asked.content.endswith("-# You said: Yes")
    assert labels_in(asked) == []
    assert shake.content.endswith("-# Agreed: $202")
    assert "A deal at $202" in text_of(debrief)


async def test_hint_is_for_the_learner_alone(bench: Bench):
    table = await bench.begin()

    assert private(await table.press("Hint"))
    assert len(table.shown) == 2


async def test_a_hint_leads_on_to_the_kind_of_move_and_to_the_move(bench: Bench):
    table = await bench.begin()
    first = await table.press("Hint")

    second = await table.press("Which kind of move?", on=first.response)
    third = await table.press("Show me the move", on=second.response)

    assert "this is best: “" in private(third)
    assert "Practice only from here" in private(third)


async def test_walk_away_asks_first_and_stays_if_asked_to(bench: Bench):
    table = await bench.begin()
    asked = await table.press("Walk away")

    assert labels_in(asked.response) == ["Leave my number", "Just leave", "Stay"]
    await table.press("Stay", on=asked.response)

    assert (await table.view()).state.place is Place.AT_TABLE


@pytest.mark.parametrize(
    ("label", "reachable", "told"),
    [
        ("Leave my number", True, "*alice leaves a number and goes.*"),
        ("Just leave", False, "*alice gets up and goes.*"),
    ],
)
async def test_walk_away_leaves_a_way_to_be_reached_or_not(bench: Bench, label: str, reachable: bool, told: str):
    table = await bench.begin()
    asked = await table.press("Walk away")
    await table.press(label, on=asked.response)

    state = (await table.view()).state
    assert (state.place, state.reachable) == (Place.LEARNER_AWAY, reachable)
    assert [message.content for message in table.shown][2] == told
    assert "You have left" in table.last


async def test_what_the_counterpart_does_about_it_comes_after_a_wait(bench: Bench):
    table = await bench.begin()
    await table.press("Just leave", on=(await table.press("Walk away")).response)
    before = len(table.shown)

    await bench.env.advance_time(19)
    assert len(table.shown) == before
    await bench.env.advance_time(2)
    assert len(table.shown) > before


async def test_one_can_go_back_in_but_not_twice(bench: Bench):
    table = await bench.begin()
    await table.press("Just leave", on=(await table.press("Walk away")).response)
    left = table.shown[-1]

    await table.press("Go back in", on=left)
    again = await table.press("Go back in", on=left)

    assert (await table.view()).state.place is Place.AT_TABLE
    assert private(again) == "You are at the table already."


async def test_one_cannot_leave_twice(bench: Bench):
    table = await bench.begin()
    asked = await table.press("Walk away")
    await table.press("Just leave", on=asked.response)

    assert "You have left already" in private(await table.press("Walk away"))


async def test_end_asks_first(bench: Bench):
    table = await bench.begin()
    asked = await table.press("End")
    await table.press("Go on", on=asked.response)
    assert not (await table.view()).finished

    await table.press("End it", on=(await table.press("End")).response)

    assert (await table.view()).state.outcome is Outcome.UNFINISHED
    assert "Not finished" in table.last


async def test_after_the_end_the_buttons_say_so(bench: Bench):
    table = await bench.begin()
    await table.accept()

    assert "This practice is over" in private(await table.press("Accept"))


async def test_a_leaving_counterpart_can_be_let_go_or_called_after(bench: Bench):
    table = await _leaving_customer(bench)

    assert labels_in(table.shown[-1]) == ["Accept", "Call after them", "Let them go"]
    left = table.shown[-1]
    assert "somebody else's" in private(await table.press("Let them go", who=bench.bob, on=left))
    await table.press("Call after them", on=left)

    assert (await table.view()).state.place is not Place.COUNTERPART_AWAY
    assert "They are not leaving any more" in private(await table.press("Let them go", on=left))


async def test_accept_takes_the_price_that_stands_above_it_and_no_other(bench: Bench):
    table = await _leaving_customer(bench)
    left = table.shown[-1]
    await table.press("Call after them", on=left)  # which has its price

    assert "somebody else's" in private(await table.press("Accept", who=bench.bob, on=left))
    refused = private(await table.press("Accept", on=left))

    view = await table.view()
    assert "That price isn't on the table anymore. Now it's $" in refused
    assert not view.finished


async def _leaving_customer(bench: Bench) -> Table:
    """With this seed the customer has another store, and leaves in the third round without a deal."""
    table = await bench.begin(scenario="daybed-clerk")
    for price in ("202", "201", "200"):
        await bench.alice.submit_modal(await table.press("Offer…"), {"amount": price})
    assert (await table.view()).state.place is Place.COUNTERPART_AWAY
    return table


async def test_a_button_counts_only_where_its_practice_is_held(bench: Bench):
    mine = await bench.begin()
    other = await bench.begin(scenario="car-dealership")
    strayed = bench.env.backend.create_message(
        other.thread.id, bench.client.user.id, "", components=[_row(f"accept:{(await mine.view()).id}")]
    )
    message = next(m for m in other.thread.history() if m.id == strayed.id)

    result = await bench.alice.click(message, label="Accept")

    assert "held elsewhere" in private(result)
    assert not (await mine.view()).finished


def _row(custom_id: str) -> dict[str, object]:
    return {"type": 1, "components": [{"type": 2, "style": 3, "label": "Accept", "custom_id": custom_id}]}


async def test_an_unclear_move_is_asked_back_with_buttons(bench: Bench):
    table = await bench.begin()
    await table.say("You win, I'm out.")
    question = table.shown[-1]
    assert labels_in(question)[-1] == "None of these"

    assert "somebody else's" in private(await table.press(labels_in(question)[0], who=bench.bob, on=question))
    await table.press("None of these", on=question)

    assert (await table.view()).round == 0
    closed = next(message for message in table.shown if message.id == question.id)
    assert labels_in(closed) == []
    assert closed.content.endswith("-# You said: None of these")
