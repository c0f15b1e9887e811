"""The position of the day: asked of everybody in a server, and afterwards one sees how the server answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from weakref import WeakValueDictionary

from bot.content.library import Library
from bot.learning.daily import DailyPosition, daily_position
from bot.learning.quiz import Question
from bot.negotiation.wording import word
from bot.services.errors import WalkawayError
from bot.services.ledger import Ledger
from bot.services.memberships import add_answer_to_day
from bot.services.positions import Line, message_label, position_question
from bot.services.questions import from_plain, to_plain
from bot.services.workers import IN_THREADS, Workers
from bot.storage import dailies, guilds

NOWHERE = 0  # stands for the server where there is none: in direct messages and the terminal


class NoPosition(WalkawayError):  # noqa: N818
    """There is no position today, or no longer."""


@dataclass(frozen=True, slots=True)
class DailyView:
    """`counts` says how many members chose each option, and `hidden` what the counterpart was hiding: both None until
    this member has answered."""

    guild: int
    day: date
    question: Question
    choice: int | None
    counts: tuple[int, ...] | None
    hidden: str | None


class Daily:
    """Days are those of UTC, so that a server has one and the same. `secret` gives what a server's positions are drawn
    from; each server keeps the first that it is given. Raises NotKept where the database fails."""

    def __init__(
        self,
        ledger: Ledger,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        secret: Callable[[], str],
        workers: Workers = IN_THREADS,
    ) -> None:
        self._ledger = ledger
        self._library = library
        self._now = now
        self._secret = secret
        self._workers = workers
        self._making: WeakValueDictionary[tuple[int, date], asyncio.Lock] = WeakValueDictionary()

    async def today(self, guild: int | None, learner: int) -> DailyView:
        """Raises NoPosition."""
        guild, day = guild or NOWHERE, self._now().astimezone(UTC).date()
        if not await self._is_made(guild, day):
            making = self._making.setdefault((guild, day), asyncio.Lock())
            async with making:  # the first who asks has it made, the others wait for it
                if not await self._is_made(guild, day):
                    await self._make(guild, day)
        return await self._view(guild, day, learner)

    async def answer(self, guild: int, day: date, learner: int, choice: int) -> DailyView:
        """The first answer counts; whatever comes after it changes nothing. Raises NoPosition."""
        view = await self._view(guild, day, learner)
        if not 0 <= choice < len(view.question.options):
            raise NoPosition("That position has no such answer.")
        async with self._ledger.writing() as db:
            if await dailies.choice(db, guild, day, learner) is None:
                now = self._now()
                await dailies.answer(db, guild, day, learner, choice, now)
                await add_answer_to_day(db, learner, now)
        return await self._view(guild, day, learner)

    async def _is_made(self, guild: int, day: date) -> bool:
        async with self._ledger.reading() as db:
            return await dailies.get(db, guild, day) is not None

    async def _make(self, guild: int, day: date) -> None:
        library = self._library()
        async with self._ledger.writing() as db:
            secret = await guilds.secret_of(db, guild, self._secret)
        found = await self._workers.soon(daily_position, dict(library.scenarios), secret, day)
        if found is None:
            raise NoPosition("There is no position today. Try /quiz instead.")
        question, hidden = _asked(library, found, guild, day)
        async with self._ledger.writing() as db:
            if await dailies.get(db, guild, day) is None:
                await dailies.add(db, guild, day, {"question": to_plain(question), "hidden": hidden})

    async def _view(self, guild: int, day: date, learner: int) -> DailyView:
        async with self._ledger.reading() as db:
            plain = await dailies.get(db, guild, day)
            choice = await dailies.choice(db, guild, day, learner)
            counted = await dailies.counts(db, guild, day) if choice is not None else {}
        if plain is None:
            raise NoPosition("That position isn't there any more. /daily shows today's.")
        question = from_plain(plain["question"])
        return DailyView(
            guild=guild,
            day=day,
            question=question,
            choice=choice,
            counts=None if choice is None else tuple(counted.get(n, 0) for n in range(len(question.options))),
            hidden=None if choice is None else plain["hidden"],
        )


def _asked(library: Library, found: DailyPosition, guild: int, day: date) -> tuple[Question, str]:
    """The position as a question, and what the counterpart is hiding in it."""
    scenario, voice = found.scenario, library.voices[found.scenario.voice]
    name = scenario.counterpart.split(",")[0]
    lines: list[Line] = []
    ask = scenario.opening_ask
    for turn, step in enumerate(found.steps):
        if step.moves:
            lines.append(Line(None, message_label(scenario, ask, step.moves), spoken=False))
        ask = step.response.ask
        said = [line.text for line in lines if line.by]
        words = word(scenario, voice, step.response, step.after, seed=day.toordinal(), turn=turn, said=said)
        lines.append(Line(name, words))
    question = position_question(
        f"daily:{guild}:{day.isoformat()}", scenario, found.steps[-1].after, lines, found.choices
    )
    return question, f"{found.world.name}. {found.world.truth}"
