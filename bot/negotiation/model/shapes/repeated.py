"""Repeated dealings: the same two again next month, so that what is left of goodwill is worth as much as the price.

What is to be read: what makes their year easier (a standing order, early pay, a free hand with the dates).
"""

from __future__ import annotations

from bot.negotiation.model.scenario import Alternative, Draw, Scenario, Side, Term, World
from bot.negotiation.model.shapes.making import said, told
from bot.negotiation.moves import Topic

_DRAWS = (Draw(100, 6), Draw(88, 6, proud=True))

REPEATED = Scenario(
    id="repeated",
    shape="repeated dealings",
    side=Side.SELLER,
    opening_ask=0,
    step=1,
    unit=8,
    target=70,
    serious=140,
    alternative=Alternative("Another one has offered, at a little less, and nobody knows how they deliver.", 48),
    fronts={Topic.HOW_SET: "list", Topic.INTEREST: "costs"},
    reasons=frozenset({"market", "history"}),
    tactics=("give-and-take", "questions", "small-talk", "competing-offer"),
    goodwill=10,
    terms=(
        Term("extra", "a service on top", 16, 12),
        Term("standing", "a standing order", -35, -50),
        Term("early", "paying on delivery", -35, -50),
        Term("dates", "a free hand with the dates", -35, -50),
    ),
    worlds=(
        World(
            "full",
            "Booked out",
            0.22,
            draws=(Draw(84, 6), Draw(76, 6, proud=True)),
            need=0,
            wanted=True,
            costs={"standing": 0, "early": 0, "dates": 0},
            answers={
                Topic.INTEREST: told("costs", 55, "costs", {"volume": 15, "cash": 15, "slack": 15}),
                Topic.HOW_SET: said({"list": 70, "offer": 15, "rule": 15}),
            },
        ),
        World(
            "hungry",
            "Needs the volume",
            0.26,
            draws=_DRAWS,
            need=2,
            costs={"standing": -95, "early": 0, "dates": 0},
            answers={
                Topic.INTEREST: told("volume", 36, "costs", {"cash": 15, "slack": 15}),
                Topic.HOW_SET: said({"list": 45, "offer": 45, "rule": 10}),
            },
        ),
        World(
            "short",
            "Short of cash",
            0.26,
            draws=_DRAWS,
            need=0,
            costs={"standing": 0, "early": -95, "dates": 0},
            answers={
                Topic.INTEREST: told("cash", 36, "costs", {"volume": 15, "slack": 15}),
                Topic.HOW_SET: said({"list": 45, "offer": 35, "rule": 20}),
            },
        ),
        World(
            "juggling",
            "Juggles the dates",
            0.26,
            draws=_DRAWS,
            need=0,
            costs={"standing": 0, "early": 0, "dates": -95},
            answers={
                Topic.INTEREST: told("slack", 36, "costs", {"volume": 15, "cash": 15}),
                Topic.HOW_SET: said({"list": 45, "rule": 45, "offer": 10}),
            },
        ),
    ),
)
