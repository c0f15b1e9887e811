"""The many ways people type an amount come to the same number."""

from __future__ import annotations

import pytest

from bot.negotiation.reading.said import plainly


@pytest.mark.parametrize(
    ("text", "list_price", "value"),
    [
        ("I can do 1'750", 2450, 1750),
        ("9 100,00 is my offer", 9900, 9100),
        ("CAD7,000", 7900, 7000),
        ("CA$ 7,000", 7900, 7000),
        ("EUR 1300", 1360, 1300),
        ("1 500 €", 1600, 1500),
        ("160€", 180, 160),
        ("160 dollars", 180, 160),
        ("1.725k", 1980, 1725),
        ("7.25k?", 7900, 7250),
        ("£41 50p", 54, 41.5),
        ("forty-one pounds fifty", 54, 41.5),
        ("1-75", 202, 175),
        ("a hundred and twenty", 200, 120),
        ("knock half a grand off", 15500, 500),
        ("１７０", 202, 170),
        ("80,50", 90, 80.5),
        ("85.500", 82000, 85500),
        ("64.500", 62000, 64500),
        ("$\u2028170", 202, 170),
    ],
)
def test_an_amount_in_any_writing(text: str, list_price: float, value: float) -> None:
    assert value in {quantity.value for quantity in plainly(text, list_price).numbers.values()}


def test_a_score_is_no_price() -> None:
    assert 175.0 not in {quantity.value for quantity in plainly("we won 1-75", 4000).numbers.values()}
