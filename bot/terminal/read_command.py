"""`python -m bot read`: reads messages as JSON lines for measuring, or explains one message in plain lines."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

from bot.negotiation.money import minor_per_major
from bot.negotiation.moves import (
    Accept,
    Ask,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    Move,
    Offer,
    Place,
    RequestExtra,
    WalkAway,
)
from bot.negotiation.reading import Aside, Known, price_in, read
from bot.negotiation.scenario import Scenario, Side

PER_MAJOR = 100
Scenarios = Callable[[str], "Scenario | None"]
"""Find a scenario by its id."""

_BUTTON_OFFER = re.compile(r"<OFFER (\d+(?:\.\d+)?)>")
_SPEAKS_OF_A_DEAL = re.compile(r"\b(?:deal|accept|agreed?|sold)\b", re.IGNORECASE)


_BINDS: dict[type[Move], str] = {
    Offer: "offer",
    Accept: "accept",
    WalkAway: "walk_away",
    ComeBack: "come_back",
    CallAfter: "come_back",
}


class _BadLineError(ValueError):
    """A line that is no message; says why."""


def read_lines(lines: Iterable[str], scenarios: Scenarios | None = None) -> Iterator[str]:
    """Answer each JSON line {"id", "text", "role", "list_price", "context"} with one in the same order:
    {"id", "amount", "acts", "binds", "asks"}.

    A line may also say what stood when the message was written: "scenario" (an id), "ask", "own_offer" and "place";
    what it leaves out is taken from the context. Amounts are in major units. `binds` is what the message changes at
    once ("offer", "accept", "walk_away", "come_back") or null, `asks` the options that are asked back ("accept",
    "walk_away", "come_back", "offer 1240") or null. A line that is no such message is answered with {"id", "error"}.
    """
    for line in lines:
        if line.strip():
            yield json.dumps(_answer(line, scenarios))


def _answer(line: str, scenarios: Scenarios | None) -> dict[str, Any]:
    try:
        row: Any = json.loads(line)
    except ValueError:
        return {"id": None, "error": "This line is not JSON."}
    if not isinstance(row, dict):
        return {"id": None, "error": "A message is a JSON object."}
    message = cast("dict[str, Any]", row)
    try:
        reading = read(_text_of(message), known_of(message, scenarios))
    except _BadLineError as error:
        return {"id": message.get("id"), "error": str(error)}
    amount = None if reading.amount is None else reading.amount / PER_MAJOR
    binds = next((name for move in reading.moves if (name := _BINDS.get(type(move)))), None)
    asks = None if reading.doubt is None else list(filter(None, map(_option, reading.doubt.options)))
    return {
        "id": message.get("id"),
        "amount": amount,
        "acts": sorted(reading.acts),
        "binds": binds,
        "asks": asks or None,
    }


def _option(move: Move) -> str | None:
    """An option that is asked back, as it is written in an answer; None for those that change nothing."""
    if isinstance(move, Offer):
        return f"offer {move.amount / PER_MAJOR:g}"
    return _BINDS.get(type(move))


def _text_of(message: dict[str, Any]) -> str:
    text = message.get("text")
    if not isinstance(text, str):
        raise _BadLineError("A message has a text.")
    return text


def known_of(message: dict[str, Any], scenarios: Scenarios | None = None) -> Known:
    """Return what a reader of this message may know: what the line says of the terms, and what the context tells.

    `scenarios` finds the scenario that a line names. Raise _BadLineError where the line is no message.
    """
    side = _side(message)
    list_price = _minor(message.get("list_price"))
    told = scenarios(str(message["scenario"])) if scenarios and message.get("scenario") else None
    scene = _scene(told) if told else Known(side)
    events = _events(message)
    heard = [_text_of(event) for event in events if _side(event) is not side]
    list_price = scene.list_price or list_price
    scene = replace(scene, side=side, list_price=list_price, place=_place(message), said=heard[-1] if heard else "")
    if message.get("ask") is not None:
        return replace(scene, ask=_minor(message["ask"]), mine=_minor(message.get("own_offer")))
    last: dict[bool, int | None] = {True: None, False: None}
    closing = False
    for event in events:
        speaker, text = _side(event), _text_of(event)
        own = speaker is side
        last[own] = _price_named(text, speaker, list_price, last[not own], last[own]) or last[own]
        closing = not own and _SPEAKS_OF_A_DEAL.search(text) is not None
    asked = Accept() if closing and last[False] is None else None
    return replace(scene, ask=last[False], mine=last[True], asked=asked)


def _scene(scenario: Scenario) -> Known:
    """Return what the scenario tells of the goods and the people; prices are taken as hundredths of the unit."""
    minor = minor_per_major(scenario.currency)
    per_major = PER_MAJOR / minor
    return Known(
        scenario.side,
        list_price=round(scenario.list_price * per_major),
        extras=scenario.extras,
        alternative_words=scenario.alternative.words,
        alternative_amount=round(scenario.alternative.amount * per_major),
        facts=scenario.facts,
        add_on=scenario.small_thing
        and replace(scenario.small_thing, amount=round(scenario.small_thing.amount * per_major)),
    )


def _place(message: dict[str, Any]) -> Place:
    try:
        return Place(message.get("place") or Place.AT_TABLE)
    except ValueError as error:
        raise _BadLineError("place is at_table, learner_away or counterpart_away.") from error


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
