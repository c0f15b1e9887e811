"""What is being worked on right now, so that stopping waits for it and takes on nothing new."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from contextlib import contextmanager

from bot.services.errors import WalkawayError


class Stopping(WalkawayError):  # noqa: N818
    """The bot is on its way out."""

    def __init__(self) -> None:
        super().__init__("I am being restarted. Do that again in a minute; nothing is lost.")


class InHand:
    """Counts the turns that are being worked on."""

    def __init__(self) -> None:
        self._turns = 0
        self._none = asyncio.Event()
        self._none.set()
        self.stopping = False

    @contextmanager
    def turn(self) -> Generator[None]:
        """One turn, from what the member did to what is shown. Raises Stopping where it should not begin any more."""
        if self.stopping:
            raise Stopping
        self._turns += 1
        self._none.clear()
        try:
            yield
        finally:
            self._turns -= 1
            if self._turns == 0:
                self._none.set()

    @property
    def turns(self) -> int:
        """How many are being worked on."""
        return self._turns

    async def finish(self, seconds: float) -> bool:
        """Lets no more turns begin, and waits for those begun. False where `seconds` were not enough."""
        self.stopping = True
        try:
            await asyncio.wait_for(self._none.wait(), seconds)
        except TimeoutError:
            return False
        return True
