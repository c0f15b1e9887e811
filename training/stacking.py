"""`python -m training.stacking FOLDER ...` weighs the two readers' opinions against each other, label by label.

For each label a logistic regression over two values: the log odds that the second reader gives it, and whether the
rules give it. It learns from messages that the second reader was not trained on (the last tenth of each file, or the
whole of the files named with --unseen) and writes bot/negotiation/reading/agreement.json: the two weights, the base,
and the bar with the best F1. Needs `pip install .[training]`.
"""

from __future__ import annotations

import argparse
import json
import sys
from math import log
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve

from bot.negotiation.reading.agreement import FILE, PRICE, STACKED, log_odds, stacked
from bot.negotiation.reading.amounts import prices
from bot.negotiation.reading.encoder import opinion
from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.hearing import said_of
from bot.negotiation.reading.offers import owners_of, price_evidence
from bot.negotiation.reading.rules import rule_opinion
from training.lines import Line, lines

TARGET = Path(__file__).parents[1] / "bot/negotiation/reading" / FILE
FEW = 12  # with fewer messages of a label its weights are shared ones
SHARED = (1.0, 1.2, -0.6)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument(
        "--unseen", nargs="*", default=[], help="beginnings of names of files that are wholly unseen"
    )
    given = arguments.parse_args()
    learned, held_out = lines(given.folders)
    unseen = held_out + [line for line in learned if line.file.startswith(tuple(given.unseen or ["-"]))]
    print(f"{len(unseen)} messages")  # noqa: T201
    rows = [(line, *_opinions(line)) for line in unseen]
    weights: dict[str, list[float]] = {}
    for label in STACKED:
        known = [(line.acts[label], odds[label], label in acts) for line, odds, acts in rows if label in line.acts]
        right = np.array([r for r, _, _ in known])
        values = np.array([[o, float(h)] for _, o, h in known])
        if right.sum() < FEW:
            by_second, by_rules, base = SHARED
        else:
            model = LogisticRegression(C=1.0).fit(values, right)
            (by_second, by_rules), base = model.coef_[0], model.intercept_[0]
        chances = 1 / (1 + np.exp(-(values @ np.array([by_second, by_rules]) + base)))
        precision, recall, bars = precision_recall_curve(right, chances)
        f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
        best = int(np.argmax(f1[:-1])) if right.any() else 0
        bar = float(np.clip(bars[best], 0.3, 0.65))
        weights[label] = [round(float(v), 3) for v in (by_second, by_rules, base, bar)]
        alone = _f1(right, np.array([h for _, _, h in known]))
        second = max(_f1(right, values[:, 0] > log(b / (1 - b))) for b in (0.2, 0.3, 0.4, 0.5, 0.6))
        print(  # noqa: T201
            f"{label:18} {int(right.sum()):4}  rules {alone:5.1f}  second {second:5.1f}  both {100 * f1[best]:5.1f}"
            f"  (at the bar {_f1(right, chances >= bar):5.1f})  {weights[label]}"
        )
    weights[PRICE] = _price_weights(unseen)
    TARGET.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    return 0


def _price_weights(unseen: list[Line]) -> list[float]:
    """Return what speaks for a price that the rules found, where it is known what was meant."""
    values: list[list[float]] = []
    right: list[bool] = []
    for line in unseen:
        if not line.told:
            continue
        known = _known(line)
        said = said_of(line.text, known)
        found = prices(said, known)
        if found.proposed is None:
            continue
        opinion_of = opinion(line.text, line.talk)
        _, heard = _opinions(line)
        offers = stacked("offer", opinion_of.acts["offer"], "offer" in heard)
        values.append(list(price_evidence(said, known, found.proposed, owners_of(said, opinion_of), offers).values))
        right.append(line.amount is not None and abs(line.amount * 100 - found.proposed.amount) <= 2)
    model = LogisticRegression(C=1.0).fit(np.array(values), np.array(right))
    chances = model.predict_proba(np.array(values))[:, 1]
    print(f"prices: {len(right)}, {_f1(np.array(right), chances >= 0.5):.1f}")  # noqa: T201
    return [round(float(v), 3) for v in (*model.coef_[0], model.intercept_[0])]


def _known(line: Line) -> Known:
    talk = line.talk
    tag, ask, own = (None if amount is None else round(amount * 100) for amount in (talk.tag, talk.ask, talk.own))
    return Known(talk.side, tag, ask=ask, mine=own, place=talk.place, said=talk.said)


def _opinions(line: Line) -> tuple[dict[str, float], frozenset[str]]:
    known = _known(line)
    found = opinion(line.text, line.talk)
    odds = {label: log_odds(chance) for label, chance in found.acts.items()}
    return odds, rule_opinion(said_of(line.text, known), known).acts


def _f1(right: np.ndarray, heard: np.ndarray) -> float:
    both = float((right & heard).sum())
    return 200 * both / max(1.0, float(right.sum() + heard.sum()))


if __name__ == "__main__":
    sys.exit(main())
