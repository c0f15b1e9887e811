"""The reader from the command line: JSON lines for measuring, plain lines for people."""

from __future__ import annotations

import json
from typing import Any

from bot.negotiation.reading import Known
from bot.negotiation.scenario import Side
from bot.terminal.read_command import explain, read_lines


def answer(**row: Any) -> dict[str, Any]:
    line = {"id": "m1", "role": "buyer", "list_price": 200, "context": [], **row}
    return json.loads(next(read_lines([json.dumps(line)])))


def test_one_line_is_answered_with_one_line() -> None:
    assert answer(text="would you take 150?") == {
        "id": "m1",
        "amount": 150.0,
        "acts": ["offer"],
        "binds": "offer",
        "asks": None,
    }
    asked = answer(text="why are you selling it?")
    assert (asked["amount"], asked["acts"], asked["binds"]) == (None, ["question"], None)


def test_the_last_prices_of_both_sides_are_known_from_what_was_said_before() -> None:
    context = [
        {"role": "seller", "text": "I'm asking 200"},
        {"role": "buyer", "text": "would you take 140?"},
        {"role": "seller", "text": "180 is as low as I go"},
    ]
    assert answer(text="meet in the middle?", context=context)["amount"] == 160
    assert answer(text="180 it is", context=context)["acts"] == ["accept"]
    assert "concede" in answer(text="ok, 150?", context=context)["acts"]


def test_a_button_press_counts_as_a_price() -> None:
    context = [{"role": "seller", "text": "<OFFER 170.0>"}]
    assert answer(text="add 5 less? no, 10 off that", context=context)["amount"] == 160
    assert answer(text="deal", context=context)["acts"] == ["accept"]


def test_other_roles_read_as_a_buyer_and_a_missing_tag_is_no_hindrance() -> None:
    assert answer(text="150?", role="mediator", list_price=None)["amount"] == 150


def test_a_bad_line_is_answered_with_a_sentence() -> None:
    bad = [
        "not json at all",
        "[1, 2]",
        '{"id": 7, "role": "buyer"}',
        '{"id": 7, "text": 5}',
        '{"id": 7, "text": "150?", "context": "x"}',
        '{"id": 7, "text": "150?", "context": [1]}',
        '{"id": 7, "text": "150?", "list_price": "a lot"}',
        '{"id": 7, "text": "150?", "list_price": NaN}',
    ]
    answers = [json.loads(line) for line in read_lines(bad)]
    assert [sorted(one) for one in answers] == [["error", "id"]] * len(bad)
    assert [one["id"] for one in answers] == [None, None, 7, 7, 7, 7, 7, 7]


def test_a_blank_line_is_skipped() -> None:
    assert list(read_lines(["\n", "  "])) == []


def test_explaining_names_each_move_its_words_and_how_sure_it_is() -> None:
    known = Known(Side.BUYER, 20000, ask=18000, mine=14000)
    text = explain("That's too much. Would you take 150?", known)
    assert "Offer 150" in text
    assert "Would you take 150" in text
    assert "97 %" in text


def test_explaining_says_what_would_be_asked_back() -> None:
    known = Known(Side.BUYER, 20000, ask=18000, mine=14000)
    assert "Asked back" in explain("ok", known)
    assert "Accept" in explain("ok", known)
    assert "language" in explain("я дам 150 долларов", known)
