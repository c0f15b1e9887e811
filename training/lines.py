"""The messages of training/messages with what their writers say they do, and the small changes made to them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.negotiation.moves import Place
from bot.negotiation.reading.encoder import LABELS, OWNERS, Talk
from bot.negotiation.reading.encoder.numbers import numbers_in
from bot.negotiation.scenario import Side

MESSAGES = Path(__file__).parent / "messages"
UNSAID_BY_OLD = frozenset({"let_go", "stall", "eager", "sarcasm", "apology", "sum_up", "correct", "coach"})
"""Labels that the older files don't have."""
FINER = frozenset({"extra", "strike", "better"})
BARE = "bare"
HELD_OUT = 10  # the last tenth of each file
OLD_WEIGHT = 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """A message and what is known of it. `acts` and `owners` leave out what nobody has said; `weight` is its share."""

    text: str
    talk: Talk
    acts: dict[str, bool]
    owners: tuple[str | None, ...]  # of the numbers in the text, in order
    weight: float
    file: str
    place: int
    amount: float | None = None  # the price that is put on the table, where `told`
    told: bool = False


def lines(folders: Sequence[Path]) -> tuple[list[Line], list[Line]]:
    """Return what is learned from, and what is held out: the end of each file."""
    learned: list[Line] = []
    held_out: list[Line] = []
    for file in sorted((file for folder in folders for file in folder.glob("*.jsonl")), key=lambda file: file.name):
        found = list(_lines_of(file))
        kept = len(found) - len(found) // HELD_OUT
        learned += found[:kept]
        held_out += found[kept:]
    return learned, held_out


def _lines_of(file: Path) -> Iterator[Line]:
    for place, line in enumerate(file.read_text("utf-8").splitlines()):
        row: dict[str, Any] = json.loads(line)
        side = Side(row["role"])
        if "walk" in row:
            talk = Talk(side, row["prev"])
            yield Line(row["text"], talk, _old_acts(row), _nobodys(row["text"]), OLD_WEIGHT, file.name, place)
            continue
        talk = Talk(side, row["said"] or "", row["tag"], row["ask"], row["own"], Place(row["place"]))
        acts = {label: label in row["acts"] for label in LABELS} | {BARE: bool(row.get("bare"))}
        if FINER & set(row["acts"]):
            acts["request_extra"] = True
        yield Line(row["text"], talk, acts, _owners(row), 1.0, file.name, place, row["amount"], told=True)


def _old_acts(row: dict[str, Any]) -> dict[str, bool]:
    given = {*row["acts"], *row["walk"]}
    acts = {label: label in given for label in LABELS if label not in UNSAID_BY_OLD | FINER}
    if "request_extra" not in given:
        acts |= dict.fromkeys(FINER, False)
    if given & {"walk_away", "walk_away_threat"} and not acts["reject"]:
        del acts["reject"]  # who leaves refuses, which the older files needn't say
    if acts["alternative"] and not acts["justify"]:
        del acts["justify"]
    if acts["other"]:
        del acts["other"]  # it may be one of those that weren't told apart then
    return acts


def _nobodys(text: str) -> tuple[None, ...]:
    return (None,) * len(numbers_in(text, 0, len(text)))


def _owners(row: dict[str, Any]) -> tuple[str | None, ...]:
    text = row["text"]
    numbers = numbers_in(text, 0, len(text))
    owners: list[str | None] = [None] * len(numbers)
    at = 0
    for written, owner in row["nums"]:
        start = text.find(written, at)
        if start < 0 or owner not in OWNERS:
            continue
        at = start + len(written)
        for place, number in enumerate(numbers):
            if owners[place] is None and number.start < at and start < number.end:
                owners[place] = owner
                break
    return tuple(owners)


BESIDE = frozenset({"greet", "justify", "question", "apology", "eager", "rude", "sarcasm", "other"})
"""What a message may do beside anything else without changing it."""


def may_stand_beside(line: Line) -> bool:
    """Return whether a message can be joined to another: it is told whole, has no numbers and takes nothing back."""
    given = {label for label, holds in line.acts.items() if holds}
    return BARE in line.acts and not line.owners and given <= BESIDE and bool(line.text.strip())


def joined(line: Line, other: Line, dice: random.Random) -> Line:
    """Return two messages as one that does what both do."""
    texts = [_ended(line.text), _ended(other.text)]
    if dice.random() < 0.5:
        texts.reverse()
    acts = {label: holds or other.acts[label] for label, holds in line.acts.items()} | {BARE: False}
    acts["other"] = line.acts["other"] and other.acts["other"]
    return replace(line, text=" ".join(texts), acts=acts)


def _ended(text: str) -> str:
    text = text.strip()
    return text + "." if text[-1:].isalnum() else text


_WORD = re.compile(r"[A-Za-z]{4,}")
_ENDS = re.compile(r"(?<=[A-Za-z])[.,!?]+(?=\s|$)")


def varied(line: Line, dice: random.Random) -> Line:
    """Return a message as another hand may have typed it, or with less known of the talk."""
    text = line.text
    if dice.random() < 0.2:
        text = text.replace("'", "").replace("’", "")
    if dice.random() < 0.15:
        text = _ENDS.sub("", text)
    words = list(_WORD.finditer(text))
    if words and dice.random() < 0.25:
        word = dice.choice(words)
        text = text[: word.start()] + _mistyped(word[0], dice) + text[word.end() :]
    if len(numbers_in(text, 0, len(text))) != len(line.owners):
        text = line.text
    talk = line.talk
    if dice.random() < 0.1:
        talk = replace(talk, said="")
    if dice.random() < 0.08:
        talk = replace(talk, tag=None, ask=None, own=None)
    else:
        talk = replace(
            talk,
            tag=None if dice.random() < 0.06 else talk.tag,
            ask=None if dice.random() < 0.06 else talk.ask,
            own=None if dice.random() < 0.06 else talk.own,
        )
    return replace(line, text=text, talk=talk)


def _mistyped(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word) - 1)
    kind = dice.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at] + word[at:]
