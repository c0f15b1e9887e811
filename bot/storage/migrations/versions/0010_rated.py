"""Whether a session counts for the rating is settled with its first move; and how hard each member found each scenario.

Why: a hint before the last move, or a setting changed after the end, took a loss out of the rating; and a few accounts
that lost on purpose moved a scenario's rating as far as they liked. Sessions in which something has been said are
settled as they would have been until now.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sessions", sa.Column("rated", sa.Boolean, nullable=True))
    op.execute(
        "UPDATE sessions SET rated = (rewound_from IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM events WHERE events.session = sessions.id AND events.kind = 'hinted')"
        " AND NOT EXISTS (SELECT 1 FROM members WHERE members.learner = sessions.learner AND NOT members.rated))"
        " WHERE EXISTS (SELECT 1 FROM events WHERE events.session = sessions.id AND events.kind = 'said')"
    )
    op.create_table(
        "scenario_results",
        sa.Column("scenario", sa.String(100), nullable=False),
        sa.Column("learner", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("results", sa.Integer, nullable=False),
        sa.Column("hardness", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("scenario", "learner", name="pk_scenario_results"),
    )
    op.create_index("ix_scenario_results_learner", "scenario_results", ["learner"])
