"""The command line: run (default) · try · review · quiz · progress · check · simulate · read · backup · doctor …"""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Coroutine, Generator

    from bot.negotiation.scenario import Side
    from bot.settings import Settings

T = TypeVar("T")

STEADY_SEED = 53  # where the input is a script, the same input gives the same session
STEADY_SCENARIO = "daybed"
PAPER_WIDTH = 88  # characters a line where it isn't a terminal that is written to
SIMULATION_WIDTH = 140  # the same for a table with a column for each hidden truth


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def main(context: click.Context) -> None:
    """Walkaway, a negotiation coach that lives in Discord."""
    if context.invoked_subcommand is None:
        context.invoke(run)


@main.command()
def run() -> None:
    """Run the Discord bot (needs DISCORD_TOKEN)."""
    from bot.bootstrap import open_app
    from bot.discord_front.run import run as run_bot

    sys.exit(run_bot(_settings(), open_app))


@main.command("try")
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
) -> None:
    """Practise in the terminal: no account, no network."""
    from secrets import randbelow

    from bot.negotiation.scenario import Side

    scripted = as_json or not sys.stdin.isatty()
    if seed is None:
        seed = STEADY_SEED if scripted else randbelow(1_000_000)
    if scenario is None and side is None and scripted:
        scenario = STEADY_SCENARIO
    with _failures_as_sentences():
        _finished(_try(scenario, Side(side) if side else None, world, seed, again, move, plain, as_json, why))


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
) -> None:
    from rich.console import Console

    from bot.bootstrap import open_app
    from bot.terminal.screens import Lines, Page
    from bot.terminal.try_command import HELP, LEARNER, here, play, typed

    async with open_app(_settings()) as app:
        if again is None:
            turn = await app.practice.start(LEARNER, here(), scenario=scenario, side=side, world=world, seed=seed)
        else:
            step = (await app.learning.reviewing.of(again, LEARNER)).move(move).step
            turn = await app.practice.start_from(again, LEARNER, here(), step)
        if as_json:
            screen = Lines(turn.session.scenario, click.echo)
        else:
            width = None if sys.stdout.isatty() else PAPER_WIDTH
            screen = Page(Console(no_color=plain, highlight=False, width=width), plain=plain, why=why)
            played_again = f"\nThis is session {seed}: --seed {seed} plays it again." if again is None else ""
            screen.remark(f"{HELP}{played_again}")
        await play(app.practice, app.learning.reviewing, turn, screen, typed(_prompt))


@main.command()
@click.argument("session", required=False, type=click.IntRange(min=1))
@click.option("--picture", type=click.Path(path_type=Path), help="Write the curve to this PNG file as well.")
def review(session: int | None, picture: Path | None) -> None:
    """A session that is over, move by move; the last one where none is named."""
    with _failures_as_sentences():
        sys.exit(_finished(_review(session, picture)))


async def _review(session: int | None, picture: Path | None) -> int:
    from rich.console import Console

    from bot.bootstrap import open_app
    from bot.terminal.review_command import review as show
    from bot.terminal.try_command import LEARNER

    async with open_app(_settings()) as app:
        return await show(app.learning.reviewing, LEARNER, session, Console(highlight=False), picture)


@main.command()
def quiz() -> None:
    """Short questions that are due today."""
    with _failures_as_sentences():
        sys.exit(_finished(_quiz()))


async def _quiz() -> int:
    from rich.console import Console

    from bot.bootstrap import open_app
    from bot.terminal.quiz_command import quiz as ask
    from bot.terminal.try_command import LEARNER, typed

    async with open_app(_settings()) as app:
        return await ask(app.learning, LEARNER, Console(highlight=False), typed(_prompt))


@main.command()
@click.option("--picture", type=click.Path(path_type=Path), help="Write the chart to this PNG file as well.")
def progress(picture: Path | None) -> None:
    """What you have learned so far."""
    with _failures_as_sentences():
        sys.exit(_finished(_progress(picture)))


async def _progress(picture: Path | None) -> int:
    from rich.console import Console

    from bot.bootstrap import open_app
    from bot.terminal.progress_command import progress as show
    from bot.terminal.try_command import LEARNER

    async with open_app(_settings()) as app:
        return await show(app.learning, LEARNER, Console(highlight=False), picture)


def _finished(work: Coroutine[object, object, T]) -> T:
    """What `work` comes to. asyncio takes longer to load than `read` needs for hundreds of messages, so it waits."""
    import asyncio

    return asyncio.run(work)


def _prompt() -> str | None:
    """The next line, or None at the end of input or at Ctrl-C."""
    try:
        return input("\n> " if sys.stdin.isatty() else "")
    except (EOFError, KeyboardInterrupt):
        return None


@main.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--teach", is_flag=True, help="Play every scenario too: does it teach what it says? Takes a minute or two."
)
def check(folder: Path | None, teach: bool) -> None:
    """Is everything in the knowledge folder as it should be?"""
    from rich.console import Console

    from bot.terminal.check_command import check as check_folder

    sys.exit(check_folder(folder or _settings().knowledge, Console(), teach=teach))


