"""Sets of words for who else there is, what they offer, and how they are told from the one at the table."""

from __future__ import annotations

from collections.abc import Mapping

_SELLERS = (
    "firm|company|contractor|builder|crew|mover|movers|network|provider|carrier|landlord|vendor|supplier|roaster|baker"
    "|farmer|farm|maker|producer|wholesaler|seller|dealer|dealership|shop|store|stall|stand|outlet|website|hotel"
    "|hostel|motel|gym|venue|restaurant|garage|workshop|bank|lender|insurer|school|clinic|agency|agent|salesman"
    "|painter|plumber|electrician|mechanic|carpenter|caterer|photographer|florist|decorator|tailor|designer|developer"
    "|owner|airline|broker|studio|competitor|rival"
)
_BUYERS = (
    "client|customer|employer|publisher|buyer|collector|bidder|tenant|renter|applicant|candidate|couple|family|guy|man"
    "|woman|lady|gentleman|person|party|team|student|friend|neighbor|neighbour|cousin|colleague"
)
_THINGS = (
    "apartment|flat|complex|condo|townhouse|studio|loft|cottage|villa|house|place|building|room|unit|job|position|role"
    "|project|gig|product|tool|software|plan|listing|ad|car|truck|bike|lamp|bed|phone|laptop|chair|couch|table|sofa"
    "|model|one|machine|option|alternative|contract"
)
_OFFERED = "quote|offer|estimate|bid|proposal|tender"


def _with_plurals(singular: str) -> str:
    return "|".join(f"{word}|{word}s" if not word.endswith("s") else word for word in singular.split("|"))


PARTIES: Mapping[str, str] = {
    # who or what may be the alternative
    "party": "|".join(
        [*(_with_plurals(words) for words in (_SELLERS, _BUYERS, _THINGS)), "companies|agencies|families|people|beans"]
    ),
    # of these, those who can say or do something with a price, whoever they belong to
    "trader": _with_plurals(_SELLERS),
    "party_plural": "|".join(f"{word}s" for word in f"{_SELLERS}|{_BUYERS}|{_THINGS}|{_OFFERED}".split("|"))
    + "|companies|agencies|families|people|others|inquiries|parties|folks|ones",
    "offered": _with_plurals(_OFFERED),
    "someone": "somebody|someone|somebody else|someone else|he|she|they|them|others|the others|people|folks",
    # may stand between
    "kind": "new|local|private|written|good|nice|nearby|serious|similar|interested|potential|possible|used|big|small"
    "|other|different|moving|planning|competing|better|cheaper|lower|higher|firm|free|same|old|phone|couple|of|decent"
    "|good|great|certain|whole|very|solid|formal|concrete|interesting|older|younger|second|own|job|rental|repair",
    "things": "me|us|it|this|that|them|one|the same|same thing|the|whole|everything|all|of|his|hers|theirs|for|only"
    "|have",
    # what they do with a price
    "quotes": "showed|shown|shows|lists|listed|give|gives|gave|offer|offers|offered|offering|has|have|had|charge"
    "|charges|charged|pay|pays|paid|want|wants|wanted|ask|asks|asked|asking|sell|sells|sold|selling|quote|quotes"
    "|quoted|said|say|says|told|put|puts|do|does|did|did it|do it|does it|go|goes|went|is at|are at|was at|is|start"
    "|starts|rent|rents|rented|take|takes|let|lets|cost|costs|demand|demands|move|book|bid|bids|promised|would|made"
    "|make|makes|came in",
}
