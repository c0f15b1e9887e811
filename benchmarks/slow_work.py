"""What slow work costs those who don't wait for it: `python -m benchmarks.slow_work`.

Fifty reviews, each with the picture of its curve, are asked for at the same moment, worked out in threads and in
processes of their own. Meanwhile the event loop is asked every 2 ms whether it is there, as members do who press
something. Memory is resident, of the bot's process and of all its helpers together, where the system tells it.
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import sys
import time
from pathlib import Path
from statistics import quantiles

from benchmarks.review import KNOWLEDGE, session
from bot.content.library import load_library
from bot.learning.analysing import analysed
from bot.negotiation.record import Step
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.simulation.strategies import at_random
from bot.pictures.curve import Moment, curve_picture
from bot.services.workers import Workers

MEMBERS = 50
EVERY = 0.002  # seconds between two looks at the loop


def sessions() -> list[tuple[Scenario, World, list[Step]]]:
    scenarios = list(load_library(KNOWLEDGE).scenarios.values())
    chosen = [scenarios[number % len(scenarios)] for number in range(MEMBERS)]
    return [
        (scenario, scenario.worlds[0], session(scenario, scenario.worlds[0], at_random(number)))
        for number, scenario in enumerate(chosen)
    ]


async def look_at_loop(late: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(EVERY)
        late.append(time.perf_counter() - before - EVERY)


async def review(workers: Workers, scenario: Scenario, world: World, steps: list[Step]) -> float:
    began = time.perf_counter()
    found = (await workers.do(analysed, scenario, world, steps, "1")).found
    moments = [Moment(point.value, point.ask, point.offer, None, None) for point in found.curve]
    await workers.do(curve_picture, scenario, world, moments, None)
    return time.perf_counter() - began


async def measure(processes: int, played: list[tuple[Scenario, World, list[Step]]]) -> str:
    workers, late = Workers(processes), list[float]()
    await workers.do(analysed, *played[0], "1")  # whatever is imported at the first use is there
    looking = asyncio.create_task(look_at_loop(late))
    waited = await asyncio.gather(*(review(workers, *each) for each in played))
    looking.cancel()
    helpers = sum(resident(process.pid) for process in multiprocessing.active_children() if process.pid)
    workers.close()
    waits, lateness = quantiles(waited, n=20), quantiles(late, n=100)
    where = f"{processes} processes" if processes else "threads"
    return (
        f"{where:12}{waits[9]:8.1f} s{waits[18]:8.1f} s{1e3 * lateness[49]:12.1f} ms{1e3 * lateness[98]:8.1f} ms"
        f"{1e3 * max(late):8.1f} ms{resident('self'):12} MB{helpers:6} MB"
    )


def resident(process: int | str) -> int:
    """Megabytes; 0 where the system doesn't tell."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))


async def main() -> None:
    played = sessions()
    sys.setswitchinterval(0.0005)  # as the bot does
    gc.freeze()
    gc.set_threshold(2_000, 10, 100)
    print(f"{'':12}{'reviews':>10}{'95 %':>10}{'loop late':>15}{'99 %':>11}{'longest':>11}{'memory':>15}{'more':>9}")
    for processes in (0, 1, 2):
        print(await measure(processes, played))


if __name__ == "__main__":
    asyncio.run(main())
