"""`python -m bot preview ID`: pages as members see them, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import ROUNDED
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule as Across
from rich.table import Table
from rich.text import Text

from bot.pictures.markdown import Line, Look, lines_of
from bot.pictures.phone import Page, Piece, Row, Rule, Words

_STYLES = {Look.TEXT: "", Look.TITLE: "bold underline", Look.HEADING: "bold", Look.SMALL: "dim", Look.QUOTE: "dim"}


def preview(title: str, pages: Sequence[Page], out: Console) -> None:
    """Prints all pages, one below the other."""
    out.print(Text(f"{title}, as members see it", style="bold"))
    for page in pages:
        inside = Group(*(_drawn(piece) for piece in page.pieces))
        out.print()
        out.print(Text(page.caption, style="dim"))
        out.print(Panel(inside, box=ROUNDED, padding=(0, 1)) if page.card else Padding(inside, (0, 2)))


def _drawn(piece: Piece) -> RenderableType:
    match piece:
        case Words(text):
            return Group(*(_line(line) for line in lines_of(text)))
        case Rule():
            return Across(style="dim")
        case Row(labels, open_):
            buttons = Text()
            for label in labels:
                buttons.append(f"[{label}]", "reverse" if label == open_ else "bold").append(" ")
            return buttons


def _line(line: Line) -> RenderableType:
    text = Text(style=_STYLES[line.look])
    for span in line.spans:
        text.append(span.text, " ".join(name for name in ("bold", "italic") if getattr(span, name)))
    if line.look is Look.QUOTE:
        return Padding(text, (0, 0, 0, 2))
    if not line.mark:
        return text
    listed = Table.grid(padding=(0, 1))
    listed.add_row(line.mark, text)
    return listed
