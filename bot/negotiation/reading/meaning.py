"""What a question asks for, by its meaning: an entry of the scenario's fact sheet, or one of the topics.

Each entry, and each topic, brings questions as people ask them. A question asks for that whose questions are nearest,
by the cosine of their vectors (encoder/sentences.py); where none is near, nobody knows. One question that is near by
chance counts for less than several, so nearness is the mean of the nearest and of the FEW nearest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

import numpy as np

from bot.negotiation.moves import Topic
from bot.negotiation.reading.encoder.network import Array
from bot.negotiation.reading.encoder.sentences import vector, vectors
from bot.negotiation.scenario import Argument, Fact, Scenario, Side

FILE = "topics.json"
BOTH = "both"

NEAR_ENOUGH = 0.45
"""The cosine from which on an entry answers. "I would have to look that up" does less harm than a wrong answer."""

SAME_ARGUMENT = 0.55
"""The cosine from which on a sentence makes an argument that is given in one other wording."""

FEW = 3
"""Questions of an entry that count together."""

TOGETHER = 0.6
"""How much they count, beside the nearest alone. On questions that were written blind for nine scenarios this halved
the wrong answers and lost no right one."""

NAMED = 0.05
"""What it adds that the question holds a name of the thing that an entry is about."""

WORTH_ASKING = 0.06
"""How much further away the topics of open questions may be than a fact, and still be meant."""

OPEN = frozenset({Topic.INTEREST, Topic.HOW_SET})

_OF_NAMES = re.compile(r"\b(?:name|called|spell)\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Match:
    """What comes nearest to a question, and how near (a cosine)."""

    found: Fact | Topic
    nearness: float


def asked_for(
    question: str, side: Side, facts: Sequence[Fact], topics: Collection[Topic] = frozenset(Topic)
) -> Match | None:
    """Return what `question` asks for, by a learner on `side`: a fact, or one of `topics`; None where nothing is near
    enough."""
    fact = _nearest_fact(question, facts)
    asked = vector(question)
    topic = max(
        (Match(topic, _nearness(known @ asked)) for topic, known in _topics(side).items() if topic in topics),
        key=lambda match: match.nearness,
    )
    nearer = fact is None or topic.nearness + WORTH_ASKING * (topic.found in OPEN) > fact.nearness
    best = topic if nearer or fact is None else Match(fact.found, fact.nearness)
    return best if best.nearness >= NEAR_ENOUGH else None


def addressed(question: str, name: str) -> str:
    """Return `question` without the name of whom it is put to: "what matters to you, Walter?" is not about a name."""
    if not name or _OF_NAMES.search(question):
        return question
    return re.sub(rf"[,\s]*\b{re.escape(name)}\b", "", question, flags=re.IGNORECASE).strip(" ,") or question


def fact_about(facts: Sequence[Fact], question: str) -> Fact | None:
    """Return the entry that answers `question`, None where none is near enough."""
    best = _nearest_fact(question, facts)
    return best.found if best is not None and best.nearness >= NEAR_ENOUGH else None


def argument_in(sentences: Sequence[str], arguments: Sequence[Argument]) -> Argument | None:
    """Return the argument that one of `sentences` makes, None where none is near enough."""
    best, nearest = None, SAME_ARGUMENT
    for sentence in sentences:
        said = vector(sentence)
        for argument in arguments:
            nearness = float(vector(argument.said) @ said)
            if nearness >= nearest:
                best, nearest = argument, nearness
    return best


@dataclass(frozen=True, slots=True)
class _FactMatch:
    found: Fact
    nearness: float


def _nearest_fact(question: str, facts: Sequence[Fact]) -> _FactMatch | None:
    if not facts:
        return None
    sheet = tuple(facts)
    asked = vector(question)
    spoken = f" {' '.join(_WORDS.findall(question.casefold()))} "
    return max(
        (
            _FactMatch(
                fact,
                _nearness(known @ asked) + NAMED * any(f" {name} " in spoken for name in fact.words),
            )
            for fact, known in zip(sheet, _sheet(sheet), strict=True)
        ),
        key=lambda match: match.nearness,
    )


def _nearness(cosines: Array) -> float:
    """Return how near an entry is, from the cosines of its questions."""
    nearest = np.sort(cosines)[::-1]
    return float((1 - TOGETHER) * nearest[0] + TOGETHER * nearest[:FEW].mean())


@lru_cache(maxsize=32)
def _sheet(facts: tuple[Fact, ...]) -> tuple[Array, ...]:
    """The vectors of each entry's questions, a row each."""
    return tuple(vectors(fact.asks or fact.words) for fact in facts)


@cache
def _topics(side: Side) -> Mapping[Topic, Array]:
    return {topic: vectors(questions) for topic, questions in topic_questions(side).items()}


def topic_questions(side: Side) -> Mapping[Topic, Sequence[str]]:
    """Return the questions by which a topic is known, where the learner is on `side`."""
    return {Topic(topic): (*by_side[BOTH], *by_side.get(str(side), ())) for topic, by_side in _examples().items()}


@cache
def _examples() -> Mapping[str, Mapping[str, Sequence[str]]]:
    text = files(__package__ or "").joinpath(FILE).read_text("utf-8")
    return cast("Mapping[str, Mapping[str, Sequence[str]]]", json.loads(text))


def shipped_questions(scenarios: Iterable[Scenario]) -> set[str]:
    """Return every question that one may be compared with."""
    facts = {ask for scenario in scenarios for fact in scenario.facts for ask in fact.asks or fact.words}
    return facts | {ask for by_side in _examples().values() for asks in by_side.values() for ask in asks}
