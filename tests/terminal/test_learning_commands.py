"""quiz and progress in the terminal, on the real services."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.negotiation.moves import Accept
from bot.services.app import App
from bot.services.backups import Backups
from bot.services.drills import Drills
from bot.services.knowledge import Knowledge
from bot.services.learning import Learning
from bot.services.ledger import Ledger
from bot.services.memory import Memory
from bot.services.practice import Practice
from bot.services.privacy import Privacy
from bot.services.retention import Retention
from bot.services.servers import Servers
from bot.storage import Storage
from bot.terminal.progress_command import progress
from bot.terminal.quiz_command import quiz
from bot.terminal.try_command import LEARNER, here
from tests import first_model

KNOWLEDGE = Knowledge(first_model.knowledge())


class Desk:
    """The services, and a console whose words can be read."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.written = StringIO()
        self.console = Console(file=self.written, width=100, highlight=False)

    async def play(self) -> None:
        view = (await self.app.practice.start(LEARNER, here(), scenario="daybed", seed=1)).session
        await self.app.practice.press(view.id, LEARNER, Accept(), cause="press")

    async def quiz(self, *typed: str) -> str:
        """What is written while these lines are typed."""
        return await self._written(quiz(self.app.learning, LEARNER, self.console, lines(*typed)))

    async def progress(self, picture: Path | None = None, status: int = 0) -> str:
        return await self._written(progress(self.app.learning, LEARNER, self.console, picture), status)

    async def _written(self, command: Awaitable[int], status: int = 0) -> str:
        self.written.seek(0)
        self.written.truncate()
        assert await command == status
        return self.written.getvalue()


async def lines(*typed: str) -> AsyncIterator[str]:
    for line in typed:
        yield line


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncGenerator[Desk]:
    storage = await Storage.open(str(tmp_path / "walkaway.db"))

    def now() -> datetime:
        return datetime(2026, 5, 1, 12, tzinfo=UTC)

    library = KNOWLEDGE.library
    keep = timedelta(days=30)
    ledger = Ledger(storage, library, now, timedelta(days=1))
    app = App(
        practice=Practice(storage, library, now, lambda: 7, lambda: "7"),
        learning=Learning(storage, library, now),
        drills=Drills(ledger, library, now, lambda: 7, lambda: "7"),
        servers=Servers(ledger),
        memory=Memory(storage),
        privacy=Privacy(storage, library, now, keep),
        retention=Retention(storage, library, now, keep),
        knowledge=KNOWLEDGE,
        backups=Backups(str(tmp_path / "walkaway.db"), tmp_path / "backups", 7, now),
        library=library,
        now=now,
        look_through=storage.look_through,
    )
    yield Desk(app)
    await storage.close()


async def test_progress_before_anything(desk: Desk) -> None:
    written = await desk.progress()

    assert written.startswith("No practice yet. `python -m bot try` starts one.\n")
    assert "Next: The daybed at the counter. A good one to begin with." in written


async def test_progress_after_a_session(desk: Desk, tmp_path: Path) -> None:
    await desk.play()

    written = await desk.progress(tmp_path / "chart.png")

    assert "1 session: 1 deal, 0 without a deal." in written
    assert "Streak: 1 day (longest 1)." in written
    assert "Walk away" in written
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")


async def test_what_costs_most_and_what_is_next_are_told_with_the_way_there(desk: Desk) -> None:
    for _ in range(2):
        await desk.play()

    written = " ".join((await desk.progress()).split())

    assert "Costly habit: taking less than your alternative gives, 2 times, " in written
    assert "The last time: python -m bot review 2" in written
    assert "You are at level 1 of 3; everything is open to you at any time." in written
    assert "Next tactic on this level: " in written


async def test_a_picture_that_cannot_be_written_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    written = await desk.progress(tmp_path / "nowhere" / "chart.png", status=1)

    assert "can't be written: No such file or directory." in " ".join(written.split())


async def test_a_quiz_in_the_terminal(desk: Desk) -> None:
    written = await desk.quiz("a", "what?", "", "b", "stop")

    assert "1 of 8 · " in written
    assert "Type the letter of an answer, or stop." in written
    assert "of 2 right so far. It is kept: go on whenever you like." in written


async def test_a_quiz_that_is_broken_off_goes_on(desk: Desk) -> None:
    await desk.quiz("a")

    assert "\n2 of " in await desk.quiz()


async def test_ones_own_mistake_is_asked(desk: Desk) -> None:
    await desk.play()

    written = await desk.quiz("stop")

    assert "From your own practice" in written
    assert "Accept $202" in written


async def test_a_quiz_to_its_end(desk: Desk) -> None:
    written = await desk.quiz(*["a"] * 40)

    assert " right. That is all for today." in written
