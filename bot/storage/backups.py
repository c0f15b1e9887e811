"""Copies of an SQLite database: made while it is in use, checked after they are written, and put back in its place.

Everything here waits for the disk: call it in a thread. Raises StorageProblem with a sentence on what to do.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from threading import Event

from bot.storage import files
from bot.storage.engines import IN_MEMORY, url_of
from bot.storage.problems import StorageProblem, sentence_for

_NAME = "walkaway-{day}.db"
_NAMES = "walkaway-????-??-??.db"
_UNFINISHED = ".unfinished"
_LEFT_BEHIND = 3600.0  # seconds after which nobody is still writing to an unfinished file
_NEVER = Event()


class Stopped(Exception):  # noqa: N818
    """Whoever wanted the backup doesn't want it any more. What was there before is there still."""


def file_of(database: str) -> Path:
    """The file of an SQLite database that `database`, a path or URL, names."""
    url = url_of(database)
    if url.get_backend_name() != "sqlite":
        raise StorageProblem("Backups of PostgreSQL are made and put back with its own tools, pg_dump and pg_restore.")
    if url.database == IN_MEMORY:
        raise StorageProblem("A database in memory has no file that could be backed up.")
    return Path(str(url.database))


def back_up(database: str, to: Path, stop: Event = _NEVER) -> int:
    """Writes a copy of the database as it is at this moment, whoever is writing to it; says how many bytes it has.

    A file that lies at `to` is replaced, once the copy has been found to be whole. Raises Stopped soon after `stop` is
    set.
    """
    source = file_of(database)
    if not source.is_file():
        raise StorageProblem(f"There is no database at {source}, so there is nothing to back up.")

    def go_on() -> None:
        if stop.is_set():
            raise Stopped

    with _told(to), _put_in_place(to) as unfinished:
        files.copy(source, unfinished, go_on)
        found = files.damage(unfinished, go_on, thoroughly=True)
        if found is not None:
            raise StorageProblem(f"The copy of {source} is damaged ({found}), and so {source} is. See `doctor`.")
    return to.stat().st_size


def check(backup: Path) -> None:
    """Raises StorageProblem where the file is no whole database of the bot."""
    if not backup.is_file():
        raise StorageProblem(f"There is no file {backup}.")
    with _told(backup):
        found = files.damage(backup, lambda: None, thoroughly=True)
        if found is not None:
            raise StorageProblem(f"{backup} is damaged ({found}). Use another backup.")
        if not {"alembic_version", "sessions"} <= files.tables(backup):
            raise StorageProblem(f"{backup} is no database of Walkaway.")


def restore(backup: Path, database: str) -> Path | None:
    """Puts a backup in the place of the database, which is moved aside; returns where to, None where there was none.

    A bot of another version brings the database up to date when it starts. Nobody may be using the database.
    """
    check(backup)
    place = file_of(database)
    fresh, aside = place.with_name(f"{place.name}.restoring"), files.free_name(_aside(place))
    with _told(place):
        try:
            files.duplicate(backup, fresh)
            check(fresh)
            there = files.replace(place, fresh, aside)
        except files.InUse:
            raise StorageProblem("The bot is running. Stop it first, then put the backup back.") from None
        finally:
            fresh.unlink(missing_ok=True)
    return aside if there else None


def rotate(database: str, folder: Path, today: date, keep: int, stop: Event = _NEVER) -> bool:
    """Makes the day's backup in `folder` and deletes all but those of the newest `keep` days; False where it is there
    already. Raises Stopped as `back_up` does."""
    to = folder / _NAME.format(day=today.isoformat())
    if to.exists():
        return False
    back_up(database, to, stop)
    for old in made(folder)[:-keep]:
        old.unlink(missing_ok=True)
    return True


def made(folder: Path) -> list[Path]:
    """The daily backups in a folder, oldest first."""
    return sorted(folder.glob(_NAMES))


def _aside(place: Path) -> Path:
    return place.with_name(f"{place.name}.replaced")


@contextmanager
def _put_in_place(to: Path) -> Generator[Path]:
    """The name of a file to write, which takes the place of `to` at the end, unless anything is raised. Two that make
    the same backup at once, the old bot and the new one, have a file each."""
    to.parent.mkdir(parents=True, exist_ok=True)
    _clear_away(to.parent)
    unfinished = to.with_name(f"{to.name}.{secrets.token_hex(4)}{_UNFINISHED}")
    try:
        yield unfinished
        files.onto_disk(unfinished)
        os.replace(unfinished, to)
        files.onto_disk(to.parent)
    finally:
        for left in (unfinished, Path(f"{unfinished}-journal")):
            left.unlink(missing_ok=True)


def _clear_away(folder: Path) -> None:
    """Deletes what a backup has left that was killed: it holds what members have deleted since."""
    for left in folder.glob(f"*.????????{_UNFINISHED}*"):
        with suppress(FileNotFoundError):
            if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
                left.unlink()


@contextmanager
def _told(place: Path) -> Generator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StorageProblem(sentence_for(error, str(place))) from error
    except OSError as error:
        raise StorageProblem(f"{place} can't be written: {error.strerror}.") from error
