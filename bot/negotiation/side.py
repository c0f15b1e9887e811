"""The learner's side of a deal."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    BUYER = "buyer"
    SELLER = "seller"

    @property
    def sign(self) -> int:
        """+1 where the learner gains as the price rises, -1 where the learner gains as it falls."""
        return 1 if self is Side.SELLER else -1

    @property
    def other(self) -> Side:
        return Side.BUYER if self is Side.SELLER else Side.SELLER
