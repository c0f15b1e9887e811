"""What is asked for: a fact (and which), better terms, an extra."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from bot.negotiation.moves import Topic
from bot.negotiation.reading.phrases import PhraseBook


class Request(StrEnum):
    BETTER_TERMS = "better_terms"  # without naming any
    LIMIT = "limit"  # "what's your lowest?": better terms, and a question
    EXTRA = "extra"  # something beside the price
    GIVES_EXTRA = "gives_extra"  # offers one
    QUESTION = "question"  # a question by its form, question mark or not
    CHECKS_OFFER = "checks_offer"  # "how does that sound?": belongs to an offer, asks nothing


def _topics(topic: Topic, *phrases: str) -> Iterator[tuple[Topic, str]]:
    return ((topic, phrase) for phrase in phrases)


TOPICS: PhraseBook[Topic] = PhraseBook(
    [
        *_topics(
            Topic.OTHER_BUYERS,
            "(other|another|many|any|lot of|lots of|much|more|else|serious|anyone|anybody|someone) .. (buyers"
            "|buyer|interest|interested|offers|offer|people|bids|inquiries|takers|sellers|asked|asking|looking"
            "|bidders|customers|calls)",
            "(anyone|anybody|someone|somebody) else",
            "(spoken|promised|reserved|taken|held|on hold) (for|to|already|?)?",
            "(had|have|get|getting|got) (any|many|much|a lot of) (interest|offers|calls|bites|nibbles)",
        ),
        *_topics(
            Topic.HOW_LONG,
            "how long .. (been|have|has|you had|on|ago|listed|for sale|was|were|did|it|since|sitting|the)",
            "(when|how long ago) .. (list|listed|post|posted|put)",
            "(been|sitting) .. (listed|for sale|on the market|here|on the floor|in the shop|long|up|posted)",
            "(days|weeks) on the market",
            "how many (days|weeks|months|@) .. (been|listed|market)",
        ),
        *_topics(
            Topic.WHY,
            "(why|how come|what made|what makes|reason|what is the reason|whats the reason) ... (sell|selling|sale"
            "|getting rid|rid|get rid|part|letting|leave|leaving|move|moving|want|need|buy|buying|looking"
            "|interested)",
            "(reason|purpose) (for|behind) .. (selling|sale|sell|it)",
            "what (do|will|would) you .. (need|use|want) (it|this|that) for",
        ),
        *_topics(
            Topic.CONDITION,
            "(condition|shape|scratch|scratches|scratched|damage|damaged|damages|dent|dents|rust|stain|stains"
            "|stained|wear|tear|tears|rips|ripped|broken|defects|flaws|issues|problems|work|works|working|used|new"
            "|old|age|year|miles|mileage|history|accident|accidents|owners|repaired|repairs|serviced|maintained"
            "|clean|smoke|smoking|pet|pets|warranty|wrong|marks|chips|cracks|cracked|squeak|sturdy|comfortable"
            "|firm mattress|functional|run|runs|original|genuine|authentic|battery|size|dimensions|big|large|tall"
            "|wide|heavy|color|colour|material|made|brand|model|box|manual|accessories|cords|charger|title"
            "|inspected|bedrooms|bathrooms|utilities|location|square|laundry)",
            "how old",
            "(come|comes) with",
            "(what|anything|everything) .. (included|include|includes|come with|missing)",
        ),
        *_topics(
            Topic.LOWEST_PRICE,
            "(lowest|highest|least|most|best|bottom|minimum|maximum|max|rock bottom|absolute|floor|limit|final"
            "|budget|top) ... (price|go|take|accept|offer|pay|do|dollar|you|line|sell|number|spend|can|for|is|?)",
            "(what|how much|how low|how high) ... (lowest|highest|least|most|bottom|minimum|limit|budget|low|high)",
            "how (low|high|much lower|far down|far|much higher|much more|flexible)",
            "(your|the) (budget|limit|bottom line)",
        ),
        *_topics(
            Topic.WHO_DECIDES,
            "(manager|boss|supervisor|owner|wife|husband|partner|spouse|colleague|landlord|decision|decide|decides"
            "|authority|authorized|approve|approval|in charge|your call|say so|permission|okay it|sign off)",
        ),
        *_topics(
            Topic.EXTRAS,
            "(throw|toss|add|put) (in|on top|into|anything|something)",
            "(extra|extras|freebie|freebies|bonus|included|include|add on|add ons|sweeten|perks|perk)",
            "(free|complimentary) (delivery|shipping|parking|cable|internet|installation|assembly)",
            "(deliver|delivery|deliver it|ship|shipping|assemble|set it up|warranty|installation)",
        ),
        *_topics(
            Topic.BUSINESS,
            "(how is|how has|how was|how are) (the|your|this|business|sales|things|trade|it been|everything)* "
            "(week|month|business|sales|season|year|day|shop|store|trade|quarter|been|going|selling)",
            "(business|sales|trade|things) (been|going|doing|slow|good|busy|quiet)",
            "(busy|slow|quiet) (week|month|day|season|today|lately|here|in|this|these|time)",
            "(quota|target|commission|month end|end of the month|sales goal|numbers)",
        ),
        *_topics(
            Topic.DEADLINE,
            "(when|by when|how soon|how quickly|what date|which day) .. (do|does|must|need|have|would|are) .. (you"
            "|it|they) .. (need|want|have|move|sold|gone|decide|leave|leaving|moving|sell|hear|answer|know|settle"
            "|be)",
            "(deadline|time frame|timeframe|in a hurry|hurry|rush|urgent|time limit|how soon|by when|how much time"
            "|in a rush)",
        ),
    ]
)
"""Earlier topics are the more specific ones; where several are named, the first of `Topic` that fits counts."""


def _requests(request: Request, *phrases: str) -> Iterator[tuple[Request, str]]:
    return ((request, phrase) for phrase in phrases)


REQUESTS: PhraseBook[Request] = PhraseBook(
    [
        *_requests(
            Request.LIMIT,
            "(what|how) (is|would be|was|are|about|low|much)* {you_your} (the|absolute|very|bottom|rock)* (lowest"
            "|best|least|minimum|highest|most|bottom|max|maximum|final) (price|you|offer|line|dollar|that|can"
            "|amount|?|deal|i|for|on)",
            "what (is|would be|was) (the|your)? (absolute|very)? (lowest|least|best|most|highest|minimum|maximum"
            "|cheapest|max)",
            "(lowest|least|best|most|highest|minimum|max) {you_your} (would|will|can|could|are|be|is)",
            "how (low|high|much lower|much higher|close|far down|much less|much more|far) (can|could|would|will"
            "|are|do) you",
            "(is|was) that (your|the) (lowest|best|final|highest|bottom)",
            "what (can|could|would|will) you (do|let|take|accept|offer|be willing|go)",
        ),
        *_requests(
            Request.BETTER_TERMS,
            "(go|come|bring|get|budge|knock|move|take|cut|drop|lower|reduce|adjust|bump|raise|up|increase|lowering"
            "|dropping|going|coming|change|cutting|shave|decrease|raising|negotiating|negotiate|haggle) (it|the"
            "|that|your|a|you|on|any|me|asking|to|some|something|bit|little|at all|price|rent|in|for|much|this"
            "|with|just|cost|slightly|anything|way|tad|more|from|further|even|down|lot|offer)* (down|lower|off"
            "|price|rent|less|up|higher|cheaper|closer|cost|budge|offer|lower than|a little|a bit|some|at all|more"
            "|better)",
            "(do|any|a|little|something|offer|get|go|bit|much) (any|a|little|bit|much|me|with)* better (price|deal"
            "|than|on|for|?|.|offer|if|rate)?",
            "(wiggle|negotiating|negotiation|any|some|bargaining) room",
            "room (for|to) (negotiation|negotiate|negotiating|move|budge|haggle|bargain|discussion|improvement|wiggle)",
            "(are|is|price|be|you|that) (the|this|you|that|price|it|at|all|still|a|bit|little|any)* (flexible"
            "|negotiable|firm|open to offers|open to negotiation|set in stone|willing to negotiate|open to "
            "negotiating|final|the lowest|the best|best you)",
            "(work|help|meet|compromise|bargain|haggle|cooperate) (with|me|out|something)* (me|us|something|on"
            "|with|halfway) (on|out|with|here|the|a|something|,|.|?|some)",
            "(a|any|some|offer|give|get|have|discounts|bigger|student|cash|little|small|military|of) (a|any|me|you"
            "|little|small|bit|of)* (discount|discounts|price break|break on|reduction|price cut|deal on|deals)",
            "(any|some) (movement|flexibility|leeway|slack|give)",
            "(willing|able|open) to (negotiate|budge|compromise|come down|go lower|go down|bargain|work with|lower"
            "|deal|haggle|drop|move|do better|go higher|go up|come up|take less|accept less|take a lower|accept a "
            "lower|be flexible|consider a lower|take any less|make a deal|discuss|lower the|take an offer|work "
            "something)",
            "(is|are) (there|you)? ... (any way|flexible|wiggle|negotiable|possibility|chance) .. (lower|less"
            "|price|down|cheaper|discount|better|negotiate)",
            "(take|accept|consider|do) .. (less|lower|a little less|a lower|a bit less|more|something lower"
            "|cheaper) (than|for|.|?|price|if|offer|amount)?",
            "(up|raise|increase|improve|better) your (offer|price|bid)",
            "(make|give|name|throw) (me|us|it)? (a|an|your|another|out)? (better|best|higher|reasonable|different"
            "|serious|fair|counter) (offer|price|deal|bid|number|one)",
            "(work|figure|come to) (something|it|some kind|an|a) (out|agreement|deal|of deal|arrangement|compromise)",
            "(come|get|go|be|little|bit) (a|little|bit|up|much|any|down)* (closer|nearer) (to)?",
            "(sweeten|improve) (the|this|your)? (deal|pot|offer)",
            "(have to|would have to|need to|had to|going to need to) negotiate",
            "(too|so) (expensive|high|pricey) .. (can|could|would) you",
            "{you_can} (do|go|come) (any|a|a little|a bit|much|bit|little|slightly)* (lower|better|cheaper|less"
            "|higher|down|up)",
            "lower (than|then) #",
            "(cheaper|lower) ?",
            "what about the (price|fee|delivery)",
            "(waive|drop|skip|remove|forget|cancel|cut|lose) (the|that|your|my)? .. (fee|charge|charges|deposit"
            "|cost|costs)",
        ),
        *_requests(
            Request.EXTRA,
            "(throw|toss|through) (in|me|a|the|some|something|anything|it)* (in|a|the|some|something|for|free|extra)",
            "{you_can} (also|please|maybe|at least|possibly|just)* (deliver|include|add|ship|drop it|drop them"
            "|bring it|bring|install|assemble|set it up|throw|toss|put in|cover|pay for|pay the|fix|repair|hold it"
            "|deliver it|help|give me|lend|dust|clean|replace|provide|load|order|waive)",
            "(will|do|would|can|could|are) you (be|able|willing|to|please|also|offer|guys|do|free|provide|have)* "
            "(deliver|delivery|include|add|ship|shipping|install|installation|assemble|fix|cover|drop off|waive"
            "|financing)",
            "if you (can|could|would|will|are|to|also|just|able|willing)* (deliver|include|throw|add|ship|cover"
            "|pay for|fix|install|drop it off|bring|clean|replace|repair|through|toss|give|provide|help|hold|paint"
            "|assemble|order|let)",
            "(include|includes|including|with|plus|and) (the|a|free|some|me|also|in)* (delivery|shipping|utilities"
            "|internet|cable|parking|water|electric|warranty|installation|assembly|case|charger|headphones"
            "|extras) .. ?",
            "{i} (want|need|would like|would love|will need|wanted|expect) (the|a|free|you to|to have|it|some"
            "|also)* (delivery|delivered|shipping|warranty|included|include|deliver|parking|utilities|installation"
            "|extra|throw|cover|free)",
            "(free|include|included) (delivery|shipping|parking|cable|internet|utilities|installation|assembly) .. ?",
            "(offer|have|give|get) any (benefits|perks|extras|freebies|bonus|incentives)",
            "(pay|cover|waive) (for)? .. (deposit|shipping|delivery|utilities|cable|fees|fee|moving|inspection) .. ?",
            "(how|what) about (a|free|some|throwing|including|adding|you|if you) .. (delivery|shipping|deliver"
            "|including|throwing|warranty|in|free|utilities|parking|extras|case)",
            "(would|rather|prefer) .. (have you|you) (ship|deliver|include|bring|drop)",
            "for free ?",
        ),
        *_requests(
            Request.GIVES_EXTRA,
            "{i} {will} (even|also|throw|just|definitely|gladly|happily|pay)* (throw|toss|include|deliver|add"
            "|drop it|bring it|bring them|pick|pay for|cover|help|ship|clean|fix|waive|sweeten|come|ill|set)",
            "{i} (am throwing|am including|will be throwing)",
            "(delivered|delivery included|free delivery|delivery free)",
        ),
        *_requests(
            Request.QUESTION,
            "^ (hi|hello|hey|okay|and|so|well|yes|i see|great|but|oh|just|also|then|no|cool|,|there|nice|good"
            "|what is up)* (what|where|when|why|who|which|how|does|did|is|are|do|has|have|was|were|any|can you "
            "tell|could you tell|can i|could i|will it|will this|would it|should i|may i) (is|are|about|do|does"
            "|did|the|it|you|your|there|this|that|many|old|long|much|color|kind|type|year|size|condition|come"
            "|brand|have|of|i|been|they|these|those|large|big|far|soon|was|were|made|has|a|in|scratches|pets"
            "|anyone|any|someone|sort|model|all|we|me|more|time|day|if|one|good|well|problems)",
            "^ (hi|hello|hey|okay|and|so|well|,|there)* (what|which|how|why|where|when|who) .. (is|are|do|does|did"
            "|can|could|would|was|were|has|have) (it|you|the|they|that|this|your|there|these|i|we|in|like)",
            "(can|could|would|please|will) .. (tell|give|send|show) me (more|about|a|some|the|what|how|if|any|little)",
            "(wondering|curious|want to know|like to know|wanted to know|wanted to ask|question|wonder|may i ask"
            "|tell me|interested in finding out|let me know) (if|about|what|how|why|when|whether|is|as|,|more|does)",
        ),
        *_requests(
            Request.CHECKS_OFFER,
            "(how|what) (does|do|would|is|about) (that|it|this) (sound|sounds|work|be|look|for you|for|to you|?) "
            "(to|for|good|okay|with|?)?",
            "(does|do|would|is|will) (that|it|this) (sound|work|be|okay|ok|fair|good|alright|a deal|acceptable"
            "|reasonable|seem|fly|possible|sounds|suit|something|help|interest)",
            "(is|do) (that|this|it|we|you|i) (a|have|have a|think|got)? (deal|deal ?|think|fair|okay|good|work"
            "|possible|agreement)",
            "(what|how) (do|say|would) you (say|think|feel|reckon)",
            "^ (so|and|,|okay|then|well)* (deal|okay|fair|agreed|good|fine|sound good|sounds good|sounds fair"
            "|works|yes|no|right|sound fair|cool|you in|agree|possible|can you do that|will that work|would that "
            "work|what do you say|all right) ?",
            "(would|could|can|will) you (do|accept|take|consider|go for|agree to|work with|be okay with|live with"
            "|handle|manage) (that|it|this|those)",
            "(interested|acceptable|doable|reasonable) ?",
            "can we (do|make|agree|close|settle|work|shake) (that|it|this|a deal|on|something|out)",
            "(do|have) you (have|got)? (a|any)? (deal|think so)",
            "think (that|you|we|it|this) .. (work|do|fair|possible|manage|deal)",
        ),
    ]
)
