"""A fishbowl's votes: what the group may say next, who voted for what, and saying what most want to be said.

Each vote is about one message at the table. It opens when the table waits for the group, takes a set time by the
drill's clock (so that a pause stops it too), and closes with the most voted candidate being said. Where several lead,
a moderator decides among them; where nobody has voted, it stays open as long again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial

from bot.drills.drill import TABLE, Phase, Status
from bot.drills.votes import Ballot, Candidate, NoCandidate
from bot.negotiation.moves import Accept, CallAfter, ComeBack, HoldFirm, LetGo, Move, Place, WalkAway
from bot.negotiation.reading import OUT_OF_STORY
from bot.negotiation.record import moves_from_plain, to_plain
from bot.negotiation.state import State
from bot.services import turns
from bot.services.additions import known
from bot.services.drill_book import DrillBook, Kept, Refused
from bot.services.ledger import Ledger
from bot.services.phrases import beyond
from bot.services.played import Played
from bot.services.reading import READER, Reader, keepable
from bot.storage import Connection, drill_ballots
from bot.storage.drill_ballots import BallotRow, CandidateRow

LONGEST_PROPOSAL = 300  # characters


class BallotState(StrEnum):
    OPEN = "open"
    TIED = "tied"  # a moderator decides
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class BallotView:
    """The latest vote of a drill. `closes` is None while the clock stands, and unless it is open; `thread` is where
    the table is, `session` what is played there; `chosen` the candidate that was said."""

    drill: int
    number: int
    state: BallotState
    ballot: Ballot
    closes: datetime | None
    chosen: int | None
    thread: int
    session: int
    message: int | None

    @property
    def leading(self) -> tuple[int, ...]:
        return self.ballot.leading()


class DrillVotes:
    """Raises Refused where a vote can't be taken, with a sentence for the member, and NotKept where the database
    fails."""

    def __init__(self, ledger: Ledger, book: DrillBook, now: Callable[[], datetime], reader: Reader = READER) -> None:
        self._ledger = ledger
        self._book = book
        self._now = now
        self._reader = reader

    async def propose(self, drill: int, guild: int, member: int, text: str) -> BallotView:
        """One more thing that could be said. Raises Refused also where it could be taken in two ways: nobody could be
        asked which one was meant."""

        async def turn(db: Connection) -> BallotView:
            kept, row, played = await self._voting(db, drill, guild, member)
            said = keepable(text.strip())[:LONGEST_PROPOSAL]
            reading = self._reader.read(said, known(kept.scenario, played.state))
            if not turns.can_be_meant(kept.scenario, reading):
                raise Refused(beyond(kept.scenario))
            if reading.aside in OUT_OF_STORY:
                raise Refused("That would be said to me and not to them. Say what you want to be said at the table.")
            if reading.doubt is not None:
                raise Refused("That could be meant in two ways, and it counts. Say plainly what you offer or do.")
            return await self._put(db, kept, row, lambda ballot: ballot.propose(said, member))

        return await self._ledger.write(turn)

    async def vote(self, drill: int, guild: int, member: int, number: int, candidate: int) -> BallotView:
        """The member's one vote in the vote of that number. It may be changed while that is open."""
        async with self._ledger.writing() as db:
            kept, row, _ = await self._voting(db, drill, guild, member)
            if row.number != number:
                raise Refused("That vote is closed. There is another one below.")
            return await self._put(db, kept, row, lambda ballot: ballot.vote(member, candidate))

    async def decide(self, drill: int, guild: int, number: int, candidate: int) -> BallotView:
        """A moderator decides a tie, and it is said."""

        async def turn(db: Connection) -> BallotView:
            kept = await self._book.read(db, drill, guild=guild, to_change=True)
            row = await self._row(db, drill)
            if row.number != number or row.state != BallotState.TIED:
                raise Refused("There is nothing to decide any more.")
            if candidate not in _ballot(row).leading():
                raise Refused("That one has fewer votes. Decide among those that lead.")
            if kept.drill.phase is not Phase.RUNNING:
                raise Refused("The drill is paused. Decide when it goes on.")
            return await self._say(db, kept, row, candidate)

        return await self._ledger.write(turn)

    async def tick(self) -> list[BallotView]:
        """Opens and closes votes as it is time; returns those of drills that run, and those that still stand in front
        of the group, as they are."""
        async with self._ledger.reading() as db:
            voting = await drill_ballots.to_look_at(db, [str(Phase.RUNNING), str(Phase.PAUSED)], self._ledger.cluster)
        found: list[BallotView] = []
        for drill in voting:
            view = await self._ledger.write(partial(self._tick, drill))
            if view is not None:
                found.append(view)
        return found

    async def remember(self, drill: int, number: int, message: int | None) -> None:
        """The front's message of the vote of that number, as long as it is the latest; None once nobody can take it
        for one that is open. Only then is there another one."""
        async with self._ledger.writing() as db:
            row = await self._row(db, drill)
            if row.number == number:
                await drill_ballots.put(db, replace(row, message=message))

    # --- inside -------------------------------------------------------------------------------------------------------

    async def _tick(self, drill: int, db: Connection) -> BallotView | None:
        kept = await self._book.read(db, drill, to_change=True)
        return await self._move_on(db, kept, await self._row(db, drill))

    async def _move_on(self, db: Connection, kept: Kept, row: BallotRow) -> BallotView | None:
        seat = next((each for each in kept.seats if each.number == TABLE), None)
        if seat is None or seat.session is None:
            return None
        if not kept.drill.under_way and row.state != BallotState.CLOSED:
            row = replace(row, state=str(BallotState.CLOSED), closes=None)
            await drill_ballots.put(db, row)
        if kept.drill.phase is not Phase.RUNNING or seat.status != Status.PLAYING:
            return _view(kept, row, self._now()) if row.number else None
        played = await self._ledger.played(db, seat.session, to_change=True)
        shows = kept.drill.clock.shows(self._now()).total_seconds()
        waits_for_group = not played.finished and played.state.pending is None
        if row.state == BallotState.CLOSED and row.message is None and waits_for_group:
            row = BallotRow(
                kept.row.id,
                row.seconds,
                row.number + 1,
                str(BallotState.OPEN),
                shows + row.seconds,
                candidates=tuple(CandidateRow(text, moves=to_plain((move,))) for text, move in _offered(played.state)),
            )
            await drill_ballots.put(db, row)
        elif row.state == BallotState.OPEN and row.closes is not None and shows >= row.closes:
            leading = _ballot(row).leading()
            if len(leading) == 1:
                return await self._say(db, kept, row, leading[0])
            tied = bool(leading)
            row = replace(
                row,
                state=str(BallotState.TIED if tied else BallotState.OPEN),
                closes=None if tied else shows + row.seconds,
            )
            await drill_ballots.put(db, row)
        return _view(kept, row, self._now()) if row.number else None

    async def _say(self, db: Connection, kept: Kept, row: BallotRow, candidate: int) -> BallotView:
        """Says what was chosen, in the transaction that closes the vote."""
        session = kept.seat(TABLE).session
        if session is None:
            raise Refused("The table isn't there yet.")
        played = await self._ledger.played(db, session, to_change=True)
        cause = f"ballot:{row.number}"
        if not played.finished and not played.knows(cause):
            chosen = row.candidates[candidate]
            await self._ledger.add(db, played, _addition(played, chosen, self._reader), cause)
        row = replace(row, state=str(BallotState.CLOSED), closes=None, chosen=candidate)
        await drill_ballots.put(db, row)
        return _view(kept, row, self._now())

    async def _voting(self, db: Connection, drill: int, guild: int, member: int) -> tuple[Kept, BallotRow, Played]:
        """What a vote is about, for one who has a vote. Raises Refused."""
        kept = await self._book.read(db, drill, guild=guild, to_change=True)
        seat = kept.drill.seat_of(member)
        if seat is None:
            raise Refused("Those who joined before the start have a vote. You are welcome to watch.")
        row = await self._row(db, drill)
        session = next((each.session for each in kept.seats if each.number == TABLE), None)
        if row.state != BallotState.OPEN or session is None or kept.drill.phase is not Phase.RUNNING:
            raise Refused("There is no vote open just now.")
        return kept, row, await self._ledger.played(db, session)

    async def _put(self, db: Connection, kept: Kept, row: BallotRow, how: Callable[[Ballot], Ballot]) -> BallotView:
        try:
            after = how(_ballot(row))
        except NoCandidate as refusal:
            raise Refused(str(refusal)) from None
        known = row.candidates
        new = tuple(CandidateRow(each.text, each.by) for each in after.candidates[len(known) :])
        row = replace(row, candidates=(*known, *new), votes=tuple(sorted(after.votes.items())))
        await drill_ballots.put(db, row)
        return _view(kept, row, self._now())

    async def _row(self, db: Connection, drill: int) -> BallotRow:
        row = await drill_ballots.get(db, drill, to_change=True)
        if row is None:
            raise Refused("In this drill there is nothing to vote on.")
        return row


