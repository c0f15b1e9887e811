"""Measure how long it takes to value every move of a session: `python -m benchmarks.model_review`."""

from __future__ import annotations

from time import process_time

from bot.negotiation.model import moves as m
from bot.negotiation.model.belief import Position
from bot.negotiation.model.examples import EXAMPLES
from bot.negotiation.model.scenario import Game, draw, uniform
from bot.negotiation.model.search import Search
from bot.negotiation.model.state import Place
from bot.negotiation.model.strategies import following

SESSIONS = 12  # for each scenario
TURNS = 10


def main() -> None:
    for scenario in EXAMPLES:
        taken = sorted(_review(Game(scenario), seed) for seed in range(SESSIONS))
        print(f"{scenario.id:16} median {taken[len(taken) // 2]:.2f} s, worst {taken[-1]:.2f} s of one core")


def _review(game: Game, seed: int) -> float:
    """Value the moves of a session of which every other is drawn at random, and the rest are best."""
    search = Search(game)
    kind = draw(game, seed)
    position = search.beliefs.opening()
    begun = process_time()
    for turn in range(TURNS):
        if position.state.place is Place.OVER:
            break
        options = search.options(position)
        message = options[int(uniform(seed, 90 + turn) * len(options))].message if turn % 2 else options[0].message
        extra: tuple[m.Move, ...] = (m.ShowEagerness(),) if uniform(seed, 50 + turn) < 0.2 else ()
        said = (*extra, *message) if message and position.state.place is Place.AT_TABLE else message
        if said:
            search.value_of(position, said)
        branches = following(search.beliefs, lambda _beliefs, _position, said=said: said or None, position)
        here: list[Position] = [branch for branch in branches if branch.types >> kind.number & 1]
        if not here:
            break
        position = here[int(uniform(seed, 20 + turn) * len(here))]
    return process_time() - begun


if __name__ == "__main__":
    main()
