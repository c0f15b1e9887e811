"""Where everything is built and wired; nothing else makes the parts that it uses."""

from __future__ import annotations

import secrets
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from bot.services.app import App
from bot.services.drills import Drills
from bot.services.knowledge import Knowledge
from bot.services.learning import Learning
from bot.services.ledger import Ledger
from bot.services.memory import Memory
from bot.services.practice import Practice
from bot.services.privacy import Privacy
from bot.services.retention import Retention
from bot.services.servers import Servers
from bot.settings import Settings
from bot.storage import Storage


def utc_now() -> datetime:
    return datetime.now(UTC)


def chance_seed() -> int:
    """A number that nobody can foresee; all that is left to chance in a session follows from it."""
    return secrets.randbelow(2**31)


@asynccontextmanager
async def open_app(
    settings: Settings, *, now: Callable[[], datetime] = utc_now, seed: Callable[[], int] = chance_seed
) -> AsyncGenerator[App]:
    """The services on the database and the knowledge that `settings` name; closed at the end.

    Raises ContentProblems where a file of the knowledge is wrong, and StorageProblem where the database can't be used.
    """
    knowledge = Knowledge(settings.knowledge)
    library = knowledge.library
    storage = await Storage.open(settings.database)
    try:
        idle = timedelta(hours=settings.idle_hours)
        practice = Practice(storage, library, now, seed, idle=idle)
        ledger = Ledger(storage, library, now, idle)
        keep = timedelta(days=settings.keep_words_days)
        yield App(
            practice=practice,
            learning=Learning(storage, library, now),
            drills=Drills(ledger, library, now, seed),
            servers=Servers(ledger),
            memory=Memory(storage),
            privacy=Privacy(storage, library, now, keep),
            retention=Retention(storage, library, now, keep),
            knowledge=knowledge,
            library=library,
            now=now,
        )
    finally:
        await storage.close()


@asynccontextmanager
async def practice_with(settings: Settings) -> AsyncGenerator[Practice]:
    """The practice alone, for a front that needs nothing else. Raises what `open_app` does."""
    async with open_app(settings) as app:
        yield app.practice
