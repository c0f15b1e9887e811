"""How much of our own table is heard as it should be, with the lines that were kept aside while rules were written."""

from __future__ import annotations

import pytest

from bot.negotiation.moves import Accept, Offer, WalkAway
from bot.negotiation.reading import read
from tests.negotiation.reading.lines import Line, all_lines, known_in, names_of

LINES = list(all_lines())


def missed(lines: list[Line]) -> list[str]:
    readings = [(line, read(line.text, line.known)) for line in lines]
    return [
        f"{line.group}: {line.text!r} is heard as {sorted(names_of(reading, line.known.per_major))}"
        for line, reading in readings
        if not line.agrees_with(reading)
    ]


@pytest.mark.parametrize(("held_out", "share"), [(False, 0.75), (True, 0.68)])
def test_most_lines_are_heard_as_they_should_be(held_out: bool, share: float) -> None:
    lines = [line for line in LINES if line.held_out == held_out]
    wrong = missed(lines)
    assert 1 - len(wrong) / len(lines) >= share, "\n".join(wrong)


@pytest.mark.parametrize(("move", "name"), [(Accept, "accept"), (WalkAway, "walk")])
def test_a_deal_or_an_exit_is_never_heard_where_there_is_none(move: type[Accept | WalkAway], name: str) -> None:
    surplus = [
        line.text
        for line in LINES
        if any(isinstance(one, move) for one in read(line.text, line.known).moves)
        and not any(wanted.startswith(name) for wanted in line.required | line.allowed)
    ]
    assert surplus == []


@pytest.mark.parametrize(
    ("group", "text"),
    [
        ("moving-day", "250 for stairs?"),
        ("software-renewal", "3,000 for support that nobody uses?"),
        ("car-dealership", "You added 600 for something I never asked for."),
        ("phone-contract", "That's 8 pounds for nothing."),
        ("flea-market", "20 for wires?"),
    ],
)
def test_what_is_put_on_top_is_no_price_offered(group: str, text: str) -> None:
    assert not any(isinstance(move, Offer) for move in read(text, known_in(group)).moves)


@pytest.mark.parametrize(
    "text",
    [
        "Add the cabinet lights and we have a deal.",
        "9,900 would be fine if the lights were included.",
        "deal, I guess?",
        "hmm, ok deal maybe?",
    ],
)
def test_a_yes_that_hangs_on_something_binds_nobody(text: str) -> None:
    assert Accept() not in read(text, known_in("kitchen-quote")).moves
