"""Two at a table, for every front: role cards, offers that both say yes to, leaving, and what came of it.

They talk as they like; what counts is what both have pressed. What is said while the bot is away is not read, and
nothing is lost by that: an offer can always be made by its button.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.drills.drill import Drill, NotNow, Phase, Status
from bot.drills.pairs import Pair, Terms, paired
from bot.drills.sharing import shared
from bot.negotiation.money import minor_per_major
from bot.negotiation.moves import Offer
from bot.negotiation.reading import Known
from bot.negotiation.scenario import Scenario
from bot.services.amounts import price_typed
from bot.services.drill_book import DrillBook, Kept, Refused, pair_of
from bot.services.errors import BadAmount
from bot.services.ledger import Ledger
from bot.services.pair_views import PairView, Role, row_after, view_of
from bot.services.phrases import beyond
from bot.services.reading import READER, Reader
from bot.storage import Connection, drill_pairs, drills
from bot.storage.drill_pairs import PairRow


class DrillPairs:
    """Raises Refused where a press makes no sense as things stand, with a sentence for whoever pressed; NoSuchDrill
    where the drill is not of `guild`; NotKept where the database fails."""

    def __init__(self, ledger: Ledger, book: DrillBook, now: Callable[[], datetime], reader: Reader = READER) -> None:
        self._ledger = ledger
        self._book = book
        self._now = now
        self._reader = reader

    # --- members ------------------------------------------------------------------------------------------------------

    async def view(self, drill: int, guild: int, number: int, member: int) -> PairView:
        """The table, for one who sits there."""
        async with self._ledger.reading() as db:
            kept = await self._book.read(db, drill, guild=guild)
        return view_of(kept, _at_table(kept, number, member)[0])

    async def role(self, drill: int, guild: int, number: int, member: int) -> Role:
        """The role card of a member at this table."""
        async with self._ledger.reading() as db:
            kept = await self._book.read(db, drill, guild=guild)
        row, seat = _at_table(kept, number, member)
        return Role(kept.scenario, kept.scenario.world(kept.row.world) if seat == row.second_seat else None)

    async def offer(
        self, drill: int, guild: int, number: int, member: int, price: str, extras: frozenset[str] = frozenset()
    ) -> PairView:
        """New terms by the figure that was typed. Raises BadAmount where it is none."""

        def made(kept: Kept, pair: Pair, seat: int) -> Pair:
            known = {extra.id for extra in kept.scenario.extras}
            return pair.offer(seat, Terms(_price(price, kept.scenario), extras & known))

        return await self._move(drill, guild, number, member, made)

    async def agree(self, drill: int, guild: int, number: int, member: int, offer: int) -> PairView:
        """A yes to the offer of that number."""
        return await self._move(drill, guild, number, member, lambda _, pair, seat: pair.agree(seat, offer))

    async def walk(self, drill: int, guild: int, number: int, member: int) -> PairView:
        return await self._move(drill, guild, number, member, lambda _, pair, seat: pair.walk(seat))

    async def come_back(self, drill: int, guild: int, number: int, member: int) -> PairView:
        return await self._move(drill, guild, number, member, lambda _, pair, seat: pair.come_back(seat))

    async def let_go(self, drill: int, guild: int, number: int, member: int) -> PairView:
        return await self._move(drill, guild, number, member, lambda _, pair, seat: pair.let_go(seat))

    async def hear(self, thread: int, member: int, text: str) -> PairView | None:
        """An offer that a member made in the talk is put on the table, for both to say yes to. None where there is
        none in `text`, or it isn't said at a table where it could count."""
        async with self._ledger.reading() as db:
            row = await drills.seat_of_thread(db, thread)
            kept = None if row is None else await self._book.read(db, row.drill)
        if kept is None or kept.row.phase != Phase.RUNNING or (seat := kept.drill.seat_of(member)) is None:
            return None
        at = kept.pair_at(seat.number)
        if at is None or at.ending is not None or kept.seat(seat.number).thread != thread:
            return None
        terms = await self._reader.aside(heard, kept.scenario, pair_of(at), seat.number, text, self._reader)
        if terms is None:
            return None
        return await self._move(
            kept.row.id, kept.row.guild, at.number, member, lambda _, pair, seat: pair.offer(seat, terms, heard=True)
        )

    # --- the front ----------------------------------------------------------------------------------------------------

    async def to_show(self) -> list[PairView]:
        """The tables at which something has happened that the front has not shown."""
        async with self._ledger.reading() as db:
            found: list[PairView] = []
            books: dict[int, Kept] = {}
            for drill, number in await drill_pairs.to_show(db, self._ledger.cluster):
                if drill not in books:
                    books[drill] = await self._book.read(db, drill)
                found.append(view_of(books[drill], books[drill].pair(number)))
        return found

    async def shown(self, drill: int, number: int, turn: int) -> None:
        """What there was up to `turn` has been shown."""
        async with self._ledger.writing() as db:
            await drill_pairs.set_shown(db, drill, number, turn)

    # --- inside -------------------------------------------------------------------------------------------------------

    async def _move(
        self, drill: int, guild: int, number: int, member: int, how: Callable[[Kept, Pair, int], Pair]
    ) -> PairView:
        async with self._ledger.writing() as db:
            kept = await self._book.read(db, drill, guild=guild, to_change=True)
            row, seat = _at_table(kept, number, member)
            if kept.drill.phase is Phase.PAUSED:
                raise Refused("The drill is paused, so that didn't count. Do it again when it goes on.")
            if kept.drill.phase is not Phase.RUNNING or kept.seat(seat).status != Status.PLAYING:
                raise Refused("This table is closed. Nothing that is said now counts.")
            try:
                after = how(kept, pair_of(row), seat)
            except NotNow as refusal:
                raise Refused(str(refusal)) from None
            row = row_after(row, after, kept, self._now())
            await drill_pairs.put(db, row)
            kept = kept.with_pair(row)
            if after.ending is not None:
                kept = await self._close(db, kept, row)
                await self._book.close_if_done(db, kept, self._now())
            return view_of(kept, row)

    async def sit_down(self, db: Connection, kept: Kept) -> Kept:
        """Puts those who wait two and two at tables, in the order in which they joined."""
        waiting = [seat.number for seat in kept.drill.those(Status.QUEUED)]
        rows = [
            PairRow(kept.row.id, number, first, second) for number, (first, second) in enumerate(paired(waiting), 1)
        ]
        await drill_pairs.add(db, rows)
        return replace(kept, pairs=tuple(rows))

    async def close_ranks(self, db: Connection, kept: Kept) -> Kept:
        """Whoever waited with somebody who is gone now sits down alone."""
        here = {seat.number for seat in kept.drill.seats if seat.status is not Status.GONE}
        for row in kept.pairs:
            if row.second_seat is not None and not {row.first_seat, row.second_seat} <= here:
                left = row.second_seat if row.first_seat not in here else row.first_seat
                alone = replace(row, first_seat=left, second_seat=None)
                await drill_pairs.put(db, alone)
                kept = kept.with_pair(alone)
        return kept

    async def open(self, db: Connection, kept: Kept, row: PairRow, thread: int) -> Kept:
        """The thread of two is there: from now on their time runs."""
        for number in pair_of(row).seats:
            kept = await self._book.change(db, kept, lambda drill, at=number: drill.ready(at, self._now()), self._now())
            kept = await self._book.put_seat(db, kept, replace(kept.seat(number), thread=thread))
        row = replace(row, turn=row.turn + 1)
        await drill_pairs.put(db, row)
        return kept.with_pair(row)

    async def settle(self, db: Connection, kept: Kept, number: int) -> Kept:
        """Writes down what came of the table at which this seat is, where time is up."""
        row = kept.pair_at(number)
        if row is None or row.ending is not None or row.turn == 0:
            return kept
        row = row_after(row, pair_of(row).time_up(), kept, self._now())
        await drill_pairs.put(db, row)
        return await self._close(db, kept.with_pair(row), row)

    async def _close(self, db: Connection, kept: Kept, row: PairRow) -> Kept:
        """The results of both seats, by what their pair came to."""
        pair = pair_of(row)
        if pair.ending is None or pair.second is None:
            return kept
        made = shared(kept.scenario, kept.scenario.world(kept.row.world), pair.agreed)
        for seat, gain in ((pair.first, made.first), (pair.second, made.second)):
            kept = await self._book.change(db, kept, partial(Drill.done, number=seat), self._now())
            kept = await self._book.put_seat(db, kept, replace(kept.seat(seat), ending=str(pair.ending), gain=gain))
        return kept


