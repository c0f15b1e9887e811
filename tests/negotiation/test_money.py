import pytest

from bot.negotiation.money import minor_per_major, spoken


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


def test_yen_have_no_minor_units():
    assert (minor_per_major("JPY"), minor_per_major("USD")) == (1, 100)
