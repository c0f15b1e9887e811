"""Which database an address means, and how it is reached: SQLite as in sqlite.py, PostgreSQL as in postgres.py."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager, suppress
from pathlib import Path
from typing import Protocol

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.storage import files
from bot.storage.connection import Connection, Result, Work
from bot.storage.postgres import PostgreSQL
from bot.storage.problems import StorageProblem
from bot.storage.sqlite import IN_MEMORY, SQLite


class Database(Protocol):
    """What SQLite and PostgreSQL both are. Each raises the errors of its driver."""

    def reading(self) -> AbstractAsyncContextManager[Connection]: ...

    def writing(self) -> AbstractAsyncContextManager[Connection]: ...

    async def read(self, work: Work[Result]) -> Result: ...

    async def write(self, work: Work[Result]) -> Result: ...

    async def close(self) -> None: ...


def url_of(database: str) -> URL:
    """The URL that stands for a path, ":memory:" or a URL, with the driver that the bot uses.

    Raises StorageProblem where it is the URL of something else.
    """
    if "://" not in database:
        return URL.create("sqlite+aiosqlite", database=database)
    try:
        url = make_url(database)
    except ArgumentError:
        raise StorageProblem("DATABASE is no URL that can be read. Write a path, or postgresql://…") from None
    match url.get_backend_name():
        case "sqlite":
            return url.set(drivername="sqlite+aiosqlite", database=url.database or IN_MEMORY)
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+asyncpg")
        case other:
            raise StorageProblem(f"DATABASE names {other}, which isn't known here. Write a path, or postgresql://…")


def database_at(url: URL, busy_seconds: float) -> Database:
    """The database of a URL that `url_of` gave. Nothing is connected yet; the folder for a file is made."""
    if url.get_backend_name() != "sqlite":
        return PostgreSQL(url, busy_seconds)
    path = url.database or IN_MEMORY
    if path != IN_MEMORY:
        _make_folder(path)
        with suppress(OSError):  # whoever opens it says what is wrong
            files.make_private(Path(path))
    return SQLite(path, busy_seconds)


def _make_folder(path: str) -> None:
    folder = Path(path).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageProblem(
            f"The folder {folder} for the database can't be made: {error.strerror}. Set DATABASE to another path."
        ) from None
    if Path(path).is_dir():
        raise StorageProblem(f"DATABASE is set to the folder {path}. Set it to a file, for example {path}/walkaway.db.")
