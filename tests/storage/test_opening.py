"""What whoever runs the bot is told where the database can't be used."""

from __future__ import annotations

import asyncio
import resource
import shutil
import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.storage import Connection, Storage, StorageProblem, backups, settings
from tests.storage.conftest import as_ordinary_user


def overwrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    path.write_bytes(change(path.read_bytes()))


def forbid_writing(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)


async def problem_with(database: object) -> str:
    with pytest.raises(StorageProblem) as caught:
        await Storage.open(str(database), busy_seconds=0.05)
    return str(caught.value)


async def test_a_database_and_its_folder_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "walkaway.db"

    storage = await Storage.open(str(path))
    await storage.close()

    assert path.exists()


async def test_what_was_written_is_there_the_next_time(path: Path) -> None:
    first = await Storage.open(str(path))
    async with first.writing() as db:
        await settings.put(db, "colour", "green")
    await first.close()

    second = await Storage.open(f"sqlite:///{path}")
    async with second.reading() as db:
        assert await settings.get(db, "colour") == "green"
    await second.close()


async def test_memory_is_empty_each_time() -> None:
    for _ in range(2):
        storage = await Storage.open(":memory:")
        async with storage.writing() as db:
            assert await settings.get(db, "colour") is None
            await settings.put(db, "colour", "green")
        await storage.close()


async def test_sqlite_is_set_to_lose_nothing(storage: Storage, path: Path) -> None:
    for connecting in (storage.reading, storage.writing):
        async with connecting() as db:
            found = [
                (await db.exec_driver_sql(f"PRAGMA {name}")).scalar_one()
                for name in ("journal_mode", "synchronous", "foreign_keys")
            ]
        assert found == ["wal", 2, 1]


async def test_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert await problem_with(tmp_path / "file" / "walkaway.db") == (
        f"The folder {tmp_path}/file for the database can't be made: File exists. Set DATABASE to another path."
    )


async def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert await problem_with(tmp_path) == (
        f"DATABASE is set to the folder {tmp_path}. Set it to a file, for example {tmp_path}/walkaway.db."
    )


async def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)

    with as_ordinary_user(closed):
        assert await problem_with(closed / "walkaway.db") == (
            f"The database {closed}/walkaway.db can't be opened or created. Check that its folder exists and that the "
            "bot may write there, or set DATABASE to another path."
        )


async def test_a_file_that_may_not_be_written(path: Path) -> None:
    await (await Storage.open(str(path))).close()
    forbid_writing(path)

    with as_ordinary_user(path.parent):
        assert await problem_with(path) == (
            f"The database {path} can't be written to. Give the bot permission to write the file and its folder, or "
            "set DATABASE to another path."
        )


async def test_a_file_that_is_no_database(path: Path) -> None:
    await (await Storage.open(str(path))).close()
    overwrite(path, lambda _: b"Dear diary, today I bought a lamp. " * 100)

    assert await problem_with(path) == (
        f"The file {path} is no SQLite database. Set DATABASE to another path, or move the file away to begin with an "
        "empty database."
    )


DAMAGED = (
    "The database {path} is damaged. Put a backup in its place, or move the file away to begin with an empty database."
)


