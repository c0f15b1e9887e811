"""The bot as Discord knows it: its intents, its commands, what it may mention, and how it starts and stops."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Mapping
from typing import TypeAlias

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_front import command_sync
from bot.discord_front.drilling.calendar import Calendar
from bot.discord_front.drilling.desk import Desk
from bot.discord_front.drilling.pairs import PairTables
from bot.discord_front.drilling.threads import Doors
from bot.discord_front.errors import IN_ONE_LINE, NOTHING_TO_PROPOSE, show_error
from bot.discord_front.hearing import Hearing
from bot.discord_front.in_hand import InHand
from bot.discord_front.outbox import Outbox
from bot.discord_front.pace import Pace
from bot.discord_front.watchdog import Watchdog
from bot.services.app import App
from bot.services.errors import WalkawayError
from bot.services.latest import Latest
from bot.services.rates import TooFast
from bot.settings import SyncCommands

log = logging.getLogger(__name__)

_UNFINISHED = 1000  # forms that couldn't be read, as they were filled in
FINISH_SECONDS = 7.0  # how long stopping waits for the turns in hand
COGS = (
    "help",
    "tactics",
    "practice",
    "review",
    "progress",
    "quiz",
    "daily",
    "leaderboard",
    "drills",
    "drill_loop",
    "setup",
    "privacy",
    "listening",
    "timers",
    "upkeep",
    "reload",
)


def intents_for(*, message_content: bool) -> discord.Intents:
    """What the bot is told of. Only `message_content` is privileged, and only asked for where the host wants it."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=message_content)


class Tree(app_commands.CommandTree["Walkaway"]):
    """The commands; what goes wrong in one of them is shown by `show_error`."""

    async def interaction_check(self, interaction: discord.Interaction[Walkaway], /) -> bool:
        """Commands count for the pace of whoever types them; what is proposed while they type does not."""
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        try:
            interaction.client.pace.acting.check(interaction.user.id)
        except TooFast as error:
            await show_error(interaction, error)
            return False
        return True

    async def on_error(self, interaction: discord.Interaction[Walkaway], error: app_commands.AppCommandError) -> None:
        await show_error(interaction, error)


class Walkaway(commands.AutoShardedBot):
    """The client. Nothing happens before it is started."""

    def __init__(
        self,
        app: App,
        *,
        message_content: bool,
        sync_commands: SyncCommands = SyncCommands.CHANGED,
        shard_ids: list[int] | None = None,
        shard_count: int | None = None,
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,  # asked for by the library; messages are never read as commands
            help_command=None,
            tree_cls=Tree,
            intents=intents_for(message_content=message_content),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
            activity=discord.CustomActivity("Type /practice"),
            max_messages=1000,
            shard_ids=shard_ids,  # pyright: ignore[reportArgumentType]  # None means all of them, which its types forget
            shard_count=shard_count,
        )
        self.practice = app.practice
        self.learning = app.learning
        self.drills = app.drills
        self.servers = app.servers
        self.memory = app.memory
        self.privacy = app.privacy
        self.retention = app.retention
        self.knowledge = app.knowledge
        self.backups = app.backups
        self.reader = app.reader
        self.library = app.library
        self.now = app.now
        self.cluster = app.cluster
        self.hears_everything = message_content
        self.outbox = Outbox(self, app.practice)
        self.desk = Desk(self)
        self.doors = Doors(self)
        self.pair_tables = PairTables(self)
        self.calendar = Calendar(self)
        self.in_hand = InHand()
        self.pace = Pace(app.now)
        self.watchdog = Watchdog()
        self.unfinished = Latest[tuple[str, int], Mapping[str, str | list[str]]](_UNFINISHED)  # by form and member
        self.hearing = Hearing(self)
        self.caught_up = asyncio.Event()  # set once what is known to have been said before the start has been heard
        self._sync_commands = sync_commands

    async def setup_hook(self) -> None:
        logging.getLogger("discord.app_commands.tree").addFilter(NOTHING_TO_PROPOSE)
        logging.getLogger("discord.shard").addFilter(IN_ONE_LINE)
        for name in COGS:
            await self.load_extension(f"bot.discord_front.cogs.{name}")
        await command_sync.bring_up_to_date(self.tree, self.memory, self._sync_commands)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        """An event that can't be dealt with now, for a reason that is known, is no error."""
        error = sys.exc_info()[1]
        if isinstance(error, WalkawayError):
            log.info("%s is left alone: %s", event_method, error)
        else:
            await super().on_error(event_method, *args, **kwargs)

    async def close(self) -> None:
        """Finishes the turns in hand, then leaves."""
        if not self.in_hand.stopping and not await self.in_hand.finish(FINISH_SECONDS):
            log.warning("stopped in the middle of a turn; what is owed is posted at the next start")
        await super().close()

    async def on_message(self, message: discord.Message, /) -> None:
        """Messages are heard by the cog `listening`; none is a command."""


Interaction: TypeAlias = discord.Interaction[Walkaway]
