"""Words that take the terms on the table."""

from __future__ import annotations

from bot.negotiation.reading.answers import Answer, answers
from bot.negotiation.reading.phrases import PhraseBook
from bot.negotiation.reading.refusing import REFUSALS

ANSWERS: PhraseBook[Answer] = PhraseBook(
    [
        *answers(
            Answer.YES,
            "^ (,|okay|yes|great|perfect|fine|cool|then|done|and|well|all right|sure|alright|awesome|haha|thanks|good"
            "|oh|hmm|you know what|sold|so|it is|we have|wow|man)* (a)? (deal|done|sold|agreed|accepted|done deal"
            "|deal_sign) (then|it is|maybe|perhaps|i guess|i suppose|probably|thanks|man|haha|my friend|friend|to you"
            "|sir|yes|yes_sign|and|great|for me|okay|thank you|on|mate|bro|buddy|deal_sign|done|at|#)* $",
            "^ (accept|accepting|i accept|i herewith accept|i hereby accept) (.|!|,|your|the)",
            "^ (okay|yes|,)* deal (if|as long|so long|provided|but|that|i|it|thanks|thank|see|we|and|let|for|at|you)",
            "^ (yes|okay|sure|fine|all right) ,? (provided|as long as|on condition|under condition|but only if|on one "
            "condition|on the condition|under the condition)",
            "(i|we) will sign (it|that|this|today|right away|now|the|.|!|,|if|with|up|and)",
            "(wrap it up|you are hired|pack it up|ring it up|book me in|draw it up|put it through|renew it|count us "
            "in)",
            "(send|draw up|prepare|mail|email|get|print|show) (me|us|over|up)* (the|your|a) (contract|lease|papers"
            "|paperwork|form|forms|invoice|bill|agreement)",
            "(where|when) (do|can|should) (i|we) (sign|pay|start)",
            "(let us|lets) (start|go ahead|get started|sign|proceed|begin|do this|go for it|get going|move forward)",
            "(go|going) ahead with (it|that|this)",
            ", agreed (.|!|,)",
            ", deal (.|!)",
            "let us close (.|!|now|then)",
            "^ (okay|fine|sure|then|all right|good|yes|,)* i take (it|them) (.|!|then|thanks)",
            "^ (it is)? mine (then|now)? (.|!)",
            "^ (okay|fine|all right|sure|then|yes|,|so)* (no|without the|without) (fee|charge|deduction|surcharge"
            "|discount) (then)? (.|!)",
            "(i|we) will (take|remove|drop|waive|scrap|cancel|leave|strike) (the|that) {fee} (fee|charge)? (off|out)? "
            "(.|!|,|then|for)",
            "(can|may) have (it|them|the) (then|for that|at that|.|!|,)",
            "you (have|have got|got) (a|yourself a|yourself an|yourselves a) (job|client|customer|designer|buyer"
            "|tenant|employee|partner|renewal)",
            "you (have|have got|got) (a|yourself a|yourselves a|your self a|your)? (deal|sale|buyer|tenant)",
            "(it is|that is|this is|we have|we have got|we got|that will be|that would be|call it|have ourselves) (a)? "
            "deal",
            "(done|sold) deal",
            "deal is done",
            "(it is a deal|deal) ,? (i|we) (will|can)",
            "i (hereby|herewith|formally|thankfully|gratefully|therefore|thus|gladly|happily|will|would|do|can|am"
            "|going to|have to|guess i will|suppose i will|think i will|could|just)* (accept|accepting|agree|agreeing) "
            "(that|it|your|the|this|to|with|,|.|!|those|and|#)",
            "{will} (accept|agree to) (that|it|your offer|the offer|this|your price|your terms|those terms|on that)",
            "i (accept|agree)",
            "we accept",
            "i am sold",
            "{i} (am|are) (totally|all|so|definitely|completely|absolutely|down|fully)* (in|down|game|on board) (.|!|,"
            "|at|for #|if|with|then|send|let|and|thanks)",
            "{i} (am|will be|are) (definitely|gladly|happily|so|totally|absolutely)* (taking|buying|renting|getting) "
            "(it|them|this one|that one|this|both) (.|!|,|then|for|at|home|and)",
            "^ sold (to|at|for)",
            "^ (okay|great|yes|all right|perfect|,|fine|good|then)* (agreed|accepted|deal|done) (.|!|,) (see|i|thanks"
            "|thank|you|bring|come|we|let|pick|it|when|where)",
            "(you have|you have got|you got|you are) (just)? (the|our|my|a|an|hired) (job|gig|contract|business|order"
            "|deal|room|place|buyer|man|woman|new tenant|new owner|winner)",
            "^ (okay|fine|great|yes|all right|then|,|so|perfect|sure|please)* (book|put|sign|pencil|mark|write) (me"
            "|us) (in|down|up) (for|on|.|!|,|at)",
            "(would|will) be (delighted|happy|glad|pleased|thrilled|honored|honoured|excited) to (join|accept|sign"
            "|start|work with|come aboard|come on board|move in|take it|have it|be part)",
            "^ (sure|okay|yes|well|,|fine|haha)* why not (.|!)",
            "^ (well|hmm|,|so|then|i guess|haha|um|uh)* (okay|fine|all right|sure|deal) ,? (but)? (only)? if (you|it"
            "|they)",
            "(sounds|seems|looks|sound) {deg}* (good|great|fine|fair|reasonable|okay|alright|perfect|right) (to|for|by"
            "|with) (me|us)",
            "{i} (guess|suppose|reckon|think) {i} (can|could|will|have to) .. (that|it|this) (.|!|,|then)",
            "^ (okay|fine|sure|great|all right|perfect|yes|good|then|well|deal|alright|.|!|,)* (okay|fine|sure|all "
            "right|yes|deal|good) (.|!|,|then)* you can (have|take|pick|move|get|keep|come)",
            "you can have (it|them|this|that|one|both) (.|!|,|for that|then|at that)",
            "{i} will take (one|two|three|both|all|everything|@) (of them|of those|of it)? (.|!|,|please|then|thanks)",
            "^ take (it|them|him|her) (.|!|,|then|and|away|home|for|at|now|before)",
            "^ (okay|fine|sure|great|all right|perfect|yes|good|then|well|,)* (sure|fine|okay|deal|good|all right) "
            "(thing)? ,? but (you|it|only) (have to|need to|must|will have to|has to|if|will need to|would have to"
            "|should)",
            "# (it)? (shall be|will be|it shall be|it will be) (then|.|!|,)",
            "{will} .. (love|be happy|be glad|be delighted) to (take|have|buy|rent|move|get|do|accept|sign|sell|let"
            "|give) ... (at|for) (that|this) (price|rent|rate|amount|number|figure|salary|.|!|,)",
            "(consider it|call it|that is) (sold|done|yours|settled)",
            "(you have|you got|you have got|you have just got) (yourself|yourselves|your self) (a|an|some|the|one)",
            "{i} (can|will|could|would|am|definitely|gladly|suppose|guess|think|probably|happily|certainly|may|can "
            "probably|be able to|to|absolutely|just|totally|probably can)* do (that|it|this) (for you|for that|at that"
            "|price|deal|then|.|!|,|man|and|yes|no problem|for|today|thanks|thank|if|sounds|sure|great|see|so)",
            "(that|it|this|price|offer|which) (will|would|does|should|can|could)? (works|work) (for me|for us"
            "|perfectly|great|fine|well|out|with me|good|just fine)",
            "(works|good|fine|okay|alright|great|cool|perfect) (for|by|with) (me|us)",
            "that (works|will work|will do|would work|would do|will be fine|would be fine|will be okay)",
            "{i} will take (it|them|this|that|the|both|your) (for that|at that|then|off your hands|deal|.|!|,|and|at"
            "|thanks|offer|for|home|today|please|#|with)*",
            "i (want to|would like to|would love to|will|am going to) (buy|purchase|take|rent|have) (it|them|this|that"
            "|the|this place|the place) (then|at that price|for that|.|!|,|at that)",
            "let us (do|make|close|shake|go with|call|seal|get) (it|this|that|the deal|a deal|on it|the sale|on that) "
            "(deal|then|done|happen|a deal)?",
            "{i} (am|would be|are|will be)? (okay|fine|happy|good|cool|alright|comfortable|all right|satisfied) with "
            "(that|it|this|your|the price|the deal|those|going)",
            "(it is|they are|she is|he is|that is) all yours",
            "(it is|they are|consider it|consider them) (yours|sold)",
            "(shake|shaking) on (it|that)",
            "^ (okay|fine|sure|great|all right|perfect|yes|good|then|well|,)* (come|swing by|stop by|drop by) ,? (and"
            "|on|over|by|to)* (get|grab|collect|pick up|take|pick|fetch) (it|them)",
            "(count me in|you are on|i am all in|sign me up|it is settled|you got it|you win|you convinced me|you "
            "twisted my arm|you have convinced me)",
            "(can not argue|hard to say no|can not say no|can not refuse|can not beat|can not complain|hard to refuse) "
            "(with that|with this|to that|to this|to it|that|it|.|!)",
            "(sounds|seems|looks) like (a|an)? (good|great|fair|solid|reasonable|pretty good|really good)? (deal|plan)",
            "{i} {will} (just|gladly|happily|then)* (pay|buy) (it|that|them|the full price|the asking price) (.|!|,"
            "|then|now|today)",
            "so be it",
            "(can|could|will) (live with|go with|go for|make|agree to|work with|manage|handle|swing|settle for) (that"
            "|it|this) (work|price|happen|.|!|,|then|for|and|thanks|thank|number|amount|deal|i|so)",
            "# (i|it) (will|is|can) (do|take|deal|done)",
            "will do (.|!|,)",
            "(submitting|sending|entering|accepting|submit) (the|my|an|your|a)? (offer|price|deal|it) (now|right now"
            "|right|.|!|for)",
            "# it is (.|!|,|then|and|thanks|sir|when|but|i|deal|friend|my|for|if)",
            "# (works|is fine|is good|is okay|is a deal|sounds good|sounds great|is fair|sounds fair|is perfect|deal"
            "|is acceptable|agreed|sold)",
            "(accept|take|okay with|fine with|agree to|agree on|good with|settle for|settle on|deal at|deal for|sold "
            "at|sold for|works at) {about}* #",
            "(i|we) {will}? (definitely|certainly|absolutely|gladly|probably|happily)* (do|pay|take|accept|go) "
            "{about}* #",
            "(am on my way|already on my way|on my way over|on my way now|heading over|i will be over|i will be right "
            "over) (with|now|.|!|to|,|thanks)",
            "(pleasure|good|great|nice|thanks for) doing business",
            "(of course|absolutely|certainly|definitely|no problem|sure) ,? i (can|will|could) (do|make|arrange) (that"
            "|it)",
            "i (guess|suppose|think) (that|this|it|i can|i could|we|we can|we could)* (is|will|would|be|do|work|works"
            "|agree|sounds|make)* (fair|okay|fine|work|works|do|do that|do it|acceptable|reasonable|to that|deal|a "
            "deal|good)",
            "(that is|seems|sounds|is) (acceptable|agreeable|doable|a deal|agreed)",
            "deal_sign",
        ),
        *answers(
            Answer.YES,
            "^ (oh|,|okay|yes|fine|all right|alright|well|ah)* go on (then|.|!)",
            "you (have|have just)? sold me (.|!|,|on it|on that)",
            "(suits|suit) (me|us) (.|!|,|fine|well|perfectly|just fine|down to the ground)",
            "can not say fairer",
            "^ (okay|yes|fine|alright|,)* (okay|yes|fine) (go|go ahead|go for it) (.|!)",
            "(consider|count) it (as)? (bought|sold|a deal|taken|rented|booked|settled|done)",
            "{i} will have (it|them|that|both|one|the lot) (.|!|,|then|please|thanks|for that|at that)",
            "^ (okay|great|perfect|fine|lovely|yes|good|cool|,)* (where is|where are|send|send me|send us|send over) "
            "(the|that|over the) (contract|paperwork|papers|lease|form|forms|agreement) (.|!|?|,|over|to)",
            "^ (okay|great|it is|that is|this is|all|,)* approved (.|!|,|by|on|at)",
            "(have|has|got|give|gives|gave) (the|my|a|you the|it the)? (green light|go ahead|thumbs up|all clear"
            "|blessing)",
            "^ (okay|good|great|fine|perfect|yes|deal|super|lovely) (,|then|please)* (reserve|hold|save|keep|wrap|box"
            "|pack) (it|them|that) (up)? for (me|us)",
            "^ (okay|good|great|fine|perfect|yes|deal|super|lovely|,)* (yes|fine|okay|deal) ,? but (today|tomorrow"
            "|tonight|now|this week|on @|only today|cash|cash only|you collect|no later)",
            ", so yes (.|!|please)",
            "^ (yay|woohoo|hooray|yippee|yess) ,? (okay|yes|deal|then|great|,|.|!)* (yes|okay|deal|great) (.|!)",
            "(that is|it is|this is) what we (will)? do (.|!|then)",
            "^ (okay|yes|,|then)* we do (it|that|this) (.|!|then)",
            "^ (am|,|okay|yes)* (taking|buying|having|getting) (it|them|both|that) (.|!|then|now|today)",
            "^ (is|it is) (good|fine|okay) (for|with) (me|us)",
            "you (have|have got|got|have found) (a|yourself a|your self a|yourself an) (new)? (home|owner|customer"
            "|team member|roommate|neighbor|neighbour|piano|car|bike|bargain)",
            "{i} (am|are) (happy|glad|okay|fine|content) to (go|proceed|go ahead|shake|settle|take it|accept|sign|do "
            "that|do it)",
            "(that|it|this|which) (will|would|should|can) (actually|definitely|totally|probably|certainly|just|surely"
            "|absolutely|easily)* (work|do|be fine|be okay|be great|be perfect|be acceptable|be good) (.|!|,|for me"
            "|for us|then|great|perfectly|fine|well|thanks|with me)",
            "take (your|that|the|this) (offer|price|deal|bid) (.|!|,|then|and|please|of|thanks|thank|if|for)",
            "(am|are|be|would be) (willing|happy|glad|able|ready|prepared|okay) to (do|accept|take|agree to|go with|go "
            "for) (that|it|this|your|the) (offer|price|deal)? (.|!|,|then|for|and|if|thanks|thank)",
            "{i} (can|could|will|would) .. (pick|meet|come|bring|pay|take|do|deliver) ... (for|at) that (price|amount"
            "|rate)",
            "(that|it|this) (would|will|should) not be (a|any|much of a) problem",
            "(cash it is|you betcha|speaking my language|speakin my language|so glad to have you|glad we could|glad we "
            "can)",
            "(music to my ears|no argument from me|no objections|i can not complain|that will do nicely|that does it"
            "|you have yourself|i am not going to argue|works out|game on|you talked me into|you have talked me into"
            "|it is a bargain|let us call that|signed and sealed|now we are talking|fair play|bob is your uncle|happy "
            "days|i will not say no|deal all day|all day long)",
        ),
        *answers(
            Answer.PLEASED,
            "take my money",
        ),
        *answers(
            Answer.PLEASED,
            "(sounds|sound|seems|looks) {deg}* (good|great|fair|perfect|fine|wonderful|reasonable|awesome|amazing"
            "|lovely|right|like a plan|like a deal|okay|fantastic|alright|excellent|like a good|like a great|like a "
            "fair)",
            "(that|it|this|price|which|# ) (is|would be|will be|be) {deg}* (good|great|fair|perfect|fine|wonderful"
            "|awesome|amazing|lovely|okay|fantastic|reasonable|alright|excellent|cool|nice|generous)",
            "fair (enough|price|deal|offer)",
            "^ (okay|yes|for sure|sure thing|right on|you bet|by all means|sure|great|perfect|awesome|cool|fine|all "
            "right|wonderful|excellent|fantastic|absolutely|good|nice|definitely|of course|certainly|thanks|thank you"
            "|then|i see|yes_sign|sounds good|amazing|sweet|alrighty|oh|so|much|very|well|sir|please|brilliant|lovely"
            "|you too|i|no problem|ik|bet|gotcha|got it)* (okay|yes|for sure|sure thing|right on|you bet|by all means"
            "|sure|great|perfect|awesome|cool|fine|all right|wonderful|excellent|fantastic|absolutely|definitely|of "
            "course|certainly|yes_sign|amazing|sweet|alrighty|bet|brilliant|lovely|please|thank you|ik) (.|!|then"
            "|thanks)",
        ),
        *answers(
            Answer.PLEASED,
            "^ (wow|oh|haha|well|.|!|and|,)* (okay|great|sure|yes|perfect|awesome|cool|fine|thanks|thank you|excellent"
            "|wonderful|absolutely|sounds good|good|all right|definitely) (okay|great|sure|yes|perfect|awesome|sounds "
            "good|good|,|then|thanks|thank you|so much|well)* i (can|will|would|could|am|definitely|love to|just)* "
            "(pick|come|be there|be over|bring|get it|get them|send|meet|stop by|swing by|see you|love that|love to"
            "|submit|head|on my way|drop it off|deliver)",
            "i (can|will|could) (definitely|certainly|absolutely|gladly|easily)* (pick|come get|come by|come and get) "
            "(it|them|that)? (up)?",
            "^ (oh|well|,)* (okay|all right|fine|good|great|sure|very well|perfect|alright) then (,|.|!)",
            "^ see you (then|soon|tomorrow|tonight|there|shortly|later|at)",
            "(would|will) love that",
        ),
        *REFUSALS,
    ]
)
