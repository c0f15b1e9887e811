"""What turned a negotiation, and how it ended, told in the coach's words once the session is over.

What turned it is read off the engine's own record: what each thing noticed did to leverage, and what each answer did
to the price. Nothing depends on the phrases that the learner used.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.negotiation import counterpart
from bot.negotiation.acts import Act, NoteKind, Outcome
from bot.negotiation.coach import Coach, Remark
from bot.negotiation.money import spoken
from bot.negotiation.moves import CiteAlternative, Move
from bot.negotiation.naming import listed
from bot.negotiation.record import Step
from bot.negotiation.scenario import Scenario, Side, World
from bot.negotiation.state import State

MOST_TURNING_POINTS = 3

_NOTES: Mapping[NoteKind, tuple[Remark, int]] = {  # with its weight where leverage alone doesn't tell it
    NoteKind.FAR_OFF: (Remark.TURN_FAR_OFF, 8),
    NoteKind.LARGE_STEP: (Remark.TURN_LARGE_STEP, 0),
    NoteKind.STEP_BACK: (Remark.TURN_STEP_BACK, 0),
    NoteKind.ALTERNATIVE: (Remark.TURN_ALTERNATIVE, 0),
    NoteKind.ALTERNATIVE_WEAK: (Remark.TURN_ALTERNATIVE_WEAK, 6),
    NoteKind.ALTERNATIVE_VAGUE: (Remark.TURN_ALTERNATIVE_VAGUE, 0),
    NoteKind.ALTERNATIVE_UNBELIEVED: (Remark.TURN_ALTERNATIVE_UNBELIEVED, 7),
    NoteKind.REASON: (Remark.TURN_REASON, 0),
    NoteKind.THREAT: (Remark.TURN_THREAT, 0),
    NoteKind.EMPTY_THREAT: (Remark.TURN_EMPTY_THREAT, 0),
    NoteKind.EAGER: (Remark.TURN_EAGER, 0),
    NoteKind.RUDE: (Remark.TURN_RUDE, 9),
    NoteKind.WALK: (Remark.TURN_WALK, 0),
}

_ACTS: Mapping[Act, tuple[Remark, int]] = {
    Act.COUNTER: (Remark.TURN_COUNTER, 0),
    Act.COOL: (Remark.TURN_COOL, 20),
    Act.ACCEPT: (Remark.TURN_ACCEPT, 4),
    Act.SHAKE: (Remark.TURN_SHAKE, 3),
    Act.CLOSE: (Remark.TURN_CLOSE, 40),
    Act.LET_GO: (Remark.TURN_LET_GO, 45),
    Act.CHASE: (Remark.TURN_CHASE, 40),
    Act.GIVE_WAY: (Remark.TURN_GIVE_WAY, 50),
    Act.CALL: (Remark.TURN_CALL, 45),
    Act.TAKE_BACK: (Remark.TURN_TAKE_BACK, 45),
    Act.LEAVE: (Remark.TURN_LEAVE, 35),
    Act.DOOR_PRICE: (Remark.TURN_DOOR_PRICE, 45),
    Act.RETURN: (Remark.TURN_RETURN, 45),
    Act.GONE: (Remark.TURN_GONE, 45),
}
"""Weights are in points of leverage; what the price moved comes on top."""

FIRST_PRICE_WEIGHT = 60  # taking the opening ask gives up everything that could have followed
EVENT_WEIGHT = 10


_HELPED = frozenset(
    {
        Remark.TURN_ALTERNATIVE,
        Remark.TURN_REASON,
        Remark.TURN_COUNTER,
        Remark.TURN_CHASE,
        Remark.TURN_GIVE_WAY,
        Remark.TURN_CALL,
        Remark.TURN_RETURN,
    }
)


_DECIDED = frozenset(
    {
        Remark.TURN_ACCEPT,
        Remark.TURN_FIRST_PRICE,
        Remark.TURN_CLOSE,
        Remark.TURN_INSULT,
        Remark.TURN_SOLD,
        Remark.TURN_LET_GO,
        Remark.TURN_CHASE,
        Remark.TURN_GIVE_WAY,
        Remark.TURN_CALL,
        Remark.TURN_TAKE_BACK,
        Remark.TURN_DOOR_PRICE,
        Remark.TURN_RETURN,
        Remark.TURN_GONE,
        Remark.TURN_EVENT,
    }
)
"""What the counterpart did, or what happened, that can decide how it ends."""


class TurningPoint(NamedTuple):
    """A moment that changed leverage or the price: the number of its step, a sentence about it, whether it was for the
    learner's good, and whether it can have decided how it ended."""

    step: int
    sentence: str
    helped: bool = False
    decided: bool = False


class _Candidate(NamedTuple):
    weight: int
    step: int
    remark: Remark
    values: dict[str, str]


def turning_points(
    scenario: Scenario, world: World, steps: Sequence[Step], coach: Coach, but: Collection[int] = ()
) -> tuple[TurningPoint, ...]:
    """The moments that turned the talk, the most telling first; at most three, no reason twice.

    `steps` is the whole session, the opening included; those numbered in `but` are passed over. Without them it is
    empty only where neither leverage nor price nor anybody's place ever changed.
    """
    candidates = [
        candidate
        for number, (before, step) in enumerate(pairwise(steps), start=1)
        if number not in but
        for candidate in (
            *_noticed(scenario, number, step),
            *_done(scenario, world, number, before.after, step),
        )
    ]
    candidates.sort(key=lambda candidate: (-candidate.weight, candidate.step))
    most_telling: dict[Remark, _Candidate] = {}
    for candidate in candidates:
        most_telling.setdefault(candidate.remark, candidate)
    chosen = list(most_telling.values())[:MOST_TURNING_POINTS]
    return tuple(
        TurningPoint(c.step, coach.say(c.remark, c.values, c.step), c.remark in _HELPED, c.remark in _DECIDED)
        for c in chosen
    )


