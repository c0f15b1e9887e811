"""A lamp to haggle over, two tactics with questions about them, and the services on a real database file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.content.library import Library
from bot.negotiation.moves import Move
from bot.negotiation.tactic import Choice, QuizItem, QuizKind, Story, Tactic
from bot.services.learning import Learning
from bot.services.practice import Practice
from bot.services.views import TimerKind
from bot.storage import Storage
from tests.services.lamp import LAMP, LEARNER, THREAD, Clock, library_of


def tactic(name: str, level: int = 1, questions: int = 3) -> Tactic:
    """A tactic whose questions all have a right answer first, and two that are wrong."""
    choices = (Choice("Right", True, "So it is."), Choice("Wrong", False, "No."), Choice("Worse", False, "No, no."))
    return Tactic(
        id=name,
        number=None,
        title=name.title(),
        aliases=(),
        level=level,
        in_short="",
        principle="",
        how_to_use=(),
        when_used_on_you=(),
        story=Story("", ""),
        pitfalls=(),
        questions=(),
        related=(),
        evidence=(),
        source="",
        cues=(),
        passages={},
        quiz=tuple(QuizItem(f"q{n}", QuizKind.REPLY, f"{name} {n}?", choices) for n in range(questions)),
    )


def lamp_library(questions: int = 3) -> Library:
    lamp = replace(LAMP, tactics=("leaving",))
    vase = replace(LAMP, id="vase", story="vase", title="The vase", level=2, tactics=("asking",))
    tactics = {each.id: each for each in (tactic("leaving", 1, questions), tactic("asking", 2, questions))}
    return replace(library_of(lamp, vase), tactics=tactics)


class Knowledge:
    """The library, which a test may change while the services use it."""

    def __init__(self) -> None:
        self.library = lamp_library()

    def __call__(self) -> Library:
        return self.library


@pytest.fixture
def knowledge() -> Knowledge:
    return Knowledge()


@pytest.fixture
def practice(storage: Storage, clock: Clock, knowledge: Knowledge) -> Practice:
    return Practice(storage, knowledge, clock, lambda: 7, lambda: "7")


@pytest.fixture
def learning(storage: Storage, clock: Clock, knowledge: Knowledge) -> Learning:
    return Learning(storage, knowledge, clock, secret=lambda: "7")


class Table:
    """Plays whole sessions in one line."""

    def __init__(self, practice: Practice, learning: Learning) -> None:
        self._practice = practice
        self._learning = learning

    async def play(
        self,
        *messages: tuple[Move, ...],
        learner: int = LEARNER,
        scenario: str = "lamp",
        hints: int = 0,
        hints_after: int = 0,
        world: str = "slow",
    ) -> int:
        """A session of these messages that is stopped after them if it isn't over; its id. Waits pass at once. `hints`
        are taken after so many messages."""
        view = (await self._practice.start(learner, THREAD, scenario=scenario, world=world, seed=1)).session
        for number, message in enumerate((*messages, None)):
            for hint in range(hints if number == hints_after else 0):
                await self._practice.hint(view.id, learner, cause=f"hint:{hint}")
            if message is None:
                break
            view = (await self._practice.press(view.id, learner, message, cause=f"press:{number}")).session
            for timer in await self._practice.due(datetime.max.replace(tzinfo=UTC), session=view.id):
                if timer.kind is TimerKind.WAIT:
                    await self._practice.run_timer(timer.id)
        if not view.finished:
            await self._practice.end(view.id, learner, cause="end")
        return view.id

    async def learn(self, *messages: tuple[Move, ...], learner: int = LEARNER, scenario: str = "lamp") -> int:
        """The same, with its lesson taken in."""
        session = await self.play(*messages, learner=learner, scenario=scenario)
        assert await self._learning.lessons.take_in(session)
        return session


@pytest.fixture
def table(practice: Practice, learning: Learning) -> Table:
    return Table(practice, learning)
