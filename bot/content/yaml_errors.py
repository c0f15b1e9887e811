"""What the YAML parser stumbles over, said to somebody who writes texts and not YAML."""

from __future__ import annotations

import re

import yaml

_TEXT_BEGINS = re.compile(r"\s*(?:- +|[\w-]+: +)*(.)")


def place_and_sentence(error: yaml.MarkedYAMLError, text: str) -> tuple[int | None, str]:
    """The line to look at, counted from 1, and what to do there."""
    problem, context = error.problem or "", error.context or ""
    here, opened = error.problem_mark, error.context_mark
    lines = text.splitlines() or [""]
    line = min(here.line + 1, len(lines)) if here else None
    written = lines[line - 1] if line else ""
    if here and "\t" in written[: here.column + 1]:
        return line, "There is a tab in the indentation. Use spaces."
    begun = min(opened.line + 1, len(lines)) if opened else line
    if "end of stream" in problem and "quoted" in context:
        return begun, "A quotation mark opens here and never closes. Close it, or take it out."
    if "flow" in context:
        return begun, "A bracket or brace opens here and doesn't close as it should. Close it, or use quotes."
    if "mapping values are not allowed" in problem:
        return line, (
            "A colon in the text is taken for the end of a name, or the indentation is wrong. "
            "Put the whole text in quotes, or begin the line where the one above it begins."
        )
    begins = _TEXT_BEGINS.match(written)
    if begins and begins[1] in "*&!%@`|>\"'{[":
        return line, f"A text that begins with {begins[1]} must stand in quotes as a whole. Put it in quotes."
    if "escape character" in problem:
        return line, "A backslash means something else inside double quotes. Use single quotes, or take it out."
    if "expected key" in problem or "expected '-'" in problem:
        return line, "This line doesn't fit what stands above it. Check its indentation, its quotes and its colon."
    return line, f"This isn't valid YAML ({problem or context}). Put the text in quotes, or compare a file that works."
