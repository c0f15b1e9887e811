"""Which hint fits the moment: by what the learner can see, never by what is hidden."""

from __future__ import annotations

from bot.negotiation.coach import Coach, Remark
from bot.negotiation.money import spoken
from bot.negotiation.moves import Place
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import State


def hint_for(scenario: Scenario, state: State, coach: Coach, nth: int) -> str:
    """The coach's hint; `nth` counts the hints of the session, so that the next one is worded otherwise."""
    values = {
        "ask": spoken(scenario.price_at(state.given), scenario.currency),
        "item": scenario.item,
        "name": scenario.counterpart.split(",")[0],
        "alternative": scenario.alternative.spoken,
        "walk_away_point": spoken(scenario.walk_away_point, scenario.currency),
        "target": spoken(scenario.brief.target, scenario.currency),
    }
    return coach.say(_remark(scenario, state), values, nth)


def _remark(scenario: Scenario, state: State) -> Remark:
    match state.place:
        case Place.OVER:
            return Remark.HINT_OVER
        case Place.LEARNER_AWAY:
            return Remark.HINT_CALLED if state.called else Remark.HINT_AWAY
        case Place.COUNTERPART_AWAY:
            return Remark.HINT_LEAVING
        case Place.AT_TABLE:
            return _at_table(scenario, state)


def _at_table(scenario: Scenario, state: State) -> Remark:
    gain = scenario.gain(scenario.price_at(state.given), state.extras)
    if state.final and gain != 0:
        return Remark.HINT_FINAL_GOOD if gain > 0 else Remark.HINT_FINAL_BAD
    if not state.asked:
        return Remark.HINT_QUESTION
    if state.demand is None:
        return Remark.HINT_OFFER
    if gain > 0:
        return Remark.HINT_GOOD
    if gain < 0 and state.cited is None:
        return Remark.HINT_ALTERNATIVE
    return Remark.HINT_HOLD if gain == 0 or 2 * state.round < scenario.rounds else Remark.HINT_WALK
