"""Drills, their seats, and what servers have set; sessions that are held or veiled.

Why: a drill outlives the process that runs it. A session of a drill takes no moves while the drill is paused (held),
and tells what it hid only when the drill does (veiled).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("sessions", sa.Column("held", sa.Boolean, server_default=sa.false(), nullable=False))
    op.add_column("sessions", sa.Column("veiled", sa.Boolean, server_default=sa.false(), nullable=False))
    op.create_table(
        "guilds",
        sa.Column("guild", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("moderator_role", sa.BigInteger),
        sa.Column("console_channel", sa.BigInteger),
        sa.Column("practice_channels", sa.Text, nullable=False),
        sa.Column("private_threads", sa.Boolean, nullable=False),
        sa.Column("names_in_export", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("guild", name="pk_guilds"),
    )
    op.create_table(
        "drills",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("guild", sa.BigInteger, nullable=False),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("moderator", sa.BigInteger, nullable=False),
        sa.Column("mode", sa.String(20), nullable=False),
        sa.Column("scenario", sa.String(100), nullable=False),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("world", sa.String(100), nullable=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("most", sa.Integer, nullable=False),
        sa.Column("phase", sa.String(20), nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("ran", sa.Float, nullable=False),
        sa.Column("running_since", MOMENT),
        sa.Column("revealed", sa.Boolean, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.Column("starts_at", MOMENT),
        sa.Column("event", sa.BigInteger),
        sa.Column("invitation", sa.BigInteger),
        sa.Column("console_channel", sa.BigInteger),
        sa.Column("console", sa.BigInteger),
        sa.Column("debrief", sa.BigInteger),
        sa.Column("game", sa.Integer, nullable=False),
        sa.Column("again_of", ID),
        sa.PrimaryKeyConstraint("id", name="pk_drills"),
        sa.ForeignKeyConstraint(["content"], ["contents.digest"], name="fk_drills_content"),
        sa.ForeignKeyConstraint(["again_of"], ["drills.id"], name="fk_drills_again_of", ondelete="SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_drills_guild_id", "drills", ["guild", "id"])
    op.create_index("ix_drills_phase", "drills", ["phase"])
    op.create_table(
        "drill_seats",
        sa.Column("drill", ID, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("member", sa.BigInteger, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("named", sa.Boolean, nullable=False),
        sa.Column("began", sa.Float),
        sa.Column("session", ID),
        sa.Column("thread", sa.BigInteger),
        sa.Column("ending", sa.String(20)),
        sa.Column("gain", sa.BigInteger),
        sa.PrimaryKeyConstraint("drill", "number", name="pk_drill_seats"),
        sa.ForeignKeyConstraint(["drill"], ["drills.id"], name="fk_drill_seats_drill", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_drill_seats_session", ondelete="SET NULL"),
    )
    op.create_index("ix_drill_seats_session", "drill_seats", ["session"])
    op.create_index("ix_drill_seats_status", "drill_seats", ["status"])
