"""Reviews of sessions as members get them, from a real database, on the knowledge that is shipped."""

from __future__ import annotations

import asyncio
import re

import pytest

from bot.content.library import load_library
from bot.negotiation.money import spoken
from bot.negotiation.moves import Accept, CiteAlternative, HoldFirm, Move, Offer, WalkAway
from bot.negotiation.review import Grade
from bot.services.errors import NoSuchSession, NotYours, StillRunning
from bot.services.learning import Learning
from bot.services.practice import Practice
from bot.services.reviewing import NothingToReview, Reviewing
from bot.services.workers import Workers
from bot.storage import Storage
from tests import first_model
from tests.services.lamp import LEARNER, STRANGER, THREAD, Clock

LIBRARY = load_library(first_model.knowledge())


@pytest.fixture
def practice(storage: Storage, clock: Clock) -> Practice:
    return Practice(storage, lambda: LIBRARY, clock, lambda: 7, lambda: "7")


@pytest.fixture
def reviewing(storage: Storage, clock: Clock) -> Reviewing:
    return Learning(storage, lambda: LIBRARY, clock).reviewing


async def _begin(practice: Practice, scenario: str = "daybed", world: str = "under-target") -> int:
    return (await practice.start(LEARNER, THREAD, scenario=scenario, world=world, seed=3)).session.id


async def _played(practice: Practice, *said: str | tuple[Move, ...]) -> int:
    session = await _begin(practice)
    for number, each in enumerate(said):
        if isinstance(each, str):
            await practice.hear(session, LEARNER, each, cause=f"message:{number}")
        else:
            await practice.press(session, LEARNER, each, cause=f"press:{number}")
    if (await practice.view(session)).sealed:
        await practice.open_debrief(session, LEARNER)
    return session


async def test_a_costly_move_is_told_with_why_what_instead_and_where_to_read(practice: Practice, reviewing: Reviewing):
    session = await _played(practice, "I'll take it for $202.")

    told = await reviewing.of(session, LEARNER)

    (move,) = told.key_moments
    assert move is told.moves[0]
    assert (move.number, move.text, move.spoken, move.grade) == (1, "I'll take it for $202.", True, Grade.BLUNDER)
    assert move.cost > 0
    assert move.why is not None
    assert "$202" in move.why
    assert move.better
    assert move.heard == "you accepted $202"
    assert move.passage is not None
    assert move.passage.title == "Walk away"
    assert move.before
    assert move.thoughts
    assert told.accuracy < 20


async def test_what_was_done_by_a_button_is_told_as_a_deed(practice: Practice, reviewing: Reviewing):
    told = await reviewing.of(await _played(practice, (CiteAlternative(18400), HoldFirm()), (Accept(),)), LEARNER)

    assert [move.spoken for move in told.moves] == [False, False]
    assert told.moves[0].text == (
        "Name your alternative (the same bed at Harlow's, $184), then say no, without a new price"
    )
    assert told.moves[1].text == "Accept $195"


async def test_nothing_is_said_to_have_worked_that_cost_something(practice: Practice, reviewing: Reviewing):
    told = await reviewing.of(await _played(practice, (Offer(15000),), (Offer(20000),)), LEARNER)

    assert told.key_moments
    repeated = "" if told.repeat is None else told.repeat.text
    assert "$200" not in repeated
    assert "$200" not in (told.decided or "")


async def test_what_helped_is_told_with_the_message_that_did_it(practice: Practice, reviewing: Reviewing):
    told = await reviewing.of(
        await _played(practice, "Harlow's has the same bed for 184, delivered. I'd pay 165.", (Accept(),)), LEARNER
    )

    assert told.repeat is not None
    assert told.repeat.text.startswith("Harlow's has the same bed")
    assert told.repeat.did.startswith("Naming the same bed at Harlow's at $184")


async def test_an_unfinished_session_has_no_accuracy_and_its_end_is_no_move(practice: Practice, reviewing: Reviewing):
    session = await _played(practice, "How has business been?", "I'd pay 165")
    await practice.end(session, LEARNER, cause="end")

    told = await reviewing.of(session, LEARNER)

    assert told.accuracy is None
    assert [move.text for move in told.moves] == ["How has business been?", "I'd pay 165"]


async def test_the_puzzle_of_a_costly_move_has_one_best_answer_and_the_one_given(
    practice: Practice, reviewing: Reviewing
):
    told = await reviewing.of(await _played(practice, (Accept(),)), LEARNER)

    puzzle = told.moves[0].puzzle
    assert puzzle is not None
    assert puzzle.costs.count(0) == 1
    assert "Accept $202" in puzzle.options


