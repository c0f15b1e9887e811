"""/setup: each setting, by those who may and those who may not; and what comes of it."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bot.discord_front.drilling.who import NotAllowed
from bot.discord_front.permissions import MayNot
from bot.storage.guilds import GuildRow
from tests.discord_front.bench import Bench
from tests.discord_front.seen import failures, ids_in, private, text_of
from tests.discord_front.test_learning import in_public


@pytest.fixture
def owner(bench: Bench) -> Any:
    role = bench.guild.create_role("owners", permissions=discord.Permissions(manage_guild=True))
    return bench.guild.add_member(bench.env.create_user("owner"), roles=[role])


async def row_of(bench: Bench) -> GuildRow:
    return await bench.app.servers.of(bench.guild.id)


async def test_every_setting_is_made_on_one_card(bench: Bench, owner: Any) -> None:
    coaches = bench.guild.create_role("coaches")
    office = bench.guild.create_text_channel("office")
    card = (await owner.slash(bench.channel, "setup")).response

    await owner.select(card, [coaches], custom_id="setup-role")
    await owner.select(card, [office], custom_id="setup-console")
    await owner.select(card, [bench.channel, office], custom_id="setup-channels")
    await owner.click(card, label="Make threads private")
    await owner.click(card, label="Export all names")

    assert await row_of(bench) == GuildRow(
        bench.guild.id, coaches.id, office.id, (bench.channel.id, office.id), True, "all"
    )
    assert "In the export of a drill stand **everybody's** names." in text_of(card)
    await owner.select(card, [], custom_id="setup-role")
    await owner.click(card, label="Make threads public")
    assert (await row_of(bench)).moderator_role is None
    assert not (await row_of(bench)).private_threads


async def test_nobody_else_changes_anything(bench: Bench, owner: Any) -> None:
    card = (await owner.slash(bench.channel, "setup")).response
    copy = await in_public(bench, *(each for each in ids_in(card) if "private" in each or "names" in each))

    for custom_id in ids_in(copy)[:2]:
        assert "Only those with **Manage Server**" in private(await bench.bob.click(copy, custom_id=custom_id))

    assert set(failures(bench.env)) <= {NotAllowed}
    assert await row_of(bench) == GuildRow(bench.guild.id)


async def test_practice_keeps_to_the_channels_that_are_named(bench: Bench) -> None:
    office = bench.guild.create_text_channel("office")
    await bench.app.servers.set_practice_channels(bench.guild.id, [office.id])

    refused = await bench.alice.slash(bench.channel, "practice", scenario="daybed")

    assert f"Practice is held in <#{office.id}> here." in private(refused)
    assert failures(bench.env) == [MayNot]
    await bench.alice.slash(office, "practice", scenario="daybed")
    assert len(office.threads) == 1


async def test_practice_threads_are_private_where_the_server_wants_it(bench: Bench) -> None:
    await bench.app.servers.set_private_threads(bench.guild.id, True)

    table = await bench.begin()

    kind = bench.env.backend.get_thread(table.thread.id).type
    assert discord.ChannelType(kind) is discord.ChannelType.private_thread
