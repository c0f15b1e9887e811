"""The tables as they are now. How they came to be is in migrations/versions; a test holds the two together.

Everything here is valid for SQLite and PostgreSQL alike. SQLite's AUTOINCREMENT is asked for so that an id is never
given out twice: ids stand in buttons, and in the causes of events.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
)

ID = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only what is called INTEGER


class Moment(TypeDecorator[datetime]):
    """A point in time, with its zone, always UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


class Plain(TypeDecorator[Any]):
    """Plain data as JSON text. Only ASCII is written, so that no text of a member can be refused by a database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

contents = Table(
    "contents",  # the scenario and voice that sessions began with, each kept once
    metadata,
    Column("digest", String(64), primary_key=True),  # SHA-256 of the text
    Column("text", Text, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("learner", BigInteger, nullable=False),
    Column("front", String(20), nullable=False),
    Column("guild", BigInteger),
    Column("channel", BigInteger, nullable=False),
    Column("scenario", String(100), nullable=False),
    Column("content", String(64), ForeignKey("contents.digest"), nullable=False),
    Column("world", String(100), nullable=False),
    Column("secret", String(64), server_default="", nullable=False),  # what is hidden is drawn from it
    Column("seed", BigInteger, nullable=False),  # decides which lines are said
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("outcome", String(20)),  # this and what follows: how it ended, so that progress needs no replay
    Column("price", BigInteger),  # minor units
    Column("surplus_share", Float),
    Column("held", Boolean, server_default=false(), nullable=False),  # takes no moves for now
    Column("veiled", Boolean, server_default=false(), nullable=False),  # what it hides isn't told, not even at its end
    Column("sealed", Boolean, server_default=false(), nullable=False),  # its end may be taken back: nothing is told yet
    Column("rewound_from", ID),  # the session that it goes back to, and the first step that was played anew
    Column("rewound_at", Integer),
    Column("rated", Boolean),  # whether it counts for the rating: settled with the first move, none before
    Index(None, "learner", "started_at"),
    Index(None, "channel", "ended_at"),
    sqlite_autoincrement=True,
)

events = Table(
    "events",  # only ever appended to: they are the record of a session
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("session", ID, ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),  # 0, 1, 2 ... within the session
    Column("cause", String(100), nullable=False),  # what brought it about: "message:123", "timer:4"
    Column("kind", String(20), nullable=False),
    Column("at", Moment, nullable=False),
    Column("body", Plain, nullable=False),
    UniqueConstraint("session", "number"),
    UniqueConstraint("session", "cause"),
    sqlite_autoincrement=True,
)

posts = Table(
    "posts",  # the outbox: written with the event that caused them, marked when the front has posted them
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("session", ID, ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
    Column("event", ID, ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("body", Plain, nullable=False),
    Column("posted_at", Moment),
    Column("message", BigInteger),  # the front's id of what it posted
    Index(None, "posted_at"),
    Index(None, "session"),
    sqlite_autoincrement=True,
)

timers = Table(
    "timers",  # what is due later; a row is gone once it ran, and one that is put off becomes another row
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("session", ID, ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("due_at", Moment, nullable=False),
    UniqueConstraint("session", "kind"),
    Index(None, "due_at"),
    sqlite_autoincrement=True,
)

settings = Table(
    "settings",  # what the bot remembers about itself: "discord.commands" and the like
    metadata,
    Column("name", String(100), primary_key=True),
    Column("value", Text, nullable=False),
)