def outcome(scenario: Scenario, world: World, state: State, coach: Coach) -> str:
    """How the session ended, against the learner's walk-away point and against what there was to get."""
    dealt = state.outcome is Outcome.DEAL
    limit = scenario.limit_at(world, state.extras, struck=state.struck) if dealt else world.limit
    price = scenario.price_at(state.given)
    gain = scenario.gain(price, state.extras, state.rapport)
    values = {
        **_common(scenario, price),
        "alternative": scenario.alternative.spoken,
        "walk_away_point": spoken(scenario.walk_away_point, scenario.currency),
        "limit": spoken(limit, scenario.currency),
        "price": spoken(price, scenario.currency),
        "paid": "paid" if scenario.side is Side.BUYER else "got",
        "extras": _without(scenario, state) + _counted(scenario, state.extras) + _parting(scenario, state.rapport),
        "gain": spoken(abs(gain), scenario.currency),
        "below": "below" if scenario.side is Side.BUYER else "above",
    }
    return coach.say(_outcome_remark(scenario, world, state, price, gain), values, state.round)


def _counted(scenario: Scenario, extras: Collection[str]) -> str:
    """The extras of a deal with what they are worth: ", with a mattress cover (worth $8 to you)", and what the learner
    gives with what it costs.
    """

    def money(amount: int) -> str:
        return spoken(amount, scenario.currency)

    named = [scenario.extra(extra) for extra in sorted(extras)]
    had = [f"{extra.name} (worth {money(extra.worth)} to you)" for extra in named if not extra.given]
    done = [f"{extra.name} (which costs you {money(-extra.worth)})" for extra in named if extra.given]
    return (f", with {listed(had)}" if had else "") + (f", and you {listed(done)}" if done else "")


def _without(scenario: Scenario, state: State) -> str:
    """What was struck from the deal: " without the delivery fee"."""
    return f" without {scenario.small_thing.name}" if scenario.model and state.struck and scenario.small_thing else ""


def _parting(scenario: Scenario, rapport: int) -> str:
    """What the way they parted is worth, where dealings go on."""
    later = 0 if scenario.model is None else scenario.model.goodwill * rapport
    if later == 0:
        return ""
    worth = spoken(abs(later), scenario.currency)
    return f", and you part on good terms (worth {worth})" if later > 0 else f", and you part badly (costs you {worth})"


def _outcome_remark(scenario: Scenario, world: World, state: State, price: int, gain: int) -> Remark:
    if state.outcome is Outcome.NO_DEAL:
        there = scenario.best_gain_in(world) > 0
        return Remark.OUTCOME_WALKED_PAST if there else Remark.OUTCOME_WALKED_RIGHTLY
    if state.outcome is not Outcome.DEAL:
        return Remark.OUTCOME_UNFINISHED
    if gain > 0:
        best = gain >= scenario.best_gain_in(world) if scenario.model else price == world.limit
        return Remark.OUTCOME_BEST if best else Remark.OUTCOME_BETTER
    return Remark.OUTCOME_WORSE if gain < 0 else Remark.OUTCOME_EQUAL


def _noticed(scenario: Scenario, number: int, step: Step) -> Iterator[_Candidate]:
    for note in step.response.notes:
        if note.kind not in _NOTES:
            continue
        remark, least = _NOTES[note.kind]
        weight = max(least, abs(note.leverage))
        if weight == 0:
            continue
        values = _common(scenario, step.response.ask)
        if note.kind is NoteKind.ALTERNATIVE:
            values |= _cited(scenario, step.moves)
        yield _Candidate(weight, number, remark, values)


def _done(scenario: Scenario, world: World, number: int, before: State, step: Step) -> Iterator[_Candidate]:
    response, after = step.response, step.after
    if response.act not in _ACTS or (response.act is Act.CLOSE and response.thought is None):
        return
    remark, weight = _ACTS[response.act]
    if response.act is Act.SHAKE and response.ask == scenario.opening_ask:
        remark, weight = Remark.TURN_FIRST_PRICE, FIRST_PRICE_WEIGHT
    if response.act is Act.GONE and not after.left:
        remark = Remark.TURN_SOLD
    if response.act is Act.CLOSE and any(note.kind is NoteKind.FAR_OFF for note in response.notes):
        remark = Remark.TURN_INSULT
    if response.happened and after.given < before.given:
        remark, weight = Remark.TURN_EVENT, EVENT_WEIGHT
    moved = abs(after.given - before.given)
    weight += round(50 * moved / max(counterpart.limit_room(scenario, world), moved, 1))
    if weight == 0:
        return
    values = _common(scenario, response.ask) | {"was": spoken(scenario.price_at(before.given), scenario.currency)}
    if scenario.small_thing is not None:
        values["small_thing"] = scenario.small_thing.name
    yield _Candidate(weight, number, remark, values)


def _common(scenario: Scenario, ask: int) -> dict[str, str]:
    return {
        "ask": spoken(ask, scenario.currency),
        "item": scenario.item,
        "name": scenario.counterpart.split(",")[0],
    }


def _cited(scenario: Scenario, moves: tuple[Move, ...]) -> dict[str, str]:
    """The figure that was believed, and the alternative by its name if that is its figure."""
    figures = [move.amount for move in moves if isinstance(move, CiteAlternative) and move.amount]
    own = scenario.alternative
    named = own.spoken if own.amount in figures else "another way out"
    figure = own.amount if own.amount in figures else figures[-1]
    return {"alternative": named, "cited": spoken(figure, scenario.currency)}
