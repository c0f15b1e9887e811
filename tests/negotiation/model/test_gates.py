"""What the shapes teach. `python -m benchmarks.gates` prints every figure at every scale."""

from __future__ import annotations

import dataclasses

import pytest

from bot.negotiation import moves as m
from bot.negotiation.model.gates import best_strategy, gates, reached
from bot.negotiation.model.scenario import Game, Scenario
from bot.negotiation.model.search import Search
from bot.negotiation.model.shapes.catalog import SCALES, SHAPES
from bot.negotiation.model.shapes.making import made
from bot.negotiation.model.strategies import taught

EXAMPLES = [made(shape, id, prices) for (id, shape), prices in zip(SHAPES.items(), [*SCALES.values()] * 2, strict=True)]


@pytest.mark.parametrize("scenario", EXAMPLES, ids=lambda scenario: scenario.id)
def test_all_gates_hold(scenario: Scenario) -> None:
    """Each shape at one of the scales."""
    failed = [f"{gate.name}: {gate.figure:.3f}" for gate in gates(scenario) if not gate.holds]
    assert not failed


@pytest.mark.parametrize("scenario", EXAMPLES, ids=lambda scenario: scenario.id)
def test_bad_faith_is_never_best(scenario: Scenario) -> None:
    """Wherever best play or what is taught may lead, bad faith beside a message is worth no more than best play."""
    game = Game(scenario)
    search = Search(game)
    lie = m.CiteAlternative(scenario.price_at(game.walk_away + 5 * scenario.unit))
    for strategy in (best_strategy(search), taught):
        for position in reached(search, strategy):
            best = search.best(position)
            for bad in (lie, m.BeRude(), m.Threaten()):
                if isinstance(bad, m.Threaten) and position.state.named:
                    continue  # with a believed way out it is no bluff
                assert search.value_of(position, (bad, *best.message)) <= best.value + 1e-9
            if position.state.demand is not None:
                more = m.Offer(scenario.price_at(position.state.demand + 2 * scenario.unit))
                back = dataclasses.replace(more, extras=game.ids(position.state.wanted))
                assert search.value_of(position, (back,)) <= best.value + 1e-9
                assert search.value_of(position, (more,)) <= best.value + 1e-9
