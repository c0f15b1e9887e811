"""A drill in the simulated server: its moderator, its members, and what each of them sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import discord

from bot.services.drill_book import DrillView
from tests.discord_front.bench import Bench, Table
from tests.discord_front.seen import text_of


@dataclass
class Room:
    """A drill of the daybed. Alice and Bob may join; Mod runs it."""

    bench: Bench
    mod: Any
    console: Any
    drill: int = 1

    @classmethod
    async def create(cls, bench: Bench, **options: Any) -> Room:
        role = bench.guild.create_role("trainers", permissions=discord.Permissions(manage_threads=True))
        mod = bench.guild.add_member(bench.env.create_user("mod"), roles=[role])
        wanted = {"mode": "room", "scenario": "daybed", "minutes": 10} | options
        result = await mod.slash(bench.channel, "drill create", **wanted)
        shown = [each for each in (result.response, *result.followups) if each is not None]
        return cls(bench, mod, shown[-1])

    @property
    def invitation(self) -> Any:
        return next(m for m in reversed(self.bench.channel.history()) if text_of(m).startswith("## Drill:"))

    async def join(self, *members: Any, named: bool = False) -> None:
        for member in members:
            result = await member.click(self.invitation, label="Join")
            if named:
                seated = next(each for each in (*result.followups, result.response) if each is not None)
                await member.click(seated, label="Show my name")

    async def press(self, label: str, who: Any = None, on: Any = None) -> Any:
        return await (who or self.mod).click(on or self.console, label=label)

    async def start(self, *members: Any, named: bool = False) -> list[Table]:
        """Everybody joins, the moderator starts, and the threads open."""
        await self.join(*members, named=named)
        await self.press("Start")
        await self.bench.env.advance_time(2)
        return [self.table(number, member) for number, member in enumerate(members, 1)]

    def table(self, number: int, member: Any) -> Table:
        name = f"Drill {self.drill} · seat {number}"
        (thread,) = (thread for thread in self.bench.channel.threads if thread.name == name)
        return Table(self.bench, thread, member)

    async def until_time_is_up(self) -> None:
        """Of a drill of one minute."""
        for _ in range(8):  # the simulation gives each call some seconds of real time
            await self.bench.env.advance_time(8)

    async def end(self) -> Any:
        """Ends it for everybody, and returns the debrief that was posted."""
        asked = await self.press("End")
        await self.press("End it", on=asked.response)
        await self.bench.env.advance_time(2)
        return self.bench.channel.last_message

    async def view(self) -> DrillView:
        return await self.bench.app.drills.view(self.drill)
