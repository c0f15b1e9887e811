"""Nothing said is lost or said twice: a message may come twice, two at once, a task be cancelled, a process killed."""

from __future__ import annotations

import asyncio
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from bot.negotiation.moves import Offer
from bot.services.errors import NotKept
from bot.services.practice import IDLE, Practice
from bot.services.views import PostKind
from bot.storage import Storage, StorageProblem, events
from tests.services.lamp import LAMP, LEARNER, THREAD, Clock, library_of

MOVING = [
    lambda practice, session: practice.hear(session, LEARNER, "I'd pay $70.", cause="once"),
    lambda practice, session: practice.press(session, LEARNER, Offer(7000), cause="once"),
    lambda practice, session: practice.end(session, LEARNER, cause="once"),
]


async def begin(practice: Practice) -> int:
    return (await practice.start(LEARNER, THREAD, world="slow")).session.id


@pytest.mark.parametrize("move", MOVING)
async def test_the_same_cause_counts_once(practice: Practice, move) -> None:
    session = await begin(practice)

    first, second = await move(practice, session), await move(practice, session)

    assert first.posts
    assert (second.session, second.posts) == (first.session, ())


@pytest.mark.parametrize("move", MOVING)
async def test_the_same_cause_twice_at_once_counts_once(practice: Practice, move) -> None:
    session = await begin(practice)

    turns = await asyncio.gather(move(practice, session), move(practice, session))

    assert sorted(bool(turn.posts) for turn in turns) == [False, True]


async def test_messages_at_once_are_taken_one_after_the_other(practice: Practice, storage: Storage) -> None:
    session = await begin(practice)

    await asyncio.gather(
        *(practice.hear(session, LEARNER, "Nice weather.", cause=f"message:{n}") for n in range(8)),
        *(practice.hint(session, LEARNER, cause=f"hint:{n}") for n in range(4)),
    )

    async with storage.reading() as db:
        numbers = [event.number for event in await events.of(db, session)]
    assert numbers == list(range(13))
    assert (await practice.view(session)).state.idle == 8


async def test_two_processes_at_once_take_turns_as_well(practice: Practice, database: str, clock: Clock) -> None:
    session = await begin(practice)
    other = await Storage.open(database)
    both = (practice, Practice(other, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7"))

    turns = await asyncio.gather(
        *(each.hear(session, LEARNER, "Nice weather.", cause=f"message:{n}") for n in range(6) for each in both)
    )
    await other.close()

    assert sum(bool(turn.posts) for turn in turns) == 6
    assert (await practice.view(session)).state.idle == 6


async def test_what_is_owed_is_told_in_order_until_it_is_marked(practice: Practice) -> None:
    session = await begin(practice)
    turn = await practice.hear(session, LEARNER, "I'd pay $70.", cause="message:1")
    brief, opening, reply = await practice.owed()

    await practice.mark_posted(brief.id, 1001)
    await practice.mark_posted(opening.id, None)

    assert [brief.kind, opening.kind, reply] == [PostKind.BRIEF, PostKind.REPLY, turn.posts[0]]
    assert await practice.owed(session=session) == [reply]
    assert await practice.owed(front="terminal") == []


async def test_a_crash_between_keeping_and_posting_loses_and_repeats_nothing(
    practice: Practice, path: Path, tmp_path: Path, clock: Clock
) -> None:
    session = await begin(practice)
    for post in await practice.owed():
        await practice.mark_posted(post.id, post.id)
    turn = await practice.hear(session, LEARNER, "I'd pay $70.", cause="message:1")

    after_the_crash = tmp_path / "after" / "walkaway.db"  # the files as they lie there when the process is killed
    await asyncio.to_thread(after_the_crash.parent.mkdir)
    for suffix in ("", "-wal"):
        await asyncio.to_thread(shutil.copy, f"{path}{suffix}", f"{after_the_crash}{suffix}")
    storage = await Storage.open(str(after_the_crash))
    later = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7")
    owed = await later.owed()
    delivered_again = await later.hear(session, LEARNER, "I'd pay $70.", cause="message:1")
    await storage.close()

    assert tuple(owed) == turn.posts
    assert (delivered_again.session, delivered_again.posts) == (turn.session, ())


async def test_a_turn_that_is_cancelled_anywhere_happened_or_did_not(practice: Practice, clock: Clock) -> None:
    session = await begin(practice)
    happened, steps = 0, 1.0
    while not happened:  # cancelled later and later, until it was too late
        cause = f"message:{steps}"
        hearing = asyncio.create_task(practice.hear(session, LEARNER, "I'd pay $70.", cause=cause))
        for _ in range(int(steps)):
            await asyncio.sleep(0)
        hearing.cancel()
        await asyncio.wait([hearing])

        happened = int((await practice.view(session)).last_cause == cause)
        assert len(await practice.owed(session=session)) == 2 + happened
        assert len(await practice.due(clock.forward(hours=1) + IDLE)) == 1
        steps *= 1.15


PLAYER = """
    import asyncio, sys
    from bot.services.practice import IDLE, Practice
    from bot.storage import Storage
    from tests.services.lamp import LAMP, LEARNER, THREAD, Clock, library_of

    async def main():
        practice = Practice(await Storage.open(sys.argv[1]), lambda: library_of(LAMP), Clock(), lambda: 7, lambda: "7")
        while True:
            session = (await practice.start(LEARNER, THREAD)).session.id
            for number in range(20):
                cause = f"message:{number}"
                turn = await practice.hear(session, LEARNER, "Nice weather.", cause=cause)
                print(session, cause, [post.id for post in turn.posts], flush=True)

    asyncio.run(main())
"""


@pytest.mark.parametrize("answers", [1, 7, 30])
async def test_a_process_that_is_killed_has_kept_all_that_it_has_shown(
    database: str, clock: Clock, answers: int
) -> None:
    def play_and_kill() -> list[str]:
        command = [sys.executable, "-c", textwrap.dedent(PLAYER), database]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as player:
            assert player.stdout is not None
            shown = [player.stdout.readline() for _ in range(answers)]
            player.send_signal(signal.SIGKILL)
            return shown + player.stdout.read().splitlines()[:-1]

    shown = await asyncio.to_thread(play_and_kill)

    storage = await Storage.open(database)
    practice = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7")
    owed = {post.id for post in await practice.owed()}
    for line in shown:
        session, cause, posts = line.split(maxsplit=2)
        again = await practice.hear(int(session), LEARNER, "Nice weather.", cause=cause)
        assert (again.posts, set(json.loads(posts)) - owed) == ((), set())
    await storage.close()


async def test_a_database_that_fails_is_told_kindly_and_nothing_has_changed(practice: Practice, path: Path) -> None:
    session = await begin(practice)
    before = await practice.view(session)
    with sqlite3.connect(path) as other:
        other.execute("ALTER TABLE posts RENAME TO elsewhere")

    with pytest.raises(NotKept, match="couldn't be kept just now, so it didn't count") as caught:
        await practice.hear(session, LEARNER, "I'd pay $70.", cause="message:1")

    assert isinstance(caught.value.__cause__, StorageProblem)
    with sqlite3.connect(path) as other:
        other.execute("ALTER TABLE elsewhere RENAME TO posts")
    other.close()
    assert await practice.view(session) == before
    assert (await practice.hear(session, LEARNER, "I'd pay $70.", cause="message:1")).posts
