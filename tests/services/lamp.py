"""A small story to practise in, and a clock that moves only when it is told to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.content.library import Library
from bot.negotiation.coach import Coach, Remark
from bot.negotiation.moves import Topic
from bot.negotiation.scenario import Alternative, Answer, Brief, Extra, Scenario, Side, SmallThing, World
from bot.negotiation.voice import Say, Voice
from bot.services.views import Venue

LEARNER, STRANGER = 11, 12
THREAD = Venue("discord", 1, 500)

BUSY = World(
    id="busy",
    name="A busy day",
    chance=0.25,
    limit=9500,
    commitment=0.1,
    patience=6,
    alternative="Somebody else pays $100.",
    truth="Others wanted the lamp.",
    answers={Topic.OTHER_BUYERS: "some"},
)
SLOW = World(
    id="slow",
    name="A slow day",
    chance=0.75,
    limit=8000,
    commitment=0.9,
    patience=7,
    alternative="Nobody else comes.",
    truth="The lamp was in the way.",
    answers={Topic.OTHER_BUYERS: "none"},
)
LAMP = Scenario(
    id="lamp",
    story="lamp",
    title="The lamp",
    summary="A lamp with a scratch.",
    side=Side.BUYER,
    level=1,
    tactics=(),
    currency="USD",
    item="the lamp",
    counterpart="Ann, at the till",
    voice="ann",
    opening_ask=10000,
    step=100,
    list_price=10000,
    rounds=8,
    brief=Brief("You want a lamp.", "It has a scratch.", "$100.", ("It's {ask}.",), target=8500),
    alternative=Alternative("Bo's has it for $90.", "Bo's", 9000, ("bo's",)),
    worlds=(BUSY, SLOW),
    answers={Topic.OTHER_BUYERS: {"some": Answer("some", ("Plenty.",)), "none": Answer("none", ("Nobody.",))}},
    small_thing=SmallThing("the gift wrap", 500),
    extras=(Extra("bulb", "a spare bulb", worth=500, cost=300, words=("bulb",)),),
)


def voice(lines: int = 12) -> Voice:
    """Ann's: what she says, its number and the price: "Counter 3, $96."."""
    return Voice(
        "ann", "Ann", "", {say: tuple(f"{say.capitalize()} {n}, {{ask}}." for n in range(lines)) for say in Say}
    )


def library_of(*scenarios: Scenario) -> Library:
    coach = Coach({remark: (f"{remark.capitalize()}.",) for remark in Remark})
    return Library({}, {scenario.id: scenario for scenario in scenarios}, {"ann": voice()}, coach, "1")


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 5, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **by: float) -> datetime:
        self.time += timedelta(**by)
        return self.time
