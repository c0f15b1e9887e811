"""Where a session was begun from: a moment of another one.

Why: such a session is practice and is never rated, whatever becomes of the one that it goes back to; so there is no
foreign key, and the number stays where the other session is deleted.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.add_column("sessions", sa.Column("rewound_from", ID))
    op.add_column("sessions", sa.Column("rewound_at", sa.Integer))
