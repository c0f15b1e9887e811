"""Law 8: value is never lost between the state and its record. Replaying the stored moves gives the stored state."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.frozen import thaw
from bot.content.library import Library, load_library
from bot.negotiation.moves import (
    Accept,
    Ask,
    BeCourteous,
    BeRude,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    HoldFirm,
    LetGo,
    Move,
    Offer,
    RequestConcession,
    RequestExtra,
    ShowEagerness,
    SmallTalk,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.record import replay
from bot.services.errors import BadAmount, SessionOver
from bot.services.played import Played
from bot.services.practice import Practice
from bot.services.views import TimerKind
from bot.storage import Storage, events, sessions
from tests import first_model
from tests.services.lamp import LEARNER, THREAD, Clock

LIBRARY = load_library(first_model.knowledge())

amounts = st.integers(1, 3_000_000)
moves = st.one_of(
    st.builds(Offer, amounts, st.frozensets(st.sampled_from(["mattress-cover", "unknown"]), max_size=2)),
    st.builds(CiteAlternative, st.none() | amounts),
    st.builds(GiveReason, st.sampled_from(["general", "condition"])),
    st.builds(Ask, st.sampled_from(Topic)),
    st.builds(RequestExtra, st.sampled_from(["mattress-cover", "unknown"])),
    st.builds(WalkAway, st.booleans()),
    st.sampled_from(
        [
            Accept(),
            HoldFirm(),
            RequestConcession(),
            Threaten(),
            ComeBack(),
            CallAfter(),
            LetGo(),
            ShowEagerness(),
            BeCourteous(),
            BeRude(),
            SmallTalk(),
        ]
    ),
)
messages = st.lists(moves, max_size=3).map(tuple)
WAIT = "the wait passes"
scripts = st.lists(messages | st.just(WAIT), max_size=14)


async def playing(library: Library, scenario: str, world: str, script: list[tuple[Move, ...] | str]) -> Played:
    """The session as it lies in the database once the script was played."""
    storage = await Storage.open(":memory:")
    clock = Clock()
    practice = Practice(storage, lambda: library, clock, lambda: 3, lambda: "3")
    session = (await practice.start(LEARNER, THREAD, scenario=scenario, world=world)).session.id
    try:
        for number, step in enumerate(script):
            waits = [t for t in await practice.due(clock() + timedelta(hours=1)) if t.kind is TimerKind.WAIT]
            view = await practice.view(session)
            assert bool(waits) == (view.state.pending is not None)
            if isinstance(step, tuple):
                await practice.press(session, LEARNER, step, cause=f"press:{number}")
            elif waits:
                await practice.run_timer(waits[0].id)
    except (SessionOver, BadAmount):
        pass
    async with storage.reading() as db:
        row = await sessions.get(db, session)
        assert row is not None
        scenario_kept, voice = thaw(await sessions.content(db, row.content))
        played = Played(row, scenario_kept, voice, await events.of(db, session))
    await storage.close()
    return played


@pytest.mark.parametrize(
    ("scenario", "world"),
    [pytest.param(s.id, w.id, id=f"{s.id}, {w.id}") for s in LIBRARY.scenarios.values() for w in s.worlds],
)
@settings(max_examples=5)
@given(script=scripts)
def test_replaying_the_record_gives_the_stored_state(scenario: str, world: str, script: list) -> None:
    played = asyncio.run(playing(LIBRARY, scenario, world, script))

    again = replay(played.scenario, played.world, played.steps)

    assert tuple(again) == played.steps
    assert again[-1].after == played.state
    assert len(set(played.said)) == len(played.said)
    if played.finished:
        assert played.row.outcome == played.state.outcome
