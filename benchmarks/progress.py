"""How fast /progress and /leaderboard are read as the database grows, and how fast the charts are drawn.

    python -m benchmarks.progress            # databases with 100 and with 100,000 sessions

Two databases are generated: what each session left behind is written as the services write it, only in bulk. The
busiest member has a tenth of all sessions. Printed are the medians by the clock, the ratio of the large database to the
small one, and how long the slowest in 100 of the reads from the large one keep the processor busy, which doesn't depend
on what else the machine does; the exit status is 1 where that is 50 ms or more. Garbage is looked for as often as it is
while the bot runs.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import NamedTuple

from sqlalchemy import Table, insert

from bot.content.library import Library, load_library
from bot.learning.days import week_of
from bot.negotiation.review import ReasonKind
from bot.services.learning import Learning
from bot.services.questions import of_library
from bot.storage import Connection, Storage, learning_tables, tables
from bot.storage.sessions import keep_content

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
BUSIEST, GUILD = 1, 500
SIZES = (100, 100_000)
REPEATS, DRAWINGS = 200, 20
LIMIT_MS = 50.0
KNOWLEDGE = Path(__file__).parents[1] / "knowledge"


class Times(NamedTuple):
    """Of many runs, in milliseconds: the median by the clock, and the work of the slowest in 100."""

    median: float
    work: float


async def main() -> int:
    library = load_library(KNOWLEDGE)
    found: dict[str, list[Times]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for sessions in SIZES:
            path = Path(folder) / f"{sessions}.db"
            storage = await Storage.open(str(path))
            await _fill(storage, library, sessions)
            gc.collect()
            gc.freeze()
            gc.set_threshold(50_000, 50, 100)  # as in bot/discord_front/run.py
            for name, times in (await _measured(Learning(storage, lambda: library, lambda: NOW))).items():
                found.setdefault(name, []).append(times)
            await storage.close()
            size = sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
            print(f"{sessions:>7,} sessions: {size / 1e6:,.1f} MB")
    print(f"\n{'median ms':<22}{SIZES[0]:>10,}{SIZES[1]:>12,}{'ratio':>9}{'work, slowest in 100':>24}")
    for name, (small, large) in found.items():
        ratio = large.median / small.median
        print(f"{name:<22}{small.median:>10.1f}{large.median:>12.1f}{ratio:>9.2f}{large.work:>24.1f}")
    late = [name for name, (_, large) in found.items() if large.work >= LIMIT_MS and not name.startswith("drawing")]
    print(f"\nToo slow: {', '.join(late)}" if late else f"\nEvery read is below {LIMIT_MS:.0f} ms.")
    return 1 if late else 0


async def _measured(learning: Learning) -> dict[str, Times]:
    found = await learning.progress(BUSIEST, BUSIEST)
    return {
        "/progress": await _times(lambda: learning.progress(BUSIEST, BUSIEST)),
        "/leaderboard rating": await _times(lambda: learning.by_rating(GUILD, BUSIEST)),
        "/leaderboard week": await _times(lambda: learning.by_week(GUILD, BUSIEST)),
        "next best": await _times(lambda: learning.next_best(BUSIEST)),
        "drawing progress": await _times(lambda: learning.picture(found), DRAWINGS),
        "drawing mastery": await _times(lambda: learning.mastery_picture(found), DRAWINGS),
    }


async def _times(work: Callable[[], Awaitable[object]], repeats: int = REPEATS) -> Times:
    await work()
    clock: list[float] = []
    busy: list[float] = []
    for _ in range(repeats):
        begun, worked = perf_counter(), process_time()
        await work()
        clock.append(1000 * (perf_counter() - begun))
        busy.append(1000 * (process_time() - worked))
    return Times(median(clock), quantiles(busy, n=100)[98])


# --- a generated database ---------------------------------------------------------------------------------------------


async def _fill(storage: Storage, library: Library, count: int) -> None:
    """`count` sessions of a year, spread over members who play more or less; all of them stand on one board."""
    random = Random(53)
    members = max(2, count // 100)
    who = [BUSIEST if number % 10 == 0 else random.randrange(2, members + 2) for number in range(count)]
    async with storage.writing() as db:
        content = await keep_content(db, "{}")
        moments = sorted(NOW - timedelta(minutes=random.randrange(365 * 24 * 60)) for _ in range(count))
        await _fill_sessions(db, library, random, content, who, moments)
        await _fill_days(db, random, who, moments)
        await _fill_sums(db, library, random, set(who))


async def _fill_sessions(
    db: Connection, library: Library, random: Random, content: str, who: list[int], moments: list[datetime]
) -> None:
    scenarios, reasons = sorted(library.scenarios), list(ReasonKind)
    sessions, lessons, mistakes = [], [], []
    for number, (learner, moment) in enumerate(zip(who, moments, strict=True), start=1):
        sessions.append(
            {
                "id": number,
                "learner": learner,
                "front": "discord",
                "guild": GUILD,
                "channel": number,
                "scenario": random.choice(scenarios),
                "content": content,
                "world": "slow",
                "seed": number,
                "started_at": moment,
                "ended_at": moment,
                "outcome": "deal",
                "price": 18000,
                "surplus_share": 0.4,
            }
        )
        lessons.append(
            {"session": number, "learner": learner, "at": moment, "accuracy": 61.0, "score": 0.6, "rated": True}
        )
        mistakes.append(
            {
                "session": number,
                "learner": learner,
                "step": 3,
                "reason": random.choice(reasons),
                "loss": 0.2,
                "question": {"text": "x" * 800},
            }
        )
    await _insert(db, tables.sessions, sessions)
    await _insert(db, learning_tables.lessons, lessons)
    await _insert(db, learning_tables.mistakes, mistakes)


async def _fill_days(db: Connection, random: Random, who: list[int], moments: list[datetime]) -> None:
    days: dict[tuple[int, date], list[datetime]] = {}
    for learner, moment in zip(who, moments, strict=True):
        days.setdefault((learner, moment.date()), []).append(moment)
    rows = [
        {
            "learner": learner,
            "day": day,
            "first": min(there),
            "last": max(there),
            "sessions": len(there),
            "answers": 5,
            "accuracies": len(there),
            "accuracy": len(there) * random.uniform(30, 95),
            "shares": len(there),
            "share": len(there) * random.uniform(-0.3, 0.8),
            "rating": random.uniform(20, 30),
        }
        for (learner, day), there in days.items()
    ]
    await _insert(db, learning_tables.days, rows)


async def _fill_sums(db: Connection, library: Library, random: Random, who: set[int]) -> None:
    questions, scenarios = list(of_library(library).values()), sorted(library.scenarios)
    week = week_of(NOW.date())
    habits, skills, ratings, boards, weekly, memories = [], [], [], [], [], []
    for learner in sorted(who):
        own = {"learner": learner}
        habits += [own | {"reason": each, "times": 9, "loss": random.random(), "session": 1} for each in ReasonKind]
        skill = {"sessions": 9, "deals": 5, "no_deals": 3, "best_share": 0.7, "reviewed": 9, "score": 0.6}
        skills += [own | skill | {"scenario": each, "last_at": NOW - timedelta(days=9)} for each in scenarios]
        ratings.append(own | {"mean": random.uniform(15, 35), "spread": random.uniform(1, 4), "sessions": 40})
        boards.append(own | {"guild": GUILD})
        weekly += [
            own | {"guild": GUILD, "week": week, "scenario": each, "score": random.random()} for each in scenarios
        ]
        memory = {"last": NOW - timedelta(days=20), "stability": 11.0, "difficulty": 5.0}
        memories += [
            own
            | memory
            | {"question": each.id, "tactic": each.tactic, "due": NOW + timedelta(days=random.randrange(-9, 9))}
            for each in (questions if learner == BUSIEST else random.sample(questions, min(10, len(questions))))
        ]
    await _insert(db, learning_tables.habits, habits)
    await _insert(db, learning_tables.skills, skills)
    await _insert(db, learning_tables.learner_ratings, ratings)
    await _insert(db, learning_tables.board_members, boards)
    await _insert(db, learning_tables.weekly_bests, weekly)
    await _insert(db, learning_tables.memories, memories)


async def _insert(db: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    for start in range(0, len(rows), 5000):
        await db.execute(insert(table), rows[start : start + 5000])


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
