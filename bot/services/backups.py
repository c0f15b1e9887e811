"""Backups of the database, once a night."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from bot.services.errors import NotKept
from bot.storage import StorageProblem, backups

NIGHT = 3  # o'clock, UTC


class Backups:
    """`keep` says how many are kept in `folder`; none are made where it is 0, or of a database in memory."""

    def __init__(self, database: str, folder: Path, keep: int, now: Callable[[], datetime]) -> None:
        self._database = database
        self._folder = folder
        self._keep = keep
        self._now = now
        self._on = keep > 0 and backups.can_be_made_of(database)

    async def nightly(self) -> Path | None:
        """Makes the backup of this night if it hasn't been made; where it is now, None where there was nothing to do.

        Raises NotKept with the reason why it can't be made.
        """
        now, stop = self._now().astimezone(UTC), Event()
        if not self._on or now.hour < NIGHT:
            return None
        try:
            made = await asyncio.to_thread(backups.rotate, self._database, self._folder, now.date(), self._keep, stop)
        except StorageProblem as problem:
            raise NotKept(str(problem)) from problem
        finally:
            stop.set()  # whoever is cancelled here leaves a thread behind, which the end of the process waits for
        return backups.made(self._folder)[-1] if made else None
