"""What is kept: sessions as lists of events, what is still to be posted, and what is due later.

Each module of queries is about one thing that is stored, and takes the connection it is to use:

    async with storage.writing() as db:
        session = await sessions.add(db, ...)
        await events.append(db, ...)
"""

from __future__ import annotations

from bot.storage import drill_tables as drill_tables  # these declare their tables beside those of tables.py
from bot.storage import learning_tables as learning_tables
from bot.storage.problems import StorageProblem
from bot.storage.storage import Connection, Storage

__all__ = ["Connection", "Storage", "StorageProblem"]
