"""What a practice is about: the brief that the learner reads, and the worlds that the counterpart may live in.

Prices are whole minor units of the scenario's currency. A price is what the buyer pays, everything included.
To keep the two sides from becoming two copies, everything that is decided is decided in *room*: how far a price
lies from the counterpart's opening ask, counted in the learner's favour (`Scenario.room_at`). An opening ask has
room 0; a buyer's counterpart who came down from $202 to $189 has given 1,300 cents of room; a seller's who went
up from $177 to $184 has given 700.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.negotiation.model import scenario as second
from bot.negotiation.moves import Topic
from bot.negotiation.side import Side


@dataclass(frozen=True, slots=True)
class Extra:
    """Something beside the price. `worth` is what it adds for the learner, `cost` what the counterpart gives up.

    What the learner gives has a negative worth and cost: its `name` says what is done ("pay all of it today").
    """

    id: str
    name: str  # as it is said: "a mattress cover"
    worth: int
    cost: int
    words: tuple[str, ...] = ()  # other ways to say it

    @property
    def given(self) -> bool:
        """Whether the learner gives it."""
        return self.worth < 0 or self.cost < 0


@dataclass(frozen=True, slots=True)
class SmallThing:
    """The small point that could be given up to keep the deal: a fee, a date, a doorstop."""

    name: str  # as it is said: "the delivery fee"
    amount: int  # room that giving way on it gives
    words: tuple[str, ...] = ()  # other ways to say it


@dataclass(frozen=True, slots=True)
class Alternative:
    """What the learner does if there is no deal here. Its price is the learner's walk-away point."""

    text: str  # for the brief: "Harlow's across town has the same bed for $184, all in."
    spoken: str  # as one would name it in a message: "the same bed at Harlow's"
    amount: int
    words: tuple[str, ...] = ()  # names that count as citing it: "harlow"


class Effect(StrEnum):
    """What a declared event changes."""

    ASK_WORSENS = "ask_worsens"  # the counterpart takes back `amount` of room
    DEADLINE = "deadline"  # the next counter is its last


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that the scenario lets happen before the counterpart answers in a round, in the worlds named."""

    round: int
    worlds: frozenset[str]
    text: str
    effect: Effect
    amount: int = 0


@dataclass(frozen=True, slots=True)
class World:
    """One hidden truth about the counterpart.

    `limit` is its reservation value (a price), `commitment` how much it needs this deal (0..1), `patience` the
    round after which it has nothing more to say, `answers` what it says when asked about a topic (an answer id of
    the scenario). `honest` tells whether what it says of others who are interested is true; the rest of what it says
    always is. `leaves` is the round in which it gets up and goes if nothing is agreed, or None; `returns` whether it
    then comes back by itself.

    Where a scenario has a model, each of its types is a world, and `luck` decides which of the answers that a type may
    give are given: it is drawn for a session, and stands in the id behind LUCK.
    """

    id: str
    name: str
    chance: float
    limit: int
    commitment: float
    patience: int
    alternative: str  # told in the debrief: what it had instead
    truth: str  # told in the debrief: what it was hiding
    answers: Mapping[Topic, str]
    honest: bool = True
    leaves: int | None = None
    returns: bool = False
    luck: int = 0

    @property
    def base(self) -> str:
        """The id without luck."""
        return self.id.partition(LUCK)[0]

    def with_luck(self, luck: int) -> World:
        return replace(self, id=f"{self.base}{LUCK}{luck:x}", luck=luck)


LUCK = "@"  # between the id of a world and its luck


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing the counterpart may say to a question, in several wordings."""

    id: str
    lines: tuple[str, ...]
    tells: str = ""  # for the review: what hearing it should have told the learner


@dataclass(frozen=True, slots=True)
class Fact:
    """An entry of the fact sheet: what the counterpart says in every world to a question about no topic. It is true and
    moves no price."""

    lines: tuple[str, ...]
    words: tuple[str, ...] = ()  # names of the thing: a question in which one stands is likely about it
    asks: tuple[str, ...] = ()  # the question as people put it, in several ways


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument that fits the facts: its kind (reading/kinds.py), and how the learner could say it."""

    kind: str
    said: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What the learner is told. Nothing hidden about the counterpart stands here."""

    you: str  # who you are and what you want
    situation: str  # what has happened so far
    on_the_table: str  # what stands on the table now
    first_line: tuple[str, ...]  # how the counterpart may open, in character
    target: int  # a hopeful, defensible result


MOST_TIMES = 20  # the dearest price of a brief: more than so many times as much is no price that anybody means


