"""The books of all sessions: reading a session as it was played, and adding to it."""

from __future__ import annotations

import threading
from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from bot.content.frozen import freeze, thaw
from bot.content.library import Library
from bot.negotiation.moves import Place
from bot.negotiation.record import JSON, Step
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.voice import Voice
from bot.services.additions import Addition
from bot.services.debriefing import debrief, debrief_post
from bot.services.errors import NoSuchSession, NothingToTakeBack, NotKept, NotYours
from bot.services.latest import Latest
from bot.services.phrases import VEILED_END
from bot.services.played import EventKind, Played
from bot.services.posting import Draft
from bot.services.results import result_of
from bot.services.turns import MAY_TAKE_BACK, back_again, result
from bot.services.views import Post, PostKind, TimerKind, Turn, Venue
from bot.storage import Connection, Storage, StorageProblem, events, lessons, members, posts, sessions, timers
from bot.storage.clusters import ALONE, Cluster
from bot.storage.connection import Result, Work
from bot.storage.events import EventRow
from bot.storage.sessions import SessionRow
from bot.storage.timers import TimerRow

_NOT_READ = "Your practice can't be read just now. Try again in a minute."
_NOT_WRITTEN = "That couldn't be kept just now, so it didn't count. Try again in a minute."
_REMEMBERED = 200  # sessions whose events are kept in memory, about 6 KB for each event


