"""Messages of our own with their labels, and how many of them a reader gets right: the files in labelled/.

A group says who speaks and what is known before the message ("seller, list 450, mine 450, ask 350"). Beside each
message stand its labels, "~" before those that may be there or not, and the price it puts on the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.negotiation.reading import Known, read
from bot.negotiation.scenario import Side

FOLDER = Path(__file__).parent / "labelled"
LABELS = (
    "offer",
    "accept",
    "reject",
    "request_extra",
    "question",
    "justify",
    "concede",
    "greet",
    "alternative",
    "other",
    "walk_away",
    "walk_away_threat",
)
PER_MAJOR = 100


@dataclass(frozen=True)
class Labelled:
    text: str
    known: Known
    labels: frozenset[str]
    optional: frozenset[str]
    amounts: frozenset[int | None]  # each of them is right


@dataclass(frozen=True)
class Score:
    """What a reader makes of a table: shares from 0 to 1."""

    amounts: float
    f1: dict[str, float]
    misses: tuple[str, ...]

    @property
    def macro_f1(self) -> float:
        return sum(self.f1.values()) / len(self.f1)


def labelled(name: str) -> Iterator[Labelled]:
    """The messages of one file."""
    for group, messages in yaml.safe_load((FOLDER / f"{name}.yaml").read_text()).items():
        known = _known_in(group)
        for text, row in messages.items():
            names, _, price = row.partition("=")
            labels = {label.strip() for label in names.split(",")} - {""}
            optional = {label[1:] for label in labels if label.startswith("~")}
            amount = round(float(price.strip(" ~")) * PER_MAJOR) if price else None
            amounts = frozenset({amount, None} if "~" in price or "offer" in optional else {amount})
            yield Labelled(
                text, known, frozenset(labels - {f"~{one}" for one in optional}), frozenset(optional), amounts
            )


def _known_in(group: str) -> Known:
    side, *parts = group.split(", ")
    known = {name: None if value == "none" else int(value) * PER_MAJOR for name, value in map(str.split, parts)}
    role = Side.SELLER if side == "seller" else Side.BUYER
    return Known(role, known.get("list"), ask=known.get("ask"), mine=known.get("mine"), per_major=PER_MAJOR)


def score(lines: list[Labelled]) -> Score:
    """Reads every line; a label that may be there or not counts neither way."""
    hits = {label: [0, 0, 0] for label in LABELS}  # rightly there, wrongly there, missing
    right = 0
    misses: list[str] = []
    for line in lines:
        reading = read(line.text, line.known)
        wrong = sorted((line.labels ^ reading.acts) & set(LABELS) - line.optional)
        right += reading.amount in line.amounts
        if wrong or reading.amount not in line.amounts:
            misses.append(f"{wrong} {line.text!r} heard {sorted(reading.acts)}, {reading.amount}")
        for label in set(LABELS) - line.optional:
            kind = 0 if label in line.labels & reading.acts else 1 if label in reading.acts else 2
            if label in line.labels | reading.acts:
                hits[label][kind] += 1
    f1 = {label: 2 * a / (2 * a + b + c) if a else 0.0 for label, (a, b, c) in hits.items()}
    return Score(right / len(lines), f1, tuple(misses))
