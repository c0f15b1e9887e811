"""What every front is built on, put together by bootstrap."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.content.library import Library
from bot.services.backups import Backups
from bot.services.drills import Drills
from bot.services.knowledge import Knowledge
from bot.services.learning import Learning
from bot.services.memory import Memory
from bot.services.practice import Practice
from bot.services.privacy import Privacy
from bot.services.reading import READER, Reader
from bot.services.retention import Retention
from bot.services.servers import Servers
from bot.storage.clusters import ALONE, Cluster


@dataclass(frozen=True, slots=True)
class App:
    """`now` gives the time with its zone, `library` the knowledge as it is now. `cluster` says whose servers this
    process looks after; what is done once for all is done by the one that leads. `look_through` raises StorageProblem
    where a database that was too large to be looked through at the start is damaged."""

    practice: Practice
    learning: Learning
    drills: Drills
    servers: Servers
    memory: Memory
    privacy: Privacy
    retention: Retention
    knowledge: Knowledge
    backups: Backups
    library: Callable[[], Library]
    now: Callable[[], datetime]
    look_through: Callable[[], Awaitable[None]]
    cluster: Cluster = ALONE
    reader: Reader = READER
