"""Prices that are said without their number: "10% off", "50 less", "meet in the middle", "same as before"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

from bot.negotiation.reading.findings import Known
from bot.negotiation.reading.phrases import Found, PhraseBook
from bot.negotiation.reading.said import Said
from bot.negotiation.reading.wordsets import words
from bot.negotiation.scenario import Side


class Relation(StrEnum):
    """How a price that has no number of its own relates to those already named."""

    MIDDLE = "middle"
    SAME = "same"
    HALF = "half"
    FULL = "full"
    NO_FEE = "no_fee"  # the fee on top of the tag is to go: what is left is the price on the tag
    NO_FEE_SELLER = "no_fee_seller"  # the same, as only the seller says it
    HALF_RISE = "half_rise"  # half of what was put on top of the tag or of last year's price
    HALF_FEE = "half_fee"  # the fee is to be shared: the price on the tag and half of what is on top
    NO_PROPOSAL = "no_proposal"  # the words are there, but nothing is put forward by them


def _all(relation: Relation, *phrases: str) -> Iterator[tuple[Relation, str]]:
    return ((relation, phrase) for phrase in phrases)


RELATIONS: PhraseBook[Relation] = PhraseBook(
    [
        *_all(
            Relation.MIDDLE,
            "(meet|meeting|come|go) (me|you|us|each other|at|somewhere|them)* (in|at)? (the|half)? (middle|halfway"
            "|half way|in between|way)",
            "split (the|it|that|our)? (difference|it|middle|down the middle|in half|the middle|gap)",
            "split it",
            "halve (the|our|that) (difference|gap)",
            "split (what|whats|what is|the|whatever) .. (left|rest|remaining|remainder|between)",
            "go halves",
            "halfway (between|point|then|works|sounds)",
            "middle (ground|then|works|it is)",
            "in the middle (then|works|?|and)",
        ),
        *_all(
            Relation.NO_PROPOSAL,
            "not ... (meet|split) .. (middle|halfway|half way|half|difference|it|that)",
            "middle (of|school|east|name|seat|drawer|shelf|age|class)",
            "(right|room|bed|smack|stuck) in the middle",
        ),
        *_all(
            Relation.SAME,
            "same (as|price|offer|number|amount|deal) .. (before|last|earlier|previously|as before|as last|first)",
            "(same|my) (price|offer|number) (as)? (i said|still stands|stands|as before|still|holds|is unchanged)",
            "(stick|sticking|stay|staying|stuck) (with|to|at|by|on) (my|that|what i|the same) .. (offer|price"
            "|number|said|offered|last|bid)",
            "(my|last|previous|earlier|first|original) offer (is|still) (still|stands|the same|open|on|good|unchanged)",
            "stand by my (offer|price|number)",
            "^ (same|same offer|same price|same as before|same as last time|same as my last|same again) $",
        ),
        *_all(
            Relation.HALF,
            "{will} {adv}* {give} {about}* half (of that|of it|of the|of your|the|price|that|your|of what|off)* (price"
            "|asking|list|it|?|.|!)?",
            "(how|what) about half (price|off|of|the|that)",
            "^ (so|maybe|say|hmm|well|okay|then|and|,)* half (price|off|of that) (.|?|!|,|then|and|cash)",
            "(for|at|pay|give you|offer|offer you) half (price|off|the price|of that|the asking|of the|of your|that)",
        ),
        *_all(
            Relation.FULL,
            "{will} {adv}* {give} (you|it|the|your|that|for|at|them|me|this|with)* (full|asking|list|listed"
            "|listing|whole|original|tag|sticker) (asking|list|listed|listing)? (price|amount|ask)",
            "{will} {adv}* (pay|give|do|offer|meet|match|go|take|spend|buy|rent) (it|the|you|for|at|this)* (what you"
            "|what you are)"
            " (are|want|asking|ask)",
            "(full|asking|list) price (it is|works|is fine|is good|then|is okay|from me)",
        ),
        *_all(
            Relation.HALF_RISE,
            "half (of)? (the|that|this|your|a) (price|rent)* (increase|raise|rise|hike|jump)",
            "(increase|raise|rise|hike|jump) (cut|in|by)* half",
        ),
        *_all(
            Relation.HALF_FEE,
            "(split|halve|share) (the|that|this|your)? (delivery|service|parking|support|whole|extra)* {fee} (fee"
            "|charge|cost)?",
            "half (of)? (the|that|this|your) (delivery|service|parking|support|extra)* {fee}",
            "(go|going) halves (on|with) (the|that|your) .. {fee}",
        ),
        *_all(
            Relation.NO_FEE,
            "(no|without|without the|minus the|drop the) {fee} (fee|space|charge|cost|package)? ,? (and|then|,)* {i} "
            "(will|would|am|can)?"
            " (stay|sign|renew|take it|book|join|in|buy it|pay|happy|agree|come)",
            "{fee} (fee|charge)? (stays|comes|goes|is) (off|out|away|gone) ,? (and|then) {i} (will|would|am|are)? (in"
            "|stay|sign|renew"
            "|take it|book|join|buy|agree|happy)",
            "{drop} (the|that|your|this|silly|stupid|delivery|handling|service|booking|whole|extra|of|off)* {fee} "
            "(charge|fee|cost)? ,? (and|then) ... (deal|take it|take them|buy it|sold|yours|pay|shake|have it|agree"
            "|happy)",
            "if you (can|could|would|will|just|were to|to|are willing to)* {drop} (the|that|your|this|silly"
            "|delivery|handling|service|booking|extra|of|off)* {fee} (charge|fee|cost)? ... (deal|take it|take "
            "them|buy it|sold|pay|shake|have it|agree)",
            "(leave|take|keep|knock|strike|cut) (the|that|your|this) .. {fee} .. (off|out|away|aside) ,? (and|then) "
            "... (deal|yes"
            "|take it|sign|sold|pay|shake|have it|agree|happy|in|done)",
            "(deal|take it|buy it|agree) ,? if you (can|could|would|will|just)* {drop} (the|that|your|this"
            "|delivery|service|extra)* {fee}",
            "without (the|that|this|your|any)* {fee} (fee|charge|cost)? ,? {i} {will} ... (sign|deal|take it|take them"
            "|buy it|agree|stay|renew|book|join|come)",
            "(deal|take it|buy it|agree) ,? without (the|that|your|this|delivery|service|extra)* (fee|charge"
            "|surcharge)",
        ),
        *_all(
            Relation.NO_FEE_SELLER,
            "{i} {will} (also|just|gladly|happily)* {drop} (the|that|your|this|silly|delivery|handling|service"
            "|booking|extra)* {fee}",
            "(fee|charge|delivery|surcharge) is (gone|waived|off|on us|on me|dropped|free|on the house)",
            "(forget|never mind) (about)? the (delivery|service)? (fee|charge|surcharge)",
            "free delivery (then|for you|it is|.|!|,)",
            "(no|without the|without any) (delivery|extra)? (fee|charge) (then|.|!|,)",
        ),
    ]
)

PERCENT_CHANGES: PhraseBook[float] = PhraseBook(
    [
        (-1.0, "(off|discount|knock|take|drop|shave|cut|reduce|lower|slash|down|less|dropping|knocking|taking) "
            "(of|you|it|off|by|about|another|a|an|price|the|me|like|only|maybe|at|extra|at least|down|around|us"
            "|just)* %"),
        (-1.0, "(what|how) about (a|another)? % (for|?|if|.|on|and|,)"),
        (-1.0, "(reduction|rebate|discount|decrease) (of|by|in|around|about|some)* %"),
        (-1.0, "% (price)? (off|discount|less|lower|cheaper|reduction|under|below|decrease|of off|down)"),
        (+1.0, "(add|raise|plus|up it|increase|up by|come up|go up|bump) (by|it|another|about|that|my offer|the "
            "price)* %"),
        (+1.0, "% (more|extra|higher|on top|over|above)"),
        (0.0, "% of (the|your|that|my|its|list|asking|original|what)"),
        (0.0, "{will} {adv}* {give} {about}* % of"),
    ]
)  # fmt: skip
"""The sign of a change by a percentage; 0 where the percentage is what is to be paid."""

_NOT_PROPOSED: PhraseBook[None] = PhraseBook(
    (None, phrase)
    for phrase in (
        "% .. (sure|certain|positive|functional|working|financing|cotton|wool|leather|genuine|original|satisfaction"
        "|safe|new|charged|battery|interest|apr|silk|real|honest|interested|agree|correct)",
        "(is|was|are|were|already|almost|nearly|that is|offering|marked|it at|selling it at|it for) {deg}* % (off|less"
        "|below|under|cheaper|lower|down)",
        "(sales|income|property|with|plus) % (tax|down|interest)",
        "not ... (off|take|knock|drop|do|give|go|afford) .. %",
        "% {deg}* (high|low|much)",
        "% (more|higher|extra|increase) (for|than) (the|what|last|a|less)",
        "% (off|discount|less)? (is|would be|seems|sounds) {deg}* {low}",
        "% (down|deposit|up front|upfront)",
    )
)
TAKES_UP: PhraseBook[None] = PhraseBook(
    (None, phrase)
    for phrase in (
        "(open to|okay with|consider|match|meet|do|accept|take|agree to|close to|near|work with|honor|honour) (that|it"
        "|this|the same|those) (price|range|amount|offer|figure|number|ballpark)? (for me)? ?",
    )
)
"""What turns a price named as somebody else's into a proposal: "They sell it for 90. Match that?"."""

