"""What is meant by the messages that the second reader learned from: nobody is bound against their will.

The part that binds (bare.py) learned from none of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.negotiation.moves import Place
from bot.negotiation.reading.bare import Bare, bare
from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.hearing import said_of
from bot.negotiation.scenario import Side

MESSAGES = Path(__file__).parents[3] / "training/messages"


def messages() -> Iterator[tuple[dict[str, Any], Known]]:
    for file in sorted(MESSAGES.glob("w*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            if "nums" in row and row["ask"] is not None and row["place"] == Place.AT_TABLE:
                tag, ask, own = (None if row[key] is None else round(row[key] * 100) for key in ("tag", "ask", "own"))
                yield row, Known(Side(row["role"]), tag, ask=ask, mine=own)


def test_hardly_a_game_ends_that_nobody_meant_to_end() -> None:
    ends = {Bare.YES: "accept", Bare.LEAVES: "walk_away"}
    found = [(row, ends[way]) for row, known in messages() if (way := bare(said_of(row["text"], known), known)) in ends]
    wrong = [row["text"] for row, act in found if act not in row["acts"]]
    assert len(found) > 40
    assert len(wrong) <= 0.06 * len(found), wrong
