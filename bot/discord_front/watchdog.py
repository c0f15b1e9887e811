"""Whether the event loop is held up: nobody is answered while it is."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable

log = logging.getLogger(__name__)

HELD = 0.05  # seconds; less is not noticed
LATELY = 60.0  # seconds
_EVERY = 0.25  # seconds between two looks
_SAY_AGAIN = 60.0  # seconds


class Watchdog:
    """`times` counts how often the loop was held for more than HELD, `longest` is the worst of them in seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.times = 0
        self.longest = 0.0
        self._clock = clock
        self._due: float | None = None  # when the next look is due; None while nobody watches
        self._held = deque[tuple[float, float]]()  # of late: until when, and for how many seconds
        self._said = float("-inf")

    async def watch(self) -> None:
        """Looks until it is cancelled. A sleep that ends late was kept from ending by something else on the loop."""
        try:
            while True:
                self._due = self._clock() + _EVERY
                await asyncio.sleep(_EVERY)
                self.look()
        finally:
            self._due = None

    def look(self) -> None:
        """Notes how late the next look is. Whoever wants to know at once needn't wait for it."""
        if self._due is not None:
            now = self._clock()
            self.note(now - self._due)
            self._due = max(self._due, now)

    def note(self, seconds: float) -> None:
        """The loop was found to be so late."""
        if seconds <= HELD:
            return
        now = self._clock()
        self.times += 1
        self.longest = max(self.longest, seconds)
        self._held.append((now, seconds))
        if now - self._said > _SAY_AGAIN:
            self._said = now
            log.warning("the event loop was held for %.0f ms (%d times so far)", 1000 * seconds, self.times)

    @property
    def lately(self) -> float:
        """For how many of the last LATELY seconds the loop was held, all times taken together."""
        since = self._clock() - LATELY
        while self._held and self._held[0][0] < since:
            self._held.popleft()
        return sum(seconds for _, seconds in self._held)
