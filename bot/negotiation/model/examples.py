"""Three scenarios as plain values: a late add-on, a renewal with a relationship, and one without an alternative.

The worlds of a scenario share most draws, so that prices don't tell them apart; what is true is said by others too, so
that answers are signs and no proof.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.negotiation.model.moves import Topic
from bot.negotiation.model.scenario import Alternative, Draw, Scenario, Side, Term, World

_DAYBED_DRAWS = (Draw(17500, 6, 3), Draw(17200, 6, 4, proud=True), Draw(16900, 6, 5))

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
    fronts={Topic.BUSINESS: "steady", Topic.HOW_SET: "policy", Topic.OTHERS: "families"},
    reasons=frozenset({"promise", "own_truck"}),
    tactics=("walk-away", "questions", "late-add-on", "keep-the-door-open"),
    terms=(
        Term("no-delivery", "no delivery", 0, -600, strikes=2500),
        Term("cover", "a mattress cover", 800, 500),
    ),
    worlds=(
        World(
            "waiting",
            "Other buyers are waiting",
            0.2,
            draws=(Draw(19400, 6, 3), Draw(18900, 6, 3, proud=True), Draw(17500, 6, 3)),
            need=0,
            wanted=True,
            answers={
                Topic.BUSINESS: {"busy": 65, "steady": 25, "slow": 10},
                Topic.OTHERS: {"families": 85, "nobody": 15},
            },
        ),
        World(
            "slow-week",
            "A slow week",
            0.165,
            draws=_DAYBED_DRAWS,
            need=2,
            squeezer=True,
            answers={
                Topic.BUSINESS: {"slow": 52, "steady": 38, "busy": 10},
                Topic.OTHERS: {"nobody": 50, "families": 50},
                Topic.HOW_SET: {"policy": 80, "match": 20},
            },
        ),
        World(
            "under-target",
            "A clerk short of the month's target",
            0.145,
            draws=_DAYBED_DRAWS,
            need=3,
            answers={
                Topic.BUSINESS: {"slow": 50, "steady": 30, "busy": 20},
                Topic.OTHERS: {"nobody": 50, "families": 50},
                Topic.HOW_SET: {"my_price": 20, "policy": 80},
            },
        ),
        World(
            "own-decision",
            "Dale can decide",
            0.27,
            draws=_DAYBED_DRAWS,
            need=0,
            answers={
                Topic.HOW_SET: {"my_price": 54, "policy": 36, "match": 10},
                Topic.BUSINESS: {"busy": 40, "steady": 40, "slow": 20},
                Topic.OTHERS: {"families": 75, "nobody": 25},
            },
        ),
        World(
            "match",
            "The store matches prices, and no more",
            0.22,
            draws=_DAYBED_DRAWS,
            need=0,
            squeezer=True,
            answers={
                Topic.HOW_SET: {"match": 57, "policy": 38, "my_price": 5},
                Topic.BUSINESS: {"busy": 35, "steady": 40, "slow": 25},
                Topic.OTHERS: {"families": 75, "nobody": 25},
            },
        ),
    ),
)


def _told(true: str, percent: int, front: str, others: Mapping[str, int]) -> dict[str, int]:
    """What is said to a question: the truth first, then others' truths now and then, and else what everybody says."""
    return {true: percent, **({} if front == true else {front: 100 - percent - sum(others.values())}), **others}


_RENT_DRAWS = (Draw(195000, 10), Draw(194000, 8, proud=True), Draw(193000, 8))

