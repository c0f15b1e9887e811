"""What can be wrong with a database, said so that whoever runs the bot knows what to do."""

from __future__ import annotations

import logging
import sqlite3
import time

log = logging.getLogger(__name__)

_SAY_AGAIN = 60.0  # seconds

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
    "SQLITE_FULL": (
        "The disk that holds the database {place} is full. Make room on it; a bot that is running goes on by itself."
    ),
    "SQLITE_IOERR": (
        "The disk that holds the database {place} can't be read or written. Check the disk, or set DATABASE to "
        "another path."
    ),
}
"""By the first two words of SQLite's names for its errors."""

GONE = (
    "The file {file} was deleted or replaced while the bot has it open, so nothing is kept any more. Stop the bot, put "
    "the file back or a backup in its place, then start the bot."
)

OF_POSTGRESQL = {
    "08": "The connection to the database {place} broke. Check the network between the bot and the database.",
    "28": "The database {place} doesn't let the bot in ({error}). Check the name and the password in DATABASE_URL.",
    "3D": "The database {place} can't be used: {error}. Make the database, or change DATABASE_URL.",
    "25": "The database {place} can't be written to: {error}. Set DATABASE_URL to the database that takes changes.",
    "42501": "The database {place} can't be used: {error}. Let its role make and change tables there.",
    "53100": "The disk that holds the database {place} is full. Make room on it.",
    "53300": "The database {place} takes no more connections. Each process of the bot needs 5 of them.",
    "55P03": "The database {place} is kept busy by a process that stands still. Find it and stop it.",
    "57": "The database {place} is being stopped or started. Start again once it is up.",
}
"""By PostgreSQL's code for an error (SQLSTATE), or by its class, the first two characters."""


class StorageProblem(Exception):  # noqa: N818
    """The database can't be used. str(problem) is a sentence for whoever runs the bot."""


def sentence_for(error: BaseException, place: str) -> str:
    """What to say about an error of the database driver at `place`."""
    name = getattr(error, "sqlite_errorname", "") if isinstance(error, sqlite3.Error) else ""
    known = SENTENCES.get("_".join(name.split("_")[:2]))
    if known is not None:
        return known.format(place=place)
    code = getattr(error, "sqlstate", None) or ""
    known = OF_POSTGRESQL.get(code) or OF_POSTGRESQL.get(code[:2])
    if known is not None:
        return known.format(place=place, error=_told(error))
    if isinstance(error, ConnectionError | TimeoutError):
        return f"The database {place} can't be reached ({_told(error)}). Check that it runs, and the network to it."
    return f"The database {place} can't be used: {_told(error)}."


def _told(error: BaseException) -> str:
    return str(error).rstrip(".") or type(error).__name__


class Complaints:
    """Sentences for the log, each of them once a minute: what fails for one fails for all, every second."""

    def __init__(self) -> None:
        self._said: dict[str, float] = {}

    def log(self, sentence: str) -> None:
        now = time.monotonic()
        if now - self._said.get(sentence, float("-inf")) > _SAY_AGAIN:
            self._said[sentence] = now
            log.error("%s", sentence)
