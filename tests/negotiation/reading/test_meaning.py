"""What a question asks for, by its meaning: an entry of the fact sheet, a topic, or nothing that anybody knows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.content.library import load_library
from bot.negotiation.moves import Topic
from bot.negotiation.reading.encoder.sentences import Sentences, key, vector, vectors
from bot.negotiation.reading.meaning import asked_for, fact_about, shipped_questions, topic_questions
from bot.negotiation.scenario import Fact, Side

COLOR = Fact(("White.",), asks=("What color is it?", "Does it come in black?", "is there another colour"))
HEAVY = Fact(("Fifty pounds a box.",), asks=("How heavy is it?", "Can one person carry it?", "whats the weight"))
CARD = Fact(("Card or cash.",), asks=("Can I pay by card?", "do you take cash", "How do I pay?"))
DOGS = Fact(("Dogs are welcome.",), words=("dog", "dogs"))
SHEET = (COLOR, HEAVY, CARD, DOGS)
LIBRARY = load_library(Path(__file__).parents[3] / "knowledge")


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


@pytest.mark.parametrize("question", ["Who founded this place?", "", "???", "do you like jazz", "🙈" * 300])
def test_what_nobody_knows(question: str) -> None:
    assert fact_about(SHEET, question) is None


def test_no_sheet() -> None:
    assert fact_about((), "What color is it?") is None


@pytest.mark.parametrize(
    ("question", "side", "topic"),
    [
        ("did anybody else come by and look at it", Side.BUYER, Topic.OTHER_BUYERS),
        ("do you have to run that past your boss?", Side.BUYER, Topic.WHO_DECIDES),
        ("do you have a deadline for selling it?", Side.BUYER, Topic.DEADLINE),
        ("what's the most you have to spend on this?", Side.SELLER, Topic.LOWEST_PRICE),
        ("what on earth are you going to do with it?", Side.SELLER, Topic.WHY),
        ("has it been a busy season?", Side.SELLER, Topic.BUSINESS),
    ],
)
def test_a_topic_in_other_words(question: str, side: Side, topic: Topic) -> None:
    match = asked_for(question, side, SHEET)
    assert match is not None
    assert match.found is topic


def test_an_entry_of_the_sheet_goes_before_a_topic_that_is_further() -> None:
    match = asked_for("how heavy would you say it is?", Side.BUYER, SHEET)
    assert match is not None
    assert match.found is HEAVY


@pytest.mark.parametrize("side", Side)
def test_every_example_of_a_topic_is_heard_as_that_topic(side: Side) -> None:
    for topic, questions in topic_questions(side).items():
        for question in questions:
            match = asked_for(question, side, ())
            assert match is not None
            assert match.found is topic, question


def test_all_shipped_questions_have_their_vectors() -> None:
    """`python -m training.sentences` writes them anew, with no package to install."""
    network = Sentences.shipped()
    asked = sorted(shipped_questions(LIBRARY.scenarios.values()))
    for question in asked[:: len(asked) // 15]:
        assert float(vector(question) @ network.vector(" ".join(question.split()))) > 0.99, question
    assert len({key(question) for question in asked}) == len(asked)


def test_a_vector_has_length_one_and_does_not_depend_on_what_was_asked_before() -> None:
    first = vectors(["How do I pay?", "Is it heavy, by any chance?"])
    vector("Something else entirely, and long enough to be cut off somewhere " * 20)
    assert np.array_equal(first, vectors(["How do I pay?", "Is it heavy, by any chance?"]))
    assert np.allclose(np.linalg.norm(first, axis=1), 1, atol=1e-3)
