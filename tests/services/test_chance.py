"""What is hidden can't be worked out from what is seen: no line depends on the world, and no secret is told."""

from __future__ import annotations

import json
import sqlite3
from datetime import timedelta
from pathlib import Path

from bot.drills.drill import Mode
from bot.negotiation.moves import Accept
from bot.services.chance import new_secret, new_seed
from bot.services.choosing import secret_for_another, world_for
from bot.services.drills import Drills
from bot.services.learning import Learning
from bot.services.ledger import Ledger
from bot.services.practice import IDLE, Practice
from bot.services.privacy import Privacy
from bot.services.views import Venue
from bot.storage import Storage, drills, guilds, sessions
from tests.services.lamp import LAMP, LEARNER, SLOW, STRANGER, THREAD, Clock, library_of
from tests.storage.test_migrations import migrate

SMALL_TALK = ("Hello there!", "Lovely weather today.", "Nice shop you have.", "I like the music.")
GUILD = 1


def practice_with(secret: str, storage: Storage, clock: Clock) -> Practice:
    return Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: secret)


async def test_the_lines_of_a_session_are_the_same_whatever_it_hides(storage: Storage, clock: Clock) -> None:
    heard: set[tuple[str, ...]] = set()
    worlds: set[str] = set()
    for number in range(24):
        practice = practice_with(f"secret {number}", storage, clock)
        turn = await practice.start(LEARNER, THREAD)
        texts = [post.text for post in turn.posts]
        for said in SMALL_TALK:
            turn = await practice.hear(turn.session.id, LEARNER, said, cause=f"message:{said}")
            texts += [post.text for post in turn.posts]
        heard.add(tuple(texts))
        end = await practice.press(turn.session.id, LEARNER, Accept(), cause="press:1")
        assert end.session.world is not None
        worlds.add(end.session.world.id)

    assert len(heard) == 1
    assert worlds == {"busy", "slow"}


async def test_who_has_worked_out_the_seed_knows_nothing_of_the_world(storage: Storage, clock: Clock) -> None:
    practice = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, new_secret)
    worlds: list[str] = []
    for _ in range(60):
        view = (await practice.start(LEARNER, THREAD)).session
        assert view.seed == 7
        worlds.append((await practice.debrief(await ended(practice, view.id))).world.id)

    assert 5 <= worlds.count("busy") <= 30  # one in four of 60: never so far off in ten thousand years of CI


async def ended(practice: Practice, session: int) -> int:
    return (await practice.end(session, LEARNER, cause="end")).session.id


def test_a_secret_has_128_bits_and_is_never_the_same() -> None:
    drawn = {new_secret() for _ in range(1000)}

    assert len(drawn) == 1000
    assert {len(bytes.fromhex(secret)) for secret in drawn} == {16}
    assert all(0 <= new_seed() < 2**31 for _ in range(1000))


async def test_a_seed_that_was_asked_for_decides_the_world_too(storage: Storage, clock: Clock) -> None:
    practice = Practice(storage, lambda: library_of(LAMP), clock, new_seed, new_secret)
    for seed in range(12):
        session = (await practice.start(LEARNER, THREAD, seed=seed)).session.id
        told = await practice.debrief(await ended(practice, session))
        assert told.world == world_for(LAMP, None, str(seed))


async def test_a_second_try_keeps_what_was_hidden_and_its_secret(storage: Storage, clock: Clock) -> None:
    practice = practice_with("a secret", storage, clock)
    first = await ended(practice, (await practice.start(LEARNER, THREAD)).session.id)
    again = (await practice.start_from(first, LEARNER, THREAD, 1)).session.id

    async with storage.reading() as db:
        old, new = await sessions.get(db, first), await sessions.get(db, again)
    assert old is not None
    assert new is not None
    assert (new.secret, new.world) == (old.secret, old.world) == ("a secret", world_for(LAMP, None, "a secret").id)


