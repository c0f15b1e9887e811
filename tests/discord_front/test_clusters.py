"""One process among several: it connects its own shards, and does what is done once for all only if it leads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.bootstrap import cluster_of
from bot.discord_front.run import client_for
from bot.services.app import App
from bot.settings import Settings
from bot.storage.clusters import ALONE, Cluster


def settings_for(shards: str | None, count: int | None) -> Settings:
    return Settings(_env_file=None, shard_ids=shards, shard_count=count)


@pytest.mark.parametrize(
    ("shards", "count", "connected", "cluster"),
    [
        (None, None, None, ALONE),
        (None, 4, None, ALONE),
        ("0-1", 4, [0, 1], Cluster(frozenset({0, 1}), 4)),
        ("2,3", 4, [2, 3], Cluster(frozenset({2, 3}), 4)),
    ],
)
async def test_the_shards_of_a_process(
    app: App, shards: str | None, count: int | None, connected: list[int] | None, cluster: Cluster
) -> None:
    settings = settings_for(shards, count)

    client = client_for(replace(app, cluster=cluster_of(settings)), settings)

    assert (client.shard_ids, client.shard_count, client.cluster) == (connected, count, cluster)


@pytest.mark.parametrize(("shards", "leads"), [("0-1", True), ("2-3", False)])
async def test_only_the_one_that_leads_clears_and_backs_up(app: App, shards: str, leads: bool) -> None:
    settings = settings_for(shards, 4)
    client = client_for(replace(app, cluster=cluster_of(settings)), settings)
    await client.load_extension("bot.discord_front.cogs.upkeep")
    upkeep = client.get_cog("Upkeep")
    assert upkeep is not None

    await upkeep.on_caught_up()  # type: ignore[attr-defined]

    assert (upkeep.clear_words.is_running(), upkeep.back_up.is_running()) == (leads, leads)  # type: ignore[attr-defined]
    await upkeep.cog_unload()
