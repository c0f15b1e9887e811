"""Plans that are fixed in advance: the best that somebody can do who never reads the counterpart."""

from __future__ import annotations

from typing import TypeAlias

from bot.negotiation import moves as m
from bot.negotiation.acts import Outcome
from bot.negotiation.model.scenario import Game, Type
from bot.negotiation.model.state import State
from bot.negotiation.model.strategies import THANKFUL, naming
from bot.negotiation.model.table import Hidden, parted, pass_time, say
from bot.negotiation.moves import Place

Plan: TypeAlias = tuple[m.Message, ...]

LONGEST = 7  # messages
PACKAGES = 4  # that a plan may offer: those that promise most on average
PERCENTS = (100, 80, 70, 60, 50, 40)  # of what is serious


class Plans:
    """What fixed plans get. They see nothing but who is at the table; they take a call, come back where that is a gain,
    and let go who leaves, or take what there is where they `stay`.
    """

    def __init__(self, game: Game, stay: bool = False) -> None:
        self._game = game
        self._stay = stay
        self._reached: list[dict[Plan, State]] = [{(): State()} for _ in game.types]  # by type: after a plan's start
        self._worth: dict[Plan, float] = {}

    def worth(self, plan: Plan) -> float:
        """The expected gain, in minor units times chance."""
        known = self._worth.get(plan)
        if known is None:
            known = self._worth[plan] = sum(kind.chance * self.worth_of(plan, kind) for kind in self._game.types)
        return known

    def worth_of(self, plan: Plan, kind: Type) -> int:
        """The gain from one type."""
        game = self._game
        state = self._after(plan, kind)
        if state.place is Place.LEARNER_AWAY:
            return parted(game, kind, state)
        return game.gain(state.given, state.terms, state.rapport) if state.outcome is Outcome.DEAL else 0

    def _after(self, plan: Plan, kind: Type) -> State:
        known = self._reached[kind.number].get(plan)
        if known is None:
            game = self._game
            hidden = Hidden(kind, 0)
            known = self._after(plan[:-1], kind)
            if known.place is Place.COUNTERPART_AWAY:
                known, _ = say(game, hidden, known, (m.Accept(),)) if self._stay else pass_time(game, hidden, known)
            if known.place is Place.AT_TABLE:
                known, _ = say(game, hidden, known, plan[-1])
            self._reached[kind.number][plan] = known
        return known


def best_fixed_plan(game: Game) -> tuple[float, Plan]:
    """The share of the gain of the best fixed plan found, and the plan: hill climbing over what can be said."""
    vocabulary = _vocabulary(game)
    ends: list[m.Message] = [(m.Accept(),), (*naming(game, State()), THANKFUL)]
    leaves = any(world.leaves is not None for world in game.scenario.worlds)
    best: tuple[float, Plan] = (0.0, ())
    for stay in (False, True) if leaves else (False,):
        plans = Plans(game, stay)
        for end in ends:
            for start in _starts(game):
                plan: Plan = (*start, end)
                found = plans.worth(plan)
                while True:
                    top = max(_near(plan, vocabulary), key=plans.worth)
                    if plans.worth(top) <= found + 1e-9:
                        break
                    plan, found = top, plans.worth(top)
                if found > best[0]:
                    best = found, plan
    return best[0] / game.best_gain, best[1]


def _near(plan: Plan, vocabulary: list[m.Message]) -> list[Plan]:
    """Plans with one message more, one other or one less."""
    options = [
        (*plan[:at], word, *plan[at + take :])
        for at in range(len(plan))
        for take in (0, 1)
        for word in vocabulary
        if at + take < len(plan) and len(plan) - take < LONGEST
    ]
    options.extend((*plan[:at], *plan[at + 1 :]) for at in range(len(plan) - 1))
    return options


def _packages(game: Game) -> list[int]:
    """The packages that promise most on average."""
    chances = [kind.chance for kind in game.types]

    def promise(terms: int) -> float:
        return game.worth[terms] - sum(c * cost for c, cost in zip(chances, game.costs[terms], strict=True))

    return sorted(game.packages, key=lambda terms: (-promise(terms), terms))[:PACKAGES]


def _offer(game: Game, percent: int, terms: int) -> m.Offer:
    room = (game.serious * percent // 100 - game.public_cost[terms]) // game.scenario.step * game.scenario.step
    return m.Offer(game.scenario.price_at(room), game.ids(terms))


def _starts(game: Game) -> list[Plan]:
    """An empty plan, and one of fair steps for each of two packages."""
    reasons = [(m.GiveReason(kind),) for kind in sorted(game.scenario.reasons)[:2]]
    alternative = game.scenario.alternative
    cite: m.Message = (m.CiteAlternative(alternative.amount),) if alternative.nameable else ()
    found: list[Plan] = [()]
    for terms in _packages(game)[:2]:
        found.append(
            (
                (m.BeCourteous(), *reasons[0], *cite, _offer(game, 80, terms)),
                (m.SumUp(), *reasons[-1], _offer(game, 70, terms)),
                (_offer(game, 62, terms),),
            )
        )
    return found


def _vocabulary(game: Game) -> list[m.Message]:
    words: list[m.Message] = [(m.HoldFirm(),)]
    reasons = tuple(m.GiveReason(kind) for kind in sorted(game.scenario.reasons))
    for percent in PERCENTS:
        for terms in _packages(game):
            offer = _offer(game, percent, terms)
            for why in (reasons[:1], reasons[1:2]):
                words.append((m.BeCourteous(), m.SumUp(), *why, offer))
                if game.scenario.alternative.nameable:
                    words.append((m.BeCourteous(), *why, m.CiteAlternative(game.scenario.alternative.amount), offer))
    return words
