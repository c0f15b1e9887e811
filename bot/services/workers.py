"""Slow work, done beside the event loop.

Reviews, hints and pictures keep a core busy for up to a few tenths of a second. In a thread they share Python's one
lock with the event loop, which then gets its turn late, so the bot has processes of its own for them. Where there are
none, or one of them dies, a thread does the work: everybody else waits a little longer, and nothing is lost. Work that
does not come to an end is given up, and takes nothing else with it.
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
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from heapq import heappop, heappush
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, ParamSpec, TypeVar, cast

from bot.services.errors import WalkawayError

log = logging.getLogger(__name__)

LIMIT = 30.0  # seconds; the longest review takes two, and four on a machine that is busy with other work
_THREADS = 2  # more of them would take the lock from the event loop all the more often
_STARTED = 60.0  # seconds that a process may take to begin
_TRY_AGAIN = 60.0  # seconds after processes could not be started, or one died; twice as long each time in a row
_AT_LAST = 3600.0
_CANNOT_START = (OSError, ImportError, NotImplementedError, BrokenExecutor)  # no memory, no semaphores, no room
_FOR_THE_BOT = ("SIGINT", "SIGTERM", "SIGHUP")  # a terminal or a container sends them to all of its processes

GivenP = ParamSpec("GivenP")
FoundT = TypeVar("FoundT")


class TookTooLong(WalkawayError):  # noqa: N818
    """Work didn't come to an end in time, and was given up."""

    def __init__(self) -> None:
        super().__init__("That took too long to work out, so I gave it up. Everything you did is kept.")


