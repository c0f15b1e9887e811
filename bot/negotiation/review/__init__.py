"""The review: what every move of a session was worth, which ones mattered, and why. Pure."""

from bot.negotiation.review.analysis import CurvePoint, Review, ReviewedMove, review
from bot.negotiation.review.grading import Grade
from bot.negotiation.review.options import Option
from bot.negotiation.review.reasons import Reason, ReasonKind
from bot.negotiation.review.search import Search
from bot.negotiation.review.tracking import BrokenRecord

__all__ = [
    "BrokenRecord",
    "CurvePoint",
    "Grade",
    "Option",
    "Reason",
    "ReasonKind",
    "Review",
    "ReviewedMove",
    "Search",
    "review",
]
