"""Slow work, done beside the event loop.

Reviews, hints and pictures keep a core busy for up to a few tenths of a second. In a thread they share Python's one
lock with the event loop, which then gets its turn late, so the bot has processes of its own for them. Where there are
none, or one of them dies, a thread does the work: everybody else waits a little longer, and nothing is lost.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from heapq import heappop, heappush
from itertools import count
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

log = logging.getLogger(__name__)

_THREADS = 2  # more of them would take the lock from the event loop all the more often
_TRY_AGAIN = 60.0  # seconds after processes could not be started, or one died; twice as long each time in a row
_AT_LAST = 3600.0
_CANNOT_START = (OSError, ImportError, NotImplementedError, BrokenExecutor)  # no memory, no semaphores, no room
_FOR_THE_BOT = ("SIGINT", "SIGTERM", "SIGHUP")  # a terminal or a container sends them to all of its processes

GivenP = ParamSpec("GivenP")
FoundT = TypeVar("FoundT")


class Workers:
    """Up to `processes` of them, started when the first work comes; with 0 all is done in threads.

    Work is a function that can be found by its name, with arguments and a result that can be pickled. Its process
    imports what the function's module imports, so that should be little.
    """

    def __init__(self, processes: int = 0) -> None:
        self._processes = processes
        self._pool: _Pool | None = None
        self._starting = asyncio.Lock()
        self._not_before = float("-inf")
        self._pause = _TRY_AGAIN
        self._closed = False
        self._threads = ThreadPoolExecutor(_THREADS, "slow work")

    async def do(self, work: Callable[GivenP, FoundT], *args: GivenP.args, **kwargs: GivenP.kwargs) -> FoundT:
        """What `work` gives back, or raises, with these arguments."""
        return await self._do(partial(work, *args, **kwargs), soon=False)

    async def soon(self, work: Callable[GivenP, FoundT], *args: GivenP.args, **kwargs: GivenP.kwargs) -> FoundT:
        """The same for what takes little time and somebody waits for: it goes first."""
        return await self._do(partial(work, *args, **kwargs), soon=True)

    async def _do(self, work: Callable[[], FoundT], *, soon: bool) -> FoundT:
        pool = await self._running_pool()
        if pool is not None:
            try:
                found = await pool.do(work, soon=soon)
            except BrokenExecutor as reason:
                if self._closed:
                    raise asyncio.CancelledError from reason
                self._do_without(reason)
            else:
                self._pause = _TRY_AGAIN
                return found
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def close(self) -> None:
        """Ends what is being worked on: nobody waits for it any more."""
        self._closed = True
        if self._pool is not None:
            self._pool.close()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _running_pool(self) -> _Pool | None:
        if not self._processes or time.monotonic() < self._not_before:
            return None
        async with self._starting:
            if self._pool is None:
                try:
                    self._pool = await asyncio.to_thread(_Pool, self._processes)
                except _CANNOT_START as reason:
                    self._do_without(reason)
            return self._pool

    def _do_without(self, reason: Exception) -> None:
        if self._pool is not None:
            self._pool.close()
            self._pool = None
        if time.monotonic() >= self._not_before:  # the others that were at work in it fail as well
            log.warning("reviews and pictures are worked out in a thread for a while: %s", reason)
            self._not_before = time.monotonic() + self._pause
            self._pause = min(2 * self._pause, _AT_LAST)


IN_THREADS = Workers()
"""For fronts with nobody to keep waiting."""


class _Pool:
    """Processes that leave when this one closes them, or dies itself. Raises one of _CANNOT_START."""

    def __init__(self, processes: int) -> None:
        spawn = multiprocessing.get_context("spawn")  # the same on every platform, and no lock is copied while held
        self._theirs, self._mine = spawn.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(processes, spawn, initializer=_begin, initargs=(self._theirs,))
        for _ in range(processes):
            self._executor.submit(_nothing)  # each starts one of them, here and not on the event loop
        self._turns = _Turns(processes + 1)  # one lies ready, so that none of them ever has to wait

    async def do(self, work: Callable[[], FoundT], *, soon: bool) -> FoundT:
        """Raises BrokenExecutor, also where it was closed meanwhile."""
        async with self._turns.one(soon=soon):
            try:
                future = self._executor.submit(work)
            except RuntimeError as reason:
                raise BrokenExecutor(*reason.args) from reason
            return await asyncio.wrap_future(future)

    def close(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._mine.close()
        self._theirs.close()


class _Turns:
    """Lets so many in at a time; of those who wait the ones who are to go `soon` come first, in their order."""

    def __init__(self, places: int) -> None:
        self._free = places
        self._numbers = count()
        self._waiting: list[tuple[bool, int, asyncio.Future[None]]] = []

    @asynccontextmanager
    async def one(self, *, soon: bool) -> AsyncGenerator[None]:
        if self._free:
            self._free -= 1
        else:
            place = asyncio.get_running_loop().create_future()
            heappush(self._waiting, (not soon, next(self._numbers), place))
            try:
                await place
            except asyncio.CancelledError:
                if not place.cancelled():
                    self._pass_on()
                raise
        try:
            yield
        finally:
            self._pass_on()

    def _pass_on(self) -> None:
        while self._waiting:
            *_, place = heappop(self._waiting)
            if not place.cancelled():
                place.set_result(None)
                return
        self._free += 1


def _nothing() -> None:
    pass


# --- in the process ---------------------------------------------------------------------------------------------------


def _begin(line: Connection) -> None:
    for name in _FOR_THE_BOT:
        if hasattr(signal, name):  # not all of them on Windows
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    threading.Thread(target=_leave_with, args=(line,), daemon=True).start()


def _leave_with(line: Connection) -> None:
    """Nothing is ever said on the line: it ends when the bot closes it, or is killed."""
    with contextlib.suppress(EOFError, OSError):
        line.recv_bytes()
    os._exit(0)
