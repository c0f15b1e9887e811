"""How long members' words are kept. What they did by them stays: a session without its words still replays, and its
review says what was done instead of what was said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.content.library import Library
from bot.services.ledger import Ledger
from bot.services.lessons import said_before
from bot.services.played import EventKind
from bot.services.positions import retold
from bot.services.questions import from_plain, to_plain
from bot.services.quiz import GOES_ON
from bot.services.views import PostKind
from bot.storage import Connection, Storage, drill_ballots, events, lessons, posts, quizzes, retention

_AT_ONCE = 20  # sessions in one transaction, so that nobody who is playing waits long
_WRITTEN_BY_COACH = frozenset({EventKind.HINTED})


class Retention:
    """Raises NotKept where the database fails; what had been cleared until then stays cleared."""

    def __init__(
        self, storage: Storage, library: Callable[[], Library], now: Callable[[], datetime], keep: timedelta
    ) -> None:
        """`keep` is how long the words of a session stay after it has ended."""
        self._storage = storage
        self._ledger = Ledger(storage, library, now, idle=timedelta(0))
        self._now = now
        self._keep = keep

    async def clear(self, go_on: Callable[[], bool] = lambda: True) -> int:
        """Takes the words out of all sessions that ended long enough ago; says how many sessions that were. Asks every
        twenty sessions whether to go on."""
        until = self._now() - self._keep
        cleared = 0
        async with self._ledger.writing() as db:
            await quizzes.drop_old(db, self._now() - GOES_ON)  # they quote what was said, and can't be gone on with
            await drill_ballots.drop_old(db, until)
        while go_on() and (sessions := await self._clear_some(until)):
            cleared += sessions
        if cleared:
            await self._storage.leave_no_trace()
        return cleared

    async def _clear_some(self, until: datetime) -> int:
        async with self._ledger.writing() as db:
            old = await retention.to_clear(db, until, _AT_ONCE)
            for session, _ in old:
                await self._clear(db, session)
            if old:
                await retention.set_cleared(db, old[-1][1])
        return len(old)

    async def _clear(self, db: Connection, session: int) -> None:
        for event in await events.of(db, session):
            if event.kind not in _WRITTEN_BY_COACH and event.body.get("text") is not None:
                await events.rewrite(db, event.id, event.body | {"text": None})
        for post in await posts.of_kind(db, session, PostKind.DEBRIEF):
            await posts.rewrite(db, post.id, _without_words(post.body))
        made = await lessons.mistakes_of(db, session)
        if made:
            played = await self._ledger.played(db, session)
            for mistake, step in made:
                question = retold(from_plain(mistake.question), said_before(played, step))
                await lessons.rewrite_mistake(db, mistake.id, to_plain(question))


def _without_words(body: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**body, "thoughts": [{**thought, "text": None} for thought in body.get("thoughts", ())]}
