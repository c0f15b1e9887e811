"""What failed for a reason that nobody expected, and when it is tried again: so that one session's trouble neither
fills the log nor keeps the others waiting."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.services.latest import Latest

log = logging.getLogger(__name__)

_FIRST = timedelta(seconds=30)
_LONGEST = timedelta(hours=1)
_REMEMBERED = 10_000


class _Setback(NamedTuple):
    until: datetime
    pause: timedelta


class Setbacks:
    """Of things of one kind, each by its number. `now` gives the time with its zone."""

    def __init__(self, now: Callable[[], datetime], told: str) -> None:
        """`told` says what failed, with %d where the number goes: "timer %d could not be run"."""
        self._now = now
        self._told = told
        self._known = Latest[int, _Setback](_REMEMBERED)

    def waits(self, number: int) -> bool:
        """Whether it failed, and it is too early to try it again."""
        setback = self._known.get(number)
        return setback is not None and self._now() < setback.until

    def note(self, number: int, error: BaseException) -> None:
        """It failed. The pause is twice as long as the one before."""
        before = self._known.get(number)
        pause = _FIRST if before is None else min(2 * before.pause, _LONGEST)
        self._known[number] = _Setback(self._now() + pause, pause)
        told = f"{self._told}; it is tried again in %d seconds (error %s)"
        log.error(told, number, pause.total_seconds(), secrets.token_hex(4), exc_info=error)

    def over(self, number: int) -> None:
        """It went well."""
        self._known.pop(number, None)
