"""Questions as plain data, and the questions of the knowledge base."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from bot.content.library import Library
from bot.learning.quiz import Option, Question, QuestionKind
from bot.learning.recall import Answer
from bot.negotiation.record import JSON
from bot.negotiation.tactic import Tactic


def to_plain(question: Question) -> dict[str, JSON]:
    return {
        "id": question.id,
        "kind": str(question.kind),
        "tactic": question.tactic,
        "text": question.text,
        "options": [{"text": each.text, "answer": str(each.answer), "why": each.why} for each in question.options],
    }


def from_plain(plain: object) -> Question:
    """The way back. Raises KeyError or ValueError where `plain` was written by another version."""
    data = cast("Mapping[str, Any]", plain)
    options = tuple(Option(each["text"], Answer(each["answer"]), each["why"]) for each in data["options"])
    return Question(data["id"], QuestionKind(data["kind"]), data["tactic"], data["text"], options)


def of_library(library: Library) -> dict[str, Question]:
    """All questions of the knowledge base by id, those of the easiest tactics first."""
    in_order = sorted(library.tactics.values(), key=lambda tactic: (tactic.level, tactic.id))
    return {question.id: question for tactic in in_order for question in of_tactic(tactic)}


def of_tactic(tactic: Tactic) -> Iterator[Question]:
    for item in tactic.quiz:
        options = tuple(
            Option(choice.text, Answer.KNEW if choice.right else Answer.MISSED, choice.why) for choice in item.choices
        )
        yield Question(f"{tactic.id}#{item.id}", QuestionKind(item.kind), tactic.id, item.question, options)
