"""A session as far as it has been played: what its events say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from bot.negotiation.moves import Move, Offer, RequestExtra, SmallTalk
from bot.negotiation.record import Step, moves_from_plain, step_from_plain
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import State
from bot.negotiation.voice import Voice
from bot.services.errors import Held, NotOpened, SessionOver, StillRunning, Veiled
from bot.services.preparing import Plan, plan_from_plain
from bot.services.views import SessionView, Venue
from bot.storage.events import EventRow
from bot.storage.sessions import SessionRow

MOST_TAKEN_BACK = 3  # messages, before a practice is no longer rated; in a drill, where others play the same, no more
NOT_WHILE_HELD = "The drill is paused, so that didn't count. Say it again when it goes on."


class EventKind(StrEnum):
    """What can happen in a session, and what its body holds.

    The first four are steps of the negotiation: `step`, `words` (the counterpart's) and `text` (the learner's, or
    None where no text was read); `heard` is true where the moves were read from it, `aside` says that it was none.
    """

    OPENED = "opened"
    SAID = "said"
    TIME = "time"
    LEFT = "left"
    ASKED = "asked"  # a binding move was not clear: `text`, `moves` that were, `options`, `kind`, `words`
    DROPPED = (
        "dropped"  # none of the options was meant, or nobody could mean the amount: the question's `kind`, `words`
    )
    BESIDE = "beside"  # said to the app: `text`, and the `aside` that it was
    UNDONE = "undone"  # taken back: everything `since` that number; the `step` where things stand again, `words`
    REFUSED = "refused"  # it was told that this didn't count: nothing
    HINTED = "hinted"  # `text` of the hint, its `step`, and the `passage` that explains it
    PREPARED = "prepared"  # before the first word: `target`, `first` and `walk`, prices or None


STEPS = frozenset({EventKind.OPENED, EventKind.SAID, EventKind.TIME, EventKind.LEFT})

STANDINGS = STEPS | {EventKind.UNDONE}  # those whose `step` says where things stand after them
_BY_THE_WAY = frozenset({EventKind.HINTED, EventKind.PREPARED, EventKind.BESIDE, EventKind.REFUSED})
"""Nothing changes by these: a question stays open, and they are never taken back."""


class QuestionKind(StrEnum):
    CONFIRM = "confirm"  # whether it is this move
    CHOICE = "choice"  # which of several it is
    PRESSED = "pressed"  # whether a move that was pressed or filled in is meant
    STOP = "stop"  # whether to end the session


@dataclass(frozen=True, slots=True)
class Question:
    """A message that is held until the learner has said what the binding move in it was."""

    number: int  # of its event: an answer to an older question is none to this one
    kind: QuestionKind
    text: str | None
    moves: tuple[Move, ...]  # what was clear in it
    options: tuple[Move, ...]
    words: str | None  # in which it was asked, where the counterpart did

    @property
    def besides(self) -> tuple[Move, ...]:
        """What counts whatever the answer is."""
        return tuple(move for move in self.moves if not isinstance(move, SmallTalk))

    def meaning(self, option: Move) -> tuple[Move, ...]:
        """The whole message, with the binding move as `option`. An extra that it names isn't asked for once more."""
        named = {RequestExtra(extra) for extra in option.extras} if isinstance(option, Offer) else set[Move]()
        return (*(move for move in self.moves if move not in named), option)


class Span(NamedTuple):
    """The events of one message, from the first to the last, whatever came by itself after it."""

    since: int
    last: int


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
    def stood(self) -> tuple[EventRow, ...]:
        """The events that haven't been taken back."""
        stood: list[EventRow] = []
        for event in self.events:
            if event.kind == EventKind.UNDONE:
                since = event.body["since"]
                stood = [each for each in stood if each.number < since or each.kind in _BY_THE_WAY]
            stood.append(event)
        return tuple(stood)

    @cached_property
    def step_events(self) -> tuple[EventRow, ...]:
        return tuple(event for event in self.stood if event.kind in STEPS)

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
        """The counterpart's words so far, those of answers that were taken back included: they were heard."""
        return tuple(event.body["words"] for event in self.events if event.kind in STEPS)

    @cached_property
    def said_beside(self) -> tuple[str, ...]:
        """What the counterpart has said without anything having happened: its questions and apologies."""
        beside = (EventKind.ASKED, EventKind.DROPPED, EventKind.UNDONE)
        return tuple(event.body["words"] for event in self.events if event.kind in beside and event.body.get("words"))

    @cached_property
    def question(self) -> Question | None:
        """The question that is open: nothing but hints and the like has come after it."""
        for event in reversed(self.stood):
            if event.kind == EventKind.ASKED:
                return _question(event)
            if event.kind not in _BY_THE_WAY:
                return None
        return None

    @cached_property
    def last_message(self) -> Span | None:
        """What the learner said last in their own words, with the questions that were asked about it; None where
        something else was done since, or it was taken back."""
        since = last = None
        for event in reversed(self.stood):
            if _is_by_the_way(event) or (last is None and event.kind == EventKind.TIME):
                continue
            is_heard = event.kind == EventKind.SAID and event.body.get("heard") and last is None
            if not is_heard and event.kind != EventKind.ASKED:
                break
            since, last = event.number, event.number if last is None else last
        return None if since is None or last is None else Span(since, last)

    @property
    def times_taken_back(self) -> int:
        return sum(event.kind == EventKind.UNDONE for event in self.events)

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
            raise Held(NOT_WHILE_HELD)

    def check_told(self) -> None:
        """Raises StillRunning, Veiled or NotOpened where what the session hides isn't told yet."""
        if not self.finished:
            raise StillRunning("This practice is still running. What the other side hides is told at the end.")
        if self.row.veiled:
            raise Veiled("The others haven't all finished. What was hidden is told when the moderator reveals it.")
        if self.row.sealed:
            raise NotOpened("Your last message can still be taken back. Open the debrief first, where you played.")

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
            world=self.world if self.finished and not row.veiled and not row.sealed else None,
            veiled=row.veiled,
            sealed=row.sealed,
        )


def _is_by_the_way(event: EventRow) -> bool:
    """Whether the learner's last message is still the last one after it."""
    if event.kind in (EventKind.ASKED, EventKind.DROPPED):
        return event.body.get("kind") in (QuestionKind.PRESSED, QuestionKind.STOP)
    return event.kind in _BY_THE_WAY


def _question(event: EventRow) -> Question:
    body = event.body
    return Question(
        event.number,
        QuestionKind(body.get("kind", QuestionKind.CHOICE)),  # of older versions
        body["text"],
        moves_from_plain(body["moves"]),
        moves_from_plain(body["options"]),
        body.get("words"),
    )
