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
    "justify",
    "request_extra",
    "question",
    "greet",
    "eager",
    "rude",
    "offer",
)
_LEAST = 1e-4


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
    odds = log(max(_LEAST, by_second) / max(_LEAST, 1 - by_second))
    return 1 / (1 + exp(-(weights.by_second * odds + weights.by_rules * by_rules + weights.base)))


@cache
def weighings() -> Mapping[str, Weighing]:
    """Return the weights of each label, as they were fitted."""
    text = (files("bot.negotiation.reading") / FILE).read_text("utf-8")
    return {label: Weighing(*row) for label, row in json.loads(text).items()}
