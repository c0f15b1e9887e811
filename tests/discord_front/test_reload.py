"""/reload and the signal: changed files are put to use, by those who may."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import signal
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.discord_front.reloading import reload_on_hangup
from tests.discord_front.bench import Bench
from tests.discord_front.conftest import KNOWLEDGE
from tests.discord_front.seen import private


@pytest.fixture
def knowledge_folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(KNOWLEDGE, tmp_path / "knowledge"))


@pytest.fixture
def admin(bench: Bench) -> Any:
    role = bench.guild.create_role("admin", permissions=discord.Permissions(administrator=True))
    return bench.guild.add_member(bench.env.create_user("carol"), roles=[role])


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


async def test_changed_files_are_put_to_use(bench: Bench, admin: Any, knowledge_folder: Path):
    change(knowledge_folder / "tactics/walk-away.yaml", "title: Walk away", "title: Walk off")

    result = await admin.slash(bench.channel, "reload")

    assert private(result).startswith("Read anew. Changed: tactics/walk-away. Practices that are under way go on")
    shown = await bench.alice.slash(bench.channel, "tactic", name="walk-away")
    assert "## Walk off" in private(shown)


async def test_a_broken_set_is_refused_with_its_problems(bench: Bench, admin: Any, knowledge_folder: Path):
    change(knowledge_folder / "tactics/walk-away.yaml", "title: Walk away", "titel: Walk off")

    result = await admin.slash(bench.channel, "reload")

    assert "everything stays as it was" in private(result)
    assert "titel: There is no field `titel` here. Did you mean `title`?" in private(result)
    shown = await bench.alice.slash(bench.channel, "tactic", name="walk-away")
    assert "## Walk away" in private(shown)
    bench.env.errors.clear()


async def test_a_practice_under_way_keeps_what_it_began_with(bench: Bench, admin: Any, knowledge_folder: Path):
    table = await bench.begin()
    change(knowledge_folder / "scenarios/daybed.yaml", "opening_ask: 202", "opening_ask: 209")
    await admin.slash(bench.channel, "reload")

    await table.say("Hello there.")

    assert "On the table: $202" in table.last
    assert bench.app.library().scenarios["daybed"].opening_ask == 20900


async def test_members_do_not_see_it(bench: Bench, admin: Any):
    assert "reload" not in bench.alice.available_commands(bench.channel)
    assert "reload" in admin.available_commands(bench.channel)


async def test_who_sees_it_all_the_same_is_refused(bench: Bench):
    """A server's settings can show a command to everybody."""
    command = bench.client.tree.get_command("reload")
    assert isinstance(command, discord.app_commands.Command)
    command.default_permissions = None
    await bench.client.tree.sync()

    result = await bench.alice.slash(bench.channel, "reload")

    assert private(result) == "Only an administrator of this server can do that."
    bench.env.errors.clear()


async def test_where_it_serves_several_servers_an_administrator_of_one_is_refused(bench: Bench, admin: Any):
    bench.env.create_guild()

    result = await admin.slash(bench.channel, "reload")

    assert "only whoever runs me can do that" in private(result)
    bench.env.errors.clear()


class Heard(logging.Handler):
    """Waits for something to be logged."""

    def __init__(self, expected: str) -> None:
        super().__init__()
        self.expected = expected
        self.event = asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage().startswith(self.expected):
            self.event.set()


async def after_a_signal(expected: str) -> None:
    """Sends the signal and waits until it was said in the log what came of it."""
    heard = Heard(expected)
    log = logging.getLogger("bot.discord_front.reloading")
    log.addHandler(heard)
    try:
        os.kill(os.getpid(), signal.SIGHUP)
        await asyncio.wait_for(heard.event.wait(), 20)
    finally:
        log.removeHandler(heard)


async def test_a_signal_does_the_same_and_says_so_in_the_log(
    bench: Bench, knowledge_folder: Path, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.INFO, "bot.discord_front.reloading")
    reload_on_hangup(bench.client.knowledge)
    try:
        change(knowledge_folder / "tactics/walk-away.yaml", "title: Walk away", "title: Walk off")
        await after_a_signal("the knowledge was read anew. Changed: tactics/walk-away.")
        change(knowledge_folder / "tactics/walk-away.yaml", "title: Walk off", "titel: Walk off")
        await after_a_signal("the knowledge in use stays: 2 problems in the files")
    finally:
        asyncio.get_running_loop().remove_signal_handler(signal.SIGHUP)

    assert bench.app.library().tactics["walk-away"].title == "Walk off"
    assert "Did you mean `title`?" in caplog.text
