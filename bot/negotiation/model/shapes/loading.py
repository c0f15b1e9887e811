"""Read the `model` part of a scenario's file: which shape it has, at which prices, and which numbers are its own.

A draft: no file has this part yet (docs/model.md). Amounts are in the currency of the file, costs in percent of the
range.
"""

from __future__ import annotations

from dataclasses import replace

from pydantic import BaseModel, ConfigDict, Field

from bot.negotiation.model.scenario import Scenario, World
from bot.negotiation.model.shapes.catalog import SHAPES
from bot.negotiation.model.shapes.making import Prices, made

MINOR = 100  # minor units in one of the currency


class ModelPart(BaseModel):
    """What a scenario says about the model that it is played with."""

    model_config = ConfigDict(extra="forbid")

    shape: str
    furthest: float
    walk_away: float | None = None
    chances: dict[str, float] = Field(default_factory=dict[str, float])
    costs: dict[str, dict[str, int]] = Field(default_factory=dict[str, dict[str, int]])


def scenario_of(id: str, opening_ask: float, step: float, part: ModelPart) -> Scenario:
    """Return the scenario that `part` describes. Raise ValueError where it names what its shape doesn't have."""
    shape = SHAPES.get(part.shape)
    if shape is None:
        raise ValueError(f"{id}: there is no shape {part.shape!r}, only {', '.join(SHAPES)}")
    worlds = {world.id for world in shape.worlds}
    terms = {term.id for term in shape.terms}
    unknown = ({*part.chances, *part.costs} - worlds) | (
        {term for costs in part.costs.values() for term in costs} - terms
    )
    if unknown:
        raise ValueError(f"{id}: {part.shape} has no {', '.join(sorted(unknown))}")
    taken = sum(part.chances.values())
    if taken > 1 or (taken < 1 and set(part.chances) == worlds):
        raise ValueError(f"{id}: the chances of its worlds are {taken:g} in all")
    left = sum(world.chance for world in shape.worlds if world.id not in part.chances)
    own = tuple(_own(world, part, (1 - taken) / left if left else 0) for world in shape.worlds)
    away = None if part.walk_away is None else _minor(part.walk_away)
    prices = Prices(_minor(opening_ask), _minor(part.furthest), _minor(step), away)
    return made(replace(shape, worlds=own), id, prices)


def _own(world: World, part: ModelPart, share: float) -> World:
    chance = part.chances.get(world.id, world.chance * share)
    return replace(world, chance=chance, costs={**(world.costs or {}), **part.costs.get(world.id, {})})


def _minor(amount: float) -> int:
    return round(amount * MINOR)
