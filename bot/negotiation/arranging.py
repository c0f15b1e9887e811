"""Which line of a pool is said, and how the lines of several pools are put together: by seed and turn alone, save that
what was said longest ago goes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from hashlib import blake2b
from itertools import permutations, product
from typing import NamedTuple

from bot.negotiation.voice import filled, pieces, placeholders


class Clause(NamedTuple):
    """A pool of lines and what they may have filled in; lines that want more than that are left aside."""

    lines: tuple[str, ...]
    values: Mapping[str, str]


def in_order(clause: Clause, seed: int, turn: int, said: Sequence[str], begun: Set[str]) -> list[str]:
    """The lines of a clause, filled in, the one to be said first.

    Lines that were said longest ago (or never) come first; among those, the ones that don't begin like the clauses
    before them; and among those, it is as the seed has it.
    """
    usable = [
        (line, filled(line, clause.values)) for line in clause.lines if placeholders(line) <= clause.values.keys()
    ]
    usable.sort(key=lambda u: (last_said(u[0], said), first_word(u[1]) in begun, rank(seed, turn, u[0])))
    return [text for _, text in usable]


@lru_cache(maxsize=4096)
def first_word(text: str) -> str:
    """What `text` begins with, up to the first apostrophe: "that" for "That's fair."."""
    return text.split()[0].split("'")[0].strip('*"“.,!?…:').casefold()


def last_said(line: str, said: Sequence[str]) -> int:
    """The number of the last reply that `line` was part of, whatever was filled in then; -1 for none."""
    texts = [text for text, _ in pieces(line)]
    for number in range(len(said) - 1, -1, -1):
        if all(text in said[number] for text in texts):
            return number
    return -1


def rank(seed: int, turn: int, about: str) -> int:
    """A number that looks drawn at random and is the same on every machine."""
    return int.from_bytes(blake2b(f"{seed}/{turn}/{about}".encode(), digest_size=6).digest(), "big")


def arrangements(pools: Sequence[list[str]]) -> Iterator[str]:
    """Every way to put a reply together: one line of each pool, then two of the last pool, then three, and so on."""
    *leading, main = pools
    for size in range(1, len(main) + 1):
        for ends in permutations(main, size):
            for starts in product(*leading):
                yield " ".join((*starts, *ends))
