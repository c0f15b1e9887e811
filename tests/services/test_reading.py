"""A reader that fails takes nobody's practice with it, and tells nobody's words."""

from __future__ import annotations

import asyncio
import logging
import threading
from io import StringIO

import pytest

from bot import logs
from bot.content.library import load_library
from bot.logs import LogFormat
from bot.negotiation.reading import Known, Reading, read
from bot.negotiation.scenario import Side
from bot.services.practice import Practice
from bot.services.reading import LONGEST_READ, SMALL_TALK, Reader, keepable
from bot.storage import Storage
from tests import first_model
from tests.services.lamp import LAMP, LEARNER, THREAD, Clock, library_of

KNOWLEDGE = first_model.knowledge()
SECRET = "Zanzibar"
KNOWN = Known(Side.BUYER, 10000)


def failing(text: str, known: Known) -> Reading:
    """Fails at the secret, as a reader would that takes a word for a number."""
    if SECRET in text:
        int(text)
    return read(text, known)


def endless(text: str, known: Known) -> Reading:
    return endless(text, known)


@pytest.mark.parametrize("read", [failing, endless])
def test_what_cannot_be_read_is_small_talk(read):
    assert Reader(read).read(f"{SECRET}, 80?", KNOWN) == SMALL_TALK


def test_what_can_is_read():
    assert Reader(failing).read("I can do 80.", KNOWN) == read("I can do 80.", KNOWN)


@pytest.mark.parametrize("form", LogFormat)
def test_the_log_gets_a_number_and_the_place_and_no_words(form: LogFormat, caplog: pytest.LogCaptureFixture):
    stream = StringIO()
    handlers = list(logging.root.handlers)
    logs.set_up("INFO", form, stream)
    try:
        Reader(failing).read(f"{SECRET}, 80?", KNOWN)
    finally:
        logging.root.handlers[:] = handlers

    assert "could not be read and counts as small talk" in stream.getvalue()
    assert "CannotRead" in stream.getvalue()
    assert "in failing" in stream.getvalue()
    assert SECRET not in stream.getvalue()


def test_nor_does_another_handler_than_the_bots(caplog: pytest.LogCaptureFixture):
    Reader(failing).read(f"{SECRET}, 80?", KNOWN)

    assert "CannotRead: ValueError" in caplog.text
    assert SECRET not in caplog.text


def test_no_more_is_read_than_is_kept():
    lengths: list[int] = []

    def measured(text: str, known: Known) -> Reading:
        lengths.append(len(text))
        return read(text, known)

    Reader(measured).read("no " * LONGEST_READ, KNOWN)

    assert lengths == [LONGEST_READ]


async def test_a_tactic_is_looked_for_in_so_much_of_a_message():
    library = load_library(KNOWLEDGE)
    threat = "Then give me my money back."

    assert [found.tactic.id for found in await Reader().recognise(threat, library)] == ["walk-away"]
    assert await Reader().recognise("x" * LONGEST_READ + threat, library) == ()


async def test_it_is_looked_for_beside_the_event_loop():
    assert await Reader().aside(threading.current_thread) is not threading.main_thread()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("I can do 80.", "I can do 80."),
        ("80 \U0001f600", "80 \U0001f600"),
        ("80 \ud83d\ude00", "80 \U0001f600"),  # as some clients send it: two halves of a pair
        ("80 \ud83d", "80 \ufffd"),
        ("8\0", "8\ufffd"),
    ],
)
def test_what_no_database_takes_is_replaced(text: str, kept: str):
    assert keepable(text) == kept


async def test_a_practice_goes_on_after_a_message_that_cannot_be_read(storage: Storage, clock: Clock):
    practice = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7", reader=Reader(failing))
    session = (await practice.start(LEARNER, THREAD)).session.id

    turn = await practice.hear(session, LEARNER, f"{SECRET}, 80?", cause="message:1")
    again = await practice.hear(session, LEARNER, f"{SECRET}, 80?", cause="message:1")
    after = await practice.hear(session, LEARNER, "I can do 80.", cause="message:2")

    assert len(turn.posts) == 1
    assert again.posts == ()  # it has been heard
    assert after.session.state.demand is not None


async def test_a_message_of_any_signs_is_kept(practice: Practice):
    session = (await practice.start(LEARNER, THREAD)).session.id

    turn = await practice.hear(session, LEARNER, "\ud83d\0 80?\u2028\x0b\x0c\x85", cause="message:1")

    assert len(turn.posts) == 1


async def test_nothing_is_read_on_the_event_loop(storage: Storage, clock: Clock):
    on_the_loop: list[bool] = []

    def watched(text: str, known: Known) -> Reading:
        on_the_loop.append(threading.current_thread() is threading.main_thread())
        return read(text, known)

    practice = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7", reader=Reader(watched))
    session = (await practice.start(LEARNER, THREAD)).session.id
    await practice.hear(session, LEARNER, "I can do 80.", cause="message:1")
    await practice.hear_at(THREAD.channel, LEARNER, "I can do 81.", front=THREAD.front, cause="message:2")

    assert on_the_loop == [False, False]


async def test_the_loop_goes_on_while_a_message_is_read(storage: Storage, clock: Clock):
    begun, let_go = threading.Event(), threading.Event()

    def waiting(text: str, known: Known) -> Reading:
        begun.set()
        let_go.wait()
        return read(text, known)

    practice = Practice(storage, lambda: library_of(LAMP), clock, lambda: 7, lambda: "7", reader=Reader(waiting))
    session = (await practice.start(LEARNER, THREAD)).session.id
    hearing = asyncio.create_task(practice.hear(session, LEARNER, "I can do 80.", cause="message:1"))
    await asyncio.to_thread(begun.wait)
    seen = await practice.view(session)  # somebody else is answered meanwhile
    let_go.set()

    assert seen.round == 0
    assert (await hearing).posts
