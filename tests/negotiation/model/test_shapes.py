"""Shapes at prices, and the part of a scenario's file that names one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.negotiation.model.scenario import Game, Side
from bot.negotiation.model.shapes.catalog import SHAPES
from bot.negotiation.model.shapes.loading import ModelPart, scenario_of
from bot.negotiation.model.shapes.making import Prices, made


@given(
    st.sampled_from(sorted(SHAPES)),
    st.integers(10_000, 10_000_000),
    st.integers(10, 40),
    st.booleans(),
)
def test_a_shape_keeps_its_proportions_at_any_price(id: str, ask: int, percent: int, sells: bool) -> None:
    shape = SHAPES[id]
    span = ask * percent // 100
    prices = Prices(ask, ask + span if sells else ask - span, max(1, span // 40))
    scenario = made(shape, "x", prices)
    game = Game(scenario)
    assert scenario.side is (Side.SELLER if sells else Side.BUYER)
    assert abs(max(kind.limit for kind in game.types) - span) <= 1
    for term, declared in zip(scenario.terms, shape.terms, strict=True):
        assert abs(term.worth - declared.worth * span / 100) <= 1
    assert abs(game.walk_away - shape.alternative.amount * span / 100) <= prices.step
    assert abs(sum(kind.chance for kind in game.types) - 1) < 1e-9


def test_a_file_may_name_its_shape_and_some_numbers_of_its_own() -> None:
    part = ModelPart(
        shape="late-add-on", furthest=169, walk_away=184, chances={"waiting": 0.4}, costs={"new": {"word": -60}}
    )
    scenario = scenario_of("daybed", 202, 1, part)
    assert (scenario.opening_ask, scenario.alternative.amount, scenario.step) == (20200, 18400, 100)
    chances = {world.id: world.chance for world in scenario.worlds}
    assert chances["waiting"] == 0.4
    assert abs(sum(chances.values()) - 1) < 1e-9
    assert (scenario.worlds[3].costs or {})["word"] == -60 * 33


@pytest.mark.parametrize(
    "part",
    [
        ModelPart(shape="auction", furthest=169),
        ModelPart(shape="late-add-on", furthest=169, chances={"nobody": 0.1}),
        ModelPart(shape="late-add-on", furthest=169, chances={"waiting": 1.1}),
        ModelPart(shape="late-add-on", furthest=169, costs={"new": {"a-song": -1}}),
    ],
)
def test_what_a_shape_does_not_have_is_an_error(part: ModelPart) -> None:
    with pytest.raises(ValueError, match="daybed"):
        scenario_of("daybed", 202, 1, part)
