"""The other side walks: a customer who gets up after a few words, and may turn round or be gone.

What is to be read: whether there is somewhere else to go (then what is on the table is to be taken at the door), or not
(then whoever is let go comes back and gives more), and what would be worth something to them.
"""

from __future__ import annotations

from bot.negotiation.model.scenario import Alternative, Draw, Scenario, Side, Term, World
from bot.negotiation.model.shapes.making import said, told
from bot.negotiation.moves import Topic

_DRAWS = (Draw(100, 6), Draw(88, 6))

OTHER_SIDE_WALKS = Scenario(
    id="other-side-walks",
    shape="the other side walks",
    side=Side.SELLER,
    opening_ask=0,
    step=1,
    unit=8,
    target=70,
    serious=155,
    alternative=Alternative("Somebody else would take it next week, for less.", 28),
    fronts={Topic.OTHER_BUYERS: "looking", Topic.INTEREST: "fair_price"},
    reasons=frozenset({"quality", "service"}),
    tactics=("take-it-or-leave-it", "questions", "give-and-take"),
    terms=(
        Term("today", "ready today", -30, -55),
        Term("setup", "set up at home", -30, -55),
        Term("later", "paid in three parts", -30, -55),
    ),
    worlds=(
        World(
            "elsewhere",
            "Has seen it elsewhere",
            0.28,
            draws=_DRAWS,
            need=0,
            leaves=5,
            costs={"today": 0, "setup": 0, "later": 0},
            answers={
                Topic.OTHER_BUYERS: said({"offer": 40, "looking": 50, "nothing": 10}),
                Topic.INTEREST: told("fair_price", 55, "fair_price", {"time": 15, "help": 15, "money": 15}),
            },
        ),
        World(
            "hurry",
            "In a hurry, with another one in reach",
            0.24,
            draws=_DRAWS,
            need=0,
            leaves=5,
            costs={"today": -75, "setup": 0, "later": 0},
            answers={
                Topic.OTHER_BUYERS: said({"offer": 40, "looking": 45, "nothing": 15}),
                Topic.INTEREST: told("time", 33, "fair_price", {"help": 15, "money": 15}),
            },
        ),
        World(
            "hands",
            "Can't put it up alone, and knows no other",
            0.24,
            draws=_DRAWS,
            need=0,
            leaves=5,
            returns=True,
            costs={"today": 0, "setup": -75, "later": 0},
            answers={
                Topic.OTHER_BUYERS: said({"nothing": 35, "looking": 50, "offer": 15}),
                Topic.INTEREST: told("help", 33, "fair_price", {"time": 15, "money": 15}),
            },
        ),
        World(
            "tight",
            "Short of money this month, and set on this one",
            0.24,
            draws=(Draw(100, 6), Draw(88, 6, proud=True)),
            need=0,
            leaves=5,
            returns=True,
            costs={"today": 0, "setup": 0, "later": -75},
            answers={
                Topic.OTHER_BUYERS: said({"nothing": 35, "looking": 50, "offer": 15}),
                Topic.INTEREST: told("money", 33, "fair_price", {"time": 15, "help": 15}),
            },
        ),
    ),
)
