"""All shapes by their id, and the prices at which each has to teach what it says."""

from __future__ import annotations

from bot.negotiation.model.scenario import Scenario
from bot.negotiation.model.shapes.late_add_on import LATE_ADD_ON
from bot.negotiation.model.shapes.making import Prices, made
from bot.negotiation.model.shapes.no_alternative import NO_ALTERNATIVE
from bot.negotiation.model.shapes.other_side_walks import OTHER_SIDE_WALKS
from bot.negotiation.model.shapes.relationship import RELATIONSHIP
from bot.negotiation.model.shapes.repeated import REPEATED
from bot.negotiation.model.shapes.several_terms import SEVERAL_TERMS

SHAPES: dict[str, Scenario] = {
    shape.id: shape for shape in (LATE_ADD_ON, NO_ALTERNATIVE, RELATIONSHIP, SEVERAL_TERMS, OTHER_SIDE_WALKS, REPEATED)
}

SCALES: dict[str, Prices] = {
    "202 to 169, buyer": Prices(20200, 16900, 100),
    "7,900 to 9,400, seller": Prices(790000, 940000, 5000),
    "82,000 to 70,000, buyer": Prices(8200000, 7000000, 50000),
}
"""A price tag in a shop, a used car, a year's pay or contract: opening ask to furthest limit."""


def examples() -> list[Scenario]:
    """Each shape at each scale."""
    return [
        made(shape, f"{id}-{number}", prices)
        for id, shape in SHAPES.items()
        for number, prices in enumerate(SCALES.values(), 1)
    ]
