"""What the goods, the work and the parties are like, as people tell it to move a price: more words for reasons.py.

Where reasons.py knows how an argument is built, these know what is argued with: what can be wrong with a thing, what
speaks for it, what it costs to have it, what somebody lives on.
"""

from __future__ import annotations

_FAULTY = (
    "dated|outdated|old fashioned|tired looking|stick|sticks|sticky|sticking|jam|jams|jammed|jamming|wobble|wobbles"
    "|wobbly|wobbling|rattle|rattles|rattling|creak|creaks|creaky|squeaky|squeaks|defective|faulty|malfunctioning|leak"
    "|leaks|leaky|leaking|drip|drips|dripping|bent|warped|crooked|uneven|mismatched|scuffed|scuffs|frayed|fraying"
    "|discolored|discoloured|yellowed|yellowing|moldy|mouldy|mold|mould|mildew|musty|smelly|stinks|reeks|rusted"
    "|rusting|corroded|dented|dinged|scraped|gouged|burnt|singed|patched|threadbare|saggy|sagging|sags|lumpy|dead"
    "|glitchy|buggy|laggy|drafty|draughty|damp|dingy|cramped|obsolete|flimsy|veneer|particle board|plywood|chipboard"
    "|knockoff|knock off|imitation|watered down|outage|outages|downtime|crashes|crashed|expired|salvage|recalled"
    "|rebuilt title|second hand|secondhand|pre owned|untested|incomplete|unfinished|sloppy|half done|tear in|hole"
    "|holes|scratchy|blurry|flickers|flickering|hum|hums|buzzes|overheats|slips|slipping|bald|worn out|beat up|beaten "
    "up|banged up|run down|rough around|seen better days|past its prime|past its best|last legs|falling apart|fallen "
    "apart|showing its age|shows its age|looks its age|wear and tear|water rings|watermarks|moths|water marks"
    "|cigarette|pet hair|dog hair|cat hair|fur|fingerprints|tape|glue|glued|taped"
)
_WORN_PARTS = (
    "paint|coat|oil|tires|tyres|brakes|battery|belt|clutch|sanding|polish|polishing|varnish|elbow grease|service"
    "|servicing|tune up|reupholstering|refinishing|repainting|rewiring|updating|upgrading|overhaul|deep clean"
    "|attention|tlc|love|glue|screws|parts|filter|filters|hinges|handles|legs|wheels|strings|tubes|bulbs|roof"
)
_HARD_LIFE = (
    "tight|unemployed|laid off|out of work|between jobs|part time|single income|one income|minimum wage|pension"
    "|disability|social security|food stamps|overdraft|debt|debts|loan|loans|mortgage|tuition|scholarship|daycare"
    "|childcare|twins|triplets|newborn|expecting|pregnant|divorce|medical|vet bill|vet bills|hospital bills|nonprofit"
    "|non profit|charity|startup|start up|every penny|every dollar|every cent|every euro|every pound|pinching pennies"
    "|cash flow|strapped|skint|overextended|living paycheck"
)
_WELL_KEPT = (
    "serviced|overhauled|restored|reupholstered|refinished|waxed|detailed|polished|sharpened|calibrated|garaged"
    "|rewired|pampered|babied|cherished|looked after|well loved|well built|solid as|rock solid|built to last|built "
    "like a tank|made to last|bulletproof|indestructible|hand built|hand carved|hand stitched|hand knotted|solid oak"
    "|solid wood|solid walnut|solid brass|mahogany|walnut|teak|hardwood|cast iron|full grain|genuine leather|stainless"
    "|double glazing|double glazed|certified|award winning|one owner|single owner|first owner|full history|service "
    "history|smoke free|showroom|out of the box|still in the box|in the wrapper|with tags|tags on|sought after"
    "|collectors|numbered|signed by|first edition|period piece|holds its value|hold their value|keeps its value|last a "
    "lifetime|lasts a lifetime|last you|lasts you|outlive|outlast|sold out|selling out|still works|still runs|works "
    "perfectly|as advertised|top shape|tip top|not a mark|not a scratch|not a scuff|not one scratch|no marks|damp "
    "cloth|good bones|fresh batch|from scratch|homemade|home made|organic|pasture raised|free range|hand picked|taste "
    "the difference|real deal"
)

