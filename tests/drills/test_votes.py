from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drills.votes import MOST_CANDIDATES, Ballot, NoCandidate

TWO = Ballot().propose("Offer $180", by=11).propose("Hold firm", by=12)


def test_the_most_voted_leads() -> None:
    ballot = TWO.vote(1, 1).vote(2, 0).vote(3, 1)

    assert (ballot.tally(), ballot.leading()) == ((1, 2), (1,))


def test_a_tie_is_for_the_moderator() -> None:
    assert TWO.vote(1, 1).vote(2, 0).leading() == (0, 1)


def test_where_nobody_votes_nothing_leads() -> None:
    assert TWO.leading() == ()
    assert Ballot().leading() == ()


def test_a_second_vote_takes_the_place_of_the_first() -> None:
    assert TWO.vote(1, 0).vote(1, 1).tally() == (0, 1)


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_a_proposal_says_something(text: str) -> None:
    with pytest.raises(NoCandidate):
        TWO.propose(text)


def test_the_same_is_not_proposed_twice() -> None:
    with pytest.raises(NoCandidate, match="Vote for it"):
        TWO.propose("  hold   FIRM ")


def test_there_are_only_as_many_as_can_be_read() -> None:
    full = Ballot()
    for number in range(MOST_CANDIDATES):
        full = full.propose(f"Offer {number}")

    with pytest.raises(NoCandidate, match="already"):
        full.propose("One more")


@pytest.mark.parametrize("candidate", [-1, 2])
def test_nobody_votes_for_what_is_not_there(candidate: int) -> None:
    with pytest.raises(NoCandidate):
        TWO.vote(1, candidate)


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 2)), max_size=60))
def test_everybody_has_one_vote_and_the_last_one_counts(cast: list[tuple[int, int]]) -> None:
    ballot = TWO.propose("Walk away")
    for voter, candidate in cast:
        ballot = ballot.vote(voter, candidate)

    last = dict(cast)
    assert sum(ballot.tally()) == len(last)
    assert ballot.tally() == tuple(list(last.values()).count(index) for index in range(3))
    assert all(ballot.tally()[index] == max(ballot.tally()) for index in ballot.leading())
    assert bool(ballot.leading()) == bool(cast)
