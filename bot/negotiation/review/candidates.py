"""The messages that are worth considering in a position.

A candidate is a message as a person could write it: at most one question, one argument and one thing about the deal.
Prices are not taken from a grid: in each world there is one price that the counterpart would just take now, and
between those prices an offer is no better than the next higher one, because a smaller concession never ends in a worse
price (law 3). So the offers considered are those prices, and the smallest step that still counts as one.
What is left out, and why it may be:

- leaving without a way to be reached, because everything that follows a reachable walk can follow, and a call as well;
- arguments out of order (alternative, threat, reason), because each only adds leverage and the first adds most;
- leaving a third time, or coming back unasked a second time: going to and fro is no play;
- bargaining on with somebody who had left and has turned round: that price is taken, or left;
- taking back an offer of one's own: it is bad faith, whatever it may earn;
- a second threat, eagerness, rudeness: they only cost;
- questions whose answer tells nothing that the answer to another doesn't tell as well;
- a deal worse than the alternative: leaving is better.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from bot.negotiation import counterpart, leverage
from bot.negotiation.acts import NoteKind, Outcome
from bot.negotiation.moves import (
    Accept,
    Ask,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    HoldFirm,
    LetGo,
    Offer,
    Place,
    RequestExtra,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.review.ceiling import answers_a_walk, comes_back, is_settled_at_the_door, messages_left, most_room
from bot.negotiation.review.positions import Message, Position
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import State
from bot.negotiation.table import say

STAY_AWAY: Message = ()
"""Saying nothing more: the session ends where it is."""
LET_GO: Message = (LetGo(),)
CALL_AFTER: Message = (CallAfter(),)
COME_BACK: Message = (ComeBack(),)
TAKE_IT: Message = (Accept(),)

TRIES = 4  # a concession can cost leverage at three levels, each of which may lower what would be taken


def messages(scenario: Scenario, position: Position, *, asking: bool = True) -> Iterator[Message]:
    """The candidates in `position`, the plainest first: taking it, going on, closing, leaving, asking.

    Without `asking` there are no questions, for a learner who would not listen to the answers. Nothing is pending
    there but perhaps the return of a counterpart who has left.
    """
    state = position[0].state
    if state.place is Place.COUNTERPART_AWAY:
        if scenario.gain(scenario.price_at(state.given), state.extras) > 0:
            yield TAKE_IT
        yield from (LET_GO, CALL_AFTER)
    elif state.place is Place.LEARNER_AWAY and not state.called:
        yield from (STAY_AWAY, COME_BACK) if not state.walked_back else (STAY_AWAY,)
    else:
        yield from _at_table(scenario, position, questions(scenario, position) if asking else ((),))


def _at_table(scenario: Scenario, position: Position, asking: tuple[Message, ...]) -> Iterator[Message]:
    closing: dict[Message, None] = {}
    going: dict[Message, None] = {}
    goodbye: dict[Message, None] = {}
    for world, state in position:
        tried = probe(scenario, world, state)
        closing |= dict.fromkeys(message for message, _ in closing_offers(scenario, world, state, tried))
        going |= dict.fromkeys(keeping_on(scenario, world, state, tried))
        goodbye |= dict.fromkeys(leaving(scenario, world, state))
    if closing.pop(TAKE_IT, ...) is None:
        yield TAKE_IT
    for message in (*going, *closing):
        yield from ((*question, *message) for question in asking)
    yield from goodbye
    yield from (question for question in asking if question)


# --- in one world -----------------------------------------------------------------------------------------------------


def ending(state: State) -> Message:
    """What ends a session from which nothing more is to be had."""
    if state.place is Place.COUNTERPART_AWAY:
        return LET_GO
    away = state.place is Place.LEARNER_AWAY and not state.called
    return STAY_AWAY if away else (WalkAway(reachable=True),)


class Probe(NamedTuple):
    """What the smallest step with the strongest argument would bring now: the measure of what else can be had."""

    message: Message
    room: int  # of the price that is asked for
    after: State
    budget: int  # the room that the counterpart would be ready to give, extras included


def probe(scenario: Scenario, world: int, state: State) -> Probe:
    """Tries out the smallest step in `world`, where the learner is at the table or has been called back."""
    price = small_step(scenario, state)
    step = HoldFirm() if price is None else Offer(price)
    room = state.given if state.demand is None else state.demand
    message = (*argument(scenario, state), step)
    after, response = say(scenario, scenario.worlds[world], state, message)
    budget = response.thought.willing if response.thought else counterpart.spent(scenario, state)
    return Probe(message, room if price is None else scenario.room_at(price), after, budget)


def closing_offers(
    scenario: Scenario, world: int, state: State, tried: Probe, least: int = 0
) -> Iterator[tuple[Message, int]]:
    """Messages that the counterpart of `world` takes at once, and their gain over the alternative if it is above
    `least` (minor units)."""
    taken = scenario.gain(scenario.price_at(state.given), state.extras)
    if taken > least:
        yield TAKE_IT, taken
    arguing = argument(scenario, state)
    for wish in wishes(scenario, state, tried.budget):
        extras = state.extras | wish
        ready = counterpart.price_part(scenario, state._replace(extras=extras), tried.budget)
        price = scenario.price_at(min(tried.room, ready))
        if scenario.gain(price, extras) <= least:
            continue
        offer = _just_taken(scenario, world, state, arguing, Offer(price, wish))
        if offer is not None and scenario.gain(offer.amount, extras) > least:
            yield (*arguing, offer), scenario.gain(offer.amount, extras)


def leaving(scenario: Scenario, world: int, state: State) -> Iterator[Message]:
    """Walking away, where the counterpart of `world` might answer to it."""
    if answers_a_walk(scenario, scenario.worlds[world], state) and not is_settled_at_the_door(state):
        yield (*argument(scenario, state), WalkAway(reachable=True))


def keeping_on(scenario: Scenario, world: int, state: State, tried: Probe) -> Iterator[Message]:
    """Messages that go on bargaining: the smallest step, or a price that leaves room for an extra."""
    if is_settled_at_the_door(state) or (state.final and tried.after.place is Place.OVER):
        return  # nothing more can be said after this last word
    if not _is_idle(scenario, world, state, tried):
        yield tried.message
    arguing, step = tried.message[:-1], tried.message[-1]
    for wish in wishes(scenario, state, tried.budget):
        if wish:
            asking = (replace(step, extras=wish),) if isinstance(step, Offer) else (step, *requests(wish))
            yield (*arguing, *asking)
    longest = longest_step(scenario, state)
    if longest is not None:
        yield (*arguing, Offer(longest))
    most = most_room(scenario, scenario.worlds[world], state)
    for wish in wishes(scenario, state, most):
        aim = _aim(scenario, state, wish, most)
        if aim is not None:
            yield (*arguing, aim)
            if not wish:  # or bolder by the steps that it takes until they have come that far
                for steps in range(1, messages_left(scenario, scenario.worlds[world], state) + 1):
                    yield (*arguing, Offer(scenario.price_at(scenario.room_at(aim.amount) + steps * scenario.step)))


def _is_idle(scenario: Scenario, index: int, state: State, tried: Probe) -> bool:
    """Whether to hold firm would only use up a round: they have given all that time could get out of them."""
    world = scenario.worlds[index]
    if not isinstance(tried.message[-1], HoldFirm) or len(tried.message) > 1 or comes_back(world, state):
        return False
    return state.progress >= 10 * world.patience and tried.after.given == state.given


def argument(scenario: Scenario, state: State) -> Message:
    """The strongest argument that has not been used: it goes with whatever else is said.

    The alternative's figure is for where it beats the table; where it doesn't, it is only said that there is one.
    """
    if state.cited is None and scenario.room_at(scenario.walk_away_point) > state.given:
        return (CiteAlternative(scenario.walk_away_point),)
    if state.cited is None and not state.named:
        return (CiteAlternative(),)
    if not state.threats:
        return (Threaten(),)
    return () if state.reasons else (GiveReason(),)


def wishes(scenario: Scenario, state: State, budget: int) -> Iterator[frozenset[str]]:
    """What to ask for beside the price: nothing, or all extras worth more than they cost, or those `budget` pays for.

    Where it does not pay for all of them together, each one that it does pay for is a wish of its own.
    """
    yield frozenset()
    left = budget - counterpart.spent(scenario, state)
    wanted = [extra for extra in scenario.extras if extra.worth > extra.cost and extra.id not in state.extras]
    if wanted and sum(extra.cost for extra in wanted) <= left:
        yield frozenset(extra.id for extra in wanted)
    else:
        yield from (frozenset({extra.id}) for extra in wanted if extra.cost <= left)


def requests(wish: frozenset[str]) -> Message:
    return tuple(RequestExtra(extra) for extra in sorted(wish))


def _just_taken(scenario: Scenario, index: int, state: State, argument: Message, offer: Offer) -> Offer | None:
    """The best offer, not above `offer`, that the counterpart would take now, if there is one."""
    world = scenario.worlds[index]
    for _ in range(TRIES):
        after, response = say(scenario, world, state, (*argument, offer))
        if after.outcome is Outcome.DEAL:
            return offer
        if response.refused or response.thought is None:
            return None
        ready = counterpart.price_part(scenario, state._replace(extras=after.extras), response.thought.willing)
        if ready >= scenario.room_at(offer.amount):
            return None
        offer = Offer(scenario.price_at(ready), offer.extras)
    return None


def opening_price(scenario: Scenario) -> int:
    """A first offer that leaves room to bargain: past the best price of any world by a step for each round."""
    best = max(scenario.room_at(world.limit) for world in scenario.worlds)
    heard = int(leverage.FAR_OFF * scenario.opening_ask) // scenario.step * scenario.step
    return scenario.price_at(min(best + scenario.rounds * scenario.step, heard))


def small_step(scenario: Scenario, state: State) -> int | None:
    """The price of the smallest concession that still counts as one, or None where there is no room for any."""
    if state.demand is None:
        return opening_price(scenario)
    price = scenario.price_at(state.demand - scenario.step)
    above = state.demand - scenario.step > state.given
    return price if above and _is_small_step(scenario, state, price) else None


def longest_step(scenario: Scenario, state: State) -> int | None:
    """The price of the longest concession that costs no leverage, if that is longer than the smallest."""
    if state.demand is None:
        return None
    shortest, longest = 1, (state.demand - state.given) // scenario.step - 1
    while shortest < longest:
        between = (shortest + longest + 1) // 2
        if _is_small_step(scenario, state, scenario.price_at(state.demand - between * scenario.step)):
            shortest = between
        else:
            longest = between - 1
    return scenario.price_at(state.demand - shortest * scenario.step) if shortest > 1 else None


def _is_small_step(scenario: Scenario, state: State, price: int) -> bool:
    return leverage.after_offer(scenario, state, Offer(price))[1].kind is NoteKind.SMALL_STEP


def _aim(scenario: Scenario, state: State, wish: frozenset[str], most: int) -> Offer | None:
    """An offer that asks for less in price than could be had in the end, and for extras with what that leaves.

    The counterpart never gives more than is asked for, so what is not asked for in price stays there for the extras.
    `most` is the room that could be had in all.
    """
    if not wish and state.demand is not None:
        return None
    room = counterpart.price_part(scenario, state._replace(extras=state.extras | wish), most)
    if room <= state.given or (state.demand is not None and room >= state.demand):
        return None
    return Offer(scenario.price_at(room), wish)


# --- questions --------------------------------------------------------------------------------------------------------


def questions(scenario: Scenario, position: Position) -> tuple[Message, ...]:
    """The questions that can tell the worlds apart, or an empty message where none can."""
    if len(position) == 1:
        return ((),)
    splits: dict[Topic, frozenset[frozenset[int]]] = {}
    for topic in scenario.answers:
        if topic in position[0].state.asked:
            continue
        split = _split(scenario, position, topic)
        if len(split) > 1 and split not in splits.values():
            splits[topic] = split
    finest = [
        topic for topic, split in splits.items() if not any(_finer(s, split) for t, s in splits.items() if t != topic)
    ]
    return tuple((Ask(topic),) for topic in finest) or ((),)


def _split(scenario: Scenario, position: Position, topic: Topic) -> frozenset[frozenset[int]]:
    groups: dict[str | None, set[int]] = {}
    for standing in position:
        groups.setdefault(scenario.worlds[standing.world].answers.get(topic), set()).add(standing.world)
    return frozenset(frozenset(group) for group in groups.values())


def _finer(one: frozenset[frozenset[int]], other: frozenset[frozenset[int]]) -> bool:
    """Whether `one` tells apart all that `other` does."""
    return all(any(group <= whole for whole in other) for group in one)
