"""A scenario of each kind that the second model plays, made of its shape and few words, for tests."""

from __future__ import annotations

from functools import cache
from typing import Any

from bot.content.building import SCENARIO
from bot.content.shapes import ShapedScenarioPart
from bot.content.shaping import shaped_values
from bot.negotiation.model.scenario import Scenario as Model
from bot.negotiation.model.shapes.catalog import SHAPES
from bot.negotiation.model.shapes.making import Prices, made
from bot.negotiation.scenario import Scenario

ASK, STEP = 200, 1
FURTHEST = {"buyer": 160, "seller": 240}
KINDS = ("promise", "loyalty")
ADD_ON = 28  # about 70 percent of the range, where a shape has one


@cache
def shaped(shape: str, side: str = "buyer") -> Scenario:
    """Return the lamp, sold or bought as `shape` has it, for $200 at first."""
    numbers = made(SHAPES[shape], "lamp", Prices(ASK * 100, FURTHEST[side] * 100, STEP * 100))
    part = ShapedScenarioPart.model_validate(_written(SHAPES[shape], numbers, shape, side), context={"per_major": 100})
    return SCENARIO.validate_python({"id": f"lamp-{shape}-{side}", **shaped_values(part, f"lamp-{shape}-{side}")})


def _written(shape: Model, numbers: Model, name: str, side: str) -> dict[str, Any]:
    answers: dict[str, dict[str, Any]] = {}
    for topic, front in shape.fronts.items():
        said = {front, *(answer for world in shape.worlds for answer, _ in world.answers.get(topic, ()))}
        answers[str(topic)] = {
            answer: {"lines": [f"It's {answer.replace('_', ' ')}, you know."], "tells": f"Perhaps {answer}."}
            for answer in sorted(said)
        }
    add_on = any(term.strikes for term in shape.terms)
    return {
        "story": "lamp",
        "title": f"The lamp, {name}",
        "summary": "A lamp.",
        "side": side,
        "level": 1,
        "tactics": list(shape.tactics),
        "currency": "USD",
        "item": "the lamp",
        "counterpart": "Ann, at the stall",
        "voice": "market-dealer",
        "opening_ask": ASK,
        "step": STEP,
        "list_price": ASK - ADD_ON if add_on else ASK,
        "model": {"shape": name, "furthest": FURTHEST[side]},
        "brief": {
            "you": "You want a lamp.",
            "situation": "There is one.",
            "on_the_table": "The lamp.",
            "target": numbers.target / 100,
            "first_line": ["{ask} for the lamp."],
        },
        "alternative": {
            "text": "Another lamp.",
            "spoken": "the lamp next door",
            "amount": numbers.alternative.amount / 100,
            "words": ["next door"],
        },
        "small_thing": {"name": "the wiring", "amount": ADD_ON, "words": ["wiring"]} if add_on else None,
        "terms": {
            term.id: {"name": f"do the {term.id}" if term.given else f"a {term.id} lamp", "words": [f"{term.id} thing"]}
            for term in shape.terms
            if not term.strikes
        },
        "worlds": {
            world.id: {"name": world.name, "truth": "It was so.", "alternative": "Another buyer."}
            for world in shape.worlds
        },
        "reasons": {kind: f"A reason of {kind}." for kind in KINDS},
        "answers": answers,
    }