def _ballot(row: BallotRow) -> Ballot:
    return Ballot(tuple(Candidate(each.text, each.member) for each in row.candidates), dict(row.votes))


def _view(kept: Kept, row: BallotRow, now: datetime) -> BallotView:
    clock = kept.drill.clock
    closes = None
    if row.closes is not None and clock.runs:
        closes = now + timedelta(seconds=row.closes) - clock.shows(now)
    return BallotView(
        kept.row.id,
        row.number,
        BallotState(row.state),
        _ballot(row),
        closes,
        row.chosen,
        kept.seat(TABLE).thread or 0,
        kept.seat(TABLE).session or 0,
        row.message,
    )


def _offered(state: State) -> Iterator[tuple[str, Move]]:
    """What can always be voted for, by where the table stands, in the group's words."""
    match state.place:
        case Place.LEARNER_AWAY:
            if state.called:
                yield "Take what they call after us", Accept()
            yield "Go back in", ComeBack()
        case Place.COUNTERPART_AWAY:
            yield "Take what they asked for", Accept()
            yield "Call after them", CallAfter()
            yield "Let them go", LetGo()
        case _:
            yield "Take what is on the table", Accept()
            yield "Hold firm", HoldFirm()
            yield "Leave, with a number to call", WalkAway(reachable=True)


def _addition(played: Played, chosen: CandidateRow, reader: Reader) -> turns.Addition:
    if chosen.moves is not None:
        return turns.pressing(played, moves_from_plain(chosen.moves))
    return turns.hearing(played, chosen.text, reader)
