"""What a look at an installation finds: that a part is well, or what is wrong with it and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    WELL = "well"
    MIND = "mind"  # it runs, and somebody should know
    WRONG = "wrong"  # it does not run, or not for long


@dataclass(frozen=True, slots=True)
class Finding:
    """`part` is what was looked at, `told` what was found; `to_do` is empty only where all is well."""

    health: Health
    part: str
    told: str
    to_do: str = ""
