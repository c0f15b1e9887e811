"""No alternative: without a deal all stays as it is, and there is nobody else to name.

What is to be read: what would help them most, so that one can give it and be paid for it.
"""

from __future__ import annotations

from bot.negotiation.model.scenario import Alternative, Draw, Scenario, Side, Term, World
from bot.negotiation.model.shapes.making import said, told
from bot.negotiation.moves import Topic

_DRAWS = (Draw(100, 6), Draw(88, 6, proud=True))

NO_ALTERNATIVE = Scenario(
    id="no-alternative",
    shape="no alternative",
    side=Side.SELLER,
    opening_ask=0,
    step=1,
    unit=8,
    target=70,
    serious=150,
    alternative=Alternative("There is nobody else: without a deal all stays as it is.", 0, nameable=False),
    fronts={Topic.INTEREST: "fairness", Topic.BUSINESS: "fine"},
    reasons=frozenset({"market", "results"}),
    tactics=("give-and-take", "questions", "small-talk"),
    goodwill=6,
    terms=(
        Term("extra", "a freedom on top", 16, 10),
        Term("relief", "taking over a burden", -65, -85),
        Term("teach", "training others", -65, -85),
        Term("lead", "leading what comes", -65, -85),
    ),
    worlds=(
        World(
            "frozen",
            "A frozen budget",
            0.2,
            draws=(Draw(80, 6), Draw(70, 6, proud=True)),
            need=0,
            costs={"relief": 0, "teach": 0, "lead": 0},
            answers={
                Topic.INTEREST: told("fairness", 55, "fairness", {"relief": 15, "growth": 15, "launch": 15}),
                Topic.BUSINESS: said({"fine": 70, "stretched": 15, "hiring": 15}),
            },
        ),
        World(
            "stretched",
            "Too much to do",
            0.27,
            draws=_DRAWS,
            need=0,
            costs={"relief": -170, "teach": 0, "lead": 0},
            answers={
                Topic.INTEREST: told("relief", 33, "fairness", {"growth": 15, "launch": 15}),
                Topic.BUSINESS: said({"stretched": 47, "fine": 43, "hiring": 10}),
            },
        ),
        World(
            "growing",
            "New people and nobody to teach them",
            0.27,
            draws=_DRAWS,
            need=0,
            costs={"relief": 0, "teach": -170, "lead": 0},
            answers={
                Topic.INTEREST: told("growth", 33, "fairness", {"relief": 15, "launch": 15}),
                Topic.BUSINESS: said({"hiring": 47, "fine": 43, "stretched": 10}),
            },
        ),
        World(
            "launch",
            "Something big to come",
            0.26,
            draws=_DRAWS,
            need=0,
            costs={"relief": 0, "teach": 0, "lead": -170},
            answers={
                Topic.INTEREST: told("launch", 33, "fairness", {"relief": 15, "growth": 15}),
                Topic.BUSINESS: said({"fine": 60, "stretched": 20, "hiring": 20}),
            },
        ),
    ),
)
