"""Best play where the truth is known: one world, so nothing to learn and nothing left to chance.

Most of what can follow a message ends here, because the counterpart's first answers tell most worlds apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.negotiation.acts import Pending
from bot.negotiation.moves import Place
from bot.negotiation.review.candidates import (
    CALL_AFTER,
    COME_BACK,
    LET_GO,
    TAKE_IT,
    closing_offers,
    ending,
    keeping_on,
    leaving,
    probe,
)
from bot.negotiation.review.ceiling import MOST_WALKS, ceiling, final_gain
from bot.negotiation.review.positions import Message
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import State
from bot.negotiation.table import pass_time, say

SOME_REASON = frozenset({"general"})


class _Bounds(NamedTuple):
    low: int
    high: int


class Solo:
    """Gains (minor units over the alternative) of best play in single worlds, remembered from one call to the next."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._known: dict[tuple[int, State], _Bounds] = {}
        self._chosen: dict[tuple[int, State], tuple[Message, State]] = {}
        self._twins = _twins(scenario)

    @property
    def states(self) -> int:
        """How many states were looked at so far."""
        return len(self._known)

    def are_twins(self, worlds: Iterable[int]) -> bool:
        """Whether the counterpart acts alike in all of `worlds`, so that it makes no difference which one is true."""
        return len({self._twins[world] for world in worlds}) == 1

    def high(self, world: int, state: State) -> int:
        """What the gain from `state` on is known not to exceed."""
        if state.place is Place.OVER:
            return final_gain(self._scenario, state)
        return self._bounds((self._twins[world], essence(self._scenario.worlds[world], state))).high

    def gain(self, world: int, state: State, need: int = -1) -> int:
        """The best gain from `state` on: exact if it is above `need`, otherwise some bound on it that is not."""
        if state.place is Place.OVER:
            return final_gain(self._scenario, state)
        key = (self._twins[world], essence(self._scenario.worlds[world], state))
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

    def line(self, world: int, state: State) -> tuple[Message, ...]:
        """A best play from `state` on: what the learner says, message by message. Empty if it is over."""
        goal = self.gain(world, state)
        if goal == 0:
            return () if state.place is Place.OVER else (ending(state),)
        said: list[Message] = []
        while state.place is not Place.OVER:
            if state.pending in (Pending.VERDICT, Pending.CALL):
                state, _ = pass_time(self._scenario, self._scenario.worlds[world], state)
                continue
            self.gain(world, state)
            message, state = self._chosen[self._twins[world], essence(self._scenario.worlds[world], state)]
            said.append(message)
        return tuple(said)

    def _search(self, index: int, state: State, high: int, need: int) -> int:
        if state.pending in (Pending.VERDICT, Pending.CALL):
            after, _ = pass_time(self._scenario, self._scenario.worlds[index], state)
            return self.gain(index, after, need)
        if state.place is Place.AT_TABLE or state.called:
            return self._at_table(index, state, high, need)
        best = 0  # whoever leaves has the alternative
        for message, after in self._away(index, state):
            gain = self.gain(index, after, max(best, need))
            if gain > best:
                best = gain
                self._chosen[index, state] = message, after
        return best

    def _at_table(self, index: int, state: State, high: int, need: int) -> int:
        """The boldest messages first: they often reach the ceiling at once, which ends a search."""
        scenario, world = self._scenario, self._scenario.worlds[index]
        tried = probe(scenario, index, state)
        best, chosen = 0, ending(state)
        for message, gain in closing_offers(scenario, index, state, tried, max(0, need)):
            if gain > best:
                best, chosen = gain, message
        if best < high:
            for message in (*reversed([*keeping_on(scenario, index, state, tried)]), *leaving(scenario, index, state)):
                after = tried.after if message == tried.message else say(scenario, world, state, message)[0]
                gain = self.gain(index, after, max(best, need))
                if gain > best:
                    best, chosen = gain, message
                if best >= high:
                    break
        if best > 0:
            self._chosen[index, state] = chosen, say(scenario, world, state, chosen)[0]
        return max(best, need)  # what was passed over brings no more than is needed

    def _away(self, index: int, state: State) -> Iterator[tuple[Message, State]]:
        """What can be done while somebody has left, and what it leads to."""
        scenario, world = self._scenario, self._scenario.worlds[index]
        if state.place is Place.COUNTERPART_AWAY:
            yield TAKE_IT, say(scenario, world, state, TAKE_IT)[0]
            yield LET_GO, pass_time(scenario, world, state)[0]
            yield CALL_AFTER, say(scenario, world, state, CALL_AFTER)[0]
        elif not state.walked_back:
            yield COME_BACK, say(scenario, world, state, COME_BACK)[0]


def essence(world: World, state: State) -> State:
    """The state without what cannot change its worth in `world`, so that equal ones are met more often."""
    return state._replace(
        asked=frozenset(),
        reasons=SOME_REASON if state.reasons else frozenset(),
        cited=None if state.cited is None else 0,
        threats=min(1, state.threats),
        walks=min(MOST_WALKS, state.walks),
        progress=min(state.progress, 10 * world.patience),
        reachable=state.reachable and state.pending is not None,
        idle=0,
        struck=False,
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
