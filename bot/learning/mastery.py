"""How far a member has come with each tactic: half what is known in the quiz, half what is done at the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

LATEST = 0.25  # what the latest session weighs in a member's skill, once there are four of them
DOUBT = 2  # sessions it takes until half of what they show is believed
SOLID = 0.5
MASTERED = 0.8
NEXT_LEVEL = 0.6  # share of mastery over a level's tactics at which the next level is suggested


class Stage(StrEnum):
    NEW = "new"
    LEARNING = "learning"
    SOLID = "solid"
    MASTERED = "mastered"


@dataclass(frozen=True, slots=True)
class Skill:
    """How well a scenario is played: `score` (0..1) is a mean that forgets what was long ago."""

    sessions: int
    score: float

    def after(self, scored: float) -> Skill:
        """With one more session, in which `scored` of what could be expected was kept."""
        weight = max(LATEST, 1 / (self.sessions + 1))
        return Skill(self.sessions + 1, self.score + weight * (scored - self.score))


@dataclass(frozen=True, slots=True)
class Mastery:
    """All shares 0..1. `known` and `done` are None where there is no question about it, or no scenario for it."""

    tactic: str
    share: float
    known: float | None
    done: float | None
    stage: Stage


def mastery(
    tactic: str, strengths: Sequence[float], questions: int, skills: Iterable[Skill], scenarios: int
) -> Mastery:
    """What a member has of a tactic.

    `strengths` says for each question answered before how firmly it is held, out of `questions` that there are;
    `skills` how each scenario was played that was, out of `scenarios` that practise it.
    """
    played = [skill for skill in skills if skill.sessions]
    known = sum(strengths) / questions if questions else None
    done = sum(_believed(skill) for skill in played) / len(played) if played else (0.0 if scenarios else None)
    there = [part for part in (known, done) if part is not None]
    share = fmean(there) if there else 0.0
    return Mastery(tactic, share, known, done, _stage(share, bool(strengths or played)))


def _believed(skill: Skill) -> float:
    return skill.score * skill.sessions / (skill.sessions + DOUBT)


def _stage(share: float, begun: bool) -> Stage:
    if not begun:
        return Stage.NEW
    if share >= MASTERED:
        return Stage.MASTERED
    return Stage.SOLID if share >= SOLID else Stage.LEARNING


def level(by_level: Iterable[tuple[int, float]]) -> int:
    """The level (1..3) a member is ready for: `by_level` is the level of each tactic and the mastery of it.

    Raises ValueError where there is no tactic.
    """
    shares: dict[int, list[float]] = {}
    for which, share in by_level:
        shares.setdefault(which, []).append(share)
    for which in sorted(shares):
        if fmean(shares[which]) < NEXT_LEVEL:
            return which
    return max(shares)
