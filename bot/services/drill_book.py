"""The book of all drills: reading one as it stands, and writing down what has changed in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.drills.clock import Clock
from bot.drills.drill import Drill, Mode, NotNow, Phase, Seat, Status
from bot.drills.pairs import Pair, Proposal, Terms
from bot.drills.standings import Ending, Result
from bot.negotiation.scenario import Scenario
from bot.negotiation.voice import Voice
from bot.services.errors import WalkawayError
from bot.services.ledger import Ledger
from bot.storage import Connection, drill_pairs, drills
from bot.storage.drill_pairs import PairRow
from bot.storage.drills import DrillRow, SeatRow


class NoSuchDrill(WalkawayError):  # noqa: N818
    """There is no drill by that number in this server."""


class Refused(WalkawayError):  # noqa: N818
    """What was pressed makes no sense as the drill stands."""


@dataclass(frozen=True, slots=True)
class SeatView:
    """A seat with its table: `thread` and `session` once there are any, `result` once nothing is left to play."""

    seat: Seat
    session: int | None
    thread: int | None
    result: Result | None


@dataclass(frozen=True, slots=True)
class DrillView:
    """A drill as it stands. The last fields are the front's own ids of its messages, None where there are none."""

    id: int
    guild: int
    channel: int
    moderator: int  # who made it
    drill: Drill
    scenario: Scenario
    note: str
    seats: tuple[SeatView, ...]
    created_at: datetime
    starts_at: datetime | None
    again_of: int | None
    event: int | None
    invitation: int | None
    console_channel: int | None
    console: int | None
    debrief: int | None
    pairs: tuple[Pair, ...]  # where two sit at a table, once it has begun
    game: int  # 2 where the seats were swapped

    def seat(self, number: int) -> SeatView:
        """Raises KeyError where there is no such seat."""
        return next(seat for seat in self.seats if seat.seat.number == number)

    @property
    def results(self) -> tuple[Result, ...]:
        return tuple(seat.result for seat in self.seats if seat.result is not None)


@dataclass(frozen=True, slots=True)
class Kept:
    """A drill as it was read: the rows, and what they mean."""

    row: DrillRow
    seats: tuple[SeatRow, ...]
    scenario: Scenario
    voice: Voice
    pairs: tuple[PairRow, ...] = ()

    @property
    def drill(self) -> Drill:
        row = self.row
        clock = Clock(timedelta(seconds=row.length), timedelta(seconds=row.ran), row.running_since)
        return Drill(
            Mode(row.mode), clock, Phase(row.phase), row.most, tuple(_seat(each) for each in self.seats), row.revealed
        )

    def seat(self, number: int) -> SeatRow:
        return next(seat for seat in self.seats if seat.number == number)

    def pair(self, number: int) -> PairRow:
        return next(pair for pair in self.pairs if pair.number == number)

    def pair_at(self, seat: int) -> PairRow | None:
        """The pair that this seat belongs to; None where it sits alone."""
        pairs = (pair for pair in self.pairs if pair.second_seat is not None)
        return next((pair for pair in pairs if seat in (pair.first_seat, pair.second_seat)), None)

    def with_pair(self, row: PairRow) -> Kept:
        """The same with a pair as it is now."""
        return replace(self, pairs=tuple(row if each.number == row.number else each for each in self.pairs))

    def view(self) -> DrillView:
        row = self.row
        return DrillView(
            row.id,
            row.guild,
            row.channel,
            row.moderator,
            self.drill,
            self.scenario,
            row.note,
            tuple(SeatView(_seat(each), each.session, each.thread, _result(each)) for each in self.seats),
            row.created_at,
            row.starts_at,
            row.again_of,
            row.event,
            row.invitation,
            row.console_channel,
            row.console,
            row.debrief,
            tuple(pair_of(each) for each in self.pairs),
            row.game,
        )


