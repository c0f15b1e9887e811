"""Fixed strategies and best play against every world of a scenario: what it teaches, in figures. Pure."""

from bot.negotiation.simulation.playing import Played, Row, Table, play_through, simulate
from bot.negotiation.simulation.strategies import NAIVE, STRATEGIES, Strategy
from bot.negotiation.simulation.teaching import teaching_problems

__all__ = [
    "NAIVE",
    "STRATEGIES",
    "Played",
    "Row",
    "Strategy",
    "Table",
    "play_through",
    "simulate",
    "teaching_problems",
]
