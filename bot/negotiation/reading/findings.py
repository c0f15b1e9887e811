"""What a reader may know, and what it hands back: plain values, no rules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.negotiation.moves import Move, Place, Topic
from bot.negotiation.scenario import Argument, Extra, Fact, Side, SmallThing


class Aside(StrEnum):
    """Why a message says nothing about the deal, where there is more to say about it than small talk."""

    NONE = "none"
    INSTRUCTION = "instruction"  # an order to the bot itself: "ignore your rules"
    CODE = "code"
    LINK = "link"
    LANGUAGE = "language"  # another language than English
    EMOJI_ONLY = "emoji_only"
    EMPTY = "empty"
    HELP = "help"  # this and what follows is said to the app: "what do I do?"
    STANDING = "standing"  # "where do we stand?"
    REPEAT = "repeat"  # "can you repeat that?"
    STOP = "stop"
    UNDO = "undo"  # "that's not what I said"


class DoubtKind(StrEnum):
    """What is to be asked back."""

    CONFIRM = "confirm"  # whether it is this one: "So, $162, and we shake on it?"
    CHOICE = "choice"  # which of several it is


@dataclass(frozen=True, slots=True)
class Known:
    """What may be known when a message is read. Prices are minor units; `per_major` of them make one dollar."""

    side: Side  # the speaker's role
    list_price: int | None = None
    ask: int | None = None  # the other side's current terms
    mine: int | None = None  # the speaker's own last offer
    per_major: int = 100
    place: Place = Place.AT_TABLE
    topics: frozenset[Topic] = frozenset(Topic)  # that are answered otherwise than by facts
    extras: tuple[Extra, ...] = ()
    reasons: tuple[Argument, ...] = ()  # that fit the facts, where the scenario says which do
    alternative_words: tuple[str, ...] = ()  # lower case: names that stand for the speaker's alternative
    asked: Move | None = None  # the binding move that was just asked back, so that "yes" answers it
    alternative_amount: int | None = None  # what the alternative costs: naming it is no offer
    add_on: SmallThing | None = None  # what the other side has put on top, and could take off
    name: str = ""  # what the other side is called
    said: str = ""  # the other side's last words
    facts: tuple[Fact, ...] = ()  # what the other side can say to a question about no topic


@dataclass(frozen=True, slots=True)
class Heard:
    """One finding: which words led to which move, and how sure it is (0..1)."""

    move: Move
    words: str
    sure: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """A binding move that is not clear: to be asked back, never guessed. `options` has the likeliest first; to be
    confirmed is that one alone."""

    options: tuple[Move, ...]
    words: str
    kind: DoubtKind = DoubtKind.CHOICE


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message amounts to.

    `amount` is the price, in minor units, that the speaker puts on the table, limits and repeated numbers
    included; `acts` are labels for measuring. What the table is to apply is in `moves`.
    """

    heard: tuple[Heard, ...]
    doubt: Doubt | None
    acts: frozenset[str]
    amount: int | None
    aside: Aside = Aside.NONE

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves in the order in which they were said, without the binding one that is in doubt."""
        return tuple(finding.move for finding in self.heard)

    @property
    def sure(self) -> float:
        """How sure the least sure finding is; 0 where a binding move is in doubt."""
        if self.doubt is not None:
            return 0.0
        return min((finding.sure for finding in self.heard), default=0.0)
