"""Looking at a database without changing anything in it: for whoever runs the bot, before or while it runs.

Waits for the disk or the network: call it in a thread.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL

from bot.storage import files, postgres_backups
from bot.storage.engines import IN_MEMORY, url_of
from bot.storage.migrating import newest
from bot.storage.problems import StorageProblem, sentence_for


@dataclass(frozen=True, slots=True)
class Examined:
    """A database. `version` is the migration it stands at, None where there is none yet; `newest` the one that this
    version of the bot needs. `problem` says what is wrong, `None` where nothing is. Sizes are bytes; `free` is what is
    free on the disk, None where that is another machine's."""

    place: str
    version: str | None = None
    newest: str = ""
    size: int = 0
    free: int | None = None
    problem: str | None = None
    open_to_others: bool = False  # whether other users of the machine may read it


def examine(database: str) -> Examined:
    """Raises StorageProblem where `database` names nothing that lasts."""
    url = url_of(database)
    if url.database == IN_MEMORY:
        raise StorageProblem("A database in memory is empty at each start.")
    return _postgresql(url) if url.get_backend_name() != "sqlite" else _file(Path(str(url.database)))


def _postgresql(url: URL) -> Examined:
    place = postgres_backups.place_of(url)
    try:
        found = postgres_backups.examine(url)
    except StorageProblem as problem:
        return Examined(place, problem=str(problem))
    told = None if found.changeable else f"{place} can't be changed. Let the bot's role make and change tables there."
    return Examined(place, found.version, newest(), found.size, problem=told)


def _file(file: Path) -> Examined:
    folder = next(each for each in (file.parent, *file.parent.absolute().parents) if each.exists())
    free = shutil.disk_usage(folder).free
    if not os.access(folder, os.W_OK) or (file.exists() and not os.access(file, os.W_OK)):
        told = f"{file} can't be written to. Give the bot permission to write the file and its folder."
        return Examined(str(file), free=free, problem=told)
    if not file.exists():
        log = Path(f"{file}-wal")
        told = f"{file} is gone, and {log} is there still: it was deleted while the bot had it open."
        return Examined(str(file), free=free, problem=told if log.exists() else None)
    try:
        with closing(files.read_only(file)) as found:
            version = found.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        ill = files.damage(file, lambda: None, thoroughly=False)
    except sqlite3.Error as error:
        return Examined(str(file), free=free, problem=sentence_for(error, str(file)))
    told = None if ill is None else f"{file} is damaged: {ill}."
    return Examined(str(file), version, newest(), file.stat().st_size, free, told, _open_to_others(file))


def _open_to_others(file: Path) -> bool:
    return os.name != "nt" and bool(file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH))
