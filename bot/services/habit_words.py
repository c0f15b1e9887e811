"""Costly habits in words: what was done, what to do instead, and the tactic to read up on."""

from __future__ import annotations

from typing import NamedTuple

from bot.negotiation.review import ReasonKind


class HabitWords(NamedTuple):
    did: str
    instead: str
    tactic: str


_WORDS = {
    ReasonKind.EAGER: HabitWords(
        "letting on how much you want it", "Like it quietly. What you want most is what you pay for.", "walk-away"
    ),
    ReasonKind.RUDE: HabitWords("getting rude", "Be hard on the price and kind to the person.", "small-talk"),
    ReasonKind.EMPTY_THREAT: HabitWords(
        "threatening to leave again", "Say it once, then either go or stop saying it.", "walk-away"
    ),
    ReasonKind.ALTERNATIVE_UNBELIEVED: HabitWords(
        "naming an alternative nobody believes", "Name the one you really have, with its true price.", "competing-offer"
    ),
    ReasonKind.ALTERNATIVE_VAGUE: HabitWords(
        "hinting at an alternative without a figure", "Say who has it and for how much.", "competing-offer"
    ),
    ReasonKind.FAR_OFF: HabitWords(
        "opening too far away to be answered",
        "Open high, and near enough to give a reason for it.",
        "ambitious-first-offer",
    ),
    ReasonKind.STEP_BACK: HabitWords(
        "taking back an offer you made", "Stand where you stood. You may hold; don't go back.", "give-and-take"
    ),
    ReasonKind.UNREACHABLE: HabitWords(
        "leaving with no way to reach you",
        "Leave a number behind. The best offer often comes later.",
        "keep-the-door-open",
    ),
    ReasonKind.WORSE_THAN_ALTERNATIVE: HabitWords(
        "taking less than your alternative gives", "Compare with your walk-away point before you say yes.", "walk-away"
    ),
    ReasonKind.WALKED_FROM_GOOD_TERMS: HabitWords(
        "walking away from terms that beat your alternative",
        "When it beats what waits outside, staying pays.",
        "walk-away",
    ),
    ReasonKind.WALKED_BACK: HabitWords(
        "coming back without being asked", "Once you are out, let them call.", "walk-away"
    ),
    ReasonKind.CHASED: HabitWords(
        "running after somebody who leaves",
        "Let them get as far as the door. See whether they turn round.",
        "walk-away",
    ),
    ReasonKind.LET_LEAVE: HabitWords(
        "letting somebody go who was worth calling back",
        "Give the small thing before they are gone.",
        "lose-the-battle",
    ),
    ReasonKind.PASSED_LAST_WORD: HabitWords(
        "passing up a good last word", "If it is final and beats your alternative, take it.", "take-it-or-leave-it"
    ),
    ReasonKind.GAVE_TOO_MUCH: HabitWords(
        "offering more than was needed", "Smaller steps. They may take less than you fear.", "give-and-take"
    ),
    ReasonKind.OPENED_LOW: HabitWords(
        "opening without room to move", "Ask for more than you hope for at first.", "ambitious-first-offer"
    ),
    ReasonKind.LARGE_CONCESSION: HabitWords(
        "giving way in big steps", "Let each step be smaller than the one before.", "give-and-take"
    ),
    ReasonKind.ALTERNATIVE_NOT_NAMED: HabitWords(
        "keeping your alternative to yourself",
        "Name it, with its price, before you argue about theirs.",
        "competing-offer",
    ),
    ReasonKind.NOT_ASKED: HabitWords(
        "not asking what you could have found out", "One specific question before the next offer.", "questions"
    ),
    ReasonKind.EXTRA_NOT_ASKED: HabitWords(
        "leaving extras on the table", "Ask for what costs them little and is worth something to you.", "nibble"
    ),
    ReasonKind.ROUND_UNUSED: HabitWords(
        "letting rounds go by", "Put something into every message that can move them.", "give-and-take"
    ),
    ReasonKind.ACCEPTED_TOO_SOON: HabitWords(
        "saying yes while they were still moving", "As long as they come down, let them.", "silence"
    ),
    ReasonKind.WALKED_TOO_SOON: HabitWords(
        "leaving before you had used your arguments", "Name your alternative and ask first. Then go.", "walk-away"
    ),
    ReasonKind.STAYED: HabitWords(
        "staying when leaving was the move", "When nothing more comes and outside is better, go.", "walk-away"
    ),
    ReasonKind.STOPPED: HabitWords(
        "stopping while there was more to be had", "Play it to the end: a yes, or a walk.", "walk-away"
    ),
    ReasonKind.BETTER_PLAN: HabitWords(
        "choosing the weaker of two plans", "Ask yourself what they lose if you go, before you choose.", "walk-away"
    ),
}


def habit_words(reason: str) -> HabitWords:
    """The words for a reason by the review's name of it; plain ones for a name that a later version has dropped."""
    try:
        return _WORDS[ReasonKind(reason)]
    except ValueError:
        return HabitWords(reason.replace("_", " "), "", "")
