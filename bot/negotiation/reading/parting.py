"""More ways to leave: what is turned down by its name, taken off the market, or left to somebody else."""

from __future__ import annotations

from bot.negotiation.reading.signs import Sign, Way, signs

_TURNED_DOWN = (
    "position|job|offer|place|role|flat|apartment|house|room|car|contract|deal|project|work|venue|booking|order"
    "|package|unit|gig|tickets|renewal|plan|membership|subscription|it|them|this|that|one"
)
_TO_OTHERS = "them|him|her|those|those guys|that one|theirs|his|hers|the other|the others|the other one|the other guy"

PARTING: tuple[tuple[Sign, str], ...] = (
    *signs(
        Way.LEAVES,
        3,
        "(hard|gentle|polite|respectful) pass",
        "(that is|it is|this is|going to be) (a|going to be a)? (pass|no) (from|for) (me|us)",
        "(a|that is|is|be) (no|pass) from (me|us|our side)",
        "{i} will not be (taking|buying|joining|renting|accepting|signing|moving|needing|going ahead|proceeding"
        "|continuing"
        f"|renewing|booking|hiring|ordering|selling) (the|this|your|that|up|with|to|my|a)* ({_TURNED_DOWN}|.|!|,|you"
        f"|now)",
        "{i} (have|had)? (decided|chosen|agreed) (not to|against) (renew|renewing|join|joining|continue|continuing|go "
        "ahead|going ahead|proceed|proceeding|sign|signing|take|taking|accept|accepting|buy|buying|rent|renting|sell"
        "|selling|move|moving|book|booking|pursue|do|doing|go|going|the|it|this)",
        "{i} (have|had)? (decided|chosen) to (stay|keep|pass|look|wait|go with|go another|leave|decline|end|stop"
        "|withdraw|sell it to|give it)",
        "(it is|they are|piano is|bike is|car is|this is|that is) (now|back|already|officially)? (off the market|no "
        "longer for sale|not for sale|no longer available|withdrawn|taken down)",
        "not (for sale|selling it|selling them|selling) (anymore|any more|any longer|after all|to you)",
        "{i} (will|would|am)? (not|rather not) (be)? (sell|selling|rent|renting|give|giving|work|working|deal|dealing) "
        "(it|this|them|with|to)* (to you|with you)",
        "not my thing",
        "{i} (am|are|will|have)? (take|taking|taken|withdraw|withdrawing|withdrawn|pull|pulling) (back)? my (offer|bid"
        "|application)",
        "{i} (have|already|just|both|now)* (signed|bought|booked|found|rented|hired) (something|somewhere|someone"
        "|somebody|one|it) (else|elsewhere|instead)",
        "forget about (us|me)",
        "not for me after all",
        "{i} (think|guess|will|would|am|going to|rather|better|just|probably|i|then|had|should|am going to)* (wait"
        "|hold out|hold off|hang fire|hang on|hold on) (and|for|until)* .. (cheaper|better|sale|sales|next one|another "
        "one|prices|something)",
        f"^ (then|well|so|okay|just|you|should|should just|had better|by all means|please|feel free to|,)* (go|stick"
        f"|stay|sign"
        f"|deal|work) with ({_TO_OTHERS}) (.|!|,|then|and|if)",
        "^ (then|well|so|okay|just|you|should|had better|by all means|please|,)+ (take|have|get|buy|accept) (theirs"
        "|his|hers|the other one|the other|their offer|his offer|her offer) (.|!|,|then|and)",
        "^ (then|well|so|okay|just|you can|you should|you may|,)* (give|sell|rent|let|offer|hand) (it|them|the) .. to "
        "(one of|the other|whoever|him|her|them|the next|somebody else|someone else|your|the others|somebody|someone) "
        ".. (.|!|,|then)",
        "^ (then|so|well|,)* your {kind}* {person} .. (is|it is) (the|your|a) (better|best|cheaper|right|way)",
        "(enjoy|good luck with|have fun with) (the|your|that) (other|cheaper|cheap|nephew|one)",
        "{i} (will|would|am going to) (just)? (leave|let) you to it",
        "^ (okay|fine|well|then|,|just|no|nah|oh|know what|you know what)* (forget|scrap|drop) (it|this|that|the whole "
        "thing|the deal) (then|.|!|,|i|we|and|now)",
        "{i} (will|am going to|would rather|then|am|are|think i will|guess i will|just|probably)* (buy|buying|get"
        "|getting|order|ordering) (a|the|some) (brand)? new (one|ones) (then|instead|.|!|,|online|from|elsewhere)",
        "{i} (will|are|am)? (renew|renewing|stay|staying|remain|remaining) where (i|we) (am|are)",
        "{i} (will be|are|am|will|are going to be|going to be) (moving|going over|switching|migrating|changing"
        "|transferring) to (the|a|another|your|our) (other|new|different|competitor|rival|competition)",
        "(not|no longer) (interested|keen|looking|in the market) (anymore|any more|any longer|after all|.|!|,|thanks"
        "|thank|in) .. (bye|goodbye|thanks|thank|cheers|take care|good luck)",
        "(thanks|thank you) (for|but)? ... (it is|that is|but|going to be) (a|still)? (a)? no (.|!|,|from)",
        "(this|that|it) is where (i|we) (get off|stop|part|leave)",
        "(we|let us|we will|we should|time to|best to|best we|guess we) (just|then|can|had better)* (part|are parting) "
        "(ways|company)",
        "(let us|we should|we had better|i say we|best we) (just)? (leave|call|end|stop|drop|forget) (it|this|things) "
        "(there|here|at that|a day|quits|now|.|!)",
    ),
    *signs(
        Way.POSTPONES,
        2,
        "{i} will be back (.|!)",
        "(think|thought|mull|sleep|chew) (about|over|on|it)* (it|this|that)? (and|then) (let|get back|come back|call"
        "|text|tell)",
        "(come back|be back|drop by|stop by|return) .. (later|another day|another time|tomorrow|next week|some other)",
        "(i will|let me|i need to|i want to|i have to|i would like to) .. (think|sleep) (about|on|it) (it|that|over)?",
        "(sleep|think|mull|chew|reflect|pray) (on|about|over) (it|this|that) .. (and|then|first)",
    ),
    *signs(
        Way.ENDS,
        2.5,
        "^ (then|well|so|okay|oh|fine|,)* you can keep (it|them|the|your) .. (then|.|!|,)",
    ),
    *signs(
        Way.FAREWELL,
        1,
        "(thanks|thank you|appreciate) (for|the) (the|your|a)? (chat|talk|reply|replies|offer|tour|visit|viewing"
        "|opportunity|conversation|showing|interest|info|effort)",
        "(enjoy|have fun with) (the|your) (rest|day|evening|weekend|bike|piano|trip|logo|new)",
    ),
)