class Ledger:
    """`cluster` says whose servers this process looks after, where there are several processes."""

    def __init__(
        self,
        storage: Storage,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        idle: timedelta,
        cluster: Cluster = ALONE,
    ) -> None:
        self.cluster = cluster
        self._storage = storage
        self._library = library
        self._now = now
        self._idle = idle
        self._contents: dict[str, tuple[Scenario, Voice]] = {}  # by digest, which never changes its meaning
        self._read = Latest[int, tuple[EventRow, ...]](_REMEMBERED)  # of running sessions
        self._reads = threading.Lock()  # transactions are run in several threads

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[Connection]:
        """Raises NotKept where the database fails."""
        with _told(_NOT_READ):
            async with self._storage.reading() as db:
                yield db

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[Connection]:
        """A transaction. Raises NotKept where the database fails: then nothing has changed."""
        with _told(_NOT_WRITTEN):
            async with self._storage.writing() as db:
                yield db

    async def read(self, work: Work[Result]) -> Result:
        """What `work` returns, as fast as it goes: it waits for nothing but its connection (Storage.read)."""
        with _told(_NOT_READ):
            return await self._storage.read(work)

    async def write(self, work: Work[Result]) -> Result:
        """What `work` returns once it is committed, as fast as it goes: it waits for nothing but its connection."""
        with _told(_NOT_WRITTEN):
            return await self._storage.write(work)

    async def begin(
        self,
        db: Connection,
        learner: int,
        venue: Venue,
        scenario: Scenario,
        world: World,
        secret: str,
        seed: int,
        *,
        voice: Voice | None = None,
        veiled: bool = False,
    ) -> Played:
        """A session in which nothing has happened yet. It keeps the scenario and voice as they are now.

        Without a `voice` it is the one that the scenario names. A session that is `veiled` tells what it hid only
        when it is unveiled.
        """
        voice = voice or self._library().voices[scenario.voice]
        row = await sessions.add(
            db,
            learner=learner,
            front=venue.front,
            guild=venue.guild,
            channel=venue.channel,
            scenario=scenario.id,
            content=await sessions.keep_content(db, freeze(scenario, voice)),
            world=world.id,
            secret=secret,
            seed=seed,
            started_at=self._now(),
            veiled=veiled,
        )
        await timers.put(db, row.id, TimerKind.IDLE, row.started_at + self._idle)
        return Played(row, scenario, voice, ())

    async def begin_from(self, db: Connection, old: Played, venue: Venue, step: int) -> Turn:
        """A session that begins with the steps before `step` of an old one: the same scenario, voice and hidden truth.

        What was said in them is not kept a second time; what was done is. It is marked as rewound.
        """
        row = old.row
        made = await sessions.add(
            db,
            learner=row.learner,
            front=venue.front,
            guild=venue.guild,
            channel=venue.channel,
            scenario=row.scenario,
            content=row.content,
            world=row.world,
            secret=row.secret,
            seed=row.seed,
            started_at=self._now(),
            rewound_from=row.id,
            rewound_at=step,
        )
        await timers.put(db, made.id, TimerKind.IDLE, made.started_at + self._idle)
        played = Played(made, old.scenario, old.voice, ())
        *before, last = old.step_events[:step]
        for event in before:
            played = await self._append(db, played, event.kind, _without_text(event.body), f"rewound:{event.number}")
        return await self.add(db, played, back_again(old, step, _without_text(last.body)), f"rewound:{last.number}")

    async def played(self, db: Connection, session: int, *, to_change: bool = False) -> Played:
        """The session as it was played; with `to_change` others who would change it wait. Raises NoSuchSession."""
        row = await sessions.get(db, session, to_change=to_change)
        if row is None:
            raise NoSuchSession("That practice isn't there any more. Start another one with /practice.")
        return await self.played_of(db, row)

    async def played_by(self, db: Connection, session: int, by: int) -> Played:
        """The session, for its learner to change. Raises NoSuchSession and NotYours."""
        played = await self.played(db, session, to_change=True)
        if played.row.learner != by:
            raise NotYours("Only the one who began this practice can move in it. Start your own with /practice.")
        return played

    async def played_of(self, db: Connection, row: SessionRow) -> Played:
        scenario, voice = await self.content(db, row.content)
        return Played(row, scenario, voice, await self._events(db, row))

    async def _events(self, db: Connection, row: SessionRow) -> tuple[EventRow, ...]:
        """All events of a session. They are only ever added to while it runs, so that of one that was read before only
        the new ones are read: a long session costs no more than a short one. The last that is known is read again, and
        all of them where it is not the same: what was known was undone, or never committed.
        """
        with self._reads:
            known = self._read.pop(row.id, ())
        found = tuple(await events.of(db, row.id, since=len(known[:-1])))
        if known and (not found or found[0] != known[-1]):
            found = tuple(await events.of(db, row.id))
        elif known:
            found = (*known[:-1], *found)
        if row.ended_at is None:
            with self._reads:
                self._read[row.id] = found
        return found

    async def content(self, db: Connection, digest: str) -> tuple[Scenario, Voice]:
        """The scenario and voice that were kept under `digest`."""
        if digest not in self._contents:
            self._contents[digest] = thaw(await sessions.content(db, digest))
        return self._contents[digest]

    async def add(self, db: Connection, played: Played, addition: Addition, cause: str) -> Turn:
        """Writes down what happened, what is to be posted about it, and what is due because of it."""
        waited = bool(played.events) and played.state.pending is not None
        if addition.kind == EventKind.SAID and played.row.rated is None:
            played = await self._settle_rating(db, played)
        played = await self._append(db, played, addition.kind, addition.body, cause, addition.step)
        at, session, event = played.events[-1].at, played.row.id, played.events[-1].id
        drafts = addition.posts
        if addition.step is not None and addition.step.after.place is Place.OVER:
            played = await self._end(db, played, at)
            drafts = (*drafts, self._last_post(played))
        else:
            await self._set_wait(db, session, addition, at, waited=waited)
        owed = await self._owe(db, session, event, drafts)
        return Turn(played.view(), owed, alone=bool(owed) and not await posts.owed_before(db, session, owed[0].id))

    async def _settle_rating(self, db: Connection, played: Played) -> Played:
        """Settle with the first move whether a session counts for the rating, so that nothing that is done later can
        take a loss out: a second try, a hint that was taken by then, and a member who practices unrated don't."""
        row = played.row
        plays_alone = row.learner >= 0 and row.rewound_at is None and not played.hints
        rated = plays_alone and (await members.get(db, row.learner)).rated
        await sessions.set_rated(db, row.id, rated=rated)
        return replace(played, row=replace(row, rated=rated))

    async def _append(
        self, db: Connection, played: Played, kind: str, body: Mapping[str, JSON], cause: str, step: Step | None = None
    ) -> Played:
        at, session, number = self._now(), played.row.id, len(played.events)
        event = await events.append(db, session, number=number, cause=cause, kind=kind, at=at, body=body)
        row = EventRow(event, session, number, cause, kind, at, dict(body))
        return replace(played, events=(*played.events, row), left=played.left if step is None else step.after)

    async def take_back(self, db: Connection, played: Played, addition: Addition, cause: str) -> Turn:
        """Writes down that what was said last didn't happen; a session that it had ended goes on.

        Raises NothingToTakeBack where another one is held there by now.
        """
        restored = addition.restored
        if restored is None:
            return await self.add(db, played, addition, cause)
        row = played.row
        if played.finished:
            other = await sessions.at(db, row.channel, front=row.front)
            if other is not None and other.id > row.id and other.ended_at is None:
                raise NothingToTakeBack("You have begun another practice here, so that one stays as it is.")
            await sessions.reopen(db, row.id)
            await timers.drop(db, row.id, TimerKind.DEBRIEF)
            await timers.put(db, row.id, TimerKind.IDLE, self._now() + self._idle)
            played = replace(played, row=replace(row, ended_at=None, outcome=None, sealed=False))
        played = await self._append(db, played, addition.kind, addition.body, cause, restored)
        at, event = played.events[-1].at, played.events[-1].id
        waits = [step.response.wait for step in played.steps if step.response.wait is not None]
        if restored.after.pending is not None and waits:
            await timers.put(db, row.id, TimerKind.WAIT, at + timedelta(seconds=waits[-1]))
        else:
            await timers.drop(db, row.id, TimerKind.WAIT)
        return Turn(played.view(), await self._owe(db, row.id, event, addition.posts))

    def _last_post(self, played: Played) -> Draft:
        """What comes after the end: the debrief, or why there is none yet."""
        if played.row.veiled:
            return Draft(PostKind.NOTICE, VEILED_END, {})
        if played.row.sealed:
            return result(played)
        return debrief_post(debrief(played, self._library().coach))

    async def unseal(self, db: Connection, played: Played) -> Turn:
        """The end of a session stays as it is: it is learned from, and told unless it is veiled."""
        if not played.row.sealed:
            return Turn(played.view(), ())
        await sessions.unseal(db, played.row.id)
        await timers.drop(db, played.row.id, TimerKind.DEBRIEF)
        played = replace(played, row=replace(played.row, sealed=False))
        await self._owe_lesson(db, played)
        return Turn(played.view(), () if played.row.veiled else await self._tell(db, played))

    async def tell(self, db: Connection, played: Played) -> tuple[Post, ...]:
        """Owes the debrief of a session that has ended and was veiled until now."""
        if played.row.sealed:
            return (await self.unseal(db, played)).posts
        return await self._tell(db, played)

    async def _tell(self, db: Connection, played: Played) -> tuple[Post, ...]:
        event = played.events[-1].id
        return await self._owe(db, played.row.id, event, (debrief_post(debrief(played, self._library().coach)),))

    async def _owe(self, db: Connection, session: int, event: int, drafts: tuple[Draft, ...]) -> tuple[Post, ...]:
        if not drafts:
            return ()
        ids = await posts.add(db, session, event, [(draft.kind, draft.text, draft.body) for draft in drafts])
        return tuple(
            Post(post, session, draft.kind, draft.text, draft.body) for post, draft in zip(ids, drafts, strict=True)
        )

    async def _end(self, db: Connection, played: Played, at: datetime) -> Played:
        result = result_of(played.scenario, played.world, played.state)
        sealed = played.last_message is not None and played.row.learner >= 0
        await sessions.end(
            db,
            played.row.id,
            at=at,
            outcome=result.outcome,
            price=result.price,
            surplus_share=result.surplus_share,
            sealed=sealed,
        )
        await timers.drop(db, played.row.id)
        played = replace(played, row=replace(played.row, ended_at=at, outcome=result.outcome, sealed=sealed))
        if sealed:
            await timers.put(db, played.row.id, TimerKind.DEBRIEF, at + MAY_TAKE_BACK)
        else:
            await self._owe_lesson(db, played)
        return played

    async def _owe_lesson(self, db: Connection, played: Played) -> None:
        if played.row.learner >= 0:  # what a group played together teaches nobody in particular
            await lessons.owe(db, played.row.id, played.row.learner)

    async def _set_wait(self, db: Connection, session: int, addition: Addition, at: datetime, *, waited: bool) -> None:
        if addition.step is None:
            return
        wait = addition.step.response.wait
        if wait is not None:
            await timers.put(db, session, TimerKind.WAIT, at + timedelta(seconds=wait))
        elif waited and addition.step.after.pending is None:
            await timers.drop(db, session, TimerKind.WAIT)

    async def put_off(self, db: Connection, played: Played, timer: TimerRow) -> bool:
        """Sets a timer of an idle session anew where something has happened since it was set; True if so. A turn is
        spared the work: it leaves the timer alone."""
        idle_at = played.events[-1].at + self._idle
        if timer.kind != TimerKind.IDLE or idle_at <= timer.due_at:
            return False
        await timers.put(db, played.row.id, TimerKind.IDLE, idle_at)
        return True


@contextmanager
def _told(sentence: str) -> Generator[None]:
    try:
        yield
    except StorageProblem as problem:
        raise NotKept(sentence) from problem


def _without_text(body: Mapping[str, JSON]) -> dict[str, JSON]:
    return {**body, "text": None, "heard": False}
