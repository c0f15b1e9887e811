"""Words that close a talk elsewhere and don't here, and words that hold a price without naming it."""

from __future__ import annotations

import pytest

from bot.negotiation.moves import (
    Accept,
    Ask,
    CiteAlternative,
    GiveReason,
    HoldFirm,
    Move,
    Offer,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.reading import Known, read
from bot.negotiation.scenario import Side
from tests.negotiation.reading.lines import known_in

BUYER = Known(Side.BUYER, 20200, ask=19000, mine=15000)
SELLER = Known(Side.SELLER, 20200, ask=17700, mine=20200)


def asked(text: str, known: Known) -> tuple[Move, ...]:
    """What a message is asked back about."""
    doubt = read(text, known).doubt
    return () if doubt is None else doubt.options


HEARD: tuple[tuple[Known, str, Move], ...] = (
    (BUYER, "165 and we're done", Offer(16500)),
    (BUYER, "what would you say to $172?", Offer(17200)),
    (BUYER, "if you say 172 I'll sign", Offer(17200)),
    (BUYER, "I'd have to walk at that price", Threaten()),
    (BUYER, "190 for a bed?!", HoldFirm()),
    (BUYER, "190?!", HoldFirm()),
    (BUYER, "That's my offer. I have moved twice already.", HoldFirm()),
    (BUYER, "your turn", HoldFirm()),
    (BUYER, "alright then I'm going to FitWorld, bye", WalkAway()),
    (BUYER, "keep it then", WalkAway()),
    (BUYER, "I'll go then", WalkAway()),
    (BUYER, "ok I take it", Accept()),
    (BUYER, "ok fine, have it your way, deal", Accept()),
    (BUYER, "you haven't moved an inch", HoldFirm()),
    (BUYER, "i got another offer too", CiteAlternative()),
    (BUYER, "someone else offered it to me for 180", CiteAlternative(18000)),
    (known_in("salary-offer"), "91 then, and a fifth week of vacation", Offer(9100000, frozenset({"vacation"}))),
    (BUYER, "Brightline offers the same for 180", CiteAlternative(18000)),
    (SELLER, "the slats were replaced in spring", GiveReason("quality")),
    (known_in("used-car"), "how many owners has it had?", Ask(Topic.CONDITION)),
    (SELLER, "at 177 I make nothing", HoldFirm()),
    (SELLER, "my manager won't allow it", HoldFirm()),
    (SELLER, "never at that price", HoldFirm()),
    (SELLER, "195 is the lowest I can go", Offer(19500)),
)


def test_most_are_heard_as_what_they_do() -> None:
    wrong = [text for known, text, move in HEARD if move not in (*read(text, known).moves, *asked(text, known))]
    assert len(wrong) <= len(HEARD) // 3, wrong


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (BUYER, "no deal at 190"),
        (BUYER, "it's perfect"),
        (BUYER, "keep the change"),
        (BUYER, "how much for the lamp"),
        (BUYER, "your ad lists it for 177"),
        (BUYER, "190 for a bed?!"),
        (known_in("salary-offer"), "What happened with the 87?"),
        (SELLER, "The delivery is 25, it's on the order, sorry."),
        (SELLER, "at 177 I make nothing"),
        (SELLER, "I can have it loaded in 5 minutes"),
        (BUYER, "I see you want 202, that's over our limit"),
        (SELLER, "You can email me your address and I'll send more photos."),
        (SELLER, "I'd love to sell it to someone who sleeps well in it."),
        (SELLER, "It squeaks a little but it works fine."),
        (SELLER, "This is a deal you'd be sorry to miss."),
        (BUYER, "I'm looking for a way to make that work for us"),
        (BUYER, "I agree it's a lovely bed, but the slats worry me"),
        (BUYER, "If I'm going to sleep on that, it needs a better frame"),
        (SELLER, "My son told me to part ways with it"),
    ],
)
def test_none_of_them_binds(known: Known, text: str) -> None:
    assert not any(isinstance(move, Offer | Accept | WalkAway) for move in read(text, known).moves)
