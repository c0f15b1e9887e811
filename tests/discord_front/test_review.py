"""/review, its pages, the puzzle on them, and trying again from a moment of a session."""

from __future__ import annotations

from typing import Any

from bot.services.errors import NotYours
from bot.services.reviewing import NothingToReview
from tests.discord_front.bench import Bench, Table
from tests.discord_front.seen import failures, private, text_of


async def _accepted(bench: Bench, *said: str) -> Table:
    table = await bench.begin()
    for text in said:
        await table.say(text)
    await table.accept()
    return table


async def _review(bench: Bench, who: Any = None, **options: Any) -> Any:
    result = await (who or bench.alice).slash(bench.channel, "review", **options)
    return next(each for each in (*result.followups, result.response) if each is not None and each.components)


async def test_it_begins_with_what_cost_most_as_a_question(bench: Bench):
    await _accepted(bench, "Harlow's has the same bed for $184.")

    page = await _review(bench)

    assert "## Move 2 of 2: " in text_of(page)
    assert "> **You:** *Accept $" in text_of(page)
    assert "Can you find the better move?" in text_of(page)
    assert "**Better:**" not in text_of(page)
    assert page.flags.ephemeral
    assert [attachment.filename for attachment in page.attachments] == ["curve.png"]


async def test_the_better_move_is_shown_after_a_try(bench: Bench):
    table = await _accepted(bench)
    told = await bench.app.learning.reviewing.of((await table.view()).id, bench.alice.id)
    puzzle = told.moves[0].puzzle
    page = await _review(bench)

    await bench.alice.click(page, label="ABCD"[puzzle.costs.index(0)])

    assert "That’s the best move." in text_of(page)
    assert told.moves[0].why in text_of(page)
    assert "**Better:**" in text_of(page)


async def test_a_wrong_try_says_what_it_gives_away(bench: Bench):
    table = await _accepted(bench)
    told = await bench.app.learning.reviewing.of((await table.view()).id, bench.alice.id)
    puzzle = told.moves[0].puzzle
    page = await _review(bench)

    await bench.alice.click(page, label="ABCD"[puzzle.costs.index(max(puzzle.costs))])

    assert "❌" in text_of(page)
    assert "that costs about $" in text_of(page)


async def test_just_show_me(bench: Bench):
    await _accepted(bench)
    page = await _review(bench)

    await bench.alice.click(page, label="Just show me")

    assert "**Better:**" in text_of(page)
    assert "was thinking.**" in text_of(page)


async def test_pages_are_turned_in_one_message(bench: Bench):
    await _accepted(bench, "Harlow's has the same bed for $184.", "I'd go to $150")
    page = await _review(bench)
    await bench.alice.click(page, label="◀ Before")

    assert "## Move 2 of 3: " in text_of(page)
    await bench.alice.click(page, label="What cost most")
    assert "## Move 3 of 3: " in text_of(page)


async def test_the_debrief_opens_it_beside_itself(bench: Bench):
    table = await _accepted(bench)

    result = await table.press("See each move", on=table.shown[-1])

    assert "## Move 1 of 1: " in private(result)


async def test_it_is_found_by_name_and_by_number(bench: Bench):
    table = await _accepted(bench)
    await bench.begin(scenario="salary-offer")

    session = (await table.view()).id
    assert "The daybed at the counter" in text_of(await _review(bench, session=str(session)))
    assert "The daybed at the counter" in text_of(await _review(bench, session="daybed"))
    choices = await bench.alice.autocomplete(bench.channel, "review", "session", "day")
    assert [choice["value"] for choice in choices] == [str(session)]
    assert await bench.bob.autocomplete(bench.channel, "review", "session", "day") == []


async def test_there_may_be_nothing_to_review(bench: Bench):
    result = await bench.bob.slash(bench.channel, "review")

    assert "nothing to review yet" in private(result)
    assert failures(bench.env) == [NothingToReview]
    bench.env.errors.clear()


async def test_nobody_elses_is_shown(bench: Bench):
    table = await _accepted(bench)

    result = await bench.bob.slash(bench.channel, "review", session=str((await table.view()).id))

    assert "for the one who played" in private(result)
    assert failures(bench.env) == [NotYours]
    bench.env.errors.clear()


async def test_trying_again_goes_on_from_that_moment_in_a_thread_of_its_own(bench: Bench):
    table = await _accepted(bench, "How has business been this month?")
    before = await table.view()

    await table.press("Try again from move 2", on=table.shown[-1])

    (view,) = await bench.app.practice.open_sessions()
    again = Table(bench, bench.channel.threads[1], bench.alice)
    assert (view.scenario.id, view.seed, view.round) == ("daybed", before.seed, 1)
    assert view.venue.channel == again.thread.id
    assert "You are back at this moment" in text_of(again.shown[1])
    answer, _, heard = text_of(table.shown[2]).partition("\n-# Heard: ")
    assert answer == text_of(again.shown[2])
    assert heard.startswith("you ")
    await again.say("I'd go to 170.")
    assert (await again.view()).round == 2


async def test_a_page_of_a_review_can_be_played_on_from(bench: Bench):
    await _accepted(bench, "Harlow's has the same bed for $184.")
    page = await _review(bench)

    await bench.alice.click(page, label="Try again from here")

    (view,) = await bench.app.practice.open_sessions()
    assert view.round == 1
