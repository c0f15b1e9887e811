"""What a practice is about, as the second model knows it: prices, terms, the alternative, and the hidden worlds.

Prices are whole minor units. Everything is decided in *room*: how far a price lies from the counterpart's opening ask,
counted in the learner's favor. A **world** is a story with a chance; it declares what limits and paces it may draw. A
**type** is a world with one of its draws. The worlds' draws overlap, so one counter tells little of the world.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bot.negotiation.moves import GiveReason, Topic
from bot.negotiation.side import Side


@dataclass(frozen=True, slots=True)
class Term:
    """Something beside the price. What the learner asks for has positive worth and cost, what she gives negative ones.

    `worth` is what the learner gains by it, `cost` what the counterpart loses by it (a world may have its own). To
    strike the add-on is to give it back: worth 0 where it is of no use to her, and the counterpart saves `-cost`.
    Of the terms of one `group` (two lengths of a contract) a deal holds at most one.
    """

    id: str
    name: str
    worth: int
    cost: int
    group: str = ""
    strikes: int = 0  # how much of the price goes with it, where it strikes the add-on

    @property
    def given(self) -> bool:
        """Whether the learner gives it."""
        return self.cost < 0


@dataclass(frozen=True, slots=True)
class Alternative:
    """What the learner does without a deal. `amount` is the price at which a deal is worth as much.

    `nameable` says whether it can be named at the table: where there is none, `amount` says what no deal is worth.
    """

    text: str
    amount: int
    nameable: bool = True


@dataclass(frozen=True, slots=True)
class Draw:
    """What one session may draw of a world: its limit (a price), its pace (half-rounds of bargaining after which it
    stands where it means to end), the round of its last word, and whether it is proud: then an offer that isn't
    serious, or a threat, is an end.
    """

    limit: int
    pace: int
    patience: int = 4
    proud: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """One story about the counterpart, with the draws it may make, each as likely as the other.

    `need` (0..3) is how much it needs this deal. The squeezer, once it knows the figure to beat, beats it and no more.
    Where it is wanted, others take the thing while the learner is away. `answers` holds for each topic what may be
    said, in percent, the truth first; where it has none it says what everybody says (`Scenario.fronts`).
    """

    id: str
    name: str
    chance: float
    draws: tuple[Draw, ...]
    need: int
    answers: Mapping[Topic, tuple[tuple[str, int], ...]]
    squeezer: bool = False
    wanted: bool = False
    leaves: int | None = None
    returns: bool = False
    costs: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    id: str
    shape: str
    side: Side
    opening_ask: int
    step: int  # the smallest change that is worth saying
    unit: int  # what the counterpart's own steps are made of
    target: int  # a hopeful, defensible price
    serious: int  # the boldest price that is taken for serious
    alternative: Alternative
    worlds: tuple[World, ...]
    fronts: Mapping[Topic, str]  # what everybody says to a question
    reasons: frozenset[str]  # kinds of reasons that fit the facts
    tactics: tuple[str, ...]
    terms: tuple[Term, ...] = ()
    goodwill: int = 0  # what each level of rapport is worth to the learner after a deal, where dealings go on

    def room_at(self, price: int) -> int:
        return (price - self.opening_ask) * self.side.sign

    def price_at(self, room: int) -> int:
        return self.opening_ask + room * self.side.sign


class Type(NamedTuple):
    """A world with one of its draws, in room."""

    number: int
    world: int
    chance: float
    limit: int
    pace: int
    need: int
    patience: int
    proud: bool
    squeezer: bool
    wanted: bool
    leaves: int
    returns: bool
    costs: tuple[int, ...]  # by term


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of the model; docs/model.md says where each comes from."""

    start: int = 28  # percent of its limit that it goes to when nothing speaks for more
    leverage: int = 9  # each level of believed leverage
    reason: int = 4  # each credited reason
    anchor: int = 5  # each level of anchoring
    rapport: int = 3
    credibility: int = 14  # each level lost
    eager: int = 6  # each time eagerness was shown
    door: int = 30  # for somebody who leaves with a reason
    candor: int = 10  # percent points of truth for each level of rapport
    limit: int = 100  # percent: limits as declared
    pace: int = 100


NEVER = 99
FAITH = 3  # of credibility, at first


