"""The network of the second reader: three layers of a transformer, in NumPy.

The weights stand in weights.npz, whole numbers of eight bits with a scale for each row; `python -m training.encoder`
writes them. The layers are unpacked when they are loaded, the word pieces when they are read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.negotiation.reading.encoder.opinions import LABELS, Bar
from bot.negotiation.reading.encoder.pieces import Input, Pieces

FILE = "weights.npz"
HEADS = 12
_SMALLEST = np.float32(1e-12)

Array = NDArray[np.floating[Any]]


class Result(NamedTuple):
    """Probabilities of the acts (and of "bare"), those of the owners by token, and the token that speaks most for each
    label."""

    acts: list[float]
    owners: Mapping[int, list[float]]
    speaking: list[int | None]


class _Layer(NamedTuple):
    into: Array
    into_bias: Array
    out: Array
    out_bias: Array
    norm: Array  # two rows: what to multiply by and what to add
    up: Array
    up_bias: Array
    down: Array
    down_bias: Array
    last_norm: Array


class Layers:
    """The layers of a transformer encoder (Vaswani et al. 2017), as BERT has them."""

    def __init__(self, stored: Mapping[str, NDArray[Any]], count: int) -> None:
        self._layers = [
            _Layer(*(floats(stored, f"layers.{number}.{name}") for name in _Layer._fields)) for number in range(count)
        ]

    def through(self, x: Array) -> Array:
        """Return what comes out where `x`, one row for each token, goes in."""
        length, width = x.shape
        size = width // HEADS
        shrink = np.float32(size**-0.5)
        with np.errstate(over="ignore"):  # far below zero, 1 / (1 + e^x) is nothing
            for layer in self._layers:
                parts = (x @ layer.into + layer.into_bias).reshape(length, 3, HEADS, size).transpose(1, 2, 0, 3)
                weights = shares(np.matmul(parts[0], parts[1].transpose(0, 2, 1)) * shrink)
                mixed = np.matmul(weights, parts[2]).transpose(1, 0, 2).reshape(length, width)
                x = normed(x + mixed @ layer.out + layer.out_bias, layer.norm)
                wide = x @ layer.up + layer.up_bias
                wide /= 1 + np.exp(np.float32(-1.702) * wide)  # GELU by a sigmoid: Hendrycks & Gimpel 2016
                x = normed(x + wide @ layer.down + layer.down_bias, layer.last_norm)
        return x


class Network:
    """Raise nothing on any input of its own `pieces`; the same input gets the same result."""

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        facts = json.loads(bytes(stored["facts"]))
        self.pieces = Pieces(facts["vocabulary"])
        self.bars = {label: Bar(*facts["bars"][label]) for label in LABELS}
        self._pieces, self._piece_scales = stored["pieces"], stored["pieces.scales"]
        self._positions, self._segments = floats(stored, "positions"), floats(stored, "segments")
        self._setting, self._traits = floats(stored, "setting"), floats(stored, "traits")
        self._norm = floats(stored, "norm")
        self._layers = Layers(stored, facts["layers"])
        width = self._positions.shape[1]
        self._asks = np.ascontiguousarray((floats(stored, "asks") / np.float32(width**0.5)).T)
        self._speaks = np.ascontiguousarray(floats(stored, "speaks").T)
        self._whole, self._whole_bias = floats(stored, "whole"), floats(stored, "whole_bias")
        self._owners, self._owners_bias = floats(stored, "owners"), floats(stored, "owners_bias")
        self._trait_owners = floats(stored, "trait_owners")
        self._slopes, self._bases = floats(stored, "slopes"), floats(stored, "bases")

    @classmethod
    def shipped(cls) -> Network:
        with files(__package__ or "").joinpath(FILE).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return cls(stored)

    def forward(self, taken: Input) -> Result:
        logits, owners, contributions = self.raw(taken)
        speaking: list[int | None] = [None] * len(LABELS)
        if len(taken.tokens) > taken.begin + 1:
            speaking = [taken.begin + int(place) for place in contributions[: len(LABELS)].argmax(axis=1)]
        acts = 1 / (1 + np.exp(-np.clip(logits * self._slopes + self._bases, -30, 30)))
        of_numbers = {place: shares(row).tolist() for place, row in owners.items()}
        return Result(acts.tolist(), of_numbers, speaking)

    def raw(self, taken: Input) -> tuple[Array, Mapping[int, Array], Array]:
        """Return the logits of the acts, those of the owners by token, and what each token of the text adds to each."""
        x = self._layers.through(self._taken_in(taken))
        looked_at = np.concatenate((x[:1], x[taken.begin :]))
        weights = shares((looked_at @ self._asks).T)
        told = weights * (looked_at @ self._speaks).T
        logits = told.sum(axis=1) + x[0] @ self._whole + self._whole_bias
        owners = {
            place: x[place] @ self._owners
            + self._owners_bias
            + self._trait_owners[list(taken.tokens[place].traits)].sum(axis=0)
            for place in taken.places
            if place is not None
        }
        return logits, owners, told[:, 1:-1]

    def _taken_in(self, taken: Input) -> Array:
        places = [token.piece for token in taken.tokens]
        x = self._pieces[places] * self._piece_scales[places]
        x += self._positions[: len(places)] + self._setting[list(taken.setting)].sum(axis=0)
        x[: taken.begin] += self._segments[0]
        x[taken.begin :] += self._segments[1]
        for place, token in enumerate(taken.tokens):
            if token.traits:
                x[place] += self._traits[list(token.traits)].sum(axis=0)
        return normed(x, self._norm)


def floats(stored: Mapping[str, NDArray[Any]], name: str) -> Array:
    """Return stored values as they are reckoned with."""
    values = stored[name].astype(np.float32)
    return values * stored[f"{name}.scales"] if f"{name}.scales" in stored else values


def shares(scores: Array) -> Array:
    """Return the softmax of each row."""
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return shares / shares.sum(axis=-1, keepdims=True)


def normed(x: Array, norm: Array) -> Array:
    """Return each row with mean 0 and variance 1, then scaled and moved (layer normalization: Ba et al. 2016)."""
    x = x - x.mean(axis=-1, keepdims=True)
    return x / np.sqrt((x * x).mean(axis=-1, keepdims=True) + _SMALLEST) * norm[0] + norm[1]
