"""What the commands have in common: settings, failures told in sentences, a line typed, what asyncio works out."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Coroutine, Generator

    from bot.settings import Settings

T = TypeVar("T")

PAPER_WIDTH = 88  # characters a line where it isn't a terminal that is written to
TABLE_WIDTH = 140  # the same for a table


def settings() -> Settings:
    """The settings in force. Ends the process with a sentence for each that is wrong."""
    from bot.settings import SettingsProblem, read_settings

    try:
        return read_settings()
    except SettingsProblem as problem:
        for sentence in problem.sentences:
            click.echo(sentence, err=True)
        sys.exit(2)


@contextmanager
def failures_as_sentences() -> Generator[None]:
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


def finished(work: Coroutine[object, object, T]) -> T:
    """What `work` comes to. asyncio takes longer to load than `read` needs for hundreds of messages, so it waits."""
    import asyncio

    return asyncio.run(work)


def take_any_signs() -> None:
    """From now on what the terminal's code page lacks is shown as "?", and bytes that mean nothing in it are read as
    such a sign, where either would end the process with a traceback."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def prompt() -> str | None:
    """The next line, or None at the end of input or at Ctrl-C."""
    try:
        return input("\n> " if sys.stdin.isatty() else "")
    except (EOFError, KeyboardInterrupt):
        return None
