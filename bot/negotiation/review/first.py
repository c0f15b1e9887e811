"""The analyst of scenarios that the first model plays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.negotiation.moves import Accept, CiteAlternative, HoldFirm, Message, Offer, Place, Threaten, WalkAway
from bot.negotiation.record import Step
from bot.negotiation.review.analysis import Review, review
from bot.negotiation.review.candidates import CALL_AFTER, COME_BACK, LET_GO, messages, small_step
from bot.negotiation.review.options import Option
from bot.negotiation.review.positions import Position, in_world, opening
from bot.negotiation.review.search import Search
from bot.negotiation.review.tracking import turns
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import State

CANDIDATES = 8  # of the messages worth considering, how many are weighed as answers to a puzzle


class FirstAnalyst:
    """Works out what moves are worth in one scenario, and remembers what it has found out (analyst.Analyst)."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._search = Search(scenario)

    @property
    def positions(self) -> int:
        return self._search.positions

    def review(self, world: World, steps: Sequence[Step]) -> Review:
        return review(self._scenario, world, steps, self._search)

    def before(self, world: World, steps: Sequence[Step]) -> dict[int, Position]:
        return {turn.step: turn.position for turn in turns(self._scenario, world, steps)}

    def now(self, world: World, steps: Sequence[Step]) -> Position:
        taken = list(turns(self._scenario, world, steps))
        return taken[-1].after if taken else opening(self._scenario)

    def state(self, position: Position) -> State:
        return position[0].state

    def best(self, position: Position) -> Option:
        return self._search.best(position)

    def value_of(self, position: Position, message: Message) -> float:
        return self._search.value_of(position, message)

    def attainable(self, world: World) -> float:
        scenario = self._scenario
        return self._search.value(in_world(opening(scenario), scenario.worlds.index(world)))

    def answers(self, position: Position) -> Iterator[Message]:
        scenario, state = self._scenario, self.state(position)
        if state.place is Place.COUNTERPART_AWAY:
            yield from (CALL_AFTER, LET_GO, (Accept(),))
            return
        if state.place is Place.LEARNER_AWAY and not state.called:
            yield COME_BACK
            return
        yield (Accept(),)
        yield (HoldFirm(),)
        yield (WalkAway(reachable=True),)
        yield (WalkAway(),)
        yield (Threaten(),)
        step = small_step(scenario, state)
        if step is not None:
            yield (Offer(step),)
        if state.demand is not None and state.demand > state.given:
            yield (Offer(scenario.price_at((state.demand + state.given) // 2 // scenario.step * scenario.step)),)
        if state.cited is None:
            yield (CiteAlternative(scenario.walk_away_point), HoldFirm())
        for _, message in zip(range(CANDIDATES), messages(scenario, position), strict=False):
            yield message
