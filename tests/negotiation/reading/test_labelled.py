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
        ("tuned", 0.91, 0.98),
        ("second", 0.93, 0.98),
        ("third", 0.88, 0.97),
        ("fourth", 0.86, 0.98),
        ("fifth", 0.93, 0.98),
        ("sixth", 0.88, 0.96),
        ("seventh", 0.89, 0.98),
        ("eighth", 0.93, 0.97),
        ("heldout", 0.79, 0.97),
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
