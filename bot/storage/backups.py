"""Copies of a database: made while it is in use, checked after they are written, and put back in its place.

Each is an SQLite file, of an SQLite database page by page, of PostgreSQL as postgres_backups.py says, and can be put
back into either kind.

Everything here waits for the disk or the network: call it in a thread that runs no event loop. Raises StorageProblem
with a sentence on what to do.
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

from sqlalchemy import URL

from bot.storage import files, postgres_backups
from bot.storage.engines import IN_MEMORY, url_of
from bot.storage.problems import StorageProblem, sentence_for

_NAME = "walkaway-{day}.db"
_NAMES = "walkaway-????-??-??.db"
_OF_POSTGRESQL = "walkaway.db"
_UNFINISHED = ".unfinished"
_LEFT_BEHIND = 3600.0  # seconds after which nobody is still writing to an unfinished file
_NEVER = Event()


class Stopped(Exception):  # noqa: N818
    """Whoever wanted the backup doesn't want it any more. What was there before is there still."""


def place_of(database: str) -> str:
    """What `database`, a path or URL, names, in words without its password."""
    url = url_of(database)
    return postgres_backups.place_of(url) if _is_postgresql(url) else str(url.database)


def can_be_made_of(database: str) -> bool:
    """A database in memory has nothing that could be copied."""
    return url_of(database).database != IN_MEMORY


def back_up(database: str, to: Path, stop: Event = _NEVER) -> int:
    """Writes a copy of the database as it is at this moment, whoever is writing to it; says how many bytes it has.

    A file that lies at `to` is replaced, once the copy has been found to be whole. Raises Stopped soon after `stop` is
    set.
    """

    def go_on() -> None:
        if stop.is_set():
            raise Stopped

    url = url_of(database)
    with _told(to), _put_in_place(to) as unfinished:
        if _is_postgresql(url):
            postgres_backups.write(url, unfinished, go_on)
        else:
            _must_be_there(_file_of(url))
            files.copy(_file_of(url), unfinished, go_on)
        found = files.damage(unfinished, go_on, thoroughly=True)
        if found is not None:
            raise StorageProblem(
                f"The copy is damaged ({found}). `doctor` says whether {place_of(database)} is as well."
            )
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


def restore(backup: Path, database: str, folder: Path) -> Path | None:
    """Puts a backup in the place of what the database holds, all of it or nothing. What was there is kept in a file,
    beside an SQLite database, and in `folder` where it is PostgreSQL; returns that file, None where nothing was there.

    A bot of another version brings the database up to date when it starts. Nobody may be using the database.
    """
    check(backup)
    url = url_of(database)
    if _is_postgresql(url):
        return _into_postgresql(backup, url, folder)
    return _onto_file(backup, _file_of(url))


def _into_postgresql(backup: Path, url: URL, folder: Path) -> Path | None:
    aside = _aside(folder / _OF_POSTGRESQL)
    with _told(aside):
        folder.mkdir(parents=True, exist_ok=True)
        there = postgres_backups.put_back(backup, url, aside)
    return aside if there else None


def _onto_file(backup: Path, place: Path) -> Path | None:
    fresh, aside = place.with_name(f"{place.name}.restoring"), _aside(place)
    with _told(place):
        try:
            fresh.unlink(missing_ok=True)
            place.parent.mkdir(parents=True, exist_ok=True)
            files.make_private(fresh)
            files.copy(backup, fresh, lambda: None)
            check(fresh)
            files.onto_disk(fresh)
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


def replaced(database: str, folder: Path) -> list[Path]:
    """The files of what was there before a backup was put back, as `restore` kept it."""
    url = url_of(database)
    place = folder / _OF_POSTGRESQL if _is_postgresql(url) else _file_of(url)
    return sorted(place.parent.glob(f"{place.name}.replaced*"))


def _aside(place: Path) -> Path:
    return files.free_name(place.with_name(f"{place.name}.replaced"))


def _is_postgresql(url: URL) -> bool:
    return url.get_backend_name() != "sqlite"


def _file_of(url: URL) -> Path:
    if url.database == IN_MEMORY:
        raise StorageProblem("A database in memory has no file that could be backed up.")
    return Path(str(url.database))


def _must_be_there(file: Path) -> None:
    if not file.is_file():
        raise StorageProblem(f"There is no database at {file}, so there is nothing to back up.")


@contextmanager
def _put_in_place(to: Path) -> Generator[Path]:
    """The name of a file to write, which takes the place of `to` at the end, unless anything is raised. Two that make
    the same backup at once, the old bot and the new one, have a file each."""
    to.parent.mkdir(parents=True, exist_ok=True)
    _clear_away(to.parent)
    unfinished = to.with_name(f"{to.name}.{secrets.token_hex(4)}{_UNFINISHED}")
    try:
        files.make_private(unfinished)
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
