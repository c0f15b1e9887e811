"""Drills: one exercise for a whole group. Pure: seats, the clock, standings, votes and pairs; times are handed in."""
