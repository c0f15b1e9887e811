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
    SmallTalk,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.reading import Known, read
from bot.negotiation.scenario import Side
from tests.negotiation.reading.lines import known_in

BUYER = Known(Side.BUYER, 20200, ask=19000, mine=15000)
SELLER = Known(Side.SELLER, 20200, ask=17700, mine=20200)


@pytest.mark.parametrize(
    ("known", "text", "move"),
    [
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
    ],
)
def test_each_is_heard_as_what_it_does(known: Known, text: str, move: Move) -> None:
    assert move in read(text, known).moves


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
    reading = read(text, known)
    options = () if reading.doubt is None else reading.doubt.options

    assert not any(isinstance(move, Offer | Accept | WalkAway | CiteAlternative) for move in reading.moves)
    assert Accept() not in options


@pytest.mark.parametrize(
    "text",
    [
        "no, no stains at all",
        "oh no! that sounds bad",
        "sorry, I meant the other one. Is it oak?",
        "nope, never repainted",
    ],
)
def test_a_no_to_a_fact_refuses_nothing(text: str) -> None:
    assert "reject" not in read(text, SELLER).acts


@pytest.mark.parametrize(
    "text", ["does it come with a cable?", "could you give me some details on it?", "is a box included?"]
)
def test_asking_what_belongs_to_it_requests_nothing(text: str) -> None:
    acts = read(text, BUYER).acts

    assert "question" in acts
    assert "request_extra" not in acts


def test_what_a_seller_bought_instead_tells_why_it_is_sold() -> None:
    text = "It was too short for me, so I opted for another model."

    assert WalkAway() not in read(text, SELLER).moves
    assert WalkAway() in read("It's too short for me, so I opted for another model.", BUYER).moves


def test_whether_it_is_still_there_is_how_a_talk_begins() -> None:
    assert read("hey is the car still available", known_in("used-car")).moves == (SmallTalk(),)
