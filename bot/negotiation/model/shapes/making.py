"""A shape is a scenario in percent of its range; a concrete scenario is made of it for given prices.

A shape is written as a `Scenario` whose opening ask is 0 and in which the learner gains as the price rises, so that
each price is a room, and 100 is the furthest limit that the counterpart may have. `made` scales all of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.negotiation.model.scenario import Alternative, Scenario, Side

UNITS = 12  # of the counterpart's own steps, about, from the ask to the furthest limit


@dataclass(frozen=True, slots=True)
class Prices:
    """What a scenario says of its prices, in whole minor units: the opening ask, the furthest limit that the
    counterpart may have, the smallest change that is worth saying; and the walk-away point, where it isn't where the
    shape has it.
    """

    opening_ask: int
    furthest: int
    step: int
    walk_away: int | None = None

    @property
    def side(self) -> Side:
        """Who gains as the price rises sells."""
        return Side.SELLER if self.furthest > self.opening_ask else Side.BUYER

    def scaled(self, percent: float) -> int:
        """Percent of the range as an amount."""
        return round(percent * abs(self.furthest - self.opening_ask) / 100)

    def price(self, percent: float) -> int:
        return self.opening_ask + self.scaled(percent) * self.side.sign

    def said(self, percent: float) -> int:
        """A price that somebody would say: in whole steps."""
        return self.opening_ask + self.steps(self.scaled(percent)) * self.side.sign

    def whole(self, percent: float) -> int:
        """Percent of the range in whole steps."""
        return round(self.scaled(percent) / self.step) * self.step

    def steps(self, amount: float) -> int:
        return max(self.step, round(amount / self.step) * self.step)


def made(shape: Scenario, id: str, prices: Prices, alternative: str = "") -> Scenario:
    """Return the scenario that `shape` is at `prices`. `alternative` says what the learner does without a deal."""
    away = prices.walk_away
    if away is None:
        away = prices.said(shape.alternative.amount) if shape.alternative.amount else prices.opening_ask
    return replace(
        shape,
        id=id,
        side=prices.side,
        opening_ask=prices.opening_ask,
        step=prices.step,
        unit=prices.steps(prices.scaled(100) / UNITS),
        target=prices.said(shape.target),
        serious=prices.said(shape.serious),
        alternative=Alternative(alternative or shape.alternative.text, away, shape.alternative.nameable),
        goodwill=prices.whole(shape.goodwill),
        terms=tuple(
            replace(
                term,
                worth=prices.whole(term.worth),
                cost=prices.scaled(term.cost),
                strikes=prices.whole(term.strikes),
            )
            for term in shape.terms
        ),
        worlds=tuple(
            replace(
                world,
                draws=tuple(replace(drawn, limit=prices.said(drawn.limit)) for drawn in world.draws),
                costs=world.costs and {term: prices.scaled(cost) for term, cost in world.costs.items()},
            )
            for world in shape.worlds
        ),
    )


def said(shares: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """What may be said to a question, in percent, the truth first."""
    return tuple(shares.items())


def told(true: str, percent: int, front: str, others: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The same with others' truths now and then, and else what everybody says."""
    return said({true: percent, **({} if front == true else {front: 100 - percent - sum(others.values())}), **others})
