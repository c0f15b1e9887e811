"""Weak alternative: somebody with whom it goes on afterwards, whom one could leave, but at a price.

What is to be read: what would ease them (a long lease, money ahead, work about the house), and who dreads a change.
Goodwill at the end is worth something to both.
"""

from __future__ import annotations

from bot.negotiation.model.scenario import Alternative, Draw, Scenario, Side, Term, World
from bot.negotiation.model.shapes.making import said, told
from bot.negotiation.moves import Topic

_DRAWS = (Draw(100, 6), Draw(86, 6, 3, proud=True))

RELATIONSHIP = Scenario(
    id="relationship",
    shape="weak alternative, relationship",
    side=Side.SELLER,
    opening_ask=0,
    step=1,
    unit=8,
    target=70,
    serious=150,
    alternative=Alternative("Something else can be had, and comes to a little less once the move is paid.", 46),
    fronts={Topic.INTEREST: "fair_price", Topic.BUSINESS: "fine"},
    reasons=frozenset({"repairs", "good_partner"}),
    tactics=("give-and-take", "questions", "small-talk", "ambitious-first-offer", "walk-away"),
    goodwill=8,
    terms=(
        Term("extra", "a small thing on top", 16, 12),
        Term("long", "a long contract", -35, -55),
        Term("ahead", "money ahead", -35, -55),
        Term("work", "some of the work", -35, -55),
    ),
    worlds=(
        World(
            "list",
            "Names on a list",
            0.26,
            draws=(Draw(94, 6), Draw(88, 6, 3, proud=True)),
            need=0,
            wanted=True,
            costs={"long": 0, "ahead": 0, "work": 0},
            answers={
                Topic.INTEREST: told("fair_price", 61, "fair_price", {"stay": 13, "money": 13, "upkeep": 13}),
                Topic.BUSINESS: said({"fine": 70, "bills": 15, "tired": 15}),
            },
        ),
        World(
            "change",
            "Dreads a change",
            0.24,
            draws=_DRAWS,
            need=2,
            costs={"long": -95, "ahead": 0, "work": 0},
            answers={
                Topic.INTEREST: told("stay", 40, "fair_price", {"money": 13, "upkeep": 13}),
                Topic.BUSINESS: said({"fine": 60, "bills": 20, "tired": 20}),
            },
        ),
        World(
            "bills",
            "Bills to pay",
            0.25,
            draws=_DRAWS,
            need=0,
            costs={"long": 0, "ahead": -95, "work": 0},
            answers={
                Topic.INTEREST: told("money", 40, "fair_price", {"stay": 13, "upkeep": 13}),
                Topic.BUSINESS: said({"bills": 45, "fine": 45, "tired": 10}),
            },
        ),
        World(
            "tired",
            "Tired of the work",
            0.25,
            draws=_DRAWS,
            need=0,
            costs={"long": 0, "ahead": 0, "work": -95},
            answers={
                Topic.INTEREST: told("upkeep", 40, "fair_price", {"stay": 13, "money": 13}),
                Topic.BUSINESS: said({"tired": 45, "fine": 45, "bills": 10}),
            },
        ),
    ),
)
