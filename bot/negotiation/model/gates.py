"""What a scenario has to reach to teach what it says: figures, each with a bar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.negotiation import moves as m
from bot.negotiation.model.belief import Beliefs, Position, after_message
from bot.negotiation.model.candidates import ALL, Devices
from bot.negotiation.model.plans import best_fixed_plan
from bot.negotiation.model.scenario import Game, Scenario
from bot.negotiation.model.search import Search
from bot.negotiation.model.strategies import (
    NAIVE,
    Strategy,
    following,
    one_bold_script,
    one_script,
    taught,
    value,
)
from bot.negotiation.moves import Place

DEVICES: dict[str, Devices] = {
    "walk-away": replace(ALL, walking=False),
    "questions": replace(ALL, questions=False),
    "competing-offer": replace(ALL, citing=False),
    "give-and-take": replace(ALL, terms=False),
    "late-add-on": replace(ALL, terms=False),
    "small-talk": replace(ALL, warmth=False),
    "keep-the-door-open": replace(ALL, parting=False),
    "take-it-or-leave-it": replace(ALL, letting=False),
    "ambitious-first-offer": replace(ALL, bold=False),
}
"""What is left to a learner who doesn't know a tactic."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One figure. It holds where it lies from `least` to `most`; without either it is only told."""

    name: str
    figure: float
    least: float | None = None
    most: float | None = None

    @property
    def holds(self) -> bool:
        low = self.least is None or self.figure >= self.least - 1e-9
        return low and (self.most is None or self.figure <= self.most + 1e-9)


def gates(scenario: Scenario) -> list[Gate]:
    """Return all figures of one scenario."""
    game = Game(scenario)
    search = Search(game)
    beliefs = search.beliefs
    opening = beliefs.opening()
    best = search.value(opening)
    listed = scenario.tactics
    without = {name: best - Search(game, DEVICES[name]).value(opening) for name in {*listed, "questions"}}
    lesson = value(beliefs, taught)
    script = max(value(beliefs, one_script), value(beliefs, one_bold_script))
    fixed, _ = best_fixed_plan(game)
    walked, left, better = _walking(search)
    leaving = scenario.alternative.nameable  # where there is nobody else, leaving is not what is taught
    return [
        Gate("best play", best, least=0.25),
        Gate("knowing the world", _knowing(search) - best, least=0.10),
        Gate("questions", without["questions"], least=0.05 if "questions" in listed else None),
        Gate("never reads / best", fixed / best, most=0.62),
        Gate("one script / best", script / best, most=0.55),
        Gate("one script - taught", script - lesson, most=-0.01),
        Gate("taught / best", lesson / best, least=0.75),
        *_first_offers(search),
        *_bad_faith(search),
        Gate("walks where the ask is better", better / left if left else 0.0, most=0.40),
        Gate("best play walks or lets go", walked, least=0.30 if leaving else None, most=0.60),
        Gate("five reasons", _reasons(search), most=0.0),
        *(
            Gate(f"worth of {tactic}", without[tactic], least=0.10 if tactic == "give-and-take" else 0.03)
            for tactic in listed
        ),
        *(
            Gate(f"naive: {name} / best", value(beliefs, strategy) / best, most=0.62)
            for name, strategy in NAIVE.items()
        ),
    ]


def _knowing(search: Search) -> float:
    """Mean best play of somebody who is told the world."""
    game = search.game
    mean = 0.0
    for number in range(len(game.scenario.worlds)):
        types = sum(1 << kind.number for kind in game.types if kind.world == number)
        position = Position(search.beliefs.opening().state, types)
        mean += search.value(position) * search.beliefs.weight(position)
    return mean / search.beliefs.weight(search.beliefs.opening())


def reached(search: Search, strategy: Strategy) -> Iterator[Position]:
    """All positions at which `strategy` may have to speak."""
    waiting = [search.beliefs.opening()]
    while waiting:
        position = waiting.pop()
        if position.state.place is Place.OVER:
            continue
        if position.state.place is not Place.LEARNER_AWAY:
            yield position
        waiting.extend(following(search.beliefs, strategy, position))


def best_strategy(search: Search) -> Strategy:
    def play(beliefs: Beliefs, position: Position) -> m.Message | None:
        option = search.best(position)
        return option.message or None

    return play


