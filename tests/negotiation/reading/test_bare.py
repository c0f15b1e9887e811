"""Only a yes or a goodbye with nothing besides may end a game."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.negotiation.reading.bare import Bare, bare, reachable
from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.said import plainly
from bot.negotiation.scenario import Side

KNOWN = Known(Side.BUYER, list_price=17700, ask=20200, mine=16000)


def heard(text: str) -> Bare | None:
    return bare(plainly(text, 177), KNOWN)


YES = [
    "deal",
    "Deal!",
    "ok deal",
    "it's a deal",
    "you've got yourself a deal, my friend",
    "I'll take it, thanks",
    "Yes, 202 it is!",
    "I accept",
    "I accept your offer of $202",
    "sold",
    "let's shake on it",
    "ok ill take it for 202 thank you very much",
    "you win",
]
LEAVES = [
    "No thanks, goodbye",
    "I'm out, call me if that changes",
    "Bye. You've got my number.",
    "I'm leaving. Thanks for your time.",
    "let's call it off",
    "sorry, I'll buy it elsewhere",
    "we're done here",
    "Well then, I'd better go. Have a nice day!",
]
REMAINDERS = [
    "but not at that price",
    "if you throw in the cover",
    "why 202?",
    "make it 180",
    "my husband has a truck",
    "and the fee goes",
    "that's what I said at the other store",
    "for my daughter it's worth it, for me it isn't",
    "what a joke",
    "unless you can do better",
    "otherwise 170",
]


@pytest.mark.parametrize("text", YES)
def test_a_yes_and_nothing_besides(text: str) -> None:
    assert heard(text) is Bare.YES


@pytest.mark.parametrize("text", LEAVES)
def test_a_goodbye_and_nothing_besides(text: str) -> None:
    assert heard(text) is Bare.LEAVES


@pytest.mark.parametrize("text", ["ok", "fine", "Sounds good, thanks", "202", "great"])
def test_a_nod_is_no_yes(text: str) -> None:
    assert heard(text) is Bare.ASSENTS


@given(st.sampled_from(YES + LEAVES), st.sampled_from(REMAINDERS), st.sampled_from([", ", ". ", " ", "\n", "! "]))
def test_whatever_stands_besides_leaves_a_remainder(text: str, besides: str, join: str) -> None:
    assert heard(f"{text}{join}{besides}") is None
    assert heard(f"{besides}{join}{text}") is None


@pytest.mark.parametrize("amount", ["150", "$180", "200", "a hundred and seventy", "20,200", "2.02"])
@pytest.mark.parametrize(
    "yes",
    ["I accept your offer of {}", "sold for {}", "deal at {}", "{} it is", "I'll take it for {}", "ok, {}", "deal, {}"],
)
def test_a_yes_at_another_price_than_theirs_is_none(yes: str, amount: str) -> None:
    assert heard(yes.format(amount)) is not Bare.YES


def test_a_goodbye_may_leave_a_way_to_be_reached() -> None:
    assert reachable(plainly("I'm out, call me if that changes", 177), KNOWN)
    assert not reachable(plainly("I'm out. Goodbye.", 177), KNOWN)


@pytest.mark.parametrize(
    "text", ["I'm going to Harlow's", "ok, I'll buy it at Harlow's then", "Then I'll buy it there."]
)
def test_going_to_ones_own_alternative_is_leaving(text: str) -> None:
    known = replace(KNOWN, alternative_words=("harlow",))
    assert bare(plainly(text, 177), known) is Bare.LEAVES


def test_a_yes_and_a_goodbye_at_once() -> None:
    assert heard("You win, I'm out") is Bare.TORN
    assert heard("lol sure, deal") is Bare.ASSENTS
