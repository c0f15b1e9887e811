"""Reads as many messages as are asked for, and says which could not be read and which took longest."""

from __future__ import annotations

import random
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from itertools import chain, islice

from bot.negotiation.reading import Known, Reading
from tests.soak.messages import cut_off, made

Read = Callable[[str, Known], Reading]
SHOWN = 10


@dataclass
class Outcome:
    """`failed` counts by the kind of an error and its place, with the shortest message for each."""

    read: int = 0
    seconds: float = 0.0
    failed: dict[str, tuple[int, str]] = field(default_factory=dict[str, tuple[int, str]])
    slowest: list[tuple[float, str]] = field(default_factory=list[tuple[float, str]])  # a heap

    def note(self, text: str, seconds: float) -> None:
        self.read += 1
        self.seconds += seconds
        (heappush if len(self.slowest) < SHOWN else heappushpop)(self.slowest, (seconds, text))

    def note_failure(self, text: str, error: Exception) -> None:
        at = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} in {at.name} ({at.filename.rpartition('/')[2]}:{at.lineno})"
        before, shortest = self.failed.get(place, (0, text))
        self.failed[place] = before + 1, min(shortest, text, key=len)

    def __str__(self) -> str:
        told = [f"{self.read} messages read, {sum(count for count, _ in self.failed.values())} of them with an error"]
        told += [f"  {count} times {place}, for example {text!r}" for place, (count, text) in self.failed.items()]
        told += [f"{1000 * self.seconds / max(1, self.read):.2f} ms each; the slowest:"]
        told += [f"  {1000 * seconds:.1f} ms: {text[:100]!r}" for seconds, text in sorted(self.slowest, reverse=True)]
        return "\n".join(told)


def read_all(read: Read, messages: int, seed: int, *, cut: int | None = None) -> Outcome:
    """Reads `messages`: first the project's own, cut off at each word (only so many of them, spread over all, where
    `cut` is given), then made ones."""
    outcome = Outcome()
    for text, known in islice(_all(random.Random(seed), cut), messages):
        began = time.thread_time()
        try:
            read(text, known)
        except Exception as error:  # whatever it is: that is what is looked for
            outcome.note_failure(text, error)
        outcome.note(text, time.thread_time() - began)
    return outcome


def _all(rnd: random.Random, cut: int | None) -> Iterator[tuple[str, Known]]:
    own = cut_off()
    if cut is not None:
        every = list(own)
        own = iter(rnd.sample(every, min(cut, len(every))))
    return chain(own, made(rnd))
