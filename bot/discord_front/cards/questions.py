"""The questions of the quiz and of the day: asked, answered, and the end of a quiz."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.discord_front import custom_ids
from bot.discord_front.cards.paper import PLAIN, Card, button, buttons, rule, small
from bot.learning.quiz import Question, QuestionKind
from bot.learning.recall import Answer
from bot.services.daily import DailyView
from bot.services.quiz import Given, QuizView

LETTERS = "ABCD"
_BAR = 10  # blocks of the longest bar
_KINDS = {
    QuestionKind.RECOGNISE: "Which tactic is this?",
    QuestionKind.REPLY: "What would you say?",
    QuestionKind.TRUE_FALSE: "True or false?",
    QuestionKind.POSITION: "From your own practice",
}
_VERDICTS = {Answer.KNEW: "✅ Right", Answer.NEARLY: "🟡 Nearly", Answer.MISSED: "❌ Not this time"}


def quiz_card(view: QuizView) -> Card:
    """The question that is open, or the end of the quiz."""
    question = view.question
    if question is None:
        return _end_card(view)
    letters = [
        button(letter, custom_ids.QUIZ_ANSWER(quiz=view.id, number=view.number, choice=choice), "primary")
        for choice, letter in _lettered(question)
    ]
    return Card(
        PLAIN,
        [
            f"### {_KINDS[question.kind]}\n{small(f'Question {view.number + 1} of {view.length}')}",
            _text(question),
            _options(question),
            rule(),
            buttons(*letters),
            buttons(button("Stop for now", custom_ids.QUIZ_STOP(quiz=view.id))),
        ],
    )


def answered_card(view: QuizView, number: int) -> Card:
    """What came of the answer to question `number`, and the way on."""
    given = view.given[number]
    on = "Next" if view.question is not None else "How it went"
    return Card(
        PLAIN,
        [
            f"### {_VERDICTS[given.answer]}\n{small(f'Question {number + 1} of {view.length}')}",
            None if given.question.kind is QuestionKind.POSITION else _text(given.question),  # too long to read twice
            _options(given.question, given.choice),
            rule(),
            _whys(given),
            buttons(
                button(on, custom_ids.QUIZ_NEXT(quiz=view.id), "primary"),
                button("Stop for now", custom_ids.QUIZ_STOP(quiz=view.id)),
            ),
        ],
    )


def _end_card(view: QuizView) -> Card:
    answered = len(view.given)
    if view.stopped:
        told = "It is kept. What you haven't answered comes again with the next /quiz." if answered else "Another time."
    elif view.due:
        told = f"{view.due} more {'is' if view.due == 1 else 'are'} due today: /quiz goes on."
    else:
        told = "That is all for today. What you missed comes back tomorrow, the rest when you are about to forget it."
    return Card(PLAIN, [f"## {view.right} of {answered} right\n{told}"])


def daily_card(view: DailyView) -> Card:
    """The position of the day: to be answered, or how the server answered it."""
    question = view.question
    head = f"## The position of the day\n{small(f'{view.day:%B} {view.day.day}, the same for everybody here')}"
    if view.choice is None or view.counts is None:
        letters = [
            button(
                letter, custom_ids.DAILY_ANSWER(guild=view.guild, day=view.day.isoformat(), choice=choice), "primary"
            )
            for choice, letter in _lettered(question)
        ]
        return Card(PLAIN, [head, _text(question), _options(question), rule(), buttons(*letters)])
    given = Given(question, view.choice)
    return Card(
        PLAIN,
        [
            f"{head}\n**{_VERDICTS[given.answer]}**",
            _text(question),
            _options(question, view.choice),
            rule(),
            _whys(given),
            f"**How it was answered here**\n{_bars(view.counts, question.right, view.choice)}",
            f"**What they were hiding.** {view.hidden}" if view.hidden else None,
        ],
    )


def _bars(counts: Sequence[int], right: int, mine: int) -> str:
    """A small chart of text: it looks the same for everybody, and is read aloud."""
    whole, most = sum(counts), max(counts)
    lines: list[str] = []
    for choice, count in enumerate(counts):
        bar = "█" * round(_BAR * count / most)
        marks = [mark for mark, there in (("best", choice == right), ("you", choice == mine)) if there]
        told = f" ({', '.join(marks)})" if marks else ""
        lines.append(f"`{LETTERS[choice]} {bar:<{_BAR}}` {count / whole:.0%}{told}")
    return "\n".join([*lines, small(f"{whole} {'answer' if whole == 1 else 'answers'} so far")])


def _lettered(question: Question) -> list[tuple[int, str]]:
    return list(enumerate(LETTERS[: len(question.options)]))


def _text(question: Question) -> str:
    """Members' own words may stand in a position: nothing in them may format or ping."""
    if question.kind is QuestionKind.POSITION:
        return discord.utils.escape_mentions(discord.utils.escape_markdown(question.text))
    return question.text


def _options(question: Question, chosen: int | None = None) -> str:
    """After the answer the best option is marked, and the one that was chosen."""
    lines: list[str] = []
    for choice, letter in _lettered(question):
        mark = ""
        if chosen is not None:
            mark = "✅ " if choice == question.right else "👉 " if choice == chosen else ""
        lines.append(f"{mark}**{letter}** {question.options[choice].text}")
    return "\n".join(lines)


def _whys(given: Given) -> str:
    chosen = given.question.options[given.choice]
    if given.answer is Answer.KNEW:
        return chosen.why
    right = given.question.right
    return f"**{LETTERS[given.choice]}** {chosen.why}\n**{LETTERS[right]}** {given.question.options[right].why}"
