"""`python -m bot read`: reads messages as JSON lines for measuring, or explains one message in plain lines."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, cast

from bot.negotiation.moves import Accept, Ask, CiteAlternative, GiveReason, Move, Offer, RequestExtra, WalkAway
from bot.negotiation.reading import Aside, Known, price_in, read
from bot.negotiation.scenario import Side

PER_MAJOR = 100
_BUTTON_OFFER = re.compile(r"<OFFER (\d+(?:\.\d+)?)>")
_SPEAKS_OF_A_DEAL = re.compile(r"\b(?:deal|accept|agreed?|sold)\b", re.IGNORECASE)


class _BadLineError(ValueError):
    """A line that is no message; says why."""


def read_lines(lines: Iterable[str]) -> Iterator[str]:
    """Answers each JSON line {"id", "text", "role", "list_price", "context"} with {"id", "amount", "acts"}.

    `amount` is in major units. A line that is no such message is answered with {"id", "error"}.
    """
    for line in lines:
        if line.strip():
            yield json.dumps(_answer(line))


def _answer(line: str) -> dict[str, Any]:
    try:
        row: Any = json.loads(line)
    except ValueError:
        return {"id": None, "error": "This line is not JSON."}
    if not isinstance(row, dict):
        return {"id": None, "error": "A message is a JSON object."}
    message = cast("dict[str, Any]", row)
    try:
        reading = read(_text_of(message), known_of(message))
    except _BadLineError as error:
        return {"id": message.get("id"), "error": str(error)}
    amount = None if reading.amount is None else reading.amount / PER_MAJOR
    return {"id": message.get("id"), "amount": amount, "acts": sorted(reading.acts)}


def _text_of(message: dict[str, Any]) -> str:
    text = message.get("text")
    if not isinstance(text, str):
        raise _BadLineError("A message has a text.")
    return text


def known_of(message: dict[str, Any]) -> Known:
    """What a reader of this message may know: the tag, and the last price that either side named before it."""
    side = _side(message)
    list_price = _minor(message.get("list_price"))
    last: dict[bool, int | None] = {True: None, False: None}
    closing = False
    for event in _events(message):
        speaker, text = _side(event), _text_of(event)
        own = speaker is side
        last[own] = _price_named(text, speaker, list_price, last[not own], last[own]) or last[own]
        closing = not own and _SPEAKS_OF_A_DEAL.search(text) is not None
    asked = Accept() if closing and last[False] is None else None
    return Known(side, list_price, ask=last[False], mine=last[True], asked=asked)


def _side(message: dict[str, Any]) -> Side:
    return Side.SELLER if message.get("role") == "seller" else Side.BUYER


def _minor(price: object) -> int | None:
    if price is None:
        return None
    if isinstance(price, bool) or not isinstance(price, int | float) or not math.isfinite(price):
        raise _BadLineError("list_price is a number or null.")
    return round(price * PER_MAJOR) or None


def _events(message: dict[str, Any]) -> list[dict[str, Any]]:
    context: Any = message.get("context") or []
    if not isinstance(context, list) or not all(isinstance(event, dict) for event in cast("list[Any]", context)):
        raise _BadLineError("context is a list of objects with role and text.")
    return cast("list[dict[str, Any]]", context)


@lru_cache(maxsize=4096)  # a message comes back as context of those that follow it
def _price_named(text: str, side: Side, list_price: int | None, ask: int | None, mine: int | None) -> int | None:
    button = _BUTTON_OFFER.match(text)
    if button:
        return round(float(button[1]) * PER_MAJOR)
    return price_in(text, Known(side, list_price, ask=ask, mine=mine))


def explain(text: str, known: Known) -> str:
    """One message as plain lines: each move, the words that led to it, how sure it is; then what is unclear."""
    reading = read(text, known)
    lines = [
        f"{_described(heard.move, known):<28} {heard.sure:>4.0%}  from “{heard.words}”".replace("%", " %")
        for heard in reading.heard
    ]
    if reading.doubt is not None:
        options = " or ".join(_described(move, known) for move in reading.doubt.options)
        lines.append(f"{'Asked back':<34} from “{reading.doubt.words}”: {options}?")
    if reading.aside is not Aside.NONE:
        lines.append(f"Not about the deal: {reading.aside.value.replace('_', ' ')}")
    price = "none" if reading.amount is None else _major(reading.amount, known)
    lines.append(f"Price on the table: {price}")
    lines.append(f"Labels: {', '.join(sorted(reading.acts))}")
    return "\n".join(lines)


def _described(move: Move, known: Known) -> str:
    """A move as a person would name it: "Offer 150 with cover"."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(move).__name__).capitalize()
    match move:
        case Offer(amount, extras):
            return f"{name} {_major(amount, known)}" + (f" with {', '.join(sorted(extras))}" if extras else "")
        case CiteAlternative(int() as amount):
            return f"{name} at {_major(amount, known)}"
        case GiveReason(kind):
            return f"{name}: {kind}"
        case Ask(topic):
            return f"{name}: {topic.value.replace('_', ' ')}"
        case RequestExtra(extra):
            return f"{name}: {extra}"
        case WalkAway(reachable=True):
            return f"{name}, can be reached"
        case _:
            return name


def _major(amount: int, known: Known) -> str:
    return f"{amount / known.per_major:,.2f}".removesuffix(".00")
