"""Words about leaving: going, a farewell, a way to be reached, and what sounds like it and is not."""

from __future__ import annotations

from bot.negotiation.reading.absence import ABSENCE
from bot.negotiation.reading.parting import PARTING
from bot.negotiation.reading.phrases import PhraseBook
from bot.negotiation.reading.signs import Sign, Way, signs
from bot.negotiation.reading.threatening import THREATS

_GOING = (
    "(am|are|will|have to|going to|got to|guess i will|must|need to|am gonna|should|better|shall|would rather|am going "
    "to|think i will|think i am going to|think we are going to|would have to|just|then|probably|simply|afraid i will"
    "|am afraid|unfortunately|had better|rather|be|definitely|really|gladly|i|we|think|think that|are going to|do"
    "|sadly|can just|want to|would like to|like to|wish to|sooner|would sooner|prefer to|would prefer to)*"
)

WALKING: PhraseBook[Sign] = PhraseBook(
    [
        *signs(
            Way.LEAVES,
            3,
            "{i} "
            + _GOING
            + " (walking away|walking out|walk away|walk out|head out|hit the road|bow out|bowing out|back out|backing "
            "out|opt out|move on|moving on|leave it|look elsewhere|go elsewhere|look else where|go else where|going "
            "elsewhere|looking elsewhere|keep looking|pass on it|pass on this|pass on that|pass on your|take my "
            "business elsewhere|taking my business elsewhere|try elsewhere|shop elsewhere|withdraw my offer"
            "|withdrawing my offer|call it off|calling it off|call it quits|leave it there|leave it at that|pass for "
            "now|drop out|dropping out|keep shopping|continue looking|continue my search|keep on looking|switch|switch "
            "over|hang up|hanging up|switching|cancelling|canceling|cancel|move out|moving out|withdraw|withdrawing"
            "|decline|look around|bow out|let it go|pull out|walk off|leave you|keep it then|keeping it|keep mine|say "
            "goodbye|say no|stop here|end this|end it here|terminate|terminating) (.|!|,|then|now|here|my|the|our|this"
            "|that|it|with|to|at|for|and|thanks|thank|bye|on|elsewhere|in|anyway|sorry|because|instead|by)",
            "{i} "
            + _GOING
            + " {quit} (.|!|,|then|now|here|with|for|and|thanks|thank|bye|instead|sorry|anyway|at that)",
            "{i} " + _GOING + " (walking away|walking out|walk away|walk out|look elsewhere|go elsewhere|keep looking)",
            "^ (okay|all right|well|then|so|guess|guess i will|better|just|sorry|no|thanks|,)* {quit} (then|instead"
            "|here|now) (.|!|,|thanks|bye|sorry)",
            "{i} (would|will|am|are|think) (be)? (better|best) (off)? (staying|keeping|sticking|waiting) (where|with"
            "|what|mine|my|a|for)",
            "{i} "
            + _GOING
            + " (go)? (see|ask|try|visit|call|check) (with|out)? (the|a|another|your|my) {kind}* (other|next|dealer"
            "|dealership|competition|competitor|competitors|shop|store|others)",
            "^ (then|so|well|okay|in that case|i guess|guess|looks like|sounds like|,)* (then|so|in that case|guess"
            "|like) ,? (i guess|i suppose|that)* (we|each|both|nobody|neither|you and i|of us)* (will|both|each|of us"
            "|are|just|all)* (go|going|leave|leaving|end up|get|gets|goes|walk) .. (with)? (nothing|empty handed"
            "|anything)",
            "{i} (will|am|would rather|am going to|going to|are going to|would sooner|think i will|guess i will)* "
            "(then|just|rather|simply|still)* (keep|keeping|hang on to|hold on to|hold onto|hang onto) (it|them|mine"
            "|my)? (.|!|,|then|for|instead|myself|after)",
            "(pull|pulling|pulled|taking down|take down|taken down|deleting|delete|closing|close) (the|my|this) "
            "(listing|ad|post|posting|advert)",
            "(relist|relisting|repost|reposting|list it again|listing it again|put it back up|put it back on)",
            "(goes|going|go) back (in|into|to|on|up) (the|my) (garage|closet|attic|basement|storage|shed|shelf|store"
            "|market)",
            "(cancel|terminate|end|quit) (my|the|our|that|this) .. (contract|order|subscription|account|policy|booking"
            "|renewal|membership|lease|reservation)",
            "{i} (will|do|am|are) not (going to|want to|be)? (renew|renewing|extend|extending|join|joining|sign up"
            "|continue|continuing|come back|coming back|stay|staying)",
            "{i} (am|are|will) (just|then|now)* (go|going) (.|!|then|now)",
            "^ (then|well|okay|fine|so|,)* keep (the|your) ... (then|.|!)",
            "^ (then|well|okay|fine|so|,)* keep (it|them) (then|.|!)",
            "(will|would|can) not be (you|us|me|today|this one)",
            "^ (then|so|okay|well|,)* no .. for (me|us) (today|then)",
            "^ (then|so|well|okay|,|sorry|you will have to|you can|you should)* find (yourself|yourselves)? (a|another"
            "|some) (new|other|different|better)? {party}",
            "(give|giving|hand in|handing in) (you)? (my|our)? notice",
            "(turn|turning) (this|it|that|you|your offer|the offer) down",
            "{i} (have|just|already|all|both|finally|ve)* (decided on|settled on|opted for|gone for|gone with|went "
            "with|chosen|picked|going with) (another|the other|a different|someone else|somebody else|something else) "
            "(one)?",
            "^ (then|so|well|okay|guess|i guess|,)* (then|your loss|guess) (we|i)? (then|will|are|can|do|am)* (not|.|!"
            "|,) .. (doing business|do business|make a deal|making a deal|have a deal|bye|goodbye|good luck)",
            "not (doing|playing|having|continuing) (this|these|that|games|any more)",
            "(going|go|moving|move) in (a|another) (different)? direction",
            "^ (okay|fine|then|please|,|so|just)* (please)? cancel (me|us|everything|it all)",
            "(close|closing|end|ending|stop|stopping|drop|dropping) (my|our|the) .. (account|contract|subscription"
            "|membership|policy|plan)",
            "(have|take|taking|having) a (wander|stroll|browse|look around|walk around|think first|quick wander)",
            "{i} " + _GOING + " (put|putting|stick) (it|them|this) back (in|into|on|up)",
            "{i} "
            + _GOING
            + " (switch|switching|change|changing) (provider|providers|company|companies|carrier|carriers|network"
            "|networks|bank|banks|supplier|suppliers)",
            "{i} "
            + _GOING
            + " (stay|staying|remain|remaining|stick|sticking) with (my|our|the) (current|present|old|existing|other)",
            "(decided|chosen|choosing|deciding) (to|not to) .. (elsewhere|pass|stay|keep|somewhere else|move on|buy it"
            "|buy this|go for it|take it)",
            "(leave|leaving|left) (the|this|our) (table|negotiation|negotiations|chat|conversation|talks|discussion)",
            "{i} will be (off|on my way|going|heading off|heading home|leaving) (then|.|!|,|now)",
            "{i} (have)? decided against (it|this|that|you)",
            "(was|is|be) (your|our|the|my) last (delivery|order|visit|call|month|day|job)",
            "(other|others|competitor|somebody else|someone else|else) .. (gets|wins|will get|can have|will have) (the"
            "|it|my|our|this|that) (job|business|order|contract|money|it|.)?",
            "(goes|going|go) to (the|a|an) (other|shop|corner|competition|competitor|next|highest)",
            "{i} (am|are) (just|then|so|totally|officially|really|definitely)* (out|leaving|done|gone|off|walking|done "
            "here|leaving now|heading out|heading off|passing|not interested anymore|no longer interested|not buying "
            "it) (of here|of this|then|here|now|with this|with you|.|!|,|at|thanks|bye|sorry|home|anymore|good|and)",
            "{i} " + _GOING + " (pass|leave|walk) (.|!|,|then|now|on this|sorry|thanks|at that|thank|this time|but)",
            "^ (walking away|walking|leaving|passing|i am out|hard pass|pass|out|going elsewhere|goodbye then"
            "|walk_sign) (.|!|,|then|now|at|on|thanks|bye)",
            "{i} (am|are) (off|going|away|gone) to (the|another|a) {kind}* {party}",
            "{i} (am|are) (off|away) (to)? (see|buy|look|get|try|find)",
            "{i} (will|am going to|am) (then|just|rather)? (take|catch|taking|catching|go|going|head|heading|drive"
            "|driving|ride) (the|a|my|back|on)* (train|bus|taxi|next train|home|away)",
            "(count me out|forget it|forget about it|forget this|forget that|forget the whole thing|forget the deal"
            "|never mind then|nevermind then|i am outta here|no thanks bye|not wasting my time|wasting my time|done "
            "talking|done negotiating|done here|we are done|i quit|i give up)",
            "{i} (will|am going to|would rather|am|am just going to|are going to|will just|going to|think i will|guess "
            "i will) (just|go|probably|now|then|and|definitely|have to)* (buy|get|take|go with|buying|going with|going "
            "for|go for|choose|grab|getting|taking) .. (the other|the other one|that one|that one instead|theirs|his"
            "|hers|another one|a different one|someone else|somebody else|one elsewhere|it elsewhere|elsewhere|from "
            "them|a new one|one of those|one from|that instead)",
            "{i} {will} .. (sell|give|let|rent) .. (to|for) (someone|somebody|another|the other|them|him|her) .. (else"
            "|person|buyer|guy|then|instead|.)",
            "not (contact|message|call|write|text|bother|email) (me|us)",
            "{i} {will} .. (sell|give|let|rent|offer) .. to (a|my|the|our|his|her) {kind}* {person}",
            "(no|not) deal (then|bye|thanks|i am|sorry|goodbye|good luck|have)",
            "(deal|sale|offer) is off",
            "moving on (.|!|then|thanks)",
            "(i will|i) (leave|let) you to it",
        ),
        *signs(
            Way.ENDS,
            2.5,
            "{i} (have|just|already|did)* (changed|changing|change) (my|our) mind (.|!|,|sorry|about|and|i|thanks)",
            "not .. (a good match|a match|a fit|a good fit|the right fit|right for me)",
            "not .. (work out|working out|meant to be|going anywhere)",
            "not ... (going to|be able to|gonna|able to|see us) .. (make|reach|reaching|come to|have|do|agree|making) "
            ".. (deal|agreement|terms|on this|on a price|business)",
            "not ... (making|make|submit|submitting) (an|any) offer",
            "not .. (see|think|believe) .. (reach|reaching|make|making|have|coming to|come to|can do) ... (deal"
            "|agreement|terms|business|work)",
        ),
        *signs(
            Way.ENDS,
            2,
            "{i} (am|are|will)? (just|then)* (going|go|heading|head|off|driving|drive|switching|moving) (over|back"
            "|straight|down)* to (the|a|see)* .. (,|.|!|then|now) (bye|goodbye|farewell|so long|take care)",
            "no (deal|dice|sale)",
            "i (will|do) not (be)? (buying|taking it|interested|need it that|want it anymore|want it that)",
            "not (interested|for me) (.|!|then|at|thanks|anymore|in|sorry|,)",
            "(neither of us|both) ... (gets|get|nothing|what we want|lose)",
            "too far apart",
            "(hit a wall|at an impasse|reached an impasse|going in circles|going around in circles|a deadlock|a dead "
            "end|common ground)",
            "(both|each|all) (just)? (go|leave|walk|goes|leaves) (home|away)",
            "your loss",
            "not ... (get|getting|go|going) (anywhere|nowhere)",
            "(wasting|waste of|waste|wasted) .. time",
            "(bought|chose|chosen|picked|ordered|gone with|went with) (already|just)? (another|a different|some other"
            "|one elsewhere|one already|something else|someone else|somebody else) {kind}* {party}?",
            "never mind ... (found|got|have|bought) (another|one|something|somebody|someone|a)",
            "(each|both|neither|we|us|you and i) ... (with nothing|with empty hands|empty handed|nothing at all)",
            "no (point|use|sense) .. (going on|continuing|talking|negotiating|discussing|arguing|haggling|carrying on)",
            "not .. (come|coming|get|getting) to (terms|an agreement|a deal)",
            "not in the cards",
            "(leave|leaves|left|give|gives) (me|us) no (choice|option|other choice|alternative)",
            "not (really)? see (a|any|the|much) (point|use|sense|reason) .. (continuing|going on|talking|negotiating"
            "|discussing)",
            "^ (so|then|well|okay|no|sorry|,)* not (for me|for us|today|this time|interested|my thing) (then|.|!|,"
            "|thanks)",
            "not (do|make|have|agree on) (business|a deal|this deal|any deal|a price) (.|!|,|then|here|today|sorry|on"
            "|at)",
            "(have|need) to (decline|refuse)",
            "{i} " + _GOING + " pass",
            "(pass|passing) (on|then|for now)",
            "(leave|leaving) (it|now|then)",
            "never mind",
            "nevermind",
            "cannot make a deal",
            "(wish|wished) (you|we|it) .. (could|had)",
            "(going to|will|want to|let me|need to|should) (just|first|go|and|have|take|a|have a|take a)* look around",
        ),
        *signs(
            Way.FAREWELL,
            1.5,
            "(good|best of|best) luck (with|to|on|selling|finding|in|then|.|!|,|and|bye|finding|elsewhere)",
            "(thanks|thank you|thank) (anyway|anyways|though|all the same|either way|regardless)",
            "(thanks|thank you|thanks you) (so much|very much)? for (your|the|all) .. (time|help|trouble"
            "|consideration)",
            "(hope|hopefully) (you|that you|we) .. (find|get|sell|have|can) ... (buyer|someone|elsewhere|somewhere"
            "|else|deal|one|looking for|what you)",
            "{i} (am|are) off to (bed|work|sleep|lunch|dinner|the|my)",
            "(got to|have to|need to|i must) (go|run|leave) (.|!|now|,|bye)",
            "(no|not) (hard feelings|worries)",
            "(all the best|best wishes|best regards|wish you well|wish you luck|wish you the best|wish you all)",
            "(maybe|perhaps) (next|another) time",
            "(too bad|pity|shame) .. (we|it did|it could|it would|that we|could|did)",
        ),
        *signs(
            Way.FAREWELL,
            1,
            "(bye|goodbye|good bye|bye bye|farewell|see yes|so long|bye_sign|adios|ciao|peace out|later|talk later"
            "|take care)",
            "see you (.|!|,|then|later|around|soon|tomorrow|tonight|next|there|at|on|in|when|bye)",
            "have (a|yourself a)? {nice} (day|one|night|evening|weekend|life|rest|afternoon|week|time|trip)",
        ),
        *signs(
            Way.REACHABLE,
            2,
            "(call|text|contact|message|ping|email|ring|reach|dm|find|tell|phone|hit|write|get back to|reach out to"
            "|let|holler) (me|us|to me|out|me up|me know|me a message|us know|at|on|back)* .. (if|when|once|should|in "
            "case) ... (change|changes|changed|different|reconsider|decide|come down|come around|drop|lower|mind|want"
            "|ready|better|do|still)",
            "(if|should|when|in case) ... (change|changes|reconsider|changed|come down|come around|decide|different"
            "|mind|do better) .. (call|text|contact|message|ping|email|ring|reach|dm|tell|you know|let me|let us|you "
            "have|here is|i am here|please|get)",
            "(if|should) you .. (change your mind|reconsider|change of heart)",
            "(hit me up|drop me|give me|shoot me|send me|get in touch|get hold|let me know|reach out|message me|come "
            "back|get back) .. (a|an|if|when|should|once|in case) ... (line|call|shout|ring|buzz|text|message|change"
            "|sell|still|sells|there|available|reconsider|lower|drops|drop|different|fall|falls)",
            "you (have|know|got|can reach|can find|can call) (me|where|my number|my email|my card|how to)* .. (number"
            "|email|card|find me|reach me|where|at)",
            "(my|the) (number|card|email|contact|phone) is (on|in|at) (the|your|file|my)",
            "i will be (at|in|around|outside|near|by|here|home|there) ... (if|when|until|should)",
            "(how|where) to (reach|find|call|get) (me|us)",
            "you (can|may|could) (always|still|just)? (reach|find|call|contact|text|email|get|message|write) (me|us|to "
            "me) (if|when|anytime|any|at|on|in|later|again|should|here|there|whenever|.|!|,)",
            "(here is|this is|leave|leaving you|i will leave|take) my (number|email|card|phone|contact|details|info)",
            "(keep|stay) in touch",
            "(call|text) me (if|when|later|tomorrow|at|sometime|on|anytime)",
        ),
        *signs(
            Way.NOT_LEAVING,
            3,
            "(going|go|off|run) to (the|a|an|my|your) (bank|atm|bathroom|restroom|toilet|car|cash machine|counter"
            "|manager|boss|kitchen|back)",
            "keep (the|your) (change|rest|receipt|money|number|word|promise|tip)",
            "(do|please|did|would|hate to|let us|will|should|could|can|must|better|need|to) not (just)? (walk|leave|go"
            "|pass|want to walk|want to leave|be leaving|be walking|give up|want you to)",
            "(do|does|did|will|would|going to|want|to) not (want|need|like|plan) (to|me|you) .. (walk|leave|pass|lose"
            "|go)",
            "(walking|walk) (distance|to|in|through|around|the|path|club|score|minutes|by|from|over|up|trail|dog"
            "|closet)",
            "(walk|walking) .. (distance|minutes|blocks|almost|anywhere|to)",
            "@ .. (walk|walking)",
            "(dog|cat|minute|min|short) .. (walk|walking)",
            "(hate|hated|sorry|sad|shame|pity|rather not|sorry to see you) (for you|you|to see|to have|to)* .. (walk"
            "|go|leave|lose|walking|leaving)",
            "you (walk|leave|walked|left|pass|are walking|are leaving|will walk|go|can walk|want to walk|decide to "
            "walk)",
            "(if|when|before|until|why|see|watch|let|letting|lets|without|than|by) (you|me|us|him|her|them|i|we)* "
            "(just|would|were|to)? (walk|walked|leave|left|walking|leaving|go)",
            "walking away would",
            "you (can|could|would|should|might|may|will|just|also|please)* (leave|walk|go|pass)",
            "(as soon as|once|after|when) .. done (talking|negotiating|here)",
            "(wait|stop|hold on) ,? (do|before|you|please)",
            "(leave|leaving) (a|it to|you with|you a|you my|you some|you the|with|my|home|work|for work|in|at|on|room"
            "|now and|anytime|that up)",
            "(why|reason|reasons) .. (leave|leaving|selling)",
            "(leave|leaving) the (house|office|door|key|keys|box|money|charger|city|state|country|light|lights|rest"
            "|price|area|dog|car|bike|stuff|old|apartment|lid|cover|cables)",
            "let (it|this|that|them|her|him|these) go (for|at|to you)",
            "(leave|leaving) (it|that|this|the|them)? .. (out|off|behind)",
            "(leave|leaving) (for|on) (holiday|holidays|vacation|a|work|school|the|town|lunch|@|monday|tuesday"
            "|wednesday|thursday|friday|saturday|sunday|my)",
            "(leave|leaving) me (a|the|some|your|alone|with|in|out)",
            "pass (inspection|smog|it on|on to|the|by|through|along|emissions|me|savings|that|over|down)",
            "not (leaving|walking|going anywhere|passing)",
            "(never|not) .. passed",
            "never mind (that|the|about|what|my)",
            "(when|once|after) you (are|get|arrive|have|see|come|reach|left|leave) .. (close|here|there|near|outside"
            "|on|off|home|at|done|arrived|nearby|it|the)",
            "(walk|go) (a long way|far|miles|for miles|further|farther|many|to the ends)",
            "(hard|difficult|can not|could not) (to|not to|just|really) .. (leave|pass|walk away|walk) .. (it up|this "
            "up|up)?",
        ),
        *PARTING,
        *THREATS,
        *ABSENCE,
    ]
)
