"""Questions that a group talks about after a drill."""

from __future__ import annotations

from bot.content.library import Library
from bot.negotiation.scenario import Scenario
from bot.negotiation.tactic import Question

QUESTIONS = 3


def questions_for(scenario: Scenario, library: Library) -> tuple[Question, ...]:
    """Questions to discuss, from the tactics that the scenario teaches."""
    taught = [library.tactics[tactic] for tactic in scenario.tactics if tactic in library.tactics]
    return tuple(question for tactic in taught for question in tactic.questions)[:QUESTIONS]
