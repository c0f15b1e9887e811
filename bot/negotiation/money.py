"""Money is a whole number of minor units (cents) and a currency code; nothing here is ever a float amount."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from babel.numbers import format_currency, get_currency_precision


@lru_cache
def minor_per_major(currency: str) -> int:
    """How many minor units make one major unit of `currency` (ISO 4217 code): 100 for USD, 1 for JPY."""
    return int(10 ** get_currency_precision(currency))


@lru_cache(maxsize=4096)
def spoken(amount: int, currency: str) -> str:
    """`amount` minor units as people write it: "$177", "$1,250", "€12.50"; whole amounts carry no zeros."""
    per_major = minor_per_major(currency)
    if amount % per_major == 0:
        symbol_and_number = format_currency(
            Decimal(amount // per_major), currency, locale="en_US", format="¤#,##0", currency_digits=False
        )
    else:
        symbol_and_number = format_currency(Decimal(amount) / per_major, currency, locale="en_US")
    return symbol_and_number.replace("\xa0", " ")


def parse_major(text: str, currency: str) -> int:
    """The minor units that plain digits such as "177", "1,250" or "12.50" stand for.

    Raises ValueError with a sentence for the user where the text is no such number.
    """
    per_major = minor_per_major(currency)
    cleaned = text.strip().lstrip("$€£¥").replace(",", "").replace(" ", "")
    if not cleaned.isascii() or len(cleaned) > 15 or not cleaned.replace(".", "", 1).isdigit():
        raise ValueError("Write the amount as a number, for example 180 or 180.50.")
    amount = int(Decimal(cleaned) * per_major)
    if amount <= 0:
        raise ValueError("The amount must be more than nothing.")
    return amount
