"""How fast one member may go: faster than anybody negotiates, and slow enough that a flood reaches nobody else."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.services.errors import WalkawayError

_REMEMBERED = 10_000  # members; those who have been still for longest are forgotten first


class TooFast(WalkawayError):  # noqa: N818
    """A member did more in a short time than is taken on. `first` is True once for each flood."""

    def __init__(self, sentence: str, *, first: bool) -> None:
        super().__init__(sentence)
        self.first = first


@dataclass(slots=True)
class _Bucket:
    left: float
    at: datetime
    told: bool = False


class Rates:
    """Everybody may do `burst` things at once, and one more each `seconds` after that."""

    def __init__(self, now: Callable[[], datetime], sentence: str, *, burst: int, seconds: float) -> None:
        self._now = now
        self._sentence = sentence
        self._burst = burst
        self._seconds = seconds
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    def check(self, member: int) -> None:
        """Counts one more thing that the member does. Raises TooFast."""
        now = self._now()
        bucket = self._buckets.pop(member, None) or _Bucket(self._burst, now)
        passed = max(0.0, (now - bucket.at).total_seconds())
        bucket.left, bucket.at = min(self._burst, bucket.left + passed / self._seconds), now
        self._buckets[member] = bucket
        if len(self._buckets) > _REMEMBERED:
            self._buckets.popitem(last=False)
        if bucket.left < 1:
            first, bucket.told = not bucket.told, True
            raise TooFast(self._sentence, first=first)
        bucket.left -= 1
        bucket.told = False
