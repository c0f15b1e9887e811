"""How much of our own table is heard as it should be, with the lines that were kept aside while rules were written."""

from __future__ import annotations

import pytest

from bot.negotiation.reading import read
from tests.negotiation.reading.lines import Line, all_lines, names_of

LINES = list(all_lines())


def missed(lines: list[Line]) -> list[str]:
    readings = [(line, read(line.text, line.known)) for line in lines]
    return [
        f"{line.group}: {line.text!r} is heard as {sorted(names_of(reading, line.known.per_major))}"
        for line, reading in readings
        if not line.agrees_with(reading)
    ]


@pytest.mark.parametrize(("held_out", "share"), [(False, 0.9), (True, 0.78)])
def test_most_lines_are_heard_as_they_should_be(held_out: bool, share: float) -> None:
    lines = [line for line in LINES if line.held_out == held_out]
    wrong = missed(lines)
    assert 1 - len(wrong) / len(lines) >= share, "\n".join(wrong)
