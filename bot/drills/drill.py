"""A drill from the invitation to the debrief: who sits where, and what each press does in each phase.

    drill = Drill(Mode.ROOM, Clock(timedelta(minutes=20))).join(11).join(12).start(now)
    drill = drill.ready(1, now).done(1)

Every press is a question to this module, which either gives the drill as it is afterwards or raises NotNow with a
sentence for whoever pressed. Of two moderators who press at once, the second one asks about a drill that has changed
already, and is told so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.drills.clock import Clock

MOST_SEATS = 100
FEWEST = {"room": 1, "pairs": 2, "fishbowl": 1}  # members that a mode needs to begin, by its name
LONGEST = timedelta(hours=4)  # for one game, with all that was added


class NotNow(ValueError):  # noqa: N818
    """What was pressed makes no sense as things stand; str(error) is a sentence for whoever pressed."""


TABLE = 0  # number and member of the seat that is everybody's, in a fishbowl


class Mode(StrEnum):
    ROOM = "room"  # each at a table of their own
    PAIRS = "pairs"  # two and two
    FISHBOWL = "fishbowl"  # one table in front of all


class Phase(StrEnum):
    GATHERING = "gathering"  # the invitation is out
    RUNNING = "running"
    PAUSED = "paused"
    OVER = "over"  # nobody can move any more
    CANCELLED = "cancelled"


class Status(StrEnum):
    """How far a seat has come."""

    JOINED = "joined"
    QUEUED = "queued"  # the drill runs, the seat waits for its thread
    PLAYING = "playing"
    DONE = "done"
    GONE = "gone"  # left, or could not be found, before a table was ready
    VOTING = "voting"  # has no table of their own, but a vote at the one in front of all


@dataclass(frozen=True, slots=True)
class Seat:
    """`number` is given once and stays; `began` is what the drill's clock showed when the seat's table was first ready.

    It stays when the table is lost and another one is waited for: nobody gains time by that.
    """

    number: int
    member: int
    status: Status = Status.JOINED
    named: bool = False  # agreed to be named before the group
    began: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Drill:
    mode: Mode
    clock: Clock
    phase: Phase = Phase.GATHERING
    most: int = MOST_SEATS
    seats: tuple[Seat, ...] = ()
    revealed: bool = False

    # --- looking --------------------------------------------------------------------------------------------------

    def seat_of(self, member: int) -> Seat | None:
        """The seat of a member, unless they left it."""
        theirs = (seat for seat in self.seats if seat.member == member and seat.number != TABLE)
        return next((seat for seat in theirs if seat.status is not Status.GONE), None)

    def seat(self, number: int) -> Seat:
        """Raises KeyError where there is no such seat."""
        for seat in self.seats:
            if seat.number == number:
                return seat
        raise KeyError(number)

    def those(self, *status: Status) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats if seat.status in status)

    @property
    def taken(self) -> int:
        """How many seats are taken by members."""
        return sum(seat.number != TABLE and seat.status is not Status.GONE for seat in self.seats)

    @property
    def under_way(self) -> bool:
        return self.phase in (Phase.RUNNING, Phase.PAUSED)

    @property
    def all_done(self) -> bool:
        """Whether nobody has anything left to play."""
        return not self.those(Status.JOINED, Status.QUEUED, Status.PLAYING)

    def deadline(self) -> datetime | None:
        """When the next seat's time is up; None where nobody's time runs or the clock stands."""
        ends = [self.clock.deadline(began) for _, began in self._begun()]
        return min((end for end in ends if end is not None), default=None)

    def out_of_time(self, now: datetime) -> tuple[Seat, ...]:
        """Those who still play, or wait for another table, and whose time is up."""
        if not self.clock.runs:
            return ()
        shows = self.clock.shows(now)
        return tuple(seat for seat, began in self._begun() if shows >= began + self.clock.length)

    def last_deadline(self) -> datetime | None:
        """When the last seat's time is up; None where nobody's time runs or the clock stands."""
        ends = [self.clock.deadline(began) for _, began in self._begun()]
        return max((end for end in ends if end is not None), default=None)

    def _begun(self) -> Iterator[tuple[Seat, timedelta]]:
        for seat in self.those(Status.PLAYING, Status.QUEUED):
            if seat.began is not None:
                yield seat, seat.began

    # --- members --------------------------------------------------------------------------------------------------

    def join(self, member: int) -> Drill:
        """A seat for `member`. Raises NotNow where the drill began, is full, or has the member already."""
        if self.phase is not Phase.GATHERING:
            raise NotNow("This drill has begun without you. Ask the moderator for the next one.")
        if self.seat_of(member) is not None:
            raise NotNow("You have a seat already.")
        if self.taken >= self.most:
            raise NotNow(f"All {self.most} seats are taken.")
        number = max((seat.number for seat in self.seats), default=0) + 1
        return replace(self, seats=(*self.seats, Seat(number, member)))

    def leave(self, member: int) -> Drill:
        """The member gives the seat up. Raises NotNow where there is none, or play has begun there."""
        seat = self.seat_of(member)
        if seat is None:
            raise NotNow("You have no seat in this drill.")
        if seat.status not in (Status.JOINED, Status.QUEUED) or seat.began is not None:
            raise NotNow("Your table is open already. End the practice there, and you are out.")
        return self._with(replace(seat, status=Status.GONE))

    def name(self, member: int, named: bool) -> Drill:
        """Whether the member may be named before the group. Raises NotNow where the standings have been shown."""
        seat = self.seat_of(member)
        if seat is None:
            raise NotNow("You have no seat in this drill.")
        if self.revealed:
            raise NotNow("The standings have been shown already.")
        return self._with(replace(seat, named=named))

    # --- seats ----------------------------------------------------------------------------------------------------

    def ready(self, number: int, now: datetime) -> Drill:
        """The table of a seat is ready, so its time begins, unless it has begun before.

        Raises NotNow where the seat waits for none.
        """
        seat = self.seat(number)
        if not self.under_way or seat.status is not Status.QUEUED:
            raise NotNow("This seat waits for no table.")
        began = self.clock.shows(now) if seat.began is None else seat.began
        return self._with(replace(seat, status=Status.PLAYING, began=began))

    def lost(self, number: int) -> Drill:
        """The table of a seat is gone, and it waits for another one; any other seat stays as it is."""
        seat = self.seat(number)
        return self._with(replace(seat, status=Status.QUEUED)) if seat.status is Status.PLAYING else self

    def gone(self, number: int) -> Drill:
        """The member of a seat that was never opened can't be found any more."""
        seat = self.seat(number)
        waits = seat.status in (Status.JOINED, Status.QUEUED) and seat.began is None
        return self._with(replace(seat, status=Status.GONE)) if waits else self

    def vacated(self, number: int) -> Drill:
        """The member of a seat has gone for good, and nothing of their game is left; a seat that is done stays so."""
        seat = self.seat(number)
        return self if seat.status is Status.DONE else self._with(replace(seat, status=Status.GONE))

    def done(self, number: int) -> Drill:
        """Nothing is left to play at a seat."""
        return self._with(replace(self.seat(number), status=Status.DONE))

    def goes_on(self, number: int) -> Drill:
        """The end of a seat's game was taken back; any other seat stays as it is."""
        seat = self.seat(number)
        return self._with(replace(seat, status=Status.PLAYING)) if seat.status is Status.DONE else self

    # --- moderators -----------------------------------------------------------------------------------------------

    def start(self, now: datetime) -> Drill:
        """Everybody waits for a table, or for the one in front of all, and the clock runs.

        Raises NotNow where it began, or too few have joined.
        """
        if self.phase is not Phase.GATHERING:
            raise NotNow(_STARTED[self.phase])
        if self.taken < FEWEST[self.mode]:
            raise NotNow("Two at least are needed for pairs." if self.mode is Mode.PAIRS else "Nobody has joined yet.")
        if self.mode is Mode.FISHBOWL:
            voting = self._each(Status.JOINED, lambda seat: replace(seat, status=Status.VOTING))
            table = Seat(TABLE, TABLE, Status.QUEUED)
            waiting = replace(voting, seats=(table, *voting.seats))
        else:
            waiting = self._each(Status.JOINED, lambda seat: replace(seat, status=Status.QUEUED))
        return replace(waiting, phase=Phase.RUNNING, clock=self.clock.run(now))

    def pause(self, now: datetime) -> Drill:
        """The clock stands and nobody can move. Raises NotNow where it doesn't run."""
        if self.phase is not Phase.RUNNING:
            raise NotNow("It is paused already." if self.phase is Phase.PAUSED else _NOT_RUNNING[self.phase])
        return replace(self, phase=Phase.PAUSED, clock=self.clock.stop(now))

    def resume(self, now: datetime) -> Drill:
        """Raises NotNow where it isn't paused."""
        if self.phase is not Phase.PAUSED:
            raise NotNow("It goes on already." if self.phase is Phase.RUNNING else _NOT_RUNNING[self.phase])
        return replace(self, phase=Phase.RUNNING, clock=self.clock.run(now))

    def extend(self, by: timedelta, seen: timedelta) -> Drill:
        """More time for every seat that still plays. `seen` is the length that the moderator saw when pressing.

        Raises NotNow where somebody else has changed it since, where it is over, or where it would be too long.
        """
        if self.phase in (Phase.OVER, Phase.CANCELLED):
            raise NotNow(_NOT_RUNNING[self.phase])
        if self.clock.length != seen:
            raise NotNow("Somebody has just changed the time. Look at it again, then press once more if you like.")
        if self.clock.length + by > LONGEST:
            raise NotNow("A drill can't take longer than four hours.")
        return replace(self, clock=self.clock.extend(by))

    def end(self, now: datetime) -> Drill:
        """Nobody can move any more; who waited for a table doesn't get one. Raises NotNow where it doesn't run."""
        if not self.under_way:
            raise NotNow(_NOT_RUNNING[self.phase])
        left = self._each(
            Status.QUEUED, lambda seat: replace(seat, status=Status.GONE if seat.began is None else Status.DONE)
        )
        done = left._each(Status.PLAYING, lambda seat: replace(seat, status=Status.DONE))
        return replace(done, phase=Phase.OVER, clock=self.clock.stop(now))

    def reveal(self) -> Drill:
        """What was hidden is told. Raises NotNow where somebody still plays, or where it has been told."""
        if self.revealed:
            raise NotNow("It has been revealed already.")
        if self.phase in (Phase.GATHERING, Phase.CANCELLED):
            raise NotNow(_NOT_RUNNING[self.phase])
        playing = len(self.those(Status.QUEUED, Status.PLAYING))
        if playing:
            who = "One is" if playing == 1 else f"{playing} are"
            raise NotNow(f"{who} still playing. Wait for the end, or press End to stop it for everybody.")
        return replace(self, phase=Phase.OVER, revealed=True)

    def cancel(self, now: datetime) -> Drill:
        """It doesn't take place, or not to its end. Raises NotNow where it is over."""
        if self.phase in (Phase.OVER, Phase.CANCELLED):
            raise NotNow(_NOT_RUNNING[self.phase])
        return replace(self, phase=Phase.CANCELLED, clock=self.clock.stop(now))

    # --- inside ---------------------------------------------------------------------------------------------------

    def _with(self, changed: Seat) -> Drill:
        return replace(self, seats=tuple(changed if seat.number == changed.number else seat for seat in self.seats))

    def _each(self, status: Status, change: Callable[[Seat], Seat]) -> Drill:
        return replace(self, seats=tuple(change(seat) if seat.status is status else seat for seat in self.seats))


_NOT_RUNNING = {
    Phase.GATHERING: "It hasn't started yet.",
    Phase.RUNNING: "It is still running.",
    Phase.PAUSED: "It is paused.",
    Phase.OVER: "It is over already.",
    Phase.CANCELLED: "It was cancelled.",
}
_STARTED = {**_NOT_RUNNING, Phase.RUNNING: "It has started already.", Phase.PAUSED: "It has started already."}
