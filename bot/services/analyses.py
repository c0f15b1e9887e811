"""What the numbers say of sessions that have ended, worked out once for each: the debrief, the review and what a
session teaches all ask for it, and often in the same moment."""

from __future__ import annotations

import asyncio

from bot.learning.analysing import Analysis, analysed
from bot.services.latest import Latest
from bot.services.played import Played
from bot.services.workers import IN_THREADS, Workers

KEPT = 64  # analyses that are remembered: about 50 kB each


class Analyses:
    def __init__(self, workers: Workers = IN_THREADS) -> None:
        self._workers = workers
        self._known = Latest[int, Analysis](KEPT)  # by session
        self._begun: dict[int, asyncio.Task[Analysis]] = {}

    async def of(self, played: Played) -> Analysis:
        """Raises BrokenRecord where the session was played against a counterpart that this version doesn't know."""
        session = played.row.id
        known = self._known.get(session)
        if known is not None:
            self._known[session] = known  # asked for again, so kept for longer
            return known
        if session not in self._begun:
            self._begun[session] = asyncio.create_task(self._work_out(played))
        return await asyncio.shield(self._begun[session])  # one who waits no longer takes it from nobody else

    async def _work_out(self, played: Played) -> Analysis:
        session = played.row.id
        try:
            found = await self._workers.do(analysed, played.scenario, played.world, played.steps, str(session))
        finally:
            del self._begun[session]
        self._known[session] = found
        return found
