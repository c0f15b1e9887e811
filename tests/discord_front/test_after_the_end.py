"""The debrief and its buttons, /progress and /help."""

from __future__ import annotations

import pytest

from bot.negotiation.money import spoken
from tests.discord_front.bench import Bench, Table
from tests.discord_front.seen import labels_in, private, text_of

DRIVE = "My daughter has been sleeping on the floor since Sunday, and the road was long. " * 3


async def _debriefed(bench: Bench) -> Table:
    table = await bench.begin()
    await table.say("Harlow's has the same bed for $184.")
    await table.accept()
    return table


async def test_the_debrief_measures_against_walk_away_point_and_alternative(bench: Bench):
    table = await _debriefed(bench)

    assert "worse than the same bed at Harlow's ($184)" in table.last
    assert (await table.view()).world.truth in table.last
    assert labels_in(table.shown[-1]) == ["See each move", "Try again from move 2", "Another one"]


async def test_the_debrief_names_the_message_to_send_again_and_the_one_to_change(bench: Bench):
    table = await _debriefed(bench)

    told = await bench.app.learning.reviewing.of((await table.view()).id, bench.alice.id)
    assert "### Do again\n> Harlow's has the same bed for $184.\nNaming the same bed at Harlow's" in table.last
    assert f"### Change\n> *Accept {spoken(told.moves[1].ask, 'USD')}*\n{told.moves[1].why}" in table.last
    assert f"Better: “{told.moves[1].better}”" in table.last


async def test_the_debrief_is_one_screen_of_a_phone(bench: Bench):
    table = await _debriefed(bench)

    assert len(table.last) < 1200


async def test_who_only_stops_is_told_of_no_move(bench: Bench):
    table = await bench.begin()
    await table.press("End it", on=(await table.press("End")).response)

    assert "You stopped before anything was settled" in table.last
    assert "### Change" not in table.last
    assert labels_in(table.shown[-1]) == ["What they were thinking", "Try again", "Another one"]


async def test_what_they_were_thinking_is_shown_to_the_learner_alone(bench: Bench):
    table = await _debriefed(bench)
    page = (await table.press("See each move", on=table.shown[-1])).response

    result = await table.press("What they were thinking", on=page)

    assert "> You: Harlow's has the same bed for $184." in private(result)


async def test_long_thoughts_have_pages(bench: Bench):
    table = await bench.begin()
    for price in range(170, 177):
        await table.say(f"I can do {price}. I drove all the way from the lake this morning. " + DRIVE)
    await table.press("End it", on=(await table.press("End")).response)
    page = (await table.press("See each move", on=table.shown[-1])).response
    shown = (await table.press("What they were thinking", on=page)).response
    first = text_of(shown)

    await table.press("After", on=shown)

    assert "page 1 of" in first
    assert "page 2 of" in text_of(shown)


@pytest.mark.parametrize("label", ["See each move", "Try again from move 2", "Another one"])
async def test_the_buttons_are_the_learners(bench: Bench, label: str):
    table = await _debriefed(bench)

    result = await table.press(label, who=bench.bob, on=table.shown[-1])

    assert "somebody else" in private(result) or "for the one who played" in private(result)
    assert len(bench.channel.threads) == 1


async def test_try_again_begins_the_same_scenario_anew(bench: Bench):
    table = await bench.begin()
    await table.press("End it", on=(await table.press("End")).response)

    await table.press("Try again", on=table.shown[-1])

    (view,) = await bench.app.practice.open_sessions()
    assert view.scenario.id == "daybed"
    assert view.venue.channel == bench.channel.threads[1].id


async def test_another_one_is_another_scenario(bench: Bench):
    table = await _debriefed(bench)

    await table.press("Another one", on=table.shown[-1])

    (view,) = await bench.app.practice.open_sessions()
    assert view.scenario.id != "daybed"


async def test_progress_before_anything(bench: Bench):
    assert "Nothing yet" in private(await bench.alice.slash(bench.channel, "progress"))


async def test_progress_counts_what_was_played(bench: Bench):
    await _debriefed(bench)
    await bench.begin()

    card = private(await bench.alice.slash(bench.channel, "progress"))

    assert "**1 practice**, 1 deal" in card
    assert "still running" in card
    assert "a deal at $" in card


async def test_progress_is_ones_own(bench: Bench):
    await _debriefed(bench)

    assert "Nothing yet" in private(await bench.bob.slash(bench.channel, "progress"))


async def test_help_is_one_screen(bench: Bench):
    text = private(await bench.alice.slash(bench.channel, "help"))

    assert "/practice" in text
    assert len(text) < 1000
