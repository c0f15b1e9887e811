"""Where everything is built and wired; nothing else makes the parts that it uses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from bot.negotiation.reading import read
from bot.services import examining
from bot.services.app import App
from bot.services.backups import Backups
from bot.services.chance import new_secret, new_seed
from bot.services.drills import Drills
from bot.services.findings import Finding, Health
from bot.services.knowledge import Knowledge
from bot.services.learning import Learning
from bot.services.ledger import Ledger
from bot.services.memory import Memory
from bot.services.practice import Practice
from bot.services.privacy import Privacy
from bot.services.reading import Read, Reader
from bot.services.retention import Retention
from bot.services.servers import Servers
from bot.services.workers import Workers
from bot.settings import Settings, SettingsProblem, read_settings
from bot.storage import Storage
from bot.storage.clusters import ALONE, Cluster


def utc_now() -> datetime:
    return datetime.now(UTC)


def cluster_of(settings: Settings) -> Cluster:
    """The part of all servers that this process looks after."""
    if settings.shard_ids is None or settings.shard_count is None:
        return ALONE
    return Cluster(settings.shard_ids, settings.shard_count)


@asynccontextmanager
async def open_app(
    settings: Settings,
    *,
    now: Callable[[], datetime] = utc_now,
    seed: Callable[[], int] = new_seed,
    secret: Callable[[], str] = new_secret,
    processes: int = 0,
    read: Read = read,
) -> AsyncGenerator[App]:
    """The services on the database and the knowledge that `settings` name; closed at the end. Slow work is done in so
    many `processes` of its own, and messages are read by `read`.

    Raises ContentProblems where a file of the knowledge is wrong, and StorageProblem where the database can't be used.
    """
    knowledge = Knowledge(settings.knowledge)
    library = knowledge.library
    storage = await Storage.open(settings.database)
    workers, reader = Workers(processes), Reader(read)
    try:
        idle = timedelta(hours=settings.idle_hours)
        cluster = cluster_of(settings)
        practice = Practice(
            storage, library, now, seed, secret, idle=idle, cluster=cluster, workers=workers, reader=reader
        )
        ledger = Ledger(storage, library, now, idle, cluster)
        keep = timedelta(days=settings.keep_words_days)
        yield App(
            practice=practice,
            learning=Learning(storage, library, now, cluster, workers, secret=secret),
            drills=Drills(ledger, library, now, seed, secret, workers, reader),
            servers=Servers(ledger),
            memory=Memory(storage),
            privacy=Privacy(storage, library, now, keep, workers),
            retention=Retention(storage, library, now, keep),
            knowledge=knowledge,
            backups=Backups(settings.database, settings.backup_folder, settings.backups_kept, now),
            reader=reader,
            library=library,
            now=now,
            look_through=storage.look_through,
            cluster=cluster,
        )
    finally:
        workers.close()
        await storage.close()


@asynccontextmanager
async def practice_with(settings: Settings) -> AsyncGenerator[Practice]:
    """The practice alone, for a front that needs nothing else. Raises what `open_app` does."""
    async with open_app(settings) as app:
        yield app.practice


async def examine() -> list[Finding]:
    """A look at everything that the bot needs, without changing anything."""
    try:
        settings = read_settings()
    except SettingsProblem as problem:
        to_do = "Mend it in the environment or in .env; .env.example says what each one does."
        return [Finding(Health.WRONG, "settings", sentence, to_do) for sentence in problem.sentences]
    found = [Finding(Health.WELL, "settings", "They can be used.")]
    token = settings.discord_token.get_secret_value().strip() if settings.discord_token else ""
    if token:
        from bot.discord_front import examining as discord_examining

        seen = await discord_examining.examine(token, message_content=settings.message_content)
    else:
        to_do = "Put DISCORD_TOKEN=... into .env. Without one, `python -m bot try` is all that runs."
        seen = None
        found.append(Finding(Health.WRONG, "token", "There is none.", to_do))
    if settings.health is not None:
        from bot.discord_front.examining import running

        found += [answer for answer in [await running(settings.health)] if answer is not None]
    now = utc_now()

    def here() -> list[Finding]:
        return [
            *examining.database(settings.database),
            *examining.nightly(settings.database, settings.backup_folder, settings.backups_kept, now),
            *examining.knowledge(settings.knowledge),
            *examining.clock(now, seen.time if seen else None),
        ]

    return [*found, *(seen.findings if seen else ()), *await asyncio.to_thread(here)]
