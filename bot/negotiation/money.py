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
