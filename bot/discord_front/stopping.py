"""Being told to stop, and stopping in time whatever hangs."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import multiprocessing
import os
import signal
import threading
from types import FrameType

log = logging.getLogger(__name__)

SECONDS = 9.5  # from the signal to the end: whoever sends it may kill the process soon after


def told_to_stop(seconds: float = SECONDS) -> asyncio.Event:
    """Return what is set when the process is told to stop. After so many seconds it ends, whatever hangs.

    The handlers are Python's own, and not the event loop's: they are called also while something holds the loop.
    """
    told, loop = asyncio.Event(), asyncio.get_running_loop()
    last = threading.Timer(seconds, _leave)
    last.daemon = True

    def stop(_number: int, _frame: FrameType | None) -> None:
        if not last.is_alive():
            with contextlib.suppress(RuntimeError):  # told twice
                last.start()
        with contextlib.suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(told.set)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    return told


def _leave() -> None:
    log.warning("something kept the bot from stopping, so it was left behind; nothing that was answered is lost")
    for process in multiprocessing.active_children():
        process.kill()
    os._exit(0)
