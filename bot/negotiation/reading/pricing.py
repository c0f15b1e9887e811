"""What a price in a message is said for: put forward, refused, quoted back; besides.py has the rest."""

from __future__ import annotations

from bot.negotiation.reading.besides import BESIDES
from bot.negotiation.reading.phrases import PhraseBook
from bot.negotiation.reading.roles import Cue, Role, cues
from bot.negotiation.scenario import Side

PRICE_PHRASES: PhraseBook[Cue] = PhraseBook(
    [
        # a limit named after a refusal outranks the refusal
        *cues(
            Role.PROPOSED,
            5,
            "not ... (lower|less|below|under|beneath|higher|more|above|over|beyond|past|cheaper) {deg}* (than|then)? #",
            "(no|nothing|anything|any) (lower|less|more|higher|below|under|above|over) (than|then)? #",
            "not (mind|mind to) {give} {about}* #",
            "not .. {give} (any)? (more|less|lower|higher|better) (than|then) #",
            "(drop|come|go|lower|lowered|reduce|reduced|bring|brought|dropped|cut|knocked|raise|move|take) (it|the "
            "price|the rent|my price|that|you|this|me|them|down|up|my offer|price|your rate)* (down|up)? to {about}* #",
            "(make|call) (it|that) {about}* #",
            "(allows|allow|permits|lets) (me|us|only|for|to|just)* {give}? {about}* #",
            "(accept|take|do|go|agree|okay|fine|good|deal|and) ... the # (you|that you) (originally|first|initially"
            "|just|already|had|have)* (offered|proposed|said|mentioned|suggested|named|asked)",
            "somewhere (around|between|near|about|close to|at|like|in the region of|in the area of) {about}* #",
            "# (,|just)? (like|as|same as|exactly as) (it|that|you|the|your|on|in|is|was|the tag|the ad)* (says|said"
            "|say|stands|written|printed|advertised|agreed|promised|tag|ad|listing|label|sticker|on the tag|website)",
            "would you say {about}* #",
            "(is|would|are) # (be)? (too|very|a bit|so)* (insulting|cheeky|crazy|an insult|rude|low|offensive|mad"
            "|silly)",
            "(off your hands|out of your hands|off of your hands|off your plate|off you) .. (for|at|with) {about}* #",
            "(would|could|will) {about}* # be",
            "(what if|suppose|supposing|how about if|imagine) (i|we) (paid|gave|give|offered|offer|did|went|go|pay|do"
            "|took|got|said|say) (you|it|up|to|for)* {about}* #",
            "(if|unless) .. not {give} {about}* #",
            "(feel|be|sleep|am) .. (better|comfortable|happier|good|content|okay|fine) {about}* #",
            "(no wait|wait no|scratch that|correction|no i mean|i mean|or rather|no actually|wait) ,? {about}* #",
            "(what|how) (would|will|do) you (say|think|feel) (to|about|of) {about}* #",
            "if you (just|only|can|could)* (say|said|come to|go to|get to) {about}* #",
            "(hoping|looking|trying|hoped|want|wanted) to (find|get|buy|spend|pay|see|keep) ... {about}* #",
        ),
        *cues(
            Role.PROPOSED,
            6,
            "(enter|entering|submit|submitting|put in|putting in|send|sending|type|typing|put through|write up) (the"
            "|my|an|your|a|that)? (offer|price|deal|order|bid) (in|as|at|for|of|with)* #",
        ),
        *cues(
            Role.PROPOSED,
            3,
            "{will} {adv}* {give} {about}* #",
            "^ (okay|fine|all right|yes|well|so|oh|go on|go on then|grand|lovely|and|,)* # (then|it is|it will have to "
            "be|it shall be|is fine|fine) (,|.|!)",
            "# is what {i} (would|will|can|could|am|are|have|had)* (want|ask|asking|offer|offering|offered|pay|need"
            "|propose|charge|take|get|have|got|in mind|thinking|looking for|hoping for)",
            "(offer|offering|sell|selling|list|listing) (it|this|that|them|item|one|for sale|the|you)* (for sale)? "
            "(for|at) {about}* #",
            "# to (start|begin) (with|,|.|!|at)",
            "(how|what) about ,? {about}* #",
            "(how|what) (about|bout) ... {give} {about}* #",
            "(how is|how does|how would|what if|how are) ... #",
            "(let us|lets) ... #",
            "if you ... {give} {about}* #",
            "(lowest|highest|least|most|max|maximum|minimum|best|limit|top|bottom|cap|absolute|offer|budget|counter"
            "|number|ceiling|floor|top dollar|counteroffer|bid|proposal) ... (is|be|at|of|was|for|go|do|take|accept"
            "|pay|offer|spend|give|afford|have|get) {about}* #",
            "(offer|counter|bid|propose|suggest|proposing|offering|countering) {about}* #",
            "(thinking|hoping|wanting|looking|thought|aiming|shooting|hopeful) {about}* {will}? {give}? {about}* #",
            "# (is|was|would be|will be) .. (lowest|highest|least|most|max|maximum|minimum|best|limit|top|bottom|cap"
            "|absolute|final|offer|budget|ceiling|all|last|counter|floor)",
            "# (max|tops|firm|final|last|obo|minimum|or best offer|at most|or nothing|or bust|take it)",
            "# (it is|and it is|and we|and you|and i|you have|and let|then it|and sold|and that)",
            "(it is|it is all|is|all) yours (for|at) {about}* #",
            "(part with it|part with them|have it|have them|let it go|let them go|take it|take them|get it|sell it|buy "
            "it|have both|take both|take it home) .. (for|at|with) {about}* #",
            "(settle|settling|agree|close|deal|meet) .. (on|at|for|with|to) {about}* #",
            "# ... (sound|sounds|work|works|okay|fair|possible|acceptable|doable|reasonable|good|enough|workable|fly"
            "|do|suffice|great) (for|to|with|by|in)? (you|your end)? ?",
            "(does|would|will|is|could|do|are) {about}* # .. (work|sound|be|okay|fair|good|possible|acceptable|do|fly"
            "|suffice|reasonable|sounds|enough)",
            "(is|would) # (be)? .. (okay|ok|fair|good|possible|acceptable|doable|alright|too low|work)",
            "# (would|will|could|should) (be)? (work|do|suffice|fair|good|great|perfect|fine|okay|reasonable|better)",
            "# (works|sounds|okay|fine|deal|sold|agreed|perfect)",
            "^ (grand|lovely|brilliant|splendid|super|cheers|go on|ah|aw|and|okay|so|then|maybe|say|or|but|well|um|yes"
            "|no|sure|please|just|final|deal|perfect|great|thanks|fine|all|right|sorry|alright|hmm|hey|good|cool|i"
            "|mean|meant|make|offer|counter|,)* {about}* # (then|total|each|cash|even|today|now|please|flat|and|deal"
            "|max|firm|final|,|in|cash|all|for|it|both|them|everything)* $",
            "(for|at|with) {about}* # (i|we|you|it is|and|cash|in cash|today|now|if|then|delivered|in|take|ready)",
            "(accept|take|paying|pay|spend|spending|give you|gave you|giving you) {about}* #",
            "{i_have} {about}* # .. (cash|right now|on me|in hand|today|to spend|in my pocket|now|ready|for it|to "
            "offer)",
            "(worth|value) {about}* # to me",
            "(want|need|get|asking|ask) {about}* # (for|from|on) (it|this|that|them|the|you|these|both)",
            "(meant|mean|meaning) {about}* #",
            "(keep|keeping|stay|staying|be|get|stick|sticking) (it|that|this|price|them|the)* (under|below|at|around"
            "|near|close|closer|nearer|within|to|with) {about}* #",
            "(starting|start|begin) (at|with|off|from) #",
            "between # and #",
            "# (cash|obo|today|tonight) (and|right|if|i|in|now|today|,)",
            "(all|only) {i_have} (is|left is)? {about}* #",
            "(if|unless|once|when) (it|that|this|price|the|was|is|were|you)* (at|for|was|is|were) {about}* #",
            "# (or|otherwise) (i|we|you|no|nothing|it)",
            "# if (you|i|we|it)",
            "split {about}* ... #",
            "middle ... #",
            "(so|total|making it|makes it|comes to|brings it to|that is|that makes) ,? {about}* # (i|for|the|a|per"
            "|total|then|in|all|it)",
        ),
        *cues(
            Role.PROPOSED,
            2,
            "(want|wanted|wanting|need|require|get|expect|seeking) {about}* #",
            "(for|at) {about}* # $",
            "(sell|selling|rent|renting|going|listed|asking|list|priced) .. (for|at|is)? {about}* #",
            "(price|rent|cost|monthly|asking|total|set|set price) (is|of|at|was|would be|will be|stands at) {about}* #",
            "# (for|per|a|total|delivered|cash|firm|all|each|apiece|monthly|and|including|plus|with|but)",
            "^ # (is|would be|seems|sounds) .. (fair|reasonable|good|great|bargain|steal|deal|price)",
        ),
        # the other side of the table says these of its own number
        *cues(
            Role.PROPOSED,
            2.5,
            "(asking|listed|selling|list|offering|priced|looking) .. (for|at|is|price|it)* {about}* #",
            "(price|rent|asking price|it) (is|of|at) {about}* #",
            "firm (at|on) {about}* #",
            side=Side.SELLER,
        ),
        *cues(
            Role.QUOTED,
            2.9,
            "(asking|listed|listing|list|posted|priced|advertised|advertising|tag|sticker|ad says|marked|original"
            "|originally|starting) .. (price|for|at|is|it|of|was|that|with)* {about}* #",
            "(price|rent|cost|fee) (is|of|at|was|being|for) {about}* #",
            "(selling|renting|going|see|saw|noticed) (it|this|that|them|these|for|the|at|you|is|are|asking|want|listed"
            "|have|listing|wanted|selling|price|set|put)* #",
            side=Side.BUYER,
        ),
        *cues(
            Role.QUOTED,
            4,
            "your .. (lists|says|shows|has|sells|offers|charges) ... {about}* #",
            "you (are|were|have|had)? (asking|asked|selling|listing|listed|offering|wanting|quoted|said|mentioned|want"
            "|wanted|wrote|put|posted|advertised|told|say|set|originally|offered|initially|first|just|bought|paid) "
            "{about}* (for|was|me)? {about}* #",
            "your (asking|ask|list|listed|listing|original|current|posted|last|price|offer|rent|first|initial|counter"
            "|number|tag|ad)* (price|offer|says|said|was|of|is|at|for)* {about}* #",
            "(down|lower|up|drop|dropped|reduced|come) from {about}* #",
            "from # (down )?to #",
            "(you|it|that|price|they) {deg}* (stay|stays|insist|insists|remain|remains|hold|stuck) (at|on|to) {about}* "
            "#",
            "(is|was) {about}* # (all|really|the most|the best|the lowest|as low|as high) .. you",
            "(instead of|rather than|better than|as opposed to) {about}* #",
            "(firm|set|stuck|fixed) (at|on|with) {about}* # .. ?",
            "# ... (on|by) (the|your) (tag|sticker|label|sign|ad|listing|website|board)",
            "(tag|sticker|label|sign|ad|listing|website) (says|said|reads|shows|has it at|is|was) {about}* #",
            "(turned down|turn down|rejected|refused|declined|said no to) ... (at|for|of) #",
            "(turned down|turn down|rejected|refused|declined|said no to|never agreed to|never said|never offered|not "
            "say|not agree to|not offer) (an|a|the|offers|offer|of|on|to|for|at)* {about}* #",
            "# (in|on) (your|the|my) (message|messages|ad|listing|mail|email|text|texts|post|description|advert|first"
            "|last)",
            "# would be {deg}* (steal|bargain|dream|gift|crime|theft|robbery|loss)",
            "why (is it|so|the|are you|do you)? ... #",
            "^ (so|and|wait|oh|then|is|was|but|the)* (is|was) (it|that|the|this) (still)? {about}* # ... ?",
            "is the #",
            "the # (you|is|price|asking|a month|per|seems|for|listed|tag|includes|include)",
            "(you|yours|your price|your offer) (are|is|were|was) (still)? (at|asking|up to|down to)* {about}* #",
            "(typed|wrote|said|meant to say) # instead",
            "original {about}* #",
            "(originally|initially) ... #",
        ),
        *cues(
            Role.QUOTED,
            4,
            "(mail|email|letter|quote|contract|lease|order|paper|invoice|brochure|menu) (says|said|reads|shows|is|was"
            "|stated|states) {about}* #",
            "(lower|less|cheaper|below|under|better|down) (than|from|then)? (the|your|a)? #",
            "(knock|go|come|negotiate|budge|move|work) .. (off|on|from|down from|down) (the|your|of|that)* # (price|a)",
            side=Side.BUYER,
        ),
        *cues(
            Role.QUOTED,
            4,
            "(higher|more|above|over|better) (than|then)? (the|your|a)? #",
            side=Side.SELLER,
        ),
        *cues(
            Role.QUOTED,
            5,
            "(happened|become|became|happening) (with|to|of) (the|my|our|that)* {about}* #",
            "(why|how come|where) ... (the|that) #",
            "how (can|could|come|is|did) (it|that|this|they) (be|become|get to|come to|suddenly|now|is|to)* {about}* #",
            "why (do|does|did|would|should|is|are|was|were|am|have) ... ... #",
        ),
        *cues(
            Role.REFUSED,
            4,
            "# {deg}* {low}",
            "(at|for|with) {about}* # ... (nothing|lose|losing|loss|broke|no profit|bankrupt|no money)",
            "# {deg}* (out of|over|above|beyond|not|more than|below|under|less than|off|short|higher than|lower than) "
            ".. (range|budget|asking|what|reach|limit|possible|going|enough|work|fair|worth|i|that|happening|doable|my"
            "|cut|price|the|happen|reasonable|acceptable|anywhere|near|okay|good|market|value)",
            "not ... {give} {at}* #",
            "not #",
            "# would (leave|put|cost|ruin|kill|hurt|mean) (me|us|losing|a loss)",
            "not (for|at) {about}* #",
            "# (is|are|would be|sounds|seems|was) (still|quite|such|just|really|simply|honestly|kind of)* (a lot|a "
            "joke|a stretch|a shock|a bit much|robbery|crazy|insane|out of)",
            "# (is|are|would be|was) {deg}* (more|less|higher|lower|below|above|under|over) (than)? (we|i|what|my|our"
            "|the)",
            "no (to|way|for) {at}* ... #",
            "# (does|will|is|would|can) (just|simply|really)? not",
            "(too|so) {low} (at|for) #",
            "# would be .. (steal|great|nice|lovely|wonderful|ideal) but",
            "# ? (no|sorry|seriously|really|not|never|way|are you|come on|haha|you must|you have to|hell|wow|ouch)",
            "# ,? (that|this|it) (is|would be|seems|sounds) {deg}* {low}",
            "# ? (that|this|it) (is|would be|will|does|seems|sounds) (too|way|not|so|very|nowhere|insulting|low|high"
            "|robbery|a joke|a slap|an insult|a lot|ridiculous|crazy|half|less|more|barely)",
            "not ... (happen|happening|work|fly|worth it|possible|going) (at|for) {about}* #",
            "# .. (is|would be|seems) {deg}* (a lot|a joke|robbery|a stretch)",
            "# (no way|never|is not|are you|lol|haha|seriously)",
            "(can not|could not|no) ... (at|for) #",
            "(insulted|offended|laughing|laugh) ... #",
            "(grave|heart attack|faint|choke|cry|laughed|divorce|kill|killed|fire me|shoot me) .. (at|for|over) "
            "{about}* #",
            "(over|above) my .. #",
        ),
        *BESIDES,
    ]
)
