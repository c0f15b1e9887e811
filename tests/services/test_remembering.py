"""What a process remembers of a session is what the database says, whatever others do and whatever is undone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.services import turns
from bot.services.ledger import Ledger
from bot.services.practice import IDLE
from bot.storage import Storage, events
from tests.services.lamp import LAMP, LEARNER, THREAD, Clock, library_of

TEXTS = (
    "Hi!",
    "Has anybody else asked about it?",
    "I'd pay $70.",
    "deal or no deal, maybe I'll take it",
    "Bo's has it.",
)


class Undone(Exception):  # noqa: N818
    pass


async def say(ledger: Ledger, session: int, text: str, cause: str, *, undo: bool) -> None:
    """A turn, and a look at the session within its transaction; with `undo` it never happened."""
    async with ledger.writing() as db:
        played = await ledger.played_by(db, session, LEARNER)
        if not played.finished:
            await ledger.add(db, played, turns.hearing(played, text), cause)
        await ledger.played(db, session)
        if undo:
            raise Undone


STEPS = st.lists(st.tuples(st.integers(0, 1), st.sampled_from(TEXTS), st.booleans()), min_size=1, max_size=8)


@settings(max_examples=25)
@given(STEPS)
async def test_it_is_what_is_written(steps: list[tuple[int, str, bool]]) -> None:
    storage, clock = await Storage.open(":memory:"), Clock()
    processes = [Ledger(storage, lambda: library_of(LAMP), clock, IDLE) for _ in range(2)]
    async with processes[0].writing() as db:
        played = await processes[0].begin(db, LEARNER, THREAD, LAMP, LAMP.worlds[1], "7", 7)
        session = (await processes[0].add(db, played, turns.opening(played), "start")).session.id

    for number, (process, text, undo) in enumerate(steps):
        if undo:
            with pytest.raises(Undone):
                await say(processes[process], session, text, "undone", undo=True)
        else:
            await say(processes[process], session, text, f"message:{number}", undo=False)
        for ledger in processes:
            async with ledger.reading() as db:
                assert (await ledger.played(db, session)).events == tuple(await events.of(db, session))
    await storage.close()
