"""Best play where the truth is known: one world, so nothing to learn and nothing left to chance.

Most of what can follow a message ends here, because the counterpart's first answers tell most worlds apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bot.negotiation.moves import Place
from bot.negotiation.review.candidates import CALL_AFTER, COME_BACK, closing_offers, keeping_on, leaving
from bot.negotiation.review.ceiling import ceiling, final_gain
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import Pending, State
from bot.negotiation.table import pass_time, say


class _Bounds(NamedTuple):
    low: int
    high: int


class Solo:
    """Gains (minor units over the alternative) of best play in single worlds, remembered from one call to the next."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._known: dict[tuple[int, State], _Bounds] = {}
        self._twins = _twins(scenario)

    @property
    def states(self) -> int:
        """How many states were looked at so far."""
        return len(self._known)

    def high(self, world: int, state: State) -> int:
        """What the gain from `state` on is known not to exceed."""
        if state.place is Place.OVER:
            return final_gain(self._scenario, state)
        return self._bounds((self._twins[world], essence(state))).high

    def gain(self, world: int, state: State, need: int = -1) -> int:
        """The best gain from `state` on: exact if it is above `need`, otherwise some bound on it that is not."""
        if state.place is Place.OVER:
            return final_gain(self._scenario, state)
        key = (self._twins[world], essence(state))
        low, high = self._bounds(key)
        if low == high or high <= need:
            return high
        found = self._search(*key, high, need)
        self._known[key] = _Bounds(found, found) if found > need else _Bounds(0, found)
        return found

    def _bounds(self, key: tuple[int, State]) -> _Bounds:
        known = self._known.get(key)
        if known is None:
            world, state = key
            known = self._known[key] = _Bounds(0, ceiling(self._scenario, self._scenario.worlds[world], state))
        return known

    def _search(self, index: int, state: State, high: int, need: int) -> int:
        scenario, world = self._scenario, self._scenario.worlds[index]
        if state.pending in (Pending.VERDICT, Pending.CALL):
            return self.gain(index, pass_time(scenario, world, state)[0], need)
        best = max(0, *(gain for _, gain in closing_offers(scenario, index, state)), 0)
        if best >= high:
            return best
        for after in self._next(index, state):
            best = max(best, self.gain(index, after, max(best, need)))
            if best >= high:
                break
        return best

    def _next(self, index: int, state: State) -> Iterator[State]:
        """The states that a message which does not end the session may lead to."""
        scenario, world = self._scenario, self._scenario.worlds[index]
        if state.place is Place.COUNTERPART_AWAY:
            yield pass_time(scenario, world, state)[0]
            yield say(scenario, world, state, CALL_AFTER)[0]
        elif state.place is Place.LEARNER_AWAY and not state.called:
            yield say(scenario, world, state, COME_BACK)[0]
        else:
            # The boldest first: what reaches the ceiling makes all others needless.
            boldest = (*keeping_on(scenario, index, state),)[::-1]
            for message in (*boldest, *leaving(scenario, index, state)):
                yield say(scenario, world, state, message)[0]


def essence(state: State) -> State:
    """The state without what cannot change its worth, so that equal ones are met more often."""
    return state._replace(
        asked=frozenset(),
        reasons=frozenset({"general"}) if state.reasons else frozenset(),
        threats=min(1, state.threats),
        walks=min(1, state.walks),
        idle=0,
    )


def _twins(scenario: Scenario) -> tuple[int, ...]:
    """For each world the first one in which the counterpart acts alike, whatever it says when it is asked."""
    first: dict[object, int] = {}
    twins: list[int] = []
    for index, world in enumerate(scenario.worlds):
        happenings = tuple(world.id in happening.worlds for happening in scenario.happenings)
        acts = (world.limit, world.commitment, world.patience, world.leaves, world.returns, happenings)
        twins.append(first.setdefault(acts, index))
    return tuple(twins)
