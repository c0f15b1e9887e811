"""The most that could still come out of one world: a bound that no play can beat, for cutting the search short."""

from __future__ import annotations

from itertools import combinations

from bot.negotiation import counterpart, leverage
from bot.negotiation.acts import Outcome, Pending
from bot.negotiation.moves import Place
from bot.negotiation.scenario import Effect, Scenario, World
from bot.negotiation.state import State
from bot.negotiation.table import GRACE_ROUNDS

MOST_WALKS = 2  # somebody who leaves a third time is only going to and fro; good advice never says so


def ceiling(scenario: Scenario, world: World, state: State) -> int:
    """An upper bound on the gain over the alternative (minor units, never negative) from `state` on in `world`.

    Exact where the session is over. Everywhere else the learner is taken to have used up every argument, to be as
    believable as that makes them, and never to take back an offer.
    """
    if state.place is Place.OVER:
        return final_gain(scenario, state)
    most = most_room(scenario, world, state)
    open_wishes = [extra for extra in scenario.extras if extra.id not in state.extras and extra.worth > extra.cost]
    best = 0
    for size in range(len(open_wishes) + 1):
        for wish in combinations(open_wishes, size):
            wished = state._replace(extras=state.extras.union(extra.id for extra in wish))
            room = _room_beside(scenario, world, wished, most) if wish else max(state.given, most)
            if state.demand is not None:
                room = min(room, max(state.given, state.demand))
            best = max(best, scenario.gain(scenario.price_at(room), wished.extras))
    return best


def _room_beside(scenario: Scenario, world: World, wished: State, most: int) -> int:
    """The room in the price that can be had together with the extras of `wished`, if `most` can be had in all."""
    if counterpart.spent(scenario, wished) <= most or not keeps_its_word(scenario, world, wished):
        return counterpart.price_part(scenario, wished, most)
    # The price alone leaves nothing for them, unless somebody who creeps back lets some of it be taken away again.
    after_creeping_back = int(most * (1 - counterpart.REACH_LOST_BY_WALKING_BACK))
    return after_creeping_back - (counterpart.spent(scenario, wished) - wished.given)


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
    arguments = arguments_left(scenario, world, state)
    if is_settled_at_the_door(state):
        last = state._replace(leverage=min(100, state.leverage + arguments))
        return counterpart.in_steps(limit * counterpart.reach(last), scenario.step, limit)
    away = state.place is Place.LEARNER_AWAY and not state.called
    calls = calls_left(scenario, world, state)
    best = state._replace(
        leverage=min(100, state.leverage + arguments + _walks_add(state, calls)),
        chased=max(state.chased, min(1, calls)),
        walked_back=state.walked_back + (1 if away and state.pending is None else 0),
    )
    pace = 1.0 if calls or away else _pace_left(scenario, world, best)
    talking = counterpart.in_steps(limit * counterpart.reach(best) * pace, scenario.step, limit)
    if not calls:
        return talking
    return max(talking, counterpart.worth_coming_back_for(scenario, world, best._replace(named=True)))


def _pace_left(scenario: Scenario, world: World, state: State) -> float:
    """How far on its way to its limit (0..1) the counterpart could still be talked before it ends the talk."""
    left = counterpart.MOVED * messages_left(scenario, world, state)
    elapsed = min(1.0, (state.progress + left) / (10 * world.patience))
    return elapsed ** (1 / counterpart.conceder_exponent(world, state))


def messages_left(scenario: Scenario, world: World, state: State) -> int:
    """How many more messages the counterpart hears at the table before it ends the talk, unless it calls back."""
    patience = min(scenario.rounds, world.patience) - state.rude + GRACE_ROUNDS * state.chased
    return max(1, patience + GRACE_ROUNDS + 1 - state.round)


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
    """An upper bound on how often a learner could still be called back, the call they wait for included."""
    waiting = state.pending in (Pending.VERDICT, Pending.CALL)
    if state.place is Place.LEARNER_AWAY and not state.called and not waiting:
        return 0
    if waiting and not _calls(scenario, world, state):
        return 0
    given = counterpart.spent(scenario, state)
    arguments = arguments_left(scenario, world, state)
    calls = 1 if waiting else 0
    most = calls + max(0, MOST_WALKS - state.walks)
    while calls < most:
        leverage = min(100, state.leverage + arguments + _walks_add(state, calls + 1))
        leaving = state._replace(leverage=leverage, named=True, chased=state.chased + calls)
        pulled = counterpart.pull(world, leaving) >= counterpart.LETS_GO_BELOW
        if not pulled or counterpart.worth_coming_back_for(scenario, world, leaving) <= given:
            break
        calls += 1
    return calls


def _calls(scenario: Scenario, world: World, state: State) -> bool:
    """Whether the learner who waits for it now is called: that is settled."""
    able = state.pending is Pending.CALL or state.reachable
    least = counterpart.LETS_GO_BELOW if able else counterpart.CALLS_LATER_BELOW
    back = counterpart.worth_coming_back_for(scenario, world, state)
    return counterpart.pull(world, state) >= least and back > counterpart.spent(scenario, state)


def _walks_add(state: State, calls: int) -> int:
    """The leverage (percentage points) that walks which are still to come and answered could add."""
    walks = calls - (1 if state.pending in (Pending.VERDICT, Pending.CALL) else 0)
    if walks <= 0 or state.walked_back:
        return 0
    first = leverage.WALK if state.walks == 0 else leverage.WALK_AGAIN
    return first + (walks - 1) * leverage.WALK_AGAIN


def arguments_left(scenario: Scenario, world: World, state: State) -> int:
    """The leverage (percentage points) that arguments not used so far could add."""
    threat = 0 if state.threats else leverage.THREAT_WITH_ALTERNATIVE
    reason = 0 if state.reasons else leverage.REASON
    return _alternative_adds(scenario, world, state) + threat + reason


def _alternative_adds(scenario: Scenario, world: World, state: State) -> int:
    if state.cited is not None:
        return 0
    beats = scenario.room_at(scenario.walk_away_point) > state.given or not keeps_its_word(scenario, world, state)
    vague = 0 if state.named else leverage.ALTERNATIVE_VAGUE
    return leverage.ALTERNATIVE_BEATS - (leverage.ALTERNATIVE_VAGUE - vague) if beats else vague


def keeps_its_word(scenario: Scenario, world: World, state: State) -> bool:
    """Whether what is on the table now will stay there as long as the learner does."""
    return not any(
        happening.effect is Effect.ASK_WORSENS and happening.round > state.round and world.id in happening.worlds
        for happening in scenario.happenings
    )
