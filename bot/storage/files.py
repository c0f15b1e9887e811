"""An SQLite database as a file: copied while it is in use, looked through, put in the place of another, and rid of what
was deleted.

Everything here waits for the disk: call it in a thread. Raises sqlite3.Error and OSError.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

_MOMENT = 0.5  # seconds
_BUSY_SECONDS = 5.0
_PAGES_AT_ONCE = 1000
_STEPS = 100_000  # of SQLite's machine, a few milliseconds


def make_private(file: Path) -> None:
    """Makes an empty file that nobody but its owner may read, unless it is there: SQLite takes it for a database, and
    gives what lies beside it the same rights."""
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


class Place:
    """Which files a database was opened in: a name can be given to another file meanwhile, or to none."""

    def __init__(self, file: Path) -> None:
        self._were = {each: which for each in (file, Path(f"{file}-wal")) if (which := _which(each)) is not None}

    def changed(self) -> Path | None:
        """Return the first whose name leads elsewhere now: what is written to it is lost. It takes microseconds."""
        return next((file for file, was in self._were.items() if _which(file) != was), None)


def _which(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def empty_log(file: Path) -> None:
    """Takes what the write-ahead log holds into the database, and empties the log, unless it is read for longer than
    a moment: writers wait meanwhile."""
    with closing(sqlite3.connect(file, timeout=_MOMENT)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def copy(file: Path, to: Path, go_on: Callable[[], None]) -> None:
    """Copies the database as it is when this begins, whoever writes to it meanwhile; what `go_on` raises ends it."""

    def between(_status: int, _left: int, _all: int) -> None:
        go_on()

    with closing(read_only(file)) as live, closing(sqlite3.connect(to)) as made:
        live.execute("BEGIN")  # without a moment to stay at, each commit of another's would make it begin anew
        live.execute("SELECT count(*) FROM sqlite_master").fetchone()
        live.backup(made, pages=_PAGES_AT_ONCE, sleep=0.01, progress=between)
        made.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it


def damage(file: Path, go_on: Callable[[], None], *, thoroughly: bool) -> str | None:
    """What SQLite finds damaged first, None where the database is whole; what `go_on` raises ends it.

    It takes about 3 ms for each MB, and twice that thoroughly, which finds fault with indexes too.
    """
    with closing(read_only(file)) as database:
        ended: list[BaseException] = []

        def go_on_or_end() -> bool:
            try:
                go_on()
            except BaseException as reason:
                ended.append(reason)
            return bool(ended)

        database.set_progress_handler(go_on_or_end, _STEPS)
        try:
            found = database.execute(f"PRAGMA {'integrity' if thoroughly else 'quick'}_check(1)").fetchone()[0]
        except sqlite3.OperationalError:
            if ended:
                raise ended[0] from None
            raise
    return None if found == "ok" else found


def tables(file: Path) -> set[str]:
    with closing(read_only(file)) as database:
        return {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def replace(file: Path, by: Path, aside: Path) -> bool:
    """Puts the database `by` in the place of `file`, which is moved aside; False where there was none.

    Raises InUse where another program has it open.
    """
    there = file.is_file()
    if there:
        _close_log(file)
        try:
            os.link(file, aside)  # there is a database in the place at each moment, whenever this is killed
        except OSError:  # not every disk can do that
            os.replace(file, aside)
    os.replace(by, file)
    onto_disk(file.parent)
    return there


class InUse(Exception):  # noqa: N818
    """Another program has the database open."""


def _close_log(file: Path) -> None:
    """Takes the write-ahead log into the database. SQLite lets only the last one who uses a database do that."""
    try:
        with closing(sqlite3.connect(file, timeout=_MOMENT)) as database:
            database.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise InUse from None
        raise
    except sqlite3.DatabaseError:
        for left in (Path(f"{file}-wal"), Path(f"{file}-shm")):  # it is damaged: its log goes with it
            if left.exists():
                os.replace(left, free_name(left.with_name(f"{left.name}.replaced")))


def read_only(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS)


def free_name(path: Path) -> Path:
    """`path`, or the first like it that isn't taken."""
    taken, number = path, 1
    while taken.exists():
        number += 1
        taken = path.with_name(f"{path.name}-{number}")
    return taken


def onto_disk(path: Path) -> None:
    """Waits until it is written; folders can't be asked on Windows."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
