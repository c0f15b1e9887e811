"""How a session ended, in money."""

from __future__ import annotations

from dataclasses import dataclass

from bot.negotiation.acts import Outcome
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import State


@dataclass(frozen=True, slots=True)
class Result:
    """Amounts are minor units of the scenario's currency.

    `surplus` is what the learner has beyond the alternative, the worth of extras included: negative where the
    alternative would have been better, 0 where it was taken, None where the session was left unfinished.
    `surplus_share` is the same as a share of the most that any world of the scenario could give. `left` is what the
    counterpart would still have given, None without a deal; `deal_was_there` tells whether any deal was better than
    none.
    """

    outcome: Outcome
    price: int | None
    extras: frozenset[str]
    surplus: int | None
    surplus_share: float | None
    left: int | None
    deal_was_there: bool


def result_of(scenario: Scenario, world: World, state: State) -> Result:
    """The result of a session that ended in `state`; one that hasn't ended counts as unfinished."""
    outcome = state.outcome or Outcome.UNFINISHED
    there = scenario.best_gain_in(world) > 0
    if outcome is Outcome.DEAL:
        price = scenario.price_at(state.given)
        return Result(
            outcome,
            price,
            state.extras,
            scenario.gain(price, state.extras, state.rapport),
            scenario.surplus_share(price, state.extras, state.rapport),
            scenario.room_at(world.limit) - state.given,
            there,
        )
    nothing = 0 if outcome is Outcome.NO_DEAL else None
    return Result(outcome, None, frozenset(), nothing, None if nothing is None else 0.0, None, there)
