"""Whether the event loop is held up: nobody is answered while it is."""

from __future__ import annotations

import asyncio
import logging
import time

log = logging.getLogger(__name__)

HELD = 0.05  # seconds; less is not noticed
_EVERY = 0.25  # seconds between two looks
_SAY_AGAIN = 60.0  # seconds


class Watchdog:
    """`times` counts how often the loop was held for more than HELD, `longest` is the worst of them in seconds."""

    def __init__(self) -> None:
        self.times = 0
        self.longest = 0.0
        self._said = float("-inf")

    async def watch(self) -> None:
        """Looks until it is cancelled. A sleep that ends late was kept from ending by something else on the loop."""
        while True:
            before = time.monotonic()
            await asyncio.sleep(_EVERY)
            self.note(time.monotonic() - before - _EVERY)

    def note(self, seconds: float) -> None:
        """The loop was found to be so late."""
        if seconds <= HELD:
            return
        self.times += 1
        self.longest = max(self.longest, seconds)
        if time.monotonic() - self._said > _SAY_AGAIN:
            self._said = time.monotonic()
            log.warning("the event loop was held for %.0f ms (%d times so far)", 1000 * seconds, self.times)
