"""What the administrators of a server have decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from bot.services.ledger import Ledger
from bot.storage import guilds
from bot.storage.guilds import GuildRow


class Names(StrEnum):
    """Whose names stand in an export."""

    AGREED = "agreed"  # those who agreed to be named before the group
    ALL = "all"
    NONE = "none"


class Servers:
    """Raises NotKept where the database fails."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def of(self, guild: int) -> GuildRow:
        async with self._ledger.reading() as db:
            return await guilds.get(db, guild) or GuildRow(guild)

    async def set_moderator_role(self, guild: int, role: int | None) -> GuildRow:
        return await self._change(guild, moderator_role=role)

    async def set_console_channel(self, guild: int, channel: int | None) -> GuildRow:
        """Where moderators see the consoles of drills; None: each sees them privately."""
        return await self._change(guild, console_channel=channel)

    async def set_practice_channels(self, guild: int, channels: Sequence[int]) -> GuildRow:
        """Where /practice may open threads; none named: everywhere."""
        return await self._change(guild, practice_channels=tuple(channels))

    async def set_private_threads(self, guild: int, private: bool) -> GuildRow:
        return await self._change(guild, private_threads=private)

    async def set_names_in_export(self, guild: int, names: Names) -> GuildRow:
        return await self._change(guild, names_in_export=str(names))

    async def _change(self, guild: int, **values: Any) -> GuildRow:
        async with self._ledger.writing() as db:
            row = replace(await guilds.get(db, guild) or GuildRow(guild), **values)
            await guilds.put(db, row)
            return row
