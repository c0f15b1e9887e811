"""What a seed stands for: a type, and numbers that look random."""

from __future__ import annotations

from bot.negotiation.model.scenario import Game, Type


def draw(game: Game, seed: int) -> Type:
    """The type that `seed` stands for."""
    at = uniform(seed, 0) * sum(kind.chance for kind in game.types)
    for kind in game.types:
        at -= kind.chance
        if at < 0:
            return kind
    return game.types[-1]


def uniform(seed: int, salt: int) -> float:
    """A number in [0, 1) that looks random, the same for the same arguments (SplitMix64: Steele, Lea & Flood 2014)."""
    mask = (1 << 64) - 1
    mixed = (seed * 0x9E3779B97F4A7C15 + (salt + 1) * 0xD1342543DE82EF95) & mask
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = ((mixed ^ (mixed >> shift)) * factor) & mask
    return (mixed ^ (mixed >> 31)) / (1 << 64)
