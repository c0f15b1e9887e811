"""The real bot on a simulated Discord, with a real database and the knowledge that is shipped."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import simcord

from bot.bootstrap import open_app
from bot.discord_front.client import Walkaway
from bot.negotiation import reading
from bot.services.app import App
from bot.services.reading import Read
from bot.settings import Settings
from tests import first_model
from tests.discord_front.bench import Bench

KNOWLEDGE = first_model.knowledge()
SEED = 7


class Clock:
    """The simulated time, once there is a simulation."""

    def __init__(self) -> None:
        self.env: simcord.Env | None = None

    def __call__(self) -> datetime:
        return self.env.now() if self.env is not None else datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def idle_hours() -> float:
    return 24


@pytest.fixture
def knowledge_folder() -> Path:
    """What the bot reads; a module that changes files overrides this."""
    return KNOWLEDGE


@pytest.fixture
def read() -> Read:
    """How messages are read; a module that tries another reader overrides this."""
    return reading.read


@pytest.fixture
async def app(
    database: str, clock: Clock, idle_hours: float, knowledge_folder: Path, read: Read
) -> AsyncGenerator[App]:
    settings = Settings(_env_file=None, database=database, knowledge=knowledge_folder, idle_hours=idle_hours)
    async with open_app(settings, now=clock, seed=lambda: SEED, secret=lambda: str(SEED), read=read) as app:
        yield app


@pytest.fixture
def message_content() -> bool:
    """Whether the host has switched it on; a module that needs it off overrides this."""
    return True


@pytest.fixture
def simcord_bot(app: App, message_content: bool) -> Walkaway:
    return Walkaway(app, message_content=message_content, shard_count=1)


@pytest.fixture
async def bench(simcord_env: simcord.Env, simcord_bot: Walkaway, app: App, clock: Clock) -> Bench:
    clock.env = simcord_env
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("general")
    alice = guild.add_member(simcord_env.create_user("alice"))
    bob = guild.add_member(simcord_env.create_user("bob"))
    await simcord_env.advance_time(1)  # what begins now began after the connection
    return Bench(simcord_env, app, simcord_bot, guild, channel, alice, bob)
