"""Words that take the terms on the table, and words that refuse them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from bot.negotiation.reading.phrases import PhraseBook


class Answer(StrEnum):
    YES = "yes"  # takes the terms, in so many words
    PLEASED = "pleased"  # "sounds good": a yes where terms were just offered and nothing else is said
    NO = "no"  # refuses the terms
    FIRM = "firm"  # stands by one's own
    IRONY = "irony"


def _all(answer: Answer, *phrases: str) -> Iterator[tuple[Answer, str]]:
    return ((answer, phrase) for phrase in phrases)


ANSWERS: PhraseBook[Answer] = PhraseBook(
    [
        *_all(
            Answer.YES,
            "^ (,|okay|yes|great|perfect|fine|cool|then|done|and|well|all right|sure|alright|awesome|haha|thanks"
            "|good|oh|hmm|you know what|sold|so|it is|we have|wow|man)* (a)? (deal|done|sold|agreed|accepted|done "
            "deal|deal_sign) (then|it is|maybe|perhaps|i guess|i suppose|probably|thanks|man|haha|my friend|friend"
            "|to you|sir|yes|yes_sign|and|great|for me"
            "|okay|thank you|on|mate|bro|buddy|deal_sign|done|at|#)* $",
            "^ (accept|accepting|i accept) (.|!)",
            "^ (okay|yes|,)* deal (if|as long|so long|provided|but|that|i|it|thanks|thank|see|we|and|let|for|at|you)",
            "^ (yes|okay|sure|fine|all right) ,? (provided|as long as|on condition|under condition|but only if|on "
            "one condition|on the condition|under the condition)",
            "(i|we) will sign (it|that|this|today|right away|now|the|.|!|,|if|with|up|and)",
            "(wrap it up|you are hired|pack it up|ring it up|book me in|draw it up|put it through|renew it|count us "
            "in)",
            "(send|draw up|prepare|mail|email|get|print|show) (me|us|over|up)* (the|your|a) (contract|lease|papers"
            "|paperwork|form|forms|invoice|bill|agreement)",
            "(where|when) (do|can|should) (i|we) (sign|pay|start)",
            "(let us|lets) (start|go ahead|get started|sign|proceed|begin|do this|go for it|get going|move forward)",
            "(go|going) ahead with (it|that|this)",
            ", agreed (.|!|,)",
            "^ (okay|fine|all right|sure|then|yes|,|so)* (no|without the|without) (fee|charge|deduction|surcharge"
            "|discount) (then)? (.|!)",
            "(i|we) will (take|remove|drop|waive|scrap|cancel|leave|strike) (the|that) {fee} (fee|charge)? (off"
            "|out)? (.|!|,|then|for)",
            "(can|may) have (it|them|the) (then|for that|at that|.|!|,)",
            "you (have|have got|got) (a|yourself a|yourself an|yourselves a) (job|client|customer|designer|buyer"
            "|tenant|employee|partner|renewal)",
            "you (have|have got|got) (a|yourself a|yourselves a|your self a|your)? (deal|sale|buyer|tenant)",
            "(it is|that is|this is|we have|we have got|we got|that will be|that would be|call it|have ourselves) "
            "(a)? deal",
            "(done|sold) deal",
            "deal is done",
            "(it is a deal|deal) ,? (i|we) (will|can)",
            "i (gladly|happily|will|would|do|can|am|going to|have to|guess i will|suppose i will|think i will"
            "|could|just)* (accept|accepting|agree|agreeing) (that|it|your|the|this|to|with|,|.|!|those|and|#)",
            "{will} (accept|agree to) (that|it|your offer|the offer|this|your price|your terms|those terms|on that)",
            "i (accept|agree|am sold)",
            "{i} (am|are) (totally|all|so|definitely|completely|absolutely|down|fully)* (in|down|game|on board) (.|!|,"
            "|at"
            "|for #|if|with|then|send|let|and|thanks)",
            "{i} (am|will be|are) (definitely|gladly|happily|so|totally|absolutely)* (taking|buying|renting|getting) "
            "(it"
            "|them|this one|that one|this|both) (.|!|,|then|for|at|home|and)",
            "^ sold (to|at|for)",
            "^ (sure|okay|yes|well|,|fine|haha)* why not (.|!)",
            "^ (well|hmm|,|so|then|i guess|haha|um|uh)* (okay|fine|all right|sure|deal) ,? (but)? (only)? if (you|it"
            "|they)",
            "(sounds|seems|looks|sound) {deg}* (good|great|fine|fair|reasonable|okay|alright|perfect|right) (to|for|by"
            "|with) "
            "(me|us)",
            "{i} (guess|suppose|reckon|think) {i} (can|could|will|have to) .. (that|it|this) (.|!|,|then)",
            "^ (okay|fine|sure|great|all right|perfect|yes|good|then|well|deal|alright|.|!|,)* (okay|fine|sure|all "
            "right|yes"
            "|deal|good) (.|!|,|then)* you can (have|take|pick|move|get|keep|come)",
            "you can have (it|them|this|that|one|both) (.|!|,|for that|then|at that)",
            "{i} will take (one|two|three|both|all|everything|@) (of them|of those|of it)? (.|!|,|please|then|thanks)",
            "^ take (it|them|him|her) (.|!|,|then|and|away|home|for|at|now|before)",
            "^ (okay|fine|sure|great|all right|perfect|yes|good|then|well|,)* (sure|fine|okay|deal|good|all right) "
            "(thing)? ,? "
            "but (you|it|only) (have to|need to|must|will have to|has to|if|will need to|would have to|should)",
            "# (it)? (shall be|will be|it shall be|it will be) (then|.|!|,)",
            "{will} .. (love|be happy|be glad|be delighted) to (take|have|buy|rent|move|get|do|accept|sign|sell|let"
            "|give) ... (at|for) (that|this) (price|rent|rate|amount|number|figure|salary|.|!|,)",
            "(consider it|call it|that is) (sold|done|yours|settled)",
            "(you have|you got|you have got|you have just got) (yourself|yourselves|your self) (a|an|some|the|one)",
            "{i} (can|will|could|would|am|definitely|gladly|suppose|guess|think|probably|happily|certainly|may"
            "|can probably|be able to|to|absolutely|just|totally|probably can)* do (that|it|this) (for you|price"
            "|deal|then|.|!|,|man|and|yes|no problem|for|today|thanks)",
            "(that|it|this|price|offer|which) (will|would|does|should|can|could)? (works|work) (for me|for us|perfectly"
            "|great|fine|well|out|with me|good|just fine)",
            "(works|good|fine|okay|alright|great|cool|perfect) (for|by|with) (me|us)",
            "that (works|will work|will do|would work|would do|will be fine|would be fine|will be okay)",
            "{i} will take (it|them|this|that|the|both|your) (for that|at that|then|off your hands|deal|.|!|,|and"
            "|at|thanks|offer|for|home|today|please|#|with)*",
            "i (want to|would like to|would love to|will|am going to) (buy|purchase|take|rent|have) (it|them|this"
            "|that|the|this place|the place) (then|at that price|for that|.|!|,|at that)",
            "let us (do|make|close|shake|go with|call|seal|get) (it|this|that|the deal|a deal|on it|the sale|on that)"
            " (deal|then|done|happen|a deal)?",
            "{i} (am|would be|are|will be)? (okay|fine|happy|good|cool|alright|comfortable|all right|satisfied) with"
            " (that|it|this|your|the price|the deal|those|going)",
            "(it is|they are|she is|he is|that is) all yours",
            "(it is|they are|consider it|consider them) (yours|sold)",
            "(shake|shaking) on (it|that)",
            "^ (okay|fine|sure|great|all right|perfect|yes|good|then|well|,)* (come|swing by|stop by|drop by) ,? (and"
            "|on|over"
            "|by|to)* (get|grab|collect|pick up|take|pick) (it|them)",
            "(count me in|you are on|i am all in|sign me up|it is settled|you got it"
            "|you win|you convinced me|you twisted my arm|you have convinced me)",
            "(can not argue|hard to say no|can not say no|can not refuse|can not beat|can not complain|hard to "
            "refuse) (with|to|that|it|.|!)",
            "(sounds|seems|looks) like (a|an)? (good|great|fair|solid|reasonable|pretty good|really good)? (deal|plan)",
            "{i} {will} (just|gladly|happily|then)* (pay|buy) (it|that|them|the full price|the asking price) (.|!"
            "|,|then|now|today)",
            "so be it",
            "(can|could|will) (live with|go with|go for|make|agree to|work with|manage|handle|swing|settle for) "
            "(that|it|this) (work|price|happen|.|!|,|then|for|and|thanks|thank|number|amount|deal|i|so)",
            "# (i|it) (will|is|can) (do|take|deal|done)",
            "will do (.|!|,)",
            "(submitting|sending|entering|accepting|submit) (the|my|an|your|a)? (offer|price|deal|it) (now|right "
            "now|right|.|!|for)",
            "# (it is|works|is fine|is good|is okay|is a deal|sounds good|sounds great|is fair|sounds fair|is "
            "perfect|deal|is acceptable|agreed|sold)",
            "(accept|take|okay with|fine with|agree to|agree on|good with|settle for|settle on|deal at|deal for|sold at"
            "|sold for|works at) {about}* #",
            "(i|we) {will}? (definitely|certainly|absolutely|gladly|probably|happily)* (do|pay|take|accept|go) "
            "{about}* #",
            "(on my way|heading over|i will be over|i will be right over) (with|now|.|!|to)",
            "(pleasure|good|great|nice|thanks for) doing business",
            "(of course|absolutely|certainly|definitely|no problem|sure) ,? i (can|will|could) (do|make|arrange) "
            "(that|it)",
            "i (guess|suppose|think) (that|this|it|i can|i could|we|we can|we could)* (is|will|would|be|do|work"
            "|works|agree|sounds|make)* (fair|okay|fine|work|works|do|do that|do it|acceptable|reasonable|to that"
            "|deal|a deal|good)",
            "(that is|seems|sounds|is) (acceptable|agreeable|doable|a deal|agreed)",
            "deal_sign",
        ),
        *_all(
            Answer.PLEASED,
            "(sounds|sound|seems|looks) {deg}* (good|great|fair|perfect|fine|wonderful|reasonable|awesome|amazing"
            "|lovely|right|like a plan|like a deal|okay|fantastic|alright|excellent|like a good|like a great|like "
            "a fair)",
            "(that|it|this|price|which|# ) (is|would be|will be|be) {deg}* (good|great|fair|perfect|fine|wonderful"
            "|awesome|amazing|lovely|okay|fantastic|reasonable|alright|excellent|cool|nice|generous)",
            "fair (enough|price|deal|offer)",
            "^ (okay|yes|for sure|sure thing|right on|you bet|by all means|sure|great|perfect|awesome|cool|fine|all "
            "right"
            "|wonderful|excellent|fantastic|absolutely"
            "|good|nice|definitely|of course|certainly|thanks|thank you|then|i see|yes_sign|sounds good|amazing"
            "|sweet|alrighty|oh|so|much|very|well|sir|please|brilliant|lovely|you too|i|no problem|ik|bet|gotcha"
            "|got it)* (okay|yes|for sure|sure thing|right on|you bet|by all means|sure|great|perfect|awesome|cool"
            "|fine|all right|wonderful|excellent|fantastic"
            "|absolutely|definitely|of course|certainly|yes_sign|amazing|sweet|alrighty|bet|brilliant|lovely"
            "|please|thank you|ik) (.|!|then|thanks)",
        ),
        *_all(
            Answer.PLEASED,
            "^ (wow|oh|haha|well|.|!|and|,)* (okay|great|sure|yes|perfect|awesome|cool|fine|thanks|thank you"
            "|excellent|wonderful|absolutely|sounds good|good|all right|definitely) (okay|great|sure|yes|perfect"
            "|awesome|sounds good|good|,|then|thanks|thank you|so much|well)* i (can|will|would|could|am"
            "|definitely|love to|just)* (pick|come|be there|be over|bring|get it|get them|send|meet|stop by|swing "
            "by|see you|love that|love to|submit|head|on my way|drop it off|deliver)",
            "i (can|will|could) (definitely|certainly|absolutely|gladly|easily)* (pick|come get|come by|come and "
            "get) (it|them|that)? (up)?",
            "^ (oh|well|,)* (okay|all right|fine|good|great|sure|very well|perfect|alright) then (,|.|!)",
            "^ see you (then|soon|tomorrow|tonight|there|shortly|later|at)",
            "(would|will) love that",
        ),
        *_all(
            Answer.NO,
            "(too|bit|little|tad|way|far) {deg}* (low|high|much|expensive|steep|little|pricey|less|rich|far off"
            "|short|far) (for|at|.|!|,|to|but|and|price|in|i|because|since|considering|now|offer|right|a|given|as"
            "|than)",
            "(so|very|pretty|kind of|sort of|awfully|quite|rather|really|extremely|just|seems|is|somewhat|sounds"
            "|are|was|looks) {deg}* (low|high|expensive|steep|pricey|lowball|overpriced|unreasonable) (for|at|.|!"
            "|,|to|but|and|price|in|i|because|since|considering|now|offer|right|a|given|as|than)",
            "{can} not .. (do|go|accept|take|sell|afford|pay|justify|consider|agree|come|let|give|offer|spend|meet"
            "|swing|make|drop|lower|part|settle|budge|work) (it|that|this|for|to|you|with|as|any|so|those|them|#"
            "|lower|higher|much|down|below|under|above|over|less|more|anything|.|up|at|the|your|on|by|!|a|beyond"
            "|past|,|all|only)",
            "(i am not|not going to|not want to|do not wish to|not gonna|not about to|not willing to|not able to"
            "|refuse to|not ready to|never|not be able to|not interested in) .. (accept|accepting|pay|paying|sell"
            "|selling|take|taking|do|doing|go|going|drop|dropping|lower|give|giving|come|budge|spend|spending|let"
            "|buy|make|offer|buying)",
            "^ (haha|um|uh|sorry|hmm|oh|well|hell|god|,)* no (.|!)",
            "(rather|would rather|i will) keep it (myself)? (.|!|,|then|than)",
            "no (way|thanks|thank you|can do|chance|sir|good|go|sorry|deal|dice)",
            "^ (no|sorry no) (.|!|#)",
            "^ (sorry no|oh no|hell no|no no|no_sign|nice try|absolutely not|definitely not|not a chance|not happening"
            "|not really|unfortunately no|hmm no|uh no|not for me|sorry) (.|!|sorry|way|thanks|#|that is)",
            "no_sign",
            "(slap in the face|kick in the teeth|not even close|nowhere near|nowhere close|no from me|no for me|no "
            "from us|not"
            " quite there|not there yet|still short|still too|still off|too far off|beneath me|no thank you)",
            "(out of|beyond|above|outside) {deg}* (my|our) (league|class|bracket|price bracket|pay grade)",
            "(hold|holding|wait|waiting) out (for|on|until)",
            "(rather|sooner) (donate|keep|burn|throw|give|trash|scrap|eat|not)",
            "(will|would|does|do) not (even)? (cover|pay for|buy)",
            "too {deg}* {low}",
            "{i} (really|just|simply|honestly)* (can|could) (really|just|simply)* not (.|!|,|sorry|man|really)",
            "(hard|firm|big|definite|clear) no",
            "(so|sorry|,) no (.|!)",
            "^ (not really|no) (,)? (because|cause|not|sorry|no|way|never|since|that is|this is|it is too|thanks)",
            "(nuts|bonkers|bananas|absurd|silly|madness|obscene|unreal|daylight robbery|daft|mad|wild|offensive)",
            "(leave|leaves|put|puts|cost|costs|ruin|ruins|kill|kills|hurt|hurts) me (with|at|in|too|out|so|a loss)",
            "not ... (have|got|spend|pay|afford|justify) that (kind|much|sort|type)",
            "(asking|charging|wanting|want|ask) (a lot|too much|so much|quite a lot|way too much|an arm) (for|and)",
            "not (up|open|available) (for|to) (discussion|debate|negotiation|bargaining|question|haggling|offers)",
            "(lowballing|lowballed|low balling)",
            "(pushing it|a stretch|asking too much|a tall order|a bit rich|a big ask|pushing my luck)",
            "(close|almost|nearly|near) ,? but (not|no|still)",
            "# (is)? (less|more) than (it|the|they|what|i|that|my) ... (worth|cost|costs|value|paid|brings)",
            "(my|the|our) (wallet|bank account|wife|husband|budget|boss|purse|bank) (says|said|say) (no|nope"
            "|otherwise)",
            "not (acceptable|enough|happening|possible|good enough|going to happen|going to work|what i|even close"
            "|close|fair|realistic|reasonable|feasible|doable|really what|worth)",
            "(will|would|does|is|do) not (really|quite|going to)* (work|cut it|do it|be enough|fly|do) (for|.|!"
            "|with|,|me)",
            "(out of|over|above|outside|beyond|outside of|past|exceeds) {deg}* (my|our|the|of)* (budget|range"
            "|price range|limit|reach|price|means)",
            "(more|less|lower|higher) than {i} (can|could|want|wanted|am|was|have|would|need|will|had|planned"
            "|expected)",
            "(insulting|insult|lowball|low ball|outrageous|ridiculous|laughable|joke|crazy|insane|robbery|rip off"
            "|ripoff)",
            "(decline|declined|reject|refuse|turn down|turn that down)",
            "i (need|want|would need|would want|was hoping for|was looking for|have to have|would have to have"
            "|have to take|would have to take|have to get|am looking for|am asking for) .. more (than|for)",
            "(far|way|well) (below|under|off|from|above) (my|what|the|asking|list|our|where)",
            "low (offer|price|number|amount|for|bid)",
            "that low",
            "never (.|!|in|ever)",
            "(must|have to|have got to|got to) be (joking|kidding)",
            "(you are|are you) (joking|kidding)",
            "(more|less) than (we|i) (agreed|discussed|said|planned|expected|hoped|want|wanted|would like|work"
            "|charge|pay|usually)",
            "(below|under|above) (what|my|our) .. (work|rate|charge|pay|price|usual|i|limit|budget|we)",
            "(out of the question|no thank you|not for that|not at that|not at this|not with me|not like this|not "
            "like that)",
            "that (high|much)",
            "you (can|will have to|need to|have to|must|should) do better",
            "(come|do|go) (on|better than that)",
            "(would be|be|is|it is) (a)? (stealing|theft|give it away|giving it away|robbing|robbery)",
            "(give|giving) (it|this|them|that) away",
            "(would be|be) (a|such a|quite a)? steal (for you)? (.|!|,|but|at)",
        ),
        *_all(
            Answer.FIRM,
            "(price|rent|i am|am|offer|we are|pretty|fairly|very|is|it is|standing|stand|hold|holding) {deg}* "
            "firm (on|at|with|.|!|,|about|here|#)",
            "not (budging|negotiable|negotiating|moving|flexible|up for negotiation|open to negotiation)",
            "(that|this|#) is {deg}* (my|the|our) (final|last|best|lowest|highest|absolute|bottom|max|maximum|top"
            "|limit) (offer|price|i|final|lowest|best|line|dollar|.|!|bid|that|it|amount)",
            "{i_best} {i} (can|could|will|would|am|have)",
            "(my|the) (offer|price) (stands|still stands|is final|is the same|has not changed|remains)",
            "(sticking|stick) (with|to|at) (my|the|that|#)",
            "(still|again) # (.|!)",
            "(price|fee|charge|rate|rent|surcharge|deduction|package|cost|offer|number|it|that|this|salary|cover"
            "|discount|everything) (just|simply)? (stays|stay|stands|remains|is fixed|is what it is|is final|is set"
            "|is set in stone|has to stay|has to go|must go|needs to go|has to stand)",
            "(price|fee|rate|rent|cost) is the (price|fee|rate|rent|cost)",
            "(price|fee|rate|rent|it|that|rates|prices) (does|do|will|can) not (change|move|budge|go|come)",
            "(fee|charge|surcharge|deduction|cost|problem) is not (mine|my|our)",
            "(is|are) (our|the|company|my|store|house|a matter of) (policy|price|rule|rules|rate|final|terms)",
            "(hands are tied|rules are rules|nothing i can|nothing we can|nothing to be done|no discounts|no "
            "exceptions)",
            "(everyone|everybody|every customer|all customers|all of them|anybody else) (pays|pay|has to pay|have to "
            "pay|is paying)",
            "(my|the|our) (rate|price|prices|rates|number|terms|position) (stays|stay|is|are|stand|stands|remains) "
            "(.|!|the same|fixed|firm|as it is|what it is|as is)",
            "(stand|standing|stay|staying|insist|insisting) (by|on|with) (my|that|the|this|it|what|our)",
            "(rather|sooner) not (pay|spend|sign|give|take)",
            "(is|are) (a|such a|just a) (joke|bit much|lot) (for|.|!|,)",
            "like i said",
            "as i (said|mentioned|told)",
        ),
        *_all(
            Answer.IRONY,
            "yes (right|,? sure)",
            "(in your dreams|dream on|you wish|as if|when pigs fly|when hell freezes|over my dead body|eyeroll"
            "|just kidding|jk)",
            "(why do not i|should i|maybe i should|want me to) (just|also)? (give|throw|pay|hand)",
            "(next you will|what next|anything else your majesty|and my house|and my firstborn|and my kidney|and "
            "my soul)",
            "haha (deal|sure|yes|okay|right)",
            "(deal|sure|okay) haha",
        ),
    ]
)
