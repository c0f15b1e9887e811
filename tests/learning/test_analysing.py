"""What is worked out about sessions, one after the other: what was found out before changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.review import session
from bot.content.library import load_library
from bot.learning import analysing
from bot.learning.analysing import analysed, best_gain, best_now, reviews_of
from bot.negotiation.review import BrokenRecord, Search, review
from bot.negotiation.review.positions import opening
from bot.negotiation.simulation.strategies import HAGGLE, NAME_AND_WALK, at_random
from tests import first_model

SCENARIOS = load_library(first_model.knowledge()).scenarios
DAYBED = SCENARIOS["daybed"]
SESSIONS = [
    (world, session(DAYBED, world, strategy))
    for world in DAYBED.worlds
    for strategy in (HAGGLE, NAME_AND_WALK, at_random(1), at_random(2))
]


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    analysing._idle.clear()


def test_a_review_is_the_same_whatever_was_reviewed_before():
    for world, steps in SESSIONS:
        assert analysed(DAYBED, world, steps, "7").found == review(DAYBED, world, steps)


def test_a_group_is_reviewed_as_each_of_them_would_be():
    world = DAYBED.worlds[0]
    games = {number: steps for number, (of, steps) in enumerate(SESSIONS) if of == world}

    found = reviews_of(DAYBED, world, {**games, 99: games[0][1:]})

    assert found == {number: review(DAYBED, world, steps) for number, steps in games.items()}


def test_a_scenario_that_was_rewritten_is_searched_anew():
    rewritten = replace(DAYBED, rounds=DAYBED.rounds - 2)
    best_gain(DAYBED, DAYBED.worlds[0])

    found = best_now(rewritten, rewritten.worlds[0], [session(rewritten, rewritten.worlds[0], HAGGLE)[0]])

    assert found == Search(rewritten).best(opening(rewritten)).message


def test_only_few_are_remembered_and_none_that_has_grown_large(
    monkeypatch: pytest.MonkeyPatch,
):
    for scenario in list(SCENARIOS.values())[:5]:
        best_gain(scenario, scenario.worlds[0])
    last = [scenario.id for scenario in list(SCENARIOS.values())[2:5]]
    assert list(analysing._idle) == last

    monkeypatch.setattr(analysing, "POSITIONS", 0)
    best_gain(SCENARIOS[last[0]], SCENARIOS[last[0]].worlds[0])
    assert list(analysing._idle) == last[1:]


def test_what_cannot_be_replayed_is_said():
    with pytest.raises(BrokenRecord):
        analysed(DAYBED, DAYBED.worlds[0], (), "7")
    assert best_now(DAYBED, DAYBED.worlds[0], ()) is None
