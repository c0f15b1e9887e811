"""What the administrators of a server have set."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import delete, insert, select

from bot.storage.drill_tables import guilds
from bot.storage.storage import Connection


@dataclass(frozen=True, slots=True)
class GuildRow:
    guild: int
    moderator_role: int | None = None
    console_channel: int | None = None
    practice_channels: tuple[int, ...] = ()
    private_threads: bool = False
    names_in_export: str = "agreed"


_COLUMNS = tuple(guilds.c[name] for name in GuildRow.__slots__)


async def get(db: Connection, guild: int) -> GuildRow | None:
    row = (await db.execute(select(*_COLUMNS).where(guilds.c.guild == guild))).one_or_none()
    if row is None:
        return None
    return GuildRow(
        guild=row.guild,
        moderator_role=row.moderator_role,
        console_channel=row.console_channel,
        practice_channels=tuple(row.practice_channels),
        private_threads=row.private_threads,
        names_in_export=row.names_in_export,
    )


async def put(db: Connection, row: GuildRow) -> None:
    await db.execute(delete(guilds).where(guilds.c.guild == row.guild))
    await db.execute(insert(guilds).values(asdict(row)))
