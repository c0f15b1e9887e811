"""The first reader: a price, a yes, a no, a goodbye. To be replaced by rules that are measured."""

from __future__ import annotations

import re

from bot.negotiation.moves import (
    Accept,
    Ask,
    BeCourteous,
    CallAfter,
    ComeBack,
    HoldFirm,
    LetGo,
    Move,
    Offer,
    Place,
    RequestConcession,
    SmallTalk,
    WalkAway,
)
from bot.negotiation.reading.findings import Heard, Known, Reading

LONGEST = 4000

_PRICE = re.compile(r"[$€£]?\b(\d{1,3}(?:,\d{3})+|\d{1,7})(\.\d{1,2})?(k)?\b")
_ACCEPT = re.compile(r"^(deal|ok|okay|yes|sure|sounds good|agreed|done|i'?ll take it|works for me)\b[^?]*$")
_LEAVE = re.compile(r"\b(walking away|i'?m (out|leaving)|no deal|i'?ll pass|have to pass|goodbye|bye)\b")
_REFUSE = re.compile(r"\b(too (low|high|much)|can'?t (do|go)|no way|not going to|^no)\b")
_BETTER = re.compile(r"\b(do better|come down|lower|go down|budge|wiggle room|come up)\b")
_BACK = re.compile(r"\b(i'?m back|still available|changed my mind)\b")
_THANKS = re.compile(r"\b(thanks|thank you|hello|hi|hey|please)\b")


def read(text: str, known: Known) -> Reading:
    """The moves that `text` amounts to, in order. Never raises."""
    said = text[:LONGEST].lower().replace("’", "'").strip()
    amount = _price(said, known)
    move: Move | None = None
    acts: set[str] = set()
    if amount is not None:
        move, acts = Offer(amount), {"offer"}
    elif known.place is Place.COUNTERPART_AWAY and re.search(r"\b(wait|come back|hold on)\b", said):
        move, acts = CallAfter(), {"other"}
    elif known.place is Place.COUNTERPART_AWAY and re.search(r"\b(bye|fine|travels|luck)\b", said):
        move, acts = LetGo(), {"other"}
    elif known.place is Place.LEARNER_AWAY and _BACK.search(said):
        move, acts = ComeBack(), {"come_back"}
    elif _LEAVE.search(said):
        reachable = re.search(r"\b(call|text|contact|reach)\b", said) is not None
        move, acts = WalkAway(reachable), {"walk_away"}
    elif _ACCEPT.search(said):
        move, acts = Accept(), {"accept"}
    elif _REFUSE.search(said):
        move, acts = HoldFirm(), {"reject"}
    elif _BETTER.search(said):
        move, acts = RequestConcession(), {"request_extra"}
    elif said.endswith("?"):
        move, acts = Ask(), {"question"}
    elif _THANKS.search(said):
        move, acts = BeCourteous(), {"greet"}
    if move is None:
        move, acts = SmallTalk(), {"other"}
    return Reading((Heard(move, text[:80], 0.6),), None, frozenset(acts), amount)


def _price(said: str, known: Known) -> int | None:
    found = _PRICE.findall(said)
    if not found:
        return None
    digits, decimals, thousand = found[-1]
    value = float(digits.replace(",", "") + decimals) * (1000 if thousand else 1)
    return round(value * known.per_major) or None
