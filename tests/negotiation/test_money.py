import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.negotiation.money import minor_per_major, parse_major, spoken


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (17700, "USD", "$177"),
        (17750, "USD", "$177.50"),
        (1550000, "USD", "$15,500"),
        (120000, "EUR", "€1,200"),
        (12000, "JPY", "¥12,000"),
        (99, "GBP", "£0.99"),
    ],
)
def test_amounts_are_written_as_people_write_them(amount, currency, text):
    assert spoken(amount, currency) == text


@given(st.integers(1, 10**9), st.sampled_from(["USD", "EUR", "JPY", "GBP"]))
def test_what_is_written_is_read_back(amount, currency):
    assert parse_major(spoken(amount, currency), currency) == amount


@pytest.mark.parametrize("text", ["", "abc", "-5", "0", "1e9", "nan", "inf", "1.2.3", "٣", "9" * 40, "0.001"])
def test_what_is_no_amount_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match=r"\.$"):
        parse_major(text, "USD")


def test_yen_have_no_minor_units():
    assert (minor_per_major("JPY"), minor_per_major("USD")) == (1, 100)
