"""What a question wants that is about none of the topics, told by its words alone.

Such a question earns no signal; it only has to be met as a person would meet it.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Wanted(StrEnum):
    """What a question wants to hear."""

    WHETHER = "whether"  # yes or no: "are dogs allowed?"
    DETAIL = "detail"  # something to look up: "what colour is it?"
    CHAT = "chat"  # to hear of the one who is asked: "do you like it here?"
    NOTHING = "nothing"  # it is put for form's sake: "lovely weather, isn't it?", "coffee?"


_LEAD = re.compile(
    r"^(?:(?:and|so|but|ok|okay|oh|ah|um|hm+|well|hey|hi|hello|yo|also|wait|btw|just|sorry|please)\b\W*)+"
)
_CHAT = re.compile(
    r"\b(?:are|were) you\b(?! (?:open|able|allowed))"
    r"|\bdo you (?:like|enjoy|live|ever|always|believe|remember|love|feel|come)\b"
    r"|\bhave you (?:been|come|ever|always|lived|seen|heard)\b|\bdid you\b"
    r"|\bhow(?:'s|s| is| are) (?:you|your|it going|life)\b"
    r"|\byour (?:wife|husband|kids|son|daughter|mother|flatmate|friend|family|day|weekend|name|dog|cat)\b"
)
_FOR_FORM = re.compile(
    r"\b(?:isn|aren|wasn|doesn|don|didn|won)'?t (?:it|they|he|she|we|you)\W*$|\b(?:right|huh|eh|innit)\W*$"
    r"|\b(?:can|may|could) (?:i|we) (?:help|do for you|get you|offer you)\b"
)
_DETAIL = re.compile(r"\b(?:what|which|when|where|how|who|whom|whose|why)(?:'?s|'?re|'?d)?\b")
_VERB_FIRST = re.compile(r"(?:do|does|did|may|might|shall|should|had)\b")
_STATED = re.compile(r"\b(?:is|are|was|were|it's|its|there's|has|have|can|could|will|would|any|with)\b")


def wanted(question: str) -> Wanted:
    """What `question` wants, by how it is put: a word such as "which" wants a detail, a verb before its subject a yes
    or a no."""
    text = _LEAD.sub("", question.casefold().replace("’", "'").strip())
    if _FOR_FORM.search(text):
        return Wanted.NOTHING
    if _CHAT.search(text):
        return Wanted.CHAT
    if _DETAIL.match(text) or (_DETAIL.search(text) and not _STATED.match(text)):
        return Wanted.DETAIL
    return Wanted.WHETHER if _VERB_FIRST.match(text) or _STATED.search(text) else Wanted.NOTHING
