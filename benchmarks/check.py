"""How long `check` takes over 500 files: `python benchmarks/check.py`.

The shipped tactics, scenarios and voices are copied under other names, in the proportions in which they are shipped,
until there are 500 files. Loading them is what a start, a reload and `check` wait for. Times are of the processor,
the best of five.
"""

from __future__ import annotations

import re
import tempfile
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from bot.content.library import load_library

KNOWLEDGE = Path(__file__).parents[1] / "knowledge"
FILES = 500
BOUND = 1.0  # seconds
ROUNDS = 5


def copies(folder: Path) -> int:
    """Fills `folder` with FILES files that have no problem. Gives their size in bytes."""
    shipped = [
        path for kind in ("tactics", "scenarios", "voices") for path in sorted((KNOWLEDGE / kind).glob("*.yaml"))
    ]
    (folder / "coach.yaml").write_bytes((KNOWLEDGE / "coach.yaml").read_bytes())
    size = 0
    for number, path in enumerate(islice(cycle(shipped), FILES - 1)):
        text = path.read_text(encoding="utf-8")
        again = number // len(shipped)
        target = folder / path.parent.name / (path.name if not again else f"{path.stem[:30]}-{again}.yaml")
        target.parent.mkdir(exist_ok=True)
        target.write_text(text if not again else renamed(text, again), encoding="utf-8")
        size += len(text.encode())
    return size


def renamed(text: str, again: int) -> str:
    """A copy claims no name and no number that another file has."""
    text = re.sub(r"(?m)^(title|story): (.*)$", rf"\1: \2 {again}", text)
    text = re.sub(r"(?m)^(story: .*) (\d+)$", r"\1-\2", text)
    text = re.sub(r"(?m)^number: .*\n", "", text)
    return re.sub(r"(?m)^aliases:\n(  - .*\n)+", "", text)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = copies(folder)
        taken: list[float] = []
        for _ in range(ROUNDS):
            start = process_time()
            library = load_library(folder)
            taken.append(process_time() - start)
    count = len(library.tactics) + len(library.scenarios) + len(library.voices) + 1
    print(f"{count} files, {size / 1e6:.1f} MB, {len(library.tactics)} tactics, {len(library.scenarios)} scenarios")
    print(f"{min(taken):.2f} s (bound {BOUND:.0f} s), {1000 * min(taken) / count:.2f} ms a file")


if __name__ == "__main__":
    main()
