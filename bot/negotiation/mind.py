"""What the counterpart was thinking, told step by step once the session is over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.negotiation import counterpart
from bot.negotiation.acts import Act, NoteKind
from bot.negotiation.coach import Coach, Remark
from bot.negotiation.counterpart import spent
from bot.negotiation.money import spoken
from bot.negotiation.moves import Topic
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import Response, State

_THOUGHTS: Mapping[Act, Remark] = {
    Act.COUNTER: Remark.THOUGHT_COUNTER,
    Act.HOLD: Remark.THOUGHT_HOLD,
    Act.FINAL: Remark.THOUGHT_FINAL,
    Act.COOL: Remark.THOUGHT_COOL,
    Act.ACCEPT: Remark.THOUGHT_ACCEPT,
    Act.SHAKE: Remark.THOUGHT_SHAKE,
    Act.CLOSE: Remark.THOUGHT_CLOSE,
    Act.WATCH: Remark.THOUGHT_WATCH,
    Act.LET_GO: Remark.THOUGHT_LET_GO,
    Act.CHASE: Remark.THOUGHT_CHASE,
    Act.GIVE_WAY: Remark.THOUGHT_GIVE_WAY,
    Act.CALL: Remark.THOUGHT_CALL,
    Act.NO_CALL: Remark.THOUGHT_NO_CALL,
    Act.TAKE_BACK: Remark.THOUGHT_TAKE_BACK,
    Act.LEAVE: Remark.THOUGHT_LEAVE,
    Act.DOOR_PRICE: Remark.THOUGHT_DOOR_PRICE,
    Act.RETURN: Remark.THOUGHT_RETURN,
    Act.GONE: Remark.THOUGHT_GONE,
}
"""Acts with something behind them; a pleasantry, a silence or the learner's own stop has nothing."""

_SETTLING = frozenset({Act.COUNTER, Act.HOLD, Act.FINAL, Act.ACCEPT, Act.SHAKE})


def mind(scenario: Scenario, world: World, after: State, response: Response, coach: Coach) -> tuple[str, ...]:
    """The thoughts behind one response, a sentence or two each; empty where there was nothing to think.

    Tells hidden values: for the end only. `after` is the state that the response led to.
    """
    return tuple(_thoughts(scenario, world, after, response, coach))


def _thoughts(scenario: Scenario, world: World, after: State, response: Response, coach: Coach) -> Iterator[str]:
    values = _values(scenario, world, after, response)
    for nth, (topic, answer_id) in enumerate(response.answers, start=after.round):
        bluff = topic is Topic.OTHER_BUYERS and not world.honest
        yield coach.say(Remark.THOUGHT_BLUFF if bluff else Remark.THOUGHT_TRUE, values, nth)
        tells = scenario.answers[topic][answer_id].tells
        if tells:
            yield tells
    at_limit = response.act in _SETTLING and after.given >= counterpart.limit_room(scenario, world)
    remark = Remark.THOUGHT_AT_LIMIT if at_limit else _THOUGHTS.get(response.act)
    if response.act is Act.GONE and not after.left:
        remark = Remark.THOUGHT_SOLD
    elif response.act is Act.CLOSE and any(note.kind is NoteKind.FAR_OFF for note in response.notes):
        remark = Remark.THOUGHT_INSULT
    if remark is not None and not (response.act is Act.CLOSE and response.thought is None):
        yield coach.say(remark, values, after.round)


def _values(scenario: Scenario, world: World, after: State, response: Response) -> dict[str, str]:
    values = {
        "ask": spoken(response.ask, scenario.currency),
        "item": scenario.item,
        "name": scenario.counterpart.split(",")[0],
        "limit": spoken(scenario.price_at(counterpart.limit_room(scenario, world)), scenario.currency),
    }
    if scenario.small_thing is not None:
        values["small_thing"] = scenario.small_thing.name
    ready = after.given
    if response.thought is not None:
        for_extras = spent(scenario, after) - after.given
        ready = max(ready, response.thought.willing - for_extras)
    return values | {"willing": spoken(scenario.price_at(ready), scenario.currency)}
