"""What can be said, with what it is worth."""

from __future__ import annotations

from dataclasses import dataclass

from bot.negotiation.moves import Message


@dataclass(frozen=True, slots=True)
class Option:
    """A message and the expected surplus share that it leads to, if best play follows."""

    message: Message
    value: float
