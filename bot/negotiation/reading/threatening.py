"""Words that threaten to leave: a condition, a last chance, what one could do instead."""

from __future__ import annotations

from bot.negotiation.reading.signs import Sign, Way, signs

THREATS: tuple[tuple[Sign, str], ...] = (
    *signs(
        Way.THREATENS,
        3,
        "take (it|this|that) (or|are|and|otherwise) leave (it|this)",
        "(or|or else|otherwise|if not) ,? (then|else|just|i guess|i think|i am afraid)* (i|we|were|i am|we are) (am"
        "|are|will|have to|going to|have|can|be|would|to|might|may|need|must|move|gonna|really|do not think|not|could"
        "|just|guess|i|we|then|always|simply|think|gladly)* (walk|walking|pass|leave|leaving|go|look|buy|buying|find"
        "|out|done|moving|sell|keep|shop|take|have a deal|do a deal|make a deal|no deal|walk away|forget|decline|going"
        "|do this|do it|looking|interested|do business|continue|move on|walk out|end)",
        "(or|otherwise) ,? (it is|there is|we have|then|i guess)* (no deal|no sale|deal is off|deal off|goodbye|bye)",
        "(if|unless) ... (,|then|,? i|,? we|i|we|there)* ... (no deal|walk|walking away|walk away|pass|go elsewhere"
        "|look elsewhere|find someone|find another|keep looking|i am out|am out|leave|leaving|looking elsewhere|forget "
        "it|deal is off|not interested|not have a deal|have a deal here|not do a deal|sell it to|give it to|going with"
        "|go with|be able to make|move on|buy elsewhere|buy it elsewhere|take my business|make a deal|the other one"
        "|the other offer)",
        "(might|may|will|would|could|going to|probably|perhaps|maybe i will) (just)? (have to|need to|be forced to)? "
        "(just)? (look elsewhere|go elsewhere|look else where|go else where|keep looking|find someone else|find "
        "another|find somebody else|move on|keep shopping|shop around|walk away|pass|try elsewhere|see elsewhere"
        "|consider other)",
        "(ready|prepared|willing|able|happy|free|about|tempted|inclined) to (walk|walk away|walk out|leave|go "
        "elsewhere)",
        "{i} (can|could|might|may|will have to|would have to|would|shall have to) (always|easily|just|still|well|also"
        "|simply|as well|very well|have to|need to|be forced to)* {quit} (.|!|,|then|if|unless|at|over|instead)",
        "(ready|prepared|willing|able|happy|free|about|tempted|inclined|going) to {quit} (.|!|,|if|unless|over)",
        "(can|could) (always|easily|just|still)? (walk|walk away|leave|go elsewhere|walk out|buy elsewhere|go to "
        "another|go to the other|go to a different|try another|try somewhere|buy it somewhere|buy one somewhere|go "
        "somewhere else)",
        "(too|so|pretty|still|very) far apart",
        "(final|last) (offer|chance|price) (or|otherwise|before)",
        "(last|final) (call|chance|warning)",
        "^ no .. .. ,? no (deal|sale)",
        "(or|otherwise|else) {i} (will|am|would|have to|just|then|simply|am going to)* (buy|buying|list|listing|sell"
        "|selling|rent|hire|hiring|book|find|finding|order|sign|choose|return|donate|get the|get one|get another|take "
        "the|keep looking|keep it|keep mine)",
        "(else|otherwise) ,? {i} (will|am|are|would|shall)",
        "not (make|force) (me|us) (phone|contact|ask|find|hire|take|buy|choose|try|book|sign|walk|write)",
        "# ,? (or|otherwise|else) (no|nothing|bust|none|it|forget|back|never) ",
        "(or|otherwise|else) (i|we)? (will|am|are|would|have to|need to|going to|must|just|guess|can|might|simply"
        "|probably|i|we)* {quit}",
        "(or|otherwise) (it|this|that) (is|goes|stays|will) .. (garage|closet|attic|storage|shed|ebay|next|other"
        "|someone|somebody|off|over|gone|here|mine|with me)",
        "(lose|losing|lost) (me|my business|this sale|a sale|the sale|a buyer|a customer)",
        "one (more|last) chance",
        "not (make|force|want) (me|us) (walk|leave|to walk|to leave|drive|call|go|switch|cancel|look|change|move)",
        "(would|might|may|could|will) (have to|need to|be forced to|rather|sooner) (switch|change|cancel|leave|move"
        "|look|go|walk|decline|pass|consider|take the other|take another|call the|let you go|sell it|say no|turn|try"
        "|buy another|buy it|book|use|hire|sign with|work for)",
        "(if|unless) ... (i|we) (am|are|will)? (change|changing|switch|switching|cancel|cancelling|canceling|leave"
        "|leaving|go|going|move|moving|walk|walking|out|off|gone) (to the|to a|to another|to your|to them|to somebody"
        "|to someone|with|out|the|elsewhere|my|off|away|from|another|somebody|someone|.|!)",
        "(if|unless) ... (i|we) (am|are|will)? (take|call|calling|sign|choose|order) (with|the|elsewhere|another"
        "|somebody|someone)",
        "(i|we) (can|could) (also|always|still|just|easily|simply)? (leave|walk|switch|cancel|go) (with|without|.|!|to "
        "the|to a|to another|to your|to them|to their|to him|to her|any|at any|too|now|today|and)",
        "(counting|count) to (three|ten|five|@|#)",
        "(or|otherwise|else) ,? (i|we|it|this) (am|is|are|will|would)? (take|taking|go|goes|going|move|moves|moving"
        "|leave|switch|cancel|out of|off|leaving|sell|call|book|sign|walk|change)",
        "make (a|an) (reasonable|serious|better) offer or",
        "(best|good) of luck to you",
        "not (be able to|going to) make a deal",
        "do you want ... or {i} {will}",
        "either ... ... or (i|we) (am|are|will|would)? (move|moving|go|leave|switch|cancel|walk|out|done|gone|part"
        "|stop|change)",
        "or you (will|would|are going to|can|may)? (have to|need to|must|can)* (find|look for|get|sell|lose|go find) "
        "(somebody|someone|another|it to|me|us|yourself|a new|a different)",
        "(else|otherwise|or else) (my|the|somebody|someone|he|she|they) .. .. (sells|gives|buys|gets|takes|will|is|has"
        "|does)",
        "(or|otherwise) ,? (see you|see yes|ciao|adios|farewell) (.|!|later)",
        "(now or never|do or die|or nothing at all|all or nothing|last call|final call|last chance saloon|clock is "
        "ticking)",
        "not (make|force|push|drive) (me|us) (to|into)? (go|drive|call|look|leave|switch|buy|order|phone|walk|do it"
        "|cancel|take|list|find|away|over|out)",
        "(if|unless) ... ... (,|then|there|i|we|have|is|will be|would be|really|honestly)* (nothing to|nothing more to"
        "|nothing left to) (talk|discuss|say|add|negotiate)",
        "(if|unless) ... (,|then|there|i|we)* ... (no contract|no sale|no point|wasting|are done|am done|done here"
        "|block you|not be coming|not coming|not come|not be back|second choice|migrate|migrating|stay put|relist|list "
        "it|donate it|keep mine|shall not|will not be signing|will not sign|will not be buying|renew where|stay where"
        "|go back to|take it to|end it|call it off|call it a day|forget about it|drop it|take it off)",
        "(if|unless) ... {i} (will|would|am|are|shall|have to|can|must|then|just|going to|probably|rather|need to)* "
        "{quit}",
        "{i} (can|could|might|may|would|will) (just|also|always|as well|simply|easily|happily|well|still|perfectly)* "
        "(renew|stay) where (i|we) (am|are)",
        "(or|otherwise|else) (it|this|that|they) (is|goes|go|stays|gets|will be|will go) .. (listed|relisted|sold"
        "|donated|school|charity|dump|dealer|auction|back|scrap|online|friend|cousin|brother|sister|neighbor|neighbour"
        "|nephew)",
        "(do|make|give|say|get to) #? .. or (i|we) (am|are|will|have) .. (gone|out|off|leaving|done|elsewhere|walking"
        "|away)",
        "or (i|we) (drive|head|run|turn|sell|rent|give|offer|list|take|move|go|walk|leave|call|buy|book|sign|hire|pass"
        "|drop|part|stop) (as|ways|it|them|this|to|with|here|the|on|back|out|.|!|,|elsewhere|you|him|her|somebody"
        "|someone|away)",
    ),
)
