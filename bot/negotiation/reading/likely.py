"""What a message is likely to do beside what the rules heard in it.

Rules know what was thought of when they were written. What they miss is put in other words, and of those a small model
has learned some: for each label a logistic regression over groups of words and the labels that the rules gave. Its
weights stand in likely.txt, to be read and doubted; `python -m training.train` writes them, from messages that were
written for it (training/messages) and never from anybody else's. A label is only added, and only above a bar that was
set where a wrong one weighs about three times as much as a missed one; what binds is asked back in any case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from importlib.resources import files
from math import exp
from typing import NamedTuple

from bot.negotiation.moves import (
    Accept,
    BeCourteous,
    CiteAlternative,
    GiveReason,
    HoldFirm,
    Move,
    RequestConcession,
    Threaten,
    WalkAway,
)
from bot.negotiation.reading.said import Said
from bot.negotiation.scenario import Side

FILE = "likely.txt"
MEANS: Mapping[str, Move] = {
    "accept": Accept(),
    "walk_away": WalkAway(),
    "reject": HoldFirm(),
    "walk_away_threat": Threaten(),
    "alternative": CiteAlternative(),
    "justify": GiveReason(),
    "request_extra": RequestConcession(),
    "greet": BeCourteous(),
}
"""The move that a label comes to where the words for it are not known; "other" is none."""

_NOT_BESIDE: Mapping[str, frozenset[str]] = {
    "walk_away": frozenset({"offer", "request_extra", "question"}),  # who does this in the same breath hardly leaves
    "request_extra": frozenset({"question"}),  # to ask about a thing is not to ask for it
    "reject": frozenset({"offer", "accept", "walk_away"}),
}
_NOWHERE: tuple[float, int] = (0.0, 1)  # a weight, and where it stands
_STOPS = frozenset(".,?!")
_LENGTHS = ((2, "1-2"), (5, "3-5"), (12, "6-12"))


class Likely(NamedTuple):
    label: str
    sure: float
    place: int  # of the word in `Said.words` where what speaks for it most begins


class _Label(NamedTuple):
    base: float
    bar: float  # the probability from which on it is added


def likely(said: Said, side: Side, by_rules: Set[str], *, in_doubt: bool) -> list[Likely]:
    """The labels that the rules did not give and the model does. `in_doubt` is whether the rules ask something back."""
    sums = {name: label.base for name, label in _LABELS.items()}
    best = dict.fromkeys(_LABELS, _NOWHERE)
    for sign, place in signs(said.words, side, by_rules, in_doubt=in_doubt):
        for name, weight in _WEIGHTS.get(sign, ()):
            sums[name] += weight
            if place is not None and weight > best[name][0]:
                best[name] = (weight, place)
    found = [Likely(name, _probability(total), best[name][1]) for name, total in sums.items()]
    return [each for each in found if each.sure > _LABELS[each.label].bar and _is_new(each.label, by_rules)]


def _probability(log_odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def _is_new(label: str, by_rules: Set[str]) -> bool:
    return label not in by_rules and _NOT_BESIDE.get(label, frozenset()).isdisjoint(by_rules)


def signs(words: list[str], side: Side, by_rules: Set[str], *, in_doubt: bool) -> Iterator[tuple[str, int | None]]:
    """What the model goes by, each sign once, with the place of its first word (None where it is none of words)."""
    seen: set[str] = set()
    for sign, place in _all_signs(words, side, by_rules, in_doubt=in_doubt):
        if sign not in seen:
            seen.add(sign)
            yield sign, place


def _all_signs(words: list[str], side: Side, by_rules: Set[str], *, in_doubt: bool) -> Iterator[tuple[str, int | None]]:
    last = len(words) - (words[-1:] == [""])
    for at in range(last):
        word = words[at]
        if word not in (".", ","):
            yield word, at
        if at + 1 < last:
            pair = f"{word} {words[at + 1]}"
            yield pair, at
            if at + 2 < last:
                yield f"{pair} {words[at + 2]}", at
                if word not in (".", ","):
                    yield f"{word} _ {words[at + 2]}", at
    count = sum(word not in _STOPS for word in words[:last])
    yield "length:" + next((name for most, name in _LENGTHS if count <= most), "13+"), None
    yield f"side:{side}", None
    for label in sorted(by_rules):
        yield f"rule:{label}", None
    if in_doubt:
        yield "rule:doubt", None
    if not by_rules - {"other"}:
        yield "rule:nothing", None


def _read(text: str) -> tuple[dict[str, _Label], dict[str, tuple[tuple[str, float], ...]]]:
    """The labels and the weights of likely.txt: `label NAME base NUMBER bar NUMBER`, then signs and their weights."""
    labels: dict[str, _Label] = {}
    weights: dict[str, tuple[tuple[str, float], ...]] = {}
    for line in text.splitlines():
        sign, _, numbers = line.partition("\t")
        if numbers:
            pairs = (each.rpartition(":") for each in numbers.split())
            weights[sign] = tuple((name, float(number)) for name, _, number in pairs)
        elif line.startswith("label "):
            _, name, _, base, _, bar = line.split()
            labels[name] = _Label(float(base), float(bar))
    return labels, weights


_LABELS, _WEIGHTS = _read(files(__package__ or "").joinpath(FILE).read_text("utf-8"))
