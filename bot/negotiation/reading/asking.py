"""What is asked for: a fact, better terms, an extra. Which fact is a matter of topics.py."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from bot.negotiation.reading.phrases import PhraseBook


class Request(StrEnum):
    BETTER_TERMS = "better_terms"  # without naming any
    LIMIT = "limit"  # "what's your lowest?": better terms, and a question
    EXTRA = "extra"  # something beside the price
    GIVES_EXTRA = "gives_extra"  # offers one
    QUESTION = "question"  # a question by its form, question mark or not
    CHECKS_OFFER = "checks_offer"  # "how does that sound?": belongs to an offer, asks nothing


def _requests(request: Request, *phrases: str) -> Iterator[tuple[Request, str]]:
    return ((request, phrase) for phrase in phrases)


REQUESTS: PhraseBook[Request] = PhraseBook(
    [
        *_requests(
            Request.LIMIT,
            "(what|how) (is|would be|was|are|about|low|much)* {you_your} (the|absolute|very|bottom|rock)* (lowest|best"
            "|least|minimum|highest|most|bottom|max|maximum|final) (price|you|offer|line|dollar|that|can|amount|?|deal"
            "|i|for|on)",
            "what (is|would be|was) (the|your)? (absolute|very)? (lowest|least|best|most|highest|minimum|maximum"
            "|cheapest|max)",
            "(lowest|least|best|most|highest|minimum|max) {you_your} (would|will|can|could|are|be|is)",
            "how (low|high|much lower|much higher|close|far down|much less|much more) (can|could|would|will|are|do) "
            "you",
            "(is|was) (that|this|#|it) (all|really all|the best|the most|the least|as low|as high|the lowest|as far) "
            ".. you",
            "how far (can|could|would|will) you (go|come|move|drop|stretch|bend|budge)",
            "(is|was) that (your|the) (lowest|best|final|highest|bottom)",
            "what (can|could) you (do|let|take|accept|offer|be willing|go)",
            "what (would|will) you (let|take|accept|offer|be willing|go|pay|give|settle|sell|charge)",
            "what would you do (for|on|at|?)",
            "^ (last|best|final|lowest|bottom) price (.|?|!)",
            "(how much|how far|how low|what) (else)? you (can|could|would|will) (drop|do|come|go|lower|take|knock|give"
            "|reduce|offer)",
            "what would it take",
        ),
        *_requests(
            Request.BETTER_TERMS,
            "(go|come|bring|get|budge|knock|move|take|cut|drop|lower|reduce|adjust|bump|raise|up|increase|lowering"
            "|dropping|going|coming|change|cutting|shave|decrease|raising|negotiating|negotiate|haggle) (it|the|that"
            "|your|a|you|on|any|me|asking|to|some|something|bit|little|at all|price|rent|in|for|much|this|with|just"
            "|cost|slightly|anything|way|tad|more|from|further|even|down|lot|offer)* (down|lower|off|price|rent|less"
            "|up|higher|cheaper|closer|cost|budge|offer|lower than|a little|a bit|some|at all|more|better)",
            "(do|any|a|little|something|offer|get|go|bit|much) (any|a|little|bit|much|me|with)* better (price|deal"
            "|than|on|for|?|.|offer|if|rate)?",
            "(wiggle|negotiating|negotiation|any|some|bargaining) room",
            "room (for|to) (negotiation|negotiate|negotiating|move|budge|haggle|bargain|discussion|improvement|wiggle)",
            "(are|is|price|be|you|that) (the|this|you|that|price|it|at|all|still|a|bit|little|any)* (flexible"
            "|negotiable|firm|open to offers|open to negotiation|set in stone|willing to negotiate|open to negotiating"
            "|final)",
            "(work|help|meet|compromise|bargain|haggle|cooperate) (with|me|out|something)* (me|us|something|on|with"
            "|halfway) (on|out|with|here|the|a|something|,|.|?|some)",
            "(a|any|some|offer|give|get|have|discounts|bigger|student|cash|little|small|military|of) (a|any|me|you"
            "|little|small|bit|of)* (discount|discounts|price break|break on|reduction|price cut|deal on|deals)",
            "(any|some) (movement|flexibility|leeway|slack|give)",
            "(willing|able|open) to (negotiate|budge|compromise|come down|go lower|go down|bargain|work with|lower"
            "|deal|haggle|drop|move|do better|go higher|go up|come up|take less|accept less|take a lower|accept a "
            "lower|be flexible|consider a lower|take any less|make a deal|discuss|lower the|take an offer|work "
            "something)",
            "(is|are) (there|you)? ... (any way|flexible|wiggle|negotiable|possibility|chance) .. (lower|less|price"
            "|down|cheaper|discount|better|negotiate)",
            "(take|accept|consider|do) .. (less|lower|a little less|a lower|a bit less|more|something lower|cheaper) "
            "(than|for|.|?|price|if|offer|amount)?",
            "(open|up|willing|able|room|game) (to|for) (haggling|haggle|bargaining|bargain|negotiation|offers"
            "|discussion|a haggle|some haggling|a little haggling|moving|budging|a discount)",
            "(get|come|be|go|move) (any|a|bit|little|even|much|us|you|we|it)* closer",
            "(it|price|that|you|this|rent|number|offer|they|rate) (still|really|just|will|would|do)* (needs|need|has"
            "|have|must|should|got|going) (to|still|really)* (come|go|drop|be|move) (down|up|lower|higher|less|cheaper"
            "|more|closer|a|some)",
            "(try|think|guess) again",
            "how (flexible|negotiable|firm|set)",
            "(anything|something|a little|any money|some money) off",
            "{you_can} .. (budge|bend|flex|yield|relent|come down|haggle|bargain|negotiate|soften)",
            "what if {i} (buy|bought|take|took|get|got|order|ordered) (both|two|three|all|more|several|everything|them "
            "all)",
            "(loyalty|student|cash|volume|military|senior|bulk|early|multi|repeat|returning|neighbor|friend|family) "
            "(discount|price|rate|deal|break)",
            "(it is|now|it is now) (your turn|your move)",
            "split (the|it|that|our|what)? (difference|middle|down the middle|in half|gap|is left)",
            "{i} (would|will|do|am)? (like|want|need|expect|expecting|hoping|looking|hope|love|wanted)* (for|to get|to "
            "have)? (a|quite|rather|fair|good|considerably|much|a lot|little|bit|fairly)* (more|less) than (that|this"
            "|it)",
            "(care|mind|like|want|possible|willing) to (raise|lower|improve|reduce|drop|better|increase|sweeten|revise"
            "|rethink)",
            "(please|kindly|can you|could you|would you|will you) (please)? (reconsider|rethink|think again|be "
            "reasonable|think about it|help me out|be kind|be fair)",
            "(come|get|go) (near|close|nearer|anywhere near|anywhere close) (to)? (that|it|this|my|#)",
            "(make|do|get|have|buy|take) (it|this|that|them|one|price|the price)? (for)? (a|bit|little|much)* (lower"
            "|cheaper|less)",
            "(work|figure|sort) out (something|a deal|an agreement|a price|a compromise)",
            "{i} would (expect|want|need) (it|that|you|this|them) to (be|have|come|include|work)",
            "(try|aim) (a|bit|little|much)* (harder|higher|lower)",
            "(sharpen|sharpening) (your|the|that|my)? (pencil|pen)",
            "a (bit|little|touch|tad|smidge|hair|few dollars|few bucks|few) (more|less|lower|higher|cheaper|off|extra"
            "|better) (.|?|!|,|and|please|for|off|on|from|if|would|then|here)",
            "(cut|give|do) me (a|some|any|the)? (deal|break|slack|solid|favor|favour|better|discount)",
            "(up|raise|increase|improve|better) your (offer|price|bid)",
            "(make|give|name|throw) (me|us|it)? (a|an|your|another|out)? (better|best|higher|reasonable|different"
            "|serious|fair|counter) (offer|price|deal|bid|number|one)",
            "(work|figure|come to) (something|it|some kind|an|a) (out|agreement|deal|of deal|arrangement|compromise)",
            "(come|get|go|be|little|bit) (a|little|bit|up|much|any|down)* (closer|nearer) (to)?",
            "(sweeten|improve) (the|this|your)? (deal|pot|offer)",
            "(have to|would have to|need to|had to|going to need to) negotiate",
            "(too|so) (expensive|high|pricey) .. (can|could|would) you",
            "{you_can} (do|go|come) (any|a|a little|a bit|much|bit|little|slightly)* (lower|better|cheaper|less|higher"
            "|down|up)",
            "lower (than|then) #",
            "(cheaper|lower) ?",
            "(hoping|hoped|wishing|looking|asking) for (a|some|something)* (bit|little|lot)? (more|less|better|lower"
            "|higher) (.|!|,|than|from|here)",
            "(lower|better|cheaper|fairer|sweeter) (deal|price|rate|offer|rent) (on|for|?|if|then|than)",
            "{you_can} (do|change|work|manage) (anything|something|things)? ... (about|on|with) (the|that|this|it|your"
            "|my)",
            "what can (you|be) (do|done) (about|on|with)",
            "{you_can} ... without (the|that|this|your) ... {fee}",
            "(leave|take|keep|get|strike|spread|put|move) (the|that|this|your|my) ... (out|off|down|aside|away|back"
            "|over) (.|?|!|,|please|for)",
            "{you_can} (spread|halve|share|soften|adjust|rethink|review|reconsider|sharpen|look at|check|revisit|beat"
            "|match)",
            "can (we|i) (leave|take|skip|drop|remove|do without)",
            "{i} {will}? (expect|want|wanted|need|hope|hoped|hoping|like|look|looking|expecting|expected) .. (better"
            "|lower|higher|fairer|different) (price|offer|deal|rate|number|terms|figure|salary|rent)",
            "{i} (need|want|would like|expect|ask) you to (work|move|come|do|rethink|look|change|improve|sharpen"
            "|reconsider|go)",
            "(please|kindly) (take|drop|remove|waive|leave|cut|lower|reduce|cancel|delete|strike)",
            "you (would|will)? (have|need) to (come|go|move|do|meet)",
            "(room|space|budget) for (more|less|better|a better)",
            "what about the (price|fee|delivery)",
            "(forget|drop|waive|skip|lose|scrap|ditch|axe) (about)? (the|that|this|your) .. {fee} ",
            "(can|could|may|might) (it|that|this|the) .. be (waived|dropped|removed|reduced|lowered|forgotten|skipped"
            "|taken off|left off|taken out|left out|cut|halved)",
            "{i} would (need|want|have|like|love|prefer|expect) (to)? (see)? (a|an|the)? (higher|better|lower|bigger"
            "|improved|fairer|stronger) (number|offer|price|figure|bid|deal|one)",
            "(find|manage|squeeze|scrape|stretch to|rustle up|dig up|spare) (another|an extra|a few more|a little more"
            "|a bit more|some more) (#|ten|twenty|hundred|few|in|bucks|dollars|quid|from|to|?)",
            "(drop|lose|skip|waive|scrap|cut|remove) (the|that|your) ... and (we|i) (can|could|will|might) (talk|do"
            "|deal|agree|shake|see|work)",
            "(come|go) (up|down) (quite|a fair|a good|some|a|bit|little|lot|more|further)* (way|ways|bit|lot|more"
            "|further)",
            "(work|meet|do|help) (with|right by)? (me|us) (here|somewhere|on this|on the price|out|a little|a bit)",
            "(any|some|much|more|no|a little|bit of) (movement|give|flexibility|leeway|play|slack|room|margin|scope) "
            "(.|?|!|on|in|there|for|at|with|left)",
            "(budge|move|shift|bend) (at all|on|any|a bit|a little|ever|an inch)",
            "sharpen (that|it|your|the)",
            "(can|could|would|might|will) (the|your) (price|rent|rate|fee|figure|number) .. (come down|drop|go down|be "
            "lower|fall|go lower|shrink|move|come up|go up)",
            "what (sort|kind|type) of (deal|price|discount|offer) (can|could|would|will) you",
            "(a|bit|little|tiny|wee|smidge|smidgen|touch|hair|tad|shade|notch|fraction) (lower|higher|less|more"
            "|cheaper|off) (please|.|!|?|and)",
            "(can|could|would|will) (the|my|that) ... be (on you|on the house|free|included|covered|thrown in|part"
            "|taken care of)",
            "could (the|my|this) .. (come|be|start|happen) ... (instead|rather|earlier|sooner|later|shorter|longer)",
            "{i} would (expect|want|need|like) (the|my|a|an|all) .. .. (to be|included|thrown in|on top)",
            "(can|could) (i|we) work from",
            "(can|could|would|will) (the|my)? .. (fee|deposit|rent|price|rate|cost|charge|fees|term|terms) be (lower"
            "|less|lowered|reduced|waived|dropped|smaller|split|cheaper|better|adjusted|removed)",
            "(waive|drop|skip|remove|forget|cancel|cut|lose) (the|that|your|my)? .. (fee|charge|charges|deposit|extra"
            "|cost|costs)",
        ),
        *_requests(
            Request.EXTRA,
            "through in",
            "if you .. {serve} (me|us|it|them|the|a|an|in|my|for|some|new|up|that|out|on|this)",
            "(throw|toss|chuck|sling|bung|pop) (in|me|a|the|some|something|anything|it)* (in|a|the|some|something|for"
            "|free|extra)",
            "{you_can} (also|please|maybe|at least|possibly|just)* {serve} (it|them|me|us|the|my|a|this|that|for|some"
            "|up|out)",
            "{you_can} (also|please|maybe|at least|possibly|just)* (deliver|include|add|ship|drop it|drop them|bring "
            "it|bring|install|assemble|set it up|throw|toss|put in|cover|pay for|pay the|fix|repair|hold it|deliver it"
            "|help|give me|lend|dust|clean|replace|provide|load|order|waive)",
            "(will|do|would|can|could|are) you (be|able|willing|to|please|also|offer|guys|do|free|have)* (deliver"
            "|delivery|include|provide|supply|add|ship|shipping|install|installation|assemble|fix|cover|drop off|waive"
            "|financing)",
            "if you (can|could|would|will|are|to|also|just|able|willing)* (deliver|include|throw|add|ship|cover|pay "
            "for|fix|install|drop it off|bring|clean|replace|repair|through|toss|give|provide|help|hold|paint|assemble"
            "|order|let)",
            "(include|includes|including|with|plus|and) (the|a|free|some|me|also|in)* (delivery|shipping|utilities"
            "|internet|cable|parking|water|electric|warranty|installation|assembly|case|charger|headphones|extras) .. "
            "?",
            "{i} (want|need|would like|would love|will need|wanted|expect|would want|would need|would expect) (the|a"
            "|free|you to|to have|it|some|also)* (delivery|delivered|shipping|warranty|included|include|deliver"
            "|parking|utilities|installation|extra|throw|cover|free)",
            "(free|include|included) (delivery|shipping|parking|cable|internet|utilities|installation|assembly) .. ?",
            "(offer|have|give|get) any (benefits|perks|extras|freebies|bonus|incentives)",
            "(pay|cover|waive) (for)? .. (deposit|shipping|delivery|utilities|cable|fees|fee|moving|inspection) .. ?",
            "(how|what) about (a|free|some|throwing|including|adding|you|if you) .. (delivery|shipping|deliver"
            "|including|throwing|warranty|in|free|utilities|parking|extras|case)",
            "(would|rather|prefer) .. (have you|you) (ship|deliver|include|bring|drop)",
            "for free ?",
            "{you_can} ... ... (as well|on top|in addition) (for|?|.|!|with|at)",
            "(as long as|so long as|only if|provided|provided that) .. .. (comes|come|is|are|goes) (with it|with them"
            "|included|thrown in|part of it|part of the|in the price)",
            "^ (and|plus) (a|an|some|you) ... ... ?",
            "(can|could|may|might|would|is|will) (it|that)? (be)? possible (for you|for us|for me)? to (get|have"
            "|include|add|throw|pay|lower|drop|reduce|deliver|keep|leave|start|bring)",
            "(can|could|may) (i|we) (also|maybe|at least|please)? (have|get|keep|take) ... (free|for nothing|too|as "
            "well|included|in writing|with it|with them|thrown in|on top|instead|for the same|at that price|without"
            "|extra|wfh|off)",
            "(pay|paying|paid) (it|you|this|that|for it)? (in|by|over|monthly) .. (instalments|installments|parts"
            "|stages|months|payments|rates|weeks|quarterly)",
            "^ (and|also|plus|with) ... ... (at no|free of|without) (extra|additional|further)? (charge|cost)",
            "{i} would (need|want|expect|like) (a|an|the|some|new|my|one|two|also|to see a|to have a)* ... (in there"
            "|included|thrown in|with it|in it|on top|as well|installed|fitted|in writing|fixed|for free|by then)",
            "you (would|will|have|got|need|must|should)* (got|have|need|to|gotta)* (chuck|throw|toss|add|include"
            "|sling) ... (in|too|as well|on top)",
            "# (and|with|plus|but|if|as long as) (you|have to|must|could|can|would|will|got to)* (chuck|throw|toss"
            "|include|add|an extra|a free|free|extra|thrown in|included)",
            "^ (chuck|throw|toss|sling|bung) (in|it in|the|a|an|some|my|your|that|those|them|us|me)",
            "(ask|asking|hope|hoping|wish|looking|begging|beg) (you)? for (a|some|any|the|your)? .. (discount|deal"
            "|reduction|better|lower|price cut)",
            "# (and|with|plus|but) (no|zero|half the|half) (deposit|security|fee|fees|application|pet|delivery"
            "|shipping|down|commission|first|last|utilities)",
            "(bit|little|some|lot|much) more (money|cash) (than|for|from|out|here|.)",
            "you (can|could|should|need to|have to|must) (offer|pay|go|give|do) (me|us)? (more|better|higher|lower"
            "|less)",
            "(find|manage|do|offer|go|stretch to|give|scrape together) (me|us)? (a|bit|little|some|something|lot)* "
            "(more|higher|better) than (that|this)",
            "make it worth (my|our) (while|time)",
            "(give|leave) (me|us) (something|a little|a bit|some room) (to|off|more|extra)",
        ),
        *_requests(
            Request.GIVES_EXTRA,
            "{i} {will} (even|also|throw|just|definitely|gladly|happily|pay)* (throw|toss|include|deliver|add|drop it"
            "|bring it|bring them|pick|pay for|cover|help|ship|clean|fix|waive|sweeten|come|ill|set)",
            "{i} (am throwing|am including|will be throwing)",
            "(delivered|delivery included|free delivery|delivery free)",
        ),
        *_requests(
            Request.QUESTION,
            "^ (hi|hello|hey|okay|and|so|well|yes|i see|great|but|oh|just|also|then|no|cool|,|hi there|hello there"
            "|nice|good|what is up)* (what|where|when|why|who|which|how|does|did|is|are|do|has|was|were|any|can you "
            "tell|could you tell|can i|could i|will it|will this|would it|should i|may i) (is|are|about|do|does|did"
            "|the|it|you|your|there|this|that|many|old|long|much|color|kind|type|year|size|condition|come|brand|have"
            "|of|i|been|they|these|those|large|big|far|soon|was|were|made|has|a|in|scratches|pets|anyone|any|someone"
            "|sort|model|all|we|me|more|time|day|if|one|problems)",
            "^ (hi|hello|hey|okay|and|so|well|,|hi there|hello there)* (what|which|how|why|where|when|who) .. (is|are"
            "|do|does|did|can|could|would|was|were|has|have) (it|you|the|they|that|this|your|there|these|i|we|in|like)",
            "tell me (a|little|bit|some|something)* (more|about|what|how|why|if)",
            "(like|love|want|need) to know (the|more|about|if|what|how|why|when|where|whether|a|some)",
            "how (deep|wide|tall|big|old|long|far|heavy|many|large|high|fast|soon|often) (is|are|was|were|do|does|did"
            "|have|has|can|you|it|would|will)",
            "do you (think|know|have|still|accept|deliver|need|want|take|offer|live)",
            "(can|could|would|please|will) .. (tell|give|send|show) me (more|about|a|some|the|what|how|if|any|little)",
            "(wondering|curious|want to know|like to know|wanted to know|wanted to ask|question|wonder|may i ask|tell "
            "me|interested in finding out|let me know) (if|about|what|how|why|when|whether|is|as|,|more|does)",
        ),
        *_requests(
            Request.CHECKS_OFFER,
            "(how|what) (does|do|would|is|about) (that|it|this) (sound|sounds|work|be|look|for you|for|to you|?) (to"
            "|for|good|okay|with|?)?",
            "(does|do|would|is|will) (that|it|this) (sound|work|be|okay|ok|fair|good|alright|a deal|acceptable"
            "|reasonable|seem|fly|possible|sounds|suit|something|help|interest)",
            "is (that|this|it) (a)? (deal|fair|okay|good|possible|agreement|acceptable)",
            "do (we|you|i) (have|have got|got) (a|an)? (deal|agreement|accord)",
            "do you think (so|that is|it is|we can|that|.|?)",
            "(what|how) (do|say|would) you (say|think|feel|reckon)",
            "(how|what) about (this|that|it) (then|one)? (.|!|?|,)",
            "^ (so|and|,|okay|then|well)* (deal|okay|fair|agreed|good|fine|sound good|sounds good|sounds fair|works"
            "|yes|no|right|sound fair|cool|you in|agree|possible|can you do that|will that work|would that work|what "
            "do you say|all right) ?",
            "(would|could|can|will) you (do|accept|take|consider|go for|agree to|work with|be okay with|live with"
            "|handle|manage) (that|it|this|those)",
            "(interested|acceptable|doable|reasonable) ?",
            "can we (do|make|agree|close|settle|work|shake) (that|it|this|a deal|on|something|out)",
            "(do|have) you (have|got)? (a|any)? (deal|think so)",
            "think (that|you|we|it|this) .. (work|do|fair|possible|manage|deal)",
        ),
    ]
)
