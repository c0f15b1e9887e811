"""Sessions, their events, the outbox and the timers.

Why: a practice has to outlive the process that holds it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "contents",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_contents"),
    )
    op.create_table(
        "sessions",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("learner", sa.BigInteger, nullable=False),
        sa.Column("front", sa.String(20), nullable=False),
        sa.Column("guild", sa.BigInteger),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("scenario", sa.String(100), nullable=False),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("world", sa.String(100), nullable=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.Column("outcome", sa.String(20)),
        sa.Column("price", sa.BigInteger),
        sa.Column("surplus_share", sa.Float),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.ForeignKeyConstraint(["content"], ["contents.digest"], name="fk_sessions_content"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sessions_learner_started_at", "sessions", ["learner", "started_at"])
    op.create_index("ix_sessions_channel_ended_at", "sessions", ["channel", "ended_at"])
    op.create_table(
        "events",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("session", ID, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("cause", sa.String(100), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_events_session", ondelete="CASCADE"),
        sa.UniqueConstraint("session", "number", name="uq_events_session_number"),
        sa.UniqueConstraint("session", "cause", name="uq_events_session_cause"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "posts",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("session", ID, nullable=False),
        sa.Column("event", ID, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("posted_at", MOMENT),
        sa.Column("message", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_posts"),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_posts_session", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name="fk_posts_event", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_posts_posted_at", "posts", ["posted_at"])
    op.create_index("ix_posts_session", "posts", ["session"])
    op.create_table(
        "timers",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("session", ID, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_timers"),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_timers_session", ondelete="CASCADE"),
        sa.UniqueConstraint("session", "kind", name="uq_timers_session_kind"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_timers_due_at", "timers", ["due_at"])
