"""Print what each shape of the second model reaches of what it has to, at three price scales.

`python -m benchmarks.gates [shape ...]` exits with 1 where a gate doesn't hold.
"""

from __future__ import annotations

import sys
from time import perf_counter

from bot.negotiation.model.gates import gates
from bot.negotiation.model.shapes.catalog import SCALES, SHAPES
from bot.negotiation.model.shapes.making import made


def main() -> None:
    wanted = sys.argv[1:] or list(SHAPES)
    failed = 0
    for id in wanted:
        begun = perf_counter()
        columns = [gates(made(SHAPES[id], id, prices)) for prices in SCALES.values()]
        print(f"{id}: {' | '.join(SCALES)}")
        for row in zip(*columns, strict=True):
            low = "" if row[0].least is None else f"≥ {row[0].least:g}"
            high = "" if row[0].most is None else f"≤ {row[0].most:g}"
            held = all(gate.holds for gate in row)
            failed += not held
            figures = " ".join(f"{gate.figure:8.3f}" for gate in row)
            print(f"  {'pass' if held else 'FAIL'} {row[0].name:46} {figures}   {low} {high}")
        print(f"    {perf_counter() - begun:.0f} s", flush=True)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
