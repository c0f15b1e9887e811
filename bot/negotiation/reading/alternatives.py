"""Words that name another way to get what one wants: another seller or buyer, the shop, a better offer.

They are built from who or what it may be ({party}), how it is set apart from the one at the table ({other}) and what
it does with a price ({quotes}): "a different crew wants", "somebody would pay", "another flat".
"""

from __future__ import annotations

from enum import StrEnum

from bot.negotiation.reading.elsewhere import PRICED_ELSEWHERE
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
        *((Says.ITS_PRICE, phrase) for phrase in PRICED_ELSEWHERE),
        *(
            (Says.ALTERNATIVE, phrase)
            for phrase in (
                "(another|other|different|second|competing|rival|several other|few other|plenty of other) {kind}* "
                "{party}",
                "(several|multiple|many|few|two|three|couple of|lots of|plenty of|number of|lot of|tons of|dozens of|@"
                "|#) (other|different|interested|serious|potential|competing|cheaper|similar) {kind}* {party_plural}",
                "(another|other|different|second|competing|rival|@) {kind}* {offered}",
                "(several|multiple|many|few|two|three|couple of|lots of|plenty of|number of|lot of|@|#) (quotes|offers"
                "|estimates|bids|proposals|buyers|bidders|inquiries|others|people interested)",
                "(competitor|competitors|rival|rivals|the competition|your competition)",
                "{i} (have|got|hold|holding|received|am|sitting on|have got|just|already|even|had|collected|in|do)* (a"
                "|an|my|several|some|two|three|couple of|few|in|better|good|the)* {kind}* {offered} (from|at|of|in|on"
                "|until|by|here|.|!|,|and|already|yesterday|today|too|as well|that|waiting|for|lined|to)",
                "(a|an|in|the|this|my) (written|second) {kind}* {offered}",
                "{i} (can|could|might|would) (also|still|always|easily)? have (a|an|one|it|the same|another|that) .. "
                "(for|at|across|in the|in a|in another|in town|elsewhere)",
                "(better|cheaper|lower|higher) {kind}* (deal|plan|price|rate) .. (elsewhere|somewhere|there|than yours"
                "|with them|with another|at another)",
                "(somebody|someone|people|others|somebody else|someone else) (who|that)? (also|already|just|has|have"
                "|is|are|would|will|would like to|else)* (interested|offering|offered|wants|want|willing|coming|ready"
                "|asked|asking|messaged|called|wrote|waiting|paying|buying|lined up|wanted|lined)",
                "(with|from|to|at|use|book|take|hire|call|over) the (others|other ones|other one|other guys"
                "|competition)",
                "(another|other|others|somebody|someone|somewhere|something|anybody) else",
                "others (are|is|do|did|have|want|offer|charge|ask|were|go|sell|around|in)",
                "the {kind}* {party} {away_from_here}",
                "the one (in|at|from|on|across|down|over|around|next door|i saw|i found|we saw|they have|near|by)",
                "(a|an|some|several|another|few|@|two|three|young|older|one|more) {kind}* {person} (who|that|is|are"
                "|has|have|already|coming|comes|looking|waiting|asking|wants|asked|interested|ready|scheduled|lined up"
                "|will)* (coming|looking|waiting|asking|wants|asked|interested|ready|scheduled|lined up|wanting"
                "|willing|come|stop by)",
                "(application|offer|contract|deposit|agreement) (from|by|with) (a|an|another|someone|somebody|other"
                "|several)",
                "{i} (can|could|might|may|will|would|should) (just|always|as well|then|simply|rather|also|easily|well"
                "|still)* (buy|get|go|order|have) (it|one|them|a)? (brand)? new (.|!|,|one|ones|for|at|from|instead"
                "|and|then|online)",
                "(plenty|lots|tons|loads|dozens|hundreds|lot|bunch|ton) of .. .. (out there|around here|online|for "
                "less|on here|available|to choose|like it|like this|like that|everywhere|on the market)",
                "(second|third|fourth|fifth|sixth|tenth) (person|one|buyer|caller|customer|guy) (asking|to ask|today"
                "|who|that|interested|this|already|in)",
                "(several|many|lots of|a lot of|few|multiple|tons of|more|other|dozen|@|hundred) (messages|calls"
                "|emails|texts|requests|visitors|viewings|visits)",
                "(a|an|some|another) {kind}* {person} (just|already|from|who)* (drove by|came by|came|stopped by"
                "|called|wrote|texted|messaged|was here|looked|asked|emailed|wants|is coming|has asked|has called|saw "
                "it|made)",
                "(my|our) (present|current|old|existing) (employer|company|provider|landlord|boss|supplier|job|place"
                "|gym|bank|network|contract|contractor|tenant|client) .. (would|will|is|has|offered|offers|matches|can"
                "|pays|gives|charges)",
                "(the|a|that) (refurbished|cheaper|newer|bigger|nicer|closer|reconditioned) (one|place|unit|model|car"
                "|bike|apartment|machine|phone)",
                "(appointment|viewing|interview|showing|tour|meeting) .. (to|with|at|for) .. .. (another|other|cheaper"
                "|different|else|elsewhere|competitor|second)",
                "{i} (get|getting|got|have|had|receive|received|am getting) .. (calls|messages|emails|texts|requests"
                "|inquiries|offers) (about|for|on|every|from|daily|all)",
                "(line|list|queue) of (people|buyers|folks|others|interested|potential|customers|offers)",
                "(lots of|plenty of|so much|a lot of|high|strong|tons of|lot of|great|huge|much) (interest|demand"
                "|inquiries)",
                "(the|a) (next|other) (person|guy|one|buyer|caller|customer|applicant) (in|on|who|that|waiting|coming)",
                "(the|a|an) .. (one|brand|model) instead",
                "(stores|shops|places|dealers|websites) .. (has|have|sell|sells) (loads|plenty|lots|tons|many|dozens"
                "|several|these|those|them|the same)",
                "{party} .. has (loads|plenty|lots|tons|many|dozens|several|hundreds) of (these|those|them)",
                "{i} (can|could) (just|simply|always|also|easily|still)* (stay|keep) (where|with|put|what|at)",
                "(sell|give|offer|rent|let) (it|this|them|that) to (a|my|another|someone|somebody|the other) .. "
                "(friend|else|buyer|person|guy|neighbor|cousin|brother|offer)",
                "(sell|give|offer|rent|let) (it|this|them|that) to (another|the other)",
                "(cousin|brother|sister|friend|neighbor|neighbour|uncle|buddy|coworker|colleague|dealer|guy|lady|woman"
                "|man|mate) .. (sell|sells|selling|has one|has the same|offered|offers|offering|would give|would pay"
                "|will pay|builder|plumber)",
                _GET
                + " .. (just like it|like it on|like this|same|similar|cheaper|elsewhere|store|shop|used|new one|new "
                "ones|other one|online|newer|nicer|amazon|ebay|craigslist|walmart|target|comparable|equivalent"
                "|identical|dealership|somewhere|brand new one|brand new for|others|several|many|ones|others"
                "|apartments|places|seller|dealer)",
                _GET
                + " (a|an|one|another|some|it|that|them|the|this|@|just|as)* {kind}* (bedroom|bedrooms)? {party}? ... "
                "(for|at|down|that|nearby|online) (about|around|less|only|like|under|the|as|@|just|way|much|cheaper"
                "|low|half)* (#|price|that|less|online|store|half)",
                "(cheaper|less|better|lower|same) .. (elsewhere|online|somewhere|at the store|at other|down the street"
                "|down the road|on amazon|on ebay|around here|around town|in the area|nearby|from the|on other|across)",
                "(cheaper|better|same|one|it|them|find|found|available|less) .. elsewhere",
                "elsewhere .. (for|at|cheaper|less)",
                "{shop} .. (has|have|sells|sell|offers|offer|offered|wants|is selling|is asking|will sell|for|only"
                "|charge|charges|charged) .. (it|them|one|the|for|same|better|#|this|that|a|these)",
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
                "{i} (have|have got|got|has|booked|scheduled|arranged|also)* (a|an|two|three|several|some|another|my)* "
                "(viewing|viewings|showing|appointment|interview|interviews|second interview|trial|demo|test drive"
                "|visit|second offer|backup|fallback|plan b|meeting) (at|with|elsewhere|on|tomorrow|tonight|for|lined"
                "|in|this|later|scheduled|booked|next|too)",
                "{i} (am|are|was|were|have been) (also|still|already|just)* (looking at|seeing|viewing|visiting"
                "|talking to|talking with|considering|in talks with|testing|trying|trialling|comparing|meeting) (a|an"
                "|another|two|three|other|some|several|the other|someone|somebody|a few|few)",
                "there (is|are) (a|an|this|another|some)* {kind}* {person} .. .. (selling|who|that|asking|offering"
                "|giving|wanting|letting|renting|next|down|in|on|across|looking|waiting|interested|coming)",
                "there (is|are) (@|#|two|three|four|five|six|seven|several|loads|plenty|many|others|lots|tons|a few|a "
                "dozen|hundreds|dozens|ten) ... (for sale|up right now|up now|up on|on the|on ebay|on here|within"
                "|nearby|listed|online|in town|around here|around|out there|going|to choose|waiting|left over|like it"
                "|of these|of those|of them|others|app)",
                "{i} (have|have got|got|am having|expect|expecting|see|seeing) (a few|two|three|several|some|many|one"
                "|more|other|#|@)* (others|more|painters|people|buyers|viewers|candidates|firms|companies|quotes"
                "|families|couples|movers|builders) .. (to see|to look|coming|lined up|waiting|interested|booked"
                "|scheduled|this|tomorrow|on @|on thursday|asking|viewing|after)",
                "(others|people|viewers|candidates|buyers) (to see|lined up|booked in|on the list|on my list|waiting"
                "|queuing|behind you|in line)",
                "(is|are) (sending|bringing) (somebody|someone|a person|people|a man|a van|his|her|their)",
                "(people|names|buyers|families|couples|person|persons|folks|@|#|two|three|four|five) .. on (the|a|my"
                "|our) (waiting)? list",
                "(waiting list|waitlist|there is a queue|there is a line|a queue for|queue of|line out the door)",
                "(my|our) {kind}* {person} .. (wants it|wants them|would take it|will take it|would buy|would love it"
                "|is interested|does this|does that|does it|does these|can do it|can do this|could do it|has one|has a "
                "spare|is giving|is throwing|is getting rid|throwing|giving|has an old|knows a|builds|bakes|paints"
                "|fixes|makes)",
                "{i} (can|could|might|may|will|would|am|are|just|also|always|as well|well|rather|probably|simply|going "
                "to|sooner|then|even|easily|perfectly)* (do|doing|make|making|build|building|fix|fixing|bake|baking"
                "|sew|print|repair|design|write) (it|this|that|them|one|the job|everything|all) (all)? (myself"
                "|ourselves|on my own|on our own|with a friend|with friends|in house)",
                "(my|your|our|the|another|a) (second choice|second best|plan b|other option|other options|backup|back "
                "up plan|backup plan|fallback|runner up|next candidate|other candidate|other candidates|next in line"
                "|other choice)",
                "{i} (can|could|might|may|will|would|just|also|always|well|rather|simply|then|even|easily|happily)* "
                "(carry on|go on|continue|keep on|keep|stay|stick|stick with|renew|stay put|remain)* (freelancing"
                "|renting|driving|using|working for|where i am|where we are|with what i have|with what we have|with my "
                "old|with our old|with my current|with our current|in my old|in our old|my old one|our old one)",
                "{i} (can|could|might|may|will|would|just|rather|sooner|then|simply|am|going to)* (donate|donating) "
                "(it|them|this|that)",
                "{i} (can|could|might|may|will|would|just|rather|sooner|then|simply|am|going to)* (buy|get|make|bring) "
                "(my|our) own",
                "(give|giving|goes|going|sell|donate|leave) (it|them)? to (charity|goodwill|the school|a school|a "
                "museum|my|a friend|the church|the thrift|family|the next|the dealer|scrap|the scrap|the dump)",
                "{i} (am|are|will be)? (just|then|also|probably)* (buying|getting|ordering|buy|get|order) (a|the"
                "|some)? (brand)? new (one|ones|.|!|,|instead|online|from)",
                "(somebody|someone) else (will|would) (.|!|,|buy|take|pay|want|snap|be|then)",
                "(people|others|someone|somebody|couple|couples|buyers|folks) (is|are|was|were|has been|have been"
                "|already|just|also)* (looking|viewing|checking) (at|it|for it)",
                "(a|another|some|one) {kind}* {person} ... (is|are) (picking|collecting|taking|buying|driving"
                "|stopping) ",
                "(plenty of|other|more) fish",
                "(on|at|in|through) their (website|web site|site|app|shop|store|page|showroom)",
                "{i} (can|could|might|may|would) (also|just|still|always|simply|easily|even)* (sign|go|deal|book|close"
                "|buy|settle|work) with (him|her|them|someone|somebody)",
                "{i} can (live|do|manage|go on|stay) (with|in) (the|my|our) (old|current|present|existing) .. (for"
                "|another|a|too|as|until|.|!|,|just|anyway)",
                "(next|other) (one|person|guy|buyer|in line|caller) .. (queue|line|list|waiting)",
                "(sell|give|let|rent) (it|them|this) to (the|one of|another|somebody|someone|whoever|a) .. (next|other"
                "|others|else|them|line|queue|list|first)",
                "somebody (else|other)",
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
                "somewhere (around|between|near|about|close|in the|like|at)",
                "# is what (you|i|we)",
                "(something|someone|somebody) else .. (in mind|included|to sell|to buy|to rent|you)",
                "if you (find|can find|see|get|look)",
                "you (will|can|could|would|may|might) (find|see|not find|never find|get|also)",
                "you (see|saw|found|find|can)",
                "(hard time|hard|tough|difficult|trouble|good luck|impossible) (to)? (find|finding|getting|get)",
                "other (owners|owner|person was|pictures|details|appliances|amenities|features)",
                "(make|give|name|want) (me|us) (a|an|another)? (different|better|other|second) offer",
                "(a|the|my|our) second (car|bedroom|bathroom|floor|key|set|vehicle|home|job|pair)",
                "{i} (was|am|were|are)? (hoping|wondering|thinking|asking|know) (if)? .. {i} {can} (buy|get|have|take"
                "|purchase|rent) (it|them|this|these|that|both|the) .. (for|at) {about}* #",
                "{i} {can} (get|buy|have|rent) the .. .. (for|at) {about}* # ?",
                "(see|saw|noticed|notice|know|understand|read) (that|how)? (you|your|the ad|the listing|the price|it "
                "says|it is listed|it was listed)",
                "you ... (somewhere|someone|somebody) else",
                "than (other|others|another|any other)",
                "you ... elsewhere",
                "your (shop|store|ad|site|website|colleague|company|listing|place|own|other|page|boss|manager)* "
                "(offers|sells|charges|lists|carries|does|has)",
                "(get|buy|looking for|getting|want|bought|need) (something|someone|somewhere) (else|different)",
                "(more|some|few|several|other) (pictures|photos|questions|information|details|info|things|features)",
                "like (the|any) other",
                "no (one|other|others)",
                "(to|for) the other (buyers|buyer|renters|tenants|people|customers)",
                "(anything|something|what) else",
                "to (someone|somebody) else ?",
                "(offer|quote|deal|proposal|bid|estimate) .. (for you|to you|you)",
                "{i} (will|would|want to|would like to|would love to|am willing to|am happy to|am ready to) {adv}* "
                "(buy|purchase|rent|order|get|take) (it|them|this|these|that|both|all)* (for|at) {about}* #",
                "(listen to|open to|make|making|consider|entertain|taking|accepting|accept|take) (a|any|some|other)* "
                "(few|several|many)? offers",
                "for other (people|customers|tenants|clients)",
            )
        ),
    ]
)
