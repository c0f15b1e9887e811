"""Which price the rules find in a message, in dollars, for goods with a tag of $200 unless said otherwise."""

from __future__ import annotations

import pytest

from bot.negotiation.reading import Known, price_in, read
from bot.negotiation.scenario import Side


def known(side: Side = Side.BUYER, tag: float = 200, ask: float | None = None, mine: float | None = None) -> Known:
    def cents(amount: float | None) -> int | None:
        return None if amount is None else round(amount * 100)

    return Known(side, cents(tag), ask=cents(ask), mine=cents(mine))


def dollars(text: str, what_is_known: Known) -> float | None:
    amount = price_in(text, what_is_known)
    return None if amount is None else amount / 100


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("150?", 200, 150),
        ("would you take 150", 200, 150),
        ("meet me at one-fifty", 200, 150),
        ("a buck fifty and I'm out of your hair today", 200, 150),
        ("I'd go as high as a hundred and sixty", 200, 160),
        ("how about twelve hundred", 1500, 1200),
        ("I'll buy it for 150", 200, 150),
        ("we would rent it for 150 a month", 200, 150),
        ("could you see your way to nine hundred fifty bucks", 1200, 950),
        ("two grand, cash in hand", 2600, 2000),
        ("I can offer you 19.5k for it", 22000, 19500),
        ("15 k is what I have", 18000, 15000),
        ("€1.250,50 would be my offer", 1500, 1250.5),
        ("1,250.50 is my offer", 1500, 1250.5),
        ("I would pay 12,50", 20, 12.5),
        ("160 USD and we shake hands", 200, 160),
        ("£140 is as far as I go", 200, 140),
        ("140$ tops", 200, 140),
        ("the most I can do is 145 dollars", 200, 145),
        ("I won't go above 155", 200, 155),
        ("between 140 and 150?", 200, 150),
        ("If you could come down to $165 I'll pick it up tonight", 200, 165),
        ("sorry, 160, not 150", 200, 160),
        ("not 180. 150.", 200, 150),
        ("180 is too rich for me. could we do 150", 200, 150),
        ("150 for it plus I collect it myself at 6pm", 200, 150),
        ("I only have 120 on me", 200, 120),
        ("would 155 work?", 200, 155),
        ("make it 170 and you've got yourself a sale", 200, 170),
        ("170 and not a penny more", 200, 170),
        ("Was hoping for something around $130 since it's 5 years old", 200, 130),
        ("40 each, and I'd take both", 90, 40),
        ("a tenner?", 15, 10),
        ("six two, if it starts first time", 7000, 6200),
        ("5k5 and I'll fetch it", 6000, 5500),
        ("three and a half thousand is my limit", 4200, 3500),
        ("1o5", 130, 105),
        ("9k + my old bike", 10500, 9000),
        ("155's the best I can manage", 200, 155),
        ("I'd take it off your hands for 140 tonight", 200, 140),
        ("I'll put in the offer at 150 and bring 300 for the two of them", 200, 150),
        ("100 today and another 60 on payday", 200, 160),
        ("1400 a month and you keep 300 off the deposit, so that would be 900", 1600, 1400),
    ],
)
def test_a_price_put_forward_by_a_buyer(text: str, tag: float, expected: float) -> None:
    assert dollars(text, known(tag=tag)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I couldn't let it go for less than 180", 180),
        ("The lowest I'd take is 175", 175),
        ("150 is too low, but I could do 180", 180),
        ("I'm asking 200 for it", 200),
        ("It's yours for 185", 185),
        ("knock 20 off and call it a day? sure, I can do 180", 180),
        ("no lower than 190, sorry", 190),
        ("I paid 350 for it two years ago, so 190 is fair", 190),
        ("I'd need at least 170 to part with it", 170),
        ("our studio does it for 190", 190),
        ("our company charges 180 for that", 180),
        ("there are six chairs for 175", 175),
        ("185 and I'll leave you to it", 185),
        ("my boss Anna says 190", 190),
        ("ok, I'll write you a receipt for 185", 185),
        ("185 and not a cent less, enjoy the day", 185),
        ("100 now, 85 later", 185),
    ],
)
def test_a_price_put_forward_by_a_seller(text: str, expected: float) -> None:
    assert dollars(text, known(Side.SELLER)) == expected


