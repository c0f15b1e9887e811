"""What the administrators of a server have set, and the secret that its positions of the day are drawn from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass

from sqlalchemy import delete, insert, select

from bot.storage.drill_tables import guild_secrets, guilds
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


async def secret_of(db: Connection, guild: int, new: Callable[[], str]) -> str:
    """Return what the positions of a server are drawn from: `new` gives it where there is none, and it is kept."""
    known = await db.scalar(select(guild_secrets.c.secret).where(guild_secrets.c.guild == guild))
    if known is not None:
        return known
    secret = new()
    await db.execute(insert(guild_secrets).values(guild=guild, secret=secret))
    return secret
