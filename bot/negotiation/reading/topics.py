"""What a question is about: by its question word and by the things that it asks after."""

from __future__ import annotations

from collections.abc import Iterator

from bot.negotiation.moves import Topic
from bot.negotiation.reading.phrases import PhraseBook
from bot.negotiation.reading.said import Said

FIRST = (
    Topic.WHY,
    Topic.HOW_LONG,
    Topic.OTHER_BUYERS,
    Topic.WHO_DECIDES,
    Topic.LOWEST_PRICE,
    Topic.DEADLINE,
    Topic.BUSINESS,
    Topic.EXTRAS,
    Topic.CONDITION,
)
"""Where a question touches several topics, the first of these counts: its question word says more than its nouns."""


def _topics(topic: Topic, *phrases: str) -> Iterator[tuple[Topic, str]]:
    return ((topic, phrase) for phrase in phrases)


TOPICS: PhraseBook[Topic] = PhraseBook(
    [
        *_topics(
            Topic.OTHER_BUYERS,
            "(anyone|anybody|someone|somebody|who|where|nobody|many) else",
            "(is|are|was|were|has|have|had|did|does|do) (anyone|anybody|someone|somebody|others|other people|people"
            "|many people) .. (interested|interest|asked|ask|asking|looked|look|looking|seen|see|called|call|want"
            "|wanted|coming|come|offered|offer|made|bid|been|after|waiting|on the)",
            "(other|another|any|many|more|lot of|lots of|serious|several|different) {kind}* {party_plural}",
            "(other|another|different) {kind}* {party}",
            "(other|another|any|many|more|serious|better) {kind}* {offered}",
            "(other|another|any|many|much|more|lot of|lots of|serious|several) {kind}* (interest|interested|inquiries"
            "|takers|calls|jobs|work|bookings|orders|appointments|viewings|visitors|requests|reservations|dates|trips"
            "|moves)",
            "(others|other) (cafes|customers|clients|tenants|people|guests|taking|doing|paying|think|say|reacting"
            "|react)",
            "how (are|do|did|have) (the|your) (others|other)",
            "(work|jobs|orders|people|customers|bookings|projects) .. (lined up|waiting|in line|coming up|coming in)",
            "how many (people|others|customers|clients|offers|calls|buyers|of your|tenants|of you) ... (seen|see"
            "|looked|look|asked|ask|called|interested|took|take|taken|want|wanted|leave|left|leaving|been|have|buy"
            "|paid|pay|signed|to)",
            "(customers|people|tenants|clients|guests) .. (leaving|leave|left|asking|interested|lined up|waiting)",
            "(spoken|promised|reserved|taken|held|on hold) (for|to|already|?)?",
            "(waiting list|in the running|in line|queue|lined up|competition|shortlist|short list)",
            "(talking|talk|speaking|negotiating|dealing) (to|with) .. (others|other|anyone|anybody|someone|somebody)",
            "(looking|looked|look) (at|around|elsewhere) (other|others|elsewhere|anywhere)?",
        ),
        *_topics(
            Topic.HOW_LONG,
            "how long (have|has|had|did|is it since|ago|was|were|been|since|you|it|the|on)",
            "how long .. (been|have|has|you had|on|ago|listed|for sale|was|were|did|since|sitting)",
            "since when",
            "(when|how long ago) (did|was|were|have|has|had|is|you|it) .. (list|listed|post|posted|put|start|started"
            "|open|opened|began|begin|first|get it|buy it|bought|come in|came in|arrive)",
            "(been|sitting) .. (listed|for sale|on the market|here|on the floor|in the shop|long|up|posted|empty"
            "|vacant|standing)",
            "(days|weeks) on the market",
            "how many (days|weeks|months|years|@) .. (been|listed|market|have|had)",
        ),
        *_topics(
            Topic.WHY,
            "(why|how come|what made|what makes|reason|reasons|what for|on what grounds|what grounds|what is the point"
            "|what justifies)",
            "what (is|was|are) .. .. (fee|charge|charges|surcharge|cover|package|deduction|extra|deposit|add on) .. "
            "for",
            "how (did|do|does|is|was) (that|this|the|your|you) ... (price|number|figure|fee|rent|rate) (come|comes|get"
            "|arrive|made|calculated|about|at|up)",
            "how (did|do) you (come|get|arrive|work) ... (at|to|up with|out) .. (price|number|figure|that|this|it|#)",
            "(understand|see|know) (how|why|where) (that|this|the|you|your) ... (price|number|figure|fee|comes|come"
            "|about|from)",
            "how (did|do) you (come by|come across|get hold of|end up with)",
            "what (is|was|are) (the|this|that|these|those) ... for ?",
            "what (do|will|would|did) you .. (need|use|want|using|plan|do) ... (for|with) (it|that|this|them|the)",
        ),
        *_topics(
            Topic.CONDITION,
            "(condition|shape|state|scratch|scratches|scratched|damage|damaged|damages|dent|dents|rust|stain|stains"
            "|stained|wear|tear|tears|rips|ripped|broken|defects|flaws|issues|problems|work|works|working|used|it new"
            "|brand new|they new|that new|this new|new or|old|age|what year|which year|year is|model year|miles"
            "|mileage|history|accident|accidents|owners|repaired|repairs|serviced|maintained|crash|crashed|clean|smoke"
            "|smoking|pet|pets|warranty|wrong|marks|chips|cracks|cracked|squeak|sturdy|comfortable|firm mattress"
            "|functional|run|runs|original|genuine|authentic|battery|size|dimensions|big|large|tall|wide|heavy|color"
            "|colour|material|made|brand|model|box|boxed|manual|accessories|cords|charger|title|inspected|bedrooms"
            "|bathrooms|utilities|location|square|laundry|real|solid|same|quality|changed|files|sealed|tested|safe"
            "|insured|insurance|references|experienced|materials|heating|furnished|documentation|fresh|complete"
            "|rewired|repainted|features|tasks|duties|good are|well are)",
            "how old",
            "(come|comes) with",
            "(what|anything|everything) .. (included|include|includes|come with|missing)",
            "(is|are|was) (it|that|this|they|he|she) .. (@|#) (?|model|or)",
        ),
        *_topics(
            Topic.LOWEST_PRICE,
            "(lowest|highest|least|most|best|bottom|minimum|maximum|max|rock bottom|absolute|limit|final|budget|top) "
            "... (price|go|take|accept|offer|pay|do|dollar|line|sell|number|spend|can|for|is|?)",
            "(what|how much|how low|how high) ... (lowest|highest|least|most|bottom|minimum|limit|budget|low|high)",
            "(reservation|reserve|walk away|minimum|bottom) (price|value|point|limit)",
            "how (low|high|much lower|far down|far|much higher|much more|flexible)",
            "(your|the) (budget|limit|bottom line|range|band|ceiling|floor)",
            "(what|how far) ... (approved|allowed|authorized|prepared) to",
            "(what|how much) (could|would|can|will|are) you ... (pay|take|let it go|let go|go for|accept|spend|part)",
        ),
        *_topics(
            Topic.WHO_DECIDES,
            "who (decides|can|sets|signs|makes|has|approves|okays|must|should|is in charge|gets to|needs to|will|says"
            "|has to|calls|runs|owns)",
            "whose (decision|call|money|idea|choice)",
            "(manager|boss|supervisor|owner|decision|decide|decides|authority|authorized|approve|approval|in charge"
            "|your call|say so|permission|okay it|sign off|signs off|head office|headquarters|your board|the board)",
            "(wife|husband|partner|spouse|colleague|landlord|daughter|son|mother|father|parents|client|roommate"
            "|flatmate|team|family) .. (decide|decides|fine|okay|agree|agrees|agreed|say|says|know|knows|do|does|happy"
            "|think|thinks|with|approve|want|wants|have|has|need|needs)",
            "(is|are) it (you|him|her) .. who (decides|sets|says|makes|pays|has|can|signs|runs|approves)",
            "(say|word|voice) (in|on|about) (this|it|that|the)",
            "your own (money|budget|decision|price|choice)",
            "(set|sets|make|makes|decide|fix) (the|your)? (price|prices|rate|rates|budget|numbers)",
        ),
        *_topics(
            Topic.EXTRAS,
            "(throw|toss|add|put) (in|on top|into|anything|something)",
            "(extras|something extra|anything extra|freebie|freebies|bonuses|included|include|add ons|sweeten|perks"
            "|perk|benefits)",
            "(free|complimentary) (delivery|shipping|parking|cable|internet|installation|assembly)",
            "(deliver|delivery|deliver it|ship|shipping|assemble|set it up|installation)",
        ),
        *_topics(
            Topic.BUSINESS,
            "how (is|are|was|were|has|have|did) (the|your|this|that|business|sales|things|trade|it|last|everything) "
            "... (going|been|doing|go|today|lately|at the moment|right now|these days|so far|for you|treating|selling"
            "|week|month|business|season|year|day|shop|store|quarter|market)",
            "how (is|are|was|has) (business|sales|trade|things|work)",
            "(do|did|have) you (sell|sold|book|had|have|get|got|do) (a lot|much|many|well|lots|any|anything) (today|so "
            "far|this|yet|lately|of)",
            "how (much|many) .. (sell|sold|move|moved|roasting|roast|making|make|selling|book|booked|did you)",
            "(business|sales|trade|things|month|week|year|quarter|season|day) (been|going|doing|slow|good|busy|quiet"
            "|well|so far|was|end|ends)",
            "(busy|busier|quiet|booked|full|packed|calendar|schedule|booked up|fully booked|cancelled|canceled"
            "|cancellation|cancellations|cancel|empty|vacant|vacancies|understaffed|stretched|workload|on your books"
            "|sold much|selling well|short of|short on|overbooked|swamped|slow)",
            "(free|open|available) (in|on|next|this|that week|that day|that month|at the moment|right now|these days)",
            "(quota|target|commission|month end|end of the month|sales goal|numbers|targets|bonus this)",
        ),
        *_topics(
            Topic.DEADLINE,
            "(when|by when|how soon|how quickly|what date|which day|until when) .. (do|does|must|need|needs|have|would"
            "|are|will|should|can|could|is) ... (need|needs|want|decide|leave|leaving|moving|move|sell|hear|answer"
            "|know|settle|be|sign|gone|pack|close|closing|finish|ready|start|done|end|ends|over|expire|expires|due"
            "|back|by|?)",
            "(until|by|till) when",
            "(from|on|by|until|for) (which|what) (date|day|month|week|time)",
            "(by|before|until|till) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tonight|tomorrow|today"
            "|noon|the end|end of|christmas|the weekend|then|a certain|any|next)",
            "(deadline|time frame|timeframe|in a hurry|hurry|rush|urgent|time limit|how soon|by when|how much time|in "
            "a rush|expire|expires|run out|runs out|good until|valid|last day|pack up|closing time)",
        ),
    ]
)


def topics_asked(said: Said) -> Iterator[tuple[int, int, Topic]]:
    """Yield what a message asks about, a topic once, with the places of the sentence that asks.

    A sentence that asks about no topic asks about Topic.GENERAL. A message that asks without a question mark or the
    build of a question is taken as one sentence.
    """
    sentences = [said.sentence(begin) for begin in said.begins if said.asks_at(begin)]
    sentences = sentences or [(said.begins[0], said.stops[-1])]
    found = TOPICS.find(said)
    told: set[Topic] = set()
    for begin, stop in sentences:
        here = [one.value for one in found if begin <= one.start < stop]
        topic = min(here, key=FIRST.index, default=Topic.GENERAL)
        if topic not in told or topic is Topic.GENERAL:
            told.add(topic)
            yield begin, stop, topic
