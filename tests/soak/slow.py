"""Looks for messages that take long, by climbing: a fragment of a few words is repeated up to a length, and changed a
word at a time as long as that makes it slower."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.soak.messages import BETWEEN, ODD

SHORT, LONG = 1000, 4000  # characters
PATIENCE = 12  # changes in a row that make it no slower, before another fragment is begun

Cost = Callable[[str], float]


class Slow(NamedTuple):
    """What a fragment costs when it is repeated, in whatever `cost` measures."""

    fragment: str
    short: float
    long: float

    @property
    def ratio(self) -> float:
        """How many times as much the long text costs: 4 where the work grows with the length."""
        return self.long / self.short if self.short else 0.0

    def __str__(self) -> str:
        return f"{1000 * self.short:7.1f} ms {1000 * self.long:8.1f} ms, {self.ratio:5.1f} times: {self.fragment!r}"


class _Fragment(NamedTuple):
    words: tuple[str, ...]
    between: str

    @property
    def text(self) -> str:
        return self.between.join(self.words) + self.between


def search(cost: Cost, words: Sequence[str], rnd: random.Random, tries: int) -> list[Slow]:
    """The slowest fragments that were found in so many tries, the worst first, each from a climb of its own."""
    found: list[Slow] = []
    while tries > 0:
        here = _Fragment(tuple(rnd.choice((*words, *ODD)) for _ in range(rnd.randint(1, 3))), rnd.choice(BETWEEN))
        most, left = cost(repeated(here.text, LONG)), PATIENCE
        tries -= 1
        while left > 0 and tries > 0:
            other = _changed(here, words, rnd)
            costs = cost(repeated(other.text, LONG))
            tries -= 1
            left -= 1
            if costs >= most:
                here, left = other, left if costs == most else PATIENCE
                most = costs
        found.append(Slow(here.text, cost(repeated(here.text, SHORT)), most))
    return sorted(found, key=lambda slow: slow.long, reverse=True)


def repeated(fragment: str, length: int) -> str:
    return (fragment * (length // max(1, len(fragment)) + 1))[:length]


def _changed(fragment: _Fragment, words: Sequence[str], rnd: random.Random) -> _Fragment:
    row = list(fragment.words)
    match rnd.randrange(5):
        case 0:
            return _Fragment(fragment.words, rnd.choice(BETWEEN))
        case 1 if len(row) > 1:
            del row[rnd.randrange(len(row))]
        case 2:
            row[rnd.randrange(len(row))] = rnd.choice((*words, *ODD))
        case 3:
            row.insert(rnd.randrange(len(row) + 1), rnd.choice(ODD))
        case _:
            row.insert(rnd.randrange(len(row) + 1), rnd.choice(words))
    return _Fragment(tuple(row), fragment.between)
