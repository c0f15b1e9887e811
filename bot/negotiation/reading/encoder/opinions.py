"""What the network makes of a message, in plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.negotiation.reading.encoder.pieces import Talk

if TYPE_CHECKING:
    from bot.negotiation.reading.encoder.network import Network

LABELS: tuple[str, ...] = (
    "offer", "accept", "reject", "walk_away", "walk_away_threat", "come_back", "let_go", "alternative", "justify",
    "request_extra", "extra", "strike", "better", "question", "concede", "greet", "stall", "eager", "rude", "sarcasm",
    "apology", "sum_up", "correct", "coach", "other",
)  # fmt: skip
OWNERS: tuple[str, ...] = (
    "mine", "theirs", "mine_before", "tag", "alternative", "market", "difference", "part", "time", "count", "other",
)  # fmt: skip
BARE = "bare"
OUTPUTS: tuple[str, ...] = (*LABELS, BARE)
REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class OwnedNumber:
    """A number of the text, and how likely it is whose."""

    start: int
    end: int
    value: float
    owners: Mapping[str, float]

    @property
    def owner(self) -> str:
        return max(OWNERS, key=lambda owner: self.owners[owner])


@dataclass(frozen=True, slots=True)
class Bar:
    """From which probability on a label is given: for the best balance of misses and false alarms, and for nine in ten
    to be right."""

    best: float
    sure: float


@dataclass(frozen=True, slots=True)
class Opinion:
    """How likely a message does each act, by which word, and whose its numbers are."""

    acts: Mapping[str, float]
    bare: float  # that it says yes, or leaves, and nothing else of substance
    words: Mapping[str, tuple[int, int] | None]
    numbers: tuple[OwnedNumber, ...]
    bars: Mapping[str, Bar]

    def says(self, label: str) -> bool:
        return self.acts[label] >= self.bars[label].best

    def is_sure_of(self, label: str) -> bool:
        return self.acts[label] >= self.bars[label].sure


@lru_cache(maxsize=REMEMBERED)
def opinion(text: str, talk: Talk) -> Opinion:
    """Return what the second reader makes of a message. The first call loads it."""
    network = _network()
    taken = network.pieces.input(text, talk)
    result = network.forward(taken)
    probabilities: dict[str, float] = dict(zip(OUTPUTS, result.acts, strict=True))
    words = {
        label: (taken.tokens[place].start, taken.tokens[place].end) if place is not None else None
        for label, place in zip(LABELS, result.speaking, strict=False)
    }
    even = dict.fromkeys(OWNERS, 1 / len(OWNERS))
    numbers = tuple(
        OwnedNumber(
            number.start,
            number.end,
            number.value,
            even if place is None else dict(zip(OWNERS, result.owners[place], strict=True)),
        )
        for number, place in zip(taken.numbers, taken.places, strict=True)
    )
    acts = {label: probabilities[label] for label in LABELS}
    return Opinion(acts, probabilities[BARE], words, numbers, network.bars)


@lru_cache(maxsize=1)
def _network() -> Network:
    from bot.negotiation.reading.encoder.network import Network

    return Network.shipped()
