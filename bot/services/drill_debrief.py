"""What a group is told at the end of a drill, and the table that moderators take away."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from bot.content.library import Library
from bot.drills.costly import Cost, Costly, costliest
from bot.drills.drill import Mode, Status
from bot.drills.standings import Spread, Standing, standings
from bot.negotiation.coach import Coach
from bot.negotiation.money import minor_per_major
from bot.negotiation.review import BrokenRecord, Review, Search, review
from bot.negotiation.review.positions import in_world, opening
from bot.negotiation.review.words import in_words
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.tactic import Question
from bot.pictures import Picture
from bot.pictures.drill import drill_picture
from bot.services.discussing import questions_for
from bot.services.drill_book import DrillBook, DrillView, Kept, Refused, SeatView
from bot.services.habit_words import habit_words
from bot.services.ledger import Ledger
from bot.services.pair_debrief import PairsDebrief, pairs_debrief, pairs_export
from bot.services.played import Played
from bot.services.results import result_of
from bot.services.sheets import safe
from bot.storage import drill_pairs


@dataclass(frozen=True, slots=True)
class CostlyMove:
    """What cost the group most: `did` and `instead` in words, in `seats` games, `each` minor units on average; and
    what the one whom it cost most could have said: `better`."""

    did: str
    instead: str
    seats: int
    each: int
    better: str


@dataclass(frozen=True, slots=True)
class GroupDebrief:
    """`best` is the gain, in minor units, of best play by somebody who knew the truth."""

    drill: DrillView
    world: World
    standings: tuple[Standing, ...]
    best: int
    costly: tuple[CostlyMove, ...]
    questions: tuple[Question, ...]
    picture: Picture


class DrillDebriefs:
    """Raises NoSuchDrill, Refused where it hasn't been revealed, and NotKept where the database fails."""

    def __init__(self, ledger: Ledger, book: DrillBook, library: Callable[[], Library]) -> None:
        self._ledger = ledger
        self._book = book
        self._library = library

    async def of(self, drill: int, guild: int) -> GroupDebrief | PairsDebrief:
        """Worked out in a thread of its own: the review of a large group takes some seconds."""
        kept, games = await self._games(drill, guild)
        if kept.drill.mode is Mode.PAIRS:
            return await asyncio.to_thread(pairs_debrief, kept, self._library())
        return await asyncio.to_thread(_debrief, kept, games, self._library())

    async def export(self, drill: int, guild: int, names: Mapping[int, str]) -> str:
        """The seats as CSV, with the names that are given, by member."""
        kept, games = await self._games(drill, guild)
        if kept.drill.mode is Mode.PAIRS:
            async with self._ledger.reading() as db:
                return pairs_export(kept, await drill_pairs.offers(db, drill), names)
        return await asyncio.to_thread(_export, kept, games, names)

    async def _games(self, drill: int, guild: int) -> tuple[Kept, list[tuple[SeatView, Played]]]:
        async with self._ledger.reading() as db:
            kept = await self._book.read(db, drill, guild=guild)
            if not kept.row.revealed:
                raise Refused("What came of it is told at the end. Press Reveal when all are done, or End.")
            games = [
                (seat, await self._ledger.played(db, seat.session))
                for seat in kept.view().seats
                if seat.session is not None
            ]
        return kept, games


def _debrief(kept: Kept, games: Sequence[tuple[SeatView, Played]], library: Library) -> GroupDebrief:
    view, scenario = kept.view(), kept.scenario
    world, search = scenario.world(kept.row.world), Search(kept.scenario)
    reviews = {seat.seat.number: found for seat, played in games if (found := _review(played, search)) is not None}
    best = best_gain(scenario, world, search)
    return GroupDebrief(
        drill=view,
        world=world,
        standings=standings(view.results),
        best=best,
        costly=_costly(scenario, reviews, library.coach),
        questions=questions_for(scenario, library),
        picture=drill_picture(Spread(view.results, best), scenario.currency),
    )


def best_gain(scenario: Scenario, world: World, search: Search) -> int:
    """What best play could have had, knowing the truth, in minor units beyond the alternative."""
    share = search.value(in_world(opening(scenario), scenario.worlds.index(world)))
    return round(share * scenario.best_gain)


def _review(played: Played, search: Search) -> Review | None:
    """None for a game that was played against a counterpart of another version."""
    try:
        return review(played.scenario, played.world, played.steps, search)
    except BrokenRecord:
        return None


def _costly(scenario: Scenario, reviews: Mapping[int, Review], coach: Coach) -> tuple[CostlyMove, ...]:
    moves = {(seat, move.step): move for seat, found in reviews.items() for move in found.moves if move.reason}
    costs = [Cost(seat, step, str(move.reason.kind), move.cost) for (seat, step), move in moves.items() if move.reason]

    def told(costly: Costly) -> CostlyMove:
        words, move = habit_words(costly.reason, coach), moves[costly.dearest.seat, costly.dearest.step]
        better = in_words(scenario, scenario.price_at(move.state.given), move.best.message, coach)
        return CostlyMove(words.did, words.instead, costly.seats, round(costly.total / costly.seats), better)

    return tuple(told(costly) for costly in costliest(costs))


# --- the export -------------------------------------------------------------------------------------------------------

_HEAD = (
    "seat",
    "name",
    "place",
    "result",
    "price",
    "extras",
    "gain",
    "surplus share",
    "points",
    "accuracy",
    "rounds",
    "moves",
    "began",
    "ended",
    "seconds",
)


def _export(kept: Kept, games: Sequence[tuple[SeatView, Played]], names: Mapping[int, str]) -> str:
    search = Search(kept.scenario)
    of = {seat.seat.number: (played, _review(played, search)) for seat, played in games}
    places = {standing.result.seat: standing for standing in standings(kept.view().results)}
    out = StringIO()
    sheet = csv.writer(out)
    sheet.writerow(_HEAD)
    for seat in kept.view().seats:
        if seat.seat.status in (Status.GONE, Status.VOTING):
            continue
        standing, (played, found) = places.get(seat.seat.number), of.get(seat.seat.number, (None, None))
        row = [seat.seat.number, names.get(seat.seat.member, ""), *_placed(standing), *_game(played, found, standing)]
        sheet.writerow([safe(cell) for cell in row])
    return out.getvalue()


def _placed(standing: Standing | None) -> list[str | int]:
    return ["", "not played"] if standing is None else [standing.place, str(standing.result.ending)]


def _game(played: Played | None, found: Review | None, standing: Standing | None) -> list[str | int | float]:
    if played is None or standing is None:
        return [""] * (len(_HEAD) - 4)
    scenario = played.scenario
    result = result_of(scenario, played.world, played.state)
    unit = minor_per_major(scenario.currency)
    began, ended = played.row.started_at, played.row.ended_at
    accuracy = None if found is None else found.accuracy
    return [
        "" if result.price is None else result.price / unit,
        " and ".join(sorted(scenario.extra(extra).name for extra in result.extras)),
        standing.result.gain / unit,
        round(standing.result.gain / scenario.best_gain, 3),
        "" if standing.points is None else round(standing.points, 3),
        "" if accuracy is None else round(accuracy, 1),
        played.state.round,
        0 if found is None else len(found.moves),
        began.isoformat(timespec="seconds"),
        "" if ended is None else ended.isoformat(timespec="seconds"),
        "" if ended is None else round((ended - began).total_seconds()),
    ]