_LAST_PRICE = words("that offer ask current this last now counter")


def base_for_difference(known: Known) -> int | None:
    """What "50 less" and "another 20" are counted from: the other side's terms, else the tag."""
    return known.ask or known.list_price


def percentage(said: Said, known: Known) -> tuple[int, int, int] | None:
    """The price, in minor units, that a percentage in the message comes to, and the places of its words."""
    if "%" not in said.where or known.list_price is None:
        return None
    barred = {place for found in _NOT_PROPOSED.find(said) for place in range(found.start, found.end)}
    best: Found[float] | None = None
    for found in PERCENT_CHANGES.find(said):
        if best is None or found.start >= best.start:
            best = found
    if best is None:
        return None
    sign = next((i for i in said.where["%"] if best.start <= i < best.end), best.start)
    if sign in barred:
        return None
    share = said.numbers[sign].value / 100
    if not 0 < share < 1:
        return None
    tail = said.words[best.end - 1 : min(best.end + 4, said.sentence(sign)[1])]
    base = known.list_price
    if _LAST_PRICE & set(tail) and not {"list", "original", "listing", "listed"} & set(tail):
        base = known.ask or base
    if best.value > 0:
        base = known.mine or base
    return round(base * (share if best.value == 0 else 1 + best.value * share)), best.start, best.end


