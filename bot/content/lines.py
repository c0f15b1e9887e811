"""Checks on what is said: the keys it is said under, the placeholders in it, and that nothing stands there twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from bot.content.draft import Draft
from bot.content.problems import did_you_mean
from bot.content.texts import template_fault

_AMOUNT = re.compile(r"[$€£¥] ?([0-9][0-9,]*(?:\.[0-9]+)?)")

KeyT = TypeVar("KeyT", bound=str)


def check_pools(pools: Draft, placeholders: Mapping[KeyT, Collection[str]], optional: Collection[str] = ()) -> None:
    """Lines by key: every key of `placeholders` is there, unless it is `optional`, and no other, each with what may be
    filled into it."""
    if not isinstance(pools.data, dict):
        return
    allowed: dict[str, Collection[str]] = {str(key): names for key, names in placeholders.items()}
    for missing in (key for key in allowed if key not in pools.data and key not in optional):
        pools.problem(f"`{missing}` is missing, so nothing could be said there. Add it with a few lines.")
    spoken: list[Draft] = []
    for key, pool in pools.fields():
        if key not in allowed:
            pool.problem(f"`{key}` is never said. {did_you_mean(key, allowed)}".rstrip())
            continue
        lines = list(pool.items())
        check_templates(lines, allowed[key])
        spoken.extend(lines)
    for line in spoken:
        if (line.text or "").count("*") % 2:
            line.problem("An asterisk stands alone. Put what happens between two of them, or take it out.")
    check_amounts(spoken)
    check_repeats(spoken)


def check_templates(lines: Iterable[Draft], allowed: Collection[str]) -> None:
    """Every placeholder is a bare name out of `allowed`."""
    for line in lines:
        text = line.text
        fault = template_fault(text, allowed) if text else None
        if fault:
            line.problem(fault)


def check_amounts(lines: Iterable[Draft], fixed: Collection[int] = ()) -> None:
    """No line names an amount that can differ from what is on the table; `fixed` ones (minor units) never change."""
    for line in lines:
        for written in _AMOUNT.findall(line.text or ""):
            amount = float(written.replace(",", "")) * line.per_major
            if amount not in fixed:
                line.problem(f"{written} stays the same while prices move. Write {{ask}}, or leave the amount out.")


def check_repeats(lines: Iterable[Draft]) -> None:
    """No line stands there twice, capital letters and spaces aside."""
    seen: dict[str, Draft] = {}
    for line in lines:
        text = line.text
        if not text:
            continue
        words = " ".join(text.casefold().split())
        if words in seen:
            first = seen[words].source.line_of(seen[words].where)
            line.problem(f"This line already stands at line {first}. Say it in another way, or take it out.")
        else:
            seen[words] = line
