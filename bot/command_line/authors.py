"""For whoever writes what members read: check · simulate · new · preview · schema · import · read."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO

import click

from bot.command_line.common import PAPER_WIDTH, TABLE_WIDTH, failures_as_sentences, settings


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--teach", is_flag=True, help="Play every scenario too: does it teach what it says? Takes a minute or two."
)
def check(folder: Path | None, teach: bool) -> None:
    """Is everything in the knowledge folder as it should be?"""
    from rich.console import Console

    from bot.terminal.check_command import check as check_folder

    sys.exit(check_folder(folder or settings().knowledge, Console(), teach=teach))


@click.command()
@click.argument("scenarios", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a scenario.")
def simulate(scenarios: tuple[str, ...], as_json: bool) -> None:
    """Play naive strategies and best play against every hidden truth, and show what each gets."""
    from rich.console import Console

    from bot.content.library import load_library
    from bot.terminal.simulate_command import simulate as simulated

    with failures_as_sentences():
        width = None if sys.stdout.isatty() else TABLE_WIDTH
        sys.exit(simulated(load_library(settings().knowledge), scenarios, as_json, Console(width=width)))


@click.command()
@click.argument("kind", type=click.Choice(["tactic", "scenario", "voice"]))
@click.argument("id_", metavar="ID")
def new(kind: str, id_: str) -> None:
    """Begin a file of your own: a template with notes, to be filled in."""
    from bot.content.writing import template, write_new

    with failures_as_sentences():
        path = write_new(settings().knowledge, kind, id_, template(kind))
        click.echo(f"Wrote {path}. Fill in the marked places, then run: python -m bot check")


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--png", type=click.File("wb"), help="Draw it to this PNG file instead, as phones show it.")
def preview(id_: str, png: BinaryIO | None) -> None:
    """A tactic or a scenario as members see it."""
    from rich.console import Console

    from bot.content.library import load_library
    from bot.discord_front.previewing import preview_of
    from bot.pictures.phone import phone_picture
    from bot.terminal.preview_command import preview as show

    with failures_as_sentences():
        title, pages = preview_of(load_library(settings().knowledge), id_)
        if png is not None:
            png.write(phone_picture(pages, title).png)
            click.echo(f"Wrote {png.name}.")
        else:
            width = None if sys.stdout.isatty() else PAPER_WIDTH
            show(title, pages, Console(highlight=False, emoji=False, width=width))


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def schema(folder: Path | None) -> None:
    """Write JSON Schemas, so that an editor completes and checks the files as you type."""
    from bot.content.schema import write_schemas

    written = write_schemas(folder or settings().knowledge)
    click.echo(
        "\n".join(f"Wrote {path}" for path in written) or "All schemas are current, and every file names its own."
    )


@click.command("import")
@click.argument("file", type=click.File("rb"))
@click.option("--id", "id_", help="The id of the new tactic; without it, one made of the title.")
def import_(file: BinaryIO, id_: str | None) -> None:
    """Make the draft of a tactic from an article: a text or HTML FILE, or - for what is pasted."""
    from bot.terminal.import_command import import_article

    with failures_as_sentences():
        import_article(file.read(), settings().knowledge, id_, click.echo)


@click.command()
@click.option("--explain", "text", help="Explain how this one message is read.")
@click.option("--list", "list_price", type=float, help="The price on the tag.")
@click.option("--ask", type=float, help="What the other side asks.")
@click.option("--mine", type=float, help="The speaker's own last offer.")
@click.option("--side", type=click.Choice(["buyer", "seller"]), default="buyer", show_default=True)
def read(text: str | None, list_price: float | None, ask: float | None, mine: float | None, side: str) -> None:
    """Read messages as JSON lines from standard input, or explain one."""
    from bot.content.library import load_library
    from bot.negotiation.reading import Known
    from bot.negotiation.scenario import Side
    from bot.terminal.read_command import explain, read_lines

    if text is not None:
        listed, asked, own = (None if price is None else round(price * 100) for price in (list_price, ask, mine))
        click.echo(explain(text, Known(Side(side), list_price=listed, ask=asked, mine=own)))
        return
    library = cache(partial(load_library, settings().knowledge))
    with suppress(BrokenPipeError):
        for answer in read_lines(sys.stdin, lambda id_: library().scenarios.get(id_)):
            sys.stdout.write(answer + "\n")
