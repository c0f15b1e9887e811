"""The quiz: what is due today, a few new questions, and the member's own mistakes as positions to solve.

The questions are kept with the quiz, and every answer is a row of its own: a quiz that is broken off goes on where it
stood, whatever has been restarted or changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.content.library import Library
from bot.learning.days import end_of_day
from bot.learning.quiz import Question, queue
from bot.learning.recall import Answer, answered
from bot.services.errors import WalkawayError
from bot.services.ledger import Ledger
from bot.services.memberships import add_answer_to_day, zone_of
from bot.services.questions import from_plain, of_library, to_plain
from bot.storage import Connection, lessons, members, memories, quizzes
from bot.storage.lessons import PREFIX
from bot.storage.quizzes import QuizRow

LENGTH = 8  # questions in a quiz
NEW_MISTAKES = 3  # of them at most that come from the member's sessions for the first time
GOES_ON = timedelta(days=1)  # a quiz left open for longer is over; what was answered in it counts


class NoSuchQuiz(WalkawayError):  # noqa: N818
    """There is no quiz by that number, or it is somebody else's."""


class NothingDue(WalkawayError):  # noqa: N818
    """There is nothing to ask."""


@dataclass(frozen=True, slots=True)
class Given:
    """A question that has been answered."""

    question: Question
    choice: int

    @property
    def answer(self) -> Answer:
        return self.question.options[self.choice].answer


@dataclass(frozen=True, slots=True)
class QuizView:
    """`question` is the one that is open, number `number` of `length`; None at the end. `given` are those answered,
    in order; `due` counts what is still due today beside this quiz."""

    id: int
    learner: int
    number: int
    length: int
    question: Question | None
    given: tuple[Given, ...]
    stopped: bool
    due: int

    @property
    def last(self) -> Given | None:
        return self.given[-1] if self.given else None

    @property
    def right(self) -> int:
        return sum(given.answer is Answer.KNEW for given in self.given)


class Quiz:
    """Raises NotKept where the database fails."""

    def __init__(self, ledger: Ledger, library: Callable[[], Library], now: Callable[[], datetime]) -> None:
        self._ledger = ledger
        self._library = library
        self._now = now

    async def start(self, learner: int) -> QuizView:
        """Goes on with the quiz that is open, or begins another one. Raises NothingDue."""
        now = self._now()
        async with self._ledger.writing() as db:
            row = await quizzes.last_open(db, learner)
            if row is not None and now - row.started_at > GOES_ON:
                await quizzes.end(db, row.id, now)
                row = None
            if row is None:
                asked = await self._put_together(db, learner, now)
                if not asked:
                    raise NothingDue("Nothing is due today, and there is nothing new. Come back tomorrow.")
                row = await quizzes.add(db, learner, now, [to_plain(question) for question in asked])
            return await self._view(db, row)

    async def answer(self, quiz: int, by: int, number: int, choice: int) -> QuizView:
        """The member answers question `number` with an option. A question is answered once: whatever comes after
        that for the same number changes nothing. Raises NoSuchQuiz.
        """
        now = self._now()
        async with self._ledger.writing() as db:
            row = await self._own(db, quiz, by)
            view = await self._view(db, row)
            if view.question is None or number != view.number or view.stopped:
                return view
            if not 0 <= choice < len(view.question.options):
                raise NoSuchQuiz("That question has no such answer.")
            await quizzes.answer(db, quiz, number, choice, now)
            await self._remember(db, by, view.question, choice, now)
            await add_answer_to_day(db, by, now)
            after = await self._view(db, row)
            if after.question is None:
                await quizzes.end(db, quiz, now)
            return after

    async def stop(self, quiz: int, by: int) -> QuizView:
        """The member has had enough for now; what was answered counts. Raises NoSuchQuiz."""
        async with self._ledger.writing() as db:
            row = await self._own(db, quiz, by)
            await quizzes.end(db, quiz, self._now())
            return await self._view(db, replace(row, ended_at=row.ended_at or self._now()))

    async def view(self, quiz: int, by: int) -> QuizView:
        """Raises NoSuchQuiz."""
        async with self._ledger.reading() as db:
            return await self._view(db, await self._own(db, quiz, by, to_change=False))

    async def _own(self, db: Connection, quiz: int, by: int, *, to_change: bool = True) -> QuizRow:
        row = await quizzes.get(db, quiz, to_change=to_change)
        if row is None or row.learner != by:
            raise NoSuchQuiz("That quiz isn't yours. Start your own with /quiz.")
        return row

    async def _view(self, db: Connection, row: QuizRow) -> QuizView:
        questions = [from_plain(plain) for plain in row.questions]
        choices = await quizzes.choices(db, row.id)
        coming = queue(questions, choices)
        stopped = row.ended_at is not None and len(choices) < len(coming)
        before = await self._today_ends(db, row.learner)
        due = await memories.due(db, row.learner, before, 100)
        return QuizView(
            id=row.id,
            learner=row.learner,
            number=len(choices),
            length=len(coming),
            question=None if stopped or len(choices) == len(coming) else coming[len(choices)],
            given=tuple(Given(question, choice) for question, choice in zip(coming, choices, strict=False)),
            stopped=stopped,
            due=len(set(due) - {question.id for question in coming}),
        )

    async def _today_ends(self, db: Connection, learner: int) -> datetime:
        return end_of_day(self._now(), zone_of(await members.get(db, learner)))

    async def _remember(self, db: Connection, learner: int, question: Question, choice: int, now: datetime) -> None:
        memory = await memories.get(db, learner, question.id)
        after = answered(memory, question.options[choice].answer, now)
        await memories.put(db, learner, question.id, question.tactic, after)

    # --- which questions ----------------------------------------------------------------------------------------------

    async def _put_together(self, db: Connection, learner: int, now: datetime) -> list[Question]:
        """What is due, the most overdue first; then the latest mistakes, then what is new, the easiest first."""
        there = of_library(self._library())
        before = await self._today_ends(db, learner)
        found: list[Question] = []
        for question_id in await memories.due(db, learner, before, 4 * LENGTH):
            question = await self._question(db, question_id, there)
            if question is None:
                await memories.drop(db, learner, question_id)
            elif len(found) < LENGTH:
                found.append(question)
        for row in await lessons.unasked(db, learner, min(NEW_MISTAKES, LENGTH - len(found))):
            found.append(replace(from_plain(row.question), id=f"{PREFIX}{row.id}"))
        known = {row.question for row in await memories.of_tactics(db, learner)}
        new = [question for question in there.values() if question.id not in known]
        return [*found, *new[: LENGTH - len(found)]]

    async def _question(self, db: Connection, question_id: str, there: Mapping[str, Question]) -> Question | None:
        """The question that is remembered; None where it is no longer there."""
        if not question_id.startswith(PREFIX):
            return there.get(question_id)
        row = await lessons.mistake(db, int(question_id.removeprefix(PREFIX)))
        return None if row is None else replace(from_plain(row.question), id=question_id)
