"""What the example scenarios teach, by the gates that matter most. `python -m benchmarks.gates` prints them all."""

from __future__ import annotations

import dataclasses

import pytest

from bot.negotiation.model import moves as m
from bot.negotiation.model.examples import EXAMPLES
from bot.negotiation.model.gates import best_strategy, reached
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


@pytest.mark.parametrize("scenario", EXAMPLES, ids=lambda scenario: scenario.id)
def test_bad_faith_is_never_best(scenario: Scenario) -> None:
    """Wherever best play or what is taught may lead, bad faith beside a message is worth no more than best play."""
    game = Game(scenario)
    search = Search(game)
    lie = m.Cite(scenario.price_at(game.walk_away + 5 * scenario.unit))
    for strategy in (best_strategy(search), taught):
        for position in reached(search, strategy):
            best = search.best(position)
            for bad in (lie, m.BeRude(), m.Threaten()):
                if isinstance(bad, m.Threaten) and position.state.named:
                    continue  # with a believed way out it is no bluff
                assert search.value_of(position, (bad, *best.message)) <= best.value + 1e-9
            if position.state.demand is not None:
                more = m.Offer(scenario.price_at(position.state.demand + 2 * scenario.unit))
                back = dataclasses.replace(more, terms=game.ids(position.state.wanted))
                assert search.value_of(position, (back,)) <= best.value + 1e-9