async def test_no_secret_is_ever_in_an_export(storage: Storage, clock: Clock) -> None:
    practice = practice_with("zanzibar", storage, clock)
    group = Drills(
        Ledger(storage, lambda: library_of(LAMP), clock, IDLE),
        lambda: library_of(LAMP),
        clock,
        lambda: 7,
        lambda: "timbuktu",
    )
    privacy = Privacy(storage, lambda: library_of(LAMP), clock, timedelta(days=30))
    running = (await practice.start(LEARNER, THREAD)).session.id
    drill = await group.create(GUILD, 2, LEARNER, Mode.ROOM, "lamp", 10)

    told = await privacy.data(LEARNER)
    assert "zanzibar" not in json.dumps(told, default=str)
    assert "timbuktu" not in json.dumps(told, default=str)
    assert not {"secret", "world", "seed"} & told["sessions"]["rows"][0].keys()
    assert not {"secret", "world", "seed"} & told["drills"]["rows"][0].keys()

    await ended(practice, running)
    await group.cancel(drill.id, GUILD)
    told = await privacy.data(LEARNER)
    assert "zanzibar" not in json.dumps(told, default=str)
    assert "timbuktu" not in json.dumps(told, default=str)
    assert told["sessions"]["rows"][0]["world"] == world_for(LAMP, None, "zanzibar").id


async def test_a_drill_is_drawn_from_a_secret_that_its_seats_share(storage: Storage, clock: Clock) -> None:
    ledger = Ledger(storage, lambda: library_of(LAMP), clock, IDLE)
    group = Drills(ledger, lambda: library_of(LAMP), clock, lambda: 7, lambda: "timbuktu")
    view = await group.create(GUILD, 2, 5, Mode.ROOM, "lamp", 10)
    for member in (LEARNER, STRANGER):
        await group.join(view.id, GUILD, member)
    await group.start(view.id, GUILD)
    games = [await group.tables.open(view.id, seat, Venue("discord", GUILD, 500 + seat)) for seat in (1, 2)]

    async with storage.reading() as db:
        row = await drills.get(db, view.id)
        rows = [await sessions.get(db, game.session.id) for game in games if game is not None]
    assert row is not None
    assert (row.secret, row.world) == ("timbuktu", world_for(LAMP, None, "timbuktu").id)
    assert [(each.secret, each.world) for each in rows if each is not None] == 2 * [(row.secret, row.world)]


def test_once_more_with_another_truth() -> None:
    for number in range(50):
        secret = f"{number}"
        assert world_for(LAMP, None, secret_for_another(LAMP, secret, SLOW.id)) != SLOW


async def test_each_server_draws_its_positions_from_a_secret_that_it_keeps(storage: Storage, clock: Clock) -> None:
    given = iter("abcdefgh")
    learning = Learning(storage, lambda: library_of(LAMP), clock, secret=lambda: next(given))
    await learning.daily.today(1, LEARNER)
    await learning.daily.today(2, LEARNER)
    clock.forward(days=1)
    await learning.daily.today(1, LEARNER)

    async with storage.writing() as db:
        assert [await guilds.secret_of(db, guild, lambda: "new") for guild in (1, 2, 3)] == ["a", "b", "new"]


async def test_what_an_older_version_drew_keeps_its_world_and_can_be_drawn_again(path: Path) -> None:
    migrate(path, "0008")
    old = sqlite3.connect(path)
    old.execute("INSERT INTO contents VALUES ('abc', 'text')")
    worlds = [world_for(LAMP, None, str(seed)).id for seed in range(9)]
    for seed, world in enumerate(worlds):
        old.execute(
            "INSERT INTO sessions (learner, front, channel, scenario, content, world, seed, started_at)"
            " VALUES (11, 'discord', 2, 'lamp', 'abc', ?, ?, '2026-05-01 12:00:00')",
            (world, seed),
        )
    old.commit()
    old.close()

    storage = await Storage.open(str(path))

    async with storage.reading() as db:
        rows = await sessions.still_open(db)
    assert [(row.world, row.secret) for row in rows] == [(world, str(seed)) for seed, world in enumerate(worlds)]
    assert [world_for(LAMP, None, row.secret).id for row in rows] == worlds
    await storage.close()
