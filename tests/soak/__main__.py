"""`python -m tests.soak --messages 1000000 --hours 2`: reads so many messages, looks for slow ones, and kills the bot
for so long in the middle of turns, with faults of Discord's (tests/killing).

Says what it found; exits with 1 where something is wrong. --tries is how long it looks for slow ones, --seed begins
another soak.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

from bot.negotiation.reading import Known, read
from bot.negotiation.scenario import Side
from tests.killing.killing import Outcome, kill_again_and_again
from tests.soak.messages import vocabulary
from tests.soak.reading import read_all
from tests.soak.slow import search

KILLS = 50  # in one database, after which it comes to rest and is looked through
TOO_SLOW, TOO_STEEP = 0.05, 6.0  # seconds of a message of 4,000 characters; times what 1,000 take
_KNOWN = Known(Side.BUYER, 20000, ask=18000, mine=14000)
_marks = count()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--hours", type=float, default=2.0)
    parser.add_argument("--tries", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()

    outcome = read_all(read, given.messages, given.seed)
    _say(outcome)
    found = search(seconds, vocabulary(), random.Random(given.seed), given.tries)
    _say("The slowest of 1,000 and 4,000 characters:", *found[:10])
    steep = [slow for slow in found if slow.long > TOO_SLOW or (slow.ratio > TOO_STEEP and slow.long > TOO_SLOW / 10)]
    _say(f"{len(steep)} of {len(found)} climbs ended at more than 50 ms, or at more than 6 times what a quarter takes")
    killed = asyncio.run(kill_for(given.hours * 3600, given.seed))
    _say(killed)
    return 1 if outcome.failed or steep or killed.wrong else 0


def seconds(text: str) -> float:
    """What reading takes, of the processor. No text is read twice, so that nothing of it is remembered."""
    text = f"{text} {next(_marks)}"
    began = time.thread_time()
    try:
        read(text, _KNOWN)
    except Exception:  # it is counted where all are read
        return 0.0
    return time.thread_time() - began


async def kill_for(seconds: float, seed: int, kills: int = KILLS) -> Outcome:
    """Kills the bot again and again, in a new database each time it has come to rest."""
    until, all_of_them = time.monotonic() + seconds, Outcome(0, 0, 0, 0, [])
    for number in count(seed):
        if time.monotonic() >= until:
            break
        with tempfile.TemporaryDirectory() as folder:
            one = await kill_again_and_again(Path(folder) / "walkaway.db", kills, number)
        wrong = [*all_of_them.wrong, *(f"seed {number}: {each}" for each in one.wrong)]
        all_of_them = Outcome(*(a + b for a, b in zip(all_of_them[:4], one[:4], strict=True)), wrong)
    return all_of_them


def _say(*what: object) -> None:
    print(*what, sep="\n", flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
