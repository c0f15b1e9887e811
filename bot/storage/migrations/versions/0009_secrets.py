"""What is hidden is drawn from a secret of its own: of each session, each drill, and of each server for its positions
of the day.

Why: one seed of 31 bits drew both the hidden world and the order of lines, so a few lines and some minutes of
computing gave the world away. Of what was drawn before, the seed stays the secret.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("sessions", "drills"):
        op.add_column(table, sa.Column("secret", sa.String(64), server_default="", nullable=False))
        op.execute(f"UPDATE {table} SET secret = CAST(seed AS VARCHAR(64))")  # noqa: S608 (a name of its own)
    op.create_table(
        "guild_secrets",
        sa.Column("guild", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("guild", name="pk_guild_secrets"),
    )
