"""What is asked about before it counts although it was pressed or typed as a figure, and why."""

from __future__ import annotations

from bot.negotiation.money import spoken
from bot.negotiation.moves import Accept, Move, Offer, Place
from bot.negotiation.naming import on_the_table, terms
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import State

FAR = 3  # times as much, or as little, as what was said last: a slip of the finger rather than an offer


def doubt_about(scenario: Scenario, state: State, moves: tuple[Move, ...]) -> str | None:
    """The question with its figures; None where nothing speaks against it."""
    if len(moves) != 1:
        return None
    (move,) = moves
    ask = scenario.price_at(state.given)
    if isinstance(move, Offer):
        if move.amount != ask or move.extras:
            return _about_offer(scenario, state, move, ask)
        return _about_accepting(scenario, state, ask, "Offer")
    if isinstance(move, Accept) and (state.place is Place.AT_TABLE or state.called):
        return _about_accepting(scenario, state, ask, "Accept")
    return None


def _about_accepting(scenario: Scenario, state: State, ask: int, verb: str) -> str | None:
    gain = scenario.gain(ask, state.extras, state.rapport)
    reasons: list[str] = []
    if gain < 0:
        worse = spoken(-gain, scenario.currency)
        reasons.append(
            f"That is {worse} worse for you than your walk-away point, "
            f"{spoken(scenario.walk_away_point, scenario.currency)}."
        )
    if state.demand is not None and state.demand > state.given:
        mine = spoken(scenario.price_at(state.demand), scenario.currency)
        reasons.append(f"Your own last offer was {mine}.")
    if not reasons:
        return None
    return " ".join([f"{verb} {on_the_table(scenario, state)}, and it is a deal?", *reasons])


def _about_offer(scenario: Scenario, state: State, offer: Offer, ask: int) -> str | None:
    asked = f"Offer {terms(scenario, offer.amount, offer.extras)}?"
    if scenario.room_at(offer.amount) < state.given and not offer.extras:
        return f"{asked} That is worse for you than what is on the table, {spoken(ask, scenario.currency)}."
    last = [ask] if state.demand is None else [ask, scenario.price_at(state.demand)]
    if all(offer.amount > FAR * price or price > FAR * offer.amount for price in last):
        mine = "" if state.demand is None else f", and you offered {spoken(last[1], scenario.currency)}"
        return f"{asked} That is far from everything so far: they ask {spoken(ask, scenario.currency)}{mine}."
    return None
