"""What a member may ask for at any time: to see what is kept about them, to have it as a file, to have it deleted."""

from __future__ import annotations

import asyncio
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

from bot.content.library import Library
from bot.services.drill_book import DrillBook
from bot.services.drill_pairs import DrillPairs
from bot.services.drill_tables import DrillTables
from bot.services.learning import Learning
from bot.services.ledger import Ledger
from bot.services.workers import IN_THREADS, Workers
from bot.storage import Storage, personal
from bot.storage.personal import HOLDINGS, Holding

_READ_ME = (
    "data.json holds everything that Walkaway keeps about you. For each kind of thing it says what it is (`about`) "
    "and lists it (`rows`). Times are UTC.\nprogress.png and tactics.png show what it comes to.\n"
)
_HIDDEN = ("world", "seed")  # of a session or drill, until it is over
_SECRET = "secret"  # of either: never shown, since others may still be playing what was drawn from it
_SHOWN = ("text", "words")  # of an event, until then


@dataclass(frozen=True, slots=True)
class Kept:
    """`things` says in words what is kept, and how many of each; `keep` is how long the member's words stay."""

    things: tuple[tuple[str, int], ...]
    keep: timedelta


class Privacy:
    """Raises NotKept where the database fails: then nothing has been deleted."""

    def __init__(
        self,
        storage: Storage,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        keep: timedelta,
        workers: Workers = IN_THREADS,
    ) -> None:
        """`keep` is how long the words of a session stay after it has ended."""
        self._storage = storage
        self._ledger = Ledger(storage, library, now, idle=timedelta(0))
        self._learning = Learning(storage, library, now, workers=workers)
        book = DrillBook(self._ledger)
        self._tables = DrillTables(self._ledger, book, DrillPairs(self._ledger, book, now), now)
        self._now = now
        self._keep = keep

    async def kept(self, member: int) -> Kept:
        async with self._ledger.reading() as db:
            counts = await personal.counts(db, member)
        things = ((holding.about, counts[holding.table.name]) for holding in HOLDINGS)
        return Kept(tuple((about, count) for about, count in things if count), self._keep)

    async def data(self, member: int) -> dict[str, Any]:
        """Everything about the member as plain data. What a session hides stays hidden until the session is over."""
        found: dict[str, Any] = {"member": str(member), "exported_at": self._now().isoformat()}
        async with self._ledger.reading() as db:
            hiding: set[int] = set()
            for holding in HOLDINGS:
                rows: list[dict[str, Any]] = []
                async for row in personal.rows(db, holding, member):
                    if holding.table.name == "sessions" and (row["ended_at"] is None or row["veiled"] or row["sealed"]):
                        hiding.add(row["id"])
                    rows.append(_shown(holding, row, hiding))
                if rows:
                    found[holding.table.name] = {"about": holding.about, "rows": rows}
        return found

    async def export(self, member: int) -> bytes:
        """A zip file with the member's data as JSON, and pictures of what it comes to."""
        data = await self.data(member)
        progress = await self._learning.progress(member, member)
        pictures = {
            "progress.png": (await self._learning.picture(progress)).png,
            "tactics.png": (await self._learning.mastery_picture(progress)).png,
        }
        return await asyncio.to_thread(_zipped, data, pictures)

    async def delete(self, member: int) -> int:
        """Deletes everything about the member, running sessions included; says how many rows that were."""
        async with self._ledger.writing() as db:
            await self._tables.vacate(db, member)
            gone = await personal.forget(db, member)
        await self._storage.leave_no_trace()
        return gone


def _shown(holding: Holding, row: dict[str, Any], hiding: set[int]) -> dict[str, Any]:
    """A row as the member may see it."""
    row = {name: value for name, value in row.items() if name != _SECRET}
    match holding.table.name:
        case "sessions" if row["id"] in hiding:
            return {name: value for name, value in row.items() if name not in _HIDDEN}
        case "drills" if not row["revealed"]:
            return {name: value for name, value in row.items() if name not in _HIDDEN}
        case "events" if row["session"] in hiding:
            return row | {"body": {name: value for name, value in row["body"].items() if name in _SHOWN}}
        case _:
            return row


def _zipped(data: Mapping[str, Any], pictures: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("READ_ME.txt", _READ_ME)
        archive.writestr("data.json", json.dumps(data, indent=1, ensure_ascii=False, default=_as_text))
        for name, png in pictures.items():
            archive.writestr(name, png)
    return file.getvalue()


def _as_text(value: date | datetime) -> str:
    return value.isoformat()
