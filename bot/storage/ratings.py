"""Ratings of learners and scenarios, and the leaderboards that they and the weeks make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, func, select

from bot.learning.rating import Hardness, Rating
from bot.storage.learning_tables import (
    board_members,
    learner_ratings,
    scenario_ratings,
    scenario_results,
    weekly_bests,
)
from bot.storage.rows import get_row, put_row
from bot.storage.storage import Connection


@dataclass(frozen=True, slots=True)
class Rated:
    """`sessions` counts those that made the rating of a member; of a scenario, the members whose results did."""

    rating: Rating
    sessions: int


@dataclass(frozen=True, slots=True)
class Found:
    """How hard a member found a scenario: the mean of so many results."""

    results: int
    hardness: float


@dataclass(frozen=True, slots=True)
class WeekRow:
    learner: int
    score: float  # sum of the best score in each scenario
    scenarios: int


async def of_learner(db: Connection, learner: int, *, to_change: bool = False) -> Rated | None:
    row = await get_row(db, learner_ratings, {"learner": learner}, to_change=to_change)
    return Rated(Rating(row.mean, row.spread), row.sessions) if row else None


async def of_scenarios(db: Connection) -> dict[str, Rating]:
    found = await db.execute(select(scenario_ratings))
    return {row.scenario: Rating(row.mean, row.spread) for row in found}


async def put_learner(db: Connection, learner: int, rated: Rated) -> None:
    await put_row(db, learner_ratings, {"learner": learner}, _values(rated))


async def put_scenario(db: Connection, scenario: str, rated: Rated) -> None:
    await put_row(db, scenario_ratings, {"scenario": scenario}, _values(rated))


async def result_of(db: Connection, scenario: str, learner: int) -> Found | None:
    """Return how hard a member found a scenario, None where it has no rated result yet."""
    row = await get_row(db, scenario_results, {"scenario": scenario, "learner": learner}, to_change=True)
    return Found(row.results, row.hardness) if row else None


async def put_result(db: Connection, scenario: str, learner: int, found: Found) -> None:
    key = {"scenario": scenario, "learner": learner}
    await put_row(db, scenario_results, key, {"results": found.results, "hardness": found.hardness})


async def results_of_others(db: Connection, scenario: str, learner: int) -> Hardness:
    """Return how hard all but `learner` found a scenario."""
    wanted = select(func.count(), func.coalesce(func.sum(scenario_results.c.hardness), 0.0)).where(
        scenario_results.c.scenario == scenario, scenario_results.c.learner != learner
    )
    members, total = (await db.execute(wanted)).one()
    return Hardness(members, total)


def _values(rated: Rated) -> dict[str, object]:
    return {"mean": rated.rating.mean, "spread": rated.rating.spread, "sessions": rated.sessions}


# --- leaderboards -----------------------------------------------------------------------------------------------------


async def join_board(db: Connection, guild: int, learner: int) -> None:
    await put_row(db, board_members, {"guild": guild, "learner": learner}, {"learner": learner})


async def leave_board(db: Connection, guild: int, learner: int) -> None:
    await db.execute(delete(board_members).where(board_members.c.guild == guild, board_members.c.learner == learner))


async def is_on_board(db: Connection, guild: int, learner: int) -> bool:
    return await get_row(db, board_members, {"guild": guild, "learner": learner}) is not None


async def by_rating(db: Connection, guild: int, widest: float) -> list[tuple[int, Rated]]:
    """All who stand on the server's board and whose rating is known to within `widest`, the strongest first."""
    found = await db.execute(
        select(learner_ratings)
        .join(board_members, board_members.c.learner == learner_ratings.c.learner)
        .where(board_members.c.guild == guild, learner_ratings.c.spread <= widest)
        .order_by(learner_ratings.c.mean.desc(), learner_ratings.c.learner)
    )
    return [(row.learner, Rated(Rating(row.mean, row.spread), row.sessions)) for row in found]


async def by_week(db: Connection, guild: int, week: date) -> list[WeekRow]:
    """All who stand on the server's board and have practised there in the week, the best first."""
    total = func.sum(weekly_bests.c.score)
    wanted = (
        select(weekly_bests.c.learner, total, func.count())
        .join(
            board_members,
            (board_members.c.learner == weekly_bests.c.learner) & (board_members.c.guild == weekly_bests.c.guild),
        )
        .where(weekly_bests.c.guild == guild, weekly_bests.c.week == week)
        .group_by(weekly_bests.c.learner)
        .order_by(total.desc(), weekly_bests.c.learner)
    )
    return [WeekRow(*row) for row in await db.execute(wanted)]


async def add_to_week(db: Connection, guild: int, week: date, learner: int, scenario: str, score: float) -> None:
    """A session was scored: the best one of each scenario counts."""
    key = {"guild": guild, "week": week, "learner": learner, "scenario": scenario}
    row = await get_row(db, weekly_bests, key, to_change=True)
    if row is None or row.score < score:
        await put_row(db, weekly_bests, key, {"score": score})
