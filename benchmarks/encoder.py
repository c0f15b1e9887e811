"""What the second reader costs beside the rules, on one core: milliseconds a message and memory.

    python -m benchmarks.encoder [messages]

The messages are those of training/messages, always the same ones. Both readers get the same texts in the same run, so
that the ratio means something on any machine.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from bot.negotiation.reading import Known, read
from bot.negotiation.reading.encoder import Talk, opinion
from bot.negotiation.scenario import Side

MESSAGES = Path(__file__).parents[1] / "training/messages"
LONG = "I was thinking about it, 1,200 is a lot, and my wife said 950 or so. " * 57


def messages(count: int) -> list[tuple[str, str]]:
    """Return texts with the lines that they answer, from all files alike."""
    rows = [
        json.loads(line) for file in sorted(MESSAGES.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
    ]
    return [(row["text"], row.get("said", row.get("prev")) or "") for row in rows[:: max(1, len(rows) // count)]][
        :count
    ]


def by_rules(text: str, said: str) -> object:
    return read(text, Known(Side.BUYER, 20000, ask=18000, mine=14000))


def by_network(text: str, said: str) -> object:
    return opinion(text, Talk(Side.BUYER, said, 200, 180, 140))


def measure(name: str, reader: Callable[[str, str], object], made: list[tuple[str, str]]) -> float:
    reader("", "")
    taken: list[float] = []
    for text, said in made:
        began = time.thread_time()
        reader(text, said)
        taken.append(1000 * (time.thread_time() - began))
    taken.sort()
    mean = sum(taken) / len(taken)
    began = time.thread_time()
    reader(LONG[:4000], LONG[:4000])
    long = 1000 * (time.thread_time() - began)
    print(
        f"{name:<8} mean {mean:6.2f} ms   p95 {taken[int(0.95 * len(taken))]:6.2f} ms   4,000 characters {long:6.2f} ms"
    )
    return mean


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    made = messages(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    rules = measure("rules", by_rules, made)
    before = memory()
    network = measure("network", by_network, made)
    print(f"the network takes {network / rules:.1f} times as long as the rules, and {memory() - before:.0f} MB")


if __name__ == "__main__":
    main()
