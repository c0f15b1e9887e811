"""The most that could still come out of one world: a bound that no play can beat, for cutting the search short."""

from __future__ import annotations

from bot.negotiation import counterpart, leverage
from bot.negotiation.moves import Place
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import Outcome, Pending, State


def ceiling(scenario: Scenario, world: World, state: State) -> int:
    """An upper bound on the gain over the alternative (minor units, never negative) from `state` on in `world`.

    Exact where the session is over. Everywhere else the learner is taken to have used up every argument, to be as
    believable as that makes them, and to have all the time there is.
    """
    if state.place is Place.OVER:
        return final_gain(scenario, state)
    room = max(most_room(scenario, world, state), counterpart.spent(scenario, state))
    trades = 0
    for extra in scenario.extras:
        trade = extra.worth - extra.cost
        trades += trade if extra.id in state.extras else max(0, trade)
    return max(0, room + trades - scenario.room_at(scenario.walk_away_point))


def final_gain(scenario: Scenario, state: State) -> int:
    """The gain over the alternative of a session that is over: nothing where there is no deal."""
    if state.outcome is not Outcome.DEAL:
        return 0
    return scenario.gain(scenario.price_at(state.given), state.extras)


def most_room(scenario: Scenario, world: World, state: State) -> int:
    """An upper bound on the room that the counterpart of `world` will have given, extras included, when it is over."""
    limit = counterpart.limit_room(scenario, world)
    if state.pending is Pending.RETURN or (world.leaves is not None and world.returns and not state.left):
        return limit
    away = state.place is Place.LEARNER_AWAY and not state.called
    crept_back = state.walked_back + (1 if away and state.pending is None else 0)
    if answers_a_walk(world, state):
        believed, chased = 100, 1
    else:
        believed, chased = state.leverage + arguments_left(state), state.chased
    best = state._replace(leverage=min(100, believed), chased=chased, walked_back=crept_back)
    return counterpart.in_steps(limit * counterpart.reach(best), scenario.step, limit)


def answers_a_walk(world: World, state: State) -> bool:
    """Whether a learner who leaves could ever be called back in this world, however believable they were."""
    if state.place is Place.LEARNER_AWAY and not state.called and state.pending is None:
        return False
    return counterpart.pull(world, state._replace(leverage=100)) >= counterpart.LETS_GO_BELOW


def arguments_left(state: State) -> int:
    """The leverage (percentage points) that arguments not used so far could add."""
    alternative = 0 if state.cited is not None else leverage.ALTERNATIVE_BEATS
    threat = 0 if state.threats else leverage.THREAT_WITH_ALTERNATIVE
    reason = 0 if state.reasons else leverage.REASON
    return alternative + threat + reason
