"""Advice names prices as people say them, wherever that costs nothing."""

from __future__ import annotations

import pytest

from bot.negotiation.moves import CiteAlternative, HoldFirm, Offer
from bot.negotiation.review import Search
from bot.negotiation.review.positions import after_message, opening
from bot.negotiation.review.round_prices import rounder
from bot.negotiation.state import State
from bot.negotiation.table import open_table
from tests.negotiation.play import scenario_and_world

DAYBED, _ = scenario_and_world("daybed", "slow-week")
LAPTOP, _ = scenario_and_world("laptop-sale", "flatmate")
OPENED, _ = open_table(DAYBED)


def prices(scenario, state: State, *message):
    return [each.amount for rounded in rounder(scenario, state, message) for each in rounded if isinstance(each, Offer)]


def test_the_roundest_price_that_is_no_nearer_to_the_table_than_need_be_comes_first():
    assert prices(DAYBED, OPENED, Offer(15800)) == [16000]


def test_a_seller_opens_with_the_price_in_the_ad():
    state, _ = open_table(LAPTOP)
    assert prices(LAPTOP, state, Offer(48300))[0] == 48000 == LAPTOP.list_price


def test_a_later_price_is_rounded_within_what_still_counts_as_a_small_step():
    asked = OPENED._replace(demand=DAYBED.room_at(15700), given=500)
    assert prices(DAYBED, asked, Offer(15800)) == [16000]


@pytest.mark.parametrize("message", [(HoldFirm(),), (CiteAlternative(18400),), (Offer(16000),)])
def test_what_is_round_or_names_no_price_stays(message):
    assert prices(DAYBED, OPENED, *message) == []


def test_what_is_advised_keeps_its_worth():
    search, start = Search(DAYBED), opening(DAYBED)
    best = search.best(start)
    assert search.value_of(start, best.message) == pytest.approx(search.value(start), abs=0.0015)
    assert Offer(16000) in best.message


def test_what_adds_nothing_is_left_out():
    search, start = Search(DAYBED), opening(DAYBED)
    position = after_message(DAYBED, start, (CiteAlternative(18400), Offer(15800)))[0].position
    value = search.value_of(position, (HoldFirm(), Offer(16000)))
    assert search.plainest(position, (HoldFirm(), Offer(16000)), value).message == (Offer(16000),)
