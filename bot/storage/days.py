"""Days: what a member did on each day, added up. A row is never read together with those of other members."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import select

from bot.storage.learning_tables import days
from bot.storage.rows import get_row, put_row
from bot.storage.storage import Connection


@dataclass(frozen=True, slots=True)
class DayRow:
    """`accuracy` (0..100 each) and `share` (surplus share) are sums of as many as `accuracies` and `shares` say."""

    day: date
    first: datetime
    last: datetime
    sessions: int = 0
    answers: int = 0
    accuracies: int = 0
    accuracy: float = 0.0
    shares: int = 0
    share: float = 0.0
    rating: float | None = None  # mean at the end of the day


_COLUMNS = tuple(days.c[name] for name in DayRow.__slots__)


async def on(db: Connection, learner: int, day: date, moment: datetime) -> DayRow:
    """The day as it is so far, for writing, with `moment` among those of it."""
    row = await get_row(db, days, {"learner": learner, "day": day}, to_change=True)
    if row is None:
        return DayRow(day, moment, moment)
    values = {name: row._mapping[name] for name in DayRow.__slots__}  # pyright: ignore[reportPrivateUsage]
    values["first"], values["last"] = min(row.first, moment), max(row.last, moment)
    return DayRow(**values)


async def put(db: Connection, learner: int, day: DayRow) -> None:
    values = asdict(day)
    await put_row(db, days, {"learner": learner, "day": values.pop("day")}, values)


async def of(db: Connection, learner: int) -> list[DayRow]:
    """All days of a member, oldest first."""
    found = await db.execute(select(*_COLUMNS).where(days.c.learner == learner).order_by(days.c.day))
    return [DayRow(*row) for row in found]
