"""Charts as PNG: drawn from plain values, with words for those who cannot see them."""

from __future__ import annotations

from bot.pictures.sheet import Picture

__all__ = ["Picture"]
