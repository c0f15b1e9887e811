"""Backups: whole while others write, checked, rotated, and put back."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest

from bot.storage import Storage, StorageProblem, backups, files, settings
from tests.storage.conftest import as_ordinary_user


async def put(storage: Storage, value: str) -> None:
    async with storage.writing() as db:
        await settings.put(db, "colour", value)


async def colour(path: Path) -> str | None:
    storage = await Storage.open(str(path))
    async with storage.reading() as db:
        found = await settings.get(db, "colour")
    await storage.close()
    return found


async def test_a_backup_holds_what_is_committed_and_is_one_file(storage: Storage, path: Path, tmp_path: Path) -> None:
    await put(storage, "green")

    size = backups.back_up(str(path), tmp_path / "new" / "copy.db")

    assert [file.name for file in (tmp_path / "new").iterdir()] == ["copy.db"]
    assert size == (tmp_path / "new" / "copy.db").stat().st_size
    assert await colour(tmp_path / "new" / "copy.db") == "green"


async def test_a_backup_made_while_others_write_is_whole(storage: Storage, path: Path, tmp_path: Path) -> None:
    async def write() -> None:
        for number in range(150):
            async with storage.writing() as db:
                await settings.put(db, "first", str(number))
                await settings.put(db, f"text {number}", "x" * 20_000)
                await settings.put(db, "second", str(number))

    writing = asyncio.create_task(write())
    copies = [tmp_path / f"{number}.db" for number in range(5)]
    for copy in copies:
        await asyncio.to_thread(backups.back_up, str(path), copy)
    await writing

    for copy in copies:
        kept = sqlite3.connect(copy)
        rows = dict(kept.execute("SELECT name, value FROM settings WHERE name IN ('first', 'second')").fetchall())
        kept.close()
        assert rows.get("first") == rows.get("second")


async def test_a_backup_is_put_back_and_what_was_there_is_moved_aside(path: Path, tmp_path: Path) -> None:
    storage = await Storage.open(str(path))
    await put(storage, "green")
    backups.back_up(str(path), tmp_path / "copy.db")
    await put(storage, "red")
    await storage.close()

    aside = backups.restore(tmp_path / "copy.db", str(path), tmp_path)

    assert await colour(path) == "green"
    assert aside is not None
    assert await colour(aside) == "red"
    assert backups.restore(tmp_path / "copy.db", str(path), tmp_path) == path.with_name("walkaway.db.replaced-2")


async def test_it_is_put_back_where_there_is_nothing(storage: Storage, path: Path, tmp_path: Path) -> None:
    await put(storage, "green")
    backups.back_up(str(path), tmp_path / "copy.db")

    assert backups.restore(tmp_path / "copy.db", str(tmp_path / "elsewhere" / "new.db"), tmp_path) is None
    assert await colour(tmp_path / "elsewhere" / "new.db") == "green"


async def test_a_copy_made_by_hand_with_its_log_beside_it_is_put_back_with_what_is_in_the_log(
    storage: Storage, path: Path, tmp_path: Path
) -> None:
    await put(storage, "green")
    for suffix in ("", "-wal"):
        await asyncio.to_thread(shutil.copy, f"{path}{suffix}", tmp_path / f"by-hand.db{suffix}")

    backups.restore(tmp_path / "by-hand.db", str(tmp_path / "new.db"), tmp_path)

    assert await colour(tmp_path / "new.db") == "green"


async def test_a_damaged_database_is_replaced_by_its_backup(path: Path, tmp_path: Path) -> None:
    storage = await Storage.open(str(path))
    await put(storage, "green")
    backups.back_up(str(path), tmp_path / "copy.db")
    await storage.close()
    await asyncio.to_thread(path.write_bytes, b"x" * 9000)

    aside = backups.restore(tmp_path / "copy.db", str(path), tmp_path)

    assert await colour(path) == "green"
    assert aside is not None
    assert aside.read_bytes() == b"x" * 9000


async def test_nothing_is_put_back_under_a_bot_that_runs(storage: Storage, path: Path, tmp_path: Path) -> None:
    await put(storage, "green")
    backups.back_up(str(path), tmp_path / "copy.db")
    await put(storage, "red")

    with pytest.raises(StorageProblem, match="The bot is running"):
        backups.restore(tmp_path / "copy.db", str(path), tmp_path)

    async with storage.reading() as db:
        assert await settings.get(db, "colour") == "red"


@pytest.mark.parametrize(
    "content", [None, b"", b"no database at all, but some text", b"SQLite format 3\x00" + b"x" * 5000]
)
async def test_what_is_no_backup_is_refused_and_nothing_changes(
    path: Path, tmp_path: Path, content: bytes | None
) -> None:
    storage = await Storage.open(str(path))
    await put(storage, "green")
    await storage.close()
    if content is not None:
        (tmp_path / "copy.db").write_bytes(content)

    with pytest.raises(StorageProblem):
        backups.restore(tmp_path / "copy.db", str(path), tmp_path)

    assert await colour(path) == "green"


async def test_a_backup_that_fails_leaves_the_last_one(storage: Storage, path: Path, tmp_path: Path) -> None:
    await put(storage, "green")
    folder = tmp_path / "kept"
    backups.back_up(str(path), folder / "copy.db")
    await put(storage, "red")
    folder.chmod(0o555)

    with as_ordinary_user(path, folder), pytest.raises(StorageProblem, match="can't be"):
        backups.back_up(str(path), folder / "copy.db")

    folder.chmod(0o755)
    assert await colour(folder / "copy.db") == "green"


async def test_one_backup_a_day_and_so_many_days(storage: Storage, path: Path, tmp_path: Path) -> None:
    folder, day = tmp_path / "daily", date(2026, 2, 27)
    folder.mkdir()
    (folder / "walkaway-before-the-upgrade.db").write_text("made by hand")

    done = [backups.rotate(str(path), folder, day + timedelta(days=n // 2), keep=3) for n in range(10)]

    assert done == [True, False] * 5
    assert sorted(file.name for file in folder.iterdir()) == [
        "walkaway-2026-03-01.db",
        "walkaway-2026-03-02.db",
        "walkaway-2026-03-03.db",
        "walkaway-before-the-upgrade.db",
    ]


def test_what_has_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match="in memory"):
        backups.back_up(":memory:", tmp_path / "copy.db")


async def test_a_copy_is_of_one_moment_and_gets_done_however_often_others_write(
    storage: Storage, path: Path, tmp_path: Path
) -> None:
    """SQLite begins a copy anew at each commit of another's, unless the copy holds on to its moment."""
    async with storage.writing() as db:
        await settings.put(db, "colour", "green")
        for number in range(300):
            await settings.put(db, f"text {number}", "x" * 50_000)
    other, steps = sqlite3.connect(path), 0

    def write() -> None:
        nonlocal steps
        steps += 1
        assert steps < 50
        other.execute("UPDATE settings SET value = ? WHERE name = 'colour'", (str(steps),))
        other.commit()

    files.copy(path, tmp_path / "copy.db", write)
    other.close()

    assert steps > 3
    assert await colour(tmp_path / "copy.db") == "green"


