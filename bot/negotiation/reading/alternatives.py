"""Words that name another way to get what one wants: another seller or buyer, the shop, a better offer.

They are built from who or what it may be ({party}), how it is set apart from the one at the table ({other}) and what
it does with a price ({quotes}): "a different crew wants", "somebody would pay", "another flat".
"""

from __future__ import annotations

from enum import StrEnum

from bot.negotiation.reading.phrases import PhraseBook


class Says(StrEnum):
    """What a phrase about others says."""

    ALTERNATIVE = "alternative"  # there is another way
    ITS_PRICE = "its_price"  # the same, and the number in the phrase is what it costs or brings
    NONE = "none"  # the words are there, but nobody has another way: a question, a doubt, a wish


_GET = (
    "{i} (can|could|might|will|would|may|have|just|already|also|always|easily|probably|still|then|even|did|recently"
    "|actually|be able to|am able to|am|know i can|think i can|think i could|was)* (get|buy|find|found|see|seen|saw"
    "|order|purchase|rent|pick up|getting|finding|noticed|spotted|looked at|looking at|know of|know|tested|tried"
    "|tasted|visited|compared)"
)

ALTERNATIVES: PhraseBook[Says] = PhraseBook(
    [
        *(
            (Says.ITS_PRICE, phrase)
            for phrase in (
                "{someone} {adv}* {quotes} {things}* .. {about}* #",
                "(another|other|others|different|second|competing|rival) {kind}* {party} ... {quotes} {things}* .. "
                "{about}* #",
                "(a|an|one|the|that|this) {kind}* {trader} ... {quotes} {things}* .. {about}* #",
                "(competitor|competitors|competition|rival|rivals) ... {quotes} {things}* .. {about}* #",
                "(neighbors|neighbours|cousins|friends|brothers|sisters|uncles|buddys|coworkers|aunts|mothers"
                "|fathers|sons"
                "|daughters|mates) .. {party} ... {quotes} {things}* .. {about}* #",
                "(sister|brother|friend|cousin|neighbor|neighbour|he|she) .. (pays|charges|gets it for) {things}* "
                "{about}* #",
                "elsewhere ,? {i} {can} .. {about}* #",
                "{i} (was|were|have been|am being|had been|got|am) (just|also|already)? (offered|quoted|promised) "
                "{about}* #",
                "(their|his|her) {kind}* (price|rate|offer|quote|bid|rent|salary|ask|number|estimate) (is|was|would be"
                "|comes to|stands at) {about}* #",
                "{i} {can} (hire|get|find|have) (someone|somebody|anyone) .. {about}* #",
                "(guy|friend|lady|man|woman|cousin|someone|somebody|one) (who|that) {adv}* {quotes} {things}* .. "
                "{about}* #",
                "{trader} (who|that) {adv}* {quotes} {things}* .. {about}* #",
                "^ (saw|seen|found|spotted|just saw|got) (one|a|an|the|another|some|my|it) ... (for|at) {about}* #",
                "# ,? (that is|is|it is)? what (the|an|a)? (other|another|second|different) {kind}* {party}",
                "(with|from) (them|him|her|those) ... (pay|get|have|earn|save|for) {about}* #",
                "(with|from) (them|him|her|those) ... and (pay|get|have|earn|save|for) {about}* #",
                "(they|he|she|that one|the others) (are|is|were|was) (at|asking|offering|down to) {about}* #",
                "# .. (from|by|at|is what|was what) (a|an|the)? (another|other|different|second|competing|rival) "
                "{kind}* {party}",
                "there (is|are|was|were) (also|even|just|still)* (one|another|ones|some|others|several|a|an|two)"
                " ... (for|at|from) {about}* #",
                "(a|an|my|our|some|one|his|her|this|that|another) {kind}* {person} ... (is|was|are|were) {giving} ... "
                "{about}* #",
                "{trader} (on|in|at|near)? (the)? @? .. (has|have|sells|sell|offers|lists|carries) ... (at|for) "
                "{about}* #",
                "(tons|loads|lots|plenty|dozens|bunch|many|several|couple|some) (of)? (these|those|them|the same"
                "|similar"
                "|ones) ... {about}* #",
                "(somebody|someone|people) .. .. {quotes} ... {about}* #",
                "{party_plural} like (this|that|it|these|those|mine|yours) .. (go|goes|sell|rent|cost|are|list) ... "
                "{about}* #",
                "(a|an|my|our|your|some|one|another) {kind}* {person} .. {quotes} {things}* .. {about}* #",
                "{i} (have been|was|were|got|have just been|am being) (just|also|already)? offered ... (for|at) "
                "{about}* #",
                "(a|an|another|some|the|my|our|one) .. .. (offered|offers|quoted|quotes|charges|pays|paid|promised"
                "|charged) (me|us)"
                " .. {about}* #",
                "# (from|by|with|at) (the)? (others|other side|competition|them|him|her)",
                "(the|a|an) .. {away_from_here} ... {quotes} {things}* .. {about}* #",
                "(the|a|an) {kind}* {party} .. {away_from_here} ... {quotes} {things}* .. {about}* #",
                "{i} (just|also|already|have|have already|even|recently|actually)* {seen} (a|an|one|another|some|two"
                "|the"
                " same|similar|several|this exact|the exact|this same|it|them) ... (for|at|asking|listed at|going for)"
                " {about}* #",
                "(comparable|comparables|similar|identical|equivalent) ... (for|at|are|is|around|about|like|cost|costs"
                "|go|run)"
                " {about}* #",
                "(my|our) (current|present|old|last) {kind}* {party} .. (is|are|costs|cost|charges|pays|gives) "
                "{about}* #",
                "(offers|sells|charges|lists|carries|does|has) (me|us)? (just|exactly)? (the same|one|it|mine) (thing"
                "|plan|deal|model|bed|car|service|package|contract)? .. (for|at) {about}* #",
                "# (elsewhere|over there|somewhere else|across town|down the road|next door)",
            )
        ),
        *(
            (Says.ALTERNATIVE, phrase)
            for phrase in (
                "(another|other|different|second|competing|rival|several other|few other|plenty of other) {kind}* "
                "{party}",
                "(several|multiple|many|few|two|three|couple of|lots of|plenty of|number of|lot of|tons of|dozens of"
                "|@|#) "
                "(other|different|interested|serious|potential|competing|cheaper|similar) {kind}* {party_plural}",
                "(another|other|different|second|competing|rival|@) {kind}* {offered}",
                "(several|multiple|many|few|two|three|couple of|lots of|plenty of|number of|lot of|@|#) (quotes|offers"
                "|estimates|bids|proposals|buyers|bidders|inquiries|others|people interested)",
                "(competitor|competitors|rival|rivals|the competition|your competition)",
                "{i} (have|got|hold|holding|received|am|sitting on|have got|just|already|even|had|collected|in|do)* "
                "(a|an|my|several|some|two|three|couple of|few|in|better|good|the)* {kind}* {offered} (from|at|of|in|on"
                "|until|by|here|.|!|,|and|already|yesterday|today|too|as well|that|waiting|for|lined|to)",
                "(a|an|in|the|this|my) (written|second) {kind}* {offered}",
                "{i} (can|could|might|would) (also|still|always|easily)? have (a|an|one|it|the same|another|that) .. "
                "(for|at|across|in the|in a|in another|in town|elsewhere)",
                "(better|cheaper|lower|higher) {kind}* (deal|plan|price|rate) .. (elsewhere|somewhere|there|than yours"
                "|with them|with another|at another)",
                "(somebody|someone|people|others|somebody else|someone else) (who|that)? (also|already|just|has|have|is"
                "|are|would|will|would like to|else)* (interested|offering|offered|wants|want|willing|coming|ready"
                "|asked"
                "|asking|messaged|called|wrote|waiting|paying|buying|lined up|looking|wanted|lined)",
                "(with|from|to|at|use|book|take|hire|call|over) the (others|other ones|other one|other guys"
                "|competition)",
                "(another|other|others|somebody|someone|somewhere|something|anybody) else",
                "others (are|is|do|did|have|want|offer|charge|ask|were|go|sell|around|in)",
                "the {kind}* {party} {away_from_here}",
                "the one (in|at|from|on|across|down|over|around|next door|i saw|i found|we saw|they have|near|by)",
                "(a|an|some|several|another|few|@|two|three|young|older|one|more) {kind}* {person} (who|that|is|are"
                "|has|have"
                "|already|coming|comes|looking|waiting|asking|wants|asked|interested|ready|scheduled|lined up|will)* "
                "(coming"
                "|looking|waiting|asking|wants|asked|interested|ready|scheduled|lined up|wanting|willing|come|stop by)",
                "(application|offer|contract|deposit|agreement) (from|by|with) (a|an|another|someone|somebody|other"
                "|several)",
                "{i} (can|could|might|may|will|would|should) (just|always|as well|then|simply|rather|also|easily|well"
                "|still)* (buy"
                "|get|go|order|have) (it|one|them|a)? (brand)? new"
                " (.|!|,|one|ones|for|at|from|instead|and|then|online)",
                "(plenty|lots|tons|loads|dozens|hundreds|lot|bunch|ton) of .. .. (out there|around here|online|for "
                "less|on here"
                "|available|to choose|like it|like this|like that|everywhere|on the market)",
                "(second|third|fourth|fifth|sixth|tenth) (person|one|buyer|caller|customer|guy) (asking|to ask|today"
                "|who|that"
                "|interested|this|already|in)",
                "(several|many|lots of|a lot of|few|multiple|tons of|more|other|dozen|@|hundred) (messages|calls"
                "|emails|texts"
                "|requests|visitors|viewings|visits)",
                "(a|an|some|another) {kind}* {person} (just|already|from|who)* (drove by|came by|came|stopped by"
                "|called|wrote"
                "|texted|messaged|was here|looked|asked|emailed|wants|is coming|has asked|has called|saw it|made)",
                "(my|our) (present|current|old|existing) (employer|company|provider|landlord|boss|supplier|job|place"
                "|gym|bank"
                "|network|contract|contractor|tenant|client) .. (would|will|is|has|offered|offers|matches|can|pays"
                "|gives|charges)",
                "(the|a|that) (refurbished|cheaper|newer|bigger|nicer|closer|reconditioned) (one|place|unit|model|car"
                "|bike|apartment"
                "|machine|phone)",
                "(appointment|viewing|interview|showing|tour|meeting) .. (to|with|at|for) .. .. (another|other|cheaper"
                "|different|else"
                "|elsewhere|competitor|second)",
                "{i} (get|getting|got|have|had|receive|received|am getting) .. (calls|messages|emails|texts|requests"
                "|inquiries|offers)"
                " (about|for|on|every|from|daily|all)",
                "(line|list|queue) of (people|buyers|folks|others|interested|potential|customers|offers)",
                "(lots of|plenty of|so much|a lot of|high|strong|tons of|lot of|great|huge|much) (interest|demand"
                "|inquiries"
                "|interested)",
                "(the|a) (next|other) (person|guy|one|buyer|caller|customer|applicant) (in|on|who|that|waiting|coming)",
                "(the|a|an) .. (one|brand|model) instead",
                "(stores|shops|places|dealers|websites) .. (has|have|sell|sells) (loads|plenty|lots|tons|many|dozens"
                "|several|these"
                "|those|them|the same)",
                "{party} .. has (loads|plenty|lots|tons|many|dozens|several|hundreds) of (these|those|them)",
                "{i} (can|could) (just|simply|always|also|easily|still)* (stay|keep) (where|with|put|what|at)",
                "(sell|give|offer|rent|let) (it|this|them|that) to (a|my|another|someone|somebody|the other) .. "
                "(friend|else|buyer|person|guy|neighbor|cousin|brother|offer)?",
                "(cousin|brother|sister|friend|neighbor|neighbour|uncle|buddy|coworker|colleague|dealer|guy|lady|woman"
                "|man|mate) .. (sell|sells|selling|has one|has the same|offered|offers|offering|would give|would pay"
                "|will pay|builder|plumber)",
                _GET + " .. (just like it|like it on|like this|same|similar|cheaper|elsewhere|store|shop|used|new "
                "one|new ones|other one|online|newer"
                "|nicer|amazon|ebay|craigslist|walmart|target|comparable|equivalent|identical|dealership|somewhere"
                "|brand new one|brand new for|others|several|many|ones|others|apartments|places|seller|dealer)",
                _GET + " (a|an|one|another|some|it|that|them|the|this|@|just|as)* {kind}* "
                "(bedroom|bedrooms)? {party}? ... (for|at|down|that|nearby"
                "|online) (about|around|less|only|like|under|the|as|@|just|way|much|cheaper|low|half)* (#|price|that"
                "|less"
                "|online|store|half)",
                "(cheaper|less|better|lower|same) .. (elsewhere|online|somewhere|at the store|at other|down the street"
                "|down the road|on amazon|on ebay|around here|around town|in the area|nearby|from the|on other|across)",
                "(cheaper|better|same|one|it|them|find|found|available|less) .. elsewhere",
                "elsewhere .. (for|at|cheaper|less)",
                "{shop} .. (has|have|sells|sell|offers|offer|offered|wants|is selling|is asking|will sell|for|only"
                "|charge"
                "|charges|charged) .. (it|them|one|the|for|same|better|#|this|that|a|these)",
                "what (they|it|the store|the shop) (charge|charges|charged|sells|sell)",
                "(new|same one|same|one new|it new) from (the|a|another|any) (store|shop|dealer|factory|manufacturer)",
                "(keep|go|going|start) (shopping|looking|searching) .. (around|elsewhere)",
                "(shop|shopping|looking|look) around",
                "(others|ones|places|them|units|similar) ... ... (cheaper|less|lower|better price)",
                "(the ones|the one|ones|one|some) i (saw|found|have seen|looked at|have found|was looking at|am "
                "looking at)",
                "(had|have|got|getting|received) (had|got|gotten|a|an|some|another|other|better|many|higher|lower|few"
                "|couple|several|plenty|lots|of|lot|good|quite|already|in|been|getting)* (interest in|inquiries|bids"
                "|calls|alternatives|lots of interest|a lot of interest|offers)",
                "similar (ones|units|places|items|cars|products|apartments|bikes|phones|models|one|place|things|chairs"
                "|apartment) .. (going|for|in|listed|around|at|on|that|available|priced|sell|selling)",
                "(brand new|new one|new ones|used|same thing|same one) ... (for|at|from) (about|around|less|only|like"
                "|under)* #",
                "(with|take) (his|her|their) offer",
            )
        ),
        *(
            (Says.NONE, phrase)
            for phrase in (
                "not (you|that you|you will|you would|you can|be able to)* (find|get|see) .. (another|other|better"
                "|cheaper|one|anything|elsewhere|someone|any|it|similar|same|this|like)",
                "(doubt|doubtful|bet) .. (find|get|see)",
                "(any|are there|is there|do you have|have you had|had any|got any|you got|how many|many|have you) (any"
                "|other|many|much|more|another|a|lot|lots|of|there)* (other)? (buyers|buyer|offers|interest|people"
                "|interested|sellers|inquiries|one|offer|ones|parties|colors|options|bids)",
                "(anyone|anybody|somebody|someone) else .. ?",
                "not ... (other|another|someone else|elsewhere|anyone else|else)",
                "(challenge|welcome|dare) you to find",
                "(something|someone|somebody) else .. (in mind|included|to sell|to buy|to rent|you)",
                "if you (find|can find|see|get|look)",
                "you (will|can|could|would|may|might) (find|see|not find|never find|get|also)",
                "you (see|saw|found|find|can)",
                "you ... (somewhere|someone|somebody) else",
                "than (other|others|another|any other)",
                "you ... elsewhere",
                "your .. (offers|sells|charges|lists|carries|does|has)",
                "(get|buy|looking for|getting|want|bought|need) (something|someone|somewhere) (else|different)",
                "(more|some|few|several|other) (pictures|photos|questions|information|details|info|things|features)",
                "like (the|any) other",
                "no (one|other|others)",
                "(to|for) the other (buyers|buyer|renters|tenants|people|customers)",
                "(anything|something|what) else",
                "to (someone|somebody) else ?",
                "(offer|quote|deal|proposal|bid|estimate) .. (for you|to you|you)",
                "{i} (will|would|want to|would like to|would love to|am willing to|am happy to|am ready to) {adv}* (buy"
                "|purchase|rent|order|get|take) (it|them|this|these|that|both|all)* (for|at) {about}* #",
                "(listen to|open to|make|making|consider|entertain|taking|accepting|accept|take) (a|any|some|other)* "
                "(few"
                "|several|many)? offers",
                "for other (people|customers|tenants|clients)",
            )
        ),
    ]
)
