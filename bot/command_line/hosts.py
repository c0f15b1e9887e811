"""For whoever runs the bot: run · backup · restore · doctor."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from bot.command_line.common import TABLE_WIDTH, failures_as_sentences, finished, settings


@click.command()
def run() -> None:
    """Run the Discord bot (needs DISCORD_TOKEN)."""
    from bot.bootstrap import open_app
    from bot.discord_front.run import run as run_bot

    found = settings()
    sys.exit(run_bot(found, partial(open_app, processes=found.workers)))


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Copy the database, of either kind, to FILE while the bot runs, and check the copy."""
    from bot.storage.backups import back_up

    with failures_as_sentences():
        size = back_up(settings().database, file)
    click.echo(f"{file} is whole, {size / 2**20:.1f} MB.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--yes", is_flag=True, help="Don't ask.")
def restore(file: Path, yes: bool) -> None:
    """Put the backup FILE in the place of the database, whichever kind it is and was; the bot must be stopped."""
    from bot.storage import backups

    found = settings()
    with failures_as_sentences():
        backups.check(file)
        if not yes:
            click.confirm(f"Put {file} in the place of {backups.place_of(found.database)}?", abort=True)
        aside = backups.restore(file, found.database, found.backup_folder)
    click.echo(f"The database holds what is in {file} now." + (f" What was there is kept as {aside}." if aside else ""))


@click.command()
def doctor() -> None:
    """Is everything as the bot needs it? Says what to do where it isn't."""
    from rich.console import Console

    from bot.bootstrap import examine
    from bot.terminal.doctor_command import show

    width = None if sys.stdout.isatty() else TABLE_WIDTH
    sys.exit(show(finished(examine()), Console(highlight=False, width=width)))
