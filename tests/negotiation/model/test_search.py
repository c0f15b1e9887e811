"""The search against an independent brute force on a small scenario, and what is known of values."""

from __future__ import annotations

from dataclasses import replace

from bot.negotiation import moves as m
from bot.negotiation.acts import Outcome, Pending
from bot.negotiation.model.belief import Position
from bot.negotiation.model.candidates import messages
from bot.negotiation.model.plans import best_fixed_plan
from bot.negotiation.model.scenario import Draw, Game, Scenario, Type
from bot.negotiation.model.search import Search
from bot.negotiation.model.shapes.catalog import SCALES, SHAPES
from bot.negotiation.model.shapes.making import made
from bot.negotiation.model.state import State
from bot.negotiation.model.strategies import taught, value
from bot.negotiation.model.table import Hidden, chances, pass_time, say
from bot.negotiation.moves import Place

EXAMPLES = {
    id: made(shape, id, prices) for (id, shape), prices in zip(SHAPES.items(), [*SCALES.values()] * 2, strict=True)
}


def small(scenario: Scenario) -> Scenario:
    """Two draws a world and little patience: small enough to play out everything."""
    return replace(
        scenario,
        worlds=tuple(
            replace(world, draws=tuple(replace(drawn, patience=2) for drawn in world.draws[:2]))
            for world in scenario.worlds[:3]
        ),
    )


def exhaustive(game: Game, search: Search, state: State, group: list[tuple[Type, float]]) -> float:
    """Best expected gain (times chance) with nothing but `say` and `pass_time`, the answers spread by hand."""
    if state.place is Place.OVER:
        gain = game.gain(state.given, state.terms, state.rapport) if state.outcome is Outcome.DEAL else 0
        return gain * sum(chance for _, chance in group)
    if state.pending in (Pending.VERDICT, Pending.CALL):
        return _spread(game, search, [(kind, c, pass_time(game, Hidden(kind, 0), state)[0]) for kind, c in group])
    best = 0.0
    types = sum(1 << kind.number for kind, _ in group)
    for message in messages(search.beliefs, Position(state, types)):
        if not message:
            continue
        asked = [move for move in message if isinstance(move, m.Ask)]
        found: list[tuple[Type, float, State]] = []
        for kind, chance in group:
            if message == (m.LetGo(),) and state.pending is Pending.RETURN:
                found.append((kind, chance, pass_time(game, Hidden(kind, 0), state)[0]))
            elif not asked:
                found.append((kind, chance, say(game, Hidden(kind, 0), state, message)[0]))
            else:
                for said in range(200):  # a sample of seeds stands for the answers, each told by what was said
                    after, response = say(game, Hidden(kind, said), state, message)
                    if not response.answers:
                        found.append((kind, chance, after))
                        break
                    answer = response.answers[0]
                    share = dict(chances(game, kind, answer.topic, answer.candor))
                    if all(k is not kind or s != after for k, _, s in found):
                        found.append((kind, chance * share[answer.said], after))
        best = max(best, _spread(game, search, found))
    return best


def _spread(game: Game, search: Search, found: list[tuple[Type, float, State]]) -> float:
    seen: dict[State, list[tuple[Type, float]]] = {}
    for kind, chance, after in found:
        seen.setdefault(after, []).append((kind, chance))
    return sum(exhaustive(game, search, after, group) for after, group in seen.items())


def test_the_search_agrees_with_brute_force() -> None:
    for scenario in map(small, EXAMPLES.values()):
        game = Game(scenario)
        search = Search(game)
        whole = sum(kind.chance for kind in game.types)
        expected = exhaustive(game, search, State(), [(kind, kind.chance) for kind in game.types])
        assert abs(search.value(search.beliefs.opening()) - expected / whole / game.best_gain) < 1e-9


def test_best_play_is_worth_no_less_than_what_is_taught_and_than_any_fixed_plan() -> None:
    for scenario in EXAMPLES.values():
        game = Game(scenario)
        search = Search(game)
        best = search.value(search.beliefs.opening())
        assert best >= value(search.beliefs, taught)
        assert best >= best_fixed_plan(game)[0]


def test_a_proud_counterpart_ends_the_talk_where_another_cools() -> None:
    late = EXAMPLES["late-add-on"]
    world = replace(late.worlds[3], chance=1.0)
    insult = (m.Offer(late.price_at(Game(late).serious * 12 // 10)),)
    for proud, place in ((True, Place.OVER), (False, Place.AT_TABLE)):
        drawn = replace(world, draws=(Draw(17000, 8, 4, proud),))
        game = Game(replace(late, worlds=(drawn,)))
        state, _ = say(game, Hidden(game.types[0], 0), State(), insult)
        assert state.place is place
