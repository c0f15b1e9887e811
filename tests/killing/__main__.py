"""`python -m tests.killing 300 [seed]`: kills the bot so many times in the middle of turns; see killing.py."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.killing.killing import kill_again_and_again


def main(kills: str = "100", seed: str = "1") -> int:
    with tempfile.TemporaryDirectory() as folder:
        outcome = asyncio.run(kill_again_and_again(Path(folder) / "walkaway.db", int(kills), int(seed)))
    print(outcome)  # noqa: T201
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
