"""The ids of buttons, menus and forms. They stand in messages of long ago: never change one, add another."""

from __future__ import annotations

import re

_LONGEST = 100  # characters that Discord takes


class CustomId:
    """A kind of id with named fields: `TURN(tactic="walk-away", part="use")` is "tactic:walk-away:use"."""

    def __init__(self, name: str, **fields: str) -> None:
        self.name = name
        self._fields = tuple(fields)
        self.template = re.compile(":".join([name, *(f"(?P<{field}>{form})" for field, form in fields.items())]))

    def __call__(self, **values: str | int) -> str:
        """Raises ValueError where a value does not have the form of its field."""
        text = ":".join([self.name, *(str(values[field]) for field in self._fields)])
        if len(text) > _LONGEST or self.template.fullmatch(text) is None:
            raise ValueError(f"{text!r} is no {self.template.pattern!r}")
        return text


_SESSION = r"\d{1,18}"
_TACTIC = r"[a-z0-9-]{1,60}"

# a tactic's card
TURN = CustomId("tactic", tactic=_TACTIC, part="[a-z]{1,20}")
OPEN_TACTIC = CustomId("tactics", level=r"\d")
PRACTISE = CustomId("practise", tactic=_TACTIC)
READ = CustomId("read", tactic=_TACTIC)

# the table of a session
OFFER = CustomId("offer", session=_SESSION)
REPLY = CustomId("reply", session=_SESSION)
ACCEPT = CustomId("accept", session=_SESSION)  # whatever is on the table
ACCEPT_AT = CustomId("accept-at", session=_SESSION, ask=r"\d{1,15}")  # the price that stands above the button
WALK = CustomId("walk", session=_SESSION)
LEAVE = CustomId("leave", session=_SESSION, reachable="[01]")
HINT = CustomId("hint", session=_SESSION)
END = CustomId("end", session=_SESSION)
END_NOW = CustomId("end-now", session=_SESSION)
STAY = CustomId("stay", session=_SESSION)
BACK = CustomId("back", session=_SESSION)
CALL_AFTER = CustomId("call-after", session=_SESSION)
LET_GO = CustomId("let-go", session=_SESSION)
PREPARE = CustomId("prepare", session=_SESSION)
CHOOSE = CustomId("choose", session=_SESSION, question=r"\d{1,9}", option=r"\d{1,2}|none|no")
TAKE_BACK = CustomId("take-back", session=_SESSION, event=r"\d{1,9}")

# forms
OFFER_FORM = CustomId("offer-form", session=_SESSION)
REPLY_FORM = CustomId("reply-form", session=_SESSION)
PREPARE_FORM = CustomId("prepare-form", session=_SESSION)

# learning
_MEMBER = r"\d{1,20}"
QUIZ_ANSWER = CustomId("quiz", quiz=_SESSION, number=r"\d{1,3}", choice="[0-3]")
QUIZ_NEXT = CustomId("quiz-next", quiz=_SESSION)
QUIZ_STOP = CustomId("quiz-stop", quiz=_SESSION)
DAILY_ANSWER = CustomId("daily", guild=_MEMBER, day=r"\d{4}-\d\d-\d\d", choice="[0-3]")
PROGRESS_PAGE = CustomId("progress", member=_MEMBER, part="[a-z]{1,20}")
PROGRESS_SET = CustomId("progress-set", what="shown|rated|heard", on="[01]")
ZONE = CustomId("zone")
ZONE_FORM = CustomId("zone-form")
BOARD = CustomId("board", by="rating|week")
BOARD_STAND = CustomId("board-stand", by="rating|week", on="[01]")

# after the end
OPEN_DEBRIEF = CustomId("open-debrief", session=_SESSION)
THINKING = CustomId("thinking", session=_SESSION, page=r"\d{1,2}")
AGAIN = CustomId("again", session=_SESSION)
ANOTHER = CustomId("another", session=_SESSION)

# the review
_MOVE = r"\d{1,3}"
REVIEW = CustomId("review", session=_SESSION, move=_MOVE, shown="[01]")
REVIEW_JUMP = CustomId("review-jump", session=_SESSION, move=_MOVE)  # to what cost most: an id of its own in the row
REVIEW_HABIT = CustomId("review-habit", session=_SESSION, reason="[a-z_]{1,40}")
REVIEW_TRY = CustomId("review-try", session=_SESSION, move=_MOVE, option="[0-3]")
AGAIN_FROM = CustomId("again-from", session=_SESSION, move=_MOVE)

# privacy: none says whose data it is about
PRIVACY_EXPORT = CustomId("privacy-export")
PRIVACY_DELETE = CustomId("privacy-delete")
PRIVACY_DELETE_NOW = CustomId("privacy-delete-now")
PRIVACY_KEEP = CustomId("privacy-keep")
