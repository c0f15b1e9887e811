"""`python -m bot try`: a practice session in the terminal, on the same services as everywhere else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from itertools import count

from bot.negotiation.acts import Act
from bot.negotiation.moves import Accept, ComeBack, Offer, WalkAway
from bot.negotiation.reading import Aside, Reading, out_of_story
from bot.negotiation.scenario import Scenario
from bot.services.additions import known
from bot.services.amounts import price_typed
from bot.services.errors import WalkawayError
from bot.services.played import QuestionKind
from bot.services.practice import Practice
from bot.services.preparing import Plan
from bot.services.reading import READER
from bot.services.review_views import SessionReview
from bot.services.reviewing import NothingToReview, Reviewing
from bot.services.views import PostKind, SessionView, TimerKind, Turn, Venue
from bot.terminal.screens import Screen

FRONT = "terminal"
LEARNER = 0  # there is nobody else at this keyboard
PLANNED = ("target", "first", "walk")
HELP = """Just type what you would say. Or:
/offer 180    put a price on the table     /accept   take their terms
/walk         leave the table              /back     come back to it
/hint         what to look at, then more   /undo     take your last message back
/end          stop here
/prepare target=170 first=165 walk=184     what you are after, before your first word"""


async def play(practice: Practice, reviewing: Reviewing, turn: Turn, screen: Screen, lines: AsyncIterator[str]) -> None:
    """Plays the session that `turn` has begun, from `lines`, until it is over or they end."""
    session = _Session(practice, reviewing, turn.session, screen)
    await session.show(turn)
    async for line in lines:
        if session.view.sealed or line.strip():
            await session.take(line.strip())
        if session.view.finished and not session.view.sealed:
            return
    await session.end()


class _Session:
    def __init__(self, practice: Practice, reviewing: Reviewing, view: SessionView, screen: Screen) -> None:
        self.view = view
        self._practice = practice
        self._reviewing = reviewing
        self._screen = screen
        self._causes: Iterator[int] = count(1)
        self._asked = 0  # options of the question that is open, where it can be answered by a number

    async def take(self, line: str) -> None:
        """One line of the learner: words, a command, or the number of an option. What is wrong with it is said."""
        command, _, rest = line.partition(" ")
        try:
            if self.view.sealed and command.lower() != "/undo" and out_of_story(line) is not Aside.UNDO:
                turn = await self._practice.open_debrief(self.view.id, LEARNER)
            elif self._asked and line.isdecimal() and 1 <= int(line) <= self._asked:
                turn = await self._practice.choose(self.view.id, LEARNER, int(line) - 1, cause=self._cause())
            elif line.startswith("/"):
                turn = await self._command(command.lower(), rest.strip())
            else:
                self._screen.learner(line, reading_of(self.view, line))
                turn = await self._practice.hear(self.view.id, LEARNER, line, cause=self._cause())
        except (WalkawayError, ValueError) as error:
            self._screen.remark(str(error))
            return
        if turn is not None:
            await self.show(turn)

    async def _command(self, command: str, rest: str) -> Turn | None:
        match command:
            case "/offer":
                return await self._press(Offer(self._amount(rest)))
            case "/accept":
                return await self._press(Accept())
            case "/walk" if rest:
                reachable = any(isinstance(m, WalkAway) and m.reachable for m in reading_of(self.view, rest).moves)
                return await self._press(WalkAway(reachable))
            case "/walk":
                return await self._press(WalkAway())
            case "/back":
                return await self._press(ComeBack())
            case "/hint":
                hint = await self._practice.hint(self.view.id, LEARNER, cause=self._cause())
                more = "" if hint.is_last else "\n/hint again says more, and counts more."
                about = "" if hint.passage is None else f"\n{hint.passage.title}: {hint.passage.text}"
                self._screen.remark(f"{hint.text}{about}{more}")
            case "/undo":
                return await self._practice.take_back(self.view.id, LEARNER, cause=self._cause())
            case "/prepare":
                plan = planned(rest, self.view.scenario)
                await self._practice.prepare(self.view.id, LEARNER, plan, cause=self._cause())
                self._screen.remark("Noted. The end tells you how it held up.")
            case "/end":
                return await self._practice.ask_to_stop(self.view.id, LEARNER, cause=self._cause())
            case "/help":
                self._screen.remark(HELP)
            case _:
                self._screen.remark(f"There is no {command} here.\n{HELP}")
        return None

    async def _press(self, move: Offer | Accept | WalkAway | ComeBack) -> Turn:
        return await self._practice.press(self.view.id, LEARNER, move, cause=self._cause(), asks=True)

    def _amount(self, text: str) -> int:
        return price_typed(text, self.view.scenario, self.view.ask)

    async def end(self) -> None:
        """The lines have ended, and with them the session, once it is known who comes back."""
        await self._let_time_pass()
        if self.view.sealed:
            await self.show(await self._practice.open_debrief(self.view.id, LEARNER))
        if self.view.finished:
            return
        await self.show(await self._practice.end(self.view.id, LEARNER, cause=self._cause()))

    async def show(self, turn: Turn) -> None:
        """Shows what was said, and what the waits bring: in a terminal nobody has to sit them out.

        A counterpart who gets up to go is the exception, for the learner may want to call after it: it is gone, or
        back, after the learner's next words.
        """
        self.view = turn.session
        self._asked = 0
        for post in turn.posts:
            if post.kind is PostKind.DEBRIEF:
                self._screen.debrief(post, await self._reviewed())
            else:
                self._screen.post(post)
            await self._practice.mark_posted(post.id, None)
            if post.kind is PostKind.ASK_BACK:
                options = post.body["options"]
                chooses = post.body.get("kind") == QuestionKind.CHOICE
                self._asked = len(options) if chooses and isinstance(options, list) else 0
        if not any(post.body.get("act") == Act.LEAVE for post in turn.posts):
            await self._let_time_pass()

    async def _reviewed(self) -> SessionReview | None:
        try:
            return await self._reviewing.of(self.view.id, LEARNER)
        except NothingToReview:
            return None

    async def _let_time_pass(self) -> None:
        due = await self._practice.due(datetime.max.replace(tzinfo=UTC), session=self.view.id)
        waits = [timer for timer in due if timer.kind is TimerKind.WAIT]
        if waits and (later := await self._practice.run_timer(waits[0].id)) is not None:
            await self.show(later)

    def _cause(self) -> str:
        return f"line:{next(self._causes)}"


def planned(text: str, scenario: Scenario) -> Plan:
    """The plan in "target=170 first=165 walk=184"; any of them may be missing. Raises ValueError with a sentence."""
    prices: dict[str, int] = {}
    for part in text.split():
        name, _, amount = part.partition("=")
        if name not in PLANNED or not amount:
            raise ValueError("Write it like this: /prepare target=170 first=165 walk=184")
        prices[name] = price_typed(amount, scenario)
    return Plan(prices.get("target"), prices.get("first"), prices.get("walk"))


def reading_of(view: SessionView, text: str) -> Reading:
    """How a message would be read now."""
    return READER.read(text, known(view.scenario, view.state))


async def typed(prompt: Callable[[], str | None]) -> AsyncIterator[str]:
    """The lines that `prompt` gives, one at a time, until it gives None; the loop stays free meanwhile."""
    while (line := await asyncio.to_thread(prompt)) is not None:
        yield line


def here() -> Venue:
    """Where a session in the terminal is held."""
    return Venue(FRONT, None, 0)
