"""A practice in the terminal: what is asked before it counts, taken back, or answered beside the story."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from io import StringIO

import pytest
from rich.console import Console

from bot.bootstrap import open_app
from bot.services.app import App
from bot.settings import Settings
from bot.terminal.screens import Page
from bot.terminal.try_command import LEARNER, here, play
from tests import first_model

KNOWLEDGE = first_model.knowledge()


@pytest.fixture
async def app() -> AsyncGenerator[App]:
    async with open_app(Settings(_env_file=None, database=":memory:", knowledge=KNOWLEDGE)) as app:
        yield app


async def played(app: App, *typed: str, heard: bool = True) -> str:
    """What is written while these lines are typed, as one line."""

    async def lines() -> AsyncIterator[str]:
        for line in typed:
            yield line

    written = StringIO()
    screen = Page(Console(file=written, width=100, highlight=False), plain=True, why=False, heard=heard)
    turn = await app.practice.start(LEARNER, here(), scenario="daybed", world="waiting", seed=3)
    await play(app.practice, app.learning.reviewing, turn, screen, lines())
    return " ".join(written.getvalue().replace("|", " ").split())


async def test_how_one_was_heard_stands_below_the_answer(app: App) -> None:
    assert "heard: you offered $165 (/undo)" in await played(app, "I offer $165.")
    assert "heard:" not in await played(app, "I'd pay $165.", heard=False)


@pytest.mark.parametrize("undo", ["/undo", "That's not what I said!"])
async def test_what_ended_it_is_taken_back(app: App, undo: str) -> None:
    written = await played(app, "Deal, I'll take it.", undo, "I'd pay $165.", "/end", "yes")

    before, after = written.split("Enter shows how it went.")
    assert "How it went" not in before
    assert "you offered $165" in after
    assert "How it went" in after


@pytest.mark.parametrize("typed", [(), ("",), ("thanks!",)])
async def test_the_end_is_told_when_something_else_is_typed_or_nothing_more(app: App, typed: tuple[str, ...]) -> None:
    written = await played(app, "Deal, I'll take it.", *typed)

    assert written.endswith("Move by move, with what each was worth: python -m bot review 1")


async def test_what_can_not_be_undone_is_asked_about(app: App) -> None:
    written = await played(app, "/accept", "no", "/offer 1.70", "no", "/end", "go on", "/offer about a lot")

    assert "Accept $202, and it is a deal? That is $18 worse for you than your walk-away point, $184." in written
    assert "Offer $1.70? That is far from everything so far" in written
    assert "End this practice here?" in written
    assert "“about a lot” is no price that I can read." in written
    assert "round 0 of about 8" in written


async def test_nothing_can_be_taken_back_at_the_start(app: App) -> None:
    assert "Only what you said last can be taken back" in await played(app, "/undo")
