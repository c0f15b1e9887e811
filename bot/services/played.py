"""A session as far as it has been played: what its events say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from bot.negotiation.moves import Move, Offer, RequestExtra
from bot.negotiation.record import Step, moves_from_plain, step_from_plain
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import State
from bot.negotiation.voice import Voice
from bot.services.errors import Held, SessionOver, StillRunning, Veiled
from bot.services.preparing import Plan, plan_from_plain
from bot.services.views import SessionView, Venue
from bot.storage.events import EventRow
from bot.storage.sessions import SessionRow


class EventKind(StrEnum):
    """What can happen in a session, and what its body holds.

    The first four are steps of the negotiation: `step`, `words` (the counterpart's) and `text` (the learner's, or
    None where no text was read).
    """

    OPENED = "opened"
    SAID = "said"
    TIME = "time"
    LEFT = "left"
    ASKED = "asked"  # a binding move was not clear: `text`, `moves` that were, `options`
    DROPPED = "dropped"  # none of the options was meant, or nobody could mean the amount: nothing
    HINTED = "hinted"  # `text` of the hint, its `step`, and the `passage` that explains it
    PREPARED = "prepared"  # before the first word: `target`, `first` and `walk`, prices or None


STEPS = frozenset({EventKind.OPENED, EventKind.SAID, EventKind.TIME, EventKind.LEFT})


@dataclass(frozen=True, slots=True)
class Question:
    """A message that is held until the learner has said what the binding move in it was."""

    number: int  # of its event: an answer to an older question is none to this one
    text: str
    moves: tuple[Move, ...]  # what was clear in it
    options: tuple[Move, ...]

    @property
    def likeliest(self) -> Move:
        return self.options[0]

    def meaning(self, option: Move) -> tuple[Move, ...]:
        """The whole message, with the binding move as `option`. An extra that it names isn't asked for once more."""
        named = {RequestExtra(extra) for extra in option.extras} if isinstance(option, Offer) else set[Move]()
        return (*(move for move in self.moves if move not in named), option)


@dataclass(frozen=True)
class Played:
    row: SessionRow
    scenario: Scenario
    voice: Voice
    events: Sequence[EventRow]
    left: State | None = None  # where the last step left things, where that is known without reading its event

    @cached_property
    def world(self) -> World:
        return self.scenario.world(self.row.world)

    @cached_property
    def step_events(self) -> tuple[EventRow, ...]:
        return tuple(event for event in self.events if event.kind in STEPS)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the negotiation as they were recorded."""
        return tuple(step_from_plain(event.body["step"]) for event in self.step_events)

    @cached_property
    def state(self) -> State:
        """Where the last step left things. It is recorded with each step, so that a session goes on as it was even
        where a later version of the counterpart would have answered otherwise."""
        return self.left or step_from_plain(self.step_events[-1].body["step"]).after

    @cached_property
    def said(self) -> tuple[str, ...]:
        """The counterpart's words so far."""
        return tuple(event.body["words"] for event in self.step_events)

    @cached_property
    def question(self) -> Question | None:
        """The question that is open: nothing but hints has come after it."""
        for event in reversed(self.events):
            if event.kind == EventKind.ASKED:
                body = event.body
                return Question(
                    event.number, body["text"], moves_from_plain(body["moves"]), moves_from_plain(body["options"])
                )
            if event.kind not in (EventKind.HINTED, EventKind.PREPARED):
                return None
        return None

    def knows(self, cause: str) -> bool:
        """Whether something from this cause has been taken in already."""
        return any(event.cause == cause for event in self.events)

    @property
    def plan(self) -> Plan | None:
        """What the learner set out to do, as it was set last."""
        for event in reversed(self.events):
            if event.kind == EventKind.PREPARED:
                return plan_from_plain(event.body)
        return None

    @property
    def hints(self) -> tuple[int, ...]:
        """The step of each hint that was given (hinting.py), in order."""
        return tuple(event.body.get("step", 1) for event in self.events if event.kind == EventKind.HINTED)

    @property
    def finished(self) -> bool:
        return self.row.ended_at is not None

    def check_running(self) -> None:
        """Raises SessionOver where there is nothing left to do, and Held where nothing counts for now."""
        if self.finished:
            raise SessionOver("This practice is over. Start another one with /practice.")
        if self.row.held:
            raise Held("The drill is paused, so that didn't count. Say it again when it goes on.")

    def check_told(self) -> None:
        """Raises StillRunning or Veiled where what the session hides isn't told yet."""
        if not self.finished:
            raise StillRunning("This practice is still running. What the other side hides is told at the end.")
        if self.row.veiled:
            raise Veiled("The others haven't all finished. What was hidden is told when the moderator reveals it.")

    def view(self) -> SessionView:
        row = self.row
        return SessionView(
            id=row.id,
            learner=row.learner,
            venue=Venue(row.front, row.guild, row.channel),
            scenario=self.scenario,
            seed=row.seed,
            started_at=row.started_at,
            state=self.state,
            last_cause=self.events[-1].cause,
            world=self.world if self.finished and not row.veiled else None,
            veiled=row.veiled,
        )
