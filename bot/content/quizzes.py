"""Whether the quiz of a tactic can be answered: one right choice a question, and no two alike."""

from __future__ import annotations

from bot.content.draft import Draft
from bot.content.lines import check_repeats
from bot.content.sense import check_unique_ids
from bot.negotiation.tactic import QuizKind

TRUE_FALSE = ("True", "False")


def check_quiz(quiz: Draft) -> None:
    """Adds to the problems of the file what is wrong with its quiz beyond the form."""
    check_unique_ids(quiz.items(), "question")
    check_repeats(item.part("question") for item in quiz.items())
    for item in quiz.items():
        choices = item.part("choices")
        check_repeats(choice.part("text") for choice in choices.items())
        _check_right(choices)
        if item.part("kind").text == QuizKind.TRUE_FALSE:
            _check_true_false(choices)


def _check_right(choices: Draft) -> None:
    marks = [choice.part("right").data for choice in choices.items()]
    right = [choice for choice in choices.items() if choice.part("right").data is True]
    if marks and not right and all(mark in (None, False) for mark in marks):
        choices.problem("None of these is right. Write `right: true` in the one that is.")
    for choice in right[1:]:
        first = choice.source.line_of(right[0].where)
        choice.part("right").problem(f"The choice at line {first} is right too. Only one may be: take one of them out.")


def _check_true_false(choices: Draft) -> None:
    texts = [choice.part("text") for choice in choices.items()]
    if all(text.text for text in texts) and tuple(text.text for text in texts) != TRUE_FALSE:
        choices.problem('A true_false question has two choices, "True" and then "False", in quotes. Write those.')
