"""Votes on the next move, in front of all.

ballot = Ballot().propose("Offer $180", by=11).propose("Hold firm", by=12).vote(13, 0)
ballot.leading()        # (0,): one leads; several: the moderator decides; (): nobody has voted
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

MOST_CANDIDATES = 8  # as many as one reads in a minute


class NoCandidate(ValueError):  # noqa: N818
    """A proposal or a vote that can't be taken; str(error) is a sentence for the member."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """`text` is what would be said; `by` who proposed it, None for one that was given."""

    text: str
    by: int | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """Everybody has one vote, and may change it while the ballot is open."""

    candidates: tuple[Candidate, ...] = ()
    votes: Mapping[int, int] = field(default_factory=dict[int, int])  # candidate's index by voter

    def propose(self, text: str, by: int | None = None) -> Ballot:
        """One more candidate, with no votes yet.

        Raises NoCandidate where it is there already, says nothing, or there are as many as can be read.
        """
        said = " ".join(text.split())
        if not said:
            raise NoCandidate("Say what you would say at the table.")
        if any(said.casefold() == candidate.text.casefold() for candidate in self.candidates):
            raise NoCandidate("That has been proposed. Vote for it.")
        if len(self.candidates) >= MOST_CANDIDATES:
            raise NoCandidate(f"There are {MOST_CANDIDATES} proposals already. Vote for one of them.")
        return replace(self, candidates=(*self.candidates, Candidate(said, by)))

    def vote(self, voter: int, candidate: int) -> Ballot:
        """The voter's one vote, in place of an earlier one. Raises NoCandidate where there is no such candidate."""
        if not 0 <= candidate < len(self.candidates):
            raise NoCandidate("There is no such proposal any more.")
        return replace(self, votes={**self.votes, voter: candidate})

    def tally(self) -> tuple[int, ...]:
        """The votes of each candidate."""
        return tuple(sum(chosen == index for chosen in self.votes.values()) for index in range(len(self.candidates)))

    def leading(self) -> tuple[int, ...]:
        """Those with the most votes, in the order in which they were proposed; none where nobody has voted."""
        counts = self.tally()
        most = max(counts, default=0)
        return tuple(index for index, count in enumerate(counts) if count == most) if most else ()
