"""How terms are said: what is had with a price, and what is done for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from bot.negotiation.money import spoken
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import State


def listed(names: Sequence[str]) -> str:
    """Names as they are said in a row: "a lamp, a rug and a shelf". Raise IndexError where there are none."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def gets(scenario: Scenario, extras: Iterable[str]) -> list[str]:
    """Return the names of the extras that the learner gets, in the scenario's order."""
    wanted = frozenset(extras)
    return [extra.name for extra in scenario.extras if extra.id in wanted and not extra.given]


def gives(scenario: Scenario, extras: Iterable[str]) -> list[str]:
    """Return what the learner does for it ("pay all of it today"), in the scenario's order."""
    wanted = frozenset(extras)
    return [extra.name for extra in scenario.extras if extra.id in wanted and extra.given]


def beside(gets: Sequence[str], gives: Sequence[str], without: str | None = None, *, to_do: bool = False) -> str:
    """Return what follows a price: " with a spare bulb, and you pay all of it today"; nothing where nothing does.

    `without` is what was struck; with `to_do` it is an order to the learner: "..., and pay all of it today".
    """
    told = f" with {listed(gets)}" if gets else ""
    told += f" without {without}" if without else ""
    return told + (f", and {'' if to_do else 'you '}{listed(gives)}" if gives else "")


def terms(scenario: Scenario, price: int, extras: Collection[str], *, struck: bool = False, to_do: bool = False) -> str:
    """Return a price with all that goes with it: "$165 with a spare bulb, and you pay all of it today"."""
    without = scenario.small_thing.name if struck and scenario.model and scenario.small_thing else None
    aside = beside(gets(scenario, extras), gives(scenario, extras), without, to_do=to_do)
    return spoken(price, scenario.currency) + aside


def on_the_table(scenario: Scenario, state: State) -> str:
    """Return the terms that are on the table, or were agreed."""
    return terms(scenario, scenario.price_at(state.given), state.extras, struck=state.struck)
