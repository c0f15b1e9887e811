"""A short soak: see __main__.py. Its kills are those of tests/killing."""

from __future__ import annotations

import random

from bot.negotiation.reading import Known, Reading, read
from tests.soak.messages import cut_off, made, vocabulary, written
from tests.soak.reading import read_all
from tests.soak.slow import LONG, search


def test_whatever_is_made_of_the_projects_own_messages_can_be_read():
    outcome = read_all(read, messages=3000, seed=1, cut=1500)

    assert outcome.read == 3000
    assert outcome.failed == {}


def test_a_reader_that_fails_is_told_of_by_its_place_with_the_shortest_message():
    nothing = Reading((), None, frozenset({"other"}), None)

    def failing(text: str, known: Known) -> Reading:
        if "deal" in text:
            raise IndexError(text)
        return nothing

    outcome = read_all(failing, messages=3000, seed=1, cut=1500)

    ((place, (count, shortest)),) = outcome.failed.items()
    assert place.startswith("IndexError in failing (test_soak.py:")
    assert count > 20
    assert len(shortest) < 30
    assert len(outcome.slowest) == 10


def test_the_same_seed_makes_the_same_messages_and_many_different_ones():
    one, two = ([text for text, _ in zip(made(random.Random(3)), range(500), strict=False)] for _ in range(2))

    assert one == two
    assert len(set(one)) > 400


def test_each_message_is_cut_off_at_each_word():
    cut = {text for text, _ in cut_off()}
    text = written()[0][0]

    assert {" ".join(text.split()[:end]) for end in range(1, len(text.split()))} <= cut


def test_the_search_climbs_to_what_costs_most():
    def cost(text: str) -> float:
        """Of a reader that compares every "would" with every other."""
        return 1.0 + text.count("would") ** 2

    words = [*vocabulary()[:50], "would"]

    worst = search(cost, words, random.Random(1), tries=2000)[0]

    assert "would" in worst.fragment
    assert worst.ratio > 10
    assert len(worst.fragment) < LONG