class Game:
    """A scenario made ready to be played: its types, its terms as bits, its scale."""

    def __init__(self, scenario: Scenario, weights: Weights = Weights()) -> None:
        self.scenario = scenario
        self.weights = weights
        self.terms = scenario.terms
        self.reasons = tuple(GiveReason(kind) for kind in sorted(scenario.reasons))
        self.bit = {term.id: 1 << n for n, term in enumerate(scenario.terms)}
        self.gives = sum(1 << n for n, term in enumerate(scenario.terms) if term.given)
        self.types = tuple(_types(scenario, weights))
        self._grouped = any(term.group for term in scenario.terms)
        self._masks: dict[frozenset[str], int] = {}  # remembered, for speed
        self._ids: dict[int, frozenset[str]] = {}
        self.squeezers = sum(1 << kind.number for kind in self.types if kind.squeezer)
        self.packages = _packages(scenario)
        self.worth = {mask: sum(t.worth for n, t in enumerate(self.terms) if mask >> n & 1) for mask in self.packages}
        self.costs = {
            mask: tuple(sum(c for n, c in enumerate(kind.costs) if mask >> n & 1) for kind in self.types)
            for mask in self.packages
        }
        self.believed = tuple(self._believed(credibility) for credibility in range(FAITH + 1))
        self.public_cost = {
            mask: sum(t.cost for n, t in enumerate(self.terms) if mask >> n & 1) for mask in self.packages
        }
        self.walk_away = scenario.room_at(scenario.alternative.amount)
        self.serious = scenario.room_at(scenario.serious)
        self.best_gain = max(self.pie(kind) for kind in self.types)

    def _believed(self, credibility: int) -> dict[int, tuple[int, ...]]:
        """What packages cost each type, as it sees them: what is given is a promise, worth as much as it is believed
        (trust is what trading terms needs: Kimmel et al. 1980).
        """
        return {
            mask: tuple(
                sum(c * credibility // FAITH if c < 0 else c for n, c in enumerate(kind.costs) if mask >> n & 1)
                for kind in self.types
            )
            for mask in self.packages
        }

    def pie(self, kind: Type) -> int:
        """The largest gain that this type could ever give."""
        trades = max(self.worth[mask] - self.costs[mask][kind.number] for mask in self.packages)
        return kind.limit + trades - self.walk_away + 2 * self.scenario.goodwill

    def gain(self, room: int, terms: int, rapport: int) -> int:
        """What the learner gets beyond the alternative."""
        return room + self.worth[terms] - self.walk_away + self.scenario.goodwill * rapport

    def mask(self, ids: frozenset[str]) -> int:
        """The bits of terms; of a group only the last named. Ids that the scenario doesn't have are passed over."""
        known = self._masks.get(ids)
        if known is None:
            known = self._masks[ids] = self._mask(ids)
        return known

    def _mask(self, ids: frozenset[str]) -> int:
        found = 0
        for n, term in enumerate(self.terms):
            if term.id in ids:
                found = self.joined(found, 1 << n)
        return found

    def joined(self, mask: int, more: int) -> int:
        """`mask` with the terms of `more`, which take the place of others of their group."""
        if not self._grouped:
            return mask | more
        for n, term in enumerate(self.terms):
            if more >> n & 1:
                if term.group:
                    for m, other in enumerate(self.terms):
                        if other.group == term.group:
                            mask &= ~(1 << m)
                mask |= 1 << n
        return mask

    def are_promises(self, ids: Iterable[str]) -> bool:
        """Return whether all of these terms are given, and none strikes the add-on."""
        given = [term for term in self.terms if term.id in frozenset(ids)]
        return bool(given) and all(term.given and not term.strikes for term in given)

    def withdrawn(self, before: int, after: int) -> int:
        """The gives of a package that the next one leaves out, with no other of their group for them."""
        lost = before & self.gives & ~after
        if lost and self._grouped:
            for n, term in enumerate(self.terms):
                others = [1 << k for k, t in enumerate(self.terms) if t.given and t.group == term.group]
                if lost >> n & 1 and term.group and any(after & other for other in others):
                    lost &= ~(1 << n)
        return lost

    def ids(self, mask: int) -> frozenset[str]:
        known = self._ids.get(mask)
        if known is None:
            known = self._ids[mask] = frozenset(term.id for n, term in enumerate(self.terms) if mask >> n & 1)
        return known


_games: dict[str, Game] = {}


def game_of(scenario: Scenario) -> Game:
    """Return `scenario` made ready, the same one as long as it is asked for with equal content."""
    known = _games.get(scenario.id)
    if known is None or (known.scenario is not scenario and known.scenario != scenario):
        known = _games[scenario.id] = Game(scenario)
    return known


def _types(scenario: Scenario, weights: Weights) -> list[Type]:
    types: list[Type] = []
    for number, world in enumerate(scenario.worlds):
        costs = tuple((world.costs or {}).get(term.id, term.cost) for term in scenario.terms)
        for drawn in world.draws:
            types.append(
                Type(
                    len(types),
                    number,
                    world.chance / len(world.draws),
                    max(0, scenario.room_at(drawn.limit)) * weights.limit // 100,
                    max(1, drawn.pace * weights.pace // 100),
                    world.need,
                    drawn.patience,
                    drawn.proud,
                    world.squeezer,
                    world.wanted,
                    NEVER if world.leaves is None else world.leaves,
                    world.returns,
                    costs,
                )
            )
    return types


def _packages(scenario: Scenario) -> tuple[int, ...]:
    """All sets of terms that a deal can hold, as bits."""
    found: list[int] = []
    for mask in range(1 << len(scenario.terms)):
        groups = [t.group for n, t in enumerate(scenario.terms) if mask >> n & 1 and t.group]
        if len(groups) == len(set(groups)):
            found.append(mask)
    return tuple(found)
