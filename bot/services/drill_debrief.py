"""What a group is told at the end of a drill, and the table that moderators take away."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import NamedTuple

from bot.content.library import Library
from bot.drills.costly import Cost, Costly, costliest
from bot.drills.drill import Mode, Status
from bot.drills.standings import Spread, Standing, standings
from bot.learning.analysing import best_gain, reviews_of
from bot.negotiation.coach import Coach
from bot.negotiation.money import minor_per_major
from bot.negotiation.record import Step
from bot.negotiation.review import Review
from bot.negotiation.review.words import in_words
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.tactic import Question
from bot.pictures import Picture
from bot.pictures.drill import drill_picture
from bot.pictures.pairs import pairs_picture
from bot.services.discussing import questions_for
from bot.services.drill_book import DrillBook, DrillView, Kept, Refused, SeatView
from bot.services.habit_words import habit_words
from bot.services.ledger import Ledger
from bot.services.pair_debrief import PairsDebrief, drawn, pairs_debrief, pairs_export
from bot.services.played import Played
from bot.services.results import result_of
from bot.services.sheets import safe
from bot.services.workers import IN_THREADS, TookTooLong, Workers
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


class _Game(NamedTuple):
    seat: SeatView
    played: Played


class DrillDebriefs:
    """Raises NoSuchDrill, Refused where it hasn't been revealed, and NotKept where the database fails."""

    def __init__(
        self, ledger: Ledger, book: DrillBook, library: Callable[[], Library], workers: Workers = IN_THREADS
    ) -> None:
        self._ledger = ledger
        self._workers = workers
        self._book = book
        self._library = library

    async def of(self, drill: int, guild: int) -> GroupDebrief | PairsDebrief:
        """Worked out beside the event loop: the review of a large group takes some seconds."""
        kept, games = await self._games(drill, guild)
        if kept.drill.mode is Mode.PAIRS:
            picture = await self._workers.soon(pairs_picture, drawn(kept), kept.scenario.currency)
            return pairs_debrief(kept, picture, self._library())
        return await self._debrief(kept, games)

    async def export(self, drill: int, guild: int, names: Mapping[int, str]) -> str:
        """The seats as CSV, with the names that are given, by member."""
        kept, games = await self._games(drill, guild)
        if kept.drill.mode is Mode.PAIRS:
            async with self._ledger.reading() as db:
                return pairs_export(kept, await drill_pairs.offers(db, drill), names)
        return _export(kept, games, await self._reviews(kept, games), names)

    async def _games(self, drill: int, guild: int) -> tuple[Kept, list[_Game]]:
        async with self._ledger.reading() as db:
            kept = await self._book.read(db, drill, guild=guild)
            if not kept.row.revealed:
                raise Refused("What came of it is told at the end. Press Reveal when all are done, or End.")
            games = [
                _Game(seat, await self._ledger.played(db, seat.session))
                for seat in kept.view().seats
                if seat.session is not None
            ]
        return kept, games

    async def _debrief(self, kept: Kept, games: Sequence[_Game]) -> GroupDebrief:
        view, scenario, library = kept.view(), kept.scenario, self._library()
        world = scenario.world(kept.row.world)
        reviews = await self._reviews(kept, games)
        best = await self._workers.soon(best_gain, scenario, world)
        return GroupDebrief(
            drill=view,
            world=world,
            standings=standings(view.results),
            best=best,
            costly=_costly(scenario, reviews, library.coach),
            questions=questions_for(scenario, library),
            picture=await self._workers.soon(drill_picture, Spread(view.results, best), scenario.currency),
        )

    async def _reviews(self, kept: Kept, games: Sequence[_Game]) -> Mapping[int, Review]:
        """By seat. What was worked out for one game helps with all others, so they are reviewed in one go."""
        steps: dict[int, Sequence[Step]] = {}
        for seat, played in games:
            steps[seat.seat.number] = played.steps
            await asyncio.sleep(0)  # a hundred games take a tenth of a second to be read
        try:
            return await self._workers.do(reviews_of, kept.scenario, kept.scenario.world(kept.row.world), steps)
        except TookTooLong:
            return {}  # the standings are told all the same


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


def _export(kept: Kept, games: Sequence[_Game], reviews: Mapping[int, Review], names: Mapping[int, str]) -> str:
    of = {seat.seat.number: (played, reviews.get(seat.seat.number)) for seat, played in games}
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
