"""Prices that are not put forward: paid elsewhere, beside the point, or a difference from another price."""

from __future__ import annotations

from bot.negotiation.reading.roles import Cue, Role, cues

BESIDES: tuple[tuple[Cue, str], ...] = (
    *cues(
        Role.ELSEWHERE,
        3.6,
        "(paid|cost|costs|costing|spent|retail|retails|retailed|retailing|valued|appraised|msrp|kbb|book|bought"
        "|purchased|sold|goes|sells|invested|save|saves|saved|saving|savings|lose|losing|lost|owe|earn) ... #",
        "(worth|value) ... #",
        "(they|these|those|ones|similar|others|comparable|comps|new|same) .. (go|goes|going|sell|sells|selling|are"
        "|list|listed|cost|costs|retail|run|sold|rent|renting|went|runs|available) {about}* ... #",
        "(found|seen|saw|find|spotted|seeing) (one|ones|another|a|an|the|similar|some|it|them|this|others|places"
        "|apartments|the same|something|new|that|many|several|two|nicer|better) ... #",
        "(get|buy|find|rent|purchase|order) (a|an|one|another|it|the same|the|this|them|similar|new|brand new|these"
        "|some|something) .. {shop} ... #",
        "(get|buy|find|rent|have) (a|an|one|another|similar) (new|brand new|used|better|nicer|similar|one|cheaper"
        "|newer|place|apartment) ... #",
        "(get|buy|find|purchase) (a|an|one|another|it|the same|the|this|them)* .. new ... #",
        "{shop} ... #",
        "# ... {shop}",
        "# (new|brand new|retail|at retail|in stores|when new|for a new|for new|used|on ebay|on amazon)",
        "{buyer} ... #",
        "(another|other|different) (offer|offers|buyer|one|place|seller|bid|person) ... #",
        "(alone|itself) (was|is|cost|costs|were|ran me|set me back) {about}* #",
        "# is what .. .. (wants|want|asks|ask|asked|asking|charges|charge|charged|quoted|quotes|offered|offers|pays"
        "|paid|takes|took|gets|got|would charge|would ask)",
        "# is what (a|an|the|my|our|they|he|she|others|everyone|everybody|most) ... (asking|asks|ask|wants|want"
        "|charges|charge|charging|paid|pays|pay|offered|offers|get|gets)",
        "{i} (get|earn|make|am on|am getting|am earning|am making|currently get|currently make) {about}* # (where|now"
        "|at my|at the moment|currently|already|today|in my)",
        "you (would|will|could|can) (pay|spend|be paying) {about}* # (for|to get|to buy) (one|a|it|the same"
        "|something)? (new|brand new|elsewhere|anywhere|somewhere|in the)",
        "(used to|usually|normally|typically|average|median|going rate|market) ... #",
        "(brand new|new) (for|at|is|was|are|they are|it is|it was) {about}* #",
        "(wholesale|invoice price|trade in) ... #",
    ),
    *cues(
        Role.BESIDE,
        4.5,
        "# (security|delivery|a|of|in|down|cleaning|application|gas|gift|cash|for|late|rental|to|dollar|month|per)* "
        "(deposit|down payment|gift card|certificate|certificates|fee|fees|tip|voucher|coupon|rebate|shipping|postage"
        "|tax|screening|fine|bonus|warranty|mile|miles|credit|apart|difference|gap)",
        "# (off|less) (of|on|from)? (the|your|my)? (security|first)? (deposit|application|fee|fees|utilities|shipping)",
        "# (delivery|down|worth of|of work|in repairs|in work|in parts|in damage|in damages|in gas|in product|to ship"
        "|to deliver|for delivery|for shipping|for gas|for parking|for utilities|for repairs|for installation|for the "
        "deposit|extra for|to fix|to repair|to replace|to install|each way|application|security)",
        "(deposit|down payment|fee|fees|certificate|gift card|gas card|card|shipping|tip|voucher|coupon|delivery"
        "|insurance|tax|taxes|registration|repairs|utilities|parking|electric|water|cable|gas) (of|is|for|would be|was"
        "|are|at|only|costs|cost|with|like|about|around|to|will be|runs)* #",
        "(number|phone|account|zip|order|invoice|room|table) .. (is|ends|ending|end) (in|with|on)? #",
        "(throw|toss|throwing|tossing) in (a|an|another|free|my|the|some)* #",
        "(costs|cost|run|runs|set) (me|us) (back|about)? (another|an extra|an additional) #",
        "which (is|was|would be) (another|an extra|an additional) #",
        "(got|have|had|kept|paid) (the|a|my)? (bill|bills|invoice|receipt|estimate) (here|for|of|was|over|from)* .. #",
        "(loan|payments|financing|income|salary|paycheck|wage|rebate) ... #",
        "(fix|repair|replace|repairs|replacement|fixing|repairing|replacing|install) ... #",
        "(that is|that would be|is) (like|almost|about|nearly|over|more than|at least|only|just|barely|a mere)* # "
        "(less|off|more|cheaper|under)",
        "(under|over|with|has|have|had|got|at|on) # (on it|on the clock|on the odometer|original|highway)",
    ),
    *cues(
        Role.DOWN,
        4.2,
        "# (under|below|beneath|less than|cheaper than) (yours|your offer|your price|your last)",
        "# (under|below|beneath) (your|the|my|that|list|asking) (price|asking|tag|offer|list|ask|number|sticker)",
        "# .. (off|less|cheaper|discount|lower|reduction)",
        "(waive|drop|skip|forget|lose|remove|scrap|cancel|leave off|take off) (the|that|those|your|an|extra)* #",
        "(knock|knocking|shave|shaving|deduct|subtract|minus|discount|slash|cut off|chop|less) {about}* (another)? #",
        "(take|taking|took) off (about|another|like|maybe|at least|an|extra|a|further|just|only|around|up to)* #",
        "(drop|dropping|lower|reduce|reducing|lowering|come down|go down|decrease|cut) (it|the price|that|your price"
        "|me|my price|down|price|the rent|yours|you)* (by|another|a further|about|like|maybe|say)* #",
    ),
    *cues(
        Role.UP,
        4.2,
        "# (more|extra|higher|on top|additional)",
        "(add|adding|raise|increase|another|extra|additional|plus|up my offer by|up it by|go up by|come up by|bump|go "
        "up|come up|go up another|come up another) (it|my offer|that|the price|the offer|by|another|an extra|you|an "
        "additional|about|in)* #",
    ),
)
