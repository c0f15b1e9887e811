"""Seats in drills are found by their thread.

Why: each message in any thread asks whether it belongs to a drill, and the answer took a look at every seat there is.
"""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_drill_seats_thread", "drill_seats", ["thread"])
