"""How well the labels and prices of our own messages are read."""

from __future__ import annotations

import pytest

from bot.negotiation.moves import Accept, WalkAway
from bot.negotiation.reading import read
from tests.negotiation.reading.labelled_lines import labelled, score

TUNED = ["tuned", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]


@pytest.mark.parametrize(
    ("file", "macro_f1", "amounts"),
    [
        ("tuned", 0.79, 0.97),
        ("second", 0.78, 0.97),
        ("third", 0.74, 0.96),
        ("fourth", 0.72, 0.97),
        ("fifth", 0.81, 0.96),
        ("sixth", 0.72, 0.94),
        ("seventh", 0.75, 0.97),
        ("eighth", 0.77, 0.96),
        ("heldout", 0.78, 0.95),
    ],
)
def test_most_messages_are_labelled_as_they_should_be(file: str, macro_f1: float, amounts: float) -> None:
    result = score(list(labelled(file)))
    assert result.macro_f1 >= macro_f1, "\n".join(result.misses)
    assert result.amounts >= amounts, "\n".join(result.misses)


@pytest.mark.parametrize("file", [*TUNED, "heldout"])
@pytest.mark.parametrize(("move", "label"), [(Accept, "accept"), (WalkAway, "walk_away")])
def test_nobody_is_bound_by_what_was_not_said(file: str, move: type[Accept | WalkAway], label: str) -> None:
    surplus = [
        line.text
        for line in labelled(file)
        if any(isinstance(one, move) for one in read(line.text, line.known).moves)
        and label not in line.labels | line.optional
    ]
    assert surplus == []
