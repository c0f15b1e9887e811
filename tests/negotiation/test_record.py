from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.negotiation.acts import Act, NoteKind, Pending
from bot.negotiation.moves import Move, Offer, Place, Topic
from bot.negotiation.record import (
    MOVES,
    RecordError,
    Step,
    StepKind,
    moves_from_plain,
    response_from_plain,
    state_from_plain,
    step_from_plain,
    to_plain,
)
from bot.negotiation.state import Note, Response, State, Thought

STEP = Step(
    StepKind.SAID,
    (Offer(18000, frozenset({"cover", "bulb"})),),
    Response(
        Act.COUNTER,
        19000,
        frozenset({"cover"}),
        answers=((Topic.WHY, "policy"),),
        granted=frozenset({"cover"}),
        happened=("It rains.",),
        notes=(Note(NoteKind.EAGER, -12),),
        wait=20,
        thought=Thought(1200, 2500),
    ),
    State(Place.LEARNER_AWAY, 1200, 45, asked=frozenset({Topic.WHY}), pending=Pending.VERDICT),
)


def through_json(plain: object) -> Any:
    return json.loads(json.dumps(plain))


def test_every_move_has_a_name() -> None:
    assert set(MOVES.values()) == set(get_args(Move))


@given(st.lists(st.one_of([st.from_type(kind) for kind in get_args(Move)])).map(tuple))
def test_moves_come_back_as_they_were(moves: tuple[Move, ...]) -> None:
    assert moves_from_plain(through_json(to_plain(moves))) == moves


@given(st.from_type(State))
def test_states_come_back_as_they_were(state: State) -> None:
    assert state_from_plain(through_json(to_plain(state))) == state


@given(st.from_type(Response))
def test_responses_come_back_as_they_were(response: Response) -> None:
    assert response_from_plain(through_json(to_plain(response))) == response


def test_a_step_as_it_is_written() -> None:
    plain = to_plain(STEP)

    assert step_from_plain(through_json(plain)) == STEP
    assert through_json(plain) == {
        "version": 1,
        "kind": "said",
        "moves": [{"move": "offer", "amount": 18000, "extras": ["bulb", "cover"], "last": False}],
        "response": {
            "act": "counter",
            "ask": 19000,
            "extras": ["cover"],
            "answers": [["why", "policy"]],
            "granted": ["cover"],
            "refused": [],
            "taken": [],
            "happened": ["It rains."],
            "notes": [{"kind": "eager", "leverage": -12}],
            "wait": 20,
            "thought": {"willing": 1200, "limit": 2500, "pull": 0},
        },
        "after": {
            **{name: default for name, default in State._field_defaults.items() if not isinstance(default, frozenset)},
            "place": "learner_away",
            "given": 1200,
            "leverage": 45,
            "extras": [],
            "reasons": [],
            "asked": ["why"],
            "pending": "verdict",
        },
    }


def test_a_field_with_a_default_may_be_missing() -> None:
    plain = {"place": "at_table", "given": 0, "leverage": 20}

    assert state_from_plain(plain) == State(Place.AT_TABLE, 0, 20)


@pytest.mark.parametrize(
    ("where", "value", "sentence"),
    [
        (["version"], 2, "version 2 isn't known; this version of the bot reads 1"),
        (["version"], None, "version None isn't known; this version of the bot reads 1"),
        (["colour"], "green", "colour isn't known here"),
        (["kind"], "sung", "kind: 'sung' isn't known here"),
        (["moves"], "offer", "moves: 'offer' is no list"),
        (["moves", 0], 7, "moves: 7 is no object"),
        (["moves", 0, "move"], "sing", "moves: no move is called 'sing'"),
        (["moves", 0, "amount"], 1.5, "moves: amount: 1.5 is no int"),
        (["moves", 0, "amount"], True, "moves: amount: True is no int"),
        (["response", "notes", 0, "kind"], "hungry", "response: notes: kind: 'hungry' isn't known here"),
        (["response", "answers", 0], ["why"], "response: answers: 2 values belong here, not 1"),
        (["response", "happened", 0], None, "response: happened: None is no str"),
        (["after", "mood"], "good", "after: mood isn't known here"),
        (["after"], [], "after: [] is no object"),
    ],
)
def test_nothing_unknown_is_guessed_at(where: list[str | int], value: object, sentence: str) -> None:
    plain = through_json(to_plain(STEP))
    inner: Any = plain
    for key in where[:-1]:
        inner = inner[key]
    inner[where[-1]] = value

    with pytest.raises(RecordError) as caught:
        step_from_plain(plain)

    assert str(caught.value) == sentence


@pytest.mark.parametrize("name", [field.name for field in fields(Step)])
def test_a_field_without_a_default_may_not_be_missing(name: str) -> None:
    plain = through_json(to_plain(STEP))
    del plain[name]

    with pytest.raises(RecordError, match=f"^{name} is missing$"):
        step_from_plain(plain)
