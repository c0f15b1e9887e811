"""Sets of words that many phrases share, by name."""

from __future__ import annotations

from collections.abc import Mapping

from bot.negotiation.reading.families import FAMILIES
from bot.negotiation.reading.parties import PARTIES


def words(text: str) -> frozenset[str]:
    """The set of the words in `text`."""
    return frozenset(text.split())


_SETS: dict[str, str] = {
    # may stand before a verb that puts a price forward
    "will": "can|could|would|will|might|may|able to|willing to|happy to|glad to|prepared to|ready to|like to|love to"
    "|going to|want to|need to|have to|hoping to|looking to|trying to|open to|thinking of|okay to|intend to",
    # may stand between "would" and the verb
    "adv": "you|we|i|he|she|they|just|only|definitely|probably|maybe|also|possibly|at|most|best|least|be|even|happily"
    "|gladly|still|then|perhaps|really|both|please|actually|instead|consider|honestly|me|guys|rather|all|the|to|go"
    "|able|willing|and|have",
    "give": "do|take|accept|go|pay|offer|give|sell|buy|consider|spend|afford|settle|manage|swing|come|move|drop|meet"
    "|agree|let|get|make|ask|work|start|be|part|handle|lower|bring|try|purchase|doing|taking|accepting|going|paying"
    "|offering|giving|selling|buying|considering|spending|settling|coming|dropping|meeting|letting|lowering|bid|say"
    "|raise|bump|stretch|reduce|stay|propose|suggest|counter|have|want|see|budge|knock|cut|charge|rent|want|close|sign",
    # may stand between the verb and the price
    "about": "about|around|roughly|like|say|maybe|perhaps|approximately|more|closer|near|nearer|something|to|at|just"
    "|only|up|for|least|the|a|probably|an|even|total|of|in|you|it|that|this|flat|on|with|by|well|as|low|high|instead"
    "|down|back|go|me|full|whole|one|them|these|those|both|everything|your|offer|price|my|is|from|hands|off|all|no"
    "|possibly|here|out|bike|item|car|place|another|additional|straight|even|there|rent|us|than",
    # the same after a refusal: nothing that turns it into a limit
    "at": "it|that|to|for|you|at|down|up|the|this|your|a|as|low|high|with|on|about|only|just|of|by|go|in|all|way|much"
    "|price|offer|anywhere|near|around|pay|them|full|whole",
    "deg": "a|an|little|bit|lot|tad|too|so|way|far|very|really|much|still|just|quite|kind|sort|of|pretty|rather"
    "|awfully|extremely|simply|also|already|slightly|somewhat|fairly|even|outrageously|ridiculously|super|insanely"
    "|seems|seem|sounds|feels|is|was|would|be|are|looks|to|be|seeming|going|definitely|probably|honestly|for|me|such"
    "|now|i|think|am|afraid|absolutely|totally|out|crazy|incredibly",
    "low": "low|high|much|expensive|steep|pricey|rich|insulting|outrageous|ridiculous|insane|unreasonable|lowball"
    "|overpriced|unacceptable|insult|joke|dear|costly|little|less|insultingly|laughable|impossible|unrealistic",
    "i": "i|we",
    "can": "can|could|will|would|may|might",
    "drop": "drop|waive|skip|forget|lose|remove|scrap|cancel|take off|take out|take|leave off|leave out|cut|strike"
    "|include",
    "fee": "fee|fees|charge|charges|surcharge|delivery|delivery fee|delivery charge|service fee|handling|package|cover"
    "|parking|support|disposal|deduction|wiring|stairs|discount|surcharges|add on|protection",
    "you_your": "you|your|the|you would|you will",
    "you_can": "can you|could you|would you|will you|you can|you could|would you be|could you please|can you please",
    "i_best": "best|lowest|highest|most|least|max|maximum|minimum|all",
    "i_have": "i have|i have got|i got|i only have|we have|i just have",
    "buyer": "someone|somebody|buyer|buyers|guy|lady|neighbor|neighbour|friend|people|person|dealer|offers|sister"
    "|brother|cousin|coworker|couple|man|woman|interest|interested|bidder|seller|sellers|renter|renters|customer",
    "shop": "elsewhere|somewhere|online|amazon|ebay|walmart|target|ikea|costco|craigslist|store|stores|shop|shops"
    "|website|websites|site|sites|retail|dealership|dealer|competitor|competitors|street|kijiji|marketplace"
    "|everywhere|anywhere|apple|best buy|home depot|wayfair|other place|other places|another place",
}

SETS: Mapping[str, frozenset[str]] = {
    name: frozenset(row.split("|")) for name, row in {**_SETS, **FAMILIES, **PARTIES}.items()
}

TURNS = words(", but so unless if otherwise because since however although though while then or and @")
"""Words that begin something new in a sentence: no gap of a phrase runs past one."""

_OUT_OF_TEN = {
    5: ". i # you it is ? , the",
    2: "to a for and that can in am would have are do !",
    1: "will but not if be how of with this yes up price about on me what go my okay good there like your"
    " could so we take no was at offer get any all too or pay as more by from give just now one only out"
    " then they want an",
}
"""In about how many of ten messages a word stands."""

HOW_OFTEN = {word: often / 10 for often, row in _OUT_OF_TEN.items() for word in row.split()}
FREQUENT = frozenset(HOW_OFTEN)
"""Words that stand in so many messages that they tell little."""


def how_often(choices: frozenset[str]) -> float:
    """About how often one of these words stands in a message."""
    frequent = choices & FREQUENT
    return sum(HOW_OFTEN[word] for word in frequent) + 0.01 * (len(choices) - len(frequent))
