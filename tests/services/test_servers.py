from __future__ import annotations

import pytest

from bot.services.ledger import Ledger
from bot.services.practice import IDLE
from bot.services.servers import Names, Servers
from bot.storage import Storage
from bot.storage.guilds import GuildRow
from tests.services.lamp import LAMP, Clock, library_of


@pytest.fixture
def servers(storage: Storage, clock: Clock) -> Servers:
    return Servers(Ledger(storage, lambda: library_of(LAMP), clock, IDLE))


async def test_a_server_that_has_decided_nothing_has_the_usual(servers: Servers) -> None:
    assert await servers.of(1) == GuildRow(1, None, None, (), False, "agreed")


async def test_what_is_decided_stays_and_leaves_the_rest_and_the_others_alone(servers: Servers) -> None:
    await servers.set_moderator_role(1, 10)
    await servers.set_console_channel(1, 20)
    await servers.set_practice_channels(1, [30, 31])
    await servers.set_private_threads(1, True)
    await servers.set_names_in_export(1, Names.ALL)
    await servers.set_moderator_role(2, 11)

    assert await servers.of(1) == GuildRow(1, 10, 20, (30, 31), True, "all")
    assert await servers.of(2) == GuildRow(2, 11)
    assert (await servers.set_moderator_role(1, None)).moderator_role is None
