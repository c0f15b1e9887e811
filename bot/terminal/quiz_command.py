"""`python -m bot quiz`: what is due today, in the terminal, on the same services as everywhere else."""

from __future__ import annotations

from collections.abc import AsyncIterator

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from bot.learning.quiz import QuestionKind
from bot.learning.recall import Answer
from bot.services.errors import WalkawayError
from bot.services.learning import Learning
from bot.services.quiz import Given, QuizView

LETTERS = "ABCD"
_KINDS = {
    QuestionKind.RECOGNISE: "Which tactic is this?",
    QuestionKind.REPLY: "What would you say?",
    QuestionKind.TRUE_FALSE: "True or false?",
    QuestionKind.POSITION: "From your own practice",
}
_VERDICTS = {Answer.KNEW: "Right.", Answer.NEARLY: "Nearly.", Answer.MISSED: "Not this time."}


async def quiz(learning: Learning, learner: int, console: Console, lines: AsyncIterator[str]) -> int:
    """Asks what is due until it is answered, `lines` end, or one of them is "stop". Exit status 0."""
    await learning.lessons.catch_up(learner)
    try:
        view = await learning.quiz.start(learner)
    except WalkawayError as error:
        console.print(escape(str(error)))
        return 0
    _ask(console, view)
    async for line in lines:
        typed = line.strip().upper()
        if typed in ("STOP", "QUIT", "Q", "/END"):
            view = await learning.quiz.stop(view.id, learner)
        elif view.question and len(typed) == 1 and typed in LETTERS[: len(view.question.options)]:
            view = await learning.quiz.answer(view.id, learner, view.number, LETTERS.index(typed))
            if view.last:
                _tell(console, view.last)
        elif typed:
            console.print("Type the letter of an answer, or stop.")
            continue
        if view.question is None:
            break
        if typed:
            _ask(console, view)
    _end(console, view)
    return 0


def _ask(console: Console, view: QuizView) -> None:
    if view.question is None:
        return
    console.print()
    console.print(f"[dim]{view.number + 1} of {view.length} · {_KINDS[view.question.kind]}[/dim]")
    console.print(Padding(escape(view.question.text), (0, 0, 1, 0)))
    for letter, option in zip(LETTERS, view.question.options, strict=False):
        console.print(Padding(f"{letter}  {escape(option.text)}", (0, 2)))


def _tell(console: Console, given: Given) -> None:
    chosen = given.question.options[given.choice]
    best = given.question.options[given.question.right]
    console.print()
    console.print(escape(f"{_VERDICTS[given.answer]} {chosen.why}"))
    if given.answer is not Answer.KNEW:
        console.print(escape(f"Better: {LETTERS[given.question.right]}  {best.text}\n{best.why}"))


def _end(console: Console, view: QuizView) -> None:
    console.print()
    answered = len(view.given)
    if view.question is None and not view.stopped:
        more = f" {view.due} more are due: type the command again." if view.due else " That is all for today."
        console.print(f"{view.right} of {answered} right.{more}")
    else:
        console.print(f"{view.right} of {answered} right so far. It is kept: go on whenever you like.")
