"""What is said while one side is away from the table: coming back, calling the other back, letting them go."""

from __future__ import annotations

from bot.negotiation.reading.signs import Sign, Way, signs

ABSENCE: tuple[tuple[Sign, str], ...] = (
    *signs(
        Way.RETURNS,
        3,
        "{i} (am|are) (back|here again|still here)",
        "(still|is it|is that|is the|are you|do you) (available|for sale|there|have it|still have|still available"
        "|still there|still selling|still for sale|on the table|still on|offering|still interested|still good)",
        "(still) (on offer|open|stand|stands|stand by|got it|up for|want it|want to)",
        "(did|have) you (think|thought|reconsider|reconsidered|change|changed|sleep|slept)",
        "(hello|hi|hey) (again|it is me|there again)",
        "(like|want|love) to (talk|speak|negotiate|discuss|continue|try) (again|further|on|some more|once more)",
        "{i} (have)? (changed my mind|reconsidered|thought about it|thought it over|slept on it|thinking it over)",
        "(can|could|let) (we|us) (talk|try|start|go back|discuss|reconsider|resume|pick up) (again|over|this|back|it)?",
        "(okay|fine|all right|sorry) ,? i (will|want to|would) (come|be) back",
        "{i} {will}? (come|coming|came|return|returned|returning|get|getting|going) back",
        "(let us|lets) (talk|try again|go back|keep talking|make a deal|start over)",
        "(on second thought|second thoughts|wait|hello again|hi again|hey again|me again|it is me again)",
    ),
    *signs(
        Way.CALLS_AFTER,
        3,
        "(wait|hold on|come back|stop|stay|hang on|one moment|one second|one sec|not so fast|before you go|do not go"
        "|do not leave|please stay|please wait|do not walk|let us talk|we can talk|can we talk|let me think|one more "
        "thing|hey wait|where are you going|you sure|are you sure|hear me out|maybe we can|think about it|reconsider"
        "|please do not|a second|a moment|a minute|do not run|not run|not go|not leave|not walk|not rush|not hurry|one "
        "minute|listen)",
    ),
    *signs(
        Way.LETS_GO,
        3,
        "(bye|goodbye|good bye|farewell|see you|safe travels|travel safe|take care|safe trip|safe drive|drive safe"
        "|good luck|best of luck|so long|bye_sign|have a|fair enough|no problem|no worries|understood|understand|suit "
        "yourself|up to you|your choice|your call|your loss|as you like|as you wish|go ahead|okay|fine|all right"
        "|thanks for|thank you for|sorry|another time|next time|if you change|door is open|door is always|you know "
        "where|all the best|best wishes|your decision|be well|until next|good day|let you go|never mind|too bad|pity"
        "|then go|good bye)",
    ),
)
