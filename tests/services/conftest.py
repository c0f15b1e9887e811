from __future__ import annotations

import pytest

from bot.services.practice import Practice
from bot.storage import Storage
from tests.services.lamp import LAMP, Clock, library_of


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def practice(storage: Storage, clock: Clock) -> Practice:
    return Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7")
