"""`doctor`: what is well is told in a line, what isn't with what to do about it."""

from __future__ import annotations

import asyncio
import os
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.services import examining
from bot.services.backups import Backups
from bot.services.findings import Finding, Health
from bot.storage import Storage, backups, members, personal, settings
from bot.storage.members import Member
from tests.services.lamp import LEARNER, Clock

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


def only(findings: list[Finding]) -> tuple[Health, str]:
    (finding,) = findings
    assert (finding.to_do == "") == (finding.health is Health.WELL)
    return finding.health, finding.told


async def looked_at(database: str) -> tuple[Health, str]:
    return only(await asyncio.to_thread(lambda: list(examining.database(database))))


async def test_a_database_that_is_whole(storage: Storage, database: str) -> None:
    health, told = await looked_at(database)

    assert health is Health.WELL
    assert ("answers and takes changes" if "://" in database else "is whole") in told


async def test_a_database_in_which_there_is_nothing_yet(empty_database: str) -> None:
    health, told = await looked_at(empty_database)

    assert health is Health.WELL
    assert "made at the first start" in told


def test_a_database_that_is_not_there_yet_is_not_made_by_looking(path: Path) -> None:
    health, told = only(list(examining.database(str(path))))

    assert (health, path.exists()) == (Health.WELL, False)
    assert "made at the first start" in told


def test_a_file_that_is_no_database(path: Path) -> None:
    path.write_text("a letter to my aunt")

    health, told = only(list(examining.database(str(path))))

    assert health is Health.WRONG
    assert "is no SQLite database" in told


@pytest.mark.parametrize(("version", "health"), [("0001", Health.MIND), ("9999", Health.WRONG)])
async def test_a_database_of_another_version(storage: Storage, database: str, version: str, health: Health) -> None:
    async with storage.writing() as db:
        await db.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{version}'")  # noqa: S608

    assert (await looked_at(database))[0] is health


def test_a_server_that_is_not_there() -> None:
    health, told = only(list(examining.database("postgresql://me:secret@/bot?host=/nowhere")))

    assert health is Health.WRONG
    assert told.startswith("The database bot on /nowhere can't be ")
    assert "secret" not in told


def test_a_database_in_memory() -> None:
    assert only(list(examining.database(":memory:")))[0] is Health.MIND
    assert only(list(examining.nightly(":memory:", Path(), 7, NOW)))[0] is Health.MIND


