"""The tables of a drill: opening them, what came of them, and what happens at them by itself.

Drills are locked before their sessions, everywhere, so that two who press at once are taken one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import groupby

from bot.drills.drill import TABLE, Drill, Mode, Phase, Status
from bot.drills.standings import ending_of
from bot.negotiation.moves import Place
from bot.negotiation.record import step_from_plain
from bot.negotiation.state import State
from bot.services import turns
from bot.services.drill_book import DrillBook, DrillView, Kept
from bot.services.drill_pairs import DrillPairs
from bot.services.ledger import Ledger
from bot.services.phrases import DRILL_TIME_UP
from bot.services.played import STANDINGS, Played
from bot.services.results import result_of
from bot.services.views import Turn, Venue
from bot.storage import Connection, drill_pairs, drills, sessions
from bot.storage.drills import DrillRow, SeatRow

_UNDER_WAY = (Phase.RUNNING, Phase.PAUSED)
_AT_ONCE = 8  # seats that are settled in one transaction


@dataclass(frozen=True, slots=True)
class Waiting:
    """A seat that waits for its thread, in a drill that was created at `since`. `session` is its game where it has
    begun, and lost its thread; `opposite` is the seat, and the member, who is to sit at the same table."""

    drill: int
    guild: int
    channel: int
    number: int
    member: int
    session: int | None
    since: datetime
    opposite: tuple[int, int] | None = None


class DrillTables:
    """Raises NotKept where the database fails."""

    def __init__(self, ledger: Ledger, book: DrillBook, pairs: DrillPairs, now: Callable[[], datetime]) -> None:
        self._ledger = ledger
        self._book = book
        self._pairs = pairs
        self._now = now

    async def waiting(self) -> list[Waiting]:
        """The seats that wait for a thread, in the order in which they get one."""
        async with self._ledger.reading() as db:
            rows = await drills.seats_with(db, str(Status.QUEUED))
            of = {row.id: row for row in await self._under_way(db)}
            pairs = {
                (drill.id, pair.first_seat): pair
                for drill in of.values()
                if drill.mode == Mode.PAIRS
                for pair in await drill_pairs.of(db, drill.id)
            }
        members = {(row.drill, row.number): row.member for row in rows}
        seconds = {(pair.drill, pair.second_seat) for pair in pairs.values()}

        def opposite(row: SeatRow) -> tuple[int, int] | None:
            pair = pairs.get((row.drill, row.number))
            number = None if pair is None else pair.second_seat
            return None if number is None else (number, members[row.drill, number])

        return [
            Waiting(
                drill.id,
                drill.guild,
                drill.channel,
                row.number,
                row.member,
                row.session,
                drill.created_at,
                opposite(row),
            )
            for row in rows
            if (drill := of.get(row.drill)) is not None and (row.drill, row.number) not in seconds
        ]

    async def open(self, drill: int, number: int, venue: Venue) -> Turn | None:
        """The thread of a seat is there: its time begins, and its game. None where there is nothing new to post: the
        game had begun in another thread, or two sit there, who talk themselves. Raises Refused where the seat
        waits for none any more.
        """
        async with self._ledger.writing() as db:
            kept = await self._book.read(db, drill, to_change=True)
            pair = kept.pair_at(number)
            if pair is not None:
                await self._pairs.open(db, kept, pair, venue.channel)
                return None
            kept = await self._book.change(db, kept, lambda before: before.ready(number, self._now()), self._now())
            seat = kept.seat(number)
            if seat.session is not None:
                await sessions.move(db, seat.session, front=venue.front, guild=venue.guild, channel=venue.channel)
                await self._book.put_seat(db, kept, replace(seat, thread=venue.channel))
                return None
            learner = -drill if number == TABLE else seat.member  # nobody's own: the group moves by its votes
            turn = await self._begin(db, kept, learner, venue)
            await self._book.put_seat(db, kept, replace(seat, thread=venue.channel, session=turn.session.id))
            if not kept.drill.clock.runs:
                await drills.hold(db, drill, held=True)
            return turn

    async def gone(self, drill: int, number: int) -> None:
        """The member of a seat that waits for its first thread is not there any more."""
        async with self._ledger.writing() as db:
            kept = await self._book.read(db, drill, to_change=True)
            kept = await self._book.change(db, kept, lambda before: before.gone(number), self._now())
            kept = await self._pairs.close_ranks(db, kept)
            await self._book.close_if_done(db, kept, self._now())

    async def vacate(self, db: Connection, member: int) -> None:
        """In a transaction that deletes all that is kept of a member: their seats in drills that aren't over are free,
        and whoever sits opposite is done."""
        for row in await drills.in_phases(db, [str(phase) for phase in (Phase.GATHERING, *_UNDER_WAY)]):
            kept = await self._book.read(db, row.id, to_change=True)
            seat = kept.drill.seat_of(member)
            if seat is None:
                continue
            kept = await self._pairs.settle(db, kept, seat.number)
            kept = await self._book.change(db, kept, partial(Drill.vacated, number=seat.number), self._now())
            kept = await self._pairs.close_ranks(db, kept)
            await self._book.close_if_done(db, kept, self._now())

    async def thread_lost(self, thread: int) -> int | None:
        """A thread was deleted: its seat gets another one. Returns the drill, None where it was no seat's thread."""
        async with self._ledger.writing() as db:
            seat = await drills.seat_of_thread(db, thread)
            if seat is None:
                return None
            kept = await self._book.read(db, seat.drill, to_change=True)
            for number in [each.number for each in kept.seats if each.thread == thread and kept.drill.under_way]:
                kept = await self._book.change(db, kept, partial(Drill.lost, number=number), self._now())
            return seat.drill

    async def tick(self) -> list[int]:
        """Takes in what has happened by itself: games that have ended or go on after all, and those whose time is up.
        Closes a drill when all are done. Returns the drills in which something changed.
        """
        going_on = await self._let_go_on()
        async with self._ledger.reading() as db:
            running = await self._under_way(db)
            ended = {(row.drill, row.number) for row in await drills.seats_that_ended(db, str(Status.PLAYING))}
            ended = {(drill, number) for drill, number in ended if any(row.id == drill for row in running)}
            kept = [(await self._book.kept_of(db, row)).drill for row in running]
            late = {
                (row.id, seat.number)
                for row, drill in zip(running, kept, strict=True)
                for seat in drill.out_of_time(self._now())
            }
            done = [row.id for row, drill in zip(running, kept, strict=True) if drill.seats and drill.all_done]
        happened = sorted(ended | late)
        for drill, numbers in groupby(happened, key=lambda each: each[0]):
            waiting = [number for _, number in numbers]
            while waiting:  # a few at a time: nobody else's turn waits for all of them
                async with self._ledger.writing() as db:
                    await self._take_in(db, drill, waiting[:_AT_ONCE])
                waiting = waiting[_AT_ONCE:]
        closed = [drill for drill in done if await self._close(drill)]
        return sorted({*(drill for drill, _ in happened), *going_on, *closed})

    async def _let_go_on(self) -> set[int]:
        """Seats whose game had ended and goes on: their member has taken the end back."""
        async with self._ledger.reading() as db:
            running = {row.id for row in await self._under_way(db)}
            found = [row for row in await drills.seats_that_go_on(db, str(Status.DONE)) if row.drill in running]
        for row in found:
            async with self._ledger.writing() as db:
                kept = await self._book.read(db, row.drill, to_change=True)
                kept = await self._book.change(db, kept, partial(Drill.goes_on, number=row.number), self._now())
                await self._book.put_seat(db, kept, replace(kept.seat(row.number), ending=None, gain=None))
        return {row.drill for row in found}

    async def _close(self, drill: int) -> bool:
        """Ends a drill in which all are done, once nothing can be taken back any more; False where it isn't time."""
        async with self._ledger.writing() as db:
            kept = await self._book.read(db, drill, to_change=True)
            await self._book.close_if_done(db, kept, self._now())
            return not (await self._book.read(db, drill)).drill.under_way

    async def _under_way(self, db: Connection) -> list[DrillRow]:
        return await drills.in_phases(db, [str(phase) for phase in _UNDER_WAY], cluster=self._ledger.cluster)

    async def _take_in(self, db: Connection, drill: int, numbers: Sequence[int]) -> None:
        kept = await self._book.read(db, drill, to_change=True)
        for number in numbers:
            if kept.seat(number).status in (Status.PLAYING, Status.QUEUED):
                kept = await self.settle(db, kept, number, notice=DRILL_TIME_UP)
                kept = await self._book.change(db, kept, partial(Drill.done, number=number), self._now())
        await self._book.close_if_done(db, kept, self._now())

    async def settle(self, db: Connection, kept: Kept, number: int, *, notice: str) -> Kept:
        """Writes down what came of a seat's game; one that still runs is stopped at what it is worth."""
        seat = kept.seat(number)
        if seat.session is None:
            return await self._pairs.settle(db, kept, number)
        played = await self._ledger.played(db, seat.session, to_change=True)
        stopped = not played.finished
        worth = worth_now(played) if stopped else 0
        if stopped:
            await self._ledger.add(db, played, turns.leaving(played, notice=notice), "drill:end")
            played = await self._ledger.played(db, seat.session)
        result = result_of(played.scenario, played.world, played.state)
        gain = worth if result.surplus is None else result.surplus
        return await self._book.put_seat(db, kept, replace(seat, ending=str(ending_of(str(result.outcome))), gain=gain))

    async def _begin(self, db: Connection, kept: Kept, member: int, venue: Venue) -> Turn:
        world = kept.scenario.world(kept.row.world)
        played = await self._ledger.begin(
            db,
            member,
            venue,
            kept.scenario,
            world,
            kept.row.secret,
            kept.row.seed,
            voice=kept.voice,
            veiled=True,
        )
        return await self._ledger.add(db, played, turns.opening(played), "start")

    async def states(self, view: DrillView) -> dict[int, State]:
        """Where each game stands that has begun, by seat."""
        async with self._ledger.reading() as db:
            bodies = await drills.last_bodies(db, view.id, STANDINGS)
        return {seat: step_from_plain(body["step"]).after for seat, body in bodies.items()}


def worth_now(played: Played) -> int:
    """What a game is worth when time is up (minor units beyond the alternative): the terms on the table if they beat
    it and could still be taken, else nothing."""
    state = played.state
    if state.place is not Place.AT_TABLE and not state.called:
        return 0
    return max(0, played.scenario.gain(played.scenario.price_at(state.given), state.extras, state.rapport))
