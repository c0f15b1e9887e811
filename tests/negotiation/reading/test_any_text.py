"""Whatever is typed gets a reading: no exception, always the same one, in time linear in the length."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.negotiation.moves import Offer, Place, WalkAway
from bot.negotiation.reading import Known, read
from bot.negotiation.reading.phrases import PhraseBook
from bot.negotiation.reading.said import END_READ, START_READ, plainly
from bot.negotiation.scenario import Extra, Side

VOCABULARY = """
    i you would take 150 not 180 deal ? no . , walk away or if 20% off half one fifty hundred a buck k each both and per
    to can't sorry $ the lowest what is too low 1,5 0 99999999999999999 thousand couple of grand 555 1234 👍
"""
WORDS = st.sampled_from(VOCABULARY.split())
AMOUNTS = st.none() | st.integers(1, 10**9)


@st.composite
def known(draw: st.DrawFn) -> Known:
    return Known(
        draw(st.sampled_from(Side)),
        draw(AMOUNTS),
        ask=draw(AMOUNTS),
        mine=draw(AMOUNTS),
        per_major=draw(st.sampled_from([1, 100, 1000])),
        place=draw(st.sampled_from(Place)),
        extras=(Extra("cover", "a cover", 100, 50, ("protector", "")),),
        alternative_words=("harlow",),
        asked=draw(st.sampled_from([None, Offer(100), WalkAway()])),
        alternative_amount=draw(AMOUNTS),
    )


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=300) | st.lists(WORDS, max_size=40).map(" ".join), known())
@example("İİİ $150 İ", Known(Side.BUYER, 20000))
@example("²³ ٣٤ 1/2 ½ ①", Known(Side.BUYER, 20000))
@example("\x00150\x00", Known(Side.BUYER, 20000))
def test_any_text_gets_the_same_reading_each_time(text: str, what_is_known: Known) -> None:
    reading = read(text, what_is_known)
    assert reading.moves or reading.doubt is not None
    assert reading.acts
    assert reading.amount is None or reading.amount > 0
    assert all(move.amount > 0 for move in reading.moves if isinstance(move, Offer))
    assert all(0 < heard.sure <= 1 for heard in reading.heard)
    assert reading == read(text, what_is_known)


def lines_run(text: str) -> int:
    """How many lines of Python reading this text takes: a measure of work that no busy machine can change."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(text, Known(Side.BUYER, 20000, ask=18000, mine=14000))
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "I would not take 150, if you can't do 180 or I walk. ",
        "not ",
        "would you you you take ",
        "150 ",
        "a ",
        "no, ",
        "1,",
        "$",
        "one hundred and ",
        "if you the the the ",
        "🦄",
        "aaaa",
    ],
)
def test_the_work_grows_no_faster_than_the_length(unit: str) -> None:
    short, long = unit * (800 // len(unit)), unit * (3200 // len(unit))
    assert lines_run(long) <= 5 * lines_run(short) + 2000


def test_a_text_longer_than_a_message_can_be_is_cut() -> None:
    assert len(plainly("a " * 100_000).text) == START_READ + 1 + END_READ
    assert read("x" * 1_000_000 + " 150", Known(Side.BUYER, 20000)).amount is None


def test_a_phrase_must_begin_with_a_word_that_is_needed() -> None:
    with pytest.raises(ValueError, match="begins with a word"):
        PhraseBook([(1, "(maybe)? take it")])


def test_phrases_find_optional_words_gaps_and_numbers() -> None:
    book = PhraseBook(
        [("offer", "would you (please)? .. take {about}* #"), ("end", "deal $"), ("begin", "^ (so|well)* deal")]
    )
    said = plainly("So, deal? Would you, please take about $150")
    ordered = sorted(book.find(said), key=lambda one: one.start, reverse=True)
    found = {one.value: said.quote(one.start, one.end) for one in ordered}  # the longest where there are several
    assert found == {"begin": "So, deal", "end": "deal", "offer": "Would you, please take about $150"}
    assert list(book.find(plainly("would you take a walk"))) == []
    assert list(book.find(plainly("would you. take 150"))) == []
