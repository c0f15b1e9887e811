"""Shapes at prices."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.negotiation.model.scenario import Game, Side
from bot.negotiation.model.shapes.catalog import SHAPES
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
    assert abs(max(kind.limit for kind in game.types) - span) <= prices.step
    for term, declared in zip(scenario.terms, shape.terms, strict=True):
        assert abs(term.worth - declared.worth * span / 100) <= prices.step
    assert abs(game.walk_away - shape.alternative.amount * span / 100) <= prices.step
    assert abs(sum(kind.chance for kind in game.types) - 1) < 1e-9
