"""What can be wrong with a database, said so that whoever runs the bot knows what to do."""

from __future__ import annotations

import sqlite3

SENTENCES = {
    "SQLITE_READONLY": (
        "The database {place} can't be written to. Give the bot permission to write the file and its folder, "
        "or set DATABASE to another path."
    ),
    "SQLITE_CANTOPEN": (
        "The database {place} can't be opened or created. Check that its folder exists and that the bot may write "
        "there, or set DATABASE to another path."
    ),
    "SQLITE_BUSY": (
        "The database {place} is in use by another program. Stop the other program (perhaps a second copy of the "
        "bot) and start again."
    ),
    "SQLITE_NOTADB": (
        "The file {place} is no SQLite database. Set DATABASE to another path, or move the file away to begin with "
        "an empty database."
    ),
    "SQLITE_CORRUPT": (
        "The database {place} is damaged. Put a backup in its place, or move the file away to begin with an empty "
        "database."
    ),
    "SQLITE_FULL": "The disk that holds the database {place} is full. Make room and start again.",
    "SQLITE_IOERR": (
        "The disk that holds the database {place} can't be read or written. Check the disk, or set DATABASE to "
        "another path."
    ),
}
"""By the first two words of SQLite's names for its errors."""


class StorageProblem(Exception):  # noqa: N818
    """The database can't be used. str(problem) is a sentence for whoever runs the bot."""


def sentence_for(error: BaseException, place: str) -> str:
    """What to say about an error of the database driver at `place`."""
    name = getattr(error, "sqlite_errorname", "") if isinstance(error, sqlite3.Error) else ""
    known = SENTENCES.get("_".join(name.split("_")[:2]))
    if known is not None:
        return known.format(place=place)
    return f"The database {place} can't be used: {error}."