async def test_the_same_review_every_time(practice: Practice, reviewing: Reviewing, storage: Storage, clock: Clock):
    session = await _played(practice, (Offer(17000),), (Offer(18500),), (Accept(),))

    first = await reviewing.of(session, LEARNER)

    assert await reviewing.of(session, LEARNER) == first
    assert await Learning(storage, lambda: LIBRARY, clock).reviewing.of(session, LEARNER) == first


async def test_two_at_once(practice: Practice, reviewing: Reviewing):
    session = await _played(practice, (Offer(17000),), (Accept(),))

    one, other = await asyncio.gather(reviewing.of(session, LEARNER), reviewing.of(session, LEARNER))

    assert one == other


async def test_a_review_is_the_learners_alone_and_only_after_the_end(practice: Practice, reviewing: Reviewing):
    running, over = await _begin(practice), await _played(practice, (Accept(),))

    with pytest.raises(StillRunning):
        await reviewing.of(running, LEARNER)
    with pytest.raises(NotYours):
        await reviewing.of(over, STRANGER)
    with pytest.raises(NotYours):
        await reviewing.of(running, STRANGER)
    with pytest.raises(NoSuchSession):
        await reviewing.of(999, LEARNER)


async def test_sessions_that_ended_are_found_by_title_or_number_the_latest_first(
    practice: Practice, reviewing: Reviewing
):
    with pytest.raises(NothingToReview):
        await reviewing.latest(LEARNER)
    first, second = await _played(practice, (Accept(),)), await _played(practice, (Accept(),))
    await _begin(practice)

    assert await reviewing.latest(LEARNER) == second
    assert [past.session for past in await reviewing.finished(LEARNER, "")] == [second, first]
    assert [past.session for past in await reviewing.finished(LEARNER, "DAYBED counter")] == [second, first]
    assert [past.session for past in await reviewing.finished(LEARNER, str(first))] == [first]
    assert await reviewing.finished(LEARNER, "salary") == []
    assert await reviewing.finished(STRANGER, "") == []


async def test_the_picture_says_in_words_what_it_shows(practice: Practice, reviewing: Reviewing):
    told = await reviewing.of(await _played(practice, (Offer(17000),), (Accept(),)), LEARNER)

    picture = await reviewing.picture(told, 2)

    assert picture.png.startswith(b"\x89PNG")
    assert "Your walk-away point was $184, their limit $170." in picture.alt
    assert "Your offers went from $170 to $170." in picture.alt
    assert len(picture.alt) <= 1024


async def test_what_hindsight_says_stands_beside_the_fair_verdict(practice: Practice, reviewing: Reviewing):
    """In a store full of buyers leaving loses nothing; nobody could know that they are there."""
    session = await _begin(practice, world="waiting")
    await practice.press(session, LEARNER, WalkAway(reachable=True), cause="leaves")
    await practice.end(session, LEARNER, cause="ends")

    move = (await reviewing.of(session, LEARNER)).moves[0]

    assert move.grade.is_costly
    assert "As it turned out it did little harm, but you could not know that then." in move.asides


async def test_one_figure_a_move(practice: Practice, reviewing: Reviewing):
    session = await _played(practice, "I'd pay 150", "ok 165", "then 175", "185 then", "ok 190", (Accept(),))

    for move in (await reviewing.of(session, LEARNER)).moves:
        if move.why is not None:
            assert re.findall(r"about (\$[\d,]+)", move.why) == [spoken(move.cost, "USD")]
            assert "about $" not in " ".join([move.better or ""])


async def test_no_reason_is_given_twice_in_the_same_words(practice: Practice, reviewing: Reviewing):
    told = await reviewing.of(
        await _played(practice, "I'd pay 150", "ok 165", "then 175", "185 then", "ok 190", (Accept(),)), LEARNER
    )

    reasons = [move.why for move in told.moves if move.why]
    assert len(reasons) > 2
    assert len(set(reasons)) == len(reasons)


async def test_a_review_that_takes_too_long_is_a_sentence_and_keeps_no_other_lesson_waiting(
    storage: Storage, practice: Practice, clock: Clock
):
    learning = Learning(storage, lambda: LIBRARY, clock, workers=Workers(limit=0))
    session = await _played(practice, "I'll take it for $202.")

    with pytest.raises(NothingToReview, match="couldn't work out the review"):
        await learning.reviewing.of(session, LEARNER)

    assert await learning.lessons.catch_up() == 1
    assert await learning.lessons.catch_up() == 0
