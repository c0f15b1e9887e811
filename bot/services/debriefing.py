"""The debrief: how a session went against the alternative, and what the counterpart was hiding and thinking.

Which moves mattered is told by the review (reviewing.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.negotiation.coach import Coach
from bot.negotiation.hindsight import outcome
from bot.negotiation.mind import mind
from bot.negotiation.record import JSON
from bot.negotiation.scenario import Scenario, World
from bot.services.hinting import hints_told
from bot.services.phrases import deed
from bot.services.played import Played
from bot.services.posting import Draft, beside_price
from bot.services.results import Result, result_of
from bot.services.views import PostKind


@dataclass(frozen=True, slots=True)
class Exchange:
    """One step as it was, and what was behind the counterpart's answer."""

    round: int
    text: str | None  # the learner's words, where there were any
    did: str  # what the learner did, or that time passed, in a few words
    words: str  # the counterpart's
    ask: int  # afterwards, in minor units
    thoughts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Debrief:
    session: int
    learner: int
    scenario: Scenario
    world: World  # its name, truth and alternative are what the counterpart was hiding
    result: Result
    headline: str  # how it ended, in a sentence
    hints: str | None  # what the hints mean for the rating, where there were any
    exchanges: tuple[Exchange, ...]


def debrief(played: Played, coach: Coach) -> Debrief:
    scenario, world = played.scenario, played.world
    return Debrief(
        session=played.row.id,
        learner=played.row.learner,
        scenario=scenario,
        world=world,
        result=result_of(scenario, world, played.state),
        headline=outcome(scenario, world, played.state, coach),
        hints=hints_told(played.hints, rated=bool(played.row.rated)),
        exchanges=tuple(_exchanges(played, coach)),
    )


def _exchanges(played: Played, coach: Coach) -> Iterator[Exchange]:
    scenario = played.scenario
    for event, (before, step) in zip(played.step_events[1:], pairwise(played.steps), strict=True):
        yield Exchange(
            round=step.after.round,
            text=event.body["text"],
            did=deed(scenario, scenario.price_at(before.after.given), step),
            words=event.body["words"],
            ask=step.response.ask,
            thoughts=mind(scenario, played.world, step.after, step.response, coach),
        )


def debrief_post(told: Debrief) -> Draft:
    """The debrief as a post. Its body holds

    title, side, item, currency, outcome, price, extras [names], surplus, surplus_share, left, deal_was_there,
    walk_away_point, target, alternative, opening_ask, hints, world {name, truth, alternative, limit},
    thoughts [{round, text, did, ask, thoughts}]
    """
    scenario, world, result = told.scenario, told.world, told.result
    hidden: dict[str, JSON] = {
        "name": world.name,
        "truth": world.truth,
        "alternative": world.alternative,
        "limit": world.limit,
    }
    thoughts: list[JSON] = [
        {
            "round": exchange.round,
            "text": exchange.text,
            "did": exchange.did,
            "ask": exchange.ask,
            "thoughts": list(exchange.thoughts),
        }
        for exchange in told.exchanges
        if exchange.thoughts
    ]
    body: dict[str, JSON] = {
        "title": scenario.title,
        "side": str(scenario.side),
        "item": scenario.item,
        "currency": scenario.currency,
        "outcome": str(result.outcome),
        "price": result.price,
        **beside_price(scenario, result.extras),
        "surplus": result.surplus,
        "surplus_share": result.surplus_share,
        "left": result.left,
        "deal_was_there": result.deal_was_there,
        "walk_away_point": scenario.walk_away_point,
        "target": scenario.brief.target,
        "alternative": scenario.alternative.text,
        "opening_ask": scenario.opening_ask,
        "hints": told.hints,
        "world": hidden,
        "thoughts": thoughts,
    }
    return Draft(PostKind.DEBRIEF, told.headline, body)