def middle(known: Known) -> int | None:
    """Halfway between the two sides' last terms."""
    theirs = known.ask or known.list_price
    return None if theirs is None or known.mine is None else round((theirs + known.mine) / 2)


def _without_fee(known: Known) -> int | None:
    """The tag, where whoever sells has put something on top of it."""
    sellers = known.ask if known.side is Side.BUYER else known.mine
    return known.list_price if known.list_price and sellers and sellers > known.list_price else None


def _with_half_the_fee(known: Known) -> int | None:
    """Halfway between the tag and what is asked with the fee; for who sells, between the tag and what is offered."""
    fee_in = known.ask if known.side is Side.BUYER else known.mine
    if known.side is Side.SELLER and fee_in in (None, known.list_price):
        fee_in = known.ask
    return None if not (known.list_price and fee_in) else round((known.list_price + fee_in) / 2)


_RESOLVED: dict[Relation, Callable[[Known], int | None]] = {
    Relation.MIDDLE: middle,
    Relation.SAME: lambda known: known.mine,
    Relation.HALF: lambda known: None if known.list_price is None else round(known.list_price / 2),
    Relation.FULL: lambda known: known.list_price or known.ask,
    Relation.HALF_RISE: _with_half_the_fee,
    Relation.HALF_FEE: _with_half_the_fee,
    Relation.NO_FEE: _without_fee,
    Relation.NO_FEE_SELLER: lambda known: _without_fee(known) if known.side is Side.SELLER else None,
}


def unnumbered(said: Said, known: Known) -> tuple[int, int, int] | None:
    """The price that words alone ("halfway", "same as before") come to, and the places of those words."""
    found = sorted(RELATIONS.find(said), key=lambda one: one.start)
    if any(one.value is Relation.NO_PROPOSAL for one in found):
        return None
    if any(one.value is Relation.HALF_RISE for one in found):
        found = [one for one in found if one.value is not Relation.HALF]
    for one in reversed(found):
        amount = _RESOLVED[one.value](known)
        if amount:
            return amount, one.start, one.end
    return None
