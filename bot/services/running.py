"""Sessions that are running, told without what has happened in them: light enough to look through thousands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.services.views import Venue
from bot.storage.sessions import OpenRow


@dataclass(frozen=True, slots=True)
class Running:
    session: int
    learner: int
    venue: Venue
    started_at: datetime
    veiled: bool  # part of a drill
    last_post: int | None  # the front's id of the latest message that was posted in it


def running(row: OpenRow) -> Running:
    venue = Venue(row.front, row.guild, row.channel)
    return Running(row.id, row.learner, venue, row.started_at, row.veiled, row.last_post)