def _walking(search: Search) -> tuple[float, float, float]:
    """How often best play walks or lets go; how often a last word beats the alternative, and how often walking then
    beats it.

    Only last words count: before them neither walking nor taking is what there is to do.
    """
    beliefs = search.beliefs
    game = search.game
    walked = left = better = 0.0
    best = best_strategy(search)
    for position in reached(search, best):
        message = best(beliefs, position)
        if message and isinstance(message[-1], m.WalkAway | m.LetGo) and not position.state.walks:
            walked += beliefs.weight(position)
    for strategy in (best, taught, NAIVE["haggle"]):
        for position in reached(search, strategy):
            state = position.state
            if state.walks or not state.final:
                continue
            if game.gain(state.given, state.terms, state.rapport) > 0:
                weight = beliefs.weight(position)
                left += weight
                alternative = game.scenario.alternative
                cites = alternative.nameable and state.figure is None and state.given < game.walk_away
                cite = (m.CiteAlternative(alternative.amount),) if cites else ()
                leaving = (*cite, m.WalkAway(reachable=True, thankful=True))
                if search.value_of(position, leaving) > search.value_of(position, (m.Accept(),)) + 1e-9:
                    better += weight
    return walked / beliefs.weight(beliefs.opening()), left, better


def _first_offers(search: Search) -> list[Gate]:
    """What the size of the first offer is worth where best play makes it: after it has asked what it asks."""
    game, beliefs = search.game, search.beliefs
    scenario = game.scenario
    grid: dict[int, float] = {}
    whole = modest = 0.0
    for position, offer in _openings(search):
        chance = beliefs.weight(position)
        whole += chance
        *before, _ = search.best(position).message
        kept = tuple(move for move in before if not isinstance(move, m.CiteAlternative))
        cost = game.public_cost[game.mask(offer.extras)]
        for percent in range(20, 165, 5):
            room = max(scenario.step, (game.serious * percent // 100 - cost) // scenario.step * scenario.step)
            said = (*kept, m.Offer(scenario.price_at(room), offer.extras))
            grid[percent] = grid.get(percent, 0.0) + chance * search.value_of(position, said)
        target = scenario.room_at(scenario.target) // 2 // scenario.step * scenario.step
        modest += chance * search.value_of(position, (*kept, m.Offer(scenario.price_at(target - cost), offer.extras)))
    top = max(grid.values())
    at = max(percent for percent, found in grid.items() if found > top - 1e-9)
    insult = max(found for percent, found in grid.items() if percent >= 130)
    return [
        Gate("best first offer, % of serious", at, least=30, most=110),
        Gate("an insult costs", (top - insult) / whole, least=0.10),
        Gate("a timid offer costs", (top - modest) / whole, least=0.03),
    ]


def _openings(search: Search) -> Iterator[tuple[Position, m.Offer]]:
    """The positions in which best play makes its first offer, with that offer."""
    for position in reached(search, best_strategy(search)):
        message = search.best(position).message
        first = position.state.demand is None and position.state.anchor == 0
        if first and message and isinstance(offer := message[-1], m.Offer):
            yield position, offer


def _bad_faith(search: Search) -> list[Gate]:
    """What a caught lie, a retracted offer, and rudeness before walking cost, on average along best play."""
    game, beliefs = search.game, search.beliefs
    scenario = game.scenario
    opening = beliefs.opening()
    offers = [o for o in search.options(opening) if any(isinstance(move, m.Offer) for move in o.message)]
    first = offers[0]
    lie = m.CiteAlternative(scenario.price_at(game.walk_away + 4 * scenario.unit))
    honest = tuple(move for move in first.message if not isinstance(move, m.CiteAlternative))
    lied = search.value_of(opening, (*honest[:-1], lie, honest[-1])) - first.value
    retracted = weight = rude = leaving = 0.0
    for position in after_message(game, opening, first.message):
        state = position.state
        if state.place is not Place.AT_TABLE or state.demand is None or state.final:
            continue
        back = m.Offer(scenario.price_at(state.demand + 2 * scenario.unit), game.ids(state.wanted))
        chance = beliefs.weight(position)
        weight += chance
        retracted += chance * (search.value_of(position, (back,)) - search.value(position))
    best = best_strategy(search)
    for position in reached(search, best):
        message = best(beliefs, position)
        leaves = message and isinstance(message[-1], m.WalkAway) and not position.state.walks
        if leaves if "walk-away" in scenario.tactics else position == opening:
            chance = beliefs.weight(position)
            leaving += chance
            said = message or ()
            rude += chance * (search.value_of(position, (m.BeRude(), *said)) - search.value_of(position, said))
    return [
        Gate("a caught lie", lied, most=-0.05),
        Gate("a retracted offer", retracted / weight if weight else 0.0, most=-0.05),
        Gate("rudeness (before walking, where that is taught)", rude / leaving if leaving else 0.0, most=-0.05),
    ]


def _reasons(search: Search) -> float:
    """How much five reasons in one message are worth over the best one of them."""
    scenario = search.game.scenario
    opening = search.beliefs.opening()
    offer = next(move for option in search.options(opening) for move in option.message if isinstance(move, m.Offer))
    every = [*sorted(scenario.reasons), "general", "pity", "fairness"][:5]
    one = max(search.value_of(opening, (m.BeCourteous(), m.GiveReason(kind), offer)) for kind in every)
    return search.value_of(opening, (m.BeCourteous(), *(m.GiveReason(kind) for kind in every), offer)) - one