async def test_a_file_that_was_cut_short(path: Path) -> None:
    await (await Storage.open(str(path))).close()
    overwrite(path, lambda whole: whole[: len(whole) // 2])

    assert await problem_with(path) == DAMAGED.format(path=path)


async def test_a_file_with_pages_overwritten(path: Path) -> None:
    storage = await Storage.open(str(path))
    async with storage.writing() as db:
        for number in range(300):
            await settings.put(db, f"setting {number}", "x" * 100)
    await storage.close()
    overwrite(path, lambda whole: whole[: len(whole) // 2] + b"\xaa" * (len(whole) - len(whole) // 2))

    assert await problem_with(path) == DAMAGED.format(path=path)


async def test_damage_in_a_large_file_is_found_once_it_is_open(path: Path) -> None:
    storage = await Storage.open(str(path))
    async with storage.writing() as db:
        for number in range(300):
            await settings.put(db, f"setting {number}", "x" * 100)
    await storage.close()
    whole = await Storage.open(str(path), at_once=0)
    await whole.look_through()
    await whole.close()
    overwrite(path, lambda whole: whole[:-4096] + b"\xaa" * 4096)

    damaged = await Storage.open(str(path), at_once=0)
    with pytest.raises(StorageProblem) as caught:
        await damaged.look_through()
    await damaged.close()

    assert str(caught.value) == DAMAGED.format(path=path)


async def test_a_database_of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()

    assert await problem_with(path) == (
        f"The database {path} belongs to another program. Set DATABASE to another path."
    )


async def test_a_database_of_a_newer_version(path: Path) -> None:
    await (await Storage.open(str(path))).close()
    with sqlite3.connect(path) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()

    assert await problem_with(path) == (
        f"The database {path} was written by a newer version of Walkaway (it is at 9999). Start that version again, "
        "or set DATABASE to another path."
    )


async def test_a_database_that_another_program_holds(path: Path) -> None:
    await (await Storage.open(str(path))).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    assert await problem_with(path) == (
        f"The database {path} is in use by another program. Stop the other program (perhaps a second copy of the bot) "
        "and start again."
    )
    other.close()


@pytest.mark.parametrize(
    ("database", "sentence"),
    [
        ("mysql://host/walkaway", "DATABASE names mysql, which isn't known here. Write a path, or postgresql://…"),
        ("://", "DATABASE is no URL that can be read. Write a path, or postgresql://…"),
    ],
)
async def test_urls_of_something_else(database: str, sentence: str) -> None:
    assert await problem_with(database) == sentence


async def test_a_disk_that_fills_up(storage: Storage, path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with storage.writing() as db:
        pages = (await db.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await db.exec_driver_sql(f"PRAGMA max_page_count = {pages}")  # SQLite fails with this as on a full disk

    async def write_much() -> None:
        async with storage.writing() as db:
            for number in range(300):
                await settings.put(db, f"setting {number}", "x" * 100)

    told = f"The disk that holds the database {path} is full. Make room on it; a bot that is running goes on by itself."
    for _ in range(3):
        with pytest.raises(StorageProblem) as caught:
            await write_much()
        assert str(caught.value) == told

    assert [(record.levelname, record.message) for record in caplog.records] == [("ERROR", told)]  # once a minute
    async with storage.reading() as db:
        assert await settings.get(db, "setting 0") is None


@contextmanager
def no_room_for_more_than(file: Path) -> Generator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_disk_that_takes_no_commit_keeps_nobody_out_afterwards(storage: Storage, path: Path) -> None:
    async def write_much(db: Connection) -> None:
        await settings.put(db, "colour", "green" * 10_000)

    async def one_by_one() -> None:
        async with storage.writing() as db:
            await write_much(db)

    for way in (lambda: storage.write(write_much), one_by_one):
        with no_room_for_more_than(Path(f"{path}-wal")), pytest.raises(StorageProblem):
            await way()
        async with storage.reading() as db:
            assert await settings.get(db, "colour") is None
        with sqlite3.connect(path, timeout=0) as another:
            another.execute("BEGIN IMMEDIATE")
        another.close()

    await storage.write(write_much)


@pytest.mark.parametrize("kept", [0, 1, 31, 32, 4000, 4151, 4152, 9000])
async def test_a_power_cut_while_the_log_was_written(path: Path, tmp_path: Path, kept: int) -> None:
    """What was committed before is there, of the last transaction all or nothing."""
    storage = await Storage.open(str(path))
    async with storage.writing() as db:
        await settings.put(db, "before", "kept")
    before = (await asyncio.to_thread(Path(f"{path}-wal").stat)).st_size
    async with storage.writing() as db:
        for number in range(100):
            await settings.put(db, f"setting {number}", "x" * 300)
    torn = tmp_path / "torn" / path.name
    await asyncio.to_thread(_copy_torn, path, torn, before + kept)
    await storage.close()

    after = await Storage.open(str(torn))
    async with after.reading() as db:
        assert await settings.get(db, "before") == "kept"
        assert await settings.get(db, "setting 0") is None
    async with after.writing() as db:
        await settings.put(db, "setting 0", "again")
    await after.close()


def _copy_torn(path: Path, torn: Path, size: int) -> None:
    """The files as they lie there after the cut, the log only as far as it reached the disk."""
    torn.parent.mkdir()
    shutil.copy(path, torn)
    Path(f"{torn}-wal").write_bytes(Path(f"{path}-wal").read_bytes()[:size])


async def test_files_are_for_their_owner_alone(path: Path) -> None:
    storage = await Storage.open(str(path))
    async with storage.writing() as db:
        await settings.put(db, "colour", "green")
    backup = path.with_name("backup.db")
    await asyncio.to_thread(backups.back_up, str(path), backup)

    for name in ("backup.db", "walkaway.db", "walkaway.db-shm", "walkaway.db-wal"):
        assert rights(path.with_name(name)) == "0o600"
    await storage.close()
    await asyncio.to_thread(backups.restore, backup, str(path), path.parent)
    assert rights(path) == "0o600"


def rights(file: Path) -> str:
    return oct(file.stat().st_mode & 0o777)


@pytest.mark.parametrize("ending", ["", "-wal"])
async def test_a_file_that_is_deleted_while_it_is_open_is_noticed(
    path: Path, ending: str, caplog: pytest.LogCaptureFixture
) -> None:
    storage = await Storage.open(str(path))
    file = Path(f"{path}{ending}")
    aside = await asyncio.to_thread(file.rename, path.with_name("aside"))

    for _ in range(2):
        with pytest.raises(StorageProblem, match="was deleted or replaced while the bot has it open"):
            async with storage.writing() as db:
                await settings.put(db, "colour", "green")
        with pytest.raises(StorageProblem, match="Stop the bot"):
            await storage.read(lambda db: settings.get(db, "colour"))
    assert [record.message.split(" was ")[0] for record in caplog.records] == [f"The file {file}"]

    await asyncio.to_thread(aside.rename, file)  # it was put back

    async with storage.reading() as db:
        assert await settings.get(db, "colour") is None
    await storage.close()


async def test_another_file_in_its_place_is_noticed(path: Path) -> None:
    storage = await Storage.open(str(path))
    other = path.with_name("other.db")
    await (await Storage.open(str(other))).close()
    await asyncio.to_thread(path.rename, path.with_name("aside"))
    await asyncio.to_thread(other.rename, path)

    with pytest.raises(StorageProblem, match="was deleted or replaced"):
        async with storage.reading() as db:
            await settings.get(db, "colour")
    await storage.close()
