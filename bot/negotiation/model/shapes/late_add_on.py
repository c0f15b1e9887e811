"""Late add-on: a good alternative, and a fee that comes with the price and can be struck.

What is to be read: what they would give something for (money today, room in the store, a good word), whether they need
this sale (then leaving with thanks and a number brings them after), whether others wait for it (then leaving loses it).
Most match a figure that is named, and no more, so that it is worth most to those who leave with it.
"""

from __future__ import annotations

from bot.negotiation.model.scenario import Alternative, Draw, Scenario, Side, Term, World
from bot.negotiation.model.shapes.making import said, told
from bot.negotiation.moves import Topic

_DRAWS = (Draw(100, 6), Draw(88, 6))

LATE_ADD_ON = Scenario(
    id="late-add-on",
    shape="late add-on",
    side=Side.SELLER,
    opening_ask=0,
    step=1,
    unit=8,
    target=75,
    serious=145,
    alternative=Alternative("Somebody else has the same for less, all in.", 46),
    fronts={Topic.BUSINESS: "steady", Topic.INTEREST: "fair_price"},
    reasons=frozenset({"promise", "own_way"}),
    tactics=("walk-away", "questions", "late-add-on", "give-and-take", "keep-the-door-open"),
    terms=(
        Term("add-on", "without the add-on", 0, -12, strikes=75),
        Term("today", "all of it paid today", -30, -45),
        Term("fetch", "fetched this afternoon", -30, -45),
        Term("word", "a good word where others look", -30, -45),
    ),
    worlds=(
        World(
            "waiting",
            "Others are waiting",
            0.31,
            draws=(Draw(92, 6), Draw(86, 6, proud=True)),
            need=0,
            wanted=True,
            costs={"today": 0, "fetch": 0, "word": 0},
            answers={
                Topic.INTEREST: told("fair_price", 61, "fair_price", {"money": 13, "room": 13, "name": 13}),
                Topic.BUSINESS: said({"busy": 60, "steady": 35, "slow": 5}),
            },
        ),
        World(
            "short",
            "Short of the month's target",
            0.18,
            draws=_DRAWS,
            need=2,
            squeezer=True,
            costs={"today": -75, "fetch": 0, "word": 0},
            answers={
                Topic.INTEREST: told("money", 40, "fair_price", {"room": 13, "name": 13}),
                Topic.BUSINESS: said({"slow": 50, "steady": 40, "busy": 10}),
            },
        ),
        World(
            "full",
            "A store room that is full",
            0.18,
            draws=_DRAWS,
            need=2,
            squeezer=True,
            costs={"today": 0, "fetch": -75, "word": 0},
            answers={
                Topic.INTEREST: told("room", 40, "fair_price", {"money": 13, "name": 13}),
                Topic.BUSINESS: said({"busy": 35, "steady": 50, "slow": 15}),
            },
        ),
        World(
            "new",
            "New in town, and known for matching prices",
            0.33,
            draws=_DRAWS,
            need=0,
            squeezer=True,
            costs={"today": 0, "fetch": 0, "word": -75},
            answers={
                Topic.INTEREST: told("name", 40, "fair_price", {"money": 13, "room": 13}),
                Topic.BUSINESS: said({"busy": 25, "steady": 50, "slow": 25}),
            },
        ),
    ),
)
