"""Several terms: two things to ask for and three to give, of which each side values some more than the other does.

What is to be read: what costs them little and what is worth much to them, so that both gain by trading (logrolling).
"""

from __future__ import annotations

from bot.negotiation.model.scenario import Alternative, Draw, Scenario, Side, Term, World
from bot.negotiation.model.shapes.making import said, told
from bot.negotiation.moves import Topic

_DRAWS = (Draw(100, 6), Draw(88, 6, proud=True))

SEVERAL_TERMS = Scenario(
    id="several-terms",
    shape="several terms",
    side=Side.SELLER,
    opening_ask=0,
    step=1,
    unit=8,
    target=70,
    serious=140,
    alternative=Alternative("Another one offers much the same for less.", 50),
    fronts={Topic.HOW_SET: "list", Topic.INTEREST: "good_work"},
    reasons=frozenset({"volume", "market"}),
    tactics=("give-and-take", "questions", "competing-offer"),
    terms=(
        Term("support", "help whenever it is needed", 30, 25),
        Term("soon", "done by the date", 30, 25),
        Term("long", "a longer contract", -38, -55),
        Term("early", "paid ahead", -38, -55),
        Term("name", "being named as a reference", -38, -55),
    ),
    worlds=(
        World(
            "booked",
            "Booked out",
            0.25,
            draws=(Draw(86, 6), Draw(78, 6, proud=True)),
            need=0,
            wanted=True,
            costs={"support": 12, "soon": 45, "long": 0, "early": 0, "name": 0},
            answers={
                Topic.INTEREST: told("good_work", 55, "good_work", {"steady": 15, "cash": 15, "known": 15}),
                Topic.HOW_SET: said({"list": 70, "hours": 15, "match": 15}),
            },
        ),
        World(
            "steady",
            "Wants steady work",
            0.25,
            draws=_DRAWS,
            need=2,
            costs={"support": 12, "soon": 25, "long": -100, "early": 0, "name": 0},
            answers={
                Topic.INTEREST: told("steady", 34, "good_work", {"cash": 15, "known": 15}),
                Topic.HOW_SET: said({"match": 40, "list": 45, "hours": 15}),
            },
        ),
        World(
            "cash",
            "Wages due at the end of the month",
            0.25,
            draws=_DRAWS,
            need=0,
            costs={"support": 12, "soon": 25, "long": 0, "early": -100, "name": 0},
            answers={
                Topic.INTEREST: told("cash", 34, "good_work", {"steady": 15, "known": 15}),
                Topic.HOW_SET: said({"hours": 45, "list": 40, "match": 15}),
            },
        ),
        World(
            "unknown",
            "Nobody has heard of them yet",
            0.25,
            draws=_DRAWS,
            need=0,
            costs={"support": 12, "soon": 25, "long": 0, "early": 0, "name": -100},
            answers={
                Topic.INTEREST: told("known", 34, "good_work", {"steady": 15, "cash": 15}),
                Topic.HOW_SET: said({"list": 50, "hours": 25, "match": 25}),
            },
        ),
    ),
)
