"""Looking at a database without changing anything in it: for whoever runs the bot, before or while it runs.

Waits for the disk: call it in a thread.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from alembic.script import ScriptDirectory

from bot.storage.backups import file_of
from bot.storage.migrating import configuration
from bot.storage.problems import sentence_for


@dataclass(frozen=True, slots=True)
class Examined:
    """A database file. `version` is the migration it stands at, None where it isn't there yet; `newest` the one that
    this version of the bot needs. `problem` says what is wrong, `None` where nothing is. Sizes are bytes."""

    file: Path
    version: str | None
    newest: str
    size: int
    free: int
    problem: str | None


def examine(database: str) -> Examined:
    """Raises StorageProblem where `database` names no file: see `file_of`."""
    file = file_of(database)
    newest = ScriptDirectory.from_config(configuration()).get_current_head() or ""
    folder = next(each for each in (file.parent, *file.parent.absolute().parents) if each.exists())
    free = shutil.disk_usage(folder).free
    if not os.access(folder, os.W_OK) or (file.exists() and not os.access(file, os.W_OK)):
        told = f"{file} can't be written to. Give the bot permission to write the file and its folder."
        return Examined(file, None, newest, 0, free, told)
    if not file.exists():
        return Examined(file, None, newest, 0, free, None)
    size = file.stat().st_size
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as found:
            version = found.execute("SELECT version_num FROM alembic_version").fetchone()[0]
            ill = found.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        return Examined(file, None, newest, size, free, sentence_for(error, str(file)))
    return Examined(file, version, newest, size, free, None if ill == "ok" else f"{file} is damaged: {ill}.")


def is_known(version: str) -> bool:
    """Whether this version of the bot has the migration that a database stands at."""
    known = {script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()}
    return version in known
