"""Learners and scenarios on one scale of strength, with how sure it is (Weng & Lin 2011, by the library `openskill`).

A session is a match of the learner against the scenario. It is not won or lost but scored: by the share that the
learner's decisions kept of what best play could expect (`score`). Luck has no part in it: who decides well against
a counterpart that needs nothing loses no rating, and who is given a bargain for nothing wins none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt

from openskill.models import BradleyTerryFull

_MODEL = BradleyTerryFull()

WIDEST_COMPARED = 0.6 * _MODEL.sigma  # spread of a rating that may stand on a leaderboard
START = 1500
POINTS = 40  # on the scale that is shown, for one of the model's


@dataclass(frozen=True, slots=True)
class Rating:
    """`mean` and `spread` on the model's own scale; two times out of three the truth lies within one spread."""

    mean: float = _MODEL.mu
    spread: float = _MODEL.sigma

    @property
    def points(self) -> int:
        """As it is shown: a beginner's is about 1500."""
        return round(START + (self.mean - _MODEL.mu) * POINTS)

    @property
    def within(self) -> int:
        """How many points it may be off, either way."""
        return round(self.spread * POINTS)

    @property
    def is_provisional(self) -> bool:
        """Whether too little is known for it to be compared with others'."""
        return self.spread > WIDEST_COMPARED


def of_level(level: int) -> Rating:
    """What a scenario of level 1, 2 or 3 starts at. Its author has thought about it, so it is surer than a member's."""
    return Rating(_MODEL.mu + (level - 2) * _MODEL.beta, _MODEL.sigma / 2)


def score(values: Sequence[float], losses: Sequence[float]) -> float:
    """The share (0..1) of what could be expected that the learner's decisions kept.

    `values` are the surplus shares that best play could expect before each decision, `losses` what each of them lost.
    They are measured against the most that could be expected at any time: bad news lowers what there is to lose, and
    no score is lost by it.
    """
    most = max(values, default=0.0)
    lost = sum(losses)
    if most <= 0:
        return 1.0 if lost <= 0 else 0.0
    return max(0.0, min(1.0, 1 - lost / most))


def expected(learner: Rating, scenario: Rating) -> float:
    """The score that may be expected: 0.5 where they are as strong as each other."""
    spread = sqrt(learner.spread**2 + scenario.spread**2 + 2 * _MODEL.beta**2)
    return 1 / (1 + exp((scenario.mean - learner.mean) / spread))


def after_session(learner: Rating, scenario: Rating, scored: float) -> tuple[Rating, Rating]:
    """Both ratings after a session that the learner scored `scored` (0..1) in.

    The model knows a win and a loss. Its update of the means is linear in the result and that of the spreads does not
    depend on it, so a score between the two moves the means by the same share of the way. Raises ValueError where
    the score is none.
    """
    if not 0 <= scored <= 1:
        raise ValueError("a score lies between 0 and 1")
    won, lost = _rated(learner, scenario, (0, 1)), _rated(learner, scenario, (1, 0))
    first, second = (_between(good, bad, scored) for good, bad in zip(won, lost, strict=True))
    return first, second


def _rated(learner: Rating, scenario: Rating, ranks: tuple[float, float]) -> tuple[Rating, Rating]:
    teams = [[_MODEL.rating(mu=each.mean, sigma=each.spread)] for each in (learner, scenario)]
    (first,), (second,) = _MODEL.rate(teams, ranks=list(ranks))
    return Rating(first.mu, first.sigma), Rating(second.mu, second.sigma)


def _between(good: Rating, bad: Rating, share: float) -> Rating:
    return Rating(bad.mean + (good.mean - bad.mean) * share, bad.spread + (good.spread - bad.spread) * share)
