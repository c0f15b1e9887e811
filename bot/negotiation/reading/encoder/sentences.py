"""What a sentence means, as a vector: two that ask the same thing lie near each other, whatever their words.

The network is all-MiniLM-L6-v2 (Reimers & Gurevych 2019; Wang et al. 2020), as it was trained by its authors, in eight
bits and with fewer word pieces; numbers are one piece. `python -m training.sentences` writes its weights, and the
vectors of all questions that are shipped, so that a start has none of them to work out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.negotiation.reading.encoder.network import Array, Layers, floats, normed
from bot.negotiation.reading.encoder.pieces import Pieces

WEIGHTS, SHIPPED = "sentences.npz", "questions.npz"
WIDTH = 384
LONGEST = 48  # pieces of a sentence that are read
REMEMBERED = 8192  # vectors of 1.5 kB


class Sentences:
    """Turns sentences into vectors of WIDTH values and length 1."""

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        facts = json.loads(bytes(stored["facts"]))
        self.pieces = Pieces(facts["vocabulary"])
        self._layers = Layers(stored, facts["layers"])
        self._pieces, self._scales = stored["pieces"], stored["pieces.scales"]
        self._places, self._norm = floats(stored, "positions"), floats(stored, "norm")

    @classmethod
    def shipped(cls) -> Sentences:
        with files(__package__ or "").joinpath(WEIGHTS).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return cls(stored)

    def vector(self, sentence: str) -> Array:
        """Return the mean of what comes out for each token, with length 1."""
        tokens = self.pieces.sentence(sentence, LONGEST)
        x = self._pieces[tokens] * self._scales[tokens] + self._places[: len(tokens)]
        mean = self._layers.through(normed(x, self._norm)).mean(axis=0)
        return mean / np.linalg.norm(mean)


def vector(sentence: str) -> Array:
    """Return the vector of a sentence, WIDTH values of length 1: as it was shipped, else worked out. The first call
    loads the network or the shipped vectors; another takes about 5 ms, or nothing where it was asked for lately."""
    return _vector(" ".join(sentence.split()))


def vectors(sentences: Sequence[str]) -> Array:
    """Return the vectors of some sentences, a row each."""
    return np.stack([vector(sentence) for sentence in sentences])


@lru_cache(maxsize=REMEMBERED)
def _vector(sentence: str) -> Array:
    known = _shipped().get(key(sentence))
    if known is None:
        return _network().vector(sentence)
    values = known.astype(np.float32)
    return values / np.linalg.norm(values)


def key(sentence: str) -> int:
    """Return what a sentence is found by among the shipped ones."""
    return int.from_bytes(hashlib.sha256(sentence.encode("utf-8", "surrogatepass")).digest()[:8], "big", signed=True)


@lru_cache(maxsize=1)
def _network() -> Sentences:
    return Sentences.shipped()


@lru_cache(maxsize=1)
def _shipped() -> Mapping[int, NDArray[np.int8]]:
    with files(__package__ or "").joinpath(SHIPPED).open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))
