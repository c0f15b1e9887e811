"""Reasons people give for their price, grouped so that the same one said twice earns nothing more."""

from __future__ import annotations

from collections.abc import Iterator

from bot.negotiation.reading.grounds import GROUNDS
from bot.negotiation.reading.phrases import PhraseBook
from bot.negotiation.scenario import Side

SPOKEN_BY = {
    "quality": Side.SELLER,
    "faults": Side.BUYER,
    "budget": Side.BUYER,
    "no_need": Side.BUYER,
    "skill": Side.SELLER,
}
"""Reasons that argue for one side only: a buyer who praises the goods gives no reason for a lower price."""


def _reasons(kind: str, *phrases: str) -> Iterator[tuple[str, str]]:
    return ((kind, phrase) for phrase in phrases)


REASONS: PhraseBook[str] = PhraseBook(
    [
        *GROUNDS,
        *_reasons(
            "quality",
            "(great|excellent|perfect|mint|good|fantastic|pristine|amazing|flawless|new|brand new|immaculate|wonderful"
            "|beautiful|awesome|superb|fine|top|tip top|nice|spotless) (working|running|used|like|overall)* (condition"
            "|shape|quality|order|location|area|neighborhood|view|deal|price|value|bargain|bike|car|phone|bed|place"
            "|item|product|brand|features|vehicle|community|chair|couch|table|unit|apartment|home|house|piece|steal"
            "|size|investment|machine|gas mileage)",
            "(brand new|like new|good as new|nearly new|almost new|basically new|practically new|barely used|hardly "
            "used|never used|rarely used|gently used|lightly used|hardly ever used|only used|well maintained|well "
            "taken care|taken care of|well cared|well kept|high quality|top quality|top of the line|state of the art"
            "|one of a kind|hard to find|rare|vintage|antique|handmade|hand made|custom|limited edition|fully loaded"
            "|low miles|low mileage|no scratches|no damage|no dents|no stains|no rust|no problems|no issues|non "
            "smoking|smoke free|pet free|still sealed|unopened|functional|newly renovated|remodeled|renovated|upgraded"
            "|recently|new tires|new brakes|new carpet|fresh paint)",
            "(was|were|been|got) (just|only|recently|newly|all|both)* (replaced|serviced|repaired|upgraded|refurbished"
            "|inspected|checked|cleaned|tuned|repainted|rewired|restored)",
            "(runs|works|rides|drives|run|work|functions|running) (like|great|perfectly|well|fine|new|smooth|smoothly"
            "|excellent|good|perfect|a dream|amazing|beautifully|strong|really well|very well)",
            "(you will|you would) (love|enjoy|like|not regret|not find|never find|really love|be happy|be getting|save"
            "|get)",
            "(is|are|it is|was|in) (a|such a|an|still|really|very|so|in|quite|also|all|just|absolutely|pretty|the)* "
            "(steal|bargain|great deal|good deal|great price|fair price|good price|beautiful|gorgeous|comfortable"
            "|sturdy|solid|durable|reliable|quiet|safe|spacious|convenient|premium|powerful|perfect|excellent|amazing"
            "|awesome|stylish|unique|classic|great|mint|pristine|flawless|reasonable|fair deal|fair|very fair|high end"
            "|top notch|lovely|nice)",
            "(comes with|includes|included|has|with|throw in|come with|also comes|included in) (a|the|all|new|brand"
            "|free|its|an|some|on|two|@|great|large|full)* (warranty|features|extras|accessories|everything|laundry"
            "|parking|pool|gym|upgrades|amenities|appliances|box|charger|case|new|utilities|skylights|original"
            "|internet|view|views|bonus)",
            "(is|are|all) (covered|included|provided|taken care of|paid for)",
            "@ (minutes|minute|min|mins|blocks|block|miles|stops) .. (from|to|away|walk|walking|drive|on foot)",
            "(collectible|collectable|collectors item|heirloom|unique|irreplaceable|discontinued|out of production)",
            "only (been|used|driven|worn|ridden|sat|run|had|opened|washed|played) ... (times|once|twice|time|miles"
            "|months|weeks|year|@)",
            "(not|no) (a)? (single|one) (scratch|dent|stain|mark|flaw|problem|issue|chip|crack|spot|complaint)",
            "(great|good|perfect|ideal|best|prime|close) (for|to) (a|the|you|your|all|students|family|anyone"
            "|everything|public|kids|price|downtown|shopping|bart|work|school|someone)",
            "(exclusive|prime|premium|desirable|quiet|safe|upscale|convenient) (area|location|neighborhood|spot"
            "|community|district)",
            "(only|just|low|original) (@|#|original|has|low)* (miles|mileage|owner|original miles|hours)",
            "not ... (find|get|see|come across|have) (one|another|many|anything|it|a better|better|this|a|any)",
            "(deserve|deserves) .. (more|better|price)",
        ),
        *_reasons(
            "faults",
            "(scratch|scratches|scratched|dents|dent|rust|rusty|stain|stains|stained|damage|damaged|worn|old|older"
            "|ripped|torn|rips|tear|broken|crack|cracked|faded|dirty|well used|a used|outdated|ugly|small|noisy|wear"
            "|peeling|chipped|dings|flaws|repairs|missing|defect|defects|dated|smell|smells|mileage|miles) .. (so|and"
            "|on|in|the|it|for|since|which|you|that|i|though|is|a|,|.|but|from|price)",
            "(needs|need|needing|require|requires) (a|some|new|to be|work|repairs|repair|fixing|cleaning|paint|lot"
            "|tires|brakes|replaced|fixed|replacing|money|repainted)",
            "(does|do|did) not (come|include|work|have|look|even|really)",
            "(would|will|going to|have to|need to|cost me|must) (have to|need to|to)* (buy|replace|fix|repair|paint"
            "|clean|rent a|pay for|spend|get it|transport|haul|move it|reupholster|drive|invest|travel)",
            "@ (years|year) (old|ago|of)",
            "(it is|that is|since it is|is already|because it is|is|are|quite|pretty|so|it was) @ (years|year|old)",
            "(not|no) (new|in the best|in great|perfect|working|warranty|parking|elevator|air|washer|laundry)",
            "(farther|further|far|long way|too far) (from|away|to|out)",
            "(high|so many|that many|a lot of|lots of) (mileage|miles)",
            "(pattern|color|colour|smell|style|size|location) (is|does|really)",
        ),
        *_reasons(
            "budget",
            "(budget|afford|student|students|broke|unemployed|paycheck|low on cash|tight|short on|save money|saving"
            "|single mom|single mother|single parent|fixed income|retired|retirement|college|income|poor|expensive for "
            "me|money is|bills|all i have|cash strapped|lost my job|laid off|pay day|payday|my wallet|life savings"
            "|price range|spending limit|medical bills|starving|grandma|on a)",
            "(only|just) (have|got|brought|carry|own|make|earn|saved) {about}* #",
            "(salary|income|paycheck|allowance|pension|wage|scholarship|stipend) (only|just|will|does|is|can)",
            "that (kind|much|sort|type) (of)? (cash|money|budget|dough)",
            "that is all i (have|can|got)",
            "(is|was) all i (have|can|got)",
            "more than i (can|have|want|wanted|am|was|could|planned)",
            "(first|new) (apartment|home|house|baby|job|foster|car|place)",
        ),
        *_reasons(
            "market",
            "(going rate|market value|market price|market|blue book|kbb|kelley|comparable|comps|similar|the others"
            "|average|median|retail|retails|msrp|brand new|sells for|selling for|goes for|going for|worth|value|valued"
            "|originally|new ones|new one|appraised|online|amazon|ebay|elsewhere|apple store|the store|per the|in the "
            "area|in this area|for the area|depreciate|depreciation|depreciated|overpriced|over priced|undervalued"
            "|resale|competitive) .. (for|at|is|#|the|it|a|price|than|i|you|that|are|so|,|.|!|in|and|much|more|less|on"
            "|to|was|but|then)",
            "(paid|cost|spent|invested) {about}* #",
            "bought (it|this|them|one|mine|that)? .. for {about}* #",
            "(has|have) not (gone up|risen|increased|changed|moved|got dearer|gotten more)",
            "(new|existing|old|other) customers (pay|get|are paying|are getting|only pay)",
            "(price|rent|#|it|that|this|which) (is|seems|seem|looks|does seem|was|sounds) {deg}* (high|steep|much"
            "|expensive|pricey|overpriced|unreasonable|more than) (for|considering|compared|given|since|because|to"
            "|with|but|and)",
            "(cost|costs|paid|worth|sells for|spent) (me|us)? (double|twice|triple|three times|more than|almost|nearly"
            "|a lot)",
            "(in|for|around) this (area|part|neighborhood|neighbourhood|town|city|market|building|street|age|day)",
            "# (will|would|does) not (even)? (cover|pay|buy)",
            "a (bit|little|tad) (much|high|steep|pricey|expensive|out)",
            "(high|low|much|expensive|steep|pricey|lot|rich|overpriced|dear|cheap|money) for (the|that|this|its|a|an"
            "|one|such|something|used|what|here|these|those|only|just)",
            "(less|more) than (it|the|they|what|that) ... (worth|value)",
            "(pricey|expensive) (for|compared|given|since|because|but|and|considering)",
            "(cost of living|inflation|gas prices|cost of gas|interest rates|prices are up|prices went up|supply|high "
            "demand|low demand|off season|high season|low season|peak season|busy season|slow season)",
        ),
        *_reasons(
            "ease",
            "(pay|paying|have|offer|give|got|give you|all|in|with|hand|of) (you|it|the|all|in|full|you in|#|up|today)* "
            "cash",
            "cash (in hand|today|now|right now|on hand|in full|money|ready|only|on the spot|upfront|up front|tonight)",
            "{i} (can|will|could|would) (also|even|just|come|be|then|gladly|happily|and|to|over|by)* (pick|pickup|haul"
            "|get it|come and get|come get|load|move it|transport|remove|take it today|take it off)",
            "(pick|picked|picking) (it|them|this)? up (myself|today|now|right away|tonight|this|tomorrow|right now"
            "|immediately)",
            "(do not need|no need for|without|not need) (the|any|your|it)* (delivery|delivered|delivering|assembly"
            "|installation)",
            "(has|have|got|with|borrow|own) (a|my|my own|his|our|the)* (truck|van|pickup truck|trailer)",
            "(quick|fast|easy|smooth) (sale|transaction|deal|pickup|and easy)",
            "(take|taking) it off your hands",
            "(all|both|several) of them",
        ),
        *_reasons(
            "promise",
            "(colleague|coworker|clerk|manager|salesman|saleswoman|website|ad|listing|advert|he|she|they|you) (already"
            "|just)? (said|told me|promised|mentioned|says|agreed|assured me|quoted me)",
            "(colleague|coworker|clerk|manager|salesman|saleswoman|seller|agent|ad|listing|advert|mail|email|letter"
            "|lease|contract|paper|sheet|offer|quote|you|he|she|they|nobody|somebody|someone|colleagues|guy|man|woman"
            "|website|invoice|receipt|sign|boss|partner|brochure|page) .. (already|just|also|had|has|have|never|even)* "
            "(told|promised|mentioned|agreed|dropped|waived|cancelled|canceled|removed|took off|wrote|quoted"
            "|advertised|confirmed|assured|authority|said)",
            "(mail|email|ad|letter|lease|contract|sticker|tag|quote|paper|website|invoice|listing|sheet|offer) (said"
            "|says|say|stated|states|reads|mentions|does not|did not|never|had|was)",
            "(on the phone|in writing|in the ad|in the mail|in your mail|in your email|in the contract|in my contract"
            "|in the lease|in my lease|on the order|on paper|on the invoice|last week|when i booked|when i ordered"
            "|when we spoke)",
            "(no|not a) word about",
            "{i} (was|were|have been|had been) (told|promised|quoted|assured|offered)",
            "(already|have) (paid|ordered|signed|agreed) (for|the|a|it|my|our|and)",
            "(tag|sticker|label|sign) (says|said|reads|shows)",
            "on the (tag|sticker|label|sign)",
        ),
        *_reasons(
            "no_need",
            "{i} (never|have never|had never) (asked|ordered|wanted|needed|used|called|use|want|need|requested|agreed"
            "|signed|had|got|book|booked|drive)",
            "{i} (do|did|will|would|have) not (really|even|actually)? (own|drive|use|have|order|ask for|park|want any"
            "|cook|watch)",
            "(nobody|no one|none of us) .. (here|asked|ordered|uses|used|needs|called|calls|mentioned|told|said|wants"
            "|wanted)",
            "(something|things|stuff|anything) (i|we|that i|that we) (do|did|will) not (need|want|use|order|ask for)",
            "(does|do|did) not (interest|help|concern|matter to|apply to) (me|us)",
            "(worth|means) nothing to (me|us)",
            "(no|not any) (use|need) for",
        ),
        *_reasons(
            "loyalty",
            "(great|good|excellent|solid|strong|perfect|stable|steady|impeccable|clean) (references|reference|credit"
            "|income|job|history|reviews|rating|score|record)",
            "(quiet|clean|reliable|responsible|tidy|serious|careful|long term|good|great|easy|respectful|model) "
            "(tenant|tenants|buyer|person|couple|renter|customer|family|professional|worker|roommate|neighbor"
            "|neighbour|people|client|guest)",
            "always (pay|pays|paying|on time|return|keep)",
            "(do not|never|no) (smoke|drink|party|smoking|smokers|have pets|have any pets|have kids|have children)",
            "(pay|paying|give|deposit|rent|months|year|full|all|money|cash) .. (up front|upfront|in advance|ahead of "
            "time|beforehand|ahead|on signing)",
            "(always|never|ever|long) (been|paid|had|late|missed|on time|complained|a problem|any trouble|punctual)",
            "(been|am|are|we are|being) (a|an|your|with|here|one of your)* (good|loyal|long|faithful|regular|best"
            "|reliable|quiet|paying)* (customer|customers|tenant|tenants|client|clients|member|members|guest|guests"
            "|subscriber|with you|here) (for|since|.|,|!|and|of|all)",
            "@ (years|year|months) ,? (and|with|every|as|here|in|without|of loyalty|never|always|together)",
            "for @ (years|months)",
            "for (many|several|a lot of|so many|all these) (years|months)",
            "(pay|paid|paying) (always)? on time",
            "{i} {will} .. (sign|stay|commit|book|order|take) .. for (@|two|three|a whole|a full|another|the whole"
            "|several) .. (years|year|months|seasons)",
            "(used to|always) pay #",
            "{i} paid (you)? # .. (last|before|until|so far|all|every|for)",
            "(taken|took|take) (very|really)? (good|great|excellent) care",
            "(recommend|recommended|good review|great review|leave a review|write a review|reviews|referral|come back"
            "|repeat customer|word of mouth)",
        ),
        *_reasons(
            "skill",
            "(years|year|lot|lots|plenty|months) (of|in) .. (experience|practice|work|expertise|job|business|field"
            "|trade)",
            "(my|our|relevant|with) .. (experience|skills|degree|portfolio|references|reference|track record|training"
            "|expertise|certificate|qualifications|knowledge|results)",
            "{i} (ran|run|led|lead|managed|manage|built|build|trained|train|bring|launched|handled|designed|organized"
            "|organised|delivered|saved|know) (a|the|your|my|our|an|up|several|two|@|it|many|all|how|this|at)",
            "{i} {will} be (productive|useful|up to speed|ready|effective|running|worth)",
            "(saves|save|saved|earn|earns|brings|bring|spares|spare) (you|your|them|the company|the studio) .. (time"
            "|money|work|trouble|hours|days|cost|costs|the|a lot)?",
            "(full|undivided|whole|all my) attention",
            "(ties|tie|keeps|keep|blocks|block) (me|us) (up|busy|from|for)",
        ),
        *_reasons(
            "effort",
            "{i} (can|will|could|would|am going to|are going to|have|already|even|gladly|happily)* (carry|pick|pack"
            "|packed|collect|haul|bring|drive|install|move|take|do|load|fetch|clean|paint|assemble|handle|prepare"
            "|prepared|transport) ... (myself|ourselves|on my own|on our own|already|by myself)",
            "(most|all|everything|half|much) (of it|of that|of them)? (is|are|was) (already|all)? (packed|done|ready"
            "|prepared|boxed)",
            "(everything|most of it|all of it|it) is (already)? (packed|prepared|ready)",
            "(my|our|the) (own|husband|wife|brother|friend|son|dad|father) ... (truck|van|tires|tyres|tools|car"
            "|trailer|outside)",
        ),
        *_reasons(
            "others_pay",
            "(my|our) (guests|customers|clients|boss|readers|members|board|budget|bank|team|company|firm|people|users) "
            ".. (will|would|do|does|can|could|is|are|has|have) .. not? .. (pay|approve|accept|allow|want|like|sign"
            "|agree|come|buy|care|drink|order)",
            "(get|gets|got|getting) past my (boss|board|partner|wife|husband)",
        ),
        *_reasons(
            "why",
            "(my|the) (wife|husband|kids|kid|son|daughter|family|mom|dad|boss|parents|roommate) (and i|would|will|is"
            "|are|does|said|says|say|told|wants|need|has|turns|starts|and)",
            "since (i|you|it|we|they|there|that|this|the|my|your|our|he|she|nobody|no one)",
            "given (the|that|its|how|your|my|our|all|what|this)",
            "{i} would (have|be left with|end up with|get|be left) (no|nothing|only|none|without)",
            "(needs|need|has|have|got|must) (to)? (be|go) (gone|out of|sold|empty|by|before)",
            "(because|considering|due to|as it|as the|seeing|based on|in light of|that is why|thats why|being that"
            "|after all|for the reason|especially|compared to)",
            "(moving|move|divorce|baby|new job|need the money|need to sell|have to sell|must sell|need the space"
            "|downsizing|relocating|must go|get rid of|out of space|need room)",
        ),
    ]
)
