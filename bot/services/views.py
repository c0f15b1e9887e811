"""What the services hand to a front: plain values, complete, and free of anything that is still hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.negotiation.acts import Outcome
from bot.negotiation.moves import Place
from bot.negotiation.record import JSON
from bot.negotiation.scenario import Scenario, Side, World
from bot.negotiation.state import State


@dataclass(frozen=True, slots=True)
class Venue:
    """Where a session is held, by the front's own ids. `channel` is the thread or DM once there is one."""

    front: str  # "discord" or "terminal"
    guild: int | None
    channel: int


class PostKind(StrEnum):
    BRIEF = "brief"
    REPLY = "reply"  # the counterpart speaks
    ASK_BACK = "ask_back"  # a binding move was not clear
    NOTICE = "notice"  # the bot itself speaks
    COACH = "coach"  # the same beside the story, with what is on the table
    RESULT = "result"  # it is over, and the debrief waits to be opened
    DEBRIEF = "debrief"


@dataclass(frozen=True, slots=True)
class Post:
    """Something that the front owes the learner; `posting.py` says what `body` holds for each kind."""

    id: int
    session: int
    kind: PostKind
    text: str
    body: Mapping[str, JSON]


@dataclass(frozen=True, slots=True)
class SessionView:
    id: int
    learner: int
    venue: Venue
    scenario: Scenario
    seed: int
    started_at: datetime
    state: State
    last_cause: str  # what the latest event came from: "message:123"
    world: World | None  # after the end only, and not while it is veiled or sealed
    veiled: bool = False  # part of a drill that hasn't been revealed yet
    sealed: bool = False  # it has ended, and its end may still be taken back

    @property
    def shared(self) -> bool:
        """Whether it is played in front of a group, which moves by its votes: then nobody's own buttons belong to it,
        and `learner` is no member."""
        return self.learner < 0

    @property
    def side(self) -> Side:
        return self.scenario.side

    @property
    def round(self) -> int:
        return self.state.round

    @property
    def ask(self) -> int:
        """The counterpart's terms, in minor units."""
        return self.scenario.price_at(self.state.given)

    @property
    def finished(self) -> bool:
        return self.state.place is Place.OVER


@dataclass(frozen=True, slots=True)
class Turn:
    """A session after something happened in it, and what is to be posted about it, in order."""

    session: SessionView
    posts: tuple[Post, ...]
    alone: bool = False  # nothing that came before is still to be posted in the session


class TimerKind(StrEnum):
    WAIT = "wait"  # something happens between the two who negotiate
    IDLE = "idle"  # nobody has said anything for long
    DEBRIEF = "debrief"  # the end can't be taken back any more


@dataclass(frozen=True, slots=True)
class Timer:
    id: int
    session: int
    kind: TimerKind
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Past:
    """A session in a learner's progress."""

    session: int
    scenario: str
    title: str
    started_at: datetime
    outcome: Outcome | None  # None while it is running
    price: int | None  # minor units of `currency`
    currency: str | None  # None where the scenario is no longer there
    surplus_share: float | None
