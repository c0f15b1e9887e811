"""What keeps the house in order while the bot runs: words are not kept longer than promised, and every night the
database is backed up."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from discord.ext import commands, tasks

from bot.services.errors import WalkawayError

if TYPE_CHECKING:
    from bot.discord_front.client import Walkaway

log = logging.getLogger(__name__)


class Upkeep(commands.Cog):
    def __init__(self, client: Walkaway) -> None:
        self._client = client

    async def cog_unload(self) -> None:
        self.clear_words.cancel()
        self.back_up.cancel()

    @commands.Cog.listener()
    async def on_caught_up(self) -> None:
        if self._client.cluster.leads and not self.clear_words.is_running():
            self.clear_words.start()
            self.back_up.start()

    @tasks.loop(hours=1)
    async def clear_words(self) -> None:
        try:
            with self._client.in_hand.turn():
                cleared = await self._client.retention.clear(lambda: not self._client.in_hand.stopping)
            if cleared:
                log.info("took the words out of %d old sessions", cleared)
        except WalkawayError as reason:
            log.info("old words are cleared later: %s", reason)
        except Exception:
            log.exception("old words could not be cleared; it is tried again")

    @tasks.loop(minutes=10)
    async def back_up(self) -> None:
        try:
            made = await self._client.backups.nightly()
            if made is not None:
                log.info("backed the database up: %s", made)
        except WalkawayError as problem:
            log.error("the database could not be backed up: %s", problem)
        except Exception:
            log.exception("the database could not be backed up; it is tried again")


async def setup(client: Walkaway) -> None:
    await client.add_cog(Upkeep(client))
