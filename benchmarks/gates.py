"""Print what each scenario of the second model reaches of what it has to: `python -m benchmarks.gates [id ...]`."""

from __future__ import annotations

import sys
from time import perf_counter

from bot.negotiation.model.examples import EXAMPLES
from bot.negotiation.model.gates import gates


def main() -> None:
    wanted = sys.argv[1:]
    for scenario in EXAMPLES:
        if wanted and scenario.id not in wanted:
            continue
        begun = perf_counter()
        print(f"{scenario.id} ({scenario.shape})")
        for gate in gates(scenario):
            low = "" if gate.least is None else f"≥ {gate.least:g}"
            high = "" if gate.most is None else f"≤ {gate.most:g}"
            mark = " " if gate.holds else "✗"
            print(f"  {mark} {gate.name:46} {gate.figure:8.3f}  {low} {high}")
        print(f"    {perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main()
