"""A moment of a session as a question: what had been said, how things stood, and what each answer is worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.learning.puzzles import Choice
from bot.learning.quiz import Option, Question, QuestionKind
from bot.learning.recall import Answer
from bot.negotiation.money import spoken
from bot.negotiation.moves import (
    Ask,
    CallAfter,
    CiteAlternative,
    ComeBack,
    LetGo,
    Move,
    Place,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.naming import on_the_table
from bot.negotiation.review.grading import Grade
from bot.negotiation.review.positions import Message
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import State
from bot.services.phrases import option_label

LAST_LINES = 6  # of what was said, three of each
LONGEST_LINE = 220  # characters
LONGEST_LABEL = 200
_ASKS = {
    Topic.INTEREST: "what matters most to them",
    Topic.HOW_SET: "how they got to that price",
    Topic.OTHER_BUYERS: "whether others are interested",
    Topic.HOW_LONG: "how long it has been going on",
    Topic.WHY: "why they want this deal",
    Topic.CONDITION: "about its condition",
    Topic.LOWEST_PRICE: "for their last price",
    Topic.WHO_DECIDES: "who decides",
    Topic.EXTRAS: "what could be added",
    Topic.BUSINESS: "how business has been",
    Topic.DEADLINE: "by when they need it settled",
    Topic.GENERAL: "a question",
}


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was said: by the learner, or by the counterpart where `by` is its name. Where the words are not
    known, `text` is what was done with them."""

    by: str | None
    text: str
    spoken: bool = True


def position_question(
    question_id: str,
    scenario: Scenario,
    state: State,
    said: Sequence[Line],
    choices: Sequence[Choice],
    *,
    played: Message | None = None,
    why: str | None = None,
    explained: str | None = None,
) -> Question:
    """The question of a position. `played` is what the learner did then, and `why` says what was wrong with it, as the
    review does; `explained` is added to what is said of the best answer."""
    worst = max(choice.loss for choice in choices)
    there = next((choice for choice in choices if choice.message == played), None)
    gain = _money(scenario, there.loss if there else worst)
    better = f"about {gain} better than {'what you did then' if there else 'the weakest of these'}"
    return Question(
        question_id,
        QuestionKind.POSITION,
        None,
        "\n\n".join(_paragraphs(scenario, state, said)),
        tuple(
            _best_option(scenario, state, choice, better, explained)
            if choice.grade is Grade.BEST
            else _worse_option(scenario, state, choice, choice.message == played, why)
            for choice in choices
        ),
    )


def _best_option(scenario: Scenario, state: State, choice: Choice, better: str, explained: str | None) -> Option:
    told = f"The best there is here: {better}."
    return Option(_text(scenario, state, choice), Answer.KNEW, f"{told}\n{explained}" if explained else told)


def _worse_option(scenario: Scenario, state: State, choice: Choice, was_played: bool, why: str | None) -> Option:
    cost = f"It gives away about {_money(scenario, choice.loss)} of what could be expected."
    answer = Answer.NEARLY if choice.grade is Grade.INACCURACY else Answer.MISSED
    return Option(
        _text(scenario, state, choice), answer, f"This is what you did then. {why or cost}" if was_played else cost
    )


def _text(scenario: Scenario, state: State, choice: Choice) -> str:
    return message_label(scenario, scenario.price_at(state.given), choice.message)


def _money(scenario: Scenario, loss: float) -> str:
    """A share of the surplus in money, rounded to the scenario's step."""
    steps = max(1, round(loss * scenario.best_gain / scenario.step))
    return spoken(steps * scenario.step, scenario.currency)


def _paragraphs(scenario: Scenario, state: State, said: Sequence[Line]) -> Iterator[str]:
    yield f"{scenario.title}, round {state.round} of about {scenario.rounds}. {scenario.brief.you}"
    yield f"{_on_the_table(scenario, state)} {_own_offer(scenario, state)}"
    named = "They know about it." if state.cited is not None else "They have not heard of it yet."
    yield f"Your alternative: {scenario.alternative.text} {named}"
    if said:
        yield _talk(said)
    yield _where(state)


def _talk(said: Sequence[Line]) -> str:
    return "\n".join(f"{line.by or 'You'}: {_told(line)}" for line in said[-LAST_LINES:])


def _told(line: Line) -> str:
    shown = _shortened(line.text)
    return shown if line.spoken else f"[{shown[:1].lower()}{shown[1:]}]"


def retold(question: Question, said: Sequence[Line]) -> Question:
    """The question of a position with what had been said before it told otherwise; `said` is not empty."""
    *before, _, where = question.text.split("\n\n")
    return replace(question, text="\n\n".join([*before, _talk(said), where]))


def _on_the_table(scenario: Scenario, state: State) -> str:
    last = " That is their last word." if state.final else ""
    return f"On the table: {on_the_table(scenario, state)}.{last}"


def _own_offer(scenario: Scenario, state: State) -> str:
    if state.demand is None:
        return "You have named no price."
    return f"Your offer: {spoken(scenario.price_at(state.demand), scenario.currency)}."


def _where(state: State) -> str:
    match state.place:
        case Place.LEARNER_AWAY if state.called:
            return "You have left, and they call you back. What do you do?"
        case Place.LEARNER_AWAY:
            return "You have left, and nobody has called. What do you do?"
        case Place.COUNTERPART_AWAY:
            return "They are on their way out. What do you do?"
        case _:
            return "What do you do?"


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_LINE else f"{flat[: LONGEST_LINE - 1].rstrip()}…"


def message_label(scenario: Scenario, ask: int, message: Message) -> str:
    """What somebody would be doing with a whole message: "Mention Harlow's at $184, then offer $170"."""
    parts = [_label(scenario, ask, move) for move in message]
    text = ", then ".join([*parts[:1], *(part[:1].lower() + part[1:] for part in parts[1:])])
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"


def _label(scenario: Scenario, ask: int, move: Move) -> str:
    match move:
        case Ask(topic):
            return f"Ask {_ASKS[topic]}"
        case CiteAlternative(amount):
            of = "" if amount is None else f", {spoken(amount, scenario.currency)}"
            return f"Name your alternative ({scenario.alternative.spoken}{of})"
        case WalkAway(reachable):
            return "Leave, and say where you can be reached" if reachable else "Leave without another word"
        case Threaten():
            return "Say that you may leave"
        case ComeBack():
            return "Go back in"
        case CallAfter():
            return "Call them back"
        case LetGo():
            return "Let them go"
        case _:
            return option_label(scenario, ask, move)
