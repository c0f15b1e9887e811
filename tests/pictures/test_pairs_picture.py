from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.pictures.pairs import PairsDrawn, in_words, pairs_picture

MET = PairsDrawn((17500, 17800, 18000), 1, 2, 18400, 17000, "buyer", "seller")


def test_the_picture_is_told_in_words() -> None:
    assert in_words(MET, "USD") == (
        "3 deals, 1 without, 2 out of time. Prices from $175 to $180, $178 in the middle. "
        "The buyer's walk-away point was $184, the seller's $170."
    )
    nobody = PairsDrawn((), 2, 0, 18400, 19800, "buyer", "seller")
    assert in_words(nobody, "USD").startswith("0 deals, 2 without, 0 out of time. The buyer's")


@given(
    prices=st.lists(st.integers(1, 10**9), max_size=50).map(lambda prices: tuple(sorted(prices))),
    limits=st.tuples(st.integers(1, 10**9), st.integers(1, 10**9)),
)
def test_any_drill_can_be_drawn(prices: tuple[int, ...], limits: tuple[int, int]) -> None:
    picture = pairs_picture(PairsDrawn(prices, 3, 3, *limits, "buyer", "seller"), "USD")

    with Image.open(BytesIO(picture.png)) as drawn:
        assert drawn.format == "PNG"
    assert len(picture.alt) <= 1024


@pytest.mark.parametrize("currency", ["JPY", "EUR"])
def test_other_currencies(currency: str) -> None:
    assert pairs_picture(MET, currency).png