async def test_a_role_that_may_change_nothing(storage: Storage, postgres: str) -> None:
    async with storage.writing() as db:
        await db.exec_driver_sql("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        await db.exec_driver_sql("DROP ROLE IF EXISTS guest")
        await db.exec_driver_sql("CREATE ROLE guest LOGIN")
        await db.exec_driver_sql("GRANT SELECT ON alembic_version TO guest")
    guest = make_url(postgres).set(username="guest").render_as_string(hide_password=False)

    health, told = await looked_at(guest)

    async with storage.writing() as db:
        await db.exec_driver_sql("DROP OWNED BY guest")
        await db.exec_driver_sql("DROP ROLE guest")
    assert health is Health.WRONG
    assert "Let the bot's role make and change tables there." in told


async def test_what_a_restore_has_put_aside_is_told(storage: Storage, database: str, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    await asyncio.to_thread(backups.back_up, database, tmp_path / "copy.db")
    await storage.close()
    aside = await asyncio.to_thread(backups.restore, tmp_path / "copy.db", database, folder)

    told = await asyncio.to_thread(lambda: [each.told for each in examining.nightly(database, folder, 7, NOW)])

    assert (
        told[0] == f"{aside} is kept still, from before a backup was put back. Members may have deleted what it holds."
    )


async def test_backups_are_there_whole_and_new(storage: Storage, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"

    def found(kept: int = 7) -> tuple[Health, str]:
        return only(list(examining.nightly(str(path), folder, kept, datetime.now(UTC))))

    assert found(kept=0)[0] is Health.MIND
    assert "the first is made in the coming night" in found()[1]
    backups.rotate(str(path), folder, date(2026, 5, 1), keep=7)
    (made,) = backups.made(folder)
    assert found() == (Health.WELL, f"{made} is whole; there are 1 of 7.")
    week_ago = time.time() - 7 * 86400
    os.utime(made, (week_ago, week_ago))
    assert found() == (Health.MIND, f"The latest one, {made}, is 7 days old.")
    with made.open("r+b") as file:
        file.truncate(5000)
    assert found()[0] is Health.WRONG


def test_knowledge_with_problems(tmp_path: Path) -> None:
    assert only(list(examining.knowledge(Path(__file__).parents[2] / "knowledge")))[0] is Health.WELL
    assert only(list(examining.knowledge(tmp_path)))[0] is Health.WRONG


@pytest.mark.parametrize(
    ("now", "true", "expected"),
    [
        (NOW, None, (Health.WELL, "It is 2026-05-01 12:00 UTC by this machine.")),
        (NOW, NOW + timedelta(seconds=2), (Health.WELL, "It agrees with Discord's.")),
        (NOW, NOW + timedelta(minutes=3), (Health.MIND, "It is 180 seconds slow.")),
        (datetime(1970, 1, 1, tzinfo=UTC), None, (Health.WRONG, "This machine says it is 1970-01-01.")),
    ],
)
def test_the_clock(now: datetime, true: datetime | None, expected: tuple[Health, str]) -> None:
    assert only(list(examining.clock(now, true))) == expected


async def test_a_backup_is_made_once_a_night(storage: Storage, database: str, tmp_path: Path, clock: Clock) -> None:
    nightly = Backups(database, tmp_path / "backups", 2, clock)
    made = []
    for _ in range(60):  # two and a half days
        made.append((clock().hour, await nightly.nightly()))
        clock.forward(hours=1)

    assert [(hour, file.name) for hour, file in made if file] == [
        (12, "walkaway-2026-05-01.db"),
        (3, "walkaway-2026-05-02.db"),
        (3, "walkaway-2026-05-03.db"),
    ]
    assert len(backups.made(tmp_path / "backups")) == 2


async def test_what_a_member_deletes_is_gone_from_the_backups_once_all_are_newer(
    storage: Storage, database: str, tmp_path: Path, clock: Clock
) -> None:
    folder = tmp_path / "backups"
    nightly = Backups(database, folder, 2, clock)

    async def holding_it() -> list[str]:
        await nightly.nightly()
        clock.forward(days=1)
        return [file.name for file in backups.made(folder) if b"Atlantic/Secret" in file.read_bytes()]

    async with storage.writing() as db:
        await members.put(db, Member(LEARNER, "Atlantic/Secret", shown=False, rated=True))
    assert await holding_it() == ["walkaway-2026-05-01.db"]
    async with storage.writing() as db:
        assert await personal.forget(db, LEARNER) == 1

    assert await holding_it() == ["walkaway-2026-05-01.db"]
    assert await holding_it() == []


async def test_no_backups_are_made_where_the_host_wants_none(path: Path, tmp_path: Path, clock: Clock) -> None:
    assert await Backups(str(path), tmp_path, 0, clock).nightly() is None
    assert await Backups(":memory:", tmp_path, 7, clock).nightly() is None


async def test_a_backup_that_is_made_while_the_bot_is_stopped_is_given_up(
    storage: Storage, path: Path, tmp_path: Path, clock: Clock
) -> None:
    async with storage.writing() as db:
        for number in range(300):
            await settings.put(db, f"text {number}", "x" * 100_000)
    making = asyncio.create_task(Backups(str(path), tmp_path / "backups", 2, clock).nightly())
    while not any((tmp_path / "backups").glob("*.unfinished")):  # noqa: ASYNC110 (nobody tells of it)
        await asyncio.sleep(0)
    making.cancel()
    await asyncio.wait([making])

    await asyncio.get_running_loop().shutdown_default_executor()  # as the end of the process does

    assert list((tmp_path / "backups").iterdir()) == []


async def test_a_database_that_was_deleted_under_a_running_bot(path: Path) -> None:
    storage = await Storage.open(str(path))
    await asyncio.to_thread(path.unlink)

    health, told = await looked_at(str(path))

    assert health is Health.WRONG
    assert told.endswith("is there still: it was deleted while the bot had it open.")
    await storage.close()


async def test_a_database_that_others_may_read(path: Path) -> None:
    await (await Storage.open(str(path))).close()
    await asyncio.to_thread(path.chmod, 0o644)

    (well, open_to_others) = await asyncio.to_thread(lambda: list(examining.database(str(path))))

    assert well.health is Health.WELL
    assert (open_to_others.health, open_to_others.to_do[:9]) == (Health.MIND, "chmod 600")
