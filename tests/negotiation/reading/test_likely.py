"""What the small model adds to the rules, on messages that it did not learn from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.negotiation.moves import BINDING, Accept, Threaten
from bot.negotiation.reading import Known, read
from bot.negotiation.scenario import Side
from tests.negotiation.reading.labelled_lines import labelled, score

WRITTEN = sorted((Path(__file__).parents[3] / "training/messages").glob("*.jsonl"))
BUYER = Known(Side.BUYER, 20000, ask=18000, mine=14000)


def test_it_adds_to_what_the_rules_hear_in_messages_that_neither_was_made_for() -> None:
    lines = list(labelled("heldout"))

    assert score(lines).macro_f1 > score(lines, rules_alone=True).macro_f1


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: file.stem)
def test_it_binds_nobody_and_takes_nothing_away(file: Path) -> None:
    for line in file.read_text("utf-8").splitlines():
        text = json.loads(line)["text"]
        by_rules, reading = read(text, BUYER, rules_alone=True), read(text, BUYER)

        assert by_rules.acts <= reading.acts, text
        assert set(by_rules.moves) - set(reading.moves) <= {read("Hm", BUYER).moves[0]}, text
        assert [m for m in reading.moves if isinstance(m, BINDING)] == [
            m for m in by_rules.moves if isinstance(m, BINDING)
        ], text


def test_what_is_likely_says_how_sure_it_is_and_by_which_words() -> None:
    reading = read("Meet my number by tonight or that's me gone for good.", BUYER)

    (threat,) = [heard for heard in reading.heard if isinstance(heard.move, Threaten)]
    assert 0.5 < threat.sure <= 1
    assert threat.words


def test_a_likely_yes_is_asked_back() -> None:
    text = next(
        text
        for file in WRITTEN
        for text in (json.loads(line)["text"] for line in file.read_text("utf-8").splitlines())
        if "accept" in read(text, BUYER).acts - read(text, BUYER, rules_alone=True).acts
    )
    doubt = read(text, BUYER).doubt

    assert doubt is not None
    assert doubt.options == (Accept(),)
