"""backup, restore and doctor, as a host types them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.storage import Storage, settings

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    database = tmp_path / "walkaway.db"
    monkeypatch.chdir(tmp_path)
    for name in ("DISCORD_TOKEN", "DATABASE_URL", "BACKUPS_KEPT", "IDLE_HOURS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE", str(database))
    monkeypatch.setenv("KNOWLEDGE", str(KNOWLEDGE))
    return database


def typed(*words: str, answer: str = "") -> Result:
    return CliRunner().invoke(main, list(words), input=answer)


def paint(path: Path, colour: str) -> None:
    async def put() -> None:
        storage = await Storage.open(str(path))
        async with storage.writing() as db:
            await settings.put(db, "colour", colour)
        await storage.close()

    asyncio.run(put())


def colour(path: Path) -> str | None:
    async def get() -> str | None:
        storage = await Storage.open(str(path))
        async with storage.reading() as db:
            found = await settings.get(db, "colour")
        await storage.close()
        return found

    return asyncio.run(get())


def test_a_backup_and_back(path: Path):
    paint(path, "green")
    made = typed("backup", "copy.db")
    paint(path, "red")
    refused = typed("restore", "copy.db", answer="n\n")
    still = colour(path)
    restored = typed("restore", "copy.db", answer="y\n")

    assert (made.exit_code, made.output.split(" is whole")[0]) == (0, "copy.db")
    assert (refused.exit_code, still) == (1, "red")
    assert restored.exit_code == 0
    assert "What was there is kept as" in restored.output
    assert colour(path) == "green"


def test_yes_asks_nothing(path: Path):
    paint(path, "green")
    typed("backup", "copy.db")

    assert typed("restore", "copy.db", "--yes").output.startswith("The database holds what is in copy.db now.")


@pytest.mark.parametrize("words", [("backup", "copy.db"), ("restore", "copy.db", "--yes")])
def test_what_cannot_be_done_is_a_sentence(words: tuple[str, ...]):
    result = typed(*words)

    assert result.exit_code == 2
    assert result.output.startswith("There is no ")


def test_the_doctor_says_what_is_missing(path: Path):
    paint(path, "green")

    result = typed("doctor")

    assert result.exit_code == 1
    assert "BAD   token: There is none." in result.output
    assert "ok    knowledge: " in result.output
    assert "1 thing needs mending before the bot can run." in result.output


def test_the_doctor_reads_the_settings_first(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("IDLE_HOURS", "often")

    result = typed("doctor")

    assert "BAD   settings: IDLE_HOURS: give a number of hours" in result.output
