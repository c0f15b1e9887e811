"""Words that name another way together with its price; alternatives.py has those that name one without."""

from __future__ import annotations

PRICED_ELSEWHERE: tuple[str, ...] = (
    "{someone} {adv}* {quotes} {things}* .. {about}* #",
    "(another|other|others|different|second|competing|rival) {kind}* {party} ... {quotes} {things}* .. {about}* #",
    "(a|an|one|the|that|this) {kind}* {trader} ... {quotes} {things}* .. {about}* #",
    "(competitor|competitors|competition|rival|rivals) ... {quotes} {things}* .. {about}* #",
    "(neighbors|neighbours|cousins|friends|brothers|sisters|uncles|buddys|coworkers|aunts|mothers|fathers|sons"
    "|daughters|mates) .. {party} ... {quotes} {things}* .. {about}* #",
    "(sister|brother|friend|cousin|neighbor|neighbour|he|she) .. (pays|charges|gets it for) {things}* {about}* #",
    "elsewhere ,? {i} {can} .. {about}* #",
    "{i} (was|were|have been|am being|had been|got|am) (just|also|already)? (offered|quoted|promised) {about}* #",
    "(their|his|her) {kind}* (price|rate|offer|quote|bid|rent|salary|ask|number|estimate) (is|was|would be|comes to"
    "|stands at) {about}* #",
    "{i} {can} (hire|get|find|have) (someone|somebody|anyone) .. {about}* #",
    "(guy|friend|lady|man|woman|cousin|someone|somebody|one) (who|that) {adv}* {quotes} {things}* .. {about}* #",
    "{trader} (who|that) {adv}* {quotes} {things}* .. {about}* #",
    "^ (saw|seen|found|spotted|just saw|got) (one|a|an|the|another|some|my|it) ... (for|at) {about}* #",
    "# ,? (that is|is|it is)? what (the|an|a)? (other|another|second|different) {kind}* {party}",
    "(with|from) (them|him|her|those) ... (pay|get|have|earn|save|for) {about}* #",
    "(with|from) (them|him|her|those) ... and (pay|get|have|earn|save|for) {about}* #",
    "(they|he|she|that one|the others) (are|is|were|was) (at|asking|offering|down to) {about}* #",
    "# .. (from|by|at|is what|was what) (a|an|the)? (another|other|different|second|competing|rival) {kind}* {party}",
    "there (is|are|was|were) (also|even|just|still)* (one|another|ones|some|others|several|a|an|two) ... (for|at|from) "
    "{about}* #",
    "(a|an|my|our|some|one|his|her|this|that|another) {kind}* {person} ... (is|was|are|were) {giving} ... {about}* #",
    "{trader} (on|in|at|near)? (the)? @? .. (has|have|sells|sell|offers|lists|carries) ... (at|for) {about}* #",
    "(tons|loads|lots|plenty|dozens|bunch|many|several|couple|some) (of)? (these|those|them|the same|similar|ones) ... "
    "{about}* #",
    "(somebody|someone|people) .. .. {quotes} ... {about}* #",
    "{party_plural} like (this|that|it|these|those|mine|yours) .. (go|goes|sell|rent|cost|are|list) ... {about}* #",
    "(a|an|my|our|your|some|one|another) {kind}* {person} .. {quotes} {things}* .. {about}* #",
    "{i} (have been|was|were|got|have just been|am being) (just|also|already)? offered ... (for|at) {about}* #",
    "(a|an|another|some|the|my|our|one) .. .. (offered|offers|quoted|quotes|charges|pays|paid|promised|charged) (me"
    "|us) .. {about}* #",
    "# (from|by|with|at) (the)? (others|other side|competition|them|him|her)",
    "(the|a|an) .. {away_from_here} ... {quotes} {things}* .. {about}* #",
    "(the|a|an) {kind}* {party} .. {away_from_here} ... {quotes} {things}* .. {about}* #",
    "{i} (just|also|already|have|have already|even|recently|actually)* {seen} (a|an|one|another|some|two|the same"
    "|similar|several|this exact|the exact|this same|it|them) ... (for|at|asking|listed at|going for) {about}* #",
    "(comparable|comparables|similar|identical|equivalent) ... (for|at|are|is|around|about|like|cost|costs|go|run) "
    "{about}* #",
    "(my|our) (current|present|old|last) {kind}* {party} .. (is|are|costs|cost|charges|pays|gives) {about}* #",
    "(offers|sells|charges|lists|carries|does|has) (me|us)? (just|exactly)? (the same|one|it|mine) (thing|plan|deal"
    "|model|bed|car|service|package|contract)? .. (for|at) {about}* #",
    "{i} (also|already|do|actually|now|still|have)* (have|got|hold|have got|received|have received) (an|another|a|one"
    "|my)* {kind}* (offer|quote|bid|estimate|proposal|contract) .. (for|of|at|over|worth) {about}* #",
    "(my|our) (hostel|hotel|gym|landlord|provider|network|carrier|insurer|bank|employer) (is|costs|charges|was|asks"
    "|takes|wants|has me at) {about}* #",
    "(another|other|different) {kind}* {party} ... ,? (and|but)? ... (it|that|this|they) (would|will|does|do) (come to"
    "|cost|be|run to|charge|ask) {about}* #",
    "(neighbors|neighbours|cousins|friends|brothers|sisters|mates|colleagues) .. .. (was|is|cost|came to|went for"
    "|were) {about}* #",
    "(the|a|an) ... (i|we) (talked to|talked with|spoke to|spoke with|met with|got a quote from) .. .. {about}* #",
    "(my|our) (current|present|old|landlord|employer|provider|boss) {trader}? .. (would|will|could) ... (at|for) "
    "{about}* #",
    "# is what .. .. (wants|want|asks|ask|asked|asking|charges|charge|charged|quoted|quotes|offered|offers|pays|paid"
    "|would charge|would ask)",
    "# (elsewhere|over there|somewhere else|across town|down the road|next door)",
    "(a|an|the|that) (place|shop|store|people|guys|folks|bakery|garage|lot|yard|farm|one) (on|in|at|near|by|across"
    "|over|around|off|behind) ... {quotes} {things}* .. {about}* #",
    "(my|a|our|his|her|some) {kind}* {person} (does|makes|bakes|builds|fixes|paints|draws|sews|repairs|would do|will "
    "do|can do|could do|did|charges) (it|that|this|them|these|one|the same|such)* .. {about}* #",
    "there (is|are) (@|#|two|three|four|five|six|seven|several|loads|plenty|some|many|others|lots|tons|a few|a dozen) "
    "... (under|for|at|below|around|from|between|priced) {about}* #",
)
