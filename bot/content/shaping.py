"""From a file that names a shape to a scenario: the numbers of the shape, the prices and words of the file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from bot.content.draft import Draft
from bot.content.problems import did_you_mean
from bot.content.shapes import ShapedScenarioPart
from bot.negotiation.model import scenario as model
from bot.negotiation.model.scenario import Game
from bot.negotiation.model.shapes.catalog import SHAPES
from bot.negotiation.model.shapes.making import Prices, made
from bot.negotiation.reading.kinds import KINDS

TALKING_ON = 2  # rounds beyond its patience that a talk may go on


def check_shaped(scenario: Draft) -> None:
    """Adds to the problems of the file what doesn't fit the shape that it names."""
    named = scenario.part("model", "shape")
    shape = SHAPES.get(named.text or "")
    if shape is None:
        if named.text:
            named.problem(f"There is no shape `{named.text}`. {did_you_mean(named.text, SHAPES)}".rstrip())
        return
    add_on = {term.id for term in shape.terms if term.strikes}
    _check_ids(scenario.part("worlds"), [world.id for world in shape.worlds], "world")
    _check_ids(scenario.part("terms"), [term.id for term in shape.terms if term.id not in add_on], "term")
    answers = scenario.part("answers")
    _check_ids(answers, [str(topic) for topic in shape.fronts], "topic")
    for topic, front in shape.fronts.items():
        said = {front, *(answer for world in shape.worlds for answer, _ in world.answers.get(topic, ()))}
        _check_ids(answers.part(str(topic)), sorted(said), "answer")
    _check_reasons(scenario.part("reasons"), len(shape.reasons))
    _check_tactics(scenario.part("tactics"), shape)
    _check_side(scenario)
    if add_on and scenario.part("small_thing").data is None:
        scenario.problem(f"A {named.text} has a `small_thing`: what was put on top, and can be struck. Add it.")
    elif not add_on and scenario.part("small_thing").data is not None:
        scenario.part("small_thing").problem(f"A {named.text} has nothing to strike. Take it out.")


def _check_ids(part: Draft, known: Collection[str], kind: str) -> None:
    there = {name for name, _ in part.fields()}
    if not isinstance(part.data, dict):
        return
    for missing in (name for name in known if name not in there):
        part.problem(f"The {kind} `{missing}` of the shape is missing. Add it.")
    for name, inside in part.fields():
        if name not in known:
            inside.problem(f"The shape has no {kind} `{name}`. {did_you_mean(name, known)}".rstrip())


def _check_reasons(reasons: Draft, number: int) -> None:
    for kind, told in reasons.fields():
        if kind.replace("-", "_") not in KINDS:
            told.problem(f"There is no kind of argument `{kind}`. {did_you_mean(kind, KINDS)}".rstrip())
    if isinstance(reasons.data, dict) and len(reasons.data) != number:
        reasons.problem(f"The shape has {number} arguments that fit the facts; here are {len(reasons.data)}.")


def _check_tactics(tactics: Draft, shape: model.Scenario) -> None:
    for tactic in tactics.items():
        if tactic.text and tactic.text not in shape.tactics:
            tactic.problem(f"This shape exercises {', '.join(shape.tactics)}, and not `{tactic.text}`. Take it out.")


def _check_side(scenario: Draft) -> None:
    ask, furthest = scenario.part("opening_ask").amount, scenario.part("model", "furthest")
    side = scenario.part("side").text
    if not ask or not furthest.amount or side not in ("buyer", "seller"):
        return
    if (furthest.amount > ask) != (side == "seller"):
        better = "above" if side == "seller" else "below"
        furthest.problem(f"The learner is the {side}, so the furthest price lies {better} the opening ask.")


def shaped_values(part: ShapedScenarioPart, scenario_id: str) -> Mapping[str, object]:
    """Return the values of a Scenario, but for its id, from a part that `check_shaped` finds nothing wrong with."""
    numbers = _numbers(part, scenario_id)
    values = part.model_dump(exclude={"terms", "reasons", "worlds", "model"})
    for by_id in values["answers"].values():
        for answer_id, answer in by_id.items():
            answer["id"] = answer_id
    kinds = Game(numbers).types
    drawn = [0] * len(numbers.worlds)
    worlds: list[dict[str, object]] = []
    for kind in kinds:
        world = numbers.worlds[kind.world]
        drawn[kind.world] += 1
        told = part.worlds[world.id]
        worlds.append(
            {
                **told.model_dump(),
                "id": f"{world.id}-{drawn[kind.world]}",
                "chance": kind.chance,
                "limit": numbers.price_at(kind.limit),
                "commitment": kind.need / 3,
                "patience": kind.patience,
                "answers": {},
                "leaves": world.leaves,
                "returns": world.returns,
            }
        )
    extras = [
        {"id": term.id, "worth": term.worth, "cost": term.cost, **part.terms[term.id].model_dump()}
        for term in _named(numbers.terms)
    ]
    return values | {
        "rounds": max(kind.patience for kind in kinds) + TALKING_ON,
        "worlds": worlds,
        "extras": extras,
        "reasons": [{"kind": _kind(kind), "said": said} for kind, said in part.reasons.items()],
        "model": numbers,
    }


def _named(terms: Iterable[model.Term]) -> list[model.Term]:
    return [term for term in terms if not term.strikes]


def _kind(written: str) -> str:
    return written.replace("-", "_")


def _numbers(part: ShapedScenarioPart, scenario_id: str) -> model.Scenario:
    """The shape at the prices of the file, with the kinds of arguments that fit its facts."""
    shape = SHAPES[part.model.shape]
    prices = Prices(part.opening_ask, part.model.furthest, part.step, part.alternative.amount)
    numbers = made(shape, scenario_id, prices, part.alternative.spoken)
    struck = 0 if part.small_thing is None else part.small_thing.amount
    return replace(
        numbers,
        reasons=frozenset(map(_kind, part.reasons)),
        tactics=part.tactics,
        terms=tuple(replace(term, strikes=struck) if term.strikes else term for term in numbers.terms),
    )
