"""A question finds the entry of the fact sheet that it is about."""

from __future__ import annotations

import pytest

from bot.negotiation.fact_sheet import fact_about
from bot.negotiation.scenario import Fact

COLOR = Fact(("White.",), asks=("What color is it?", "Does it come in black?", "is there another colour"))
HEAVY = Fact(("Fifty pounds a box.",), asks=("How heavy is it?", "Can one person carry it?", "whats the weight"))
CARD = Fact(("Card or cash.",), asks=("Can I pay by card?", "do you take cash", "How do I pay?"))
DOGS = Fact(("Dogs are welcome.",), words=("dog", "dogs"))
SHEET = (COLOR, HEAVY, CARD, DOGS)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("And the color?", COLOR),
        ("could I carry that alone, is it heavy", HEAVY),
        ("May I pay with a credit card?", CARD),
        ("what about my dog", DOGS),
    ],
)
def test_a_question_in_other_words(question: str, fact: Fact) -> None:
    assert fact_about(SHEET, question) is fact


@pytest.mark.parametrize("question", ["Who founded this place?", "", "???", "do you like jazz"])
def test_what_nobody_knows(question: str) -> None:
    assert fact_about(SHEET, question) is None


def test_no_sheet() -> None:
    assert fact_about((), "What color is it?") is None
