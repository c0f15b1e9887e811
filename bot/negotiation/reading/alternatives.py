"""Words that name another way to get what one wants: another seller or buyer, the shop, a better offer."""

from __future__ import annotations

from bot.negotiation.reading.phrases import PhraseBook

ALTERNATIVES: PhraseBook[bool] = PhraseBook(
    [
        *(
            (True, phrase)
            for phrase in (
                "(another|other|several|multiple|many|two|three|couple of|lots of|plenty of|number of|lot of|@|#) "
                "(other|different|interested|serious|potential|competing)* (buyers|offers|people interested"
                "|interested people|inquiries|bidders|interested parties|parties|sellers|listings|dealers|bids"
                "|potential buyers|others interested|folks interested)",
                "(other|another|several other|few other|two other|three other|couple other|many other|more|lots of "
                "other|plenty of other|some other|@ other|# other) (interested|serious|potential|possible)* (people"
                "|person|guy|buyer|seller|offer on|renters|tenants|renter|tenant|places|apartments|units|stores|shops"
                "|store|shop|dealer|options|ads|customers|customer|interest|party|applicants|applications|guys|deals"
                "|cars|bikes|phones|chairs|sites|websites|ones|place|one) (interested|who|that|coming|for|at|on|in|to"
                "|wants|willing|are|is|ready|.|,|!|looking|offering|lined|waiting|around|and|have|has|with|out|which"
                "|so|i)",
                "(several|many|other|two|three|few|more|some) people .. (interested|looking at it|coming|asking about"
                "|who want|that want)",
                "(plenty|lots|tons|loads|dozens) of (others|them|people|ones|places|other)",
                "(cousin|brother|sister|friend|neighbor|neighbour|uncle|buddy|coworker|colleague|dealer|guy|lady|woman"
                "|man|mate) .. (sell|sells|selling|has one|has the same|offered|offers|offering|is offering|has "
                "offered|would give|would pay|will pay)",
                "other (houses|homes|places|apartments|rooms|rentals|properties|models|vehicles|trucks|cars|bikes"
                "|listings|units|phones|ones|options|sellers|dealers|shops|stores) ... (going|listed|for|in the area"
                "|nearby|around here|available|cheaper|less|that)",
                "{i} (have|just|also|can|could|already|know i can)* (seen|saw|found|find|get|see) ... ... (for less"
                "|nearby for|cheaper|in the area for|for half)",
                "{i} (can|could|might|will|would) (also|always|just|easily|probably)* (get|buy|find|go for|look at) (a"
                "|another|some) different (one|model|brand|car|bike|phone|place|apartment|chair|bed)",
                "what (they|it|the store|the shop) (charge|charges|charged|sells|sell)",
                "(new|same one|same|one new|it new) from (the|a|another|any) (store|shop|dealer|factory|manufacturer)",
                "another (buyer|offer|seller|interested|customer|person interested|party|dealer)",
                "(someone|somebody|anyone|others|people) (else)? (interested|offering|offered|wants|willing|coming|is "
                "coming|ready to|is interested|that wants|just offered|just listed|is ready|has offered|is willing"
                "|who is interested|who wants|who will pay|lined up|who offered|coming to)",
                "(someone|somebody|something|somewhere) else",
                "{i} (can|could|might|will|would|be able to|also|easily|probably|always|still|think i can|think i "
                "could|think|know i can|am able to|just|then|even|have|already|did|just|saw|recently|actually|keep)* "
                "(get|buy|find|found|seen|saw|order|purchase|rent|see|spotted|pick up|getting|seeing|finding|got"
                "|looking at|looked at) (a|an|one|ones|another|it|the|them|this|some|same|new|brand|that|many|several"
                "|these|something|other|two|places|most|much|way|exact|lots|just|at|for|online|around|@|model"
                "|apartments|bikes|phones|cars|chairs|lamps|few|bed|of|kind|type|thing|item)* (same|similar|cheaper"
                "|elsewhere|store|shop|used|new one|new ones|other one|online|newer|nicer|amazon|ebay|craigslist"
                "|walmart|target|comparable|equivalent|identical|dealership|the same|somewhere|new from)",
                "{i} (can|could|might|will|would|just|have|already|also)* (get|buy|find|found|saw|seen) (a|another|one"
                "|some|an) .. (for|at) (about|around|less|only|like|under|the|as|@|just|way|much|cheaper|low|half)* (#"
                "|price|that|less|online|store)",
                "{i} (found|saw|have found|have seen|just found|just saw|also saw|see|did see|know of|noticed) (a|one"
                "|another|some|others|other|several|many|similar|ones|two|places|an|the|few)* (bedroom|apartment|one"
                "|ones|others|places|similar|bike|car|phone|chair|unit|place|couch|listing|house|tv|bed|table|listings"
                "|@) .. (for|at|down|in|on|that|nearby|online|with|going|just|cheaper|listed)",
                "(cheaper|less|better|lower|same) .. (elsewhere|online|somewhere|at the store|at another|at other"
                "|down the street|down the road|on amazon|on ebay|around|in the area|nearby|at the|from the|at a|on "
                "other|across|new)",
                "(cheaper|better|same|one|it|them|find|found|available|less) .. elsewhere",
                "elsewhere .. (for|at|cheaper|less)",
                "{shop} .. (has|have|sells|sell|offers|offer|offered|wants|is selling|is asking|will sell|for|only) "
                ".. (it|them|one|the|for|same|better|#|this|that|a|these)",
                "(keep|go|going|start) (shopping|looking|searching) .. (around|elsewhere|for)?",
                "(shop|shopping|looking|look) around",
                "(others|ones|places|them|units|similar) ... ... (cheaper|less|lower|better price)",
                "(the other|that other) (bike|car|seller|store|shop|buyer|offer|guy|listing|dealer|phone|house"
                "|apartment|place)",
                "(the ones|the one|ones|one|some) i (saw|found|have seen|looked at|have found|was looking at|am "
                "looking at)",
                "(had|have|got|getting|received) (had|got|gotten|a|an|some|another|other|better|many|higher|lower|few"
                "|couple|several|plenty|lots|of|lot|good|quite|already|in|been|getting)* (offers|interest in|inquiries"
                "|bids|calls|alternatives|other options|quotes|better offer|higher offer|other offer|another offer"
                "|lower quote|quote from|offer from|offer for|offer of|offer at|better deal|lots of interest|a lot of "
                "interest)",
                "{i} (have|got|am talking to|am meeting|am in) .. (others|other people|other options|other offers"
                "|alternatives|options)",
                "(sell|give|offer|rent|let) (it|this|them|that) to (a|my|another|someone|somebody|the other) .. "
                "(friend|else|buyer|person|guy|neighbor|cousin|brother|offer)?",
                "(others|they|competitors) (around|in this area|in the area|nearby)? .. (are|is|go|sell) .. (cheaper"
                "|less|lower|for|better)",
                "(saw|seen|noticed|found|spotted) (one|some|others|another|similar|a similar|the same|a few"
                "|several|ones)",
                "similar (ones|units|places|items|cars|products|apartments|bikes|phones|models|one|place|things|chairs"
                "|apartment) .. (going|for|in|listed|around|at|on|that|available|priced|sell|selling)",
                "brand new (one|ones)? .. (for|at) .. #",
                "(with|take) (his|her|their) offer",
                "(new|same one|used one|same thing|used) ... (for|at) (about|around|less|only|like|under|the)* #",
                "(a new one|one new|it new|them new|these new|new ones|it brand new|one brand new) .. (for|at|from)",
            )
        ),
        # the words are there, but nobody has another way: a question, a doubt, a wish for something else
        *(
            (False, phrase)
            for phrase in (
                "not (you|that you|you will|you would|you can|be able to)* (find|get|see) .. (another|other|better"
                "|cheaper|one|anything|elsewhere|someone|any|it|similar|same|this|like)",
                "(doubt|doubtful|bet) .. (find|get|see)",
                "(any|are there|is there|do you have|have you had|had any|got|got any|how many|many|have you) (any"
                "|other|many|much|more|another|a|lot|lots|of|there)* (other)? (buyers|buyer|offers|interest|people"
                "|interested|sellers|inquiries|one|offer|ones|parties|colors|options|bids)",
                "(anyone|anybody|somebody|someone) else .. ?",
                "not ... (other|another|someone else|elsewhere|anyone else|else)",
                "(challenge|welcome|dare) you to find",
                "(something|someone) else .. (in mind|included|to|you)",
                "if you (find|can find|see|get|look)",
                "you (will|can|could|would|may|might) (find|see|not find|never find|get|also)",
                "you (see|saw|found|find|can)",
                "you ... (somewhere|someone|somebody) else",
                "than other (places|ones|units|apartments)",
                "you ... elsewhere",
                "(get|buy|looking for|getting|want|bought|need) (something|someone|somewhere) (else|different)",
                "(more|some|few|several|other) (pictures|photos|questions|information|details|info|things|features)",
                "like (the|any) other",
                "no (one|other|others)",
                "(to|for) the other (buyers|buyer|renters|tenants|people|customers)",
                "(anything|something|what) else",
                "to (someone|somebody) else ?",
            )
        ),
    ]
)
"""True: names an alternative; False: takes that back where it stands right before or across."""
