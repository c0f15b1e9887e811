"""What posts hold for a front to draw. All amounts are whole minor units of `currency`.

BRIEF     title, you, situation, on_the_table, side, counterpart, item, currency, opening_ask, target,
          walk_away_point, alternative, rounds, extras [{id, name, worth}]
REPLY     act, ask, round, rounds, place, currency, extras, granted and refused [names], wait (seconds or null), and
          where a message was heard: heard (how, in words), event (its number, for `take_back`)
ASK_BACK  question (its number, for `choose`), kind, options [labels, likeliest first], heard (besides, or null)
NOTICE    nothing
COACH     ask, extras, demand (or null), round, rounds, currency
RESULT    outcome, event (the number of the message that may be taken back), minutes (for how long)
DEBRIEF   see debriefing.py
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.negotiation.naming import gets, gives
from bot.negotiation.record import JSON, Step
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import State
from bot.services.views import PostKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A post before it has been written down."""

    kind: PostKind
    text: str
    body: Mapping[str, JSON]


def brief(scenario: Scenario) -> Draft:
    """What the learner is told before anything is said."""
    told = scenario.brief
    return Draft(
        PostKind.BRIEF,
        told.you,
        {
            "title": scenario.title,
            "you": told.you,
            "situation": told.situation,
            "on_the_table": told.on_the_table,
            "side": str(scenario.side),
            "counterpart": scenario.counterpart,
            "item": scenario.item,
            "currency": scenario.currency,
            "opening_ask": scenario.opening_ask,
            "target": told.target,
            "walk_away_point": scenario.walk_away_point,
            "alternative": scenario.alternative.text,
            "rounds": scenario.rounds,
            "extras": [
                {"id": extra.id, "name": extra.name, "worth": extra.worth, "given": extra.given}
                for extra in scenario.extras
            ],
        },
    )


def reply(scenario: Scenario, step: Step, words: str, *, heard: str | None = None, event: int | None = None) -> Draft:
    """The counterpart's words, and where they leave things; `heard` says how the message was heard that is answered."""
    response = step.response
    told: dict[str, JSON] = {} if heard is None else {"heard": heard, "event": event}
    return Draft(
        PostKind.REPLY,
        words,
        {
            "act": str(response.act),
            "ask": response.ask,
            "round": step.after.round,
            "rounds": scenario.rounds,
            "place": str(step.after.place),
            "currency": scenario.currency,
            **beside_price(scenario, response.extras, struck=step.after.struck),
            "granted": names(scenario, response.granted),
            "refused": names(scenario, response.refused),
            "wait": response.wait,
            **told,
        },
    )


def coach(scenario: Scenario, state: State, text: str) -> Draft:
    """What is said beside the story, and where things stand."""
    return Draft(
        PostKind.COACH,
        text,
        {
            "ask": scenario.price_at(state.given),
            **beside_price(scenario, state.extras, struck=state.struck),
            "demand": None if state.demand is None else scenario.price_at(state.demand),
            "round": state.round,
            "rounds": scenario.rounds,
            "currency": scenario.currency,
        },
    )


def beside_price(scenario: Scenario, extras: Iterable[str], *, struck: bool = False) -> dict[str, JSON]:
    """What goes with a price: `extras` by name, what the learner `gives` for it, and what it is `without`."""
    known = frozenset(extras)
    without = scenario.small_thing.name if struck and scenario.model and scenario.small_thing else None
    return {"extras": names(scenario, known), "gives": [*gives(scenario, known)], "without": without}


def names(scenario: Scenario, extras: Iterable[str]) -> list[JSON]:
    """The names of extras as they are said, in the scenario's order."""
    return [*gets(scenario, extras)]
