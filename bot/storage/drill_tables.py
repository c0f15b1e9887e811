"""The tables of servers and their drills. Like tables.py, they are held to the migrations by a test."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from bot.storage.tables import ID, Moment, Plain, metadata

guilds = Table(
    "guilds",  # what a server's administrators have set; without a row everything is as in guilds.GuildRow
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("moderator_role", BigInteger),
    Column("console_channel", BigInteger),  # where moderators see the consoles of drills
    Column("practice_channels", Plain, nullable=False),  # ids; none: everywhere
    Column("private_threads", Boolean, nullable=False),
    Column("names_in_export", String(10), nullable=False),
)

guild_secrets = Table(
    "guild_secrets",  # what the positions of the day are drawn from
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("secret", String(64), nullable=False),
)

drills = Table(
    "drills",
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("guild", BigInteger, nullable=False),
    Column("channel", BigInteger, nullable=False),
    Column("moderator", BigInteger, nullable=False),  # who made it; any moderator of the server may run it
    Column("mode", String(20), nullable=False),
    Column("scenario", String(100), nullable=False),
    Column("content", String(64), ForeignKey("contents.digest"), nullable=False),
    Column("world", String(100), nullable=False),
    Column("secret", String(64), server_default="", nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("note", Text, nullable=False),
    Column("most", Integer, nullable=False),  # seats
    Column("phase", String(20), nullable=False),
    Column("length", Integer, nullable=False),  # seconds that each seat has
    Column("ran", Float, nullable=False),  # seconds on the clock when it was last set going or stopped
    Column("running_since", Moment),
    Column("revealed", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("starts_at", Moment),  # as announced
    Column("event", BigInteger),  # of the front's calendar
    Column("invitation", BigInteger),  # the front's messages
    Column("console_channel", BigInteger),
    Column("console", BigInteger),
    Column("debrief", BigInteger),
    Column("game", Integer, nullable=False),  # 1; 2 where the seats have been swapped
    Column("again_of", ID, ForeignKey("drills.id", ondelete="SET NULL")),
    Index(None, "guild", "id"),
    Index(None, "phase"),
    sqlite_autoincrement=True,
)

drill_seats = Table(
    "drill_seats",
    metadata,
    Column("drill", ID, ForeignKey("drills.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("member", BigInteger, nullable=False),
    Column("status", String(20), nullable=False),
    Column("named", Boolean, nullable=False),
    Column("began", Float),  # seconds on the drill's clock
    Column("session", ID, ForeignKey("sessions.id", ondelete="SET NULL")),
    Column("thread", BigInteger),
    Column("ending", String(20)),  # this and the gain: what came of it, once nothing is left to play
    Column("gain", BigInteger),  # minor units
    Index(None, "session"),
    Index(None, "status"),
    Index(None, "thread"),
)

drill_ballots = Table(
    "drill_ballots",  # of drills in which the group votes: how long a vote takes, and the one that is on
    metadata,
    Column("drill", ID, ForeignKey("drills.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("seconds", Integer, nullable=False),
    Column("number", Integer, nullable=False),  # 0 before the first
    Column("state", String(10), nullable=False),
    Column("closes", Float),  # seconds on the drill's clock
    Column("chosen", Integer),  # the candidate that was said, once it is closed
    Column("message", BigInteger),  # the front's
)

drill_candidates = Table(
    "drill_candidates",  # of the vote that is on, or was the last one
    metadata,
    Column("drill", ID, ForeignKey("drill_ballots.drill", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("member", BigInteger),  # who proposed it; none: it was given
    Column("text", Text, nullable=False),
    Column("moves", Plain),  # of those that were given; what a member proposed is read when it is said
    Index(None, "member"),
)

drill_votes = Table(
    "drill_votes",
    metadata,
    Column("drill", ID, ForeignKey("drill_ballots.drill", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("member", BigInteger, primary_key=True, autoincrement=False),
    Column("candidate", Integer, nullable=False),
    Index(None, "member"),
)

drill_pairs = Table(
    "drill_pairs",  # the tables at which two sit
    metadata,
    Column("drill", ID, ForeignKey("drills.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("first_seat", Integer, nullable=False),
    Column("second_seat", Integer),  # none: the coach sits there
    Column("away", Integer),  # the seat that has left
    Column("ending", String(20)),
    Column("turn", Integer, nullable=False),  # counts what the front has to show
    Column("shown", Integer, nullable=False),  # the turn that it has shown
)

drill_offers = Table(
    "drill_offers",  # what was offered at them; the latest is on the table
    metadata,
    Column("drill", ID, primary_key=True, autoincrement=False),
    Column("pair", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("seat", Integer, nullable=False),
    Column("member", BigInteger, nullable=False),
    Column("price", BigInteger, nullable=False),  # minor units
    Column("extras", Plain, nullable=False),  # ids
    Column("agreed", Plain, nullable=False),  # seats that have said yes
    Column("at", Moment, nullable=False),
    ForeignKeyConstraint(["drill", "pair"], ["drill_pairs.drill", "drill_pairs.number"], ondelete="CASCADE"),
    Index(None, "member"),
)
