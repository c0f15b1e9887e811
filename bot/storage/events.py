"""Events: the record of a session. They are appended and read; nothing but a member's words is ever taken out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from bot.storage.storage import Connection
from bot.storage.tables import events


@dataclass(frozen=True, slots=True)
class EventRow:
    id: int
    session: int
    number: int  # 0, 1, 2 ... within the session
    cause: str  # what brought it about; unique within the session
    kind: str
    at: datetime
    body: dict[str, Any]  # plain data


_COLUMNS = tuple(events.c[name] for name in EventRow.__slots__)
_APPEND = insert(events).returning(events.c.id)
_OF_SESSION = (
    select(*_COLUMNS)
    .where(events.c.session == bindparam("of"), events.c.number >= bindparam("since"))
    .order_by(events.c.number)
)


async def append(
    db: Connection, session: int, *, number: int, cause: str, kind: str, at: datetime, body: object
) -> int:
    """Adds an event and returns its id.

    Raises IntegrityError where the session has an event of that number or cause: whoever comes second loses.
    """
    row = {"session": session, "number": number, "cause": cause, "kind": kind, "at": at, "body": body}
    return (await db.execute(_APPEND, row)).scalar_one()


async def of(db: Connection, session: int, since: int = 0) -> list[EventRow]:
    """The events of a session in their order, from number `since` on."""
    return [EventRow(*row) for row in await db.execute(_OF_SESSION, {"of": session, "since": since})]


async def causes(db: Connection, session: int, beginning: str) -> list[str]:
    """The causes in a session that begin so, in no order."""
    wanted = select(events.c.cause).where(
        events.c.session == session, events.c.cause.startswith(beginning, autoescape=True)
    )
    return list(await db.scalars(wanted))


async def rewrite(db: Connection, event: int, body: object) -> None:
    """Puts another body in place of the one that an event had."""
    await db.execute(update(events).where(events.c.id == event).values(body=body))
