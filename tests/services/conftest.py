from __future__ import annotations

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from bot.services.practice import Practice
from bot.storage import Storage
from tests.services.lamp import LAMP, Clock, library_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "walkaway.db"


@pytest.fixture
async def storage(path: Path) -> AsyncGenerator[Storage]:
    storage = await Storage.open(str(path))
    yield storage
    await storage.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def practice(storage: Storage, clock: Clock) -> Practice:
    return Practice(storage, lambda: library_of(LAMP), clock, lambda: 7)
