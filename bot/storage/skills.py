"""Skills: how a member has played each scenario, added up."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select

from bot.learning.mastery import Skill
from bot.storage.learning_tables import skills
from bot.storage.rows import get_row, put_row
from bot.storage.storage import Connection


@dataclass(frozen=True, slots=True)
class SkillRow:
    """`sessions` have ended, `reviewed` of them make up the `score`."""

    scenario: str
    last_at: datetime
    sessions: int = 0
    deals: int = 0
    no_deals: int = 0
    best_share: float | None = None
    reviewed: int = 0
    score: float = 0.0

    @property
    def skill(self) -> Skill:
        return Skill(self.reviewed, self.score)


_COLUMNS = tuple(skills.c[name] for name in SkillRow.__slots__)


async def get(db: Connection, learner: int, scenario: str, moment: datetime) -> SkillRow:
    """The skill as it is so far, for writing; a new one of `moment` where there is none."""
    row = await get_row(db, skills, {"learner": learner, "scenario": scenario}, to_change=True)
    if row is None:
        return SkillRow(scenario, moment)
    return SkillRow(**{name: row._mapping[name] for name in SkillRow.__slots__})  # pyright: ignore[reportPrivateUsage]


async def put(db: Connection, learner: int, skill: SkillRow) -> None:
    values = asdict(skill)
    await put_row(db, skills, {"learner": learner, "scenario": values.pop("scenario")}, values)


async def of(db: Connection, learner: int) -> list[SkillRow]:
    """All scenarios that a member has played, the one played last first."""
    found = await db.execute(select(*_COLUMNS).where(skills.c.learner == learner).order_by(skills.c.last_at.desc()))
    return [SkillRow(*row) for row in found]
