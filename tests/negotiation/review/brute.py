"""Small scenarios, and the value of their positions by trying everything: slow, plain, without the search."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, combinations, product

from bot.negotiation.acts import Outcome, Pending
from bot.negotiation.moves import (
    Accept,
    Ask,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    HoldFirm,
    Offer,
    Place,
    RequestExtra,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.scenario import Alternative, Answer, Brief, Extra, Scenario, Side, SmallThing, World
from bot.negotiation.table import open_table, pass_time, say


def world(name, chance, limit, commitment, patience, answer="yes", **more):
    return World(name, name, chance, limit, commitment, patience, "", "", {Topic.OTHER_BUYERS: answer}, **more)


NEEDS_IT = world("needs-it", 0.3, 7000, 0.9, 2, "no")
BUSY = world("busy", 0.3, 9500, 0.1, 2)
AT_THE_DESK = world("at-the-desk", 0.4, 7500, 0.2, 2)
THINKS_AGAIN = world("thinks-again", 0.4, 7500, 0.36, 2, "no")
LEAVES = world("leaves", 0.5, 8000, 0.3, 2, leaves=2)
AT_THE_DESK_TOO = world("at-the-desk-too", 0.3, 8200, 0.2, 2, "no")
LEAVES_AND_RETURNS = world("leaves-and-returns", 0.5, 7500, 0.8, 2, "no", leaves=2, returns=True)
COVER = Extra("cover", "a cover", worth=800, cost=500)


def small(*worlds, extras=(), side=Side.BUYER, step=2000, alternative=8500):
    """A scenario that opens at 10000; as the seller's mirror image if `side` says so."""
    scenario = Scenario(
        id="small",
        story="small",
        title="Small",
        summary="",
        side=Side.BUYER,
        level=1,
        tactics=("walk-away",),
        currency="USD",
        item="the lamp",
        counterpart="Kim",
        voice="store-clerk",
        opening_ask=10000,
        step=step,
        list_price=10000,
        rounds=2,
        brief=Brief("", "", "", ("",), 8000),
        alternative=Alternative("", "another lamp", alternative),
        worlds=worlds,
        answers={Topic.OTHER_BUYERS: {name: Answer(name, ("",)) for name in ("yes", "no")}},
        small_thing=SmallThing("the fee", 1500),
        extras=extras,
    )
    return mirrored(scenario) if side is Side.SELLER else scenario


def mirrored(scenario):
    """The same scenario with prices turned round the opening ask, for a learner who sells."""
    turn = 2 * scenario.opening_ask
    return replace(
        scenario,
        side=Side.SELLER,
        alternative=replace(scenario.alternative, amount=turn - scenario.alternative.amount),
        worlds=tuple(replace(w, limit=turn - w.limit) for w in scenario.worlds),
    )


def value(scenario):
    """The expected surplus share of best play from the opening on, by trying everything there is to say."""
    state, _ = open_table(scenario)
    everywhere = tuple((index, state) for index in range(len(scenario.worlds)))
    whole = sum(w.chance for w in scenario.worlds)
    return _worth(scenario, everywhere, {}) / whole / scenario.best_gain


def _worth(scenario, position, known):
    if position not in known:
        known[position] = _worked_out(scenario, position, known)
    return known[position]


def _worked_out(scenario, position, known):
    state = position[0][1]
    if state.place is Place.OVER:
        return sum(
            scenario.worlds[index].chance * scenario.gain(scenario.price_at(s.given), s.extras)
            for index, s in position
            if s.outcome is Outcome.DEAL
        )
    if state.pending in (Pending.VERDICT, Pending.CALL):
        return _then(scenario, position, None, known)
    choices = everything(scenario, state)
    if state.pending is Pending.RETURN:
        choices = [None, (CallAfter(),), (Accept(),), *choices]
    return max(0.0, 0.0, *(_then(scenario, position, message, known) for message in choices))


def _then(scenario, position, message, known):
    groups = {}
    for index, state in position:
        w = scenario.worlds[index]
        after, response = pass_time(scenario, w, state) if message is None else say(scenario, w, state, message)
        groups.setdefault(response.seen, []).append((index, after))
    return sum(_worth(scenario, tuple(group), known) for group in groups.values())


def everything(scenario, state):
    """At most a question, an argument and one thing about the deal, at any price on the grid, in good faith."""
    if state.place is Place.LEARNER_AWAY and not state.called:
        return [] if state.walked_back else [(ComeBack(),)]  # to and fro for ever is no play
    if state.place is Place.COUNTERPART_AWAY:
        return [(offer,) for offer in _offers(scenario, state)]
    questions = [(), *((Ask(topic),) for topic in scenario.answers if topic not in state.asked)]
    arguments = [()]
    if state.cited is None:
        arguments.append((CiteAlternative(scenario.walk_away_point),))
    if not state.named:
        arguments.append((CiteAlternative(),))
    if not state.threats:
        arguments.append((Threaten(),))
    if not state.reasons:
        arguments.append((GiveReason(),))
    deals = [
        (),
        (HoldFirm(),),
        (Accept(),),
        *([] if state.walks >= 2 else [(WalkAway(reachable=True),), (WalkAway(reachable=False),)]),
        *((HoldFirm(), RequestExtra(extra.id)) for extra in scenario.extras),
        *((offer,) for offer in _offers(scenario, state)),
    ]
    return [(*q, *a, *d) for q, a, d in product(questions, arguments, deals) if q or a or d]


def _offers(scenario, state):
    most = scenario.opening_ask // 2 if state.demand is None else state.demand
    names = [extra.id for extra in scenario.extras]
    wishes = chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))
    prices = [scenario.price_at(room) for room in range(0, most + 1, scenario.step)]
    return [Offer(price, frozenset(wish)) for wish in wishes for price in prices]