class DrillBook:
    """Everything here happens in the transaction that is handed in."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def read(self, db: Connection, drill: int, *, guild: int | None = None, to_change: bool = False) -> Kept:
        """Raises NoSuchDrill, also where it belongs to another server than `guild`."""
        row = await drills.get(db, drill, to_change=to_change)
        if row is None or guild not in (None, row.guild):
            raise NoSuchDrill("There is no such drill in this server. /drill list shows those there are.")
        return await self.kept_of(db, row)

    async def kept_of(self, db: Connection, row: DrillRow) -> Kept:
        scenario, voice = await self._ledger.content(db, row.content)
        pairs = await drill_pairs.of(db, row.id) if row.mode == Mode.PAIRS else ()
        return Kept(row, tuple(await drills.seats(db, row.id)), scenario, voice, tuple(pairs))

    async def change(self, db: Connection, kept: Kept, how: Callable[[Drill], Drill], now: datetime) -> Kept:
        """Lets the drill's own rules decide, and writes down what is different afterwards. Raises Refused."""
        before = kept.drill
        try:
            after = how(before)
        except NotNow as refusal:
            raise Refused(str(refusal)) from None
        row = kept.row
        if replace(after, seats=()) != replace(before, seats=()):
            row = _row(row, after, now)
            await drills.change(db, row.id, **_changeable(row))
        rows = tuple(_seat_row(row.id, seat, kept.seats) for seat in after.seats)
        await drills.put_seats(db, [each for each in rows if each not in kept.seats])
        return replace(kept, row=row, seats=rows)

    async def close_if_done(self, db: Connection, kept: Kept, now: datetime) -> None:
        """Ends a drill in which nobody has anything left to play, nor can take back how a game ended."""
        if kept.drill.all_done and kept.drill.under_way and not await drills.any_sealed(db, kept.row.id):
            await self.change(db, kept, lambda before: before.end(now), now)

    async def put_seat(self, db: Connection, kept: Kept, seat: SeatRow) -> Kept:
        """Writes down what the drill's rules do not know of a seat: its session, its thread, what came of it."""
        await drills.put_seats(db, [seat])
        return replace(kept, seats=tuple(seat if each.number == seat.number else each for each in kept.seats))


def _seat(row: SeatRow) -> Seat:
    began = None if row.began is None else timedelta(seconds=row.began)
    return Seat(row.number, row.member, Status(row.status), row.named, began)


def pair_of(row: PairRow) -> Pair:
    """What the row of a pair means."""
    made = row.offer
    proposal = made and Proposal(
        made.number, made.seat, Terms(made.price, frozenset(made.extras)), frozenset(made.agreed)
    )
    ending = None if row.ending is None else Ending(row.ending)
    return Pair(row.number, row.first_seat, row.second_seat, proposal, row.away, ending)


def _result(row: SeatRow) -> Result | None:
    return None if row.ending is None or row.gain is None else Result(row.number, Ending(row.ending), row.gain)


def _row(row: DrillRow, drill: Drill, now: datetime) -> DrillRow:
    over = drill.phase in (Phase.OVER, Phase.CANCELLED)
    return replace(
        row,
        phase=str(drill.phase),
        length=round(drill.clock.length.total_seconds()),
        ran=drill.clock.ran.total_seconds(),
        running_since=drill.clock.running_since,
        revealed=drill.revealed,
        ended_at=(row.ended_at or now) if over else None,
    )


def _changeable(row: DrillRow) -> dict[str, object]:
    return {name: getattr(row, name) for name in ("phase", "length", "ran", "running_since", "revealed", "ended_at")}


def _seat_row(drill: int, seat: Seat, known: Sequence[SeatRow]) -> SeatRow:
    began = None if seat.began is None else seat.began.total_seconds()
    for row in known:
        if row.number == seat.number:
            return replace(row, status=str(seat.status), named=seat.named, began=began)
    return SeatRow(drill, seat.number, seat.member, str(seat.status), seat.named, began, None, None, None, None)
