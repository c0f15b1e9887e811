"""The most that could still come out of one world: a bound that no play can beat, for cutting the search short."""

from __future__ import annotations

from itertools import combinations

from bot.negotiation import counterpart, leverage
from bot.negotiation.moves import Place
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import Outcome, Pending, State

MOST_WALKS = 2  # somebody who leaves a third time is only going to and fro; good advice never says so


def ceiling(scenario: Scenario, world: World, state: State) -> int:
    """An upper bound on the gain over the alternative (minor units, never negative) from `state` on in `world`.

    Exact where the session is over. Everywhere else the learner is taken to have used up every argument, to be as
    believable as that makes them, to have all the time there is, and never to take back an offer.
    """
    if state.place is Place.OVER:
        return final_gain(scenario, state)
    most = most_room(scenario, world, state)
    open_wishes = [extra for extra in scenario.extras if extra.id not in state.extras and extra.worth > extra.cost]
    best = 0
    for size in range(len(open_wishes) + 1):
        for wish in combinations(open_wishes, size):
            extras = state.extras.union(extra.id for extra in wish)
            if comes_back(world, state):
                room = max(state.given, most)
            else:
                room = counterpart.price_part(scenario, state._replace(extras=extras), most)
            if state.demand is not None:
                room = max(state.given, min(room, state.demand))
            best = max(best, scenario.gain(scenario.price_at(room), extras))
    return best


def final_gain(scenario: Scenario, state: State) -> int:
    """The gain over the alternative of a session that is over: nothing where there is no deal."""
    if state.outcome is not Outcome.DEAL:
        return 0
    return scenario.gain(scenario.price_at(state.given), state.extras)


def most_room(scenario: Scenario, world: World, state: State) -> int:
    """An upper bound on the room that the counterpart of `world` will have given, extras included, when it is over."""
    limit = counterpart.limit_room(scenario, world)
    if comes_back(world, state):
        return limit
    if is_settled_at_the_door(state):
        last = state._replace(leverage=min(100, state.leverage + arguments_left(state)))
        return counterpart.in_steps(limit * counterpart.reach(last), scenario.step, limit)
    away = state.place is Place.LEARNER_AWAY and not state.called
    calls = calls_left(scenario, world, state)
    best = state._replace(
        leverage=min(100, state.leverage + arguments_left(state) + _walks_add(state, calls)),
        chased=max(state.chased, min(1, calls)),
        walked_back=state.walked_back + (1 if away and state.pending is None else 0),
    )
    return counterpart.in_steps(limit * counterpart.reach(best), scenario.step, limit)


def comes_back(world: World, state: State) -> bool:
    """Whether the counterpart could still leave and return by itself, which it does at the best price it has."""
    if not world.returns:
        return False
    return state.pending is Pending.RETURN or (world.leaves is not None and not state.left)


def is_settled_at_the_door(state: State) -> bool:
    """Whether the counterpart had left and has turned round, so that its price is there to be taken or left."""
    return state.place is Place.AT_TABLE and state.left and state.final


def answers_a_walk(scenario: Scenario, world: World, state: State) -> bool:
    """Whether a learner who leaves now could be called back in this world, however believable they were."""
    return state.walks < MOST_WALKS and calls_left(scenario, world, state) > 0


def calls_left(scenario: Scenario, world: World, state: State) -> int:
    """How often a learner could still be called back in this world, the call they wait for included."""
    waiting = 1 if state.pending in (Pending.VERDICT, Pending.CALL) else 0
    if state.place is Place.LEARNER_AWAY and not state.called and not waiting:
        return 0
    believed = state._replace(leverage=100, named=True)
    if counterpart.worth_coming_back_for(scenario, world, believed) <= counterpart.spent(scenario, state):
        return 0  # it has given all that it would come back for
    most = waiting + max(0, MOST_WALKS - state.walks)
    calls = 0
    while calls < most and _would_call(world, state._replace(chased=state.chased + calls)):
        calls += 1
    return calls


def _would_call(world: World, state: State) -> bool:
    return counterpart.pull(world, state._replace(leverage=100)) >= counterpart.LETS_GO_BELOW


def _walks_add(state: State, calls: int) -> int:
    """The leverage (percentage points) that walks which are still to come and answered could add."""
    walks = calls - (1 if state.pending in (Pending.VERDICT, Pending.CALL) else 0)
    if walks <= 0 or state.walked_back:
        return 0
    first = leverage.WALK if state.walks == 0 else leverage.WALK_AGAIN
    return first + (walks - 1) * leverage.WALK_AGAIN


def arguments_left(state: State) -> int:
    """The leverage (percentage points) that arguments not used so far could add."""
    alternative = 0 if state.cited is not None else leverage.ALTERNATIVE_BEATS
    threat = 0 if state.threats else leverage.THREAT_WITH_ALTERNATIVE
    reason = 0 if state.reasons else leverage.REASON
    return alternative + threat + reason
