"""Tables that people open in a spreadsheet."""

from __future__ import annotations

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "|")  # what a spreadsheet takes for the beginning of a formula


def safe(cell: str | int | float) -> str | int | float:
    """A text that a spreadsheet could take for a formula is led by an apostrophe, as OWASP advises for CSV; numbers
    are numbers, whatever their sign."""
    if isinstance(cell, str) and (cell[:1] in _RISKY or cell.lstrip()[:1] in _RISKY):
        return f"'{cell}"
    return cell
