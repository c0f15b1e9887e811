"""What can be said in a negotiation of the second model: what reading produces and what search considers.

A message is a tuple of moves in the order in which they were said. Amounts are prices in whole minor units.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Topic(StrEnum):
    """What a question asks about."""

    INTEREST = "interest"  # what matters most to them about it
    HOW_SET = "how_set"  # how they got to that price
    OTHERS = "others"  # who else is interested
    BUSINESS = "business"  # how busy they are
    HOW_LONG = "how_long"  # how long it has been on offer
    DEADLINE = "deadline"  # by when they need it settled
    WHO_DECIDES = "who_decides"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Offer:
    """A package: a price, the terms it asks for and those it gives, by id; `last` if it is called a last word."""

    amount: int
    terms: frozenset[str] = frozenset()
    last: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Two packages to choose from."""

    first: Offer
    second: Offer


@dataclass(frozen=True, slots=True)
class Accept:
    """Take the terms that the counterpart has on the table."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Refuse the terms on the table, repeat one's own, or say nothing."""


@dataclass(frozen=True, slots=True)
class Propose:
    """Ask for a term, give one or strike the add-on, with no price named."""

    term: str


@dataclass(frozen=True, slots=True)
class Cite:
    """Name another way to get what one wants; `amount` is its price where it was said."""

    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Argue for one's price. Reasons of one `kind` count once."""

    kind: str = "general"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question about `topic`; `leading` if it puts the answer into their mouth."""

    topic: Topic = Topic.GENERAL
    leading: bool = False


@dataclass(frozen=True, slots=True)
class Stall:
    """Take time: to think it over, to ask a partner, to ask whoever decides."""


@dataclass(frozen=True, slots=True)
class Threaten:
    """Say that one may leave, without leaving."""


@dataclass(frozen=True, slots=True)
class WalkAway:
    """Leave the table; `reachable` if a number is left, `thankful` if it is done with thanks."""

    reachable: bool = False
    thankful: bool = False


@dataclass(frozen=True, slots=True)
class ComeBack:
    """Return to the table after leaving it."""


@dataclass(frozen=True, slots=True)
class CallAfter:
    """Call a counterpart who is leaving back, with no new terms."""


@dataclass(frozen=True, slots=True)
class LetGo:
    """Let a counterpart who is leaving leave."""


@dataclass(frozen=True, slots=True)
class Warmth:
    """Thanks, a greeting, small talk about them."""


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Say back what they said or sum up where things stand."""


@dataclass(frozen=True, slots=True)
class Apologize:
    """Say sorry for the tone, or take back what was wrong."""


@dataclass(frozen=True, slots=True)
class BeRude:
    """Insult or shout."""


@dataclass(frozen=True, slots=True)
class ShowEagerness:
    """Let on how much one wants this deal."""


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Anything that is no move about the deal."""


Move: TypeAlias = (
    Offer
    | Choice
    | Accept
    | Hold
    | Propose
    | Cite
    | Reason
    | Ask
    | Stall
    | Threaten
    | WalkAway
    | ComeBack
    | CallAfter
    | LetGo
    | Warmth
    | Acknowledge
    | Apologize
    | BeRude
    | ShowEagerness
    | SmallTalk
)
Message: TypeAlias = tuple[Move, ...]
