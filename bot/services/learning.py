"""Learning: what a member has learned, what to do next, and how a server's members compare."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.content.library import Library
from bot.learning.days import end_of_day, week_of
from bot.learning.habits import costliest
from bot.learning.next_best import Candidate, Needs, Suggestion, Why, next_best
from bot.learning.rating import WIDEST_COMPARED, Rating, of_scenario
from bot.negotiation.scenario import Scenario, Side
from bot.pictures import Picture
from bot.pictures.progress import Held, mastery_picture, progress_picture
from bot.services.analyses import Analyses
from bot.services.chance import new_secret
from bot.services.daily import Daily
from bot.services.errors import NoSuchScenario, WalkawayError
from bot.services.habit_words import habit_words
from bot.services.learned import LAST, Advice, Kept, Learned, learned, level_of, tactics_of
from bot.services.ledger import Ledger
from bot.services.lessons import Lessons
from bot.services.memberships import Memberships, zone_of
from bot.services.past import past_of
from bot.services.quiz import Quiz
from bot.services.reviewing import Reviewing
from bot.services.workers import IN_THREADS, Workers
from bot.storage import Connection, Storage, days, lessons, members, memories, ratings, sessions, skills
from bot.storage.clusters import ALONE, Cluster

BOARD = 10  # members that are shown


class NotShown(WalkawayError):  # noqa: N818
    """The progress of somebody who keeps it private."""


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a leaderboard. `points` are rating points, or the sum of the week's best scores (100 each)."""

    rank: int
    learner: int
    points: int
    within: int | None  # rating points that it may be off; None in a week
    sessions: int  # rated ones; in a week, scenarios


@dataclass(frozen=True, slots=True)
class Board:
    """`mine` is the viewer's own place, None where there is none yet; `on` whether the viewer has agreed to stand
    here; `week` is its Monday, None where it is by rating."""

    places: tuple[Place, ...]
    mine: Place | None
    on: bool
    members: int
    week: date | None


