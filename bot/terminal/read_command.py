"""`python -m bot read`: reads messages as JSON lines for measuring, or explains one message in plain lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from bot.negotiation.moves import Accept
from bot.negotiation.reading import Known, Reading, price_in, read
from bot.negotiation.scenario import Side

PER_MAJOR = 100
_BUTTON_OFFER = re.compile(r"<OFFER (\d+(?:\.\d+)?)>")
_SPEAKS_OF_A_DEAL = re.compile(r"\b(?:deal|accept|agreed?|sold)\b", re.IGNORECASE)


def read_lines(lines: Iterable[str]) -> Iterator[str]:
    """Answers each JSON line {"id", "text", "role", "list_price", "context"} with {"id", "amount", "acts"}.

    `amount` is in major units. A line that is no such message is answered with {"id", "error"}.
    """
    for line in lines:
        if not line.strip():
            continue
        yield json.dumps(_answer(line))


def _answer(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError:
        return {"id": None, "error": "not JSON"}
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return {"id": row.get("id") if isinstance(row, dict) else None, "error": "needs a text"}
    reading = read(row["text"], _known(row))
    amount = None if reading.amount is None else reading.amount / PER_MAJOR
    return {"id": row.get("id"), "amount": amount, "acts": sorted(reading.acts)}


def _known(row: dict[str, Any]) -> Known:
    """What a reader of this message may know: the tag, and the last price that either side named before it."""
    side = Side.SELLER if row.get("role") == "seller" else Side.BUYER
    listed = row.get("list_price")
    list_price = round(listed * PER_MAJOR) if isinstance(listed, (int, float)) else None
    last: dict[bool, int | None] = {True: None, False: None}
    closing = False
    for event in row.get("context") or ():
        own = (event.get("role") == "seller") == (side is Side.SELLER)
        speaker = side if own else side.other
        last[own] = _price_named(event["text"], speaker, list_price, last[not own], last[own]) or last[own]
        closing = not own and _SPEAKS_OF_A_DEAL.search(event["text"]) is not None
    asked = Accept() if closing and last[False] is None else None
    return Known(side, list_price, ask=last[False], mine=last[True], asked=asked)


@lru_cache(maxsize=4096)  # a message comes back as context of those that follow it
def _price_named(text: str, side: Side, list_price: int | None, ask: int | None, mine: int | None) -> int | None:
    button = _BUTTON_OFFER.match(text)
    if button:
        return round(float(button[1]) * PER_MAJOR)
    return price_in(text, Known(side, list_price, ask=ask, mine=mine))


def explain(text: str, known: Known) -> str:
    """One message as plain lines: each move, the words that led to it, how sure it is."""
    reading: Reading = read(text, known)
    return "\n".join(f'{h.move!r}  from "{h.words}"  sure {h.sure:.0%}' for h in reading.heard)
