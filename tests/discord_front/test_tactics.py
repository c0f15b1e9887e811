"""/tactic and /tactics, and the buttons of a tactic's card."""

from __future__ import annotations

import pytest

from bot.discord_front.cards.tactic import LABELS, TacticPart
from bot.discord_front.views.tactics import NoSuchTactic
from tests.discord_front.bench import Bench
from tests.discord_front.seen import failures, labels_in, private, text_of


async def test_the_card_opens_in_short_for_the_one_who_asks(bench: Bench):
    result = await bench.alice.slash(bench.channel, "tactic", name="walk-away")

    assert private(result).startswith("## Walk away\n-# Tactic 53 · In short")
    assert labels_in(result.response) == [*LABELS.values(), "Practise this"]


@pytest.mark.parametrize("part", [part for part in TacticPart if part is not TacticPart.SHORT])
async def test_its_parts_are_turned_to(bench: Bench, part: TacticPart):
    result = await bench.alice.slash(bench.channel, "tactic", name="walk-away")
    short = text_of(result.response)

    await bench.alice.click(result.response, label=LABELS[part])

    assert f"· {LABELS[part]}\n" in text_of(result.response)
    assert text_of(result.response) != short


async def test_the_buttons_of_a_card_outlive_a_restart(bench: Bench):
    result = await bench.alice.slash(bench.channel, "tactic", name="walk-away")
    await bench.restart()

    await bench.alice.click(result.response, label="A story")

    assert "$177" in text_of(result.response)


@pytest.mark.parametrize("typed", ["wlak awya", "Walk", "these boots", "53"])
async def test_typing_forgives_errors_and_knows_other_names(bench: Bench, typed: str):
    choices = await bench.alice.autocomplete(bench.channel, "tactic", "name", typed)

    assert choices[0] == {"name": "Walk away", "value": "walk-away"}


async def test_the_name_need_not_be_chosen_from_the_list(bench: Bench):
    result = await bench.alice.slash(bench.channel, "tactic", name="wlak away")

    assert "## Walk away" in private(result)


async def test_an_unknown_tactic_is_a_sentence(bench: Bench):
    result = await bench.alice.slash(bench.channel, "tactic", name="xyzzy")

    assert "I know no tactic like that" in private(result)
    assert failures(bench.env) == [NoSuchTactic]


async def test_practise_this_begins_a_practice_of_it(bench: Bench):
    result = await bench.alice.slash(bench.channel, "tactic", name="walk-away")

    await bench.alice.click(result.response, label="Practise this")

    (view,) = await bench.app.practice.open_sessions()
    assert "walk-away" in view.scenario.tactics
    assert view.venue.channel == bench.channel.threads[0].id


async def test_all_tactics_are_listed_with_a_menu_to_open_one(bench: Bench):
    result = await bench.alice.slash(bench.channel, "tactics")
    assert "**Walk away**" in private(result)

    opened = await bench.alice.select(result.response, ["walk-away"], custom_id="tactics:1")

    assert "## Walk away" in private(opened)


async def test_the_list_says_how_far_the_member_is_with_each(bench: Bench):
    before = private(await bench.alice.slash(bench.channel, "tactics"))
    assert "You are at level 1 of 3." in before
    assert "because you have not begun with it yet." in before
    assert "**Walk away**: " in before
    quiz = (await bench.alice.slash(bench.channel, "quiz")).response
    await bench.alice.click(quiz, label="A")
    table = await bench.begin()
    await table.accept()
    await bench.app.learning.lessons.catch_up()

    result = await bench.alice.slash(bench.channel, "tactics")

    assert "**Walk away** (learning " in private(result)
    assert "**Walk away**: " in private(await bench.bob.slash(bench.channel, "tactics"))


async def test_in_direct_messages(bench: Bench):
    result = await bench.alice.user.slash("tactic", name="walk-away")

    assert "## Walk away" in private(result)
