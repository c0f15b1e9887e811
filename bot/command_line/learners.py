"""For whoever practises in the terminal: try · review · quiz · progress."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.command_line.common import PAPER_WIDTH, failures_as_sentences, finished, prompt, settings

if TYPE_CHECKING:
    from bot.negotiation.scenario import Side

STEADY_SEED = 53  # where the input is a script, the same input gives the same session
STEADY_SCENARIO = "daybed"


@click.command("try")
@click.argument("scenario", required=False)
@click.option("--side", type=click.Choice(["buyer", "seller"]), help="The role you take.")
@click.option("--world", help="Play against this hidden truth instead of one that is drawn.")
@click.option("--seed", type=click.IntRange(min=0), help="The same seed gives the same session again.")
@click.option("--again", type=click.IntRange(min=1), help="Play this session of yours again, from --from on.")
@click.option(
    "--from", "move", type=click.IntRange(min=1), default=1, help="The move to begin at, as numbered by review."
)
@click.option("--plain", is_flag=True, help="No colours, no drawn lines.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--why", is_flag=True, help="Show how each message was read.")
@click.option("--heard/--no-heard", default=True, help="Show in a line how each message was heard.")
def try_(
    scenario: str | None,
    side: str | None,
    world: str | None,
    seed: int | None,
    again: int | None,
    move: int,
    plain: bool,
    as_json: bool,
    why: bool,
    heard: bool,
) -> None:
    """Practise in the terminal: no account, no network."""
    from secrets import randbelow

    from bot.negotiation.scenario import Side

    scripted = as_json or not sys.stdin.isatty()
    if seed is None:
        seed = STEADY_SEED if scripted else randbelow(1_000_000)
    if scenario is None and side is None and scripted:
        scenario = STEADY_SCENARIO
    with failures_as_sentences():
        finished(_try(scenario, Side(side) if side else None, world, seed, again, move, plain, as_json, why, heard))


async def _try(
    scenario: str | None,
    side: Side | None,
    world: str | None,
    seed: int,
    again: int | None,
    move: int,
    plain: bool,
    as_json: bool,
    why: bool,
    heard: bool,
) -> None:
    from rich.console import Console

    from bot.bootstrap import open_app
    from bot.terminal.screens import Lines, Page
    from bot.terminal.try_command import HELP, LEARNER, here, play, typed

    async with open_app(settings()) as app:
        if again is None:
            turn = await app.practice.start(LEARNER, here(), scenario=scenario, side=side, world=world, seed=seed)
        else:
            step = (await app.learning.reviewing.of(again, LEARNER)).move(move).step
            turn = await app.practice.start_from(again, LEARNER, here(), step)
        if as_json:
            screen = Lines(turn.session.scenario, click.echo)
        else:
            width = None if sys.stdout.isatty() else PAPER_WIDTH
            screen = Page(Console(no_color=plain, highlight=False, width=width), plain=plain, why=why, heard=heard)
            played_again = f"\nThis is session {seed}: --seed {seed} plays it again." if again is None else ""
            screen.remark(f"{HELP}{played_again}")
        await play(app.practice, app.learning.reviewing, turn, screen, typed(prompt))


@click.command()
@click.argument("session", required=False, type=click.IntRange(min=1))
@click.option("--picture", type=click.Path(path_type=Path), help="Write the curve to this PNG file as well.")
def review(session: int | None, picture: Path | None) -> None:
    """A session that is over, move by move; the last one where none is named."""
    with failures_as_sentences():
        sys.exit(finished(_review(session, picture)))


async def _review(session: int | None, picture: Path | None) -> int:
    from rich.console import Console

    from bot.bootstrap import open_app
    from bot.terminal.review_command import review as show
    from bot.terminal.try_command import LEARNER

    async with open_app(settings()) as app:
        return await show(app.learning.reviewing, LEARNER, session, Console(highlight=False), picture)


@click.command()
def quiz() -> None:
    """Short questions that are due today."""
    with failures_as_sentences():
        sys.exit(finished(_quiz()))


async def _quiz() -> int:
    from rich.console import Console

    from bot.bootstrap import open_app
    from bot.terminal.quiz_command import quiz as ask
    from bot.terminal.try_command import LEARNER, typed

    async with open_app(settings()) as app:
        return await ask(app.learning, LEARNER, Console(highlight=False), typed(prompt))


@click.command()
@click.option("--picture", type=click.Path(path_type=Path), help="Write the chart to this PNG file as well.")
def progress(picture: Path | None) -> None:
    """What you have learned so far."""
    with failures_as_sentences():
        sys.exit(finished(_progress(picture)))


async def _progress(picture: Path | None) -> int:
    from rich.console import Console

    from bot.bootstrap import open_app
    from bot.terminal.progress_command import progress as show
    from bot.terminal.try_command import LEARNER

    async with open_app(settings()) as app:
        return await show(app.learning, LEARNER, Console(highlight=False), picture)
