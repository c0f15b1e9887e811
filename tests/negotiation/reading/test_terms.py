"""Extras and add-ons that a message names, and what it wants of them."""

from __future__ import annotations

import pytest

from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.said import plainly
from bot.negotiation.reading.terms import add_on_struck, extras_named
from bot.negotiation.scenario import Extra, Side, SmallThing

KNOWN = Known(
    Side.BUYER,
    list_price=4200,
    ask=5400,
    extras=(
        Extra("locker", "a locker of your own", 200, 100, ("locker",)),
        Extra("coach", "two hours with a coach", 300, 100, ("coach",)),
    ),
    add_on=SmallThing("the wellness package", 1200, ("wellness package", "package", "sauna")),
)


@pytest.mark.parametrize(
    "text",
    [
        "without the package",
        "Take the package out and you have a new member",
        "I don't need the sauna",
        "drop the wellness package",
        "could you leave the package off?",
        "the package is useless to me",
        "no package please",
        "41 with neither the package nor the locker, so no package",
    ],
)
def test_the_add_on_is_struck(text: str) -> None:
    assert add_on_struck(plainly(text, 42), KNOWN) is not None


@pytest.mark.parametrize("text", ["what is in the package?", "I like the package", "does everybody get the sauna?"])
def test_the_add_on_is_only_named(text: str) -> None:
    assert add_on_struck(plainly(text, 42), KNOWN) is None


def test_extras_that_are_wanted() -> None:
    assert set(extras_named(plainly("45 with a locker and two hours with a coach", 42), KNOWN)) == {"locker", "coach"}


def test_extras_that_are_declined() -> None:
    assert extras_named(plainly("I do not need a coach or a locker.", 42), KNOWN) == {}
