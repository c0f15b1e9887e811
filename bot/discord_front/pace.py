"""How fast a member may go in Discord, with what they write and press and with opening practices; and how fast the bot
itself may post."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from bot.services.rates import Rates

_AT_ONCE = "One thing at a time, please. Wait a few seconds, then do that again."
_THREADS = "That is a lot of practices in a short time. Go on with one that is open, or wait a minute for the next."


class Pace:
    """`acting` holds for everything that is pressed, asked or written, `opening` for practices that are begun."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.acting = Rates(now, _AT_ONCE, burst=30, seconds=1)
        self.opening = Rates(now, _THREADS, burst=6, seconds=60)


class Spread:
    """Lets everybody pass in the order in which they came, `burst` of them at once and then `per_second`."""

    def __init__(self, *, burst: int, per_second: float) -> None:
        self._between = 1 / per_second
        self._ahead = burst / per_second
        self._last = float("-inf")  # when the latest passes, by the event loop's clock

    async def turn(self) -> None:
        """Waits until the caller may pass."""
        now = asyncio.get_running_loop().time()
        self._last = max(self._last, now - self._ahead) + self._between
        if self._last > now:
            await asyncio.sleep(self._last - now)
