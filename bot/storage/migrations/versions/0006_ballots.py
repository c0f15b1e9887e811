"""The votes of a drill in front of all.

Why: a vote that is on when the bot is restarted goes on with the votes it had. Who proposed and who voted stand in
rows of their own, so that a member can see them and have them deleted.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "drill_ballots",
        sa.Column("drill", ID, autoincrement=False, nullable=False),
        sa.Column("seconds", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("closes", sa.Float),
        sa.Column("chosen", sa.Integer),
        sa.Column("message", sa.BigInteger),
        sa.PrimaryKeyConstraint("drill", name="pk_drill_ballots"),
        sa.ForeignKeyConstraint(["drill"], ["drills.id"], name="fk_drill_ballots_drill", ondelete="CASCADE"),
    )
    op.create_table(
        "drill_candidates",
        sa.Column("drill", ID, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("member", sa.BigInteger),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("moves", sa.Text),
        sa.PrimaryKeyConstraint("drill", "place", name="pk_drill_candidates"),
        sa.ForeignKeyConstraint(
            ["drill"], ["drill_ballots.drill"], name="fk_drill_candidates_drill", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_drill_candidates_member", "drill_candidates", ["member"])
    op.create_table(
        "drill_votes",
        sa.Column("drill", ID, autoincrement=False, nullable=False),
        sa.Column("member", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("candidate", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("drill", "member", name="pk_drill_votes"),
        sa.ForeignKeyConstraint(["drill"], ["drill_ballots.drill"], name="fk_drill_votes_drill", ondelete="CASCADE"),
    )
    op.create_index("ix_drill_votes_member", "drill_votes", ["member"])
