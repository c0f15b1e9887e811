"""Two at a table who talk freely: what they offer each other, and when that is a deal.

    pair = Pair(1, first=1, second=2).offer(1, Terms(17000)).agree(2, 1)
    pair.agreed         # Terms(17000): both have said yes to the same terms

What counts is pressed, not said: offers that were only heard in the talk count once the one who made them has said yes
to them as well. Leaving is a move here too, and not the end: the other may call after, or let go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.drills.drill import NotNow
from bot.drills.standings import Ending


@dataclass(frozen=True, slots=True)
class Terms:
    """`price` is what the buyer pays, in minor units; `extras` are ids of the scenario."""

    price: int
    extras: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposal:
    """The terms that are on the table, and who has said yes to them; `number` counts from 1."""

    number: int
    by: int  # seat
    terms: Terms
    agreed: frozenset[int]


def paired(seats: Sequence[int]) -> list[tuple[int, int | None]]:
    """Two and two in the order given; of an odd number the last one sits alone, and plays against the coach."""
    return [(seats[at], seats[at + 1] if at + 1 < len(seats) else None) for at in range(0, len(seats), 2)]


def swapped(seats: Sequence[int]) -> list[int]:
    """The order in which the same pairs sit down with their roles exchanged."""
    return [seat for first, second in paired(seats) for seat in (second, first) if seat is not None]


@dataclass(frozen=True, slots=True)
class Pair:
    """`first` has the learner's side of the scenario, `second` the counterpart's; without a second one the coach has.

    `proposal` is the latest one: any offer takes the place of the one before. `away` is the seat that has left.
    """

    number: int
    first: int
    second: int | None
    proposal: Proposal | None = None
    away: int | None = None
    ending: Ending | None = None

    @property
    def seats(self) -> tuple[int, ...]:
        return (self.first,) if self.second is None else (self.first, self.second)

    @property
    def agreed(self) -> Terms | None:
        """The terms of the deal, where there is one."""
        return self.proposal.terms if self.proposal is not None and self.ending is Ending.DEAL else None

    def other(self, seat: int) -> int:
        """Who sits opposite. Raises KeyError where nobody does, or the seat isn't at this table."""
        if self.second is None or seat not in self.seats:
            raise KeyError(seat)
        return self.second if seat == self.first else self.first

    # --- moves: each raises NotNow where it makes no sense as things stand --------------------------------------------

    def offer(self, by: int, terms: Terms, *, heard: bool = False) -> Pair:
        """New terms. An offer that was only `heard` in the talk has nobody's yes yet. Who had left is back with it."""
        self._check_open()
        number = 1 if self.proposal is None else self.proposal.number + 1
        proposal = Proposal(number, by, terms, frozenset() if heard else frozenset({by}))
        return replace(self, proposal=proposal, away=None if self.away == by else self.away)

    def agree(self, seat: int, number: int) -> Pair:
        """A yes to the proposal of that number: with the second one it is a deal."""
        self._check_open()
        if self.proposal is None or self.proposal.number != number:
            raise NotNow("There is a newer offer on the table. Look at that one.")
        if seat in self.proposal.agreed:
            raise NotNow("You have said yes to that. Now it is for the other side.")
        agreed = replace(self.proposal, agreed=self.proposal.agreed | {seat})
        done = agreed.agreed == frozenset(self.seats)
        back = None if self.away == seat else self.away
        return replace(self, proposal=agreed, ending=Ending.DEAL if done else None, away=None if done else back)

    def walk(self, seat: int) -> Pair:
        """The seat leaves, and its yes goes with it; where the other has left already, that is the end."""
        self._check_open()
        if self.away == seat:
            raise NotNow("You have left already. The next word is for the other side, unless you go back.")
        if self.away is not None:
            return replace(self, ending=Ending.NO_DEAL)
        return replace(self, away=seat, proposal=self._without_yes_of(seat))

    def come_back(self, seat: int) -> Pair:
        """Who has left goes back, unasked or not."""
        self._check_open()
        if self.away != seat:
            raise NotNow("You are still at the table.")
        return replace(self, away=None)

    def let_go(self, seat: int) -> Pair:
        """Who stayed does not call after the one who left: no deal."""
        self._check_open()
        if self.away is None or self.away == seat:
            raise NotNow("Nobody but you could be let go." if self.away == seat else "The other side is still here.")
        return replace(self, ending=Ending.NO_DEAL)

    def time_up(self) -> Pair:
        """Nothing can be added. Who had left by then meant it; all else is left unfinished."""
        if self.ending is not None:
            return self
        return replace(self, ending=Ending.UNFINISHED if self.away is None else Ending.NO_DEAL)

    def _without_yes_of(self, seat: int) -> Proposal | None:
        return None if self.proposal is None else replace(self.proposal, agreed=self.proposal.agreed - {seat})

    def _check_open(self) -> None:
        if self.ending is not None:
            raise NotNow("This table is closed. Nothing that is said now counts.")
