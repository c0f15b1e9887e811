"""How the counterpart decides: how far it goes, how fast, and what it does when somebody leaves.

The pace is the time-dependent tactic of Faratin, Sierra and Jennings (1998), target(t) = opening + (limit - opening)
* (t/T)^(1/e), e < 1 boulware, e > 1 conceder, in the convention of GENIUS. Time is bargaining progress rather than
the clock: a message in which the learner moves or brings something new counts a full round, one that only refuses
counts less. That is the behaviour-dependent part (their relative tit for tat), made to answer *that* the learner
moves and not how far: so a smaller step never ends in a worse price.

How much of its limit it will reach at the table depends on the learner's leverage: without a credible way out nobody
sees the true reservation value. An alternative adds leverage only where it beats the table (the outside option
principle: Binmore, Rubinstein and Wolinsky 1986).
"""

from __future__ import annotations

from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import State

OPENING_LEVERAGE = 20
REACH_WITHOUT_LEVERAGE = 0.45  # share of its limit that it goes to against somebody who cannot leave
REACH_LOST_BY_WALKING_BACK = 0.35  # of that share
MOVED, HELD = 10, 8  # progress of a message, in tenths of a round

LETS_GO_BELOW = 22  # pull under which it lets the learner leave
CALLS_LATER_BELOW = 38  # pull under which it lets go first, and calls if it can
SMALL_THING_SHARE = 0.7  # willing to give this share of the small thing: gives way on the whole of it
UNNAMED_SHARE = 0.6  # of what it would give, for somebody who left without a word why
DOOR_PRICE_SHARE = 0.06  # of the opening ask: what turning round costs the one who called


def limit_room(scenario: Scenario, world: World) -> int:
    """The most room that the counterpart can ever give in this world, in minor units."""
    return max(0, scenario.room_at(world.limit))


def reach(state: State) -> float:
    """The share (0..1) of its limit that the counterpart would go to now."""
    leverage = min(100, state.leverage + 10 * min(1, state.chased)) / 100
    share = REACH_WITHOUT_LEVERAGE + (1 - REACH_WITHOUT_LEVERAGE) * leverage
    return share * (1 - REACH_LOST_BY_WALKING_BACK) ** state.walked_back


def conceder_exponent(world: World, state: State) -> float:
    """e of the time-dependent tactic: higher commitment and higher leverage make it give earlier."""
    return 0.5 + 1.1 * world.commitment + 0.6 * state.leverage / 100


def willing(scenario: Scenario, world: World, state: State) -> int:
    """The room that the counterpart is ready to give at this point of the talk, in whole steps."""
    limit = limit_room(scenario, world)
    elapsed = min(1.0, state.progress / (10 * world.patience))
    pace = elapsed ** (1 / conceder_exponent(world, state)) if elapsed else 0.0
    return max(0, in_steps(limit * reach(state) * pace, scenario.step, limit) - state.withdrawn)


def spent(scenario: Scenario, state: State) -> int:
    """The room that the terms on the table give away, the cost of granted extras included."""
    if not state.extras:
        return state.given
    return state.given + sum(extra.cost for extra in scenario.extras if extra.id in state.extras)


def price_part(scenario: Scenario, state: State, budget: int) -> int:
    """The room in the price that is left of `budget` once the extras are paid for: whole steps, never less than now."""
    left = budget - (spent(scenario, state) - state.given)
    return max(state.given, left if not state.extras else left // scenario.step * scenario.step)


def in_steps(room: float, step: int, limit: int) -> int:
    """`room` rounded to whole steps; at the limit itself the odd remainder may be given too."""
    if room >= limit - step / 4:
        return limit
    return max(0, int(room / step + 0.5)) * step if int(room / step + 0.5) * step <= limit else limit


def pull(world: World, state: State) -> int:
    """How much it wants a leaving learner back, 0..100: its need, weighed by how much it believes the leaving."""
    believed = 0.55 + 0.45 * state.leverage / 100
    tired = 0.5 ** (state.walked_back + max(0, state.chased - 1))
    return round(100 * world.commitment * believed * tired)


def worth_coming_back_for(scenario: Scenario, world: World, state: State) -> int:
    """The room, cost of extras included, that it would give in all to have a leaving learner back."""
    limit = limit_room(scenario, world)
    given = spent(scenario, state)
    offered = limit * reach(state) * min(1.0, 0.55 + 0.5 * world.commitment)
    small = scenario.small_thing.amount if scenario.small_thing else 0
    if not state.named:
        offered = given + UNNAMED_SHARE * (offered - given)
    elif offered < small <= limit and offered >= SMALL_THING_SHARE * small:
        offered = small
    return max(given, in_steps(offered, scenario.step, limit))


def door_price(scenario: Scenario, state: State) -> int:
    """The room of its terms once it was called back from the door: worse for the learner than before it left."""
    dearer = int(DOOR_PRICE_SHARE * scenario.opening_ask / scenario.step + 0.5) * scenario.step
    return state.given - dearer
