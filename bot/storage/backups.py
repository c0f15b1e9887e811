"""Copies of an SQLite database: made while it is in use, checked after they are written, and put back in its place.

Everything here waits for the disk: call it in a thread. Raises StorageProblem with a sentence on what to do.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from bot.storage.engines import IN_MEMORY, url_of
from bot.storage.problems import StorageProblem, sentence_for

_NAME = "walkaway-{day}.db"
_NAMES = "walkaway-????-??-??.db"
_BUSY_SECONDS = 5.0


def file_of(database: str) -> Path:
    """The file of an SQLite database that `database`, a path or URL, names."""
    url = url_of(database)
    if url.get_backend_name() != "sqlite":
        raise StorageProblem("Backups of PostgreSQL are made and put back with its own tools, pg_dump and pg_restore.")
    if url.database == IN_MEMORY:
        raise StorageProblem("A database in memory has no file that could be backed up.")
    return Path(str(url.database))


def back_up(database: str, to: Path) -> int:
    """Writes a copy of the database as it is at this moment, whoever is writing to it; says how many bytes it has.

    A file that lies at `to` is replaced, once the copy has been found to be whole.
    """
    source = file_of(database)
    if not source.is_file():
        raise StorageProblem(f"There is no database at {source}, so there is nothing to back up.")
    unfinished = to.with_name(f"{to.name}.unfinished")
    with _told(to):
        to.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with closing(_open(source)) as live, closing(sqlite3.connect(unfinished)) as copy:
            live.backup(copy, pages=1000, sleep=0.01)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
        check(unfinished)
        _onto_disk(unfinished)
        os.replace(unfinished, to)
        _onto_disk(to.parent)
    return to.stat().st_size


def check(backup: Path) -> None:
    """Raises StorageProblem where the file is no whole database of the bot."""
    if not backup.is_file():
        raise StorageProblem(f"There is no file {backup}.")
    with _told(backup), closing(_open(backup)) as copy:
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        tables = {row[0] for row in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if found != "ok":
        raise StorageProblem(f"{backup} is damaged ({found}). Use another backup.")
    if "alembic_version" not in tables or "sessions" not in tables:
        raise StorageProblem(f"{backup} is no database of Walkaway.")


def restore(backup: Path, database: str) -> Path | None:
    """Puts a backup in the place of the database, which is moved aside; returns where to, None where there was none.

    A bot of another version brings the database up to date when it starts. Nobody may be using the database.
    """
    check(backup)
    place = file_of(database)
    fresh, aside = place.with_name(f"{place.name}.restoring"), _free(place.with_name(f"{place.name}.replaced"))
    with _told(place):
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(backup, fresh)
        check(fresh)
        _onto_disk(fresh)
        there = place.is_file()
        if there:
            _close_log(place)
            os.replace(place, aside)
        os.replace(fresh, place)
        _onto_disk(place.parent)
    return aside if there else None


def rotate(database: str, folder: Path, today: date, keep: int) -> bool:
    """Makes the day's backup in `folder` and deletes all but those of the newest `keep` days; False where it is there
    already."""
    to = folder / _NAME.format(day=today.isoformat())
    if to.exists():
        return False
    back_up(database, to)
    for old in made(folder)[:-keep]:
        old.unlink(missing_ok=True)
    return True


def made(folder: Path) -> list[Path]:
    """The daily backups in a folder, oldest first."""
    return sorted(folder.glob(_NAMES))


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS)


def _close_log(place: Path) -> None:
    """Takes the write-ahead log into the database. SQLite lets only the last one who uses a database do that."""
    try:
        with closing(sqlite3.connect(place, timeout=0.5)) as database:
            database.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise StorageProblem("The bot is running. Stop it first, then put the backup back.") from None
        raise
    except sqlite3.DatabaseError:
        for left in (Path(f"{place}-wal"), Path(f"{place}-shm")):  # it is damaged: its log goes with it
            if left.exists():
                os.replace(left, _free(left.with_name(f"{left.name}.replaced")))


def _free(path: Path) -> Path:
    """`path`, or the first like it that isn't taken."""
    taken, number = path, 1
    while taken.exists():
        number += 1
        taken = path.with_name(f"{path.name}-{number}")
    return taken


def _onto_disk(path: Path) -> None:
    """Waits until it is written; folders can't be asked on Windows."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _told(place: Path) -> Generator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StorageProblem(sentence_for(error, str(place))) from error
    except OSError as error:
        raise StorageProblem(f"{place} can't be written: {error.strerror}.") from error
