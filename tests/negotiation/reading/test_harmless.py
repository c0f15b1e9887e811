"""Words of leaving and of agreeing in talk that does neither: none of them may end somebody's game."""

from __future__ import annotations

import pytest

from bot.negotiation.moves import Accept, WalkAway
from bot.negotiation.reading import read
from tests.negotiation.reading.lines import known_in

HARMLESS = """
no sugar for me
no parking for us
nothing for me
I don't need the cover
I can do without the delivery
we came all the way from Dover
I took the day off for this
I took the bus here
we're moving out next month
I'm moving to a smaller flat
I'm changing jobs in May
I left my wallet in the car
let me get my wallet
let me call my husband
one second, phone
I have to take this call
I'll be right back
I'm back
sorry, I was away for a minute
take your time
take a look at this scratch
take a look at the other store's price
I'll take a look at it
I'll take a picture of it
I'll take my time
I would take it with me today
I could take it with me today
can I take it with me today?
would you take cash?
do you take cards?
you can't be serious
you must be joking
done with the small talk, what about the price
are we done?
is it done?
it's done well
the work is done well
when will it be done
that's what I agreed with your colleague
your colleague accepted 177
he agreed to drop it
he said it's a deal
I thought we had a deal
we had a deal
you broke the deal
a deal is a deal
what's the deal with the fee
big deal
not a big deal
it's no big deal
what a deal
is that a good deal?
I got a good deal last time
sold out?
is it sold?
how many have you sold
I sold my old one
I'm sold on the bed, not on the price
I'm in no hurry
I'm in town till friday
I'm in the parking lot
we're on our way
I'm on my way
I'm at the door
I'm at the counter
see you at the counter
see you there
where is the door?
the door is stuck
the exit is blocked
I'll leave it to you
I leave that to you
leave the cover on please
could you leave the lamp on?
leave me alone
leave a message
I'll leave a good review
I'd leave a good review
leave it as it is
don't leave me hanging
before I leave, what's your best price
before I go, one question
I don't want to leave without it
I won't leave without it
I'm not leaving
I'm not going anywhere
I'm staying right here
let's walk around the store
can we walk through the numbers
walk me through it
it walks and talks
pass me the pen
can you pass it on to your manager
I pass by here every day
the test passed
I'm out of cash
I'm out of ideas
we ran out of time last week
I'm off on friday
my day off is friday
20 off?
is it off the table?
the fee is off, right?
that's a non starter
I'm done waiting
I'm done for today with arguing
I'm so over this fee
forget what I said
never mind the cover
never mind
ok so where were we
ok but why
ok and the fee?
okay, what about delivery?
ok let me think
ok hold on
okay I see
ok understood
right, so
right
well then
fine, but what's in it for me
fine print?
good question
good point
good morning then
sounds like a lot
sounds like you need this sale
sounds nice
sounds complicated
great store
great, another fee
great bed
nice bed
perfect size
perfect timing
awesome lamp
I love the color
lovely store you have
looks good on the photo
works for my brother
works fine?
does it work?
it works
that works how?
yes I have a question
yes it's me
yes, the daybed
yes that one
yeah, about the fee
yes?
yep, saw that
agreed, it's a nice bed, but the price isn't
agree to disagree
I agree it is a nice bed
I agree that rules are rules
I accept cards only
I accept that you have rules
I can accept that the fee exists
I can live with the scratch
I can live without the cover
done deal?
deal breaker
that fee is a deal breaker
the fee kills the deal
you're killing me
you got me
you got it wrong
got it
gotcha
I get it
I get paid on friday
I'd get it from Harlow's otherwise
I'd buy it elsewhere otherwise
shall we say goodbye to the fee?
bye bye fee
goodbye fee, hello deal?
thanks for nothing
thanks, but that's too much
thank you, I'd like to hear your best price
thanks for the offer
thank you for your patience
I appreciate the offer but I need 170
keep talking
keep going
keep it coming
keep it simple
keep the receipt please
it's a keeper
that's as far as I'll go
that's where I'm going
I'm going to think
I'm going to the bank for the money
how high will you go
""".strip().splitlines()


@pytest.mark.parametrize("group", ["daybed", "daybed-clerk", "rent-renewal", "laptop-sale"])
def test_nobody_has_agreed_or_left(group: str) -> None:
    known = known_in(group)

    ended = [text for text in HARMLESS if any(isinstance(move, Accept | WalkAway) for move in read(text, known).moves)]

    assert ended == []
