"""What can go wrong in a way that a user should hear of. str(error) is a sentence for them."""

from __future__ import annotations


class WalkawayError(Exception):
    """The family of all expected failures."""


class NotYours(WalkawayError):  # noqa: N818
    """Somebody other than the learner tried to move."""


class NoSuchSession(WalkawayError):  # noqa: N818
    """There is no session by that number."""


class SessionOver(WalkawayError):  # noqa: N818
    """The session has ended."""


class StillRunning(WalkawayError):  # noqa: N818
    """The session hasn't ended yet, and what it hides stays hidden."""


class Held(WalkawayError):  # noqa: N818
    """The session takes no moves for now."""


class Veiled(WalkawayError):  # noqa: N818
    """The session has ended, but what it hid isn't told yet: others are still playing the same."""


class NoSuchScenario(WalkawayError):  # noqa: N818
    """There is no scenario, or no world in it, by that name."""


class NothingAsked(WalkawayError):  # noqa: N818
    """The question that is answered isn't open, or has no such option."""


class NotOpened(WalkawayError):  # noqa: N818
    """The session has ended, and its end may still be taken back: nothing is told before its learner asks for it."""


class NothingToTakeBack(WalkawayError):  # noqa: N818
    """There is no message that could be taken back (any more)."""


class BadAmount(WalkawayError):  # noqa: N818
    """A number that can't be used."""


class TermsChanged(WalkawayError):  # noqa: N818
    """What was on the table when a button was shown isn't there any more."""


class NotKept(WalkawayError):  # noqa: N818
    """The database failed; its StorageProblem is the cause of this error, and nothing has changed."""
