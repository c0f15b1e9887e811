"""An SQLite database as a file: copied while it is in use, checked, and rid of what was deleted.

Everything here waits for the disk: call it in a thread. Raises sqlite3.Error.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_MOMENT = 0.5  # seconds


def empty_log(file: Path) -> None:
    """Takes what the write-ahead log holds into the database, and empties the log, unless it is read for longer than
    a moment: writers wait meanwhile."""
    with closing(sqlite3.connect(file, timeout=_MOMENT)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