def _at_table(kept: Kept, number: int, member: int) -> tuple[PairRow, int]:
    """The table of that number and the member's seat at it. Raises Refused where they have none there."""
    seat = kept.drill.seat_of(member)
    row = None if seat is None else kept.pair_at(seat.number)
    if row is None or seat is None or row.number != number:
        raise Refused("That is for the two who sit at this table.")
    return row, seat.number


def _price(text: str, scenario: Scenario) -> int:
    price = price_typed(text, scenario)
    if not scenario.can_cost(price):
        raise BadAmount(beyond(scenario))
    return price


def heard(scenario: Scenario, pair: Pair, seat: int, text: str, reader: Reader = READER) -> Terms | None:
    """The offer in what a seat said, if there is one and it is clear."""
    first = seat == pair.first
    proposal = pair.proposal
    mine = proposal.terms.price if proposal is not None and proposal.by == seat else None
    theirs = proposal.terms.price if proposal is not None and proposal.by != seat else None
    reading = reader.read(
        text,
        Known(
            side=scenario.side if first else scenario.side.other,
            list_price=scenario.list_price,
            ask=theirs if theirs is not None or not first else scenario.opening_ask,
            mine=mine,
            per_major=minor_per_major(scenario.currency),
            extras=scenario.extras,
            alternative_words=scenario.alternative.words if first else (),
            alternative_amount=scenario.alternative.amount if first else None,
        ),
    )
    offers = [move for move in reading.moves if isinstance(move, Offer)]
    if reading.doubt is not None or not offers or not scenario.can_cost(offers[-1].amount):
        return None
    return Terms(offers[-1].amount, offers[-1].extras)
