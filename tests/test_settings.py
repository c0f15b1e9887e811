"""Settings: read once, and all that is wrong with them told together."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SettingsProblem, SyncCommands, read_settings

NAMES = (
    "DISCORD_TOKEN",
    "DATABASE",
    "DATABASE_URL",
    "KNOWLEDGE",
    "MESSAGE_CONTENT",
    "SYNC_COMMANDS",
    "IDLE_HOURS",
    "KEEP_WORDS_DAYS",
    "BACKUPS_KEPT",
    "BACKUP_FOLDER",
    "WORKERS",
    "LOG_LEVEL",
    "LOG_FORMAT",
    "HEALTH",
    "SENTRY_DSN",
    "SHARD_COUNT",
    "SHARD_IDS",
)
EXAMPLE = Path(__file__).parents[1] / ".env.example"


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_without_any_the_bot_has_what_it_needs_but_the_token():
    settings = read_settings(None)

    assert settings.discord_token is None
    assert settings.database == "data/walkaway.db"
    assert not settings.message_content


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / ".env"
    file.write_text("MESSAGE_CONTENT=on\nIDLE_HOURS=2\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("IDLE_HOURS", "3")

    settings = read_settings(file)

    assert (settings.message_content, settings.idle_hours) == (True, 3)


def test_a_database_url_is_read_as_well(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:///elsewhere.db")

    assert read_settings(None).database == "sqlite:///elsewhere.db"


def test_upper_and_lower_case_do_not_matter(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MESSAGE_CONTENT", "ON")
    monkeypatch.setenv("SYNC_COMMANDS", "Always")
    monkeypatch.setenv("LOG_LEVEL", "debug")

    settings = read_settings(None)

    assert (settings.message_content, settings.sync_commands) == (True, SyncCommands.ALWAYS)
    assert settings.log_level == "DEBUG"


@pytest.mark.parametrize("shards", ["4-6", "4,5,6", " 4 - 5 , 6 "])
def test_the_shards_of_one_process_among_several(monkeypatch: pytest.MonkeyPatch, shards: str):
    monkeypatch.setenv("SHARD_IDS", shards)
    monkeypatch.setenv("SHARD_COUNT", "8")

    settings = read_settings(None)

    assert (settings.shard_ids, settings.shard_count) == ({4, 5, 6}, 8)


@pytest.mark.parametrize("shards", ["8", "a few", "3-1", "-1", "0-99999999999"])
def test_shards_that_are_not_there(monkeypatch: pytest.MonkeyPatch, shards: str):
    monkeypatch.setenv("SHARD_IDS", shards)
    monkeypatch.setenv("SHARD_COUNT", "8")

    with pytest.raises(SettingsProblem, match="all below SHARD_COUNT"):
        read_settings(None)


def test_every_problem_is_told_at_once_and_no_value_is_repeated(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MESSAGE_CONTENT", "perhaps")
    monkeypatch.setenv("IDLE_HOURS", "nan")
    monkeypatch.setenv("LOG_LEVEL", "loud")
    monkeypatch.setenv("SYNC_COMMANDS", "daily")

    with pytest.raises(SettingsProblem) as problem:
        read_settings(None)

    assert problem.value.sentences == (
        "IDLE_HOURS: give a number of hours above 0 and up to 720.",
        "LOG_LEVEL: write DEBUG, INFO, WARNING or ERROR.",
        "MESSAGE_CONTENT: write on or off.",
        "SYNC_COMMANDS: write changed, always or never.",
    )


def test_a_file_that_is_no_text_is_a_sentence(tmp_path: Path):
    file = tmp_path / ".env"
    file.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(SettingsProblem, match="UTF-8"):
        read_settings(file)


def test_the_token_is_not_shown_by_accident(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DISCORD_TOKEN", "very-secret")

    assert "very-secret" not in repr(read_settings(None))


def test_the_example_names_every_setting_with_its_default():
    lines = [line.split("=")[0] for line in EXAMPLE.read_text().splitlines() if line and not line.startswith("#")]

    assert sorted(lines) == sorted(set(NAMES) - {"DATABASE_URL"})
    assert read_settings(EXAMPLE) == read_settings(None)
