"""Learners and scenarios on one scale of strength, with how sure it is.

A session is a match of the learner against the scenario (Weng & Lin 2011, the full Bradley-Terry model, by the library
`openskill`). It is not won or lost but scored: by the share that the learner's decisions kept of what best play could
expect (`score`). Luck has no part in it: who decides well against a counterpart that needs nothing loses no rating, and
who is given a bargain for nothing wins none.

A scenario has no interest in its rating and members have, so it is not rated by the same update. Each member says once
how hard the scenario was: by the mean over the first FIRST_RESULTS rated results, each turned back into the strength
that would have made it the expected one (the inverse of `expected`), and no further than one level from where the
author put it (winsorized: Huber 1964, Tukey 1962). The rating is the mean of those figures and of AUTHOR_COUNTS more
that say what the author said (shrinkage to a prior: Efron & Morris 1975):

    rating = (AUTHOR_COUNTS * level + sum of the members' figures) / (AUTHOR_COUNTS + number of members)

So one account moves it by LEVEL / (AUTHOR_COUNTS + 1) at most, however often it plays, five by a third of a level, and
all together never by more than one level. A member's own figure is left out of the match that the member plays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from typing import NamedTuple

from openskill.models import BradleyTerryFull

_MODEL = BradleyTerryFull()

WIDEST_COMPARED = 0.6 * _MODEL.sigma  # spread of a rating that may stand on a leaderboard
START = 1500
POINTS = 40  # on the scale that is shown, for one of the model's
LEVEL = _MODEL.beta  # between a level and the next
FIRST_RESULTS = 3  # of a member with a scenario that say how hard it is
AUTHOR_COUNTS = 10  # the author's word counts as much as that of so many members
_SURE = 0.05  # a score nearer to 0 or 1 says no more than this one


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


class Hardness(NamedTuple):
    """How hard members found a scenario: how many they are, and the sum of their figures."""

    members: int
    total: float


NOBODY = Hardness(0, 0.0)


def of_scenario(level: int, found: Hardness = NOBODY) -> Rating:
    """Return the rating of a scenario of level 1, 2 or 3. Its author has thought about it, so it is surer than that of
    a member who begins."""
    everybody = AUTHOR_COUNTS + found.members
    mean = (AUTHOR_COUNTS * _of_level(level) + found.total) / everybody
    return Rating(mean, _MODEL.sigma / 2 * sqrt(AUTHOR_COUNTS / everybody))


def hardness(learner: Rating, level: int, scored: float) -> float:
    """Return how hard a scenario of this level was by one result: the strength at which `scored` was to be expected of
    the learner, no further than a level from the author's."""
    author = of_scenario(level)
    within = min(1 - _SURE, max(_SURE, scored))
    strength = learner.mean + log((1 - within) / within) * _spread(learner, author)
    return min(author.mean + LEVEL, max(author.mean - LEVEL, strength))


def _of_level(level: int) -> float:
    return _MODEL.mu + (level - 2) * LEVEL


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
    return 1 / (1 + exp((scenario.mean - learner.mean) / _spread(learner, scenario)))


def _spread(learner: Rating, scenario: Rating) -> float:
    return sqrt(learner.spread**2 + scenario.spread**2 + 2 * _MODEL.beta**2)


def after_session(learner: Rating, scenario: Rating, scored: float, gains: float = 1.0) -> Rating:
    """Return the learner's rating after a session that they scored `scored` (0..1) in; of what it wins them the share
    `gains` (0..1) counts, of what it loses them all.

    The model knows a win and a loss. Its update of the means is linear in the result and that of the spreads does not
    depend on it, so a score between the two moves the means by the same share of the way. Raise ValueError where the
    score is none.
    """
    if not 0 <= scored <= 1:
        raise ValueError("a score lies between 0 and 1")
    after = _between(_rated(learner, scenario, (0, 1)), _rated(learner, scenario, (1, 0)), scored)
    return after if after.mean <= learner.mean else _between(after, learner, gains)


def _rated(learner: Rating, scenario: Rating, ranks: tuple[float, float]) -> Rating:
    teams = [[_MODEL.rating(mu=each.mean, sigma=each.spread)] for each in (learner, scenario)]
    (first,), _ = _MODEL.rate(teams, ranks=list(ranks))
    return Rating(first.mu, first.sigma)


def _between(good: Rating, bad: Rating, share: float) -> Rating:
    return Rating(bad.mean + (good.mean - bad.mean) * share, bad.spread + (good.spread - bad.spread) * share)
