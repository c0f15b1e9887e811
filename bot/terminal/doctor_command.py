"""`python -m bot doctor`: what was looked at, what was found, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from bot.services.findings import Finding, Health

_MARKS = {Health.WELL: ("ok  ", "green"), Health.MIND: ("mind", "yellow"), Health.WRONG: ("BAD ", "red")}


def show(findings: Sequence[Finding], console: Console) -> int:
    """The exit status: 1 where something is wrong, 0 otherwise."""
    for finding in findings:
        mark, colour = _MARKS[finding.health]
        console.print(Text.assemble((mark, colour), "  ", (finding.part, "bold"), f": {finding.told}"))
        if finding.to_do:
            console.print(Text(f"      {finding.to_do}", style="dim"))
    wrong = sum(finding.health is Health.WRONG for finding in findings)
    console.print()
    if wrong:
        console.print(f"{wrong} {'thing needs' if wrong == 1 else 'things need'} mending before the bot can run.")
    else:
        console.print("The bot can run.")
    return 1 if wrong else 0
