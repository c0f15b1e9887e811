"""The database as the services use it: opened once, read and written in transactions."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from threading import Event

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as NoConnectionInTime

from bot.storage import files
from bot.storage.connection import Connection, Result, Work
from bot.storage.engines import IN_MEMORY, Database, database_at, url_of
from bot.storage.migrating import bring_up_to_date
from bot.storage.problems import GONE, SENTENCES, Complaints, StorageProblem, sentence_for

BUSY_SECONDS = 5.0  # how long another process may hold the file before it counts as locked
AT_ONCE = 64 * 2**20  # bytes, which are looked through in about 0.2 s


class Storage:
    """A database that is open and up to date. Made by `Storage.open`."""

    def __init__(self, place: str, database: Database, file: Path | None = None) -> None:
        """`file` is where an SQLite database lies, unless it is in memory."""
        self._place = place
        self._file = file
        self._database = database
        self._looked_through = file is None
        self._opened: files.Place | None = None
        self._complaints: Complaints | None = None  # until it is open, whoever opens it says what is wrong

    @classmethod
    async def open(cls, database: str, *, busy_seconds: float = BUSY_SECONDS, at_once: int = AT_ONCE) -> Storage:
        """Opens `database`, a path, ":memory:" or a URL, and brings its tables up to date.

        A file that isn't there is made, its folder too. One of up to `at_once` bytes is looked through for damage, a
        larger one is by `look_through`. Raises StorageProblem with a sentence on what to do.
        """
        url = url_of(database)
        is_file = url.get_backend_name() == "sqlite"
        place = str(url.database) if is_file else f"{url.database} on {url.host or url.query.get('host', 'localhost')}"
        file = Path(place) if is_file and place != IN_MEMORY else None
        storage = cls(place, database_at(url, busy_seconds), file)
        try:
            async with storage.writing() as db:
                if file is not None and file.stat().st_size <= at_once:
                    await storage._check_health(db)
                await db.run_sync(bring_up_to_date, place)
        except BaseException:
            await storage.close()
            raise
        storage._complaints = Complaints()
        if file is not None:
            storage._opened = files.Place(file)
        return storage

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[Connection]:
        """A connection that sees one consistent state and changes nothing. Raises StorageProblem."""
        with self._problems_told():
            async with self._database.reading() as db:
                yield db

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[Connection]:
        """A transaction: committed as a whole at the end, undone where anything is raised or it is cancelled.

        Writers wait for each other here. Raises StorageProblem. What breaks a rule of the tables (the same cause
        twice) raises SQLAlchemy's IntegrityError: that is a fault of the caller and not of the database.
        """
        with self._problems_told():
            async with self._database.writing() as db:
                yield db

    async def read(self, work: Work[Result]) -> Result:
        """What `work` returns. As `reading`, and several times as fast: it goes to the database once, as a whole, and
        may therefore wait for nothing but its connection, and must not rely on being alone in the process meanwhile."""
        with self._problems_told():
            return await self._database.read(work)

    async def write(self, work: Work[Result]) -> Result:
        """What `work` returns, once it is committed. To `writing` as `read` is to `reading`."""
        with self._problems_told():
            return await self._database.write(work)

    async def look_through(self) -> None:
        """Looks for damage in a file that was too large for that when it was opened, about 3 ms for each MB. Raises
        StorageProblem where there is some."""
        if self._file is None or self._looked_through:
            return
        stop = Event()

        def go_on() -> None:
            if stop.is_set():
                raise asyncio.CancelledError

        try:
            with self._problems_told():
                found = await asyncio.to_thread(files.damage, self._file, go_on, thoroughly=False)
        finally:
            stop.set()  # the end of the process waits for the thread
        if found is not None:
            raise StorageProblem(SENTENCES["SQLITE_CORRUPT"].format(place=self._place))

    async def leave_no_trace(self) -> None:
        """What has been deleted is gone from the write-ahead log too, unless somebody is reading just now: then the
        log loses it when it is begun anew. Raises StorageProblem."""
        if self._file is not None:
            with self._problems_told():
                await asyncio.to_thread(files.empty_log, self._file)

    async def close(self) -> None:
        self._opened = None
        await self._database.close()

    async def _check_health(self, db: Connection) -> None:
        found = (await db.exec_driver_sql("PRAGMA quick_check(1)")).scalar_one()
        if found != "ok":
            raise StorageProblem(SENTENCES["SQLITE_CORRUPT"].format(place=self._place))
        self._looked_through = True

    @contextmanager
    def _problems_told(self) -> Generator[None]:
        gone = None if self._opened is None else self._opened.changed()
        if gone is not None:
            raise self._told(GONE.format(file=gone))
        try:
            yield
        except IntegrityError:
            raise
        except DBAPIError as error:
            raise self._problem(error.orig or error) from error
        except (sqlite3.Error, NoConnectionInTime, OSError) as error:
            raise self._problem(error) from error

    def _problem(self, error: BaseException) -> StorageProblem:
        """Logged too: members are told only that something couldn't be kept, and whoever runs the bot must know why."""
        return self._told(sentence_for(error, self._place))

    def _told(self, sentence: str) -> StorageProblem:
        if self._complaints is not None:
            self._complaints.log(sentence)
        return StorageProblem(sentence)
