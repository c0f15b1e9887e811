"""Ways to play a whole session: naive ones, one script for everything, what the tactics teach, and fixed plans.

A strategy sees what a learner sees: a position. It gives its next message, or None to stop.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from bot.negotiation import moves as m
from bot.negotiation.acts import Outcome, Pending
from bot.negotiation.model.belief import Beliefs, Position, after_message, after_wait
from bot.negotiation.model.candidates import LET_GO, fair_step
from bot.negotiation.model.counterpart import CALLS
from bot.negotiation.model.scenario import Game, Type
from bot.negotiation.model.state import State
from bot.negotiation.moves import Place

Strategy: TypeAlias = Callable[[Beliefs, Position], m.Message | None]

LONGEST = 30
THANKFUL = m.WalkAway(reachable=True, thankful=True)


def value(beliefs: Beliefs, strategy: Strategy, position: Position | None = None, depth: int = 0) -> float:
    """The expected share of the gain that `strategy` gets, over all types and answers."""
    game = beliefs.game
    start = position or beliefs.opening()
    return _worth(beliefs, strategy, start, depth) / beliefs.weight(start) / game.best_gain


def _worth(beliefs: Beliefs, strategy: Strategy, position: Position, depth: int) -> float:
    state = position.state
    if state.place is Place.OVER:
        if state.outcome is not Outcome.DEAL:
            return 0.0
        return beliefs.weight(position) * beliefs.game.gain(state.given, state.terms, state.rapport)
    return sum(_worth(beliefs, strategy, after, depth + 1) for after in following(beliefs, strategy, position, depth))


def following(beliefs: Beliefs, strategy: Strategy, position: Position, depth: int = 0) -> list[Position]:
    """Where the next message of `strategy`, or the passing of time, may lead."""
    state = position.state
    if state.pending in (Pending.VERDICT, Pending.CALL):
        return after_wait(beliefs.game, position)
    message = strategy(beliefs, position) if depth < LONGEST else None
    if message is None:
        return []
    if message == LET_GO and state.pending is Pending.RETURN:
        return after_wait(beliefs.game, position)
    return after_message(beliefs.game, position, message)


# --- naive ------------------------------------------------------------------------------------------------------------


def accept(beliefs: Beliefs, position: Position) -> m.Message | None:
    """Takes the first price, whatever it is."""
    return (m.Accept(),)


def haggle(beliefs: Beliefs, position: Position) -> m.Message | None:
    """Comes down bit by bit, never leaves, takes the last word."""
    state = position.state
    if state.place is Place.LEARNER_AWAY:
        return None
    if state.final or state.place is Place.COUNTERPART_AWAY:
        return (m.Accept(),)
    return (keep_on(beliefs.game, state, 80),)


def walk_at_once(beliefs: Beliefs, position: Position) -> m.Message | None:
    """Leaves without a word why; answers a call with yes or no."""
    state = position.state
    if state.place is Place.AT_TABLE and not state.called:
        return (m.WalkAway(),)
    return _answer_call(beliefs.game, state)


def walk_back(beliefs: Beliefs, position: Position) -> m.Message | None:
    """Haggles, leaves to make an impression, comes back by itself and takes what there is."""
    state = position.state
    if state.place is Place.LEARNER_AWAY:
        return (m.ComeBack(),)
    if state.back or state.called:
        return (m.Accept(),)
    if state.round >= 2:
        return (m.WalkAway(),)
    return haggle(beliefs, position)


def one_script(beliefs: Beliefs, position: Position) -> m.Message | None:
    """Names the alternative, asks for half the price and all extras, walks whatever is on the table, takes the call."""
    game = beliefs.game
    ask = game.scenario.opening_ask
    return _script(game, position.state, ask + ask // 2 * game.scenario.side.sign)


def one_bold_script(beliefs: Beliefs, position: Position) -> m.Message | None:
    """The same with the boldest price that most take for serious."""
    game = beliefs.game
    extras = game.mask(_extras(game))
    room = game.serious * 80 // 100 - game.public_cost[extras]
    return _script(game, position.state, game.scenario.price_at(room))


def _script(game: Game, state: State, price: int) -> m.Message | None:
    if state.called or state.place is Place.COUNTERPART_AWAY:
        return (m.Accept(),)
    if state.place is Place.LEARNER_AWAY:
        return None
    if state.round == 0:
        return (m.CiteAlternative(game.scenario.alternative.amount), m.Offer(price, _extras(game)))
    return (THANKFUL,)


def _extras(game: Game) -> frozenset[str]:
    return frozenset(term.id for term in game.terms if not term.given)


# --- what the tactics teach -------------------------------------------------------------------------------------------


def taught(beliefs: Beliefs, position: Position) -> m.Message | None:
    """Greets and asks twice before it offers; opens ambitiously, with a reason; gives what costs little; steps fairly.

    At the last word it goes by the signs that it heard: it leaves where they say that the counterpart needs the deal,
    or where the alternative is better, and takes what there is otherwise.
    """
    game, state = beliefs.game, position.state
    if state.place is Place.COUNTERPART_AWAY:
        return (m.Accept(),) if _gain(game, state) > 0 and not _seen(beliefs, position, _returns) else LET_GO
    if state.place is Place.LEARNER_AWAY:
        return None
    if state.called or state.back:
        return (m.Accept(),) if _gain(game, state) > 0 else (THANKFUL,)
    hello: m.Message = (m.BeCourteous(),) if not state.warm else (m.SumUp(),) if not state.listened else ()
    if state.demand is None and state.anchor == 0:
        for topic in list(game.scenario.fronts)[:2]:
            if all(answer.topic is not topic for answer in state.heard):
                return (*hello, m.Ask(topic))
    if state.final:
        if _gain(game, state) <= 0 or ("walk-away" in game.scenario.tactics and _seen(beliefs, position, needs)):
            cite = naming(game, state)
            return (*cite, THANKFUL)
        return (m.Accept(),)
    reasons = sorted(game.scenario.reasons - state.reasons)
    why: m.Message = (m.GiveReason(reasons[0]),) if reasons and len(state.reasons) < 2 else ()
    cite = () if _seen(beliefs, position, _matches) else naming(game, state)
    return (*hello, *why, *cite, keep_on(game, state, 80, _useful(beliefs, position)))


def naming(game: Game, state: State) -> m.Message:
    alternative = game.scenario.alternative
    usable = alternative.nameable and state.figure is None and game.walk_away > state.given
    return (m.CiteAlternative(alternative.amount),) if usable else ()


def _seen(beliefs: Beliefs, position: Position, sought: Callable[[Type], bool]) -> bool:
    """Whether the counterpart is likelier one that is `sought` than not, by all that was heard and seen."""
    chances = beliefs.weights(position.state.heard)
    kinds = beliefs.kinds(position.types)
    return 2 * sum(chances[kind.number] for kind in kinds if sought(kind)) > sum(chances[kind.number] for kind in kinds)


def needs(kind: Type) -> bool:
    """Whether it comes after or calls somebody who leaves with thanks and a believed way out."""
    return kind.need >= CALLS - 1


def _matches(kind: Type) -> bool:
    """Whether it answers a figure with that figure and no more, at the table and after it."""
    return kind.squeezer and not needs(kind)


def _returns(kind: Type) -> bool:
    return kind.returns


def _useful(beliefs: Beliefs, position: Position) -> int:
    """The package in which both sides gain most by what was heard."""
    game = beliefs.game
    chances = beliefs.weights(position.state.heard)
    return max(
        game.packages,
        key=lambda terms: (
            sum(chances[k.number] * (game.worth[terms] - game.costs[terms][k.number]) for k in game.types),
            -terms,
        ),
    )


def keep_on(game: Game, state: State, percent: int, terms: int | None = None) -> m.Offer:
    """An ambitious first offer, or a fair step from the last one."""
    package = state.terms if terms is None else terms
    if state.demand is None:
        room = game.serious * percent // 100 - game.public_cost[package]
    else:
        room = fair_step(game, state, package, 6)
    room = max(state.given, room // game.scenario.step * game.scenario.step)
    return m.Offer(game.scenario.price_at(room), game.ids(package))


def _gain(game: Game, state: State) -> int:
    return game.gain(state.given, state.terms, state.rapport)


def _answer_call(game: Game, state: State) -> m.Message | None:
    return (m.Accept(),) if state.called and _gain(game, state) > 0 else None


NAIVE: dict[str, Strategy] = {
    "accept": accept,
    "haggle": haggle,
    "walk at once": walk_at_once,
    "walk back": walk_back,
}
