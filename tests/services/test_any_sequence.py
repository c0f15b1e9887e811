"""Whatever two members do, in whatever order and however often: each answer is a turn or a sentence, what is one's own
stays one's own, what was posted is never owed again, and in the end every practice is over and has been told about."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from datetime import timedelta
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, rule

from bot.services.errors import NoSuchSession, NotYours, WalkawayError
from bot.services.practice import IDLE, Practice
from bot.services.preparing import Plan
from bot.services.privacy import Privacy
from bot.services.views import Post, PostKind, Turn, Venue
from bot.storage import Storage, events
from tests.services.lamp import LAMP, LEARNER, STRANGER, Clock, library_of
from tests.services.test_replaying import messages

T = TypeVar("T")

MEMBERS = st.sampled_from([LEARNER, STRANGER])
WORDS = [
    "Nice weather.",
    "I'd pay $85.",
    "87 and the bulb",
    "Bo's has it for $90.",
    "How's business?",
    "Deal.",
    "ok maybe deal, I don't know",
    "Call me if you change your mind.",
    "I'm leaving.",
    "I'm back.",
    "yes",
    "that's not what I said",
    "where do we stand?",
    "stop",
]


class Everything(RuleBasedStateMachine):
    """Two members, their practices, and a front that posts what is owed when it comes to it."""

    begun = Bundle("begun")

    @initialize()
    def open(self) -> None:
        self.runner = asyncio.Runner()
        self.storage = self.run(Storage.open(":memory:"))
        self.clock = Clock()
        library = library_of(LAMP)
        self.practice = Practice(self.storage, lambda: library, self.clock, lambda: 7, lambda: "7")
        self.privacy = Privacy(self.storage, lambda: library, self.clock, timedelta(days=30))
        self.whose: dict[int, int] = {}
        self.posted: dict[int, list[Post]] = {}
        self.causes = 0

    def run(self, doing: Awaitable[T]) -> T:
        async def done() -> T:
            return await doing

        return self.runner.run(done())

    def tried(self, doing: Awaitable[T], by: int | None = None, session: int | None = None) -> T | None:
        """What comes of it; None where it is refused with a sentence, as it is where it is somebody else's."""
        refused, result = None, None
        try:
            result = self.run(doing)
        except WalkawayError as reason:
            refused = reason
        assert refused is None or str(refused).endswith(".")
        if session is not None and session not in self.whose:
            assert isinstance(refused, NoSuchSession)
        elif session is not None and by not in (None, self.whose[session]):
            assert isinstance(refused, NotYours)
        return result

    def new_cause(self) -> str:
        self.causes += 1
        return f"message:{self.causes}"

    # --- what members do ----------------------------------------------------------------------------------------------

    @rule(target=begun, by=MEMBERS, world=st.sampled_from(["slow", "busy"]))
    def begin(self, by: int, world: str) -> int:
        turn = self.run(self.practice.start(by, Venue("discord", 1, 500 + self.causes), world=world))
        return self._is_begun(turn)

    @rule(target=begun, session=begun, by=MEMBERS, step=st.integers(-1, 5))
    def begin_again(self, session: int, by: int, step: int) -> int:
        turn = self.tried(self.practice.start_from(session, by, Venue("discord", 1, 500), step), by, session)
        return session if turn is None else self._is_begun(turn)

    def _is_begun(self, turn: Turn) -> int:
        assert turn.posts[0].kind is PostKind.BRIEF
        self.whose[turn.session.id] = turn.session.learner
        self.posted[turn.session.id] = []
        return turn.session.id

    @rule(session=begun, by=MEMBERS, text=st.sampled_from(WORDS) | st.text(max_size=40), twice=st.booleans())
    def say(self, session: int, by: int, text: str, twice: bool) -> None:
        cause = self.new_cause()
        turn = self.tried(self.practice.hear(session, by, text, cause=cause), by, session)
        if turn is not None:
            assert turn.posts
        if turn is not None and twice:
            assert self.run(self.practice.hear(session, by, text, cause=cause)) == Turn(turn.session, ())

    @rule(session=begun, by=MEMBERS, moves=messages)
    def press(self, session: int, by: int, moves: tuple[Any, ...]) -> None:
        self.tried(self.practice.press(session, by, moves, cause=self.new_cause()), by, session)

    @rule(session=begun, by=MEMBERS, option=st.none() | st.integers(-1, 3), question=st.none() | st.integers(0, 9))
    def choose(self, session: int, by: int, option: int | None, question: int | None) -> None:
        choosing = self.practice.choose(session, by, option, cause=self.new_cause(), question=question)
        self.tried(choosing, by, session)

    @rule(session=begun, by=MEMBERS, question=st.none() | st.integers(0, 9))
    def decline(self, session: int, by: int, question: int | None) -> None:
        self.tried(self.practice.decline(session, by, cause=self.new_cause(), question=question), by, session)

    @rule(session=begun, by=MEMBERS, event=st.none() | st.integers(0, 9))
    def take_back(self, session: int, by: int, event: int | None) -> None:
        self.tried(self.practice.take_back(session, by, cause=self.new_cause(), event=event), by, session)

    @rule(session=begun, by=MEMBERS)
    def open_debrief(self, session: int, by: int) -> None:
        self.tried(self.practice.open_debrief(session, by), by, session)

    @rule(session=begun, by=MEMBERS)
    def ask_for_a_hint(self, session: int, by: int) -> None:
        self.tried(self.practice.hint(session, by, cause=self.new_cause()), by, session)

    @rule(session=begun, by=MEMBERS, prices=st.tuples(*[st.none() | st.integers(1, 20000)] * 3))
    def prepare(self, session: int, by: int, prices: tuple[int | None, int | None, int | None]) -> None:
        self.tried(self.practice.prepare(session, by, Plan(*prices), cause=self.new_cause()), by, session)

    @rule(session=begun, by=MEMBERS)
    def end(self, session: int, by: int) -> None:
        self.tried(self.practice.end(session, by, cause=self.new_cause()), by, session)

    @rule(session=begun)
    def look(self, session: int) -> None:
        self.tried(self.practice.view(session), session=session)
        self.tried(self.practice.debrief(session), session=session)

    @rule(by=MEMBERS)
    def delete_everything(self, by: int) -> None:
        self.run(self.privacy.delete(by))
        for session in [session for session, learner in self.whose.items() if learner == by]:
            del self.whose[session], self.posted[session]

    # --- what happens by itself ---------------------------------------------------------------------------------------

    @rule(seconds=st.sampled_from([5, 30, 200, 3600, 25 * 3600]))
    def wait(self, seconds: int) -> None:
        self.clock.forward(seconds=seconds)
        for timer in self.run(self.practice.due(self.clock())):
            self.run(self.practice.run_timer(timer.id))

    @rule()
    def post(self) -> None:
        for post in self.run(self.practice.owed()):
            before = self.posted[post.session]
            assert not before or before[-1].id < post.id
            self.run(self.practice.mark_posted(post.id, 1000 + post.id))
            before.append(post)

    def teardown(self) -> None:
        while due := self.run(self.practice.due(self.clock.forward(seconds=IDLE.total_seconds()))):
            for timer in due:
                self.run(self.practice.run_timer(timer.id))
        self.post()
        for session, posts in self.posted.items():
            assert self.run(self.practice.view(session)).finished
            assert [post.kind for post in posts].count(PostKind.DEBRIEF) == 1
            assert (posts[0].kind, posts[-1].kind) == (PostKind.BRIEF, PostKind.DEBRIEF)
            assert self.run(self._numbers(session)) == list(range(len(self.run(self._numbers(session)))))
        assert self.run(self.practice.owed()) == []
        assert self.run(self.practice.open_sessions()) == []
        self.run(self.storage.close())
        self.runner.close()

    async def _numbers(self, session: int) -> list[int]:
        async with self.storage.reading() as db:
            return [event.number for event in await events.of(db, session)]


TestEverything = Everything.TestCase
TestEverything.settings = settings(max_examples=25, stateful_step_count=25)
