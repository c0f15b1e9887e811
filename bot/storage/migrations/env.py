"""Alembic runs this: on the connection that `migrating.bring_up_to_date` hands over, in that transaction.

Without a connection the migrations are written out as SQL for PostgreSQL, which a test reads.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from bot.storage.tables import metadata

connection: Connection | None = context.config.attributes.get("connection")

if connection is None:
    context.configure(dialect_name="postgresql", target_metadata=metadata, literal_binds=True)
else:
    # SQLite can undo DDL; Alembic doesn't take it for granted.
    context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True, render_as_batch=True)

with context.begin_transaction():
    context.run_migrations()
