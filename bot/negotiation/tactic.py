"""A negotiation tactic as members read it: what it is, how to use it, how to answer it, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Story(NamedTuple):
    title: str
    text: str


class Pitfall(NamedTuple):
    what: str
    what_to_do: str


class Question(NamedTuple):
    question: str
    answer: str


class Related(NamedTuple):
    tactic: str  # a tactic's id
    why: str


class Evidence(NamedTuple):
    claim: str
    limits: str  # where it doesn't hold, or how sure it is
    source: str  # author and year


class QuizKind(StrEnum):
    """What a quiz item wants of the learner."""

    RECOGNISE = "recognise"  # which tactic is at work in this line?
    REPLY = "reply"  # which reply, or which next step, is best?
    TRUE_FALSE = "true_false"  # is this so? The reason names the research


class Choice(NamedTuple):
    text: str
    right: bool
    why: str  # why it is right, or what is wrong with it


@dataclass(frozen=True, slots=True)
class QuizItem:
    """A question with two to four choices, exactly one of them right. `id` is its own within the tactic and never
    changes once released.
    """

    id: str
    kind: QuizKind
    question: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Tactic:
    """One tactic. `passages` holds each part that a "why" may name, by an id that never changes once released:
    "walk-away#walking-back". They are the same texts as those of the other fields.
    """

    id: str
    number: int | None
    title: str
    aliases: tuple[str, ...]
    level: int  # 1..3
    in_short: str
    principle: str
    how_to_use: tuple[str, ...]
    when_used_on_you: tuple[str, ...]
    story: Story
    pitfalls: tuple[Pitfall, ...]
    questions: tuple[Question, ...]
    related: tuple[Related, ...]
    evidence: tuple[Evidence, ...]
    source: str
    cues: tuple[str, ...]  # words that point to it in a message
    passages: Mapping[str, str]
    quiz: tuple[QuizItem, ...] = ()
