"""A member's data: shown, handed out and deleted, all of it and nobody else's; and words that are not kept for long."""

from __future__ import annotations

import json
import zipfile
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from bot.negotiation.moves import Accept
from bot.services.errors import NoSuchSession
from bot.services.learning import Learning
from bot.services.practice import Practice
from bot.services.privacy import Privacy
from bot.services.retention import Retention
from bot.storage import Storage, drill_ballots, drill_pairs, drills, personal, quizzes, ratings
from bot.storage.drill_ballots import BallotRow, CandidateRow
from bot.storage.drill_pairs import OfferRow, PairRow
from bot.storage.drill_tables import drill_seats
from bot.storage.drill_tables import drills as drill_rows
from bot.storage.personal import HOLDINGS, NOBODY
from bot.storage.tables import metadata
from tests.services.lamp import LEARNER, STRANGER, THREAD, Clock
from tests.services.learning.conftest import Knowledge, Table

SOLD = (Accept(),)
SECRET = "Zanzibar"
KEEP = timedelta(days=30)


@pytest.fixture
def privacy(storage: Storage, knowledge: Knowledge, clock: Clock) -> Privacy:
    return Privacy(storage, knowledge, clock, KEEP)


@pytest.fixture
def retention(storage: Storage, knowledge: Knowledge, clock: Clock) -> Retention:
    return Retention(storage, knowledge, clock, KEEP)


async def speak(practice: Practice, learner: int = LEARNER) -> int:
    """A session in which the learner said something and gave in at once."""
    session = (await practice.start(learner, THREAD, scenario="lamp", world="slow")).session.id
    await practice.hear(session, learner, f"My dog at home is called {SECRET}.", cause="message:1")
    await practice.press(session, learner, Accept(), cause="press:1")
    return session


async def live(learner: int, practice: Practice, learning: Learning, storage: Storage, clock: Clock) -> int:
    """Something of everything that can be known about a member; returns a session that is still running."""
    await learning.lessons.take_in(await speak(practice, learner))
    await speak(practice, learner)  # which nothing has been learned from yet
    quiz = await learning.quiz.start(learner)
    await learning.quiz.answer(quiz.id, learner, 0, 0)
    await learning.daily.today(1, learner)
    await learning.daily.answer(1, clock().date(), learner, 0)
    await learning.members.set_shown(learner, True)
    await learning.members.set_on_board(1, learner, True)
    running = (await practice.start(learner, THREAD, scenario="vase", world="slow")).session.id
    async with storage.writing() as db:
        await ratings.add_to_week(db, 1, date(2026, 4, 27), learner, "lamp", 0.5)
        content = (await db.execute(select(metadata.tables["contents"].c.digest).limit(1))).scalar_one()
        plain = {"mode": "room", "scenario": "lamp", "world": "slow", "seed": 1, "note": "", "most": 9, "game": 1}
        clocked = {"phase": "open", "length": 600, "ran": 0.0, "revealed": False, "created_at": clock()}
        made = insert(drill_rows).values(guild=1, channel=2, moderator=learner, content=content, **plain, **clocked)
        drill = (await db.execute(made.returning(drill_rows.c.id))).scalar_one()
        seat = {"member": learner, "status": "playing", "named": True, "session": running, "thread": 5}
        await db.execute(insert(drill_seats).values(drill=drill, number=1, **seat))
        proposed = (CandidateRow(f"We know {SECRET}.", learner),)
        await drill_ballots.put(db, BallotRow(drill, 45, 1, candidates=proposed, votes=((learner, 0),)))
        offer = OfferRow(drill, 1, 1, 1, learner, 8000, (), (1,), clock())
        await drill_pairs.put(db, PairRow(drill, 1, first_seat=1, second_seat=2, offer=offer))
    return running


async def test_the_export_holds_something_of_every_kind_with_words_to_it(
    practice: Practice, learning: Learning, privacy: Privacy, storage: Storage, clock: Clock
) -> None:
    await live(LEARNER, practice, learning, storage, clock)

    with zipfile.ZipFile(BytesIO(await privacy.export(LEARNER))) as archive:
        assert archive.namelist() == ["READ_ME.txt", "data.json", "progress.png", "tactics.png"]
        data = json.loads(archive.read("data.json"))
        assert archive.read("progress.png").startswith(b"\x89PNG")

    held = {holding.table.name: holding.about for holding in HOLDINGS}
    assert {name: part["about"] for name, part in data.items() if name in held} == held
    assert all(part["rows"] for name, part in data.items() if name in held)
    assert SECRET in json.dumps(data["events"])
    assert (await privacy.kept(LEARNER)).things == tuple(
        (about, len(data[name]["rows"])) for name, about in held.items()
    )


async def test_what_a_running_session_or_drill_hides_is_not_in_the_export(
    practice: Practice, learning: Learning, privacy: Privacy, storage: Storage, clock: Clock
) -> None:
    running = await live(LEARNER, practice, learning, storage, clock)

    data = await privacy.data(LEARNER)

    worlds = {row["id"]: row.get("world") for row in data["sessions"]["rows"]}
    assert worlds.pop(running) is None
    assert set(worlds.values()) == {"slow"}
    assert all(
        event["body"].keys() <= {"text", "words"} for event in data["events"]["rows"] if event["session"] == running
    )
    assert [row.get("world") for row in data["drills"]["rows"]] == [None]


