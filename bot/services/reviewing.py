"""Reviews of sessions that have ended, for the learner alone.

The analysis (bot/learning/analysing.py) is worked out beside the event loop, once for each session. What it says in
words is review_words.py's.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.content.library import Library
from bot.negotiation.review import BrokenRecord
from bot.pictures import Picture
from bot.pictures.curve import curve_picture
from bot.services.analyses import Analyses, NoAnalysis
from bot.services.errors import NotYours, WalkawayError
from bot.services.ledger import Ledger
from bot.services.past import past_of
from bot.services.played import Played
from bot.services.review_views import SessionReview
from bot.services.review_words import told
from bot.services.views import Past
from bot.services.workers import IN_THREADS, Workers
from bot.storage import sessions

LISTED = 25  # sessions that are offered to be reviewed


class NothingToReview(WalkawayError):  # noqa: N818
    """There is no such session, or nothing was decided in it."""


class Reviewing:
    """Reviews for the learner of a session alone.

    What can be expected to fail raises a WalkawayError: NotKept where the database fails, the others as said.
    """

    def __init__(
        self, ledger: Ledger, library: Callable[[], Library], analyses: Analyses, workers: Workers = IN_THREADS
    ) -> None:
        self._ledger = ledger
        self._library = library
        self._analyses = analyses
        self._workers = workers

    async def of(self, session: int, by: int) -> SessionReview:
        """The review of a session that has ended.

        Raises NoSuchSession, NotYours, StillRunning, Veiled, and NothingToReview where nothing was decided in it or
        where it was played against a counterpart that this version doesn't know.
        """
        async with self._ledger.reading() as db:
            played = await self._ledger.played(db, session)
        _check(played, by)
        try:
            analysis = await self._analyses.of(played)
        except BrokenRecord:
            raise NothingToReview(
                "This practice is from an older version of me, and I can't replay it any more."
            ) from None
        except NoAnalysis as reason:
            raise NothingToReview(str(reason)) from None
        if not analysis.found.moves:
            raise NothingToReview("Nothing was decided in that practice, so there is nothing to review.")
        return told(played, analysis, self._library())

    async def latest(self, learner: int) -> int:
        """The session that the learner ended last. Raises NothingToReview."""
        finished = await self.finished(learner, "")
        if not finished:
            raise NothingToReview("There is nothing to review yet. Play a practice to its end first: /practice.")
        return finished[0].session

    async def finished(self, learner: int, typed: str) -> list[Past]:
        """The learner's sessions that have ended, latest first; only those in whose title all words stand."""
        async with self._ledger.reading() as db:
            rows = await sessions.finished_of_learner(db, learner, 4 * LISTED)
        scenarios = self._library().scenarios
        words = typed.lower().split()
        past = [past_of(row, scenarios.get(row.scenario)) for row in rows]
        fitting = [each for each in past if all(word in f"{each.session} {each.title}".lower() for word in words)]
        return fitting[:LISTED]

    async def picture(self, reviewed: SessionReview, number: int | None = None) -> Picture:
        """The curve of a session, with the move of that number marked; drawn beside the event loop."""
        return await self._workers.soon(curve_picture, reviewed.scenario, reviewed.world, reviewed.moments, number)


def _check(played: Played, by: int) -> None:
    if played.row.learner != by:
        raise NotYours("A review is for the one who played. Play your own with /practice.")
    played.check_told()
