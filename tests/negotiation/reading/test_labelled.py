"""How well the labels and prices of our own messages are read."""

from __future__ import annotations

import pytest

from tests.negotiation.reading.labelled_lines import labelled, score


@pytest.mark.parametrize(
    ("file", "macro_f1", "amounts"),
    [
        ("tuned", 0.91, 0.98),
        ("second", 0.93, 0.98),
        ("third", 0.88, 0.97),
        ("fourth", 0.84, 0.98),
        ("fifth", 0.93, 0.98),
    ],
)
def test_most_messages_are_labelled_as_they_should_be(file: str, macro_f1: float, amounts: float) -> None:
    result = score(list(labelled(file)))
    assert result.macro_f1 >= macro_f1, "\n".join(result.misses)
    assert result.amounts >= amounts, "\n".join(result.misses)
