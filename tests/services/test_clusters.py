"""Several processes on one database: each looks after its own servers, and what is due happens once."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import textwrap
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bot.drills.drill import Mode
from bot.negotiation.moves import Offer, WalkAway
from bot.services.drills import Drills
from bot.services.learning import Learning
from bot.services.ledger import Ledger
from bot.services.practice import IDLE, Practice
from bot.services.views import TimerKind, Venue
from bot.storage import Storage
from bot.storage.clusters import ALONE, Cluster
from tests.services.lamp import LAMP, LEARNER, THREAD, Clock, library_of

CLUSTERS = (Cluster(frozenset({0, 1}), 4), Cluster(frozenset({2}), 4), Cluster(frozenset({3}), 4))
SERVERS = [1_100_000_000_000_000_000 + number * 2**22 for number in range(9)]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=6), st.none() | st.integers(1, 2**63 - 1))
def test_each_server_has_one_cluster(sizes: list[int], server: int | None) -> None:
    ends = [sum(sizes[: number + 1]) for number in range(len(sizes))]
    clusters = [Cluster(frozenset(range(end - size, end)), ends[-1]) for size, end in zip(sizes, ends, strict=True)]

    assert [cluster.serves(server) for cluster in clusters].count(True) == 1
    assert [cluster.leads for cluster in clusters].count(True) == 1
    assert ALONE.serves(server)


async def test_sessions_are_looked_after_where_their_server_is(storage: Storage, clock: Clock) -> None:
    alone = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7")
    venues = [Venue("discord", server, channel) for channel, server in enumerate([None, *SERVERS], start=1)]
    server_of = {(await alone.start(LEARNER, venue)).session.id: venue.guild for venue in venues}
    later = clock.forward(days=2)

    for cluster in (*CLUSTERS, ALONE):
        practice = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7", cluster=cluster)
        own = [session for session, server in server_of.items() if cluster.serves(server)]
        assert own
        assert [timer.session for timer in await practice.due(later)] == own
        assert await practice.owing(front="discord") == own


async def test_a_session_is_learned_from_where_its_server_is(storage: Storage, clock: Clock) -> None:
    practice = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7")
    for channel, server in enumerate(SERVERS):
        turn = await practice.start(LEARNER, Venue("discord", server, channel))
        await practice.end(turn.session.id, LEARNER, cause="end")

    for cluster in CLUSTERS:
        learning = Learning(storage, lambda: library_of(LAMP), clock, cluster)
        assert await learning.lessons.catch_up(most=100) == sum(map(cluster.serves, SERVERS))


async def test_drills_are_looked_after_where_their_server_is(storage: Storage, clock: Clock) -> None:
    def drills_of(cluster: Cluster) -> Drills:
        ledger = Ledger(storage, lambda: library_of(LAMP), clock, IDLE, cluster)
        return Drills(ledger, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7")

    for server in SERVERS:
        made = await drills_of(ALONE).create(server, 1, LEARNER, Mode.ROOM, "lamp", 20)
        await drills_of(ALONE).join(made.id, server, LEARNER)
        await drills_of(ALONE).start(made.id, server)

    for cluster in CLUSTERS:
        drills, own = drills_of(cluster), [server for server in SERVERS if cluster.serves(server)]
        assert [drill.guild for drill in await drills.active()] == own
        assert [seat.guild for seat in await drills.tables.waiting()] == own
        assert await drills.any_stirring()
    for drill in await drills_of(ALONE).active():
        await drills_of(ALONE).end(drill.id, drill.guild)
    for cluster in CLUSTERS:
        drills, own = drills_of(cluster), [server for server in SERVERS if cluster.serves(server)]
        assert [drill.guild for drill in await drills.untold()] == own


RUN_WHAT_IS_DUE = """
    import asyncio, sys
    from bot.services.practice import Practice
    from bot.storage import Storage
    from tests.services.lamp import LAMP, Clock, library_of

    async def main():
        practice = Practice(await Storage.open(sys.argv[1]), lambda: library_of(LAMP), Clock(), lambda: 7, lambda: "7")
        due = await practice.due(Clock().forward(minutes=1))
        print("ready", flush=True)
        sys.stdin.readline()
        turns = await asyncio.gather(*(practice.run_timer(timer.id) for timer in due))
        print(*(timer.id for timer, turn in zip(due, turns, strict=True) if turn is not None))

    asyncio.run(main())
"""
SESSIONS = 40


async def test_two_processes_that_look_after_the_same_servers_run_each_timer_once(
    storage: Storage, database: str, clock: Clock
) -> None:
    practice = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7")
    for _ in range(SESSIONS):
        session = (await practice.start(LEARNER, THREAD, world="slow")).session.id
        await practice.press(session, LEARNER, (Offer(8500), WalkAway(reachable=False)), cause="press:1")
    waits = [timer for timer in await practice.due(clock.forward(minutes=1)) if timer.kind is TimerKind.WAIT]
    owed = Counter(post.session for post in await practice.owed())

    ran = await asyncio.to_thread(run_side_by_side, [sys.executable, "-c", textwrap.dedent(RUN_WHAT_IS_DUE), database])

    assert sorted(ran) == sorted(timer.id for timer in waits)
    assert len(waits) == SESSIONS
    answered = Counter(post.session for post in await practice.owed()) - owed
    assert set(answered.values()) == {1}
    assert len(answered) == SESSIONS


def run_side_by_side(command: list[str]) -> list[int]:
    """The timers that two such processes have run: both know of all of them when they begin."""
    both = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) for _ in range(2)
    ]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    printed = [process.communicate(timeout=120)[0].split() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    return [int(timer) for lines in printed for timer in lines]
