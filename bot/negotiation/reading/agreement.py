"""How the two readers' opinions are weighed against each other, label by label.

A label's probability is the logistic function of the second reader's log odds and of whether the rules heard it, each
with a weight that was fitted on messages that neither had seen (training/stacking.py writes agreement.json): a stacked
generalisation (Wolpert 1992). Labels that the rules don't know are the second reader's alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import NamedTuple

FILE = "agreement.json"
STACKED = (
    "accept",
    "reject",
    "walk_away",
    "walk_away_threat",
    "come_back",
    "alternative",
    "request_extra",
    "question",
    "greet",
    "eager",
    "rude",
    "offer",
)
PRICE = "price"
_LEAST = 1e-3


class Weighing(NamedTuple):
    by_second: float
    by_rules: float
    base: float
    bar: float  # the probability from which the label is given


def stacked(label: str, by_second: float, by_rules: bool) -> float:
    """Return the probability of `label`, from the second reader's and from whether the rules heard it."""
    weights = weighings().get(label)
    if weights is None:
        return by_second
    odds = weights.by_second * log_odds(by_second) + weights.by_rules * by_rules + weights.base
    return 1 / (1 + exp(-odds))


class PriceWeighing(NamedTuple):
    """What speaks for a price that the rules found being the speaker's own offer, in log odds."""

    offers: float  # for each unit of the log odds that the message offers something
    mine: float  # the same for its number being the speaker's
    sure: float  # for how sure the rules are, from 0 to 1
    another: float  # for how likely another number is the speaker's, from 0 to 1
    is_ask: float  # if it is the other side's price
    far: float  # if it is far off (offers.far_off)
    base: float


class PriceEvidence(NamedTuple):
    """What speaks for and against a price that the rules found: probabilities, and whether two things hold."""

    offers: float  # that the message offers something
    mine: float  # that the number is the speaker's own
    sure: float  # how sure the rules are
    another: float  # that another number is the speaker's own
    is_ask: bool
    far: bool

    @property
    def values(self) -> tuple[float, ...]:
        """The evidence as the numbers that are weighed."""
        return log_odds(self.offers), log_odds(self.mine), self.sure, self.another, float(self.is_ask), float(self.far)


def price_chance(evidence: PriceEvidence) -> float:
    """Return the probability that a price which the rules found is the speaker's offer."""
    *weights, base = price_weighing()
    return 1 / (1 + exp(-(base + sum(w * v for w, v in zip(weights, evidence.values, strict=True)))))


def log_odds(chance: float) -> float:
    """Return the log odds of a probability, bounded."""
    return log(max(_LEAST, chance) / max(_LEAST, 1 - chance))


@cache
def price_weighing() -> PriceWeighing:
    """Return the weights for prices, as they were fitted."""
    return PriceWeighing(*_fitted()[PRICE])


@cache
def weighings() -> Mapping[str, Weighing]:
    """Return the weights of each label, as they were fitted."""
    return {label: Weighing(*row) for label, row in _fitted().items() if label != PRICE}


@cache
def _fitted() -> Mapping[str, list[float]]:
    return json.loads((files("bot.negotiation.reading") / FILE).read_text("utf-8"))
