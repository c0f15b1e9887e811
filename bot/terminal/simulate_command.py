"""`python -m bot simulate`: every strategy against every world of a scenario, as a table or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table as RichTable

from bot.content.library import Library, NoSuchScenario
from bot.negotiation.model.gates import gates
from bot.negotiation.model.scenario import Scenario as ModelScenario
from bot.negotiation.scenario import Scenario
from bot.negotiation.simulation import Table, teaching_problems
from bot.negotiation.simulation import simulate as simulated
from bot.negotiation.simulation.playing import ROWS
from bot.negotiation.simulation.teaching import missed


def simulate(library: Library, ids: Sequence[str], as_json: bool, out: Console) -> int:
    """Simulates the scenarios of `ids` (all where there are none) and prints a table or a JSON object for each.

    Gives the exit status: 0 where every scenario teaches, 1 where one doesn't or an id isn't known.
    """
    try:
        scenarios = [library.scenario_for(name) for name in ids] or list(library.scenarios.values())
    except NoSuchScenario as problem:
        out.print(str(problem), markup=False)
        return 1
    problems = 0
    for scenario in scenarios:
        if scenario.model is not None:
            problems += _gates(scenario, scenario.model, as_json, out)
            continue
        table = _worked_out(scenario, out, quiet=as_json)
        wrong = teaching_problems(scenario, table)
        problems += len(wrong)
        if as_json:
            out.print(json.dumps(_plain(table, wrong)), markup=False, highlight=False, soft_wrap=True)
        else:
            _show(scenario, table, wrong, out)
    return 1 if problems else 0


def _gates(scenario: Scenario, model: ModelScenario, as_json: bool, out: Console) -> int:
    """Print what a scenario reaches of what it has to reach to teach. Return how many figures don't hold."""
    found = gates(model)
    wrong = [missed(gate) for gate in found if not gate.holds]
    if as_json:
        plain = {
            "scenario": scenario.id,
            "gates": [{"name": g.name, "figure": round(g.figure, 4), "least": g.least, "most": g.most} for g in found],
            "problems": wrong,
        }
        out.print(json.dumps(plain), markup=False, highlight=False, soft_wrap=True)
        return len(wrong)
    drawn = RichTable(title=f"{scenario.title} ({scenario.id}, {scenario.side})", title_justify="left")
    drawn.add_column("figure, in shares of the largest gain")
    for name in ("is", "at least", "at most"):
        drawn.add_column(name, justify="right")
    for gate in found:
        bars = ["" if bar is None else f"{bar:.2f}" for bar in (gate.least, gate.most)]
        drawn.add_row(gate.name, f"{gate.figure:.2f}", *bars)
    out.print(drawn)
    for sentence in wrong or ["teaches what it says."]:
        out.print(f"{scenario.id}: {sentence}", markup=False)
    out.print()
    return len(wrong)


def _worked_out(scenario: Scenario, out: Console, *, quiet: bool) -> Table:
    with Progress(console=out, transient=True, disable=quiet or not out.is_terminal) as progress:
        task = progress.add_task(scenario.title, total=ROWS)
        return simulated(scenario, done=lambda _: progress.advance(task))


def _show(scenario: Scenario, table: Table, wrong: Sequence[str], out: Console) -> None:
    drawn = RichTable(title=f"{scenario.title} ({scenario.id}, {scenario.side})", title_justify="left")
    drawn.add_column("strategy")
    for world, chance in table.worlds:
        drawn.add_column(f"{world}\n{chance:.0%}", justify="right")
    drawn.add_column("mean", justify="right")
    drawn.add_column("walks", justify="right")
    for row in table.rows:
        shares = [f"{row.by_world[world]:+.2f}" if row.by_world else "" for world, _ in table.worlds]
        drawn.add_row(row.name, *shares, f"{row.mean:+.2f}", "" if row.walks is None else f"{row.walks:.0%}")
    out.print(drawn)
    for sentence in wrong:
        out.print(f"{scenario.id}: {sentence}", markup=False)
    if not wrong:
        out.print(f"{scenario.id}: teaches what it says.", markup=False)
    out.print()


def _plain(table: Table, wrong: Sequence[str]) -> dict[str, Any]:
    return {
        "scenario": table.scenario,
        "worlds": [{"id": world, "chance": chance} for world, chance in table.worlds],
        "strategies": [
            {
                "id": row.id,
                "name": row.name,
                "mean": round(row.mean, 4),
                "by_world": None if row.by_world is None else {w: round(s, 4) for w, s in row.by_world.items()},
                "walks": None if row.walks is None else round(row.walks, 4),
            }
            for row in table.rows
        ],
        "problems": list(wrong),
    }