RENT = Scenario(
    id="rent-renewal",
    shape="weak alternative, relationship",
    side=Side.BUYER,
    opening_ask=198000,
    step=500,
    unit=500,
    target=190000,
    serious=183000,
    alternative=Alternative("A flat across the park comes to $1,975 a month with the move counted in.", 197500),
    fronts={Topic.INTEREST: "fair_rent", Topic.BUSINESS: "fine"},
    reasons=frozenset({"good_tenant", "repairs"}),
    tactics=("give-and-take", "questions", "small-talk", "ambitious-first-offer"),
    goodwill=800,
    terms=(
        Term("cellar", "the cellar room", 3500, 2500),
        Term("lease", "a three-year lease", -4500, -2000),
        Term("garden", "the garden and the stairs", -4500, -1500),
        Term("ahead", "half a year's rent ahead", -4500, -1500),
    ),
    worlds=(
        World(
            "waiting-list",
            "Names on a list",
            0.22,
            draws=(Draw(196500, 8, 3), Draw(195500, 8, 3, proud=True)),
            need=0,
            wanted=True,
            costs={"cellar": 4000, "lease": 0, "garden": 0, "ahead": 0},
            answers={
                Topic.INTEREST: _told("fair_rent", 61, "fair_rent", {"stay": 13, "money": 13, "upkeep": 13}),
                Topic.BUSINESS: {"fine": 70, "roof": 15, "tired": 15},
            },
        ),
        World(
            "hates-change",
            "A landlord who dreads strangers",
            0.26,
            draws=_RENT_DRAWS,
            need=1,
            costs={"cellar": 1500, "lease": -10000, "garden": 0, "ahead": 0},
            answers={
                Topic.INTEREST: _told("stay", 44, "fair_rent", {"money": 13, "upkeep": 13}),
                Topic.BUSINESS: {"fine": 60, "roof": 20, "tired": 20},
            },
        ),
        World(
            "roof",
            "A roof to pay for",
            0.26,
            draws=_RENT_DRAWS,
            need=0,
            costs={"cellar": 1500, "lease": 0, "garden": 0, "ahead": -10000},
            answers={
                Topic.INTEREST: _told("money", 44, "fair_rent", {"stay": 13, "upkeep": 13}),
                Topic.BUSINESS: {"roof": 45, "fine": 45, "tired": 10},
            },
        ),
        World(
            "bad-back",
            "A landlord with a bad back",
            0.26,
            draws=_RENT_DRAWS,
            need=0,
            costs={"cellar": 3500, "lease": 0, "garden": -10000, "ahead": 0},
            answers={
                Topic.INTEREST: _told("upkeep", 44, "fair_rent", {"stay": 13, "money": 13}),
                Topic.BUSINESS: {"tired": 45, "fine": 45, "roof": 10},
            },
        ),
    ),
)

_RAISE_DRAWS = (Draw(63500, 8, 3), Draw(64000, 8, 3, proud=True), Draw(64500, 8, 3))

RAISE = Scenario(
    id="raise",
    shape="no alternative",
    side=Side.SELLER,
    opening_ask=61000,
    step=500,
    unit=500,
    target=65000,
    serious=72000,
    alternative=Alternative(
        "There is no other offer: without an agreement your pay is $61,000.", 61000, nameable=False
    ),
    fronts={Topic.INTEREST: "fairness", Topic.BUSINESS: "fine"},
    reasons=frozenset({"results", "market"}),
    tactics=("give-and-take", "questions", "small-talk"),
    goodwill=300,
    terms=(
        Term("home", "two days from home", 2500, 1000),
        Term("oncall", "being on call one week in four", -5500, -1800),
        Term("juniors", "training the two juniors", -5500, -1800),
        Term("launch", "leading the spring launch", -5500, -1800),
    ),
    worlds=(
        World(
            "frozen",
            "A frozen budget",
            0.18,
            draws=(Draw(62500, 8, 3), Draw(63000, 8, 3, proud=True)),
            need=1,
            costs={"home": 1200, "oncall": 0, "juniors": 0, "launch": 0},
            answers={
                Topic.INTEREST: _told("fairness", 76, "fairness", {"relief": 8, "growth": 8, "launch": 8}),
                Topic.BUSINESS: {"fine": 70, "stretched": 15, "hiring": 15},
            },
        ),
        World(
            "stretched",
            "A team that can't keep up",
            0.28,
            draws=_RAISE_DRAWS,
            need=1,
            costs={"home": 1200, "oncall": -9500, "juniors": 0, "launch": 0},
            answers={
                Topic.INTEREST: _told("relief", 60, "fairness", {"growth": 8, "launch": 8}),
                Topic.BUSINESS: {"stretched": 47, "fine": 43, "hiring": 10},
            },
        ),
        World(
            "growing",
            "Two juniors and nobody to teach them",
            0.27,
            draws=_RAISE_DRAWS,
            need=1,
            costs={"home": 1500, "oncall": 0, "juniors": -9500, "launch": 0},
            answers={
                Topic.INTEREST: _told("growth", 60, "fairness", {"relief": 8, "launch": 8}),
                Topic.BUSINESS: {"hiring": 47, "fine": 43, "stretched": 10},
            },
        ),
        World(
            "launch",
            "A launch in spring",
            0.27,
            draws=_RAISE_DRAWS,
            need=0,
            costs={"home": 1200, "oncall": 0, "juniors": 0, "launch": -9500},
            answers={
                Topic.INTEREST: _told("launch", 60, "fairness", {"relief": 8, "growth": 8}),
                Topic.BUSINESS: {"fine": 60, "stretched": 20, "hiring": 20},
            },
        ),
    ),
)

EXAMPLES = (DAYBED, RENT, RAISE)
