"""Why a move was wrong, by undoing one thing about it.

A reason is not read off the words of a message. For each thing that may have been wrong, the message is said again
without it, and what it is then worth is worked out like anything else. Only what wins back most of the loss is given
as the reason; where nothing single does, the plan as a whole was the weaker one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.negotiation import leverage
from bot.negotiation.acts import NoteKind
from bot.negotiation.agreeing import takes_the_terms
from bot.negotiation.moves import (
    Accept,
    Ask,
    BeRude,
    CiteAlternative,
    HoldFirm,
    LetGo,
    Move,
    Offer,
    Place,
    RequestConcession,
    RequestExtra,
    ShowEagerness,
    Threaten,
    WalkAway,
)
from bot.negotiation.review.candidates import (
    CALL_AFTER,
    LET_GO,
    STAY_AWAY,
    TAKE_IT,
    closing_offers,
    keeping_on,
    probe,
    questions,
    small_step,
)
from bot.negotiation.review.options import Option
from bot.negotiation.review.positions import Message, Position
from bot.negotiation.review.search import Search
from bot.negotiation.review.tracking import Turn
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import State

MOST = 0.6  # share of the loss that undoing one thing must win back to count as the reason
CLEARLY_MORE = 0.2  # share of the loss by which a later reason must beat an earlier, more particular one


class ReasonKind(StrEnum):
    """What was wrong with a move; the more particular first."""

    EAGER = "eager"
    RUDE = "rude"
    EMPTY_THREAT = "empty_threat"
    ALTERNATIVE_UNBELIEVED = "alternative_unbelieved"
    ALTERNATIVE_VAGUE = "alternative_vague"
    FAR_OFF = "far_off"  # a first offer too far away to be answered
    STEP_BACK = "step_back"  # an offer worse than the one before
    NO_WAY_OUT = "no_way_out"  # spoke of an alternative where there is none
    TOKEN_STEP = "token_step"  # a step so small that it counts as none
    WRONG_GIVE = "wrong_give"  # gave what they have no use for, where something else would have been worth much
    GAVE_FOR_NOTHING = "gave_for_nothing"
    NOT_TRADED = "not_traded"  # gave nothing, where something would have been worth more to them than it costs
    GREEDY = "greedy"  # asked for too much at once
    NAMED_TOO_SOON = "named_too_soon"  # told its alternative to somebody who then gave that much and no more
    STALLED = "stalled"
    UNREACHABLE = "unreachable"  # left without a way to be called
    WORSE_THAN_ALTERNATIVE = "worse_than_alternative"  # agreed to what leaving would have beaten
    WALKED_FROM_GOOD_TERMS = "walked_from_good_terms"
    WALKED_BACK = "walked_back"
    CHASED = "chased"  # ran after a counterpart who left
    LET_LEAVE = "let_leave"  # let a counterpart go who should have been called
    PASSED_LAST_WORD = "passed_last_word"
    GAVE_TOO_MUCH = "gave_too_much"  # an offer that was taken, and better than needed
    OPENED_LOW = "opened_low"  # a first offer that gave away too much
    LARGE_CONCESSION = "large_concession"
    ALTERNATIVE_NOT_NAMED = "alternative_not_named"
    NOT_ASKED = "not_asked"
    COLD = "cold"  # no kind word yet
    NO_REASON = "no_reason"  # a price with no argument
    EXTRA_NOT_ASKED = "extra_not_asked"
    ROUND_UNUSED = "round_unused"  # nothing in the message that could have moved them
    ACCEPTED_TOO_SOON = "accepted_too_soon"  # they were still moving
    WALKED_TOO_SOON = "walked_too_soon"
    STAYED = "stayed"  # leaving was the move
    BETTER_PLAN = "better_plan"


FAULTS = frozenset(
    {
        ReasonKind.RUDE,
        ReasonKind.EAGER,
        ReasonKind.EMPTY_THREAT,
        ReasonKind.STEP_BACK,
        ReasonKind.FAR_OFF,
        ReasonKind.ALTERNATIVE_UNBELIEVED,
        ReasonKind.NO_WAY_OUT,
    }
)
"""What is wrong in itself, and is told first: not that something else would have been better still."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a move was wrong: `instead` is the same message with that one thing undone, as plainly as it can be said,
    `recovers` the surplus share that it is worth more."""

    kind: ReasonKind
    instead: Message
    recovers: float


def reason_for(scenario: Scenario, search: Search, turn: Turn, best: Option, played: float) -> Reason:
    """The one thing about a costly decision that explains most of what it lost."""
    loss = best.value - played
    chosen: Reason | None = None
    for kind, instead in _undone(scenario, turn, best.message):
        least = MOST * loss if chosen is None else chosen.recovers + CLEARLY_MORE * loss
        worth = search.value_above(turn.position, instead, played + least)
        if worth is not None:
            chosen = Reason(kind, instead, worth - played)
    if chosen is None:
        return Reason(ReasonKind.BETTER_PLAN, best.message, loss)
    plain = search.plainest(turn.position, chosen.instead, played + chosen.recovers)
    return replace(chosen, instead=plain.message)


def _undone(scenario: Scenario, turn: Turn, best: Message) -> Iterator[tuple[ReasonKind, Message]]:
    """Each thing that may have been wrong with a decision, and the message without it."""
    state, message = turn.state, turn.message
    if state.place is Place.COUNTERPART_AWAY:
        yield from _around_the_door(scenario, turn)
    elif state.place is Place.LEARNER_AWAY and not state.called:
        yield ReasonKind.WALKED_BACK, STAY_AWAY
    elif _has(message, WalkAway):
        yield from _around_walking(scenario, turn)
    elif _has(message, Accept) and not _has(message, Offer):
        yield from _around_accepting(scenario, turn, best)
    else:
        yield from _around_talking(scenario, turn, best)


def _around_the_door(scenario: Scenario, turn: Turn) -> Iterator[tuple[ReasonKind, Message]]:
    state, message = turn.state, turn.message
    if message in (LET_GO, ()):
        yield from ((ReasonKind.LET_LEAVE, TAKE_IT), (ReasonKind.LET_LEAVE, CALL_AFTER))
    elif not takes_the_terms(scenario, state, message):
        yield from ((ReasonKind.CHASED, LET_GO), (ReasonKind.CHASED, TAKE_IT))
    elif scenario.gain(scenario.price_at(state.given), state.extras) < 0:
        yield ReasonKind.WORSE_THAN_ALTERNATIVE, LET_GO
    else:
        yield ReasonKind.ACCEPTED_TOO_SOON, LET_GO


def _around_walking(scenario: Scenario, turn: Turn) -> Iterator[tuple[ReasonKind, Message]]:
    state, message = turn.state, turn.message
    reachable = tuple(replace(move, reachable=True) if isinstance(move, WalkAway) else move for move in message)
    if reachable != message:
        yield ReasonKind.UNREACHABLE, reachable
    if scenario.gain(scenario.price_at(state.given), state.extras) > 0:
        yield ReasonKind.WALKED_FROM_GOOD_TERMS, TAKE_IT
    yield from _named(scenario, state, message)
    for going in _going_on(scenario, turn.position):
        yield ReasonKind.WALKED_TOO_SOON, going


def _around_accepting(scenario: Scenario, turn: Turn, best: Message) -> Iterator[tuple[ReasonKind, Message]]:
    state = turn.state
    goodbye = (WalkAway(reachable=True),)
    if scenario.gain(scenario.price_at(state.given), state.extras) < 0:
        yield ReasonKind.WORSE_THAN_ALTERNATIVE, goodbye
    for going in _going_on(scenario, turn.position):
        yield ReasonKind.ACCEPTED_TOO_SOON, going
    if _has(best, WalkAway):
        yield ReasonKind.STAYED, best


def _around_talking(scenario: Scenario, turn: Turn, best: Message) -> Iterator[tuple[ReasonKind, Message]]:
    state, message = turn.state, turn.message
    for kind, mark in ((ReasonKind.EAGER, ShowEagerness), (ReasonKind.RUDE, BeRude)):
        if _has(message, mark):
            yield kind, _without(message, mark) or (HoldFirm(),)
    if state.threats + sum(isinstance(move, Threaten) for move in message) > 1 and _has(message, Threaten):
        yield ReasonKind.EMPTY_THREAT, _without(message, Threaten)
    if state.final and scenario.gain(scenario.price_at(state.given), state.extras) > 0:
        yield ReasonKind.PASSED_LAST_WORD, TAKE_IT
    yield from _about_offers(scenario, turn)
    yield from _named(scenario, state, message)
    if not _has(message, Ask):
        for question in questions(scenario, turn.position):
            if question:
                yield ReasonKind.NOT_ASKED, (*question, *message)
    if turn.after[0].state.place is not Place.OVER:  # a refused extra would only have kept a bad offer from being taken
        yield from _about_extras(scenario, state, message)
    if not _has(message, Offer):
        for going in _going_on(scenario, turn.position):
            kept = _without(message, HoldFirm, RequestConcession, LetGo, ShowEagerness, BeRude)
            yield ReasonKind.ROUND_UNUSED, (*kept, *(move for move in going if isinstance(move, Offer)))
    if _has(best, WalkAway):
        yield ReasonKind.STAYED, best


def _about_offers(scenario: Scenario, turn: Turn) -> Iterator[tuple[ReasonKind, Message]]:
    state, message = turn.state, turn.message
    offer = next((move for move in reversed(message) if isinstance(move, Offer)), None)
    if offer is None:
        return
    _, note = leverage.after_offer(scenario, state, offer)
    if note.kind is NoteKind.STEP_BACK:
        yield ReasonKind.STEP_BACK, _in_place_of(message, offer, HoldFirm())
        return
    if note.kind is NoteKind.FAR_OFF:
        kind = ReasonKind.FAR_OFF
    elif turn.after[0].state.place is Place.OVER:
        kind = ReasonKind.GAVE_TOO_MUCH
    else:
        kind = ReasonKind.OPENED_LOW if state.demand is None else ReasonKind.LARGE_CONCESSION
    prices = {small_step(scenario, state)}
    for world, standing in turn.position:
        prices |= {
            move.amount
            for closing, _ in closing_offers(scenario, world, standing, probe(scenario, world, standing))
            for move in closing
            if isinstance(move, Offer) and move.extras == offer.extras
        }
    for price in sorted(price for price in prices if price is not None):
        if scenario.room_at(price) > scenario.room_at(offer.amount) or note.kind is NoteKind.FAR_OFF:
            yield kind, _in_place_of(message, offer, replace(offer, amount=price))


def _named(scenario: Scenario, state: State, message: Message) -> Iterator[tuple[ReasonKind, Message]]:
    """Naming the alternative with its true figure, where that beats the table: any other is better kept to oneself."""
    if state.cited is not None or scenario.room_at(scenario.walk_away_point) <= state.given:
        return
    truth = CiteAlternative(scenario.walk_away_point)
    said = next((move for move in message if isinstance(move, CiteAlternative)), None)
    if said is None:
        yield ReasonKind.ALTERNATIVE_NOT_NAMED, (truth, *message)
    elif said.amount is None:
        yield ReasonKind.ALTERNATIVE_VAGUE, _in_place_of(message, said, truth)
    else:
        _, note = leverage.after_saying(scenario, state, said)
        if note is not None and note.kind is NoteKind.ALTERNATIVE_UNBELIEVED:
            yield ReasonKind.ALTERNATIVE_UNBELIEVED, _in_place_of(message, said, truth)


def _about_extras(scenario: Scenario, state: State, message: Message) -> Iterator[tuple[ReasonKind, Message]]:
    if _has(message, RequestExtra) or any(isinstance(move, Offer) and move.extras for move in message):
        return
    for extra in scenario.extras:
        if extra.worth > extra.cost and extra.id not in state.extras:
            yield ReasonKind.EXTRA_NOT_ASKED, (*message, RequestExtra(extra.id))


def _going_on(scenario: Scenario, position: Position) -> Iterator[Message]:
    yield from dict.fromkeys(
        message
        for world, state in position
        for message in keeping_on(scenario, world, state, probe(scenario, world, state))
    )


def _has(message: Message, *kinds: type[Move]) -> bool:
    return any(isinstance(move, kinds) for move in message)


def _without(message: Message, *kinds: type[Move]) -> Message:
    return tuple(move for move in message if not isinstance(move, kinds))


def _in_place_of(message: Message, old: Move, new: Move) -> Message:
    return tuple(new if move is old else move for move in message)
