"""What a member has learned, put together from what is stored: plain values for a card, a chart or a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.content.library import Library
from bot.learning.days import ActiveDay, Streak, local_day, streak
from bot.learning.habits import Habit, costliest
from bot.learning.history import Piece, Sum, Unit, history, trend
from bot.learning.mastery import Mastery, Stage, level, mastery
from bot.learning.rating import Rating
from bot.learning.recall import strength
from bot.services.habit_words import HabitWords, habit_words
from bot.services.memberships import zone_of
from bot.services.questions import of_tactic
from bot.services.views import Past
from bot.storage.days import DayRow
from bot.storage.members import Member
from bot.storage.memories import MemoryRow
from bot.storage.ratings import Rated
from bot.storage.skills import SkillRow

LAST = 5  # sessions that are listed one by one


@dataclass(frozen=True, slots=True)
class CostlyHabit:
    habit: Habit
    words: HabitWords


@dataclass(frozen=True, slots=True)
class TacticProgress:
    """`due` counts its questions that are due today, `scenarios` those that practise it."""

    title: str
    level: int
    mastery: Mastery
    due: int
    scenarios: int


@dataclass(frozen=True, slots=True)
class ScenarioSkill:
    """`best_share` is a surplus share; None where there was no result yet."""

    scenario: str
    title: str
    sessions: int
    deals: int
    best_share: float | None


@dataclass(frozen=True, slots=True)
class Advice:
    """What to practise next, and why in one line."""

    scenario: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class NextTactic:
    """The tactic that comes next on the member's level, and why, as "because ..." goes on."""

    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Learned:
    """Everything about one member. `accuracy` (0..100) and `share` (surplus share) are over all sessions, their
    trends the change over the last pieces of the history; `due` counts questions.
    """

    learner: int
    today: date
    sessions: int
    deals: int
    no_deals: int
    accuracy: float | None
    accuracy_trend: float | None
    share: float | None
    share_trend: float | None
    unit: Unit
    history: tuple[Piece, ...]
    tactics: tuple[TacticProgress, ...]
    level: int
    next_tactic: NextTactic | None  # None where all of the level are mastered
    rating: Rating
    rated_sessions: int
    streak: Streak
    due: int
    habits: tuple[CostlyHabit, ...]
    scenarios: tuple[ScenarioSkill, ...]
    last: tuple[Past, ...]
    next: Advice | None
    member: Member


@dataclass(frozen=True, slots=True)
class Kept:
    """What is stored about one member, as it was read at one moment."""

    member: Member
    days: Sequence[DayRow]
    skills: Sequence[SkillRow]
    memories: Sequence[MemoryRow]
    due: Mapping[str | None, int]
    habits: Sequence[Habit]
    rated: Rated | None
    last: Sequence[Past]


def learned(kept: Kept, library: Library, now: datetime, advice: Advice | None) -> Learned:
    zone = zone_of(kept.member)
    today = local_day(now, zone)
    pieces = [_piece(day) for day in kept.days]
    unit, shown = history(pieces, today)
    accuracy, share = sum((p.accuracy for p in pieces), Sum()), sum((p.share for p in pieces), Sum())
    tactics = tactics_of(kept, library, now)
    return Learned(
        learner=kept.member.learner,
        today=today,
        sessions=sum(skill.sessions for skill in kept.skills),
        deals=sum(skill.deals for skill in kept.skills),
        no_deals=sum(skill.no_deals for skill in kept.skills),
        accuracy=accuracy.mean,
        accuracy_trend=trend([piece.accuracy for piece in shown]),
        share=share.mean,
        share_trend=trend([piece.share for piece in shown]),
        unit=unit,
        history=shown,
        tactics=tactics,
        level=level_of(tactics),
        next_tactic=_next_tactic(tactics),
        rating=kept.rated.rating if kept.rated else Rating(),
        rated_sessions=kept.rated.sessions if kept.rated else 0,
        streak=streak([ActiveDay(day.day, day.first, day.last) for day in kept.days], now, zone),
        due=sum(kept.due.values()),
        habits=tuple(CostlyHabit(habit, habit_words(habit.reason, library.coach)) for habit in costliest(kept.habits)),
        scenarios=tuple(_scenario(skill, library) for skill in kept.skills),
        last=tuple(kept.last[:LAST]),
        next=advice,
        member=kept.member,
    )


def tactics_of(kept: Kept, library: Library, now: datetime) -> tuple[TacticProgress, ...]:
    """Every tactic, the easiest first, with what the member has of it."""
    skills = {skill.scenario: skill.skill for skill in kept.skills}
    strengths: dict[str | None, list[float]] = {}
    for row in kept.memories:
        strengths.setdefault(row.tactic, []).append(strength(row.memory, now))
    found: list[TacticProgress] = []
    for tactic in sorted(library.tactics.values(), key=lambda each: (each.level, each.title)):
        scenarios = [scenario.id for scenario in library.scenarios.values() if tactic.id in scenario.tactics]
        questions = sum(1 for _ in of_tactic(tactic))
        known = sorted(strengths.get(tactic.id, []), reverse=True)[:questions]
        played = [skills[scenario] for scenario in scenarios if scenario in skills]
        share = mastery(tactic.id, known, questions, played, len(scenarios))
        found.append(TacticProgress(tactic.title, tactic.level, share, kept.due.get(tactic.id, 0), len(scenarios)))
    return tuple(found)


def level_of(tactics: Sequence[TacticProgress]) -> int:
    """The level a member is ready for."""
    return level((tactic.level, tactic.mastery.share) for tactic in tactics) if tactics else 1


def _next_tactic(tactics: Sequence[TacticProgress]) -> NextTactic | None:
    here = level_of(tactics)
    left = [each for each in tactics if each.level == here and each.mastery.stage is not Stage.MASTERED]
    if not left:
        return None
    weakest = min(left, key=lambda each: (each.mastery.share, -each.scenarios))
    if weakest.mastery.stage is Stage.NEW:
        return NextTactic(weakest.title, "you have not begun with it yet")
    return NextTactic(weakest.title, "you have least of it so far")


def _piece(day: DayRow) -> Piece:
    return Piece(
        day.day,
        day.sessions,
        day.answers,
        Sum(day.accuracies, day.accuracy),
        Sum(day.shares, day.share),
        day.rating,
    )


def _scenario(skill: SkillRow, library: Library) -> ScenarioSkill:
    scenario = library.scenarios.get(skill.scenario)
    title = scenario.title if scenario else skill.scenario
    return ScenarioSkill(skill.scenario, title, skill.sessions, skill.deals, skill.best_share)
