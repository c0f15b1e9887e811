"""When a drill is to start, as a moderator types it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo

from bot.services.errors import BadAmount

FARTHEST = timedelta(days=365)

_STAMP = re.compile(r"<t:(\d{1,12})(?::[a-zA-Z])?>")
_WAIT = re.compile(r"(?:in\s+)?(\d{1,4})\s*(m|min|mins|minutes?|h|hours?|d|days?)", re.IGNORECASE)
_DAY = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})[ T]+)?(\d{1,2}):(\d{2})")
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


def start_time(text: str, now: datetime, zone: tzinfo) -> datetime:
    """The moment that `text` stands for: "18:30", "2026-12-01 18:30", "in 45 minutes", "2 h", or Discord's own
    "<t:1764613800>". Clock times are of `zone`; one that is past today is tomorrow's.

    Raises BadAmount where it is none of these, past, or more than a year away.
    """
    at = _read(text.strip(), now, zone)
    if at is None:
        raise BadAmount("Write the start as 18:30, as 2026-12-01 18:30, or as “in 45 minutes”.")
    if not now < at <= now + FARTHEST:
        raise BadAmount("A drill starts in the future, within a year from now.")
    return at


def _read(text: str, now: datetime, zone: tzinfo) -> datetime | None:
    if stamp := _STAMP.fullmatch(text):
        return _moment(int(stamp[1]), zone)
    if wait := _WAIT.fullmatch(text):
        return now + int(wait[1]) * _UNITS[wait[2][0].lower()]
    day = _DAY.fullmatch(text)
    if day is None:
        return None
    here = now.astimezone(zone)
    try:
        date = here.replace(year=int(day[1]), month=int(day[2]), day=int(day[3])) if day[1] else here
        at = date.replace(hour=int(day[4]), minute=int(day[5]), second=0, microsecond=0)
    except ValueError:
        return None
    return at if day[1] or at > here else at + timedelta(days=1)


def _moment(seconds: int, zone: tzinfo) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, zone)
    except (ValueError, OverflowError, OSError):
        return None
