"""Prices as people say them: advice worth no less, and easier to type.

The search deals in exact prices, such as the smallest step that counts. Nobody says $905 where $950 does as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, takewhile

from bot.negotiation.moves import Offer
from bot.negotiation.review.candidates import longest_step
from bot.negotiation.review.positions import Message
from bot.negotiation.scenario import Scenario, Side
from bot.negotiation.state import State

TRIES = 2  # rounder prices that are worth a look: each has to be valued
NEARER = 4  # a first offer is rounded by at most one part in so many of its way to the table


def rounder(scenario: Scenario, state: State, message: Message) -> Iterator[Message]:
    """`message` with its price rounded towards the table, the roundest first; nothing where it names none.

    A seller's first price is their own list price where that is nearer to the table: nobody asks for more than it says.
    """
    offer = next((move for move in message if isinstance(move, Offer)), None)
    if offer is None or scenario.room_at(offer.amount) <= state.given:
        return
    for price in _prices(scenario, state, offer.amount):
        yield tuple(replace(move, amount=price) if move is offer else move for move in message)


def _prices(scenario: Scenario, state: State, price: int) -> Iterator[int]:
    room = scenario.room_at(price)
    if state.demand is None:
        if scenario.side is Side.SELLER and state.given < scenario.room_at(scenario.list_price) < room:
            yield scenario.list_price
        nearest = scenario.price_at(room - (room - state.given) // NEARER)
    else:
        nearest = longest_step(scenario, state) or price
    low, high = sorted((price, nearest))
    yield from islice(dict.fromkeys(_rounded(scenario, price, low, high)), TRIES)


def _rounded(scenario: Scenario, price: int, low: int, high: int) -> Iterator[int]:
    """Prices from `low` to `high` that are rounder than `price`, the roundest first, each the nearest to `price`."""
    for unit in takewhile(lambda unit: price % unit, _units(high)):
        rounded = -(-low // unit) * unit if price == low else high // unit * unit
        if low <= rounded <= high and scenario.room_at(rounded) % scenario.step == 0:
            yield rounded


def _units(most: int) -> Iterator[int]:
    """1, 2 or 5 times a power of ten, the largest first, none above `most`."""
    power = 10 ** (len(str(most)) - 1)
    while power:
        yield from (times * power for times in (5, 2, 1) if times * power <= most)
        power //= 10
