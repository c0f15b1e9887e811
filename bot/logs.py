"""The log: one line for people, or one JSON object for machines, for each thing that is told.

Nothing that a member has written may be in it. The bot's own lines hold numbers and names of kinds only; libraries that
tell all they send and receive at the level DEBUG are held to INFO.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from enum import StrEnum
from typing import TextIO


class LogFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


TALKATIVE = ("discord", "aiosqlite", "sqlalchemy", "aiohttp", "PIL", "sentry_sdk")
"""They write what was sent and received, members' words included, or more than anybody reads."""


def set_up(level: str, form: LogFormat, stream: TextIO | None = None) -> None:
    """From now on everything from `level` on goes to `stream`, which is stderr where it isn't given."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_Json() if form is LogFormat.JSON else _TEXT)
    logging.root.handlers[:] = [handler]
    logging.root.setLevel(level)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.INFO, logging.root.level))
    logging.getLogger("sqlalchemy").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # a start is no news


_TEXT = logging.Formatter("{asctime} {levelname:<7} {name}: {message}", "%Y-%m-%d %H:%M:%S", style="{")


class _Json(logging.Formatter):
    """at (UTC), level, logger, message, and error where there was one."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)
