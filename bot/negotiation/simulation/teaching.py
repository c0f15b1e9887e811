"""Whether a scenario teaches what it says: the tactic must pay, no one habit may, and reading must be worth it."""

from __future__ import annotations

from bot.negotiation.model.gates import Gate, gates
from bot.negotiation.scenario import Scenario
from bot.negotiation.simulation.playing import Table, simulate
from bot.negotiation.simulation.strategies import NAIVE, STRATEGIES, TAUGHT

TACTIC_PAYS = 0.02  # share of the gain by which the tactic must beat every habit: the second model has a higher bar
READING_PAYS = 0.01  # surplus share that reading the counterpart must be worth


def teaching_problems(scenario: Scenario, table: Table | None = None) -> tuple[str, ...]:
    """What keeps `scenario` from teaching, a sentence each; empty where nothing does.

    `table` is its simulation where that has been worked out already.
    """
    if scenario.model is not None:
        return tuple(missed(gate) for gate in gates(scenario.model) if not gate.holds)
    table = table or simulate(scenario)
    return (*_tactic(table), *_one_habit(scenario, table), *_reading(table))


def missed(gate: Gate) -> str:
    """What is wrong with a figure that doesn't hold, in a sentence."""
    if gate.least is not None and gate.figure < gate.least:
        return f"{gate.name} is {gate.figure:.2f}, and at least {gate.least:.2f} is needed."
    return f"{gate.name} is {gate.figure:.2f}, and {gate.most:.2f} is the most."


def _tactic(table: Table) -> tuple[str, ...]:
    taught = max((table.row(strategy.id) for strategy in TAUGHT), key=lambda row: row.mean)
    naive = max((table.row(strategy.id) for strategy in NAIVE), key=lambda row: row.mean)
    if taught.mean >= naive.mean + TACTIC_PAYS:
        return ()
    return (
        f"The tactic hardly pays: {taught.name!r} gets {taught.mean:.2f} of the surplus and {naive.name!r} "
        f"{naive.mean:.2f}; it should be {TACTIC_PAYS:.2f} more. Make it worth more, or the habit less.",
    )


def _one_habit(scenario: Scenario, table: Table) -> tuple[str, ...]:
    rows = [table.row(strategy.id) for strategy in STRATEGIES]
    for row in rows:
        shares = row.by_world or {}
        if all(
            shares[world.id] >= max(other.by_world[world.id] for other in rows if other.by_world) - 1e-9
            for world in scenario.worlds
        ):
            return (f"{row.name!r} is best in every world, so there is nothing to find out. Add one where it isn't.",)
    return ()


def _reading(table: Table) -> tuple[str, ...]:
    best, fixed = table.row("best").mean, table.row("never-read").mean
    if best >= fixed + READING_PAYS:
        return ()
    return (
        f"Reading the counterpart is worth nothing: a plan made in advance gets {fixed:.2f} and best play {best:.2f} "
        "of the surplus. Let two worlds that look alike at first call for different moves.",
    )
