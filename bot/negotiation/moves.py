"""What a learner can do in a negotiation: the vocabulary that reading produces and the table understands.

A message is a tuple of moves in the order in which they were said. Amounts are whole minor units of the
scenario's currency (cents), always positive, always the price as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Topic(StrEnum):
    """What a question asks about. A specific topic can earn a signal; GENERAL earns a pleasantry."""

    INTEREST = "interest"  # what matters most to them about it
    HOW_SET = "how_set"  # how they got to that price
    OTHER_BUYERS = "other_buyers"  # other interested people: buyers, or sellers where the learner sells
    HOW_LONG = "how_long"  # how long it has been on offer, or how long they have been looking
    WHY = "why"  # why they sell, or why they want it
    CONDITION = "condition"  # state, age, history, what is included
    LOWEST_PRICE = "lowest_price"  # their limit, asked outright
    WHO_DECIDES = "who_decides"  # authority: the manager, the partner, the colleague
    EXTRAS = "extras"  # what could be thrown in
    BUSINESS = "business"  # how busy they are, how the week or month has been
    DEADLINE = "deadline"  # by when they need it settled
    GENERAL = "general"


class Place(StrEnum):
    """Who is at the table."""

    AT_TABLE = "at_table"
    LEARNER_AWAY = "learner_away"
    COUNTERPART_AWAY = "counterpart_away"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Offer:
    """Puts a price on the table, with the ids of the extras that are part of it; `last` if it is called a last word."""

    amount: int
    extras: frozenset[str] = frozenset()
    last: bool = False


@dataclass(frozen=True, slots=True)
class Accept:
    """Takes the terms that the counterpart has on the table."""


@dataclass(frozen=True, slots=True)
class HoldFirm:
    """Refuses the counterpart's terms, or repeats one's own, without a new price."""


@dataclass(frozen=True, slots=True)
class CiteAlternative:
    """Names another way to get what one wants; `amount` is its price where it was said."""

    amount: int | None = None


@dataclass(frozen=True, slots=True)
class GiveReason:
    """Argues for one's price. `kind` groups reasons, so that the same one said twice earns nothing more."""

    kind: str = "general"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question about `topic`; `leading` if it puts the answer into their mouth."""

    topic: Topic = Topic.GENERAL
    leading: bool = False


@dataclass(frozen=True, slots=True)
class RequestExtra:
    """Asks for an extra by its id, or gives it where it is the learner's to give, with no price named."""

    extra: str


@dataclass(frozen=True, slots=True)
class RequestConcession:
    """Asks for better terms without naming any ("can you do better?")."""


@dataclass(frozen=True, slots=True)
class StrikeAddOn:
    """Asks for what was put on top to be taken off, without naming a price ("just the membership, please")."""


@dataclass(frozen=True, slots=True)
class Stall:
    """Asks for time or puts the decision off: a partner, a boss, a night's sleep, something in writing."""


@dataclass(frozen=True, slots=True)
class SumUp:
    """Says where both sides stand, or says the other side's words back to check them."""


@dataclass(frozen=True, slots=True)
class Apologize:
    """Says sorry for something said or done."""


@dataclass(frozen=True, slots=True)
class Threaten:
    """Says that one may leave, without leaving."""


@dataclass(frozen=True, slots=True)
class WalkAway:
    """Leaves the table; `reachable` if a way to be reached is left behind, `thankful` if it is done with thanks."""

    reachable: bool = False
    thankful: bool = False


@dataclass(frozen=True, slots=True)
class ComeBack:
    """Returns to the table after leaving it."""


@dataclass(frozen=True, slots=True)
class CallAfter:
    """Calls a counterpart who is leaving back to the table, with no new terms."""


@dataclass(frozen=True, slots=True)
class LetGo:
    """Lets a counterpart who is leaving, or threatens to, leave."""


@dataclass(frozen=True, slots=True)
class ShowEagerness:
    """Lets on how much one wants this deal. It costs leverage."""


@dataclass(frozen=True, slots=True)
class BeCourteous:
    """Thanks, greetings, kindness."""


@dataclass(frozen=True, slots=True)
class BeRude:
    """Insults or shouting. It costs patience."""


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Anything that is no move about the deal."""


Move: TypeAlias = (
    Offer
    | Accept
    | HoldFirm
    | CiteAlternative
    | GiveReason
    | Ask
    | RequestExtra
    | RequestConcession
    | StrikeAddOn
    | Stall
    | SumUp
    | Apologize
    | Threaten
    | WalkAway
    | ComeBack
    | CallAfter
    | LetGo
    | ShowEagerness
    | BeCourteous
    | BeRude
    | SmallTalk
)

Message: TypeAlias = tuple[Move, ...]

BINDING = (Offer, Accept, WalkAway)
"""Moves that change where the deal stands: when one is in doubt, the learner is asked, never guessed at."""
