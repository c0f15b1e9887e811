"""Words that refuse the terms on the table, that stand by one's own, and that mean the opposite of what they say."""

from __future__ import annotations

from bot.negotiation.reading.answers import Answer, answers

REFUSALS: tuple[tuple[Answer, str], ...] = (
    *answers(
        Answer.NO,
        "(too|bit|little|tad|way|far) {deg}* (low|high|much|expensive|steep|little|pricey|less|rich|far off|short|far) "
        "(for|at|.|!|,|to|but|and|price|in|i|because|since|considering|now|offer|right|a|given|as|than)",
        "(so|very|pretty|kind of|sort of|awfully|quite|rather|really|extremely|just|seems|is|somewhat|sounds|are|was"
        "|looks) {deg}* (low|high|expensive|steep|pricey|lowball|overpriced|unreasonable) (for|at|.|!|,|to|but|and"
        "|price|in|i|because|since|considering|now|offer|right|a|given|as|than)",
        "{can} not .. (do|go|accept|take|sell|afford|pay|justify|consider|agree|come|let|give|offer|spend|meet|swing"
        "|make|drop|lower|part|settle|budge|work) (it|that|this|for|to|you|with|as|any|so|those|them|#|lower|higher"
        "|much|down|below|under|above|over|less|more|anything|.|up|at|the|your|on|by|!|a|beyond|past|,|all|only)",
        "(i am not|not going to|not want to|do not wish to|not gonna|not about to|not willing to|not able to|refuse to"
        "|not ready to|never|not be able to|not interested in) .. (accept|accepting|pay|paying|sell|selling|take"
        "|taking|do|doing|go|going|drop|dropping|lower|give|giving|come|budge|spend|spending|let|buy|make|offer"
        "|buying)",
        "^ (haha|um|uh|sorry|hmm|oh|well|hell|god|,)* no (.|!)",
        "(rather|would rather|i will) keep it (myself)? (.|!|,|then|than)",
        "no (way|thanks|thank you|can do|chance|sir|good|go|sorry|deal|dice)",
        "^ (no|sorry no) (.|!|#)",
        "^ (sorry no|oh no|hell no|no no|no_sign|nice try|absolutely not|definitely not|not a chance|not happening|not "
        "really|unfortunately no|hmm no|uh no|not for me|sorry) (.|!|sorry|way|thanks|#|that is)",
        "no_sign",
        "(slap in the face|kick in the teeth|not even close|nowhere near|nowhere close|no from me|no for me|no from us"
        "|not quite there|not there yet|still short|still too|still off|too far off|beneath me|no thank you)",
        "(out of|beyond|above|outside) {deg}* (my|our) (league|class|bracket|price bracket|pay grade)",
        "(hold|holding|wait|waiting) out (for|on|until)",
        "(rather|sooner) (donate|keep|burn|throw|give|trash|scrap|eat|not)",
        "(will|would|does|do) not (even)? (cover|pay for|buy)",
        "too {deg}* {low}",
        "(outside|above|over|beyond|past|under|below) .. what (i|we|my)",
        "you are (dreaming|joking|kidding|crazy|nuts|out of your mind|not serious)",
        "(at|for) that (price|money|amount|rate|number|kind of money) {i} (would|will|am)? (rather|sooner|prefer"
        "|better|just)",
        "(sounds|sound|seems|feels|looks) like (a lot|too much|a stretch|quite a lot|robbery|a rip off)",
        "not (what|how much|as much as|in line with what) (we|i) (had|have|was|were)? (budgeted|planned|expected"
        "|agreed|in mind|wanted|hoped|told|discussed|budget|expect|want|need|looking for|promised)",
        "rules (you|it|that|us|this) out",
        "(be|is) a (shame|pity|crime|sin|waste) to (let|sell|give|part)",
        "not even (replace|begin|touch|buy|start)",
        "{i} (really|just|simply|honestly)* (can|could) (really|just|simply)* not (.|!|,|sorry|man|really)",
        "(hard|firm|big|definite|clear) no",
        "(so|sorry|,) no (.|!)",
        "^ (not really|no) (,)? (because|cause|not|sorry|way|since|that is|this is|it is too|thanks)",
        "(nuts|bonkers|bananas|absurd|silly|madness|obscene|unreal|daylight robbery|daft|mad|wild|offensive)",
        "(leave|leaves|put|puts|cost|costs|ruin|ruins|kill|kills|hurt|hurts) me (with|at|in|too|out|so|a loss)",
        "not ... (have|got|spend|pay|afford|justify) that (kind|much|sort|type)",
        "(asking|charging|wanting|want|ask) (a lot|too much|so much|quite a lot|way too much|an arm) (for|and)",
        "not (up|open|available) (for|to) (discussion|debate|negotiation|bargaining|question|haggling|offers)",
        "(lowballing|lowballed|low balling)",
        "(pushing it|a stretch|asking too much|a tall order|a bit rich|a big ask|pushing my luck)",
        "(close|almost|nearly|near) ,? but (not|no|still)",
        "# (is)? (less|more) than (it|the|they|what|i|that|my) ... (worth|cost|costs|value|paid|brings)",
        "(my|the|our) (wallet|bank account|wife|husband|budget|boss|purse|bank) (says|said|say) (no|nope|otherwise)",
        "not (acceptable|enough|happening|possible|good enough|going to happen|going to work|what i|even close|close"
        "|fair|realistic|reasonable|feasible|doable|really what|worth)",
        "(will|would|does|is|do) not (really|quite|going to)* (work|cut it|do it|be enough|fly|do) (for|.|!|with|,|me)",
        "(out of|over|above|outside|beyond|outside of|past|exceeds) {deg}* (my|our|the|of)* (budget|range|price range"
        "|limit|reach|price|means)",
        "(more|less|lower|higher) than {i} (can|could|want|wanted|am|was|have|would|need|will|had|planned|expected)",
        "(insulting|insult|lowball|low ball|outrageous|ridiculous|laughable|joke|crazy|insane|robbery|rip off|ripoff)",
        "(decline|declined|reject|refuse|turn down|turn that down)",
        "i (need|want|would need|would want|was hoping for|was looking for|have to have|would have to have|have to "
        "take|would have to take|have to get|am looking for|am asking for) .. more (than|for)",
        "(far|way|well) (below|under|off|from|above) (my|what|the|asking|list|our|where)",
        "low (offer|price|number|amount|for|bid)",
        "that low",
        "never (.|!|in|ever)",
        "(never|not) (at|for) (that|this) (price|money|amount|rate|number)",
        "(manager|boss|owner|supervisor|landlord|company|wife|husband|partner|board|bank) (will|would|does|do|can"
        "|could) not (allow|let|permit|accept|approve|agree|have|like)",
        "(must|have to|have got to|got to) be (joking|kidding)",
        "(you are|are you) (joking|kidding)",
        "(more|less) than (we|i) (agreed|discussed|said|planned|expected|hoped|want|wanted|would like|work|charge|pay"
        "|usually)",
        "(below|under|above) (what|my|our) .. (work|rate|charge|pay|price|usual|i|limit|budget|we)",
        "(out of the question|no thank you|not for that|not at that|not at this|not with me|not like this|not like "
        "that)",
        "not ... ... that (high|much)",
        "go that (high|low|far)",
        "^ that (high|much) (.|!|?)",
        "you (can|will have to|need to|have to|must|should) do better",
        "come on (.|!|,|now|that|you|it|#|man|be)",
        "do better than that",
        "(would be|be|is|it is) (a)? (stealing|theft|give it away|giving it away|robbing|robbery)",
        "(give|giving) (it|this|them|that) away",
        "(would be|be) (a|such a|quite a)? steal (for you)? (.|!|,|but|at)",
    ),
    *answers(
        Answer.NO,
        "^ (still|very|quite|pretty|bit|a bit|that is|rather|,|wow|well)* (steep|pricey|dear|expensive|hefty) (.|!|,)",
        "^ (ouch|yikes|blimey|crikey|oof|jeez|jesus|good grief|good lord|good heavens|dear god) (.|!|,)",
        "^ can not (.|!|,|sorry|do|be)",
        "can not be done",
        "(have a heart|be serious|get serious|come off it|pull the other|having a laugh|having me on|what do you take "
        "me for|do i look like|you wish|get out of here|keep dreaming|not a hope|not on your life|not in a million"
        "|over my dead|when you are serious|if you are serious|are you mad|you must think|a bit of a cheek|a bit "
        "cheeky|a little cheeky|bit cheeky|rather cheeky|daylight|highway robbery|taking the mick|taking the piss|piss "
        "take|jog on|wind your neck)",
        "(a long way|still miles|way|miles) (off|apart|short) (from|of|.|!|,|what|my|where|the mark|still|each)",
        "{i} (will|would|am going to) (sooner|rather|just)? (burn|bin|scrap|crush|smash|eat|bury|torch|junk) (it|them"
        "|that)",
        "(above|over|more than|beyond|north of|past|outside|outside of|higher than|under|below|south of) .. .. (band"
        "|budget|limit|what|worth|range|reach|head|means|bracket|ceiling|scale|allowance|cost|value)",
        "(,|but|then) no (.|,|!|i|sorry|thanks)",
        "{can} not .. (drop|lower|reduce|come down|go down|knock|shave|cut|leave|switch|move|join|start|work|stretch"
        "|run|carry|manage|match|touch|get|justify|find|spare|commit) ... (by|for|to|that|less|under|below|at|it|any"
        "|much|so)",
        "(does|do|would|will) not (do it|fly|add up|make sense|wash|cut it|get you|get me|even|do much|come close|sit "
        "right) (for|here|with|to|.|!|,|me|us|the|a|come|cover)",
        "makes no sense",
        "(get|wrap) my head (around|round)",
        "{i} would be (mad|crazy|nuts|stupid|insane|a fool|an idiot|robbing|losing|giving|cutting) ",
        "(#|it|that|price|which) (hurts|stings)",
        "(a non starter|non starter|nonstarter|no go|a no go|off the table|out of bounds|out of order|too much to ask"
        "|asking the impossible|more than enough already|more than it is worth)",
        "(turned down|turned away|said no to|refused) (a|an|the|someone|somebody|people|offers|higher|better|more|#)",
        "# ,? no (.|,|!)",
        "^ (no|nah) ,? {i} (am|are) (sorry|afraid|not|good)",
        "rather not (.|!|,|do|go|take|sell)",
        "(afraid|think|fear|guess|say|said|means|mean|is|be|be a|a|is a) (it is|that is|i have to say|it has to be"
        "|still)? (a)? no (.|!|,|from|for|at|on|to)",
        "(more|less) than {i} (had|have|would|was|were|am) (planned|budgeted|hoped|in mind|put aside|set aside|thought"
        "|bargained for|thinking|counting on|ready|prepared|willing)",
        "no good to me",
        "(take|taking|taken|at) (a|such a)? (big|huge|real|heavy|serious)? loss",
        "not (really|at all)? interested (at|for|in that|in this)",
        "are you serious",
        "(turn|turning|spin|spinning|rolling) in (his|her|their|my) graves?",
    ),
    *answers(
        Answer.FIRM,
        "(price|rent|i am|am|offer|we are|pretty|fairly|very|is|it is|standing|stand|hold|holding) {deg}* firm (on|at"
        "|with|.|!|,|about|here|#)",
        "not (budging|negotiable|negotiating|moving|flexible|up for negotiation|open to negotiation)",
        "(that|this|#) is {deg}* (my|the|our) (final|last|best|lowest|highest|absolute|bottom|max|maximum|top|limit) "
        "(offer|price|i|final|lowest|best|line|dollar|.|!|bid|that|it|amount)",
        "{i_best} {i} (can|could|will|would|am|have)",
        "(that|this) (is|was) my (offer|price|number|bid) (.|!|,)",
        "{i} (have|already)* (moved|come up|come down|gone up|gone down) (twice|already|enough|far|a lot|plenty|# "
        "times|three times|as far|more than)",
        "you (have|did|do)* not (moved|move|budged|budge|given|come down|come up)",
        "^ (so|now|okay|well|,)* (it is)? your (turn|move) (now)? (.|!)",
        "(my|the) (offer|price) (stands|still stands|is final|is the same|has not changed|remains)",
        "(sticking|stick) (with|to|at) (my|the|that|#)",
        "(still|again) # (.|!)",
        "(price|fee|charge|rate|rent|surcharge|deduction|package|cost|offer|number|it|that|this|salary|cover|discount"
        "|everything) (just|simply)? (stays|stay|stands|remains|is fixed|is what it is|is final|is set|is set in stone"
        "|has to stay|has to go|must go|needs to go|has to stand)",
        "(price|fee|rate|rent|cost) is the (price|fee|rate|rent|cost)",
        "(price|fee|rate|rent|it|that|rates|prices) (does|do|will|can) not (change|move|budge|go|come)",
        "(fee|charge|surcharge|deduction|cost|problem) is not (mine|my|our)",
        "(is|are) (our|the|company|my|store|house|a matter of) (policy|price|rule|rules|rate|final|terms)",
        "{i} (only|just) work here",
        "(manager|boss|head office|headquarters|company|owner|board|partner|landlord) .. (decided|insists|insist|sets"
        "|set|fixed|fixes|wants|will not let|does not let|says no|said no|forbids|will not have|does not allow|makes "
        "the rules)",
        "(hands are tied|rules are rules|nothing i can|nothing we can|nothing to be done|no discounts|no exceptions)",
        "(everyone|everybody|every customer|all customers|all of them|anybody else) (pays|pay|has to pay|have to pay"
        "|is paying)",
        "(my|the|our) (rate|price|prices|rates|number|terms|position) (stays|stay|is|are|stand|stands|remains) (.|!"
        "|the same|fixed|firm|as it is|what it is|as is)",
        "(stand|standing|stay|staying|insist|insisting) (by|on|with) (my|that|the|this|it|what|our)",
        "(rather|sooner) not (pay|spend|sign|give|take)",
        "(is|are) (a|such a|just a) (joke|bit much|lot) (for|.|!|,)",
        "like i said",
        "as i (said|mentioned|told)",
    ),
    *answers(
        Answer.IRONY,
        "yes (right|,? sure)",
        "(in your dreams|dream on|you wish|as if|when pigs fly|when hell freezes|over my dead body|eyeroll|just "
        "kidding|jk)",
        "(why do not i|should i|maybe i should|want me to) (just|also)? (give|throw|pay|hand)",
        "(next you will|what next|anything else your majesty|and my house|and my firstborn|and my kidney|and my soul)",
        "haha (deal|sure|yes|okay|right)",
        "(deal|sure|okay) haha",
    ),
)
