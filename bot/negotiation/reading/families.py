"""Families of words that do the same thing in a sentence: every verb of leaving, of staying with what one has.

Phrases name a family, so that a verb that is heard in one build of sentence is heard in all of them.
"""

from __future__ import annotations

from collections.abc import Mapping

_QUIT = (
    "walk away|walk out|walk off|walk|leave|go elsewhere|look elsewhere|look else where|go else where|try elsewhere"
    "|shop elsewhere|buy elsewhere|search elsewhere|go somewhere else|take my business elsewhere|bail|bail out|bounce"
    "|exit|head out|head off|head home|hit the road|get going|bow out|back out|drop out|opt out|pull out|check out"
    "|move on|move along|quit|give up|stop here|stop there|stop now|call it off|call it quits|call it a day|say no|say "
    "goodbye|hang up|end this|end it|end it here|end things|finish here|leave it|leave it there|leave it at that|leave "
    "it be|let it go|let this go|skip it|skip this|skip this one|pass|pass on it|pass on this|pass on that|pass on "
    "your|pass for now|give it a miss|give this a miss|give this one a miss|give that a miss|give it up|sit this out"
    "|sit this one out|keep looking|keep hunting|keep searching|keep shopping|keep browsing|keep scrolling|keep on "
    "looking|continue looking|continue searching|continue my search|resume my search|look around|shop around|ask "
    "around|look further|search further|go without|do without|do without it|go without it|live without it|stay put"
    "|stay where i am|stay where we are|stay with what i have|stick with what i have|stay with my current|stay with my "
    "present|stay with my old|stay with our current|hold off|switch|switch over|cancel|withdraw|decline|terminate"
    "|leave you|keep mine|keep my old one|wait for another|wait for someone|wait for somebody|wait for a better|wait "
    "for something|take a rain check|walk home|drive home|let you go"
)


def _ing(phrase: str) -> str:
    """The phrase with its verb, the first word, in the form of what is going on: "keep looking", "keeping looking"."""
    verb, *rest = phrase.split()
    if verb in _DOUBLING:
        verb += verb[-1]
    elif verb.endswith("e"):
        verb = verb[:-1]
    return " ".join([verb + "ing", *rest])


_DOUBLING = {"quit", "get", "let", "hit", "stop", "cut", "sit", "skip", "drop", "opt", "shop", "chat"}


def _both(family: str) -> str:
    return "|".join(form for phrase in family.split("|") for form in (phrase, _ing(phrase)))


FAMILIES: Mapping[str, str] = {
    "quit": _both(_QUIT) + "|canceling|cancelling",
    # ways of being no longer there
    "gone": "out|leaving|done|gone|off|through|finished|done here|out of here|outta here|done talking|done negotiating"
    "|no longer interested|not interested anymore",
    # who may have the thing, or be had, instead
    "person": "guy|man|woman|lady|gentleman|person|friend|neighbor|neighbour|cousin|colleague|coworker|buddy|mate"
    "|brother|sister|uncle|aunt|dealer|roommate|student|couple|family|collector|bloke|dude|girl|kid|fellow|classmate"
    "|teammate|acquaintance|relative|nephew|niece|in law",
    "away_from_here": "next door|upstairs|downstairs|across|down the street|down the road|down the block|around the "
    "corner|nearby|over there|opposite|in town|on the corner|up the road|up the street|round the corner|close by|a few"
    "|a block|two blocks|two streets|one street|a street|over",
    "seen": "see|saw|seen|find|found|tour|toured|view|viewed|visit|visited|test drove|test drive|tried|spotted|noticed"
    "|came across|come across|looked at|checked out|have my eye on|had my eye on|know of|heard of|know about",
    "giving": "giving|selling|letting|offering|asking|renting|getting rid of|charging|wanting|parting with|listing",
    "day": "today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|noon|afternoon"
    "|evening|weekend|weekends|week|anytime|mornings|evenings|nights|weekdays",
    "at_hours": "@|later|then|after|around noon|work|midday|lunch",
    # what somebody may do for the other side beside the price
    "serve": "deliver|include|throw|add|ship|cover|pay for|fix|install|drop it off|bring|clean|replace|repair|toss"
    "|give|provide|help|hold|paint|assemble|order|let|put|wash|store|send|carry|mount|wrap|reserve|lend|supply|load"
    "|set|service|renew|swap|upgrade|arrange|drop it|leave me|sort out|chuck|wrap|pack|haul|polish|tune|test|print"
    "|label|register|unlock|reset|collect|take away|remove|hold on to|hang on to|save|set aside",
    "nice": "nice|great|amazing|beautiful|lovely|awesome|gorgeous|cool|good|fantastic|wonderful|stunning|pretty|cute"
    "|neat|sweet|excellent|perfect|fabulous|super|interesting",
    # the thing itself
    "thing": "it|that|they|this|these|those|price|offer|place|apartment|house|car|truck|bike|bicycle|phone|laptop"
    "|chair|table|bed|couch|sofa|lamp|desk|dresser|speakers|guitar|piano|watch|tv|camera|item|piece|set|stuff|unit"
    "|home|room|pictures|photos|view|machine|console|boat|jacket|bag|kit|thing|setup|rug|mirror|shelf|bookshelf|shoes",
}
