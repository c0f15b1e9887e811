"""Hints in three steps, on the knowledge that is shipped."""

from __future__ import annotations

import pytest

from bot.content.library import load_library
from bot.negotiation.coach import Remark
from bot.negotiation.moves import Ask, HoldFirm, Topic, WalkAway
from bot.services import hinting
from bot.services.hinting import counts_for, gains_after, hints_told
from bot.services.practice import Practice
from bot.storage import Storage
from tests import first_model
from tests.services.lamp import LEARNER, THREAD, Clock

LIBRARY = load_library(first_model.knowledge())


@pytest.fixture
def practice(storage: Storage, clock: Clock) -> Practice:
    return Practice(storage, lambda: LIBRARY, clock, lambda: 7, lambda: "7")


async def _begin(practice: Practice) -> int:
    return (await practice.start(LEARNER, THREAD, scenario="daybed", world="under-target", seed=3)).session.id


async def test_each_says_more_than_the_one_before_until_something_happens(practice: Practice) -> None:
    session = await _begin(practice)

    hints = [await practice.hint(session, LEARNER, cause=f"hint:{number}") for number in range(4)]
    await practice.press(session, LEARNER, Ask(Topic.BUSINESS), cause="press")
    after = await practice.hint(session, LEARNER, cause="hint:5")

    assert [hint.step for hint in (*hints, after)] == [1, 2, 3, 3, 1]
    assert hints[2].text == hints[3].text
    assert "this is best: “" in hints[2].text
    assert [hint.is_last for hint in hints] == [False, False, True, True]
    assert all(hint.passage is not None for hint in hints)


async def test_the_move_itself_is_read_as_it_is_meant(practice: Practice) -> None:
    session = await _begin(practice)
    for number in range(3):
        hint = await practice.hint(session, LEARNER, cause=f"hint:{number}")
    words = hint.text.partition("“")[2].rstrip("”")

    turn = await practice.hear(session, LEARNER, words, cause="message")

    assert turn.session.round == 1


async def test_away_from_the_table_there_is_a_hint_too(practice: Practice) -> None:
    session = await _begin(practice)
    await practice.press(session, LEARNER, (HoldFirm(), WalkAway(reachable=True)), cause="press")

    hints = [await practice.hint(session, LEARNER, cause=f"hint:{number}") for number in range(3)]

    assert hints[1].text == "Do nothing. The next move is Dale's."
    assert hints[2].text.endswith("*Stay away and see who calls.*")


async def test_the_debrief_says_what_they_counted(practice: Practice) -> None:
    session = await _begin(practice)
    await practice.press(session, LEARNER, HoldFirm(), cause="press")
    await practice.hint(session, LEARNER, cause="hint")
    await practice.end(session, LEARNER, cause="end")

    assert (await practice.debrief(session)).hints == (
        "One hint: a gain in rating counts 75%, a loss counts in full, and the score counts 5 points less."
    )


def test_what_hints_take_off() -> None:
    assert counts_for(0.8, ()) == 0.8
    assert counts_for(0.8, (1, 2, 1)) == pytest.approx(0.6)
    assert counts_for(0.05, (1, 2)) == 0
    assert counts_for(0.8, (1, 2, 3)) is None
    assert hints_told((), rated=True) is None
    assert hints_told((1, 2), rated=False) == "2 hints: the score counts 15 points less."
    assert hints_told((1, 2, 3), rated=False) == "3 hints, the move itself among them: this one is practice only."
    assert hints_told((1, 2, 3), rated=True) == (
        "3 hints, the move itself among them: this one is practice only. "
        "It can still lower your rating, but not raise it."
    )


def test_what_hints_leave_of_a_gain() -> None:
    assert [gains_after(steps) for steps in ((), (1,), (1, 2), (1, 1), (1, 2, 3))] == [1, 0.75, 0.375, 0.5625, 0]


def test_every_hint_is_explained_by_a_passage_that_is_there() -> None:
    explained = hinting._PASSAGES
    said = {remark for remark in Remark if remark.startswith("hint_")}

    assert said - explained.keys() == {Remark.HINT_OVER, Remark.HINT_MOVE}
    for passage in explained.values():
        assert passage in LIBRARY.tactics[passage.partition("#")[0]].passages
