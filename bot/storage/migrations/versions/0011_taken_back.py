"""Sessions whose end may still be taken back, and whether a member is shown how messages were heard.

Why: who was misheard can take the last message back, also one that ended the practice. Until that is over nothing of
what was hidden is told, and nothing is learned from it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sessions", sa.Column("sealed", sa.Boolean, server_default=sa.false(), nullable=False))
    op.add_column("members", sa.Column("heard", sa.Boolean, server_default=sa.true(), nullable=False))
