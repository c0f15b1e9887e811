"""Members: what each one has decided."""

from __future__ import annotations

from dataclasses import dataclass

from bot.storage.learning_tables import members
from bot.storage.rows import get_row, put_row
from bot.storage.storage import Connection


@dataclass(frozen=True, slots=True)
class Member:
    """Nobody is shown to others before saying so."""

    learner: int
    zone: str = "UTC"  # IANA name
    shown: bool = False  # whether others may see the progress
    rated: bool = True  # whether sessions change the rating
    heard: bool = True  # whether a line under each answer shows how the message was heard


async def get(db: Connection, learner: int) -> Member:
    row = await get_row(db, members, {"learner": learner})
    return Member(**row._mapping) if row else Member(learner)  # pyright: ignore[reportPrivateUsage]


async def put(db: Connection, member: Member) -> None:
    values = {"zone": member.zone, "shown": member.shown, "rated": member.rated, "heard": member.heard}
    await put_row(db, members, {"learner": member.learner}, values)