@dataclass(frozen=True, slots=True)
class Scenario:
    id: str
    story: str  # the same story seen from two sides shares this name
    title: str
    summary: str
    side: Side
    level: int  # 1..3
    tactics: tuple[str, ...]
    currency: str
    item: str  # as it is said: "the daybed"
    counterpart: str  # the name it goes by: "Dale, at the counter"
    voice: str
    opening_ask: int
    step: int  # the smallest change that is worth saying
    list_price: int  # the price on the tag, that percentages are usually taken off
    rounds: int
    brief: Brief
    alternative: Alternative
    worlds: tuple[World, ...]
    answers: Mapping[Topic, Mapping[str, Answer]]
    small_thing: SmallThing | None = None
    extras: tuple[Extra, ...] = ()
    happenings: tuple[Happening, ...] = ()
    facts: tuple[Fact, ...] = ()
    reasons: tuple[Argument, ...] = ()
    model: second.Scenario | None = None  # where it is played by the second model

    @property
    def walk_away_point(self) -> int:
        """The learner's reservation value: the price at which a deal here is worth as much as the alternative."""
        return self.alternative.amount

    def can_cost(self, price: int) -> bool:
        """Return whether somebody could mean `price` here. What nobody could pay is no offer, no alternative and no
        plan; it goes by what the learner is told, so that it tells nothing more."""
        told = (self.opening_ask, self.list_price, self.walk_away_point, self.brief.target)
        return 0 < price <= MOST_TIMES * max(told)

    def room_at(self, price: int) -> int:
        """How far `price` lies from the opening ask in the learner's favour; negative if it is worse."""
        return (price - self.opening_ask) * self.side.sign

    def price_at(self, room: int) -> int:
        """The price that lies `room` from the opening ask in the learner's favour."""
        return self.opening_ask + room * self.side.sign

    def gain(self, price: int, extras: frozenset[str] = frozenset(), rapport: int = 0) -> int:
        """What the learner gets beyond the alternative at these terms, in minor units; negative if less. `rapport` is
        what is left of it after the deal (State.rapport), where dealings go on."""
        worth = sum(extra.worth for extra in self.extras if extra.id in extras)
        later = 0 if self.model is None else self.model.goodwill * rapport
        return self.room_at(price) - self.room_at(self.walk_away_point) + worth + later

    @property
    def best_gain(self) -> int:
        """The largest gain that any world of this scenario could give, extras included."""
        if self.model is not None:
            return second.game_of(self.model).best_gain
        trades = sum(max(0, extra.worth - extra.cost) for extra in self.extras)
        best_room = max(self.room_at(world.limit) for world in self.worlds)
        return best_room - self.room_at(self.walk_away_point) + trades

    def surplus_share(self, price: int, extras: frozenset[str] = frozenset(), rapport: int = 0) -> float:
        """The learner's gain as a share of the best gain: 0 as good as the alternative, 1 the best there is."""
        return self.gain(price, extras, rapport) / self.best_gain

    def best_gain_in(self, world: World) -> int:
        """The largest gain that `world` could ever give, in minor units; negative where no deal is the better deal."""
        if self.model is None:
            return self.gain(world.limit)
        game = second.game_of(self.model)
        return game.pie(game.types[self._number(world)])

    def _number(self, world: World) -> int:
        """The place of `world` among the worlds. Raise StopIteration where it is none of them."""
        return next(number for number, each in enumerate(self.worlds) if each.id == world.base)

    def limit_at(self, world: World, extras: frozenset[str], *, struck: bool = False) -> int:
        """Return the furthest price to which the counterpart of `world` could ever go at these terms: what is given to
        it makes it go further. `struck` tells whether the add-on is out."""
        if self.model is None:
            return world.limit
        game = second.game_of(self.model)
        number = self._number(world)
        out = frozenset(term.id for term in game.terms if term.strikes) if struck else frozenset[str]()
        room = game.types[number].limit - game.costs[game.mask(extras | out)][number]
        return self.price_at(room // self.step * self.step)

    def cost_of(self, extra: Extra, world: World) -> int:
        """What an extra costs the counterpart in `world`; negative where it is worth something to it."""
        if self.model is None:
            return extra.cost
        game = second.game_of(self.model)
        return game.costs[game.bit[extra.id]][self._number(world)]

    def world(self, world_id: str) -> World:
        """Return the world of that id, with its luck where the id tells it. Raise KeyError where there is none."""
        base, _, luck = world_id.partition(LUCK)
        for world in self.worlds:
            if world.id == base:
                return world.with_luck(int(luck, 16)) if luck else world
        raise KeyError(world_id)

    def extra(self, extra_id: str) -> Extra:
        """Raises KeyError where the scenario has no such extra."""
        for extra in self.extras:
            if extra.id == extra_id:
                return extra
        raise KeyError(extra_id)
