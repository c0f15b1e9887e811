"""Tables of two in drills, and what is offered at them.

Why: offers count when both have said yes, which may be a restart apart.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "drill_pairs",
        sa.Column("drill", ID, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("first_seat", sa.Integer, nullable=False),
        sa.Column("second_seat", sa.Integer),
        sa.Column("away", sa.Integer),
        sa.Column("ending", sa.String(20)),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("shown", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("drill", "number", name="pk_drill_pairs"),
        sa.ForeignKeyConstraint(["drill"], ["drills.id"], name="fk_drill_pairs_drill", ondelete="CASCADE"),
    )
    op.create_table(
        "drill_offers",
        sa.Column("drill", ID, autoincrement=False, nullable=False),
        sa.Column("pair", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("seat", sa.Integer, nullable=False),
        sa.Column("member", sa.BigInteger, nullable=False),
        sa.Column("price", sa.BigInteger, nullable=False),
        sa.Column("extras", sa.Text, nullable=False),
        sa.Column("agreed", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("drill", "pair", "number", name="pk_drill_offers"),
        sa.ForeignKeyConstraint(
            ["drill", "pair"],
            ["drill_pairs.drill", "drill_pairs.number"],
            name="fk_drill_offers_drill",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_drill_offers_member", "drill_offers", ["member"])
