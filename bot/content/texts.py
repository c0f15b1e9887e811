"""Kinds of text that an author writes, with the lengths that Discord leaves for them."""

from __future__ import annotations

import re
from collections.abc import Collection
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from bot.negotiation.recognising import cue_fault

TITLE = 80  # a thread's name may have 100 characters, and more than the title stands in it
SHORT = 120  # what fits a line of a list, and a choice's description with the level before it
PHRASE = 60  # what is said inside a sentence, and what fits a button
SPOKEN = 300  # one clause of the counterpart; several make a message
PARAGRAPH = 700
ASKED = 600  # a question of a quiz; with four choices and their reasons it fits one card
OPTION = 200
REASON = 300
CUE = 200
STORY = 2_400
PAGE = 3_600  # a card holds 4,000 characters in all, headings and buttons included
ID = 40  # several ids must fit the 100 characters of a button's id

ID_SHAPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ANSWER_ID_SHAPE = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")


def template_fault(line: str, allowed: Collection[str]) -> str | None:
    """What is wrong with the placeholders of a line, as a sentence; None where nothing is.

    Only bare names from `allowed` may be filled in: `{ask}`, never `{ask.real}`, `{ask!r}`, `{ask:>9}` or `{0}`.
    """
    if "{" not in line and "}" not in line:
        return None
    try:
        parts = list(Formatter().parse(line))
    except ValueError:
        return "A brace is open or closed alone. Placeholders look like {ask}; take other braces out."
    for _, name, spec, conversion in parts:
        if name is None:
            continue
        if spec or conversion or name not in allowed:
            there_are = ", ".join(f"{{{known}}}" for known in sorted(allowed))
            wanted = f"{{{name}{'!' + conversion if conversion else ''}{':' + spec if spec else ''}}}"
            return f"{wanted} isn't a placeholder here. There is: {there_are or 'none'}."
    if "{{" in line or "}}" in line:
        return "Doubled braces would be shown as braces. Take them out."
    return None


def _no_braces(text: str) -> str:
    if "{" in text or "}" in text:
        raise ValueError("Nothing is filled in here, so braces would be shown as they are. Write the words out.")
    return text


def _one_line(text: str) -> str:
    if "\n" in text:
        raise ValueError("This must be a single line. After a name use `>-` to join several lines to one.")
    return text


def _id(text: str) -> str:
    if not ID_SHAPE.fullmatch(text):
        raise ValueError("An id is made of small letters, digits and single hyphens, such as slow-week.")
    return text


def _answer_id(text: str) -> str:
    if not ANSWER_ID_SHAPE.fullmatch(text):
        raise ValueError("An answer's id is made of small letters, digits and single underscores, such as month_end.")
    return text


def _cue(text: str) -> str:
    fault = cue_fault(text)
    if fault:
        raise ValueError(fault)
    return text


def _text(longest: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=longest)


Id = Annotated[str, _text(ID), AfterValidator(_id), Field(json_schema_extra={"pattern": f"^{ID_SHAPE.pattern}$"})]
AnswerId = Annotated[
    str, _text(ID), AfterValidator(_answer_id), Field(json_schema_extra={"pattern": f"^{ANSWER_ID_SHAPE.pattern}$"})
]
Title = Annotated[str, _text(TITLE), AfterValidator(_one_line), AfterValidator(_no_braces)]
Phrase = Annotated[str, _text(PHRASE), AfterValidator(_one_line), AfterValidator(_no_braces)]
Short = Annotated[str, _text(SHORT), AfterValidator(_one_line), AfterValidator(_no_braces)]
Paragraph = Annotated[str, _text(PARAGRAPH), AfterValidator(_no_braces)]
Asked = Annotated[str, _text(ASKED), AfterValidator(_no_braces)]
Option = Annotated[str, _text(OPTION), AfterValidator(_one_line), AfterValidator(_no_braces)]
Reason = Annotated[str, _text(REASON), AfterValidator(_one_line), AfterValidator(_no_braces)]
Cue = Annotated[str, _text(CUE), AfterValidator(_one_line), AfterValidator(_no_braces), AfterValidator(_cue)]
Longer = Annotated[str, _text(STORY), AfterValidator(_no_braces)]
Told = Annotated[str, _text(SPOKEN), AfterValidator(_one_line), AfterValidator(_no_braces)]
Template = Annotated[str, _text(SPOKEN), AfterValidator(_one_line)]
"""A line whose placeholders are checked by whoever knows which there are."""
