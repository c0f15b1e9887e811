"""What is left to chance. What is hidden is drawn from secrets, what is seen from seeds that have nothing to do with
them: so no line, no order and no number that a member sees narrows down what a counterpart hides."""

from __future__ import annotations

import secrets

SECRET_BYTES = 16
SEEDS_DRAWN = 2**31


def new_secret() -> str:
    """Return 128 bits that nobody can guess, as hexadecimal digits."""
    return secrets.token_hex(SECRET_BYTES)


def new_seed() -> int:
    """Return a number that decides which of several fitting lines is said."""
    return secrets.randbelow(SEEDS_DRAWN)


def secret_of(seed: int) -> str:
    """Return the secret of a session that is to be played again by its seed: whoever has the seed knows all of it."""
    return str(seed)
