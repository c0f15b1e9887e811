"""How fast a member may go in Discord: with what they write and press, and with opening practices."""

from __future__ import annotations

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
