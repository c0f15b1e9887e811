"""Answers in words to an open question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.negotiation.moves import Accept, HoldFirm, Move, Offer, WalkAway
from bot.negotiation.reading import DoubtKind, Known, OpenQuestion, Reply, ReplyKind, read_answer
from bot.negotiation.scenario import Extra, Side

BOXES = Extra("box", "a set of moving boxes", 1, 1, ("boxes",))
KNOWN = Known(Side.BUYER, 20200, ask=16200, mine=15000, extras=(BOXES,))

NO = Reply(ReplyKind.NO)
NOT_MEANT = Reply(ReplyKind.NOT_MEANT)
UNCLEAR = Reply(ReplyKind.UNCLEAR)


def first(number: int) -> Reply:
    return Reply(ReplyKind.OPTION, number)


def whether(move: Move) -> OpenQuestion:
    return OpenQuestion(DoubtKind.CONFIRM, (move,), KNOWN)


ACCEPT = whether(Accept())
OFFER = whether(Offer(17700, frozenset({"box"})))
LEAVE = whether(WalkAway())
WHICH = OpenQuestion(DoubtKind.CHOICE, (Offer(16200, frozenset({"box"})), Accept()), KNOWN)
PRICES = OpenQuestion(DoubtKind.CHOICE, (Offer(17000), Offer(1700)), KNOWN)
STOP = OpenQuestion(DoubtKind.CONFIRM, (), KNOWN)


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (ACCEPT, "yes", first(0)),
        (ACCEPT, "Yep!", first(0)),
        (ACCEPT, "👍", first(0)),
        (ACCEPT, "Sure thing, mate.", first(0)),
        (ACCEPT, "of course", first(0)),
        (ACCEPT, "that's what I meant", first(0)),
        (ACCEPT, "accept of course, silly", first(0)),
        (ACCEPT, "deal", first(0)),
        (ACCEPT, "$162, yes", first(0)),
        (ACCEPT, "yes yes yes", first(0)),
        (ACCEPT, "no", NO),
        (ACCEPT, "No, it was a question.", NO),
        (ACCEPT, "it was a joke", NO),
        (ACCEPT, "nope, just thinking out loud", NO),
        (ACCEPT, "not yet", NO),
        (ACCEPT, "that's not what I meant", NOT_MEANT),
        (ACCEPT, "you misunderstood me", NOT_MEANT),
        (ACCEPT, "neither", NOT_MEANT),
        (ACCEPT, "yes?", UNCLEAR),
        (ACCEPT, "yes and no", UNCLEAR),
        (OFFER, "177 it is", first(0)),
        (OFFER, "yes, with the boxes", first(0)),
        (OFFER, "that was my offer, yes", first(0)),
        (LEAVE, "yes, I'm leaving", first(0)),
        (LEAVE, "bye", first(0)),
        (LEAVE, "no, I'm staying", NO),
        (LEAVE, "I'm still here", NO),
        (WHICH, "the first one", first(0)),
        (WHICH, "2", first(1)),
        (WHICH, "option 2", first(1)),
        (WHICH, "#1", first(0)),
        (WHICH, "second", first(1)),
        (WHICH, "the latter, please", first(1)),
        (WHICH, "no, the second one", first(1)),
        (WHICH, "yes, with the boxes", first(0)),
        (WHICH, "without the boxes", first(1)),
        (WHICH, "accept", first(1)),
        (WHICH, "yes", UNCLEAR),
        (WHICH, "deal", UNCLEAR),
        (WHICH, "no", NOT_MEANT),
        (WHICH, "none of these", NOT_MEANT),
        (PRICES, "170", first(0)),
        (PRICES, "17", first(1)),
        (PRICES, "offer", UNCLEAR),
        (STOP, "yes", first(0)),
        (STOP, "end it", first(0)),
        (STOP, "stop", first(0)),
        (STOP, "no, go on", NO),
        (STOP, "deal", UNCLEAR),
    ],
)
def test_an_answer(question: OpenQuestion, text: str, expected: Reply) -> None:
    assert read_answer(text, question) == expected


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (ACCEPT, ""),
        (ACCEPT, "150"),
        (ACCEPT, "yes, but 150"),
        (ACCEPT, "yes, with the boxes"),
        (ACCEPT, "no, that's too much"),
        (ACCEPT, "no, 150"),
        (ACCEPT, "the first one"),
        (ACCEPT, "Thanks."),
        (ACCEPT, "yes, if you deliver"),
        (OFFER, "accept"),
        (OFFER, "170"),
        (OFFER, "yes, without the boxes"),
        (LEAVE, "deal"),
        (LEAVE, "170"),
        (WHICH, "3"),
        (WHICH, "a bit more than that"),
        (STOP, "170"),
        (ACCEPT, "yes " * 60),
    ],
)
def test_what_is_no_clear_answer_is_a_new_message(question: OpenQuestion, text: str) -> None:
    assert read_answer(text, question) is None


@given(st.text(max_size=200), st.sampled_from([ACCEPT, OFFER, LEAVE, WHICH, PRICES, STOP]))
def test_any_text_is_an_answer_or_none(text: str, question: OpenQuestion) -> None:
    reply = read_answer(text, question)

    assert reply is None or reply.option is None or 0 <= reply.option < max(1, len(question.options))


def test_holding_firm_is_what_staying_says_where_it_was_asked_about() -> None:
    question = OpenQuestion(DoubtKind.CHOICE, (WalkAway(), HoldFirm()), KNOWN)

    assert [read_answer(text, question) for text in ("I'm leaving", "I'm staying")] == [first(0), first(1)]
