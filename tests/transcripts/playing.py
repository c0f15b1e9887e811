"""Golden sessions: a file holds what is played and what was typed, and all that the learner saw.

The first line says what is played ("# daybed world=slow-week seed=3"); lines that begin with "> " are typed.
"""

from __future__ import annotations

import asyncio
from io import StringIO
from pathlib import Path

from rich.console import Console

from bot.bootstrap import open_app
from bot.settings import Settings
from bot.terminal.screens import Page
from bot.terminal.try_command import LEARNER, here, play

FOLDER = Path(__file__).parent
KNOWLEDGE = FOLDER.parents[1] / "knowledge"


def files():
    return sorted(FOLDER.glob("*.txt"))


def scenario_of(text):
    return text.splitlines()[0].split()[1]


def played_again(text):
    """The same session as in `text`, as it plays now."""
    return asyncio.run(_played_again(text))


async def _played_again(text):
    header, *rest = text.splitlines()
    _, scenario, *settings = header.split()
    choices = dict(setting.split("=") for setting in settings)
    typed = [line.removeprefix("> ") for line in rest if line.startswith("> ")]
    paper = StringIO()
    paper.write(f"{header}\n")
    screen = Page(Console(file=paper, no_color=True, highlight=False, width=88), plain=True, why=False)

    async def lines():
        for line in typed:
            paper.write(f"\n> {line}\n")
            yield line

    settings = Settings(database=":memory:", knowledge=KNOWLEDGE)
    async with open_app(settings) as app:
        turn = await app.practice.start(
            LEARNER, here(), scenario=scenario, world=choices["world"], seed=int(choices["seed"])
        )
        await play(app.practice, app.learning.reviewing, turn, screen, lines())
    return "\n".join(line.rstrip() for line in paper.getvalue().splitlines()) + "\n"
