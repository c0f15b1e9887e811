"""Ways to play a whole session: the naive ones, those that a tactic teaches, and best play.

A strategy is asked for its next message wherever the learner may speak, and says `None` to stop. It gets to know what
a learner knows: the state as far as it shows, and which worlds still agree with what was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from bot.negotiation.moves import (
    Accept,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    HoldFirm,
    LetGo,
    Move,
    Offer,
    Place,
    ShowEagerness,
    Threaten,
    WalkAway,
)
from bot.negotiation.review.candidates import opening_price, questions, small_step
from bot.negotiation.review.positions import Message, Position, weight
from bot.negotiation.review.search import Search
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import State

Play: TypeAlias = Callable[[Scenario, Position], Message | None]

PATIENT_STEPS = 8  # messages that a haggler takes from the first offer to the walk-away point
ROUNDS_BEFORE_LEAVING = 3  # of naming the alternative and holding, before somebody who means it leaves
ROUNDS_BEFORE_BLUFFING = 2


@dataclass(frozen=True, slots=True)
class Strategy:
    id: str
    name: str
    play: Play


def accept(scenario: Scenario, position: Position) -> Message | None:
    """Takes the first price, whatever it is."""
    return (Accept(),)


def haggle(scenario: Scenario, position: Position) -> Message | None:
    """Comes down bit by bit, never leaves, and takes the last word, also one worse than the alternative."""
    state = position[0].state
    if state.place is not Place.AT_TABLE:
        return (Accept(),)
    if state.final:
        return (Accept(),)
    return (_ladder(scenario, state),)


def walk_at_once(scenario: Scenario, position: Position) -> Message | None:
    """Leaves without a word why; answers a call with yes or no."""
    state = position[0].state
    if state.place is Place.AT_TABLE:
        return (WalkAway(),)
    return _answer_call(scenario, state)


def name_and_walk(scenario: Scenario, position: Position) -> Message | None:
    """Names the alternative, holds, and leaves a number if that still beats the table; takes what beats it."""
    state = position[0].state
    if state.place is Place.COUNTERPART_AWAY:
        return (LetGo(),)
    beaten = _gain(scenario, state) <= 0
    if state.chased:
        return _with_whoever_called(state, beaten)
    if state.place is Place.LEARNER_AWAY:
        return None
    if not state.named:
        return (CiteAlternative(scenario.walk_away_point), _ladder(scenario, state))
    if state.final or state.round >= ROUNDS_BEFORE_LEAVING:
        return (WalkAway(reachable=True),) if beaten else _go_on_or_take(scenario, state)
    return (_ladder(scenario, state),)


def name_and_stay(scenario: Scenario, position: Position) -> Message | None:
    """Names the alternative, gives way in the smallest steps, and leaves only a last word that doesn't beat it."""
    state = position[0].state
    if state.place is Place.COUNTERPART_AWAY:
        return (LetGo(),)
    if state.place is Place.LEARNER_AWAY:
        return _answer_call(scenario, state)
    if state.final:
        return (Accept(),) if _gain(scenario, state) > 0 else (WalkAway(reachable=True),)
    price = small_step(scenario, state)
    naming = () if state.named else (CiteAlternative(scenario.walk_away_point),)
    return (*naming, HoldFirm() if price is None else Offer(price))


def _with_whoever_called(state: State, beaten: bool) -> Message | None:
    """Doesn't run back for the first crumb: who calls needs the deal, and is heard until terms beat the alternative."""
    if state.place is Place.LEARNER_AWAY and not state.called:
        return None
    if beaten:
        return (WalkAway(reachable=True),) if state.final else (HoldFirm(),)
    return (Accept(),)


def hear_and_answer(scenario: Scenario, position: Position) -> Message | None:
    """Asks first, then gives way to somebody who would be lost, and lets the others come back by themselves."""
    state = position[0].state
    if state.place is Place.COUNTERPART_AWAY:
        return (LetGo(),)
    if state.place is Place.LEARNER_AWAY:
        return _answer_call(scenario, state)
    for question in questions(scenario, position):
        if question and not state.final:
            return question
    worthwhile = _gain(scenario, state) > 0
    if state.final or (worthwhile and _chance_of_losing(scenario, position) > 0.5):
        return (Accept(),) if worthwhile else (WalkAway(reachable=True),)
    return (_ladder(scenario, state),)


