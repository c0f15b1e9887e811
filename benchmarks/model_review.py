"""Measure how long it takes to value every move of a session: `python -m benchmarks.model_review`.

Each session is reviewed with a memory of its own, as if nobody had played its scenario before.
"""

from __future__ import annotations

from time import process_time

from bot.negotiation import moves as m
from bot.negotiation.model.belief import Position
from bot.negotiation.model.drawing import draw, uniform
from bot.negotiation.model.scenario import Game, Scenario
from bot.negotiation.model.search import Search
from bot.negotiation.model.shapes.catalog import examples
from bot.negotiation.model.strategies import following
from bot.negotiation.moves import Place

SESSIONS = 12  # for each scenario
TURNS = 10


def main() -> None:
    whole: list[float] = []
    warm: list[float] = []
    turns = 0
    for scenario in examples():
        sessions = [_review(Search(Game(scenario)), seed) for seed in range(SESSIONS)]
        turns += sum(said for _, said in sessions)
        taken = sorted(seconds for seconds, _ in sessions)
        known = Search(Game(scenario))
        again = sorted(_review(known, seed)[0] for seed in range(SESSIONS))
        whole.extend(taken)
        warm.extend(again)
        print(f"{scenario.id:20} {_told(taken)}; with a memory kept: {_told(again)}", flush=True)
    print(f"{'all':20} {_told(sorted(whole))}; with a memory kept: {_told(sorted(warm))}")
    print(f"{turns / len(whole):.1f} turns a session")


def _told(taken: list[float]) -> str:
    at = min(len(taken) - 1, round(0.95 * len(taken)))
    return f"median {taken[len(taken) // 2]:.2f} s, p95 {taken[at]:.2f} s, worst {taken[-1]:.2f} s"


def _other(scenario: Scenario, seed: int, turn: int) -> list[m.Message]:
    """What people say that best play doesn't consider."""
    room = int(uniform(seed, 70 + turn) * abs(scenario.serious - scenario.opening_ask)) // scenario.step * scenario.step
    return [
        (m.HoldFirm(),),
        (m.SmallTalk(),),
        (m.CiteAlternative(),),
        (m.SumUp(), m.HoldFirm()),
        (m.Offer(scenario.price_at(room)),),
        (m.GiveReason("none of them"), m.Offer(scenario.price_at(room))),
    ]


def _review(search: Search, seed: int) -> tuple[float, int]:
    """Value the moves of a session of which every other is drawn at random, on and off what best play considers.

    Return the seconds of one core, and how many turns it had.
    """
    game = search.game
    scenario = game.scenario
    kind = draw(game, seed)
    position = search.beliefs.opening()
    begun = process_time()
    turns = 0
    for turn in range(TURNS):
        if position.state.place is Place.OVER:
            break
        turns += 1
        message = search.best(position).message
        if turn % 2 and position.state.place is Place.AT_TABLE:
            options = [*search.messages(position), *_other(scenario, seed, turn)]
            message = options[int(uniform(seed, 90 + turn) * len(options))]
        extra: tuple[m.Move, ...] = (m.ShowEagerness(),) if uniform(seed, 50 + turn) < 0.2 else ()
        said = (*extra, *message) if message and position.state.place is Place.AT_TABLE else message
        if said:
            search.value_of(position, said)
        branches = following(search.beliefs, lambda _beliefs, _position, said=said: said or None, position)
        here: list[Position] = [branch for branch in branches if branch.types >> kind.number & 1]
        if not here:
            break
        position = here[int(uniform(seed, 20 + turn) * len(here))]
    return process_time() - begun, turns


if __name__ == "__main__":
    main()