async def test_deleting_leaves_nothing_of_the_member_and_all_of_others(
    practice: Practice, learning: Learning, privacy: Privacy, storage: Storage, clock: Clock, path: Path
) -> None:
    running = await live(LEARNER, practice, learning, storage, clock)
    await live(STRANGER, practice, learning, storage, clock)
    before = await privacy.data(STRANGER)

    gone = await privacy.delete(LEARNER)

    assert gone > 20
    assert (await privacy.kept(LEARNER)).things == ()
    async with storage.reading() as db:
        assert set((await personal.counts(db, LEARNER)).values()) == {0}
        (anonymous,) = await drills.seats(db, 1)
    assert (anonymous.member, anonymous.named, anonymous.session, anonymous.thread) == (NOBODY, False, None, None)
    assert await privacy.data(STRANGER) == before
    with pytest.raises(NoSuchSession):
        await practice.hear(running, LEARNER, "Hello?", cause="message:2")


async def test_what_was_deleted_is_not_left_in_the_files_either(
    practice: Practice, learning: Learning, privacy: Privacy, path: Path
) -> None:
    await learning.lessons.take_in(await speak(practice))
    assert SECRET in on_disk(path)

    await privacy.delete(LEARNER)

    assert SECRET not in on_disk(path)


async def test_a_session_that_is_deleted_while_it_is_learned_from_teaches_nothing(
    learning: Learning, privacy: Privacy, table: Table, storage: Storage
) -> None:
    session = await table.play(SOLD)
    async with storage.writing() as db:
        await db.execute(metadata.tables["owed_lessons"].delete())  # as it is once the member has deleted everything

    assert not await learning.lessons.take_in(session)


async def test_words_are_kept_as_long_as_promised_and_no_longer(
    practice: Practice, learning: Learning, retention: Retention, clock: Clock, path: Path
) -> None:
    session = await speak(practice)
    await learning.lessons.take_in(session)
    await learning.quiz.start(LEARNER)
    before = await practice.debrief(session)
    clock.forward(days=29)
    assert await retention.clear() == 0
    assert SECRET in on_disk(path)

    clock.forward(days=1)

    assert await retention.clear() == 1
    assert await retention.clear() == 0
    assert SECRET not in on_disk(path)
    after = await practice.debrief(session)
    assert [each.text for each in after.exchanges] == [None, None]
    assert [(each.did, each.words, each.ask) for each in after.exchanges] == [
        (each.did, each.words, each.ask) for each in before.exchanges
    ]
    assert (after.result, after.headline) == (before.result, before.headline)


async def test_a_mistake_is_asked_without_the_words_once_they_are_gone(
    practice: Practice, learning: Learning, retention: Retention, clock: Clock
) -> None:
    await learning.lessons.take_in(await speak(practice))
    asked = (await learning.quiz.start(LEARNER)).question
    clock.forward(days=30, seconds=1)
    await retention.clear()

    again = (await learning.quiz.start(LEARNER)).question

    assert asked is not None
    assert again is not None
    assert f"You: My dog at home is called {SECRET}." in asked.text
    assert again == asked.__class__(
        asked.id,
        asked.kind,
        asked.tactic,
        asked.text.replace(f"You: My dog at home is called {SECRET}.", "You: [just talk]"),
        asked.options,
    )


async def test_words_of_a_session_that_is_running_or_too_new_stay(
    practice: Practice, retention: Retention, clock: Clock, storage: Storage, path: Path
) -> None:
    for _ in range(3):
        await speak(practice)
        clock.forward(days=15)

    assert [await retention.clear(), await retention.clear()] == [2, 0]
    clock.forward(days=40)
    assert await retention.clear() == 1
    running = (await practice.start(LEARNER, THREAD)).session.id
    await practice.hear(running, LEARNER, f"Greetings from {SECRET}.", cause="message:1")
    clock.forward(days=40)
    assert await retention.clear() == 0
    assert SECRET in on_disk(path)


async def test_many_sessions_are_cleared_in_small_steps(
    practice: Practice, retention: Retention, clock: Clock, path: Path
) -> None:
    for _ in range(45):
        await speak(practice)  # all in one moment
        clock.forward(seconds=1)
    clock.forward(days=31)

    stopped = iter([True, False])
    assert await retention.clear(lambda: next(stopped)) == 20
    assert await retention.clear() == 25
    assert SECRET not in on_disk(path)


async def test_old_quizzes_go_with_their_questions(
    learning: Learning, retention: Retention, clock: Clock, storage: Storage
) -> None:
    old = await learning.quiz.start(LEARNER)
    clock.forward(days=2)
    new = await learning.quiz.start(LEARNER)

    await retention.clear()

    async with storage.reading() as db:
        assert await quizzes.get(db, old.id) is None
        assert await quizzes.get(db, new.id) is not None


def on_disk(path: Path) -> str:
    """Whatever can be found in the database's files."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return "".join(file.read_bytes().decode("latin-1") for file in files if file.exists())
