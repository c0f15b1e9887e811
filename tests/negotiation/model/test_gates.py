"""What the example scenarios teach, by the gates that matter most. `python -m benchmarks.gates` prints them all."""

from __future__ import annotations

import pytest

from bot.negotiation.model.examples import EXAMPLES
from bot.negotiation.model.scenario import Game, Scenario
from bot.negotiation.model.search import Search
from bot.negotiation.model.strategies import NAIVE, best_fixed_plan, one_script, taught, value


@pytest.mark.parametrize("scenario", EXAMPLES, ids=lambda scenario: scenario.id)
def test_what_is_taught_wins_and_what_never_reads_loses(scenario: Scenario) -> None:
    game = Game(scenario)
    search = Search(game)
    best = search.value(search.beliefs.opening())
    lesson = value(search.beliefs, taught)
    assert lesson >= 0.7 * best
    assert best_fixed_plan(game)[0] <= 0.7 * best
    assert value(search.beliefs, one_script) < lesson
    for strategy in NAIVE.values():
        assert value(search.beliefs, strategy) < lesson
