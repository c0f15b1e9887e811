"""A quiz: a handful of questions, and those again that were missed. Nothing in it depends on time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.learning.recall import Answer

ROUNDS = 2  # how often a question may come in one quiz


class QuestionKind(StrEnum):
    RECOGNISE = "recognise"  # which tactic is at work in this line?
    REPLY = "reply"  # which reply is better?
    TRUE_FALSE = "true_false"
    POSITION = "position"  # a moment of one's own sessions: what would you do?


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be answered, how good it is, and why."""

    text: str
    answer: Answer
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """`id` is what is remembered about it: the same question keeps it for ever. `tactic` is what it is about."""

    id: str
    kind: QuestionKind
    tactic: str | None
    text: str
    options: tuple[Option, ...]

    @property
    def right(self) -> int:
        """The number of the best option."""
        return next(number for number, option in enumerate(self.options) if option.answer is Answer.KNEW)


def queue(questions: Sequence[Question], choices: Sequence[int]) -> list[Question]:
    """All questions in the order in which they come, given the options chosen so far: what is missed comes again at
    the end, once. The question that is open now is number `len(choices)`, if there is one.
    """
    coming = list(questions)
    for number, choice in enumerate(choices):
        question = coming[number]
        asked = sum(each.id == question.id for each in coming)
        if question.options[choice].answer is Answer.MISSED and asked < ROUNDS:
            coming.append(question)
    return coming
