"""What a session is begun with: the scenario, the seed, and the world that is drawn from a secret."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from bot.content import library as content
from bot.content.library import Library
from bot.negotiation.scenario import LUCK, Scenario, Side, World
from bot.services.errors import BadAmount, NoSuchScenario

SEEDS = range(2**63)
"""What a database can keep."""

_TRIED = 100  # secrets


def scenario_for(library: Library, name: str | None, side: Side | None, played: Mapping[str, int]) -> Scenario:
    """The scenario of that name and side; without a name, the one `played` least so far, the easiest first.

    Raises NoSuchScenario.
    """
    if name is None:
        fitting = [scenario for scenario in library.scenarios.values() if side in (None, scenario.side)]
        if fitting:
            return min(fitting, key=lambda each: (played.get(each.id, 0), each.level, each.id))
    try:
        return library.scenario_for(name, side)
    except content.NoSuchScenario as error:
        raise NoSuchScenario(str(error)) from None


def checked_seed(seed: int) -> int:
    """Raises BadAmount where it can't be kept."""
    if seed not in SEEDS:
        raise BadAmount(f"The seed must be a whole number from 0 to {SEEDS[-1]}.")
    return seed


def world_for(scenario: Scenario, name: str | None, secret: str) -> World:
    """The world of that id; without one it is drawn from `secret`, each world as likely as its chance says.

    The same secret draws the same world on any machine. Raises NoSuchScenario where there is no such world.
    """
    if name is None:
        return _drawn(scenario, secret)
    try:
        return scenario.world(name)
    except KeyError:
        there = ", ".join(world.id for world in scenario.worlds)
        raise NoSuchScenario(f"{scenario.title!r} has no world called {name[:60]!r}. There is: {there}.") from None


def secret_for_another(scenario: Scenario, secret: str, world: str) -> str:
    """Return `secret`, or the first of its successors that draws another world than `world`; `secret` where that isn't
    found soon."""
    near = [secret, *(f"{secret}/{more}" for more in range(1, _TRIED))]
    base = world.partition(LUCK)[0]
    return next((each for each in near if _drawn(scenario, each).base != base), secret)


def _drawn(scenario: Scenario, secret: str) -> World:
    world = _at(scenario, _number("world", scenario, secret) / 2**64)
    return world if scenario.model is None else world.with_luck(_number("luck", scenario, secret))


def _at(scenario: Scenario, share: float) -> World:
    """The world that stands at `share` (0 to 1) of all chances."""
    left = share * sum(world.chance for world in scenario.worlds)
    for world in scenario.worlds:
        left -= world.chance
        if left < 0:
            return world
    return scenario.worlds[-1]


def _number(what: str, scenario: Scenario, secret: str) -> int:
    """A number of 64 bits that nobody can work out without the secret."""
    return int.from_bytes(blake2b(f"{what}/{scenario.id}/{secret}".encode(), digest_size=8).digest(), "big")
