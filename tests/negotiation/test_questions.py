"""What a small question wants to hear, by how it is put."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.negotiation.questions import Wanted, wanted


@pytest.mark.parametrize(
    "question",
    [
        "Is there a lift",
        "ok so can we bring our own chairs",
        "any dents",
        "Would Thursday be possible?",
        "so it's the blue one",
        "do you have a basement",
        "are you open on Sunday",
    ],
)
def test_yes_or_no(question):
    assert wanted(question) is Wanted.WHETHER


@pytest.mark.parametrize(
    "question",
    [
        "What's it made of",
        "hmm and how many rooms",
        "whose was it",
        "on which floor",
        "wait, where do i park",
        "when would it be ready",
    ],
)
def test_a_detail(question):
    assert wanted(question) is Wanted.DETAIL


@pytest.mark.parametrize(
    "question",
    [
        "Do you like it here",
        "how's your knee",
        "are you always this cheerful",
        "Have you come far?",
        "what are you reading",
    ],
)
def test_company(question):
    assert wanted(question) is Wanted.CHAT


@pytest.mark.parametrize(
    "question",
    [
        "Lovely day, isn't it",
        "it’s cold today, isn’t it?",
        "you're new, right?",
        "How may I help",
        "coffee",
        "nine percent",
        "",
    ],
)
def test_a_question_for_forms_sake(question):
    assert wanted(question) is Wanted.NOTHING


@given(st.text())
def test_any_text_is_met_somehow(question):
    assert wanted(question) in Wanted
