"""`review`, `try --again` and what `try` says at the end, on the real services."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.bootstrap import open_app
from bot.services.app import App
from bot.services.reviewing import NothingToReview
from bot.services.views import Turn
from bot.settings import Settings
from bot.terminal.review_command import review
from bot.terminal.screens import Page
from bot.terminal.try_command import LEARNER, here, play
from tests import first_model

KNOWLEDGE = first_model.knowledge()


@pytest.fixture
async def app() -> AsyncGenerator[App]:
    async with open_app(Settings(_env_file=None, database=":memory:", knowledge=KNOWLEDGE)) as app:
        yield app


async def _played(app: App, *typed: str, turn: Turn | None = None) -> str:
    """What is written while these lines are typed, as one line."""

    async def lines() -> AsyncIterator[str]:
        for line in typed:
            yield line

    written = StringIO()
    screen = Page(Console(file=written, width=100, highlight=False), plain=True, why=False)
    turn = turn or await app.practice.start(LEARNER, here(), scenario="daybed", world="waiting", seed=3)
    await play(app.practice, app.learning.reviewing, turn, screen, lines())
    return " ".join(written.getvalue().replace("|", " ").split())


async def _reviewed(app: App, session: int | None = None, picture: Path | None = None, status: int = 0) -> str:
    written = StringIO()
    console = Console(file=written, width=100, highlight=False)
    assert await review(app.learning.reviewing, LEARNER, session, console, picture) == status
    return " ".join(written.getvalue().split())


async def test_the_end_says_what_it_cost_and_where_to_read_more(app: App) -> None:
    written = await _played(app, "/prepare target=177 walk=184", "/accept", "yes")

    assert "Noted. The end tells you how it held up." in written
    assert "Change Accept $202 You said yes to $202" in written
    assert "Your plan - Walk-away point: $184 was right." in written
    assert written.endswith("Move by move, with what each was worth: python -m bot review 1")


async def test_a_plan_that_makes_no_sense_is_refused_with_an_example(app: App) -> None:
    assert "/prepare target=170 first=165 walk=184" in await _played(app, "/prepare best=3", "/end")


async def test_hints_say_more_and_more(app: App) -> None:
    written = await _played(app, "/hint", "/hint", "/hint", "/end")

    assert written.count("/hint again says more") == 2
    assert "Going by what you can know now, this is best: “" in written
    assert "3 hints, the move itself among them" in written


async def test_every_move_of_the_last_session_or_of_a_named_one(app: App, tmp_path: Path) -> None:
    await _played(app, "How has the week been?", "/accept", "yes")
    await _played(app, "/accept", "yes")

    assert "Move 2: blunder ($202 on the table, no offer of yours)" in await _reviewed(app, 1)
    last = await _reviewed(app, picture=tmp_path / "curve.png")
    assert "practice 2. Accuracy" in last
    assert "Move 2" not in last
    assert (tmp_path / "curve.png").read_bytes().startswith(b"\x89PNG")


async def test_a_picture_that_cannot_be_written_is_a_sentence(app: App, tmp_path: Path) -> None:
    await _played(app, "/accept", "yes")

    assert "can't be written: No such file or directory." in await _reviewed(
        app, picture=tmp_path / "nowhere" / "curve.png", status=1
    )


async def test_there_may_be_nothing_to_review(app: App) -> None:
    with pytest.raises(NothingToReview):
        await _reviewed(app)


async def test_playing_on_from_a_move(app: App) -> None:
    await _played(app, "How has the week been?", "/accept", "yes")
    again = await app.practice.start_from(1, LEARNER, here(), 2)

    written = await _played(app, "/walk", turn=again)

    assert "You are back at this moment of an earlier practice" in written
    assert "round 1 of about 8" in written
