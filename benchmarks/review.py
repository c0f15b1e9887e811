"""How long a review takes: `python -m benchmarks.review`.

Sessions of ten turns in every world of the shipped scenarios, some played sensibly and some said at random (those
cost most: every wrong move needs its reason). Each is reviewed from scratch, with nothing remembered. Beside it the
plain replay of the same session, as the measure of this machine; then how the cost grows with rounds, worlds and
candidates. Times are of the processor, one core.
"""

from __future__ import annotations

from dataclasses import replace
from statistics import median, quantiles
from time import process_time

from bot.content.library import load_library
from bot.negotiation.moves import Place
from bot.negotiation.record import Step, StepKind, replay, take
from bot.negotiation.review import Search, review
from bot.negotiation.review.positions import opening
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.simulation.strategies import HAGGLE, NAME_AND_WALK, Strategy, at_random
from tests import first_model

KNOWLEDGE = first_model.knowledge()
TURNS = 10
BOUND = 0.3  # seconds, p95


def session(scenario: Scenario, world: World, strategy: Strategy) -> list[Step]:
    """A session of at most TURNS messages; a strategy that stops early stops the session."""
    steps = [take(scenario, world, None, StepKind.OPENED)]
    position = opening(scenario)
    for _ in range(TURNS):
        state = steps[-1].after
        if state.place is Place.OVER:
            return steps
        truth = tuple(s._replace(state=state) for s in position if scenario.worlds[s.world] == world)
        message = strategy.play(scenario, truth)
        if message is None:
            break
        steps.append(take(scenario, world, state, StepKind.SAID, message))
        while steps[-1].after.pending is not None:
            steps.append(take(scenario, world, steps[-1].after, StepKind.TIME))
    if steps[-1].after.place is not Place.OVER:
        steps.append(take(scenario, world, steps[-1].after, StepKind.LEFT))
    return steps


def timed(work: object, *args: object) -> float:
    start = process_time()
    work(*args)  # type: ignore[operator]
    return process_time() - start


def by_scenario(scenarios: list[Scenario]) -> list[float]:
    everything: list[float] = []
    print(f"{'scenario':18}{'worlds':>7}{'sessions':>9}{'median':>9}{'p95':>9}{'worst':>9}{'replays':>9}")
    for scenario in scenarios:
        times: list[float] = []
        ratios: list[float] = []
        for world in scenario.worlds:
            for strategy in (HAGGLE, NAME_AND_WALK, *(at_random(seed) for seed in range(6))):
                steps = session(scenario, world, strategy)
                plain = min(timed(replay, scenario, world, steps) for _ in range(3))
                times.append(timed(review, scenario, world, steps))
                ratios.append(times[-1] / plain)
        everything += times
        print(
            f"{scenario.id:18}{len(scenario.worlds):7}{len(times):9}{median(times) * 1e3:6.0f} ms"
            f"{quantiles(times, n=20)[-1] * 1e3:6.0f} ms{max(times) * 1e3:6.0f} ms{median(ratios):9.0f}"
        )
    return everything


def with_worlds(scenario: Scenario, count: int) -> Scenario:
    """The scenario with `count` worlds, made from its own with limits and needs a little apart."""
    worlds: list[World] = []
    for number in range(count):
        world = scenario.worlds[number % len(scenario.worlds)]
        again = number // len(scenario.worlds)
        apart = again * scenario.step * 2 * scenario.side.sign
        worlds.append(replace(world, id=f"{world.id}-{number}", chance=1 / count, limit=world.limit - apart))
    return replace(scenario, worlds=tuple(worlds))


def with_rounds(scenario: Scenario, rounds: int) -> Scenario:
    """The scenario with `rounds` rounds, and counterparts patient enough for them."""
    longer = rounds - scenario.rounds
    worlds = tuple(replace(world, patience=max(1, world.patience + longer)) for world in scenario.worlds)
    return replace(scenario, rounds=rounds, worlds=worlds)


def cost(scenario: Scenario) -> str:
    """Time and positions of valuing the opening from scratch."""
    search = Search(scenario)
    took = timed(search.value, opening(scenario))
    return f"{took * 1e3:7.0f} ms {search.positions:7} positions"


def main() -> None:
    scenarios = list(load_library(KNOWLEDGE).scenarios.values())
    times = by_scenario(scenarios)
    p95 = quantiles(times, n=20)[-1]
    print(f"\nall: p95 {p95 * 1e3:.0f} ms, bound {BOUND * 1e3:.0f} ms: {'kept' if p95 <= BOUND else 'BROKEN'}\n")
    for scenario in scenarios:
        print(f"{scenario.id}: the opening valued from scratch")
        for rounds in (4, 6, 8, 10, 12):
            print(f"  {rounds:2} rounds   {cost(with_rounds(scenario, rounds))}")
        for worlds in (2, 4, 6, 9, 12):
            print(f"  {worlds:2} worlds   {cost(with_worlds(scenario, worlds))}")
        for extras in range(len(scenario.extras) + 1):
            print(f"  {extras:2} extras   {cost(replace(scenario, extras=scenario.extras[:extras]))}")


if __name__ == "__main__":
    main()
