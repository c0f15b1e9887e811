"""Which moves a message makes at the table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.negotiation.moves import (
    Accept,
    Ask,
    BeCourteous,
    BeRude,
    CallAfter,
    CiteAlternative,
    ComeBack,
    HoldFirm,
    LetGo,
    Move,
    Offer,
    Place,
    RequestConcession,
    RequestExtra,
    ShowEagerness,
    SmallTalk,
    StrikeAddOn,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.reading import Known, Reading, read
from bot.negotiation.scenario import Extra, Side, SmallThing

BUYER = Known(Side.BUYER, 20000, ask=18000, mine=14000)
COVER = Extra("cover", "a mattress cover", worth=1500, cost=500, words=("cover", "protector"))


def kinds(reading: Reading) -> set[type[Move]]:
    return {type(move) for move in reading.moves}


def options(reading: Reading) -> tuple[Move, ...]:
    """What is asked back."""
    return () if reading.doubt is None else reading.doubt.options


def share(texts: tuple[str, ...], right: Callable[[Reading], bool]) -> float:
    """How many of the texts are read so."""
    return sum(right(read(text, BUYER)) for text in texts) / len(texts)


def binding(reading: Reading) -> tuple[Move, ...]:
    return tuple(move for move in reading.moves if isinstance(move, Offer | Accept | WalkAway))


TAKING_THE_TERMS = (
    "deal",
    "Deal!",
    "ok deal",
    "deeeal",
    "sold",
    "I accept",
    "you've got a deal",
    "180 it is",
    "ok I'll take it for 180",
    "works for me",
    "I can live with that",
    "fine, I'll take it",
    "let's do it",
    "alright, you win. it's a deal",
    "sounds good to me",
    "that's fair, let's shake on it",
    "ill take it",
    "agreed, 180",
    "yes I can do that",
    "consider it done, we have a deal",
    "acccept",
    "🤝",
)


def test_taking_the_terms() -> None:
    assert share(TAKING_THE_TERMS, lambda reading: Accept() in (*reading.moves, *options(reading))) >= 0.9


@pytest.mark.parametrize(
    "text",
    [
        "deal?",
        "do we have a deal?",
        "is that a deal",
        "what's the deal with the scratches?",
        "I'm not sure that's a deal",
        "it's not a deal until I see it",
        "that's a great deal for somebody else",
        "would you accept that?",
        "I can't accept that",
        "if that works for my wife I'll let you know",
        "no deal",
    ],
)
def test_talk_about_a_deal_takes_nothing(text: str) -> None:
    assert Accept() not in read(text, BUYER).moves


@pytest.mark.parametrize("text", ["ok", "👍", "sure", "great", "yes", "lol sure, deal"])
def test_an_unclear_yes_is_asked_back(text: str) -> None:
    reading = read(text, BUYER)
    assert binding(reading) == ()
    assert Accept() in options(reading)


@pytest.mark.parametrize(
    "text", ["deal if you throw in delivery", "yes, but not at 180", "sure, if it comes with the box"]
)
def test_a_yes_with_something_besides_takes_nothing(text: str) -> None:
    assert binding(read(text, BUYER)) == ()


def test_a_deal_that_names_its_own_price_is_an_offer() -> None:
    assert binding(read("make it 150 and you have a deal", BUYER)) == (Offer(15000),)
    assert binding(read("150 and we have a deal", BUYER)) == (Offer(15000),)
    assert binding(read("deal at 150?", BUYER)) == (Offer(15000),)


def test_refusing_with_a_new_price_is_an_offer_and_without_one_holds_firm() -> None:
    assert binding(read("not 180. 150.", BUYER)) == (Offer(15000),)
    assert read("180 is too much for me", BUYER).moves[0] == HoldFirm()
    assert read("no way", BUYER).moves[0] == HoldFirm()
    assert read("can't go that high, sorry", BUYER).moves[0] == HoldFirm()


@pytest.mark.parametrize(
    "text",
    [
        "5",
        "150 or 160, whatever",
        "oh sure, 150, in your dreams",
        "I'd pay 195",
    ],
)
def test_an_unclear_offer_is_asked_back(text: str) -> None:
    tag = 2000000 if text == "5" else 20000
    ask = 2000000 if text == "5" else 18000
    reading = read(text, Known(Side.BUYER, tag, ask=ask))
    assert binding(reading) == ()
    assert reading.doubt is not None


def test_a_number_in_thousands_is_asked_back_with_both_readings() -> None:
    doubt = read("I could do 15", Known(Side.BUYER, 2000000, ask=2000000)).doubt
    assert doubt is not None
    assert doubt.options == (Offer(1500000), Offer(1500))


LEAVING = (
    "I'm walking away",
    "ok I'm out",
    "im gonna pass, thanks anyway",
    "No thanks. I'll go elsewhere.",
    "Then I guess I'll have to look elsewhere. Good luck with the sale!",
    "we're done here",
    "I'll just buy the other one instead",
    "not for me at that price. bye",
    "forget it",
    "count me out",
    "No dice. Take care.",
    "I don't think we're going to reach an agreement. Thanks for your time.",
    "that's more than I can spend, sorry. have a nice day",
    "I'll take my business elsewhere",
    "i give up, you're impossible",
    "nah i'm leaving",
    "we're too far apart, best of luck with it",
)


def test_leaving() -> None:
    assert (
        share(LEAVING, lambda reading: any(isinstance(move, WalkAway) for move in (*reading.moves, *options(reading))))
        >= 0.9
    )


LEAVING_WITH_A_WAY_TO_BE_REACHED = (
    "I'm leaving. call me if that changes",
    "I'll pass for now, but let me know if you change your mind",
    "walking away, you have my number if you reconsider",
    "Ok, if you change your mind you know where to find me",
    "I'm out. Text me if you come down on the price.",
)


def test_leaving_with_a_way_to_be_reached() -> None:
    assert (
        share(
            LEAVING_WITH_A_WAY_TO_BE_REACHED,
            lambda reading: WalkAway(reachable=True) in (*reading.moves, *options(reading)),
        )
        >= 0.6
    )


@pytest.mark.parametrize(
    "text",
    [
        "don't walk away yet",
        "it's within walking distance",
        "if you let me walk you'll regret it",
        "I'd hate to walk away from this",
        "please don't leave",
        "my kid is learning to walk",
        "I have to leave for work at 8, can we talk now?",
        "the bus pass is included?",
        "why are you leaving the city?",
        "I'll be out of town on Friday",
        "good luck at the game tonight!",
        "walk me through how it works",
        "I walked past your shop yesterday",
        "did it pass inspection?",
        "I left my number with your colleague",
        "you could just walk away, you know",
    ],
)
def test_talk_of_walking_leaves_nobody(text: str) -> None:
    reading = read(text, BUYER)
    assert WalkAway not in kinds(reading)


THREATENING_TO_LEAVE = (
    "150 or I walk",
    "take it or leave it",
    "if you can't do 150 I'll have to pass",
    "I'm prepared to walk away",
    "otherwise I'm going elsewhere",
    "I might have to look elsewhere",
    "either 150 or I'm out",
    "unless you come down I'm leaving",
    "I can always go to another shop",
    "Last chance, or I'm gone.",
    "If that's your best I'll have to walk.",
)


def test_threatening_to_leave() -> None:
    assert share(THREATENING_TO_LEAVE, lambda reading: Threaten in kinds(reading)) >= 0.8
    assert share(THREATENING_TO_LEAVE, lambda reading: WalkAway in kinds(reading)) == 0


NAMING_AN_ALTERNATIVE = (
    "I have another buyer coming tonight",
    "I can get the same one at the store for less",
    "somebody else offered me more",
    "I found a similar bike across town",
    "they're cheaper online",
    "there are two other people interested",
    "I saw one just like it on eBay yesterday",
    "plenty of others are selling these",
    "I've got a better offer from a dealer",
    "I could buy a brand new one for that",
    "my cousin would sell me his for half of that",
)


def test_naming_an_alternative() -> None:
    assert share(NAMING_AN_ALTERNATIVE, lambda reading: CiteAlternative in kinds(reading)) >= 0.8


@pytest.mark.parametrize(
    "text",
    ["do you have other offers?", "you won't find another like it", "anyone else interested?", "any other colors?"],
)
def test_asking_about_others_names_no_alternative(text: str) -> None:
    assert CiteAlternative not in kinds(read(text, BUYER))


def test_an_alternative_with_its_price() -> None:
    moves = read("I found the same lamp at another shop for 120", BUYER).moves
    assert CiteAlternative(12000) in moves


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("is it spoken for?", Topic.OTHER_BUYERS),
        ("How long has it been listed?", Topic.HOW_LONG),
        ("why are you selling?", Topic.WHY),
        ("Are there any scratches?", Topic.CONDITION),
        ("what shape is it in", Topic.CONDITION),
        ("What's the lowest you'd take?", Topic.LOWEST_PRICE),
        ("is that your decision or the manager's?", Topic.WHO_DECIDES),
        ("how has your week been at the shop?", Topic.BUSINESS),
        ("By when do you need it gone?", Topic.DEADLINE),
        ("what's your favorite movie?", Topic.GENERAL),
    ],
)
def test_which_fact_is_asked_for(text: str, topic: Topic) -> None:
    assert Ask(topic) in read(text, BUYER).moves


ASKING_FOR_BETTER_TERMS = (
    "can you do better?",
    "any wiggle room?",
    "could you come down a bit",
    "is the price negotiable?",
    "can you knock something off?",
    "is there a discount for cash?",
    "would you waive the fee?",
    "what about a lower price?",
)


def test_asking_for_better_terms() -> None:
    assert share(ASKING_FOR_BETTER_TERMS, lambda reading: RequestConcession in kinds(reading)) >= 0.7


def test_extras_are_asked_for_or_belong_to_an_offer() -> None:
    with_cover = Known(Side.BUYER, 20000, ask=18000, extras=(COVER,))
    assert RequestExtra("cover") in read("could you throw in the mattress cover?", with_cover).moves
    assert RequestExtra("cover") in read("and a protector please", with_cover).moves
    assert binding(read("150 with the cover", with_cover)) == (Offer(15000, frozenset({"cover"})),)
    assert binding(read("150, no cover needed", with_cover)) == (Offer(15000),)


EAGERNESS_IS_HEARD = (
    "I love it, I need it today",
    "omg I absolutely love it!!",
    "it's exactly what I've been looking for",
    "I really want this",
    "I love it, I need it today, I'll pay whatever you want",
)


def test_eagerness_is_heard() -> None:
    assert share(EAGERNESS_IS_HEARD, lambda reading: ShowEagerness in kinds(reading)) >= 0.6


def test_courtesy_and_rudeness_are_heard() -> None:
    assert BeCourteous in kinds(read("Hi, thank you for your patience", BUYER))
    assert BeRude not in kinds(read("OK DEAL", BUYER))


def test_several_moves_come_in_the_order_of_the_words() -> None:
    reading = read("Why is it so expensive? The other store has it for 120. I offer 150.", BUYER)
    heard = [type(move) for move in reading.moves if isinstance(move, Ask | CiteAlternative | Offer)]
    assert heard == [Ask, CiteAlternative, Offer]


@pytest.mark.parametrize("text", ["ok I'm back, let's talk", "hey, I changed my mind, can we talk again?"])
def test_coming_back(text: str) -> None:
    away = Known(Side.BUYER, 20000, ask=18000, mine=14000, place=Place.LEARNER_AWAY)
    assert ComeBack() in read(text, away).moves
    assert ComeBack not in kinds(read(text, BUYER))


def test_a_plain_offer_or_yes_from_outside_stays_what_it_is() -> None:
    away = Known(Side.BUYER, 20000, ask=18000, mine=14000, place=Place.LEARNER_AWAY)
    assert binding(read("160?", away)) == (Offer(16000),)
    assert binding(read("deal", away)) == (Accept(),)


def test_what_is_said_to_somebody_who_is_leaving() -> None:
    leaving = Known(Side.SELLER, 17700, ask=17000, mine=20200, place=Place.COUNTERPART_AWAY)
    assert LetGo() in read("fine, bye", leaving).moves
    assert CallAfter() in read("wait, come back", leaving).moves
    assert binding(read("ok, 180 and the fee is gone", leaving)) == (Offer(18000),)


def test_nothing_about_the_deal_is_small_talk() -> None:
    assert read("my dog ate my homework", BUYER).moves == (SmallTalk(),)


def test_each_finding_says_which_words_led_to_it_and_how_sure_it_is() -> None:
    reading = read("That's too much. Would you take $150?", BUYER)
    offer = next(heard for heard in reading.heard if isinstance(heard.move, Offer))
    assert "$150" in offer.words
    assert 0 < reading.sure <= offer.sure <= 1


class TestAtTheDaybed:
    """The tag says $177, the till $202 with delivery; another shop, Harlow's, has the bed for $184."""

    BUYER = Known(
        Side.BUYER,
        17700,
        ask=20200,
        mine=15000,
        alternative_words=("harlow",),
        alternative_amount=18400,
        add_on=SmallThing("the delivery fee", 2500, ("delivery", "fee", "charge")),
    )
    SELLER = Known(Side.SELLER, 17700, ask=15000, mine=20200)

    @pytest.mark.parametrize(
        "text",
        [
            "Drop the fee and I'll take it",
            "take off the delivery charge and it's a deal",
            "177, no delivery",
            "can you do 177?",
        ],
    )
    def test_the_fee_dropped_is_an_offer_at_the_tag(self, text: str) -> None:
        assert binding(read(text, self.BUYER)) == (Offer(17700),)

    @pytest.mark.parametrize("text", ["I'll waive the fee", "I can drop the delivery charge", "the fee is gone"])
    def test_the_clerk_gives_way_on_the_fee(self, text: str) -> None:
        assert binding(read(text, self.SELLER)) == (Offer(17700),)

    def test_asking_whether_the_fee_could_go_promises_nothing(self) -> None:
        reading = read("can't you just waive the fee?", self.BUYER)
        assert StrikeAddOn() in reading.moves
        assert binding(reading) == ()

    def test_the_tag_quoted_is_no_offer(self) -> None:
        for text in ("it's 177 on the tag", "the tag says 177", "why is it 202 when the tag says 177?"):
            assert binding(read(text, self.BUYER)) == ()

    def test_the_other_shop_in_a_threat_leaves_nobody(self) -> None:
        moves = read("177 without delivery or I'm going to Harlow's", self.BUYER).moves
        assert moves == (Offer(17700), Threaten(), CiteAlternative())
        assert WalkAway not in kinds(read("I might go to Harlow's", self.BUYER))

    def test_the_asks_own_number_refused_is_not_taken(self) -> None:
        assert binding(read("150? no way", self.SELLER)) == ()
        assert HoldFirm() in read("150? no way", self.SELLER).moves


@pytest.mark.parametrize(
    "text", ["I'll think about it", "no deal", "I'd rather walk than pay 180", "*walks to the door*"]
)
def test_what_is_no_plain_goodbye_leaves_nobody(text: str) -> None:
    assert binding(read(text, BUYER)) == ()


def test_a_yes_and_a_goodbye_are_asked_back_with_both() -> None:
    assert options(read("You win, I'm out", BUYER)) == (WalkAway(), Accept())
