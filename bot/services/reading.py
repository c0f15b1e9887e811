"""Reading what members write, for all services: whatever becomes of the reader, a turn goes on.

The reader is to raise nothing, whatever the text. Should it raise all the same, the message is small talk to its turn,
and whoever runs the bot gets the place in the code under a number. Neither the log nor an error report gets the words.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeAlias, TypeVar

from bot.content.library import Library
from bot.negotiation import reading
from bot.negotiation.moves import SmallTalk
from bot.negotiation.reading import Heard, Known, Reading
from bot.negotiation.recognising import Recognised

log = logging.getLogger(__name__)

LONGEST_READ = 2000  # characters of a message that are read and kept; Discord lets some members write twice that

Read: TypeAlias = Callable[[str, Known], Reading]

GivenP = ParamSpec("GivenP")
FoundT = TypeVar("FoundT")


class CannotRead(Exception):  # noqa: N818
    """The reader raised something. It is named by its type alone: its text may hold words of a member."""


class Reader:
    """Reads with `read`, which is the project's own unless another one is to be tried."""

    def __init__(self, read: Read = reading.read) -> None:
        self._read = read
        self._thread = ThreadPoolExecutor(1, "reading")  # one: more of them would take the lock from the event loop

    def read(self, text: str, known: Known) -> Reading:
        """The moves that `text` makes. Never raises."""
        found = _kept_going(partial(self._read, text[:LONGEST_READ], known))
        return SMALL_TALK if found is None else found

    async def recognise(self, text: str, library: Library) -> tuple[Recognised, ...]:
        """The tactics at work in `text`, found beside the event loop. Never raises."""
        found = await self.aside(_kept_going, partial(library.recognise, text[:LONGEST_READ]))
        return () if found is None else found

    async def aside(self, work: Callable[GivenP, FoundT], *args: GivenP.args, **kwargs: GivenP.kwargs) -> FoundT:
        """Return what `work` returns or raises, done beside the event loop: for work that reads a message."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(work, *args, **kwargs))


SMALL_TALK = Reading((Heard(SmallTalk(), "", 0.0),), None, frozenset({"other"}), None)
"""How a message counts that could not be read."""

READER = Reader()


def keepable(text: str) -> str:
    """Return what is read and kept of a message: cut, and without what no database stores (NUL, halves of a pair)."""
    return text[:LONGEST_READ].replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _kept_going(work: Callable[[], FoundT]) -> FoundT | None:
    """Return what `work` returns; None where it raises, which the host is told of under a number."""
    try:
        return work()
    except Exception as error:
        told = CannotRead(type(error).__name__).with_traceback(error.__traceback__)
        log.error("message %s could not be read and counts as small talk", secrets.token_hex(4), exc_info=told)
        return None
