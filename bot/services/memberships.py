"""What a member decides: the time zone, who may see the progress, whether sessions count for the rating,
and whether it is shown how messages were heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.learning.days import local_day
from bot.services.errors import WalkawayError
from bot.services.ledger import Ledger
from bot.storage import Connection, days, members, ratings
from bot.storage.members import Member

SHOWN_ZONES = 25


class NoSuchZone(WalkawayError):  # noqa: N818
    """There is no time zone by that name."""


class Memberships:
    """Raises NotKept where the database fails."""

    def __init__(self, ledger: Ledger, now: Callable[[], datetime]) -> None:
        self._ledger = ledger
        self._now = now

    async def of(self, learner: int) -> Member:
        async with self._ledger.reading() as db:
            return await members.get(db, learner)

    async def set_zone(self, learner: int, zone: str) -> Member:
        """From now on the member's days begin and end there. Raises NoSuchZone."""
        exact = {name.lower(): name for name in zones()}.get(zone.strip().lower().replace(" ", "_"))
        if exact is None:
            near = find_zones(zone)[:3]
            hint = f" Did you mean {', '.join(near)}?" if near else " Write it like Europe/Berlin."
            raise NoSuchZone(f"I know no time zone by that name.{hint}")
        return await self._change(learner, zone=exact)

    async def set_shown(self, learner: int, shown: bool) -> Member:
        """Whether others may see the progress."""
        return await self._change(learner, shown=shown)

    async def set_rated(self, learner: int, rated: bool) -> Member:
        """Whether sessions change the rating."""
        return await self._change(learner, rated=rated)

    async def set_heard(self, learner: int, heard: bool) -> Member:
        """Whether a line under each answer shows how the message was heard."""
        return await self._change(learner, heard=heard)

    async def set_on_board(self, guild: int, learner: int, on: bool) -> None:
        """Whether the member stands on the server's leaderboard."""
        async with self._ledger.writing() as db:
            await (ratings.join_board if on else ratings.leave_board)(db, guild, learner)

    async def _change(self, learner: int, **values: str | bool) -> Member:
        async with self._ledger.writing() as db:
            member = replace(await members.get(db, learner), **values)
            await members.put(db, member)
            return member


def zone_of(member: Member) -> tzinfo:
    """The member's zone; UTC where this machine doesn't know it (any more)."""
    try:
        return ZoneInfo(member.zone)
    except ZoneInfoNotFoundError:
        return UTC


@cache
def zones() -> tuple[str, ...]:
    """All places that a time zone is named after."""
    places = (name for name in available_timezones() if "/" in name and not name.startswith(("Etc", "System")))
    return (*sorted(places), "UTC")


def find_zones(typed: str, most: int = SHOWN_ZONES) -> list[str]:
    """Zones in whose name every word stands that was typed."""
    words = typed.lower().replace("_", " ").replace("/", " ").split()
    return [name for name in zones() if all(word in name.lower().replace("_", " ") for word in words)][:most]


async def add_answer_to_day(db: Connection, learner: int, at: datetime) -> None:
    """A question was answered: that day counts for the streak."""
    member = await members.get(db, learner)
    so_far = await days.on(db, learner, local_day(at, zone_of(member)), at)
    await days.put(db, learner, replace(so_far, answers=so_far.answers + 1))
