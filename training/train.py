"""`python -m training.train` learns the weights of bot/negotiation/reading/likely.txt. Needs `pip install .[training]`.

The messages in training/messages were written for this, in the words of many kinds of people, and labelled by whoever
wrote them; the rules had read none of them. Those of the tests are learned from too, without what the rules say of
them: the rules were made to read those. Nothing that real people wrote to each other is learned from.

A fifth at a time is kept apart to tell, for each label, how many of those that are added are right.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bot.negotiation.reading import Known, read
from bot.negotiation.reading.hearing import said_of
from bot.negotiation.reading.likely import FILE, signs
from bot.negotiation.scenario import Side
from bot.terminal.read_command import known_of
from tests.negotiation.reading.labelled_lines import labelled

MESSAGES = Path(__file__).parent / "messages"
TARGET = Path(__file__).parents[1] / "bot/negotiation/reading" / FILE
OF_TESTS = ("tuned", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
BARS = {
    "accept": 0.85,  # to be asked for nothing is a nuisance
    "reject": 0.90,
    "request_extra": 0.86,
    "justify": 0.86,
    "greet": 0.93,
    "alternative": 0.94,
    "other": 0.98,
    "walk_away": 0.95,  # a false exit costs most
    "walk_away_threat": 0.90,
}
"""From which probability on a label is added: high where a wrong one costs a learner something."""

STRENGTH = 2.0  # of the data against few and small weights
FOLDS, TALK = 5, 10  # lines that stand together are kept together
OF_A_TEST = 0.5  # what a message of the tests weighs


class Example(NamedTuple):
    signs: dict[str, float]
    labels: frozenset[str]
    open: frozenset[str]  # labels that are arguable here
    by_rules: frozenset[str]
    weight: float


def main() -> int:
    written, of_tests = list(_written()), list(_of_tests())
    print(f"{len(written)} messages, and {len(of_tests)} of the tests")  # noqa: T201
    kept_apart: dict[int, dict[str, float]] = {}
    for fold in range(FOLDS):
        out = [number for number in range(len(written)) if number // TALK % FOLDS == fold]
        rest = [written[number] for number in range(len(written)) if number // TALK % FOLDS != fold]
        model = Model(rest + of_tests)
        kept_apart |= zip(out, model.probabilities([written[number] for number in out]), strict=True)
    for label in BARS:
        added, right = _added(label, written, kept_apart)
        print(f"{label:17} {right} of {added} that were added on messages kept apart are right")  # noqa: T201
    TARGET.write_text(Model(written + of_tests).text(), "utf-8")
    return 0


def _written() -> Iterator[Example]:
    for file in sorted(MESSAGES.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            context = [{"role": _other(row["role"]), "text": row["prev"]}] if row.get("prev") else []
            known = known_of({"role": row["role"], "context": context})
            labels = frozenset(row["acts"]) | frozenset(row.get("walk", ()))
            yield _example(row["text"], known, labels, _arguable(labels), knows_rules=True)


def _of_tests() -> Iterator[Example]:
    for name in OF_TESTS:
        for line in labelled(name):
            yield _example(line.text, line.known, line.labels, line.optional, knows_rules=False)


def _example(
    text: str, known: Known, labels: frozenset[str], arguable: frozenset[str], *, knows_rules: bool
) -> Example:
    by_rules = read(text, known, rules_alone=True)
    found = signs(said_of(text, known).words, known.side, by_rules.acts, in_doubt=by_rules.doubt is not None)
    kept = {sign: 1.0 for sign, _ in found if knows_rules or not sign.startswith("rule:")}
    return Example(kept, labels, arguable, by_rules.acts, 1.0 if knows_rules else OF_A_TEST)


def _arguable(labels: frozenset[str]) -> frozenset[str]:
    """Who leaves or threatens refuses too; who names another way gives a reason."""
    arguable = {"reject", "other"} if labels & {"walk_away", "walk_away_threat"} else set[str]()
    if "alternative" in labels:
        arguable |= {"justify"}
    return frozenset(arguable) - labels


def _other(role: str) -> str:
    return "seller" if role == Side.BUYER else "buyer"


class Model:
    """One regression for each label, with few weights (L1)."""

    def __init__(self, examples: Sequence[Example]) -> None:
        often = Counter(sign for example in examples for sign in example.signs)
        self._vectors: Any = DictVectorizer()
        known = [{sign: 1.0 for sign in example.signs if often[sign] > 1} for example in examples]
        all_signs = self._vectors.fit_transform(known)
        self._of: dict[str, Any] = {}
        for label in BARS:
            rows = [number for number, example in enumerate(examples) if label not in example.open]
            right = np.array([label in examples[number].labels for number in rows])
            weights = np.array([examples[number].weight for number in rows])
            made: Any = LogisticRegression(C=STRENGTH, l1_ratio=1.0, solver="liblinear", max_iter=500, random_state=0)
            self._of[label] = made.fit(all_signs[rows], right, sample_weight=weights)

    def probabilities(self, examples: Sequence[Example]) -> list[dict[str, float]]:
        found = self._vectors.transform([example.signs for example in examples])
        columns = {label: model.predict_proba(found)[:, 1] for label, model in self._of.items()}
        return [{label: float(columns[label][row]) for label in BARS} for row in range(len(examples))]

    def text(self) -> str:
        """likely.txt, the same on every machine up to the last digit of a weight."""
        lines = ["Written by training/train.py. What speaks for a label, and against it: log odds, added up.", ""]
        lines += [f"label {label} base {self._of[label].intercept_[0]:.2f} bar {BARS[label]:.2f}" for label in BARS]
        lines.append("")
        for column, sign in enumerate(self._vectors.get_feature_names_out()):
            weights = [(label, round(float(self._of[label].coef_[0][column]), 2)) for label in BARS]
            told = " ".join(f"{label}:{weight}" for label, weight in weights if weight)
            if told:
                lines.append(f"{sign}\t{told}")
        return "\n".join(lines) + "\n"


def _added(label: str, examples: Sequence[Example], found: dict[int, dict[str, float]]) -> tuple[int, int]:
    """How many are labelled by the model alone, and how many of them rightly. What is arguable does not count."""
    given = [n for n in found if label not in examples[n].by_rules | examples[n].open and found[n][label] > BARS[label]]
    return len(given), sum(label in examples[n].labels for n in given)


if __name__ == "__main__":
    sys.exit(main())
