"""Walkaway in Discord: what members see and press there. Only here is `discord` imported."""
