"""The process stops at every await and around every commit of a whole session, and is started again on what is left:
the learner sees the same talk as if nothing had happened, each line once."""

from __future__ import annotations

from pathlib import Path

from bot.storage import Storage
from tests.services.crashing import STORY, Crash, Discord, Process, Recorder, watched
from tests.services.lamp import Clock


async def play(process: Process, recorder: Recorder | None = None) -> list[int]:
    """The whole story; how many posts there were after each part of it."""
    discord, counts = process.discord, []

    async def part(number: int) -> None:
        if number < 0:
            await process.begin()
        elif number == len(STORY):
            assert await process.learn() == 1
        else:
            await process.act(number, attempt=0)

    for number in range(-1, len(STORY) + 1):
        if recorder is None:
            await part(number)
        else:
            recorder.doing = number
            await watched(part(number), recorder.look)
        counts.append(len(discord.posted))
    return counts


async def go_on(crash: Crash, counts: list[int]) -> tuple[list[str], int, int]:
    """Another process on what a crash left, to the end of the story: what was posted, is owed, was learned."""
    storage = await Storage.open(str(crash.files))
    process = Process(storage, crash.discord, crash.clock)
    await process.catch_up()
    if crash.doing < 0:
        await process.begin()
    for number in range(max(crash.doing, 0), len(STORY)):
        attempt = 0
        while len(crash.discord.posted) < counts[number + 1]:  # no answer yet: the learner does it (again)
            attempt += 1
            assert attempt < 3
            await process.act(number, attempt)
    learned = await process.learn()
    owed = await process.owes()
    await storage.close()
    return crash.discord.posted, owed, learned


async def test_whenever_the_process_stops_the_talk_goes_on_as_if_it_had_not(tmp_path: Path) -> None:
    database, discord, clock = tmp_path / "walkaway.db", Discord(), Clock()
    storage = await Storage.open(str(database))
    recorder = Recorder(database, tmp_path / "crashes", discord, clock)
    counts = await play(Process(storage, discord, clock), recorder)
    await storage.close()

    assert len(set(discord.posted)) == len(discord.posted) == counts[-1]
    assert recorder.moments > 100
    assert len(recorder.crashes) > 40
    for crash in recorder.crashes:
        assert await go_on(crash, counts) == (discord.posted, 0, 1), crash