@main.command()
@click.argument("scenarios", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a scenario.")
def simulate(scenarios: tuple[str, ...], as_json: bool) -> None:
    """Play naive strategies and best play against every hidden truth, and show what each gets."""
    from rich.console import Console

    from bot.content.library import load_library
    from bot.terminal.simulate_command import simulate as simulated

    with _failures_as_sentences():
        width = None if sys.stdout.isatty() else SIMULATION_WIDTH
        sys.exit(simulated(load_library(_settings().knowledge), scenarios, as_json, Console(width=width)))


@main.command()
@click.argument("kind", type=click.Choice(["tactic", "scenario", "voice"]))
@click.argument("id_", metavar="ID")
def new(kind: str, id_: str) -> None:
    """Begin a file of your own: a template with notes, to be filled in."""
    from bot.content.writing import template, write_new

    with _failures_as_sentences():
        path = write_new(_settings().knowledge, kind, id_, template(kind))
        click.echo(f"Wrote {path}. Fill in the marked places, then run: python -m bot check")


@main.command()
@click.argument("id_", metavar="ID")
@click.option("--png", type=click.File("wb"), help="Draw it to this PNG file instead, as phones show it.")
def preview(id_: str, png: BinaryIO | None) -> None:
    """A tactic or a scenario as members see it."""
    from rich.console import Console

    from bot.content.library import load_library
    from bot.discord_front.previewing import preview_of
    from bot.pictures.phone import phone_picture
    from bot.terminal.preview_command import preview as show

    with _failures_as_sentences():
        title, pages = preview_of(load_library(_settings().knowledge), id_)
        if png is not None:
            png.write(phone_picture(pages, title).png)
            click.echo(f"Wrote {png.name}.")
        else:
            width = None if sys.stdout.isatty() else PAPER_WIDTH
            show(title, pages, Console(highlight=False, emoji=False, width=width))


@main.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def schema(folder: Path | None) -> None:
    """Write JSON Schemas, so that an editor completes and checks the files as you type."""
    from bot.content.schema import write_schemas

    written = write_schemas(folder or _settings().knowledge)
    click.echo(
        "\n".join(f"Wrote {path}" for path in written) or "All schemas are current, and every file names its own."
    )


@main.command("import")
@click.argument("file", type=click.File("rb"))
@click.option("--id", "id_", help="The id of the new tactic; without it, one made of the title.")
def import_(file: BinaryIO, id_: str | None) -> None:
    """Make the draft of a tactic from an article: a text or HTML FILE, or - for what is pasted."""
    from bot.terminal.import_command import import_article

    with _failures_as_sentences():
        import_article(file.read(), _settings().knowledge, id_, click.echo)


@main.command()
@click.option("--explain", "text", help="Explain how this one message is read.")
@click.option("--list", "list_price", type=float, help="The price on the tag.")
@click.option("--ask", type=float, help="What the other side asks.")
@click.option("--mine", type=float, help="The speaker's own last offer.")
@click.option("--side", type=click.Choice(["buyer", "seller"]), default="buyer", show_default=True)
def read(text: str | None, list_price: float | None, ask: float | None, mine: float | None, side: str) -> None:
    """Read messages as JSON lines from standard input, or explain one."""
    from bot.negotiation.reading import Known
    from bot.negotiation.scenario import Side
    from bot.terminal.read_command import explain, read_lines

    if text is not None:
        listed, asked, own = (None if price is None else round(price * 100) for price in (list_price, ask, mine))
        click.echo(explain(text, Known(Side(side), list_price=listed, ask=asked, mine=own)))
        return
    with suppress(BrokenPipeError):
        for answer in read_lines(sys.stdin):
            sys.stdout.write(answer + "\n")


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Copy the database to FILE while the bot runs, and check the copy."""
    from bot.storage.backups import back_up

    with _failures_as_sentences():
        size = back_up(_settings().database, file)
    click.echo(f"{file} is whole, {size / 2**20:.1f} MB.")


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--yes", is_flag=True, help="Don't ask.")
def restore(file: Path, yes: bool) -> None:
    """Put the backup FILE in the place of the database; the bot must be stopped."""
    from bot.storage import backups

    database = _settings().database
    with _failures_as_sentences():
        backups.check(file)
        if not yes:
            click.confirm(f"Put {file} in the place of {backups.file_of(database)}?", abort=True)
        aside = backups.restore(file, database)
    click.echo(f"{file} is the database now." + (f" What was there is kept as {aside}." if aside else ""))


@main.command()
def doctor() -> None:
    """Is everything as the bot needs it? Says what to do where it isn't."""
    from rich.console import Console

    from bot.bootstrap import examine
    from bot.terminal.doctor_command import show

    width = None if sys.stdout.isatty() else SIMULATION_WIDTH
    sys.exit(show(_finished(examine()), Console(highlight=False, width=width)))


@contextmanager
def _failures_as_sentences() -> Generator[None]:
    """What can be expected to fail ends the process with status 2 and a sentence, not with a traceback."""
    from bot.content.importing import NoArticle
    from bot.content.problems import ContentProblems
    from bot.content.writing import CannotWrite
    from bot.services.errors import WalkawayError
    from bot.storage import StorageProblem

    try:
        yield
    except ContentProblems as error:
        click.echo(f"{error}\nRun `python -m bot check` after mending it.", err=True)
        sys.exit(2)
    except (CannotWrite, NoArticle, StorageProblem, WalkawayError) as error:
        click.echo(str(error), err=True)
        sys.exit(2)


def _settings() -> Settings:
    """The settings in force. Ends the process with a sentence for each that is wrong."""
    from bot.settings import SettingsProblem, read_settings

    try:
        return read_settings()
    except SettingsProblem as problem:
        for sentence in problem.sentences:
            click.echo(sentence, err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
