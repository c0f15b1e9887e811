"""What is learned: lessons of sessions, mistakes, memories, ratings, quizzes, positions of the day.

Why: practice lasts where it comes again at the right time, and where one can see oneself getting better. What is shown
of many sessions is kept added up, so that it is read as fast after a hundred thousand as after a hundred.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "members",
        sa.Column("learner", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("shown", sa.Boolean, nullable=False),
        sa.Column("rated", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("learner", name="pk_members"),
    )
    op.create_table(
        "owed_lessons",
        sa.Column("session", ID, autoincrement=False, nullable=False),
        sa.Column("learner", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("session", name="pk_owed_lessons"),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_owed_lessons_session", ondelete="CASCADE"),
    )
    op.create_index("ix_owed_lessons_learner_session", "owed_lessons", ["learner", "session"])
    op.create_table(
        "lessons",
        sa.Column("session", ID, autoincrement=False, nullable=False),
        sa.Column("learner", sa.BigInteger, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("accuracy", sa.Float),
        sa.Column("score", sa.Float),
        sa.Column("rated", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("session", name="pk_lessons"),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_lessons_session", ondelete="CASCADE"),
    )
    op.create_table(
        "mistakes",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("session", ID, nullable=False),
        sa.Column("learner", sa.BigInteger, nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("loss", sa.Float, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_mistakes"),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_mistakes_session", ondelete="CASCADE"),
        sa.UniqueConstraint("session", "step", name="uq_mistakes_session_step"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_mistakes_learner_id", "mistakes", ["learner", "id"])
    op.create_table(
        "habits",
        sa.Column("learner", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("loss", sa.Float, nullable=False),
        sa.Column("session", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("learner", "reason", name="pk_habits"),
    )
    op.create_table(
        "days",
        sa.Column("learner", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("first", MOMENT, nullable=False),
        sa.Column("last", MOMENT, nullable=False),
        sa.Column("sessions", sa.Integer, nullable=False),
        sa.Column("answers", sa.Integer, nullable=False),
        sa.Column("accuracies", sa.Integer, nullable=False),
        sa.Column("accuracy", sa.Float, nullable=False),
        sa.Column("shares", sa.Integer, nullable=False),
        sa.Column("share", sa.Float, nullable=False),
        sa.Column("rating", sa.Float),
        sa.PrimaryKeyConstraint("learner", "day", name="pk_days"),
    )
    op.create_table(
        "skills",
        sa.Column("learner", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("scenario", sa.String(100), nullable=False),
        sa.Column("sessions", sa.Integer, nullable=False),
        sa.Column("deals", sa.Integer, nullable=False),
        sa.Column("no_deals", sa.Integer, nullable=False),
        sa.Column("best_share", sa.Float),
        sa.Column("reviewed", sa.Integer, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("learner", "scenario", name="pk_skills"),
    )
    op.create_table(
        "learner_ratings",
        sa.Column("learner", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("mean", sa.Float, nullable=False),
        sa.Column("spread", sa.Float, nullable=False),
        sa.Column("sessions", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("learner", name="pk_learner_ratings"),
    )
    op.create_table(
        "scenario_ratings",
        sa.Column("scenario", sa.String(100), nullable=False),
        sa.Column("mean", sa.Float, nullable=False),
        sa.Column("spread", sa.Float, nullable=False),
        sa.Column("sessions", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("scenario", name="pk_scenario_ratings"),
    )
    op.create_table(
        "board_members",
        sa.Column("guild", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("learner", sa.BigInteger, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("guild", "learner", name="pk_board_members"),
    )
    op.create_table(
        "weekly_bests",
        sa.Column("guild", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("week", sa.Date, nullable=False),
        sa.Column("learner", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("scenario", sa.String(100), nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("guild", "week", "learner", "scenario", name="pk_weekly_bests"),
    )
    op.create_table(
        "memories",
        sa.Column("learner", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("question", sa.String(160), nullable=False),
        sa.Column("tactic", sa.String(100)),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("last", MOMENT, nullable=False),
        sa.Column("stability", sa.Float, nullable=False),
        sa.Column("difficulty", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("learner", "question", name="pk_memories"),
    )
    op.create_index("ix_memories_learner_due", "memories", ["learner", "due"])
    op.create_table(
        "quizzes",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("learner", sa.BigInteger, nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.Column("questions", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_quizzes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_quizzes_learner_id", "quizzes", ["learner", "id"])
    op.create_table(
        "answers",
        sa.Column("quiz", ID, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("choice", sa.Integer, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("quiz", "number", name="pk_answers"),
        sa.ForeignKeyConstraint(["quiz"], ["quizzes.id"], name="fk_answers_quiz", ondelete="CASCADE"),
    )
    op.create_table(
        "daily_positions",
        sa.Column("guild", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("guild", "day", name="pk_daily_positions"),
    )
    op.create_table(
        "daily_answers",
        sa.Column("guild", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("learner", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("choice", sa.Integer, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("guild", "day", "learner", name="pk_daily_answers"),
    )
    # Sessions that ended before are still to be learned from.
    op.execute(
        "INSERT INTO owed_lessons (session, learner) SELECT id, learner FROM sessions WHERE ended_at IS NOT NULL"
    )