@pytest.mark.parametrize(
    ("text", "what_is_known", "expected"),
    [
        ("20% off and it's mine", known(), 160),
        ("could you do ten percent off?", known(), 180),
        ("take 15% off that and we're good", known(ask=180), 153),
        ("I'll give you 80% of the list price", known(), 160),
        ("knock 30 off and I'll take it", known(ask=180), 150),
        ("50 bucks off?", known(), 150),
        ("I can knock 20 off for you", known(Side.SELLER), 180),
        ("I could come down another 10", known(Side.SELLER, mine=180, ask=150), 170),
        ("add 10 to my last offer", known(ask=180, mine=140), 150),
        ("let's meet in the middle", known(ask=180, mine=140), 160),
        ("split the difference?", known(ask=180, mine=150), 165),
        ("how about we meet halfway", known(ask=190, mine=150), 170),
        ("same as before", known(ask=180, mine=140), 140),
        ("my offer still stands", known(ask=180, mine=140), 140),
        ("would you take half price?", known(), 100),
        ("I'll pay the full asking price", known(), 200),
        ("I can accept you dropping 30", known(ask=200), 170),
        ("a quarter off and I'm in", known(), 150),
        ("30 under your price?", known(ask=200), 170),
        ("two hours of gardening and the 140 you first offered, fine", known(Side.SELLER, ask=140, mine=180), 140),
        ("I'll fetch it for 4150", known(ask=150, mine=130), 150),
    ],
)
def test_a_price_said_without_its_number(text: str, what_is_known: Known, expected: float) -> None:
    assert dollars(text, what_is_known) == expected


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Is the $50 deposit refundable?", 200),
        ("it has 53,000 miles on it", 9000),
        ("is that a 2014 model?", 9000),
        ("I was after the iPhone 6 really", 160),
        ("do you have it in size 10", 60),
        ("my number is 555-0134", 200),
        ("I can be there at 7", 200),
        ("pick up at 4:30 on the 12th?", 200),
        ("does 3/4 of the set still work", 200),
        ("you're asking 200, right?", 200),
        ("is it still 200?", 200),
        ("They cost 350 new", 200),
        ("my neighbor paid 120 for hers", 200),
        ("150 is too low", 200),
        ("I can't do 180", 200),
        ("how did you come up with 200", 200),
        ("it's 100% cotton", 200),
        ("we have 2 dogs and 3 kids", 200),
        ("the table is 48 inches by 30", 200),
        ("could you go lower than 200?", 200),
        ("the other store has it for 184", 200),
        ("he said it runs on 12 volts", 200),
        ("the delivery fee is 25, that's silly", 200),
        ("160 is what the shop down the street is asking", 200),
        ("150, that's far too low", 200),
        ("You'd pay 300 for one brand new", 200),
    ],
)
def test_a_number_that_proposes_nothing(text: str, tag: float) -> None:
    assert dollars(text, known(tag=tag)) is None


def test_what_the_alternative_costs_is_cited_and_not_offered() -> None:
    at_the_shop = Known(Side.BUYER, 17700, ask=20200, alternative_words=("harlow",), alternative_amount=18400)
    assert read("Harlow's has the same bed at 184, all in", at_the_shop).amount is None
    assert read("Harlow's has it for 184. I'd do 177 here.", at_the_shop).amount == 17700


def test_amounts_are_counted_in_the_minor_units_of_the_currency() -> None:
    yen = Known(Side.BUYER, 24000, per_major=1)
    assert read("would you take 20000?", yen).amount == 20000