async def test_a_backup_that_is_stopped_leaves_nothing_and_the_last_one(
    storage: Storage, path: Path, tmp_path: Path
) -> None:
    await put(storage, "green")
    backups.back_up(str(path), tmp_path / "kept" / "copy.db")
    await put(storage, "red")
    stop = Event()
    stop.set()

    with pytest.raises(backups.Stopped):
        backups.back_up(str(path), tmp_path / "kept" / "copy.db", stop)

    assert [file.name for file in (tmp_path / "kept").iterdir()] == ["copy.db"]
    assert await colour(tmp_path / "kept" / "copy.db") == "green"


async def test_what_a_killed_backup_left_is_cleared_away_and_what_another_writes_is_not(
    storage: Storage, path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "daily"
    folder.mkdir()
    names = ["walkaway-2026-02-26.db.0123abcd.unfinished", "walkaway-2026-02-26.db.0123abcd.unfinished-journal"]
    for name in names:
        (folder / name).write_text("half of it")
        yesterday = (folder / name).stat().st_mtime - 86400
        os.utime(folder / name, (yesterday, yesterday))
    (folder / "walkaway-2026-02-27.db.4567cdef.unfinished").write_text("the old bot's, which still runs")

    backups.rotate(str(path), folder, date(2026, 2, 27), keep=3)

    assert sorted(file.name for file in folder.iterdir()) == [
        "walkaway-2026-02-27.db",
        "walkaway-2026-02-27.db.4567cdef.unfinished",
    ]


async def test_two_that_make_the_same_backup_at_once_both_make_a_whole_one(
    storage: Storage, path: Path, tmp_path: Path
) -> None:
    await put(storage, "green")

    copy = tmp_path / "kept" / "copy.db"
    await asyncio.gather(*(asyncio.to_thread(backups.back_up, str(path), copy) for _ in range(4)))

    assert [file.name for file in (tmp_path / "kept").iterdir()] == ["copy.db"]
    assert await colour(copy) == "green"
