"""Amounts that stand alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.negotiation.money import minor_per_major, spoken
from bot.negotiation.reading import amount_typed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("177", 17700),
        (" 177 ", 17700),
        ("$1,250", 125000),
        ("12.50", 1250),
        ("45,50", 4550),
        ("1.234,56", 123456),
        ("1,234.56", 123456),
        ("1'500", 150000),
        ("1 500 €", 150000),
        ("1.725k", 172500),
        ("2k", 200000),
        ("160€", 16000),
        ("160 dollars", 16000),
        ("EUR 1300", 130000),
        ("CAD7,000", 700000),
        ("１７７", 17700),
    ],
)
def test_an_amount(text: str, expected: int) -> None:
    assert amount_typed(text, per_major=100) == expected


@pytest.mark.parametrize("text", ["", "abc", "-5", "0", "1.2.3", "1,23,456", "nan", "1e400", "180 or 170", "9" * 30])
def test_what_is_none(text: str) -> None:
    assert amount_typed(text, per_major=100) is None


@pytest.mark.parametrize(
    ("text", "near", "expected"),
    [("85.500", 8200000, 8550000), ("85.500", 8000, 8550), ("1,725", 180000, 172500), ("1,725", None, 172500)],
)
def test_a_mark_that_could_be_either_is_taken_as_what_is_near(text: str, near: int | None, expected: int) -> None:
    assert amount_typed(text, per_major=100, near=near) == expected


def test_a_currency_without_cents_has_none() -> None:
    assert (amount_typed("1,250", per_major=1), amount_typed("12.5", per_major=1)) == (1250, None)


@given(st.integers(1, 10**9), st.sampled_from(["USD", "EUR", "JPY", "GBP"]))
def test_what_is_written_is_read_back(amount: int, currency: str) -> None:
    assert amount_typed(spoken(amount, currency), per_major=minor_per_major(currency), near=amount) == amount


@given(st.text(max_size=60), st.sampled_from([1, 100, 1000]), st.none() | st.integers(-5, 10**9))
def test_any_text_is_an_amount_or_none(text: str, per_major: int, near: int | None) -> None:
    amount = amount_typed(text, per_major=per_major, near=near)

    assert amount is None or 0 < amount <= 10**15
