"""Which move of a message decides, and whether it takes the terms that are on the table as they were last shown."""

from __future__ import annotations

from bot.negotiation.moves import Accept, Move, Offer, RequestExtra, WalkAway
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import State


def binding(moves: tuple[Move, ...]) -> Move | None:
    """Return the move that decides: leaving before all else, then the last offer or acceptance."""
    for move in moves:
        if isinstance(move, WalkAway):
            return move
    for move in reversed(moves):
        if isinstance(move, Offer | Accept):
            return move
    return None


def takes_the_terms(scenario: Scenario, state: State, moves: tuple[Move, ...]) -> bool:
    """Return whether a message says yes to what is on the table: in so many words, or by offering no less for it.

    An offer in a message that asks for extras that aren't on the table is an offer, whatever its price.
    """
    match binding(moves):
        case Accept():
            return True
        case Offer(amount, extras):
            wished = extras.union(move.extra for move in moves if isinstance(move, RequestExtra))
            return scenario.room_at(amount) <= state.given and wished <= state.extras
        case _:
            return False