def bluff_and_walk_back(scenario: Scenario, position: Position) -> Message | None:
    """Haggles, leaves to make an impression, comes back by itself and takes what there is."""
    state = position[0].state
    if state.place is Place.LEARNER_AWAY and not state.called:
        return (ComeBack(),)
    if state.place is Place.AT_TABLE and not state.walks and state.round >= ROUNDS_BEFORE_BLUFFING:
        return (WalkAway(),)
    return haggle(scenario, position)


def run_after(scenario: Scenario, position: Position) -> Message | None:
    """Haggles, and calls after a counterpart who leaves."""
    if position[0].state.place is Place.COUNTERPART_AWAY:
        return (CallAfter(),)
    return haggle(scenario, position)


def at_random(seed: int) -> Strategy:
    """Says anything, drawn from `seed`: the same seed says the same things again."""
    dice = _dice(seed)

    def play(scenario: Scenario, position: Position) -> Message | None:
        best = max(scenario.room_at(world.limit) for world in scenario.worlds)
        price = scenario.price_at(next(dice) % (max(1, best) // scenario.step + 3) * scenario.step)
        said: list[Move] = [
            Accept(),
            HoldFirm(),
            Offer(price),
            Offer(price),
            Offer(price),
            CiteAlternative(scenario.walk_away_point),
            GiveReason(),
            Threaten(),
            WalkAway(reachable=True),
            ComeBack(),
            LetGo(),
            ShowEagerness(),
        ]
        return (said[next(dice) % len(said)],)

    return Strategy("random", "Anything at random", play)


def best_play(search: Search) -> Strategy:
    """What the search recommends, message by message."""
    return Strategy("best", "Best play", lambda scenario, position: search.best(position).message or None)


ALWAYS_ACCEPT = Strategy("accept", "Always accept", accept)
HAGGLE = Strategy("haggle", "Haggle, never walk", haggle)
WALK_AT_ONCE = Strategy("walk-at-once", "Walk at once", walk_at_once)
BLUFF = Strategy("bluff", "Bluff and walk back", bluff_and_walk_back)
NAME_AND_WALK = Strategy("name-and-walk", "Name the alternative, walk when it pays", name_and_walk)
NAME_AND_STAY = Strategy("name-and-stay", "Name the alternative, stay and bargain", name_and_stay)
HEAR_AND_ANSWER = Strategy("hear-and-answer", "Ask, then give way or let go", hear_and_answer)
RUN_AFTER = Strategy("run-after", "Run after whoever leaves", run_after)

NAIVE = (ALWAYS_ACCEPT, HAGGLE, WALK_AT_ONCE, BLUFF)
TAUGHT = (NAME_AND_WALK, HEAR_AND_ANSWER)
STRATEGIES = (*NAIVE, RUN_AFTER, NAME_AND_STAY, *TAUGHT)


def _ladder(scenario: Scenario, state: State) -> Offer:
    """The next offer of somebody who comes down in even steps to the walk-away point."""
    first = scenario.room_at(opening_price(scenario))
    last = scenario.room_at(scenario.walk_away_point)
    room = first + (last - first) * min(state.round, PATIENT_STEPS) // PATIENT_STEPS
    room = max(state.given, room if state.demand is None else min(room, state.demand))
    return Offer(scenario.price_at(room // scenario.step * scenario.step))


def _go_on_or_take(scenario: Scenario, state: State) -> Message:
    return (Accept(),) if state.final else (_ladder(scenario, state),)


def _answer_call(scenario: Scenario, state: State) -> Message | None:
    """Takes terms that beat the alternative, if it has been called back; otherwise stays away."""
    return (Accept(),) if state.called and _gain(scenario, state) > 0 else None


def _gain(scenario: Scenario, state: State) -> int:
    return scenario.gain(scenario.price_at(state.given), state.extras)


def _chance_of_losing(scenario: Scenario, position: Position) -> float:
    """How likely the counterpart is one who leaves and does not come back, by what was seen."""
    lost = [s for s in position if scenario.worlds[s.world].leaves is not None and not scenario.worlds[s.world].returns]
    return weight(scenario, tuple(lost)) / weight(scenario, position)


def _dice(seed: int) -> Iterator[int]:
    """Whole numbers that look random, the same for the same seed everywhere (SplitMix64: Steele, Lea & Flood 2014)."""
    mask = (1 << 64) - 1
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        mixed = ((seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        yield mixed ^ (mixed >> 31)
