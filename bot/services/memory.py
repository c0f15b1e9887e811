"""What a front remembers about itself from one start to the next, by name."""

from __future__ import annotations

from bot.storage import Storage, settings


class Memory:
    """Raises StorageProblem where the database fails."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def recall(self, name: str) -> str | None:
        async with self._storage.reading() as db:
            return await settings.get(db, name)

    async def remember(self, name: str, value: str) -> None:
        async with self._storage.writing() as db:
            await settings.put(db, name, value)