GROUNDS: tuple[tuple[str, str], ...] = (
    *(
        ("faults", phrase)
        for phrase in (
            f"({_FAULTY})",
            f"(need|needs|needed|needing|want|wants|could use|could do with|requires|require|due|due a|due for|overdue"
            f"|in"
            f" need of|will want) (a|an|some|new|its|big|major|full|fresh|good|the|of|for|lot|bit|more)* "
            f"({_WORN_PARTS})",
            "(no|not any|without|lacks|lacking|missing|minus) (a|an|any|the|its|working|proper|real)* (lift|elevator"
            "|balcony|dishwasher|ac|air con|air conditioning|yard|garden|closet|storage|view|light|daylight|insulation"
            "|wifi|warranty|guarantee|receipt|paperwork|papers|manual|remote|key|keys|lid|shelf|shelves|drawer|cable"
            "|charger|cushion|cushions|box|stand|pedals|lock|window|windows|oven|stove|fridge|washer|dryer|heating"
            "|service history|insulation)",
            "(worries|bothers|concerns|scares|annoys|bugs) (me|us)",
            "(puts|put) (me|us) off",
            "(worried|concerned|nervous) about",
            "(will|does|do|did|would) not (even|really|quite|fully|properly|always|ever)* (close|open|shut|lock|start"
            "|charge|turn|fit|match|spin|heat|cool|flush|align|hold|reach|recline|fold|sit|stay|drain|connect|pair"
            "|boot|print|scan|line up|go with|add up|work)",
            "(face|faces|facing|overlook|overlooks|overlooking|next to|above|right on|backs onto|opposite) .. (tracks"
            "|track|railway|road|highway|motorway|street|bar|pub|club|dumpster|wall|airport|construction|building site"
            "|junction|school|kitchen|parking lot|car park)",
            "(second|third|fourth|fifth|sixth|seventh|top|@) floor ... (no|without|walk up)",
            "(walk up|north facing|ground floor flat|basement)",
            "(half|most|one|two|some|part|parts|pieces|a few|a third) of (the|them|its|it|those) .. (gone|missing"
            "|broken|lost|dead|loose|cracked|chipped|empty|unused|worn)",
            "(took|takes|take|waited|wait|waiting) (you|your|me|us|them|over|about|two|three|days|weeks|forever"
            "|support|@|nearly|almost)* (days|weeks|hours|months|ages|forever) (to|for|before|and)",
            "(late|delays|delayed|delay|mistakes|mistake|complaints|errors|missed|bugs) .. (last|this|twice|every"
            "|again|times|already|with|in|on)",
            "(were|was|came|arrived|delivered) (always|often|twice|@|a|an|hour|day|week|days|hours|weeks)* late",
            "(burn|rust|water|oil|wine|coffee|sun|pet) (mark|marks|stain|stains|spot|spots|damage|ring|rings)",
            "(over|past|above|at|nearly|almost|about|around) (the)? @ (miles|thousand miles|km|kms|kilometers)",
            "(yours|these|those|they|walls|drawers|doors|legs|sides|parts|it) (are|is) not (straight|even|level|square"
            "|finished|matching|solid|original|real|the same|flat|genuine)",
            "not (solid|real|genuine|original|matching|real leather|real wood)",
            "(half|a third|two thirds|most of) (its|the|their) (value|price|worth)",
            "(other|another|rival|competing) (site|shop|place) .. (mix|cheap|frozen)",
        )
    ),
    *(
        ("no_need", phrase)
        for phrase in (
            "(only|just|barely|hardly|rarely|never|seldom) (really|ever|even)* (use|used|using|need|needed|touch"
            "|touched|open|opened|log|logged|visit|go|went|watch|drive|drove)",
            "(nobody|no one|none|hardly anyone|hardly anybody|few) .. .. (has|have|had|ever)? (even|ever)? (uses|use"
            "|used|opened|opens|touched|touches|looked|looks|logged|logs|needs|need|wants|eats|drinks)",
            "(headcount|layoffs)",
            "(fewer|smaller) (people|guests|users|employees|seats|hours|rooms|team|group|party|company)",
            "(downsized|shrunk|down to|down by) .. (people|users|seats|employees|third|half|team|staff|of us|quarter"
            "|@)",
            "(nowhere|no place|no space|no room|no where) (to|for) (keep|put|store|park|it)",
            "(by|on|for) (ourselves|myself) (.|!|,|so)",
            "(only|just) (use|need|want|have|got) (half|part|some|a few|a third|one|two|three|the|@|this) (of)?",
        )
    ),
    *(
        ("budget", phrase)
        for phrase in (
            f"({_HARD_LIFE})",
            "(money|cash|things|finances|budget|month|year) (is|are|was|were|has been) {deg}* (tight|short|thin|scarce"
            "|slow|hard|a problem|difficult|rough|gone)",
            "(been|was|am|are|got|getting|is) (out of work|laid off|unemployed|on leave|sick|furloughed|made "
            "redundant)",
            "(financial|money|cash) (problem|problems|trouble|troubles|issues|situation|hardship|difficulties)",
            "(scrapped|scraped|strapped|short|low|hurting|hurt) (for|on) (cash|money|funds)",
            "(leave|leaves|left|leaving) (me|us) (with)? (nothing|short|broke|no money|little|penniless)",
            "(watch|count|counting|watching|mind|pinch|turn over) (every|my|our|the|each) (penny|dollar|cent|spending"
            "|pennies|euro|pound|budget|money|costs)",
            "(saving|saved|save) (up|for|since|all|money)",
            "(kids|children|family|mouths|three kids|two kids) to feed",
            "(cfo|accounting|finance|accounts|procurement|treasurer|bookkeeper|headquarters|head office|committee|the "
            "board) .. (not|never|only|capped|cut|refuse|refuses|would|will|says|said|wants|allows|approved|signed"
            "|signs|sign)",
            "(rent|bills|mortgage|tuition|insurance|taxes) (is|are) (due|going up|up|coming|high|not)",
            "(fixed|small|tiny|limited|modest|tight|shoestring|strict) (budget|income|salary|pension|allowance|funds"
            "|means)",
            "(after|until) (payday|the first|i get paid|my check|next paycheck)",
            "(teacher|nurse|student|pensioner|retiree|apprentice|intern|trainee|freelancer|single mum|single dad|widow"
            "|veteran|refugee) (,|.|and|on|with|so|here|salary|pay|myself)",
            "{i} (am|are) (a|an|just a|only a|both) (@|night|day|school|music|primary|young|first|second|year|poor)* "
            "(teacher|nurse|student|students|teachers|nurses|pensioner|apprentice|intern|trainee|freelancer|single"
            "|widow|veteran|couple|family)",
        )
    ),
    *(
        ("market", phrase)
        for phrase in (
            "(had it|have it|has it|been up|been listed|been on|been here|been there|been sitting|been for sale|sat"
            "|sitting|listed|posted|online|up|for sale|on the market|on here|advertised) ... (for|since) .. (weeks"
            "|week|months|month|a while|ages|long|forever|days|easter|christmas|spring|summer|fall|autumn|winter"
            "|january|march|may|june)",
            "(up|listed|online|for sale|on here) (for)? (days|weeks|months|ages|a while)",
            "(rents|prices|rates|values|wages|costs) .. (come|coming|gone|going|dropped|dropping|fallen|falling|down"
            "|up|risen|rising|lower|higher|crashed|collapsed|cooling|slow)",
            "(market|season|demand|business) (is|has) .. (slow|soft|cold|cooled|down|dead|quiet|crashed|saturated|over"
            "|hot|strong|booming)",
            "(lose|loses|lost|drop|drops|dropped|losing) .. (value|worth|half|most|a third)",
            "(nobody|no one|not many|few people|who) (else)? (is|will|would|going|are|in their right mind)* (going "
            "to)? (pay|pays|give|gives|buy|buys|want|wants|offer|offers|spend)",
            "(price|what) i paid",
            "(getting|get) (it|them|this) for (less|half|a third|way|much|under|only|a)",
            "(hold|holds|keep|keeps|kept|held) (its|their|the) (value|worth|price|tune|charge|heat|shape|color|colour)",
            "(the same|same) (building|street|block|model|year|size|kind) .. (went|goes|sold|sells|rents|rented|listed"
            "|is)",
            "(pay|cost|costs|run|runs|set|sets|put|puts) (you|me|us) (back)? (twice|double|triple|thousands|hundreds"
            "|three times|a fortune|an arm|more than)",
            "(on its own|by itself|alone) (is|are|costs|cost|runs|goes|sells|would be)",
            "# (on its own|by itself|alone)",
            "(is|are) # (new|each|on its own|alone|a piece|apiece|these days|nowadays)",
            "(adds|add) up",
            "(alone|itself) (was|is|cost|costs|were|ran me|set me back)",
            "(less|more) than (the|my|it|what|i) .. (cost|costs|paid|spent)",
            "(lose|losing) (money|out)",
            "not (even)? (cover|pay for|begin to cover|come close to covering|buy) (you)? (my|the|our|a|half|what|me)",
            "(priced|price) .. (below|under|at|over|above) (book|market|value|retail|blue|average|what|comps)",
            "(people|they|others|everyone|somebody) (want|wants|ask|asks|charge|pay|pays) # (for|on|elsewhere|each|at)",
            "(average|typical|usual|normal|standard) (price|rate|rent|pay|salary|fee|cost) .. (is|for|around|here|in)",
            "(band|bracket|pay scale|grade|tariff|list|rate card) .. (for|is|of|allows|stops)",
            "(priced|price) .. (with|in mind|accordingly|to sell|reflects|already|fairly|right|low)",
            "(reflects|reflected|factored|taken into account|accounted for|already included)",
        )
    ),
    *(
        ("effort", phrase)
        for phrase in (
            "(rent|hire|borrow|need|get|pay for|find|book|renting|hiring) (a|an|the|some)* (trailer|truck|van|lorry"
            "|movers|u haul|uhaul|mover|driver|babysitter|ferry|helper|two men)",
            "(gas|fuel|petrol|diesel|tolls|toll|ferry|train|trip|drive|postage|shipping|lorry|gas money) .. (alone"
            "|will|would|cost|costs|run|runs|is|are|adds|plus|money|there and back|each way)",
            "(hour|hours|miles|drive|driving|kilometers|km) .. (each way|there and back|round trip|away|one way|both "
            "ways|from you|from me|from here|out of my way)",
            "(drive|driving|come|coming|travel|travelling) (out|over|up|down|in|all the way|across|an hour|two hours"
            "|far|that far|there|from)* .. (hour|hours|all the way|across town|from|out of town|that far)",
            "(doing|do) (all|most|half|the|everything|of|my own)* (lifting|carrying|work|driving|cleaning|packing"
            "|labor|labour|hauling|loading|heavy lifting|prep|legwork)",
            "out of (your|the|my) (way|hair|garage|hallway|house|basement|yard|shed|driveway|living room)",
            "no (fuss|hassle|hassles|drama|strings|games|nonsense|messing about|waiting|questions asked|time wasting)",
            "not (waste|wasting) (your|anyone|people|anybody|any|peoples|s|time)* .. time",
            "(saves|save|saving|spares|spare) (you|me|us) (the|a|all|from|having)",
            "(messy|messier|tricky|trickier|certified|testing|permits|scaffolding|overtime|materials|labor|labour"
            "|hours of work|man hours|nights|weekends) .. (than|and|is|are|needs|need|for|they|takes|take|so|it)",
            "(takes|took|take|taking) (me|us|at least|about|over|a good|two|three|four|the whole|all|more than"
            "|nearly)* (hours|days|weeks|months|half a day|a day|a week|a full day|all day|years|weekend)",
            "(i|we) (have)? (replaced|renewed|serviced|changed|put|fitted|installed|built|laid|added|changed|redid|did"
            "|fixed|sewed|painted|sanded|restored) (in|on|up|new|a|the|all|it|brand)* .. .. (last|this|over|myself"
            "|ourselves|in|new|for|by hand|since|before)",
        )
    ),
    *(
        ("quality", phrase)
        for phrase in (
            f"({_WELL_KEPT})",
            "{i} (have|just|recently|already|even|also)* (replaced|changed|installed|serviced|rebuilt|upgraded"
            "|repainted|cleaned|restored|tuned|refinished|rewired) (the|a|all|new|it|both|its|every|this|most)",
            "(a|real|such a|absolute|true|total) (beauty|gem|stunner|workhorse|looker|keeper|classic)",
            "(no|never any|without|zero|not any) (accidents|accident|leaks|cracks|imperfections|defects|tears|smokers"
            "|animals|pets|kids)",
            "(non smokers|non smoker|carfax|clean record|clean history)",
            "(years|life|miles|use) left",
            "(very|really|super|extremely) (spacious|affordable|comfortable|comfy|quiet|calm|sturdy|solid|roomy"
            "|reliable|durable|classy|efficient|convenient|clean|good looking|well made|well built|rare|popular"
            "|powerful|safe|fast|light|soft)",
            "not do (it|them|this) justice",
            "(very|really) little (use|wear|mileage|rust)",
            "every (key|drawer|button|light|gear|burner|door|window|piece|page|seam|part|function|speaker|room) .. "
            "(works|closes|opens|is|was|runs|has)",
            "not (a|one|even one|a single) (key|drawer|button|page|piece|tile|seat|mark|chip|scuff|loose|squeak|thing)",
            "(last|lasts|lasted|go|goes|run|runs|keep|keeps) (for|you|another|many|a|at least|easily|good|forever)* "
            "(decades|years|generations|lifetime|ever|forever|winters|seasons|@)",
            "not (make|build|sell|produce|design) (them|it|these|those|things|pianos|cars|chairs|furniture)? (like"
            "|anymore|any more|any longer|so|this way|that well)",
            "(made|built|designed|assembled|hand made|woven|carved) (in|by|of|from|for|to) (germany|italy|japan|sweden"
            "|denmark|england|the us|america|france|switzerland|hand|last|order|solid|real|oak|a master|measure|local)",
            "(bought|got|had|ordered) (it|them|this)? .. (new|last year|a year ago|months ago|last month|in the spring"
            "|this year) .. (and|never|hardly|barely|only|used|works|still)",
            "(done|changed|replaced|fitted|renewed|tested|checked) (last|this|only|just|in|by) .. (year|month|week|yr"
            "|summer|spring|winter|autumn|dealer|mechanic|professional)",
            "(going|go|put|putting) in (this|next|new|soon|before)",
            "(only|just|barely|not even|it is|is|hardly) (about)? @ (months|month|weeks|days) old",
            "(sunny|bright|airy|roomy|cosy|cozy|peaceful|leafy|walkable|charming|light and|south facing)",
            "(miss|lose|losing|missing) .. (best bit|best part|the dancing|experience|quality|guarantee)",
        )
    ),
    *(
        ("skill", phrase)
        for phrase in (
            "{i} (speak|know|hold|passed|graduated|studied|wrote|ran|run|launched|shipped|doubled|grew|won|mentored"
            "|coached|edited|shot|photographed|translated|taught|designed) .. .. (language|languages|market|team|teams"
            "|degree|exam|product|products|sales|revenue|award|awards|clients|weddings|people|staff|industry|field"
            "|business|fluently|certificate|honors|honours|school|company|system|department|site)",
            "(have|has|got|done|did|with|completed|hold) (already|my|the|a|all|both)* (certification|certifications"
            "|licence|license|diploma|masters|certificate|references|training|portfolio|degree)",
            "(@|ten|twenty|fifteen|many) (years|year) (in|of|doing|as|behind|on|with)",
            "(never|not) (missed|had) .. (deadline|deadlines|complaint|complaints|day)",
            "(bring|brings|brought) (in|with|along|you)? .. (clients|customers|business|revenue|sales|network"
            "|contacts)",
        )
    ),
    *(
        ("loyalty", phrase)
        for phrase in (
            "(stay|staying|sign|signing|commit|rent|book|here|remain|live) .. (for)? (at least|minimum|min|a good"
            "|another|the next|three|two|five|many|several|long)* (@)? (years|year|term|long|decades|minimum)",
            "(quiet|tidy|clean|honest|easygoing|careful) (as|and|people|person|neighbor|neighbour|couple|family)",
            "(pay|paid|paying|payment) (on the first|in full|promptly|right away|same day|within|every month|on time"
            "|always|weekly|monthly in advance|six months|a year|three months)",
            "(sign|signing|commit to|committing to|take|do) (a|an|for|on|to)* (@|#|one|two|three|longer|long|full) .. "
            "(lease|term|contract|agreement|commitment)",
            "never (late|missed|once|bounced)",
            "(bring|send|tell|recommend) (you|all|my|our) .. (friends|customers|business|clients|colleagues|neighbors"
            "|family)",
            "{i} (have|always|have always|have only|only)* (buy|bought|order|ordered|shop|shopped|rented|rent|live"
            "|lived|stay|stayed|train|trained|come|came|been coming|been buying|been with) ... ... (for|since) ... "
            "(years|year|months|seasons|ages|now)",
            "(a|been a|am a|are a|your) (loyal|faithful|paying|good|longstanding)* (customer|member|tenant|client"
            "|subscriber|guest) .. (since|for)",
            "(regular|regulars|returning|repeat|longtime|long time|old) (here|customer|customers|client|clients|guest"
            "|guests|patron)",
        )
    ),
)
