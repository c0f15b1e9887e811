"""From a loss of surplus share to a grade, and from grades to an accuracy.

Grades follow Chess.com's expected-points cut-offs; accuracies are Lichess's formulas (lichess.org/page/accuracy, and
`AccuracyPercent` in its source), with the surplus share in place of the chance to win.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from math import exp
from statistics import fmean, pstdev

EXACT = 0.002  # a loss of surplus share below this is none: of plays that differ by less, the plainer is the better


class Grade(StrEnum):
    """How good a move was; the best first."""

    BEST = "best"
    EXCELLENT = "excellent"
    GOOD = "good"
    INACCURACY = "inaccuracy"
    MISTAKE = "mistake"
    BLUNDER = "blunder"

    @property
    def is_costly(self) -> bool:
        """Whether it is worth a word on what would have been better."""
        return self in (Grade.INACCURACY, Grade.MISTAKE, Grade.BLUNDER)


_UP_TO = (
    (EXACT, Grade.BEST),
    (0.02, Grade.EXCELLENT),
    (0.05, Grade.GOOD),
    (0.10, Grade.INACCURACY),
    (0.20, Grade.MISTAKE),
)


def grade(loss: float) -> Grade:
    """The grade of a move that lost `loss` of the surplus share (never negative)."""
    for most, name in _UP_TO:
        if loss <= most:
            return name
    return Grade.BLUNDER


def accuracy(loss: float) -> float:
    """The accuracy (0..100) of a move that lost `loss` of the surplus share: 100 for none."""
    if loss <= EXACT:
        return 100.0
    return max(0.0, min(100.0, 103.1668 * exp(-0.04354 * 100 * loss) - 3.1669))


def session_accuracy(values: Sequence[float], losses: Sequence[float]) -> float | None:
    """The accuracy (0..100) of a whole session, or None where no move counted.

    `values` are the expected surplus shares before each move that counted and after the last one, so one more than
    there are `losses`. The mean of the moves' mean weighted by how much was at stake around them, and of their
    harmonic mean, which one bad move pulls down.
    """
    if not losses:
        return None
    if len(values) != len(losses) + 1:
        raise ValueError("one value more than losses is needed")
    accuracies = [accuracy(loss) for loss in losses]
    weights = _volatilities(values)
    weighted = sum(a * w for a, w in zip(accuracies, weights, strict=True)) / sum(weights)
    harmonic = len(accuracies) / sum(1 / max(1.0, a) for a in accuracies)
    return fmean((weighted, harmonic))


def _volatilities(values: Sequence[float]) -> list[float]:
    """For each move the spread of the values around it, in percent of the surplus, kept within 0.5 and 12."""
    moves = len(values) - 1
    size = min(max(len(values) // 10, 2), 8, len(values))
    windows = [values[:size]] * (size - 2) + [values[at : at + size] for at in range(len(values) - size + 1)]
    return [min(12.0, max(0.5, 100 * pstdev(window))) for window in windows[:moves]]