class Workers:
    """Up to `processes` of them, started when the first work comes; with 0 all is done in threads.

    Work is a function that can be found by its name, with arguments and a result that can be pickled. Its process
    imports what the function's module imports, so that should be little. Work that takes longer than `limit` seconds is
    given up, with whatever it was done in: processes are killed, a thread is left to itself.
    """

    def __init__(self, processes: int = 0, *, limit: float = LIMIT) -> None:
        self._processes = processes
        self._limit = limit
        self._pool: _Pool | None = None
        self._threads: _Pool | None = None
        self._starting = asyncio.Lock()
        self._not_before = float("-inf")
        self._pause = _TRY_AGAIN
        self._closed = False

    async def do(self, work: Callable[GivenP, FoundT], *args: GivenP.args, **kwargs: GivenP.kwargs) -> FoundT:
        """Return what `work` returns, or raise what it raises, with these arguments. Raise TookTooLong."""
        return await self._do(partial(work, *args, **kwargs), soon=False)

    async def soon(self, work: Callable[GivenP, FoundT], *args: GivenP.args, **kwargs: GivenP.kwargs) -> FoundT:
        """The same for what takes little time and somebody waits for: it goes first."""
        return await self._do(partial(work, *args, **kwargs), soon=True)

    async def _do(self, work: partial[FoundT], *, soon: bool) -> FoundT:
        while True:
            pool = await self._running_pool()
            try:
                found = await pool.do(work, soon=soon)
            except TookTooLong:
                log.error("%s took more than %.0f seconds and was given up", work.func.__name__, self._limit)
                raise
            except BrokenExecutor as reason:
                if self._closed:
                    raise asyncio.CancelledError from reason
                if not pool.given_up:  # by what somebody else had wanted to be done: there is another one
                    self._do_without(reason)
            else:
                if pool is self._pool:
                    self._pause = _TRY_AGAIN
                return found

    def close(self) -> None:
        """Ends what is being worked on: nobody waits for it any more."""
        self._closed = True
        for pool in (self._pool, self._threads):
            if pool is not None:
                pool.close()

    async def _running_pool(self) -> _Pool:
        """Processes, or threads where there are to be none, or none for a while."""
        if self._processes and time.monotonic() >= self._not_before:
            async with self._starting:
                if self._pool is None or self._pool.given_up:
                    try:
                        self._pool = await asyncio.to_thread(_processes, self._processes, self._limit)
                    except _CANNOT_START as reason:
                        self._do_without(reason)
                if self._pool is not None:
                    return self._pool
        if self._threads is None or self._threads.given_up:
            self._threads = _Pool(ThreadPoolExecutor(_THREADS, "slow work"), _THREADS, self._limit)
            if self._closed:
                self._threads.close()
        return self._threads

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
    """Does as much at once as it has `places` for, and nothing for longer than `limit` seconds."""

    def __init__(self, executor: Executor, places: int, limit: float, end: Callable[[], None] = lambda: None) -> None:
        """`end` ends what is at work, as far as that is possible."""
        self._executor = executor
        self._limit = limit
        self._end = end
        self._turns = _Turns(places)
        self.given_up = False  # something took too long in it, and nothing more is done

    async def do(self, work: Callable[[], FoundT], *, soon: bool) -> FoundT:
        """Raises TookTooLong, and BrokenExecutor where it was closed meanwhile or something else took too long."""
        await self._turns.take(soon=soon)
        loop = asyncio.get_running_loop()
        try:
            at_work = asyncio.wrap_future(self._executor.submit(work))
        except RuntimeError as reason:
            self._turns.pass_on()
            raise BrokenExecutor(*reason.args) from reason
        outcome: asyncio.Future[FoundT] = loop.create_future()
        alarm = loop.call_later(self._limit, self._give_up, outcome)
        at_work.add_done_callback(partial(self._ended, outcome, alarm))
        return await outcome

    def _give_up(self, outcome: asyncio.Future[Any]) -> None:
        """What is at work takes too long, whether or not anybody waits for it still."""
        self.given_up = True
        if not outcome.done():
            outcome.set_exception(TookTooLong())
        self.close()

    def _ended(self, outcome: asyncio.Future[Any], alarm: asyncio.TimerHandle, at_work: asyncio.Future[Any]) -> None:
        alarm.cancel()
        self._turns.pass_on()
        error = BrokenExecutor("it was cancelled") if at_work.cancelled() else at_work.exception()
        if outcome.done():
            return  # nobody waits for it any more
        if error is not None:
            outcome.set_exception(error)
        else:
            outcome.set_result(at_work.result())

    def close(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._end()
        self._turns.let_all_in()  # to find it closed


def _processes(number: int, limit: float) -> _Pool:
    """Processes that leave when the bot closes them, or dies itself. Raises one of _CANNOT_START."""
    spawn = multiprocessing.get_context("spawn")  # the same on every platform, and no lock is copied while held
    theirs, mine = spawn.Pipe(duplex=False)
    executor = ProcessPoolExecutor(number, spawn, initializer=_begin, initargs=(theirs,))
    begun = [executor.submit(_nothing) for _ in range(number)]  # each starts one, here and not on the event loop
    started = list(cast("dict[int, BaseProcess]", cast("Any", executor)._processes).values())

    def end() -> None:
        mine.close()
        theirs.close()
        for process in started:
            process.kill()  # one that hangs may not see that the line has ended

    try:
        for each in begun:
            each.result(_STARTED)
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        end()
        raise
    return _Pool(executor, number, limit, end)


class _Turns:
    """Lets so many in at a time; of those who wait the ones who are to go `soon` come first, in their order."""

    def __init__(self, places: int) -> None:
        self._free = places
        self._numbers = count()
        self._waiting: list[tuple[bool, int, asyncio.Future[None]]] = []

    async def take(self, *, soon: bool) -> None:
        """Waits for a place, which is to be passed on."""
        if self._free > 0:
            self._free -= 1
            return
        place = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (not soon, next(self._numbers), place))
        try:
            await place
        except asyncio.CancelledError:
            if not place.cancelled():
                self.pass_on()
            raise

    def pass_on(self) -> None:
        while self._waiting:
            *_, place = heappop(self._waiting)
            if not place.cancelled():
                place.set_result(None)
                return
        self._free += 1

    def let_all_in(self) -> None:
        for _ in range(len(self._waiting)):
            self.pass_on()


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
