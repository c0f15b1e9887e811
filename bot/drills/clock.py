"""The clock of a drill: every seat has the same length of time, counted from when it could begin.

    clock = Clock(timedelta(minutes=20)).run(now)
    clock.deadline(began)          # began: what the clock showed when the seat was ready
    clock = clock.stop(later)      # a pause: for everybody at once
    clock.deadline(began)          # None: while the clock stands nothing falls due

What is kept is how long the clock ran before it was last set going, and when that was. All deadlines follow from
these two, so that a restart of the bot changes nothing and a pause moves all of them together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

ZERO = timedelta()


@dataclass(frozen=True, slots=True)
class Clock:
    """`length` is what each seat has; `ran` is what the clock showed when it was last set going or stopped."""

    length: timedelta
    ran: timedelta = ZERO
    running_since: datetime | None = None

    @property
    def runs(self) -> bool:
        return self.running_since is not None

    def shows(self, now: datetime) -> timedelta:
        """How long it has run, pauses left out. A `now` before it was set going counts as that moment."""
        if self.running_since is None:
            return self.ran
        return self.ran + max(ZERO, now - self.running_since)

    def run(self, now: datetime) -> Clock:
        """Sets it going; one that runs goes on as it did."""
        return self if self.runs else replace(self, running_since=now)

    def stop(self, now: datetime) -> Clock:
        """Stops it; one that stands stays as it is."""
        return replace(self, ran=self.shows(now), running_since=None)

    def extend(self, by: timedelta) -> Clock:
        """Gives every seat that much more time. Raises ValueError where `by` is not more than nothing."""
        if by <= ZERO:
            raise ValueError("a drill can only be given more time")
        return replace(self, length=self.length + by)

    def deadline(self, began: timedelta) -> datetime | None:
        """When the time of a seat that began at `began` is up; None while the clock stands."""
        if self.running_since is None:
            return None
        return self.running_since + began + self.length - self.ran

    def left(self, began: timedelta, now: datetime) -> timedelta:
        """What a seat that began at `began` has left, never less than nothing."""
        return max(ZERO, began + self.length - self.shows(now))
