"""Three scenarios as plain values, to try the model on: a late add-on, a renewal, and one without an alternative."""

from __future__ import annotations

from bot.negotiation.model.moves import Topic
from bot.negotiation.model.scenario import Alternative, Draw, Scenario, Side, Term, World

DAYBED = Scenario(
    id="daybed",
    shape="late add-on",
    side=Side.BUYER,
    opening_ask=20200,
    step=100,
    unit=300,
    target=17700,
    serious=15800,
    alternative=Alternative("Harlow's has the same bed for $184, all in.", 18400),
    fronts={Topic.OTHERS: "families", Topic.BUSINESS: "steady", Topic.HOW_SET: "policy"},
    reasons=frozenset({"promise", "own_truck"}),
    tactics=("walk-away", "questions"),
    terms=(Term("no-delivery", "no delivery", 0, -600, strikes=2500),),
    worlds=(
        World(
            "waiting",
            "Other buyers are waiting",
            0.25,
            draws=(Draw(18800, 6, 4), Draw(17900, 8, 3, proud=True), Draw(17400, 6, 2)),
            need=0,
            wanted=True,
            answers={Topic.BUSINESS: ("busy", 75)},
        ),
        World(
            "slow-week",
            "A slow week",
            0.2,
            draws=(Draw(17600, 6, 2), Draw(17400, 6, 4, proud=True), Draw(17200, 8, 5)),
            need=2,
            answers={Topic.OTHERS: ("nobody", 55), Topic.BUSINESS: ("slow", 70)},
        ),
        World(
            "under-target",
            "A clerk short of the month's target",
            0.2,
            draws=(Draw(17400, 6, 2), Draw(17200, 6, 4), Draw(16900, 8, 5)),
            need=3,
            answers={Topic.OTHERS: ("nobody", 45), Topic.BUSINESS: ("slow", 60), Topic.HOW_SET: ("commission", 50)},
        ),
        World(
            "own-decision",
            "Dale can decide",
            0.35,
            draws=(Draw(17400, 6, 2), Draw(17200, 6, 4, proud=True), Draw(16900, 8, 5)),
            need=0,
            answers={Topic.BUSINESS: ("busy", 40), Topic.HOW_SET: ("my_price", 70)},
        ),
    ),
)
EXAMPLES = (DAYBED,)
