"""A table of two as it stands, and what each of the two is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.drills.drill import Phase
from bot.drills.pairs import Pair
from bot.drills.sharing import Shared, shared
from bot.drills.standings import Result, Standing, standings
from bot.negotiation.scenario import Scenario, Side, World
from bot.services.drill_book import Kept, pair_of
from bot.storage.drill_pairs import OfferRow, PairRow


@dataclass(frozen=True, slots=True)
class PairView:
    """`members` are those who sit at it, by seat; `deadline` is None where no clock runs for them. `turn` counts what
    there is to show. `told` is there once the table is closed and the drill revealed."""

    drill: int
    guild: int
    scenario: Scenario
    pair: Pair
    members: Mapping[int, int]
    thread: int
    phase: Phase
    deadline: datetime | None
    turn: int
    told: PairTold | None


@dataclass(frozen=True, slots=True)
class PairTold:
    """What two learn at the end: what was hidden, how they shared it, and how each stands among all who had the same
    seat."""

    world: World
    shared: Shared
    standings: Mapping[int, Standing]


@dataclass(frozen=True, slots=True)
class Role:
    """What one of two is told, and nobody else: the learner's brief, or the counterpart's truth."""

    scenario: Scenario
    world: World | None  # None: the learner's side, which knows nothing of it

    @property
    def side(self) -> Side:
        return self.scenario.side if self.world is None else self.scenario.side.other


def view_of(kept: Kept, row: PairRow) -> PairView:
    pair, seats = pair_of(row), {number: kept.seat(number) for number in pair_of(row).seats}
    began = kept.drill.seat(pair.first).began
    return PairView(
        drill=kept.row.id,
        guild=kept.row.guild,
        scenario=kept.scenario,
        pair=pair,
        members={number: seat.member for number, seat in seats.items()},
        thread=seats[pair.first].thread or 0,
        phase=kept.drill.phase,
        deadline=None if began is None else kept.drill.clock.deadline(began),
        turn=row.turn,
        told=_told(kept, pair) if kept.row.revealed and pair.ending is not None else None,
    )


def _told(kept: Kept, pair: Pair) -> PairTold:
    world = kept.scenario.world(kept.row.world)
    places = {standing.result.seat: standing for side in by_side(kept) for standing in side}
    return PairTold(
        world,
        shared(kept.scenario, world, pair.agreed),
        {seat: places[seat] for seat in pair.seats if seat in places},
    )


def by_side(kept: Kept) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """The standings of those on the learner's side, and of those on the counterpart's."""
    firsts = {pair.first_seat for pair in kept.pairs}
    results: tuple[Result, ...] = kept.view().results
    return (
        standings(result for result in results if result.seat in firsts),
        standings(result for result in results if result.seat not in firsts),
    )


def row_after(row: PairRow, pair: Pair, kept: Kept, at: datetime) -> PairRow:
    """The row once `pair` is what it stands for: there is something to show."""
    offer = row.offer
    if pair.proposal is not None:
        made = pair.proposal
        extras, agreed = tuple(sorted(made.terms.extras)), tuple(sorted(made.agreed))
        if offer is not None and offer.number == made.number:
            offer = replace(offer, agreed=agreed)
        else:
            member = kept.seat(made.by).member
            offer = OfferRow(row.drill, row.number, made.number, made.by, member, made.terms.price, extras, agreed, at)
    ending = None if pair.ending is None else str(pair.ending)
    return replace(row, away=pair.away, ending=ending, turn=row.turn + 1, offer=offer)
