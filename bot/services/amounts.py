"""Prices that were typed alone: into a form, or after a command."""

from __future__ import annotations

from bot.negotiation.money import minor_per_major, spoken
from bot.negotiation.reading import amount_typed
from bot.negotiation.scenario import Scenario
from bot.services.errors import BadAmount


def price_typed(text: str, scenario: Scenario, near: int | None = None) -> int:
    """The price (minor units) that was typed; `near` is one that it is probably like, the opening ask by default.

    Raises BadAmount with a sentence about what is wrong.
    """
    like = scenario.opening_ask if near is None else near
    price = amount_typed(text, per_major=minor_per_major(scenario.currency), near=like)
    if price is None:
        example = spoken(like, scenario.currency)
        written = f"“{text.strip()[:40]}”" if text.strip() else "That"
        raise BadAmount(f"{written} is no price that I can read. Write it as a number, for example {example}.")
    return price
