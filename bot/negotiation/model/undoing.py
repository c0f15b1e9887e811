"""Why a move was wrong under the second model, by undoing one thing about it.

For each thing that may have been wrong the message is valued again without it. What wins back most of the loss is the
reason; where nothing single does, the plan as a whole was the weaker one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.negotiation import moves as m
from bot.negotiation.model.belief import Position
from bot.negotiation.model.candidates import LET_GO, TAKE_IT, fair_step
from bot.negotiation.model.hearing import BOLD, REASONS
from bot.negotiation.model.scenario import Game
from bot.negotiation.model.search import Search
from bot.negotiation.model.state import State
from bot.negotiation.moves import Message, Move, Place
from bot.negotiation.review.options import Option
from bot.negotiation.review.reasons import CLEARLY_MORE, FAULTS, MOST, Reason, ReasonKind

MODEST = 60  # percent of what is serious

FAULT = 0.25  # share of the loss that undoing a fault must win back to be told


def reason_for(search: Search, position: Position, message: Message, best: Option, played: float) -> Reason:
    """Return the one thing about a costly decision that explains most of what it lost."""
    loss = best.value - played
    chosen: Reason | None = None
    for kind, instead in _undone(search, position, message, best.message):
        most = 0.0 if kind is ReasonKind.FAR_OFF else FAULT if kind in FAULTS else MOST
        least = most * loss if chosen is None else chosen.recovers + CLEARLY_MORE * loss
        recovers = search.value_of(position, instead) - played
        if recovers > least:
            chosen = Reason(kind, instead, recovers)
            if kind in FAULTS:
                return chosen
    return chosen or Reason(ReasonKind.BETTER_PLAN, best.message, loss)


def _undone(
    search: Search, position: Position, message: Message, best: Message
) -> Iterator[tuple[ReasonKind, Message]]:
    """Each thing that may have been wrong, the more particular first, and the message without it."""
    game, state = search.game, position.state
    if state.place is Place.COUNTERPART_AWAY:
        yield from _around_the_door(game, state, message)
    elif state.place is Place.LEARNER_AWAY:
        yield ReasonKind.WALKED_BACK, ()
    elif _has(message, m.WalkAway):
        yield from _around_walking(game, state, message, best)
    elif _has(message, m.Accept) and not _has(message, m.Offer):
        yield from _around_accepting(game, state, best)
    else:
        yield from _around_talking(search, position, message, best)


def _around_the_door(game: Game, state: State, message: Message) -> Iterator[tuple[ReasonKind, Message]]:
    if message in (LET_GO, ()):
        yield ReasonKind.LET_LEAVE, TAKE_IT
    elif _has(message, m.Accept):
        kind = ReasonKind.WORSE_THAN_ALTERNATIVE if _gain(game, state) < 0 else ReasonKind.ACCEPTED_TOO_SOON
        yield kind, LET_GO
    else:
        yield from ((ReasonKind.CHASED, LET_GO), (ReasonKind.CHASED, TAKE_IT))


def _around_walking(game: Game, state: State, message: Message, best: Message) -> Iterator[tuple[ReasonKind, Message]]:
    polite = tuple(m.WalkAway(True, True) if isinstance(move, m.WalkAway) else move for move in message)
    if _has(message, m.BeRude):
        yield ReasonKind.RUDE, _without(polite, m.BeRude)
    if polite != message:
        yield ReasonKind.UNREACHABLE, polite
    if _gain(game, state) > 0:
        yield ReasonKind.WALKED_FROM_GOOD_TERMS, TAKE_IT
    yield from _named(game, state, message)
    if not _has(best, m.WalkAway, m.Accept):
        yield ReasonKind.WALKED_TOO_SOON, best


def _around_accepting(game: Game, state: State, best: Message) -> Iterator[tuple[ReasonKind, Message]]:
    if _gain(game, state) < 0:
        yield ReasonKind.WORSE_THAN_ALTERNATIVE, (m.WalkAway(True, True),)
    yield (ReasonKind.STAYED if _has(best, m.WalkAway) else ReasonKind.ACCEPTED_TOO_SOON), best


def _around_talking(
    search: Search, position: Position, message: Message, best: Message
) -> Iterator[tuple[ReasonKind, Message]]:
    game, state = search.game, position.state
    for kind, mark in (
        (ReasonKind.RUDE, m.BeRude),
        (ReasonKind.EAGER, m.ShowEagerness),
        (ReasonKind.EMPTY_THREAT, m.Threaten),
        (ReasonKind.STALLED, m.Stall),
    ):
        if _has(message, mark):
            yield kind, _without(message, mark) or (m.HoldFirm(),)
    if state.final and _gain(game, state) > 0:
        yield ReasonKind.PASSED_LAST_WORD, TAKE_IT
    yield from _about_the_offer(search, position, message)
    yield from _named(game, state, message)
    if _has(message, m.CiteAlternative):
        yield ReasonKind.NAMED_TOO_SOON, _without(message, m.CiteAlternative) or (m.HoldFirm(),)
    asked = tuple(move for move in best if isinstance(move, m.Ask | m.BeCourteous | m.SumUp))
    if _has(best, m.Ask) and not _has(message, m.Ask):
        yield ReasonKind.NOT_ASKED, asked
    if not state.warm and not _has(message, m.BeCourteous):
        yield ReasonKind.COLD, (m.BeCourteous(), *message)
    if _has(message, m.Offer) and not _has(message, m.GiveReason) and len(state.reasons) < REASONS:
        for reason in game.reasons:
            if reason.kind not in state.reasons:
                yield ReasonKind.NO_REASON, (reason, *message)
    if not _has(message, m.Offer) and _has(best, m.Offer):
        offers = tuple(move for move in best if isinstance(move, m.Offer))
        yield ReasonKind.ROUND_UNUSED, (*_without(message, m.HoldFirm, m.RequestConcession), *offers)
    if _has(best, m.WalkAway):
        yield ReasonKind.STAYED, best


def _about_the_offer(search: Search, position: Position, message: Message) -> Iterator[tuple[ReasonKind, Message]]:
    game, state = search.game, position.state
    offer = next((move for move in reversed(message) if isinstance(move, m.Offer)), None)
    if offer is None:
        return
    terms = game.mask(offer.extras)
    for kind, other in _packages(search, position, terms):
        yield kind, _in_place_of(message, offer, replace(offer, extras=game.ids(other)))
    room = game.scenario.room_at(offer.amount)
    if state.demand is None:
        for kind, percent in ((ReasonKind.FAR_OFF, BOLD), (ReasonKind.FAR_OFF, MODEST), (ReasonKind.OPENED_LOW, BOLD)):
            fitting = game.serious * percent // 100 - game.public_cost[terms]
            if (fitting < room) == (kind is ReasonKind.FAR_OFF) and fitting != room:
                yield kind, _without(_in_place_of(message, offer, _at(game, offer, fitting)), m.Threaten)
        return
    fair = fair_step(game, state, terms)
    if room > state.demand:
        yield ReasonKind.STEP_BACK, _in_place_of(message, offer, m.HoldFirm())
    elif room > fair:
        yield ReasonKind.TOKEN_STEP, _in_place_of(message, offer, _at(game, offer, fair))
    elif room < fair:
        over = room <= state.given
        kind = ReasonKind.GAVE_TOO_MUCH if over else ReasonKind.LARGE_CONCESSION
        yield kind, _in_place_of(message, offer, _at(game, offer, fair))


def _packages(search: Search, position: Position, terms: int) -> Iterator[tuple[ReasonKind, int]]:
    """Other terms for an offer: what is given for nothing left out, what would be worth much put in."""
    game, state = search.game, position.state
    kept = state.wanted | state.terms
    given, asked = terms & game.gives, terms & ~game.gives
    for other in search.beliefs.ranked(position.types, state.heard, kept):
        if other == terms:
            continue
        more_given, more_asked = other & game.gives & ~given, other & ~game.gives & ~asked
        if given & ~other and more_given:
            yield ReasonKind.WRONG_GIVE, other
        elif given & ~other:
            yield ReasonKind.GAVE_FOR_NOTHING, other
        elif more_given:
            yield ReasonKind.NOT_TRADED, other
        elif more_asked:
            yield ReasonKind.EXTRA_NOT_ASKED, other
        elif asked & ~other:
            yield ReasonKind.GREEDY, other


def _named(game: Game, state: State, message: Message) -> Iterator[tuple[ReasonKind, Message]]:
    """Naming the alternative with its true figure, where that beats the table."""
    alternative = game.scenario.alternative
    said = next((move for move in message if isinstance(move, m.CiteAlternative)), None)
    if not alternative.nameable:
        if said is not None:
            yield ReasonKind.NO_WAY_OUT, _without(message, m.CiteAlternative) or (m.HoldFirm(),)
        return
    if state.figure is not None or game.walk_away <= state.given:
        return
    truth = m.CiteAlternative(alternative.amount)
    if said is None:
        yield ReasonKind.ALTERNATIVE_NOT_NAMED, (truth, *message)
    elif said.amount is None:
        yield ReasonKind.ALTERNATIVE_VAGUE, _in_place_of(message, said, truth)
    elif game.scenario.room_at(said.amount) > game.walk_away:
        yield ReasonKind.ALTERNATIVE_UNBELIEVED, _in_place_of(message, said, truth)


def _at(game: Game, offer: m.Offer, room: int) -> m.Offer:
    step = game.scenario.step
    return replace(offer, amount=game.scenario.price_at(max(step, room // step * step)))


def _gain(game: Game, state: State) -> int:
    return game.gain(state.given, state.terms, state.rapport)


def _has(message: Message, *kinds: type[Move]) -> bool:
    return any(isinstance(move, kinds) for move in message)


def _without(message: Message, *kinds: type[Move]) -> Message:
    return tuple(move for move in message if not isinstance(move, kinds))


def _in_place_of(message: Message, old: Move, new: Move) -> Message:
    return tuple(new if move is old else move for move in message)
