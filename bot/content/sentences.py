"""Pydantic's findings as sentences that tell an author what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.content.marks import LEFT_OUT
from bot.content.problems import did_you_mean
from bot.content.source import Source, Where


def report(error: ValidationError, shape: type[BaseModel], source: Source) -> None:
    """Adds what pydantic found wrong with the whole of `source` to its problems."""
    for detail in error.errors(include_url=False):
        where = tuple(step for step in detail["loc"] if step != "[key]")
        if where in source.spoiled or _counts_only_the_good(detail):
            continue
        sentence = _sentence(detail, shape, where)
        source.problem(where, sentence)


def _counts_only_the_good(detail: ErrorDetails) -> bool:
    """Whether a list is called too short just because some of its items are wrong, which is said of each."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail.get("ctx", {})["min_length"]


def _sentence(detail: ErrorDetails, shape: type[BaseModel], where: Where) -> str:
    kind = detail["type"]
    context: Mapping[str, Any] = detail.get("ctx", {})
    written = detail["input"]
    name = str(where[-1]) if where else ""
    if kind == "value_error":
        return str(context["error"])
    if kind == "missing":
        return _missing(shape, where)
    if kind == "extra_forbidden" and where == (LEFT_OUT,):
        return "This is what the importer left out. Use what you can of it, then delete the list."
    if kind == "extra_forbidden":
        return f"There is no field `{name}` here. {_fields_sentence(name, shape, where[:-1])}".rstrip()
    if kind == "enum":
        choices = re.findall(r"'([^']+)'", context["expected"])
        return f"`{written}` isn't known here. {did_you_mean(str(written), choices)}".rstrip()
    if written is None:
        return "Nothing is written here. Fill it in, or take the field out if it may be left out."
    return _about_values(kind, context, written)


def _about_values(kind: str, context: Mapping[str, Any], written: Any) -> str:
    match kind:
        case "string_type":
            return _not_text(written)
        case "string_too_short":
            return "Nothing is written here. Fill it in."
        case "string_too_long":
            longest = context["max_length"]
            return f"This has {len(written.strip()):,} characters, {longest:,} fit. Make it shorter."
        case "tuple_type":
            return "This must be a list: put each item on a line of its own that begins with `- `."
        case "too_short":
            return f"The list needs at least {_items(context['min_length'])}. Add what is missing."
        case "too_long":
            return f"The list may have {_items(context['max_length'])}, not {context['actual_length']}. Take some out."
        case "dict_type" | "model_type" | "model_attributes_type":
            return "This must be made of fields: put each on a line of its own, as `name: text`."
        case "int_type":
            return "Write a whole number here, without quotes."
        case "bool_type":
            return "Write true or false here, without quotes."
        case "greater_than_equal":
            return f"The number must be {context['ge']:g} or more."
        case "less_than_equal":
            return f"The number must be {context['le']:g} or less."
        case _:
            return f"This can't be used here ({kind.replace('_', ' ')}). Compare it with a file that works."


def _items(number: int) -> str:
    return "1 item" if number == 1 else f"{number} items"


def _not_text(written: object) -> str:
    if isinstance(written, bool | int | float):
        return "This must be text. Put it in quotes."
    return "This must be a single text, not a list and no fields of its own."


def _missing(shape: type[BaseModel], where: Where) -> str:
    owner = _part_at(shape, where[:-1])
    field = owner.model_fields.get(str(where[-1])) if owner else None
    meaning = field.description if field else None
    return f"This field is missing. Add it: {meaning}." if meaning else "This field is missing. Add it."


def _fields_sentence(name: str, shape: type[BaseModel], where: Where) -> str:
    owner = _part_at(shape, where)
    return did_you_mean(name, owner.model_fields) if owner else ""


def _part_at(shape: type[BaseModel], where: Where) -> type[BaseModel] | None:
    """The part of a file that stands at `where`, if `where` leads to one."""
    kind: Any = shape
    for step in where:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            field = kind.model_fields.get(str(step))
            kind = _bare(field.annotation) if field else None
        elif get_origin(kind) is tuple:
            kind = _bare(get_args(kind)[0])
        elif get_origin(kind) is dict:
            kind = _bare(get_args(kind)[1])
        else:
            return None
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _bare(kind: Any) -> Any:
    """A type without what is annotated to it, and without the None that may stand in its place."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif isinstance(kind, UnionType):
            kind = next(choice for choice in get_args(kind) if choice is not NoneType)
        else:
            return kind
