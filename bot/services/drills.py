"""Drills: everything that moderators and members do in one, for every front.

A seat's game is an ordinary session whose world, secret and seed are those of the drill. It is held while the drill is
paused and veiled until the drill is revealed; in all else `Practice` knows nothing of drills. What happens by itself
(games that have ended, time that is up) is taken in by `tables.tick`, so that a restart loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.content.frozen import freeze
from bot.content.library import Library
from bot.drills.drill import MOST_SEATS, TABLE, Drill, Mode, Phase, Seat, Status
from bot.drills.pairs import swapped as exchanged
from bot.negotiation.scenario import Scenario, Side
from bot.services import turns
from bot.services.choosing import scenario_for, secret_for_another, world_for
from bot.services.drill_book import DrillBook, DrillView, Kept, Refused, pair_of
from bot.services.drill_debrief import DrillDebriefs
from bot.services.drill_pairs import DrillPairs
from bot.services.drill_tables import DrillTables
from bot.services.drill_votes import DrillVotes
from bot.services.ledger import Ledger
from bot.services.phrases import DRILL_CALLED_OFF, DRILL_TIME_UP
from bot.services.reading import READER, Reader
from bot.services.workers import IN_THREADS, Workers
from bot.storage import Connection, drill_ballots, drill_pairs, drills, sessions
from bot.storage.drill_ballots import BallotRow

LISTED = 10
VOTE_SECONDS = 45
LONGEST_NOTE = 300  # characters
ACTIVE = (Phase.GATHERING, Phase.RUNNING, Phase.PAUSED)


class Drills:
    """`now` gives the time with its zone, `seed` and `secret` what a new drill is drawn from (chance.py). All methods
    that take a `guild` raise NoSuchDrill where the drill is not of that server; those that change a drill raise Refused
    where its rules do not allow it as things stand, with a sentence for whoever pressed; all raise NotKept where the
    database fails.
    """

    def __init__(
        self,
        ledger: Ledger,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        seed: Callable[[], int],
        secret: Callable[[], str],
        workers: Workers = IN_THREADS,
        reader: Reader = READER,
    ) -> None:
        self._ledger = ledger
        self._book = DrillBook(ledger)
        self.pairs = DrillPairs(ledger, self._book, now, reader)
        self.tables = DrillTables(ledger, self._book, self.pairs, now)
        self.votes = DrillVotes(ledger, self._book, now, reader)
        self.debriefs = DrillDebriefs(ledger, self._book, library, workers)
        self._library = library
        self._now = now
        self._seed = seed
        self._secret = secret

    # --- moderators ---------------------------------------------------------------------------------------------------

    async def create(
        self,
        guild: int,
        channel: int,
        moderator: int,
        mode: Mode,
        scenario: str,
        minutes: int,
        *,
        side: Side | None = None,
        seats: int = MOST_SEATS,
        note: str = "",
        starts_at: datetime | None = None,
        vote_seconds: int = VOTE_SECONDS,
    ) -> DrillView:
        """A drill that gathers members. What is hidden in it is drawn now. `vote_seconds` is how long a vote takes,
        where the group votes. Raises NoSuchScenario."""
        chosen = scenario_for(self._library(), scenario, side, {})
        wanted = {
            "channel": channel,
            "mode": str(mode),
            "secret": self._secret(),
            "seed": self._seed(),
            "note": note.strip()[:LONGEST_NOTE],
            "most": min(seats, MOST_SEATS),
            "length": minutes * 60,
            "starts_at": starts_at,
            "game": 1,
            "again_of": None,
        }
        async with self._ledger.writing() as db:
            return (await self._made(db, guild, moderator, chosen, wanted, vote_seconds)).view()

    async def again(self, drill: int, guild: int, moderator: int, *, swapped: bool = False) -> DrillView:
        """The same once more, with the same members, and another truth where the scenario has one.

        With `swapped` each has the other side: in pairs the two exchange their seats, otherwise all play the other
        side of the same story. Raises Refused and NoSuchScenario.
        """
        async with self._ledger.writing() as db:
            before = await self._book.read(db, drill, guild=guild)
            if before.drill.phase in ACTIVE:
                raise Refused("That drill isn't over yet.")
            row, chosen = before.row, self._once_more(before, swapped=swapped)
            wanted: dict[str, object] = {
                name: getattr(row, name) for name in ("channel", "mode", "note", "most", "length")
            }
            wanted |= {"secret": secret_for_another(chosen, self._secret(), row.world), "seed": self._seed()}
            wanted |= {"starts_at": None, "game": 3 - row.game if swapped else row.game, "again_of": drill}
            ballot = await drill_ballots.get(db, drill)
            made = await self._made(
                db, guild, moderator, chosen, wanted, VOTE_SECONDS if ballot is None else ballot.seconds
            )

            def seated(fresh: Drill) -> Drill:
                for seat in _in_order(before, swapped=swapped):
                    fresh = fresh.join(seat.member).name(seat.member, seat.named)
                return fresh

            return (await self._book.change(db, made, seated, self._now())).view()

    def _once_more(self, before: Kept, *, swapped: bool) -> Scenario:
        """The scenario of the next game, as it is written now."""
        old = before.scenario
        if not swapped or before.drill.mode is Mode.PAIRS:
            return scenario_for(self._library(), old.id, None, {})
        all_of_them = self._library().scenarios.values()
        other = [each for each in all_of_them if each.story == old.story and each.side is old.side.other]
        if not other:
            raise Refused("This story is written for one side only. Play it again without swapping.")
        return min(other, key=lambda each: (each.level, each.id))

    async def _made(
        self,
        db: Connection,
        guild: int,
        moderator: int,
        scenario: Scenario,
        wanted: Mapping[str, Any],
        vote_seconds: int,
    ) -> Kept:
        """A new drill; `wanted` are the columns that say how it is to be."""
        voice = self._library().voices[scenario.voice]
        new = {
            **wanted,
            "guild": guild,
            "moderator": moderator,
            "scenario": scenario.id,
            "content": await sessions.keep_content(db, freeze(scenario, voice)),
            "world": world_for(scenario, None, wanted["secret"]).id,
            "phase": str(Phase.GATHERING),
            "ran": 0.0,
            "revealed": False,
            "created_at": self._now(),
        }
        row = await drills.add(db, new)
        if row.mode == Mode.FISHBOWL:
            await drill_ballots.put(db, BallotRow(row.id, vote_seconds))
        return await self._book.kept_of(db, row)

    async def start(self, drill: int, guild: int) -> DrillView:
        async with self._ledger.writing() as db:
            kept = await self._book.read(db, drill, guild=guild, to_change=True)
            kept = await self._book.change(db, kept, lambda before: before.start(self._now()), self._now())
            if kept.drill.mode is Mode.PAIRS:
                kept = await self.pairs.sit_down(db, kept)
            return kept.view()

    async def pause(self, drill: int, guild: int) -> DrillView:
        return await self._hold(drill, guild, lambda before: before.pause(self._now()), held=True)

    async def resume(self, drill: int, guild: int) -> DrillView:
        return await self._hold(drill, guild, lambda before: before.resume(self._now()), held=False)

    async def extend(self, drill: int, guild: int, by: timedelta, seen: timedelta) -> DrillView:
        """More time for everybody; `seen` is the length that the moderator saw when pressing."""
        async with self._ledger.writing() as db:
            kept = await self._book.read(db, drill, guild=guild, to_change=True)
            kept = await self._book.change(db, kept, lambda before: before.extend(by, seen), self._now())
            await drill_pairs.next_turn(db, drill)
            return kept.view()

    async def end(self, drill: int, guild: int) -> DrillView:
        """Stops it for everybody, at what each game was worth, and reveals it."""
        async with self._ledger.writing() as db:
            kept = await self._book.read(db, drill, guild=guild, to_change=True)
            kept = await self._book.change(db, kept, lambda before: before.end(self._now()), self._now())
            await drills.hold(db, drill, held=False)
            kept = await self._reveal(db, kept)  # first, so that games which end now are told at once
            for seat in kept.seats:
                if seat.ending is None:
                    kept = await self.tables.settle(db, kept, seat.number, notice=DRILL_TIME_UP)
            return kept.view()

    async def reveal(self, drill: int, guild: int) -> DrillView:
        """Tells everybody what was hidden, once nobody plays any more."""
        async with self._ledger.writing() as db:
            kept = await self._book.read(db, drill, guild=guild, to_change=True)
            return (await self._reveal(db, kept)).view()

    async def cancel(self, drill: int, guild: int) -> DrillView:
        """Calls it off. Games that have begun end, and each member sees what was hidden in their own."""
        async with self._ledger.writing() as db:
            kept = await self._book.read(db, drill, guild=guild, to_change=True)
            kept = await self._book.change(db, kept, lambda before: before.cancel(self._now()), self._now())
            await drills.hold(db, drill, held=False)
            await drill_pairs.next_turn(db, drill)
            for session in await drills.unveil(db, drill):
                played = await self._ledger.played(db, session, to_change=True)
                if played.finished:
                    await self._ledger.tell(db, played)
                else:
                    await self._ledger.add(db, played, turns.leaving(played, notice=DRILL_CALLED_OFF), "drill:off")
            return kept.view()

    # --- members ------------------------------------------------------------------------------------------------------

    async def join(self, drill: int, guild: int, member: int) -> DrillView:
        return await self._change(drill, guild, lambda before: before.join(member))

    async def leave(self, drill: int, guild: int, member: int) -> DrillView:
        async with self._ledger.writing() as db:
            kept = await self._book.read(db, drill, guild=guild, to_change=True)
            kept = await self._book.change(db, kept, lambda before: before.leave(member), self._now())
            return (await self.pairs.close_ranks(db, kept)).view()

    async def name(self, drill: int, guild: int, member: int, *, named: bool) -> DrillView:
        """Whether the member may be named before the group."""
        return await self._change(drill, guild, lambda before: before.name(member, named))

    async def _reveal(self, db: Connection, kept: Kept) -> Kept:
        kept = await self._book.change(db, kept, Drill.reveal, self._now())
        await drill_pairs.next_turn(db, kept.row.id)
        for session in await drills.unveil(db, kept.row.id):
            played = await self._ledger.played(db, session)
            if played.finished:
                await self._ledger.tell(db, played)
        return kept

    async def _hold(self, drill: int, guild: int, how: Callable[[Drill], Drill], *, held: bool) -> DrillView:
        async with self._ledger.writing() as db:
            kept = await self._book.read(db, drill, guild=guild, to_change=True)
            kept = await self._book.change(db, kept, how, self._now())
            await drills.hold(db, drill, held=held)
            await drill_pairs.next_turn(db, drill)
            return kept.view()

    async def _change(self, drill: int, guild: int | None, how: Callable[[Drill], Drill]) -> DrillView:
        async with self._ledger.writing() as db:
            kept = await self._book.read(db, drill, guild=guild, to_change=True)
            return (await self._book.change(db, kept, how, self._now())).view()

    # --- looking ------------------------------------------------------------------------------------------------------

    async def view(self, drill: int, guild: int | None = None) -> DrillView:
        async with self._ledger.reading() as db:
            return (await self._book.read(db, drill, guild=guild)).view()

    async def active(self) -> list[DrillView]:
        """All drills that gather members, run or are paused, oldest first."""
        async with self._ledger.reading() as db:
            rows = await drills.in_phases(db, [str(phase) for phase in ACTIVE], cluster=self._ledger.cluster)
            return [(await self._book.kept_of(db, row)).view() for row in rows]

    async def any_stirring(self) -> bool:
        """Whether anything can happen by itself just now; asked once a second, so it costs next to nothing."""
        running, cluster = [str(Phase.RUNNING), str(Phase.PAUSED)], self._ledger.cluster
        async with self._ledger.reading() as db:
            return await drills.any_stirring(db, running, cluster) or bool(
                await drill_ballots.to_look_at(db, running, cluster) or await drill_pairs.to_show(db, cluster)
            )

    async def untold(self) -> list[DrillView]:
        """Those that have been revealed, and whose debrief the front hasn't posted."""
        async with self._ledger.reading() as db:
            rows = await drills.untold(db, self._ledger.cluster)
            return [(await self._book.kept_of(db, row)).view() for row in rows]

    async def of_guild(self, guild: int) -> list[DrillView]:
        """The latest drills of a server, newest first."""
        async with self._ledger.reading() as db:
            return [
                (await self._book.kept_of(db, row)).view() for row in await drills.of_guild(db, guild, limit=LISTED)
            ]

    async def remember(self, drill: int, **ids: int | None) -> None:
        """The front's ids of a drill's messages: invitation, console_channel, console, debrief, event."""
        async with self._ledger.writing() as db:
            await drills.change(db, drill, **ids)


def _in_order(kept: Kept, *, swapped: bool) -> list[Seat]:
    """Those who played, in the order in which they sit down once more."""
    seats = {seat.number: seat for seat in kept.drill.seats if seat.status is not Status.GONE and seat.number != TABLE}
    numbers = [number for row in kept.pairs for number in pair_of(row).seats if number in seats] or list(seats)
    both_sides = kept.drill.mode is Mode.PAIRS and swapped
    return [seats[number] for number in (exchanged(numbers) if both_sides else numbers)]
