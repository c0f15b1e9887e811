"""How the running bot is, for a host's monitoring: GET /health, and GET /metrics where prometheus-client is there."""

from __future__ import annotations

import math
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.discord_front import threads
from bot.services.errors import WalkawayError
from bot.storage import StorageProblem

if TYPE_CHECKING:
    from bot.discord_front.client import Walkaway


class AddressTaken(Exception):  # noqa: N818
    """HEALTH can't be answered at its address. str(error) is a sentence for the host."""


LATE = 300.0  # seconds that an answer may wait for being posted: Discord's own outages are shorter
HELD_TOO_LONG = 3.0  # seconds of a minute: Discord gives a press up that isn't answered by then


@dataclass(frozen=True, slots=True)
class Health:
    """Times are seconds. `heartbeat` is how long Discord took for the last one, None where there was none;
    `oldest_unposted` how long the oldest answer has been waiting, None where none is; `loop_held_lately` for how long
    the event loop was held in the last minute."""

    gateway: bool
    heartbeat: float | None
    database: bool
    oldest_unposted: float | None
    in_hand: int
    loop_held: int
    loop_held_longest: float
    loop_held_lately: float

    @property
    def well(self) -> bool:
        late = (self.oldest_unposted or 0.0) >= LATE or self.loop_held_lately >= HELD_TOO_LONG
        return self.gateway and self.database and not late


async def health_of(client: Walkaway) -> Health:
    client.watchdog.look()
    try:
        owed_since = await client.practice.owed_since(front=threads.FRONT)
        database = True
    except (WalkawayError, StorageProblem):
        owed_since, database = None, False
    up = client.is_ready() and not client.is_closed() and not any(shard.is_closed() for shard in client.shards.values())
    return Health(
        gateway=up,
        heartbeat=round(client.latency, 3) if math.isfinite(client.latency) else None,
        database=database,
        oldest_unposted=None if owed_since is None else (client.now() - owed_since).total_seconds(),
        in_hand=client.in_hand.turns,
        loop_held=client.watchdog.times,
        loop_held_longest=round(client.watchdog.longest, 3),
        loop_held_lately=round(client.watchdog.lately, 3),
    )


@asynccontextmanager
async def answering(client: Walkaway, address: str | None) -> AsyncGenerator[None]:
    """Answers at `address`, "host:port", as long as it is open; nowhere where there is none. Raises
    AddressTaken."""
    if address is None:
        yield
        return
    host, _, port = address.rpartition(":")
    runner = web.AppRunner(application(client), access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, int(port)).start()
        except (OSError, OverflowError) as error:
            told = f"HEALTH: nothing can be answered at {address}: {error}. Give another port, or leave it empty."
            raise AddressTaken(told) from None
        yield
    finally:
        await runner.cleanup()


def application(client: Walkaway) -> web.Application:
    async def health(_request: web.Request) -> web.Response:
        found = await health_of(client)
        return web.json_response({"well": found.well, **asdict(found)}, status=200 if found.well else 503)

    async def metrics(_request: web.Request) -> web.Response:
        text = as_metrics(await health_of(client))
        if text is None:
            return web.Response(status=404, text="It needs one more package: pip install -r requirements-metrics.txt\n")
        return web.Response(text=text, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})

    application = web.Application()
    application.router.add_get("/health", health)
    application.router.add_get("/metrics", metrics)
    return application


_METRICS = {
    "gateway": "Whether the connection to Discord stands",
    "heartbeat": "Seconds that Discord took for the last heartbeat",
    "database": "Whether the database can be read",
    "oldest_unposted": "Seconds that the oldest answer has been waiting for being posted",
    "in_hand": "Turns that are being worked on",
    "loop_held": "How often the event loop was held for more than 50 ms",
    "loop_held_longest": "The longest time in seconds for which the event loop was held",
    "loop_held_lately": "Seconds of the last minute for which the event loop was held",
}


def as_metrics(health: Health) -> str | None:
    """In the text format of Prometheus; None where its package isn't installed."""
    try:
        import prometheus_client
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
    except ModuleNotFoundError:
        return None

    class Collector:
        def collect(self) -> Iterator[Any]:
            for name, value in asdict(health).items():
                kind = CounterMetricFamily if name == "loop_held" else GaugeMetricFamily
                yield kind(f"walkaway_{name}", _METRICS[name], value=float(value or 0))

    registry = prometheus_client.CollectorRegistry()
    registry.register(Collector())  # pyright: ignore[reportArgumentType]  # anything that collects will do
    return prometheus_client.generate_latest(registry).decode()
