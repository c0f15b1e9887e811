"""Practice: everything that a learner can do in a session, for every front.

Each thing that happens is one transaction: the session is read, what happens is worked out (turns.py), and the event,
the posts that come of it and the timers are written. A front shows only what has been committed; what it has shown it
marks, and after a crash it finds the rest in `owed`. Every event has a cause, and a cause counts once: a message that
is delivered twice gives a Turn without posts the second time.

Whoever changes a session reads it for changing first (`BEGIN IMMEDIATE`, or a lock on its row), so two messages at
once are taken one after the other, by one process or by several.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from bot.content.library import Library
from bot.learning.analysing import best_now
from bot.negotiation.moves import Move
from bot.negotiation.reading import Aside, out_of_story
from bot.negotiation.scenario import Side
from bot.services import turns
from bot.services.additions import Addition
from bot.services.chance import secret_of
from bot.services.choosing import checked_seed, scenario_for, world_for
from bot.services.debriefing import Debrief, debrief
from bot.services.errors import Held, NothingAsked, Veiled, WalkawayError
from bot.services.hinting import Hint, hint_for, next_step
from bot.services.ledger import Ledger
from bot.services.phrases import CLOSED_IDLE
from bot.services.played import NOT_WHILE_HELD, Played
from bot.services.preparing import Plan
from bot.services.reading import READER, Reader
from bot.services.running import Running, running
from bot.services.views import Post, PostKind, SessionView, Timer, TimerKind, Turn, Venue
from bot.services.workers import IN_THREADS, TookTooLong, Workers
from bot.storage import Connection, Storage, events, members, posts, sessions, timers
from bot.storage.clusters import ALONE, Cluster
from bot.storage.posts import PostRow

IDLE = timedelta(days=1)
_PAGE = 500  # sessions that are read at once


class Practice:
    """`now` gives the time with its zone; for a session that is begun without a seed, `seed` gives the number that
    picks its lines and `secret` what its hidden world is drawn from (chance.py); `idle` is how long a session waits for
    its learner before it closes itself. Of several processes each looks after the servers of its `cluster`: only there
    is something due or owed.

    What can be expected to fail raises a WalkawayError (errors.py), whose text is a sentence for the user: for every
    method NotKept where the database fails, the others as said there.
    """

    def __init__(
        self,
        storage: Storage,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        seed: Callable[[], int],
        secret: Callable[[], str],
        *,
        idle: timedelta = IDLE,
        cluster: Cluster = ALONE,
        workers: Workers = IN_THREADS,
        reader: Reader = READER,
    ) -> None:
        self._ledger = Ledger(storage, library, now, idle, cluster)
        self._library = library
        self._now = now
        self._seed = seed
        self._secret = secret
        self._workers = workers
        self._reader = reader

    async def start(
        self,
        learner: int,
        venue: Venue,
        *,
        scenario: str | None = None,
        side: Side | None = None,
        world: str | None = None,
        seed: int | None = None,
    ) -> Turn:
        """Begins a session: the brief and the counterpart's first words.

        The same `seed` gives the same session again, hidden world and all; so it is for those who may know. `scenario`
        is an id or the name of a story; without one it is the scenario that the learner has played least.
        Raises NoSuchScenario, and BadAmount where the seed can't be kept.
        """
        drawn = checked_seed(self._seed() if seed is None else seed)
        secret = self._secret() if seed is None else secret_of(seed)
        async with self._ledger.writing() as db:
            chosen = scenario_for(self._library(), scenario, side, await sessions.how_often(db, learner))
            hidden = world_for(chosen, world, secret)
            played = await self._ledger.begin(db, learner, venue, chosen, hidden, secret, drawn)
            return await self._ledger.add(db, played, turns.opening(played), "start")

    async def start_from(self, session: int, by: int, venue: Venue, step: int) -> Turn:
        """Begins a session at the moment before `step` of one that has ended: it goes on from there, and isn't rated.

        Raises NoSuchSession, NotYours, StillRunning, Veiled, and NothingAsked where there was no such step.
        """
        async with self._ledger.writing() as db:
            old = await self._ledger.played_by(db, session, by)
            old.check_told()
            if not 0 < step < len(old.steps):
                raise NothingAsked("There was no such move in that practice.")
            return await self._ledger.begin_from(db, old, venue, step)

    async def move_to(self, session: int, venue: Venue) -> None:
        """The session is held at `venue` from now on."""
        async with self._ledger.writing() as db:
            await sessions.move(db, session, front=venue.front, guild=venue.guild, channel=venue.channel)

    async def hear(self, session: int, by: int, text: str, *, cause: str) -> Turn:
        """The learner says something in their own words. Where that isn't taken (the session is held), it never will
        be: raises NoSuchSession, NotYours, SessionOver, Held, NothingToTakeBack.
        """

        async def turn(db: Connection) -> Turn | WalkawayError:
            return await self._heard(db, await self._ledger.played_by(db, session, by), text, cause)

        return _or_raise(await self._ledger.write(turn))

    async def hear_at(self, channel: int, by: int, text: str, *, front: str, cause: str) -> Turn | None:
        """The same for whoever practises in a channel just now; None where `by` doesn't. Raises Held."""

        async def turn(db: Connection) -> Turn | WalkawayError | None:
            row = await sessions.at(db, channel, front=front)
            if row is None or row.learner != by or row.ended_at is not None:
                return None
            return await self._heard(db, await self._ledger.played_of(db, row), text, cause)

        heard = await self._ledger.write(turn)
        return None if heard is None else _or_raise(heard)

    async def refuse_at(self, channel: int, by: int, *, front: str, cause: str) -> None:
        """It was told that something doesn't count which `by` said in a channel: it never will, whoever hears of it
        again."""

        async def refuse(db: Connection) -> None:
            row = await sessions.at(db, channel, front=front)
            if row is None or row.learner != by or row.ended_at is not None:
                return
            played = await self._ledger.played_of(db, row)
            if not played.knows(cause):
                await self._ledger.add(db, played, turns.refusing(), cause)

        await self._ledger.write(refuse)

    async def press(
        self,
        session: int,
        by: int,
        move: Move | tuple[Move, ...],
        *,
        cause: str,
        asks: bool = False,
        shown: int | None = None,
    ) -> Turn:
        """The learner makes moves without words; with `asks` it is asked about what can hardly be meant. `shown` is the
        price that was shown with the button. Raises what `hear` does, BadAmount, and TermsChanged where another price
        is on the table by now."""
        moves = move if isinstance(move, tuple) else (move,)
        return await self._turn(
            session, by, cause, lambda played: turns.pressing(played, moves, asks=asks, shown=shown)
        )

    async def choose(
        self, session: int, by: int, option: int | None, *, cause: str, question: int | None = None
    ) -> Turn:
        """The learner says what was meant: an option of the open question, or None for none of them.

        `question` is the number that the ASK_BACK post carries, so that an old button can't answer a newer question.
        Raises what `hear` does, and NothingAsked.
        """
        return await self._turn(session, by, cause, lambda played: turns.choosing(played, option, question))

    async def decline(self, session: int, by: int, *, cause: str, question: int | None = None) -> Turn:
        """The learner says no to what was asked. Raises what `choose` does."""
        return await self._turn(session, by, cause, lambda played: turns.declining(played, question))

    async def take_back(self, session: int, by: int, *, cause: str, event: int | None = None) -> Turn:
        """What the learner said last didn't happen: things stand as before it, also where it had ended the session.

        `event` is the number that the answer to it carries. Raises what `hear` does, and NothingToTakeBack.
        """

        async def turn(db: Connection) -> Turn:
            played = await self._ledger.played_by(db, session, by)
            if played.knows(cause):
                return Turn(played.view(), ())
            return await self._ledger.take_back(db, played, turns.taking_back(played, event), cause)

        return await self._ledger.write(turn)

    async def open_debrief(self, session: int, by: int) -> Turn:
        """The learner wants to be told: the end stays as it is. Raises NoSuchSession and NotYours, StillRunning and
        Veiled; where it has been told before there is nothing to post."""

        async def turn(db: Connection) -> Turn:
            played = await self._ledger.played_by(db, session, by)
            if not played.row.sealed:
                played.check_told()
                return Turn(played.view(), ())
            if played.row.veiled:
                raise Veiled("The others haven't all finished. What was hidden is told when the moderator reveals it.")
            return await self._ledger.unseal(db, played)

        return await self._ledger.write(turn)

    async def ask_to_stop(self, session: int, by: int, *, cause: str) -> Turn:
        """The learner would like to stop, and is asked whether that is meant. Raises what `hear` does."""
        return await self._turn(session, by, cause, turns.stopping)

    async def end(self, session: int, by: int, *, cause: str) -> Turn:
        """The learner stops. Raises what `hear` does."""
        return await self._turn(session, by, cause, turns.leaving)

    async def hint(self, session: int, by: int, *, cause: str) -> Hint:
        """The next step of a hint; the same cause gives the same hint. Raises what `hear` does.

        From the second step on the best move is worked out, beside the event loop; where something happens in the
        session meanwhile, the hint is one for how things stand then.
        """
        async with self._ledger.reading() as db:
            before = await self._ledger.played(db, session)
        best = None
        if before.row.learner == by and not before.finished and next_step(before) > 1:
            with suppress(TookTooLong):  # then the hint is one that needs no search
                best = await self._workers.soon(best_now, before.scenario, before.world, before.steps)
        async with self._ledger.writing() as db:
            played = await self._ledger.played_by(db, session, by)
            told = turns.hint_from(played, cause)
            if told is not None:
                return told
            played.check_running()
            hint = hint_for(played, best if len(played.steps) == len(before.steps) else None, self._library())
            await self._ledger.add(db, played, turns.hinting(hint), cause)
            return hint

    async def prepare(self, session: int, by: int, plan: Plan, *, cause: str) -> None:
        """The learner sets out what they are after, before the first word. Raises what `hear` does, BadAmount, and
        NothingAsked where it is too late."""
        await self._turn(session, by, cause, lambda played: turns.preparing(played, plan))

    async def _turn(self, session: int, by: int, cause: str, happens: Callable[[Played], Addition]) -> Turn:
        async def turn(db: Connection) -> Turn:
            return await self._happen(db, await self._ledger.played_by(db, session, by), cause, happens)

        return await self._ledger.write(turn)

    async def _happen(self, db: Connection, played: Played, cause: str, what: Callable[[Played], Addition]) -> Turn:
        if played.knows(cause):
            return Turn(played.view(), ())
        played.check_running()
        return await self._add(db, played, what(played), cause)

    async def _add(self, db: Connection, played: Played, addition: Addition, cause: str) -> Turn:
        if addition.shows_hearing and not (await members.get(db, played.row.learner)).heard:
            addition = addition.unshown
        return await self._ledger.add(db, played, addition, cause)

    async def _heard(self, db: Connection, played: Played, text: str, cause: str) -> Turn | WalkawayError:
        """What comes of a message, or why it isn't taken: then that is kept, so that it is never taken later."""
        if played.knows(cause):
            return Turn(played.view(), ())
        if played.row.held and not played.finished:
            await self._ledger.add(db, played, turns.refusing(), cause)
            return Held(NOT_WHILE_HELD)
        if played.row.sealed and out_of_story(text) is Aside.UNDO:
            return await self._ledger.take_back(db, played, turns.taking_back(played), cause)
        played.check_running()
        addition = turns.hearing(played, text, self._reader)
        if addition.restored is not None:
            return await self._ledger.take_back(db, played, addition, cause)
        return await self._add(db, played, addition, cause)

    # --- what is due ------------------------------------------------------------------------------------------------

    async def due(
        self,
        by: datetime,
        *,
        front: str | None = None,
        session: int | None = None,
        kind: TimerKind | None = None,
        most: int | None = None,
    ) -> list[Timer]:
        """What is due by then, earliest first, at most so many; of one front, session or kind only where given.

        The timer of an idle session stands where it was set first: `run_timer` puts it off where something has
        happened since.
        """
        async with self._ledger.reading() as db:
            rows = await timers.due(
                db, by, front=front, session=session, kind=kind, most=most, cluster=self._ledger.cluster
            )
        return [Timer(row.id, row.session, TimerKind(row.kind), row.due_at) for row in rows]

    async def run_timer(self, timer: int) -> Turn | None:
        """Lets happen what a timer was set for, whatever the time is now; None where it was put off or run before."""
        async with self._ledger.writing() as db:
            row = await timers.get(db, timer)
            if row is None:
                return None
            played = await self._ledger.played(db, row.session, to_change=True)
            if row.kind == TimerKind.DEBRIEF:
                return await self._ledger.unseal(db, played)
            if played.row.held or await self._ledger.put_off(db, played, row) or not await timers.claim(db, timer):
                return None
            waited = row.kind == TimerKind.WAIT
            addition = turns.passing(played) if waited else turns.leaving(played, notice=CLOSED_IDLE)
            return await self._ledger.add(db, played, addition, f"timer:{timer}")

    # --- what is owed -----------------------------------------------------------------------------------------------

    async def owed(self, *, front: str | None = None, session: int | None = None) -> list[Post]:
        """What hasn't been posted yet, in the order in which it is to appear."""
        rows = await self._ledger.read(lambda db: posts.owed(db, front=front, session=session))
        return [_post(row) for row in rows]

    async def owed_in(self, session: int) -> Turn:
        """A session, and what hasn't been posted in it, in order. Raises NoSuchSession."""

        async def look(db: Connection) -> Turn:
            owed = await posts.owed(db, session=session)
            return Turn((await self._ledger.played(db, session)).view(), tuple(map(_post, owed)))

        return await self._ledger.read(look)

    async def owing(self, *, front: str) -> list[int]:
        """The sessions in which something hasn't been posted yet."""
        async with self._ledger.reading() as db:
            return await posts.owing(db, front=front, cluster=self._ledger.cluster)

    async def mark_posted(self, post: int, message: int | None) -> None:
        """A post has been posted, as the front's `message` if it has an id. Only the first marking counts."""
        await self._ledger.write(lambda db: posts.mark(db, post, at=self._now(), message=message))

    async def owed_since(self, *, front: str) -> datetime | None:
        """Since when the oldest post has been waiting; None where nothing is owed."""
        async with self._ledger.reading() as db:
            return await posts.owed_since(db, front=front, cluster=self._ledger.cluster)

    async def messages(self, session: int) -> set[int]:
        """The front's ids of all that has been posted in a session."""
        async with self._ledger.reading() as db:
            return await posts.messages(db, session)

    # --- looking ----------------------------------------------------------------------------------------------------

    async def session_at(self, channel: int, *, front: str | None = None) -> SessionView | None:
        """The session that is held in a channel; if none is, the last that was; None where there was none."""

        async def look(db: Connection) -> SessionView | None:
            row = await sessions.at(db, channel, front=front)
            return None if row is None else (await self._ledger.played_of(db, row)).view()

        return await self._ledger.read(look)

    async def open_sessions(self, *, front: str | None = None, learner: int | None = None) -> list[SessionView]:
        """The sessions that haven't ended, oldest first; of one front or one learner only where they are given."""
        async with self._ledger.reading() as db:
            rows = await sessions.still_open(db, front=front, learner=learner)
            return [(await self._ledger.played_of(db, row)).view() for row in rows]

    async def running(self, *, front: str, guild: int | None = None) -> list[Running]:
        """The same, of one guild where it is given, without what happened in them: for thousands at once."""
        found: list[Running] = []
        while True:
            after = found[-1].session if found else 0
            async with self._ledger.reading() as db:
                rows = await sessions.open_after(db, after, _PAGE, front=front, guild=guild)
            found += map(running, rows)
            if len(rows) < _PAGE:
                return found

    async def causes(self, session: int, beginning: str) -> list[str]:
        """What has brought something about in a session, as far as it begins so: "message:" ..."""
        async with self._ledger.reading() as db:
            return await events.causes(db, session, beginning)

    async def view(self, session: int) -> SessionView:
        """Raises NoSuchSession."""
        return (await self._ledger.read(lambda db: self._ledger.played(db, session))).view()

    async def debrief(self, session: int) -> Debrief:
        """How a session went, and what the counterpart was hiding. Raises NoSuchSession, StillRunning and Veiled."""
        async with self._ledger.reading() as db:
            played = await self._ledger.played(db, session)
        played.check_told()
        return debrief(played, self._library().coach)


def _or_raise(turn: Turn | WalkawayError) -> Turn:
    if isinstance(turn, WalkawayError):
        raise turn
    return turn


def _post(row: PostRow) -> Post:
    return Post(row.id, row.session, PostKind(row.kind), row.text, row.body)
