"""How many messages a second the reader reads, beside a plain regular expression for the last number.

    python -m benchmarks.reading [messages]

The messages are made up here from parts, always the same ones. Both get the same texts in the same run, so that the
ratio means something on any machine; how many prices each gets right shows what the time is spent on.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import time
from collections.abc import Callable

START = time.perf_counter()

from bot.negotiation.reading import Known, read  # noqa: E402 - what importing it costs is measured, too
from bot.negotiation.scenario import Side  # noqa: E402

IMPORTED = time.perf_counter()

TAG, ASK, MINE = 20000, 18000, 14000
LAST_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?!.*\d)", re.DOTALL)

OPENINGS = ("", "Hi there! ", "Hmm. ", "Thanks for getting back to me. ", "That's a lovely lamp. ", "No, sorry. ")
BODIES: tuple[tuple[str, Callable[[int], int | None]], ...] = (
    ("Would you take {n}?", lambda n: n * 100),
    ("{n} is too much for me", lambda n: None),
    ("I could go up to ${n} if you deliver it on the 12th", lambda n: n * 100),
    ("They sell the same one online for {n}", lambda n: None),
    ("is it from 2014? it has been used for 3 years, hasn't it", lambda n: None),
    ("can you do 10% off?", lambda n: TAG * 9 // 10),
    ("let's meet in the middle", lambda n: (ASK + MINE) // 2),
    ("not 180. {n}.", lambda n: n * 100),
    ("I paid {n} for mine two years ago", lambda n: None),
    ("deal, works for me", lambda n: None),
    ("I'm going to pass, call me if that changes", lambda n: None),
    ("How long has it been listed, and is anyone else interested?", lambda n: None),
)
CLOSINGS = ("", " It's for my daughter.", " I can pick it up tonight.", " I have cash.", " Let me know :)")


def messages(count: int) -> list[tuple[str, int | None]]:
    """Made-up messages, each with the price that it puts on the table in cents."""
    dice = random.Random(7)
    made: list[tuple[str, int | None]] = []
    for _ in range(count):
        body, price = dice.choice(BODIES)
        number = dice.randrange(100, 179)
        text = dice.choice(OPENINGS) + body.format(n=number) + dice.choice(CLOSINGS)
        made.append((text, price(number)))
    return made


def by_rules(text: str) -> int | None:
    return read(text, Known(Side.BUYER, TAG, ask=ASK, mine=MINE)).amount


def by_last_number(text: str) -> int | None:
    found = LAST_NUMBER.search(text)
    return found and round(float(found[0].replace(",", "")) * 100)


def measure(name: str, reader: Callable[[str], int | None], made: list[tuple[str, int | None]]) -> None:
    began = time.perf_counter()
    right = sum(reader(text) == price for text, price in made)
    seconds = time.perf_counter() - began
    print(
        f"{name:<12} {len(made) / seconds:>9,.0f} messages a second   {100 * right / len(made):5.1f} % of prices right"
    )


def main() -> None:
    made = messages(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"import       {IMPORTED - START:9.3f} s, {memory:.0f} MB with these messages")
    measure("last number", by_last_number, made)
    measure("reader", by_rules, made)


if __name__ == "__main__":
    main()
