"""What a learner knows: the public state, and which types still agree with all that was seen.

A **position** is a state and a set of types (bits). The chance of a type given the position is its chance in the
scenario times the likelihood of every answer that was heard (Bayes), over the sum of those that are left. Acts and
prices are certain given the type, so they only rule types out.
"""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from bot.negotiation import moves as m
from bot.negotiation.model.counterpart import Decision, decide, reach
from bot.negotiation.model.hearing import hear
from bot.negotiation.model.scenario import Game, Type
from bot.negotiation.model.state import Answer, State
from bot.negotiation.model.table import after_time, at_the_door, brings, chances, settle, settled, while_away
from bot.negotiation.moves import Place, Topic

PACKAGES = 3  # that are considered at once


class Position(NamedTuple):
    state: State
    types: int


class Beliefs:
    """Chances of types by what was heard, remembered."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self._ranked: dict[tuple[int, tuple[Answer, ...], int], list[int]] = {}
        self._weights: dict[tuple[Answer, ...], tuple[float, ...]] = {}

    def opening(self) -> Position:
        return Position(State(), (1 << len(self.game.types)) - 1)

    def weights(self, heard: tuple[Answer, ...]) -> tuple[float, ...]:
        """The chance of each type and of all that was heard together."""
        known = self._weights.get(heard)
        if known is None:
            known = tuple(
                kind.chance * likelihood(self.game, kind, heard) if heard else kind.chance for kind in self.game.types
            )
            self._weights[heard] = known
        return known

    def weight(self, position: Position) -> float:
        chances = self.weights(position.state.heard)
        return sum(chances[kind.number] for kind in self.kinds(position.types))

    def kinds(self, types: int) -> list[Type]:
        return [kind for kind in self.game.types if types >> kind.number & 1]

    def chances(self, position: Position) -> dict[str, float]:
        """The chance of each world by its id."""
        whole = self.weight(position)
        chances = self.weights(position.state.heard)
        found = {world.id: 0.0 for world in self.game.scenario.worlds}
        for kind in self.kinds(position.types):
            found[self.game.scenario.worlds[kind.world].id] += chances[kind.number] / whole
        return found

    def ranked(self, types: int, heard: tuple[Answer, ...], promised: int) -> list[int]:
        """Packages to offer: the one with the largest expected joint gain, then others that are better with some type.

        What both sides gain by (logrolling) is worth offering; a package that is worse with every type is not, nor one
        that goes back on what was `promised`.
        """
        key = types, heard, promised & self.game.gives
        known = self._ranked.get(key)
        if known is None:
            known = self._ranked[key] = self._ordered(*key)
        return known

    def _ordered(self, types: int, heard: tuple[Answer, ...], promised: int) -> list[int]:
        game = self.game
        if not game.terms:
            return [0]
        chances = self.weights(heard)
        kinds = self.kinds(types)
        joint = {
            terms: tuple(game.worth[terms] - game.costs[terms][kind.number] for kind in kinds)
            for terms in game.packages
            if not game.withdrawn(promised, terms)
        }

        def expected(terms: int) -> float:
            return sum(chances[kind.number] * gain for kind, gain in zip(kinds, joint[terms], strict=True))

        ordered = sorted(joint, key=lambda terms: (-expected(terms), terms))
        best = joint[ordered[0]]
        others = [terms for terms in ordered[1:] if any(a > b for a, b in zip(joint[terms], best, strict=True))]
        return [ordered[0], *others[: PACKAGES - 1]]


def likelihood(game: Game, kind: Type, heard: tuple[Answer, ...]) -> float:
    """How likely a type was to say all that was heard."""
    chance = 1.0
    for topic, said, candor in heard:
        chance *= dict(chances(game, kind, topic, candor)).get(said, 0.0)
    return chance


def after_message(game: Game, position: Position, message: m.Message) -> list[Position]:
    """What a message may lead to: a position for each thing that may be seen."""
    state, types = position
    if state.place is Place.LEARNER_AWAY:
        found: dict[State, int] = {}
        for kind in game.types:
            if types >> kind.number & 1:
                after = while_away(game, kind, state, message)[0]
                found[after] = found.get(after, 0) | 1 << kind.number
        return [Position(after, kinds) for after, kinds in found.items()]
    if state.place is Place.COUNTERPART_AWAY:
        return [Position(at_the_door(game, state, message)[0], types)]
    heard = hear(game, state, message)
    done = settled(heard)
    answers = _answers(game, types, heard.topics) if heard.topics else [((), types)]
    if done is not None:
        return [Position(settle(game, heard, done, said), kinds) for said, kinds in answers]
    share = reach(game, heard.state)
    acts: dict[Decision, int] = {}
    for kind in game.types:
        if types >> kind.number & 1:
            decision = decide(game, kind, heard, share)
            acts[decision] = acts.get(decision, 0) | 1 << kind.number
    return [
        Position(settle(game, heard, decision, said), kinds & able)
        for said, able in answers
        for decision, kinds in acts.items()
        if kinds & able
    ]


def _answers(game: Game, types: int, topics: tuple[tuple[Topic, int], ...]) -> list[tuple[tuple[Answer, ...], int]]:
    """What may be answered, with the types that may answer so."""
    options: list[list[tuple[Answer, int]]] = []
    for topic, candor in topics:
        able: dict[str, int] = {}
        for kind in game.types:
            if types >> kind.number & 1:
                for said, chance in chances(game, kind, topic, candor):
                    if chance:
                        able[said] = able.get(said, 0) | 1 << kind.number
        options.append([(Answer(topic, said, candor), kinds) for said, kinds in able.items()])
    found: list[tuple[tuple[Answer, ...], int]] = []
    for choice in product(*options):
        kinds = types
        for _, able_kinds in choice:
            kinds &= able_kinds
        if kinds:
            found.append((tuple(answer for answer, _ in choice), kinds))
    return found


def after_wait(game: Game, position: Position) -> list[Position]:
    """What the passing of time may lead to. Raise ValueError where nothing is pending."""
    state, types = position
    acts: dict[Decision, int] = {}
    for kind in game.types:
        if types >> kind.number & 1:
            decision = brings(game, kind, state)
            acts[decision] = acts.get(decision, 0) | 1 << kind.number
    return [Position(after_time(game, state, decision), kinds) for decision, kinds in acts.items()]
