"""The second reader: what it takes in, that it gives what was trained, and that no text is too much for it."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.negotiation.moves import Place
from bot.negotiation.reading.encoder import LABELS, OWNERS, Opinion, Talk, opinion
from bot.negotiation.reading.encoder.network import Network
from bot.negotiation.reading.encoder.numbers import TRAITS, Amounts, numbers_in, traits
from bot.negotiation.reading.encoder.pieces import LONGEST_SAID, LONGEST_TEXT, Pieces
from bot.negotiation.scenario import Side

TRAINED = json.loads((Path(__file__).parent / "encoder_trained.json").read_text("utf-8"))
BUYER = Talk(Side.BUYER, "I could let it go for 180.", tag=200, ask=180, own=140)
AMOUNTS = st.none() | st.floats(0.01, 1e9)


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.shipped()


def values(text: str) -> list[float]:
    return [number.value for number in numbers_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("£1,200, 1.200 or 1 200", [1200, 1200, 1200]),
        ("1.2k, 5 grand, 2 hundred", [1200, 5000, 200]),
        ("3,30 a piece and 1,250.50 in all", [3.3, 1250.5]),
        ("one seventy, two fifty or twenty-five hundred", [170, 250, 2500]),
        ("a hundred and twenty, half a grand, a tenner", [120, 500, 10]),
        ("four thousand six hundred", [4600]),
        ("half of it, 10% off", [0.5, 10]),
        ("202lol", [202]),
        ("that one, b4 2nite, gr8 m8, that's grand", []),
    ],
)
def test_numbers_are_found_as_people_write_them(text: str, expected: list[float]) -> None:
    assert values(text) == expected


def traits_of(text: str, amounts: Amounts) -> set[str]:
    (number,) = numbers_in(text, 0, len(text))
    return {TRAITS[trait] for trait in traits(number, amounts, [], [], [])}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("180", "is_ask"),
        ("140", "is_own"),
        ("200", "is_tag"),
        ("160", "is_middle"),
        ("20", "is_ask_less_tag"),
        ("150", "between_own_and_ask"),
        ("190", "past_ask"),
        ("130", "short_of_own"),
    ],
)
def test_a_number_is_known_by_how_it_stands_to_the_amounts(text: str, expected: str) -> None:
    assert expected in traits_of(text, Amounts(Side.BUYER, 200, 180, 140))


def test_what_a_number_is_to_the_amounts_holds_for_a_deal_of_any_size() -> None:
    small = traits_of("150", Amounts(Side.BUYER, 200, 180, 140))

    assert traits_of("15,000", Amounts(Side.BUYER, 20000, 18000, 14000)) == small
    assert traits_of("15", Amounts(Side.BUYER, 20000, 18000, 14000)) == small | {"as_thousands"}


@pytest.mark.parametrize("row", TRAINED, ids=lambda row: row["text"][:30])
def test_it_gives_what_was_trained(network: Network, row: dict[str, object]) -> None:
    talk = Talk(Side.SELLER if row["side"] == "seller" else Side.BUYER, str(row["said"]), 200, 180, 140)

    acts, owners, _ = network.raw(network.pieces.input(str(row["text"]), talk))

    assert acts.tolist() == pytest.approx(row["acts"], abs=0.2)  # eight bits for thirty-two
    assert [owner.tolist() for owner in owners.values()] == [pytest.approx(each, abs=0.2) for each in row["owners"]]  # type: ignore[union-attr]


WORDS = "i would take 150 not 180 deal ? no £1,200 half a grand 😊 … ##s [SEP] [CLS] 99999999999999999999 'k"
TEXTS = st.text(max_size=300) | st.lists(
    st.sampled_from(WORDS.split()),
    max_size=60,
).map(" ".join)
TALKS = st.builds(
    Talk, st.sampled_from(Side), TEXTS, tag=AMOUNTS, ask=AMOUNTS, own=AMOUNTS, place=st.sampled_from(Place)
)


def sound(text: str, found: Opinion) -> bool:
    shares = [
        *found.acts.values(),
        found.bare,
        *(share for number in found.numbers for share in number.owners.values()),
    ]
    places = [place for place in found.words.values() if place] + [
        (number.start, number.end) for number in found.numbers
    ]
    return (
        all(math.isfinite(share) and 0 <= share <= 1 for share in shares)
        and all(0 <= start < end <= len(text) for start, end in places)
        and all(sum(number.owners.values()) == pytest.approx(1, abs=1e-3) for number in found.numbers)
    )


@settings(max_examples=150, deadline=None)
@given(TEXTS, TALKS)
@example("", Talk(Side.BUYER))
@example("İ __ ²³ ٣٤ ½ ① \x00 \ud800 é é 1:1:1", Talk(Side.SELLER))
@example("1 " * 2000, BUYER)
def test_any_text_gets_the_same_sound_opinion_each_time(text: str, talk: Talk) -> None:
    found = opinion(text, talk)
    opinion.cache_clear()

    assert list(found.acts) == list(LABELS)
    assert all(list(number.owners) == list(OWNERS) for number in found.numbers)
    assert sound(text, found)
    assert opinion(text, talk) == found


@pytest.mark.parametrize("text", ["a" * 4000, "1 " * 2000, "😊" * 4000, "no. " * 1000, "é" * 4000, "1,000" * 800])
def test_a_long_text_takes_no_more_than_a_fixed_number_of_tokens(network: Network, text: str) -> None:
    taken = network.pieces.input(text, Talk(Side.BUYER, text))

    assert len(taken.tokens) <= LONGEST_TEXT + LONGEST_SAID + 3
    assert sound(text, opinion(text, BUYER))


def test_of_a_long_text_the_end_is_heard_too(network: Network) -> None:
    text = "It was like this, and then it was like that. " * 80 + "Would you take 150?"

    assert [number.value for number in opinion(text, BUYER).numbers] == [150]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Deal, I'll take it.", "accept"),
        ("Would you take 150?", "offer"),
        ("180 is too much for me, sorry", "reject"),
        ("No thanks, I'll buy it somewhere else. Goodbye.", "walk_away"),
        ("Let me sleep on it, I'll write you tomorrow", "stall"),
        ("Why is it so expensive?", "question"),
    ],
)
def test_plain_messages_are_heard(text: str, label: str) -> None:
    assert opinion(text, BUYER).says(label)


def test_whose_a_number_is() -> None:
    found = opinion("180 is too much, would you take 150?", BUYER)

    assert [number.owner for number in found.numbers] == ["theirs", "mine"]


def test_words_are_split_into_the_longest_pieces() -> None:
    vocabulary = ["[CLS]", "[SEP]", "[UNK]", "[NUM]", "deal", "##er", "d", "##e", "!"]

    found = Pieces(vocabulary).input("Dealer!! dé 5 xyz", Talk(Side.BUYER))

    assert [vocabulary[token.piece] for token in found.tokens] == (
        ["[CLS]", "[SEP]", "deal", "##er", "!", "d", "##e", "[NUM]", "[UNK]", "[SEP]"]
    )


@pytest.mark.parametrize(
    ("text", "value"), [("00 150", 150), ("0 150", 150), ("0'150", 150), ("0,150", 0.15), ("0.150.000", 0.15)]
)
def test_a_number_that_begins_with_zero_is_one_all_the_same(text: str, value: float):
    assert values(text) == [value]
