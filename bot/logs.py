"""The log: one line for people, or one JSON object for machines, for each thing that is told.

Nothing that a member has written may be in it. The bot's own lines hold numbers and names of kinds only; libraries that
tell all they send and receive at the level DEBUG are held to INFO. Of an error its kind and its place in the code are
written, and its text only where that can't quote a member: `int("ten")` does.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import sys
import traceback
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from types import TracebackType
from typing import Any, TextIO, TypeAlias


class LogFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


TALKATIVE = ("discord", "aiosqlite", "sqlalchemy", "aiohttp", "PIL", "sentry_sdk")
"""They write what was sent and received, members' words included, or more than anybody reads."""


def set_up(level: str, form: LogFormat, stream: TextIO | None = None) -> None:
    """From now on everything from `level` on goes to `stream`, which is stderr where it isn't given."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_Json() if form is LogFormat.JSON else _Text())
    logging.root.handlers[:] = [handler]
    logging.root.setLevel(level)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.INFO, logging.root.level))
    logging.getLogger("sqlalchemy").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # a start is no news


def unhandled(_loop: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    """What asyncio calls with an error that nobody has waited for. Its own way prints the error's text."""
    logging.getLogger("asyncio").error("%s", context["message"], exc_info=context.get("exception"))


_MAY_BE_QUOTED = (OSError, sqlite3.Error, ImportError, NameError, AttributeError, TypeError, RecursionError)
_MODULES_TO_QUOTE = ("discord.errors", "aiohttp.", "bot.storage.problems")
_ExcInfo: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def without_words(error: BaseException) -> str:
    """Return the traceback of an error, and of what led to it, without texts that may quote a member."""
    return "\nwhich led to:\n".join(_each(error))


def _each(error: BaseException) -> Iterator[str]:
    seen: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in seen:
        seen.append(at)
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    for each in reversed(seen):
        kind = type(each)
        quoted = isinstance(each, _MAY_BE_QUOTED) or kind.__module__.startswith(_MODULES_TO_QUOTE)
        told = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
        yield "".join(traceback.format_tb(each.__traceback__)) + (f"{told}: {each}" if quoted else told)


class _Wordless(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another handler may have left it there, with all it says
        return super().format(record)

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 (the library's name)
        return "" if ei[1] is None else without_words(ei[1])


class _Text(_Wordless):
    def __init__(self) -> None:
        super().__init__("{asctime} {levelname:<7} {name}: {message}", "%Y-%m-%d %H:%M:%S", style="{")


class _Json(_Wordless):
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