class Learning:
    """Everything about learning, for every front: `quiz`, `daily`, `lessons`, `members` and `reviewing` are
    its parts.

    `now` gives the time with its zone. What can be expected to fail raises a WalkawayError: NotKept where the
    database fails, the others as said. Of several processes each learns from the sessions in the servers of its
    `cluster`.
    """

    def __init__(
        self,
        storage: Storage,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        cluster: Cluster = ALONE,
        workers: Workers = IN_THREADS,
        *,
        secret: Callable[[], str] = new_secret,
    ) -> None:
        self._ledger = Ledger(storage, library, now, timedelta(0), cluster)
        self._library = library
        self._now = now
        self._workers = workers
        analyses = Analyses(workers)
        self.lessons = Lessons(self._ledger, library, analyses)
        self.quiz = Quiz(self._ledger, library, now)
        self.daily = Daily(self._ledger, library, now, secret, workers)
        self.members = Memberships(self._ledger, now)
        self.reviewing = Reviewing(self._ledger, library, analyses, workers)

    async def progress(self, learner: int, viewer: int) -> Learned:
        """What `learner` has learned, for `viewer` to see. Raises NotShown where the learner keeps it private."""
        async with self._ledger.reading() as db:
            member = await members.get(db, learner)
            if viewer != learner and not member.shown:
                raise NotShown("They keep their progress to themselves.")
            kept = await self._kept(db, learner)
            library = self._library()
            suggestion = await self._suggest(db, kept, library.scenarios.values())
        return learned(kept, library, self._now(), suggestion)

    async def next_best(
        self, learner: int, *, side: Side | None = None, level: int | None = None, tactic: str | None = None
    ) -> Advice:
        """What to practise next; only of that side, that level or with that tactic at work, where they are given.

        Raises NoSuchScenario where there is nothing.
        """
        fitting = [
            scenario
            for scenario in self._library().scenarios.values()
            if side in (None, scenario.side)
            and level in (None, scenario.level)
            and (tactic is None or tactic in scenario.tactics)
        ]
        async with self._ledger.reading() as db:
            suggestion = await self._suggest(db, await self._kept(db, learner), fitting)
        if suggestion is None:
            raise NoSuchScenario("There is no practice like that yet. /practice alone picks one of all there are.")
        return suggestion

    async def by_rating(self, guild: int, viewer: int) -> Board:
        """The server's strongest, of those who agreed to stand there and whose rating is sure enough to compare."""
        async with self._ledger.reading() as db:
            rows = await ratings.by_rating(db, guild, WIDEST_COMPARED)
            on = await ratings.is_on_board(db, guild, viewer)
        places = [
            Place(rank, who, rated.rating.points, rated.rating.within, rated.sessions)
            for rank, (who, rated) in enumerate(rows, start=1)
        ]
        return _board(places, viewer, on, None)

    async def by_week(self, guild: int, viewer: int) -> Board:
        """Who has scored most in the server since Monday (UTC): the best session of each scenario counts."""
        week = week_of(self._now().astimezone(UTC).date())
        async with self._ledger.reading() as db:
            rows = await ratings.by_week(db, guild, week)
            on = await ratings.is_on_board(db, guild, viewer)
        places = [
            Place(rank, row.learner, round(100 * row.score), None, row.scenarios)
            for rank, row in enumerate(rows, start=1)
        ]
        return _board(places, viewer, on, week)

    # --- pictures -----------------------------------------------------------------------------------------------------

    async def picture(self, found: Learned) -> Picture:
        """Sessions, accuracy, surplus share and rating over time; drawn beside the event loop."""
        rating = found.rating if found.rated_sessions else None
        return await self._workers.soon(progress_picture, found.unit, found.history, rating)

    async def mastery_picture(self, found: Learned) -> Picture:
        """How far the member has come with each tactic; drawn beside the event loop."""
        return await self._workers.soon(mastery_picture, [Held(each.title, each.mastery) for each in found.tactics])

    # --- reading ------------------------------------------------------------------------------------------------------

    async def _kept(self, db: Connection, learner: int) -> Kept:
        member = await members.get(db, learner)
        scenarios = self._library().scenarios
        latest = await sessions.latest_of_learner(db, learner, LAST)
        return Kept(
            member=member,
            days=await days.of(db, learner),
            skills=await skills.of(db, learner),
            memories=await memories.of_tactics(db, learner),
            due=await memories.due_by_tactic(db, learner, end_of_day(self._now(), zone_of(member))),
            habits=await lessons.habits_of(db, learner),
            rated=await ratings.of_learner(db, learner),
            last=[past_of(row, scenarios.get(row.scenario)) for row in latest],
        )

    async def _suggest(self, db: Connection, kept: Kept, scenarios: Iterable[Scenario]) -> Advice | None:
        library, now = self._library(), self._now()
        known = await ratings.of_scenarios(db)
        candidates = [
            Candidate(each.id, each.level, each.tactics, known.get(each.id) or of_scenario(each.level))
            for each in scenarios
        ]
        if not candidates:
            return None
        worst = next((habit_words(habit.reason, library.coach) for habit in costliest(kept.habits, 1)), None)
        needs = Needs(
            rating=kept.rated.rating if kept.rated else Rating(),
            level=level_of(tactics_of(kept, library, now)),
            due={tactic: count for tactic, count in kept.due.items() if tactic is not None},
            weak=worst.tactic if worst else None,
            played=_played(kept),
        )
        suggestion = next_best(candidates, needs, now)
        return Advice(
            suggestion.scenario,
            library.scenarios[suggestion.scenario].title,
            _why(suggestion, library, worst.did if worst else ""),
        )


def _why(suggestion: Suggestion, library: Library, habit: str) -> str:
    """The reason in a sentence; `habit` is what the member does that costs most."""
    tactic = library.tactics.get(suggestion.tactic or "")
    match suggestion.why:
        case Why.FIRST:
            return "A good one to begin with."
        case Why.HABIT:
            return f"It trains what costs you most just now: {habit}."
        case Why.DUE if tactic is not None:
            return f"{tactic.title} is due to be practised again."
        case Why.NEW:
            return "You have not played this one yet."
        case _:
            return "It is about as strong as you are."


def _played(kept: Kept) -> dict[str, datetime]:
    """When each scenario was played last, those included that are running or have not been learned from yet."""
    played = {past.scenario: past.started_at for past in reversed(kept.last)}
    for skill in kept.skills:
        played[skill.scenario] = max(skill.last_at, played.get(skill.scenario, skill.last_at))
    return played


def _board(places: list[Place], viewer: int, on: bool, week: date | None) -> Board:
    mine = next((place for place in places if place.learner == viewer), None)
    return Board(tuple(places[:BOARD]), mine, on, len(places), week)
