"""Every setting, read once from the environment and a .env file; all that is wrong with them is told together."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import AliasChoices, BeforeValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.logs import LogFormat

MOST_SHARDS = 10_000


class SettingsProblem(Exception):  # noqa: N818
    """Some settings cannot be used. `sentences` says what to do about each of them."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


class LogLevel(StrEnum):
    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


class SyncCommands(StrEnum):
    """When the commands are registered with Discord, which allows 200 new ones a day."""

    CHANGED = "changed"  # when they differ from those registered last
    ALWAYS = "always"
    NEVER = "never"


def _switch(value: Any) -> Any:
    """Only on and off: "on" is what .env.example says, and a typing error should not silently mean no."""
    if isinstance(value, str):
        meaning = {"on": True, "off": False}.get(value.strip().lower())
        if meaning is None:
            raise ValueError("write on or off")
        return meaning
    return value


def _upper(value: Any) -> Any:
    return value.strip().upper() if isinstance(value, str) else value


def _lower(value: Any) -> Any:
    return value.strip().lower() if isinstance(value, str) else value


def _shards(value: Any) -> Any:
    """ "0-3" and "0,1,2,3" are the same."""
    if not isinstance(value, str):
        return value
    shards: set[int] = set()
    for part in value.split(","):
        first, _, last = part.partition("-")
        if int(last or first) >= MOST_SHARDS:
            raise ValueError("there are no so many shards")
        shards |= set(range(int(first), int(last or first) + 1))
    return shards


class Settings(BaseSettings):
    """What the host decides. The environment wins over the .env file; .env.example says what each one does."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    discord_token: SecretStr | None = None
    database: str = Field("data/walkaway.db", validation_alias=AliasChoices("database", "database_url"), min_length=1)
    knowledge: Path = Path("knowledge")
    message_content: Annotated[bool, BeforeValidator(_switch)] = False
    sync_commands: Annotated[SyncCommands, BeforeValidator(_lower)] = SyncCommands.CHANGED
    idle_hours: float = Field(24, gt=0, le=24 * 30)
    keep_words_days: float = Field(30, ge=1, le=3650)
    backups_kept: int = Field(7, ge=0, le=365)
    backup_folder: Path = Path("data/backups")
    workers: int = Field(1, ge=0, le=8)
    log_level: Annotated[LogLevel, BeforeValidator(_upper)] = LogLevel.INFO
    health: str | None = Field(None, pattern=r"^[^\s:]+:\d{1,5}$")
    sentry_dsn: SecretStr | None = None
    log_format: Annotated[LogFormat, BeforeValidator(_lower)] = LogFormat.TEXT
    shard_count: int | None = Field(None, ge=1, le=MOST_SHARDS)
    shard_ids: Annotated[frozenset[int] | None, NoDecode, BeforeValidator(_shards)] = Field(None, min_length=1)

    @field_validator("shard_ids")
    @classmethod
    def _are_there(cls, shards: frozenset[int] | None, others: ValidationInfo) -> frozenset[int] | None:
        if shards is not None and not shards <= set(range(others.data.get("shard_count") or 0)):
            raise ValueError("give SHARD_COUNT as well, and only shards below it")
        return shards


_WHAT_TO_DO = {
    "database": "DATABASE: give the path of a file, for example data/walkaway.db, or a database URL.",
    "knowledge": "KNOWLEDGE: give the path of the folder with the tactics and scenarios.",
    "message_content": "MESSAGE_CONTENT: write on or off.",
    "sync_commands": "SYNC_COMMANDS: write changed, always or never.",
    "idle_hours": "IDLE_HOURS: give a number of hours above 0 and up to 720.",
    "keep_words_days": "KEEP_WORDS_DAYS: give a number of days from 1 to 3650.",
    "backups_kept": "BACKUPS_KEPT: give a number of days from 0 (no backups) to 365.",
    "backup_folder": "BACKUP_FOLDER: give the path of a folder for the daily backups.",
    "workers": "WORKERS: give a number of processes from 0 (none) to 8.",
    "log_level": "LOG_LEVEL: write DEBUG, INFO, WARNING or ERROR.",
    "health": "HEALTH: give an address and a port, for example 127.0.0.1:8080.",
    "sentry_dsn": "SENTRY_DSN: give the address that Sentry shows for the project.",
    "shard_count": f"SHARD_COUNT: give the number of shards of all processes together, from 1 to {MOST_SHARDS}.",
    "shard_ids": "SHARD_IDS: give the shards of this process, for example 0-3 or 0,1, all below SHARD_COUNT.",
    "log_format": "LOG_FORMAT: write text or json.",
}


def read_settings(env_file: Path | None = Path(".env")) -> Settings:
    """The settings in force; `env_file` may be absent.

    Raises SettingsProblem with one sentence for each setting that cannot be used.
    """
    try:
        return Settings(_env_file=env_file)  # pyright: ignore[reportCallIssue]  # pydantic-settings' own way to name the file
    except ValidationError as error:
        fields = {str(problem["loc"][0]).removesuffix("_url") for problem in error.errors()}
        raise SettingsProblem(tuple(_WHAT_TO_DO[field] for field in sorted(fields))) from None
    except UnicodeDecodeError:
        raise SettingsProblem((f"{env_file}: save this file as UTF-8 text.",)) from None
