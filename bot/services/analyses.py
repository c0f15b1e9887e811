"""What the numbers say of sessions that have ended, worked out once for each: the debrief, the review and what a
session teaches all ask for it, and often in the same moment."""

from __future__ import annotations

import asyncio
import logging
import secrets

from bot.learning.analysing import Analysis, analysed
from bot.negotiation.review import BrokenRecord
from bot.services.errors import WalkawayError
from bot.services.latest import Latest
from bot.services.played import Played
from bot.services.workers import IN_THREADS, TookTooLong, Workers

log = logging.getLogger(__name__)

KEPT = 64  # analyses that are remembered: about 50 kB each


class NoAnalysis(WalkawayError):  # noqa: N818
    """A session can't be analysed, for a reason that the host has been told."""

    def __init__(self) -> None:
        super().__init__("I couldn't work out the review of that practice. Everything else about it is kept.")


class Analyses:
    def __init__(self, workers: Workers = IN_THREADS) -> None:
        self._workers = workers
        self._known = Latest[int, Analysis | None](KEPT)  # by session; None where there is none to be had
        self._begun: dict[int, asyncio.Task[Analysis]] = {}

    async def of(self, played: Played) -> Analysis:
        """Raises BrokenRecord where the session was played against a counterpart that this version doesn't know, and
        NoAnalysis where the analysis failed or took too long: it isn't tried again while it is remembered."""
        session = played.row.id
        if session in self._known:
            known = self._known[session]
            if known is None:
                raise NoAnalysis
            self._known[session] = known  # asked for again, so kept for longer
            return known
        if session not in self._begun:
            self._begun[session] = asyncio.create_task(self._work_out(played))
        return await asyncio.shield(self._begun[session])  # one who waits no longer takes it from nobody else

    async def _work_out(self, played: Played) -> Analysis:
        session = played.row.id
        found: Analysis | None = None
        try:
            found = await self._workers.do(analysed, played.scenario, played.world, played.steps, str(session))
        except BrokenRecord:
            raise
        except TookTooLong:
            log.error("session %d is left without its review: it took too long", session)
        except Exception as error:
            told = "session %d is left without its review (error %s)"
            log.error(told, session, secrets.token_hex(4), exc_info=error)
        finally:
            del self._begun[session]
        self._known[session] = found
        if found is None:
            raise NoAnalysis
        return found
