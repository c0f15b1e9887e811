"""What the counterpart does and notices, and how a negotiation ends: the words that both models share."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    DEAL = "deal"
    NO_DEAL = "no_deal"
    UNFINISHED = "unfinished"


class Pending(StrEnum):
    """What the next passing of time decides."""

    VERDICT = "verdict"  # the learner has left; the counterpart makes up its mind
    CALL = "call"  # it let the learner go; it may call
    RETURN = "return"  # the counterpart has left; it may turn round


class Act(StrEnum):
    """What the counterpart does in one response."""

    OPEN = "open"  # names its opening ask
    TALK = "talk"  # answers what was no move about the deal
    ANSWER = "answer"  # answers questions, terms unchanged
    COUNTER = "counter"  # better terms than before
    COOL = "cool"  # takes an offer for no serious one, and lets that be felt
    HOLD = "hold"  # the same terms
    FINAL = "final"  # its last word
    ACCEPT = "accept"  # takes the learner's offer
    SHAKE = "shake"  # the learner took its terms
    CLOSE = "close"  # nothing agreed, it has other things to do
    WATCH = "watch"  # the learner is leaving; nothing said yet
    SILENCE = "silence"  # the learner talks while away; nobody hears
    LET_GO = "let_go"
    CHASE = "chase"  # calls the learner back with part of what was wanted, or more
    GIVE_WAY = "give_way"  # calls the learner back by giving way on the small thing
    CALL = "call"  # calls later, with better terms
    NO_CALL = "no_call"
    TAKE_BACK = "take_back"  # the learner came back unasked: terms as they please
    LEAVE = "leave"  # the counterpart walks away
    WALK_ON = "walk_on"  # it is leaving and is not being stopped
    DOOR_PRICE = "door_price"  # it was called after: it turns round, for better terms
    RETURN = "return"  # it comes back by itself
    GONE = "gone"  # it does not come back, or others took what it was about


class NoteKind(StrEnum):
    """What the counterpart noticed in a message. Nothing here depends on the world, so saying it leaks nothing."""

    FIRST_OFFER = "first_offer"
    FAR_OFF = "far_off"  # a first offer too far away to answer with a move
    SMALL_STEP = "small_step"
    LARGE_STEP = "large_step"
    STEP_BACK = "step_back"  # an offer worse than the learner's last one
    TOKEN_STEP = "token_step"  # so small that it is none
    NO_STEP = "no_step"
    LAST_WORD_MOVED = "last_word_moved"  # the learner's own
    GREEDY = "greedy"  # several things asked for at once, and nothing for them
    ALTERNATIVE = "alternative"  # one that beats what is on the table
    ALTERNATIVE_WEAK = "alternative_weak"  # one that doesn't
    ALTERNATIVE_VAGUE = "alternative_vague"  # no figure given
    ALTERNATIVE_UNBELIEVED = "alternative_unbelieved"
    ALTERNATIVE_AGAIN = "alternative_again"
    REASON = "reason"
    REASON_AGAIN = "reason_again"
    REASON_UNFIT = "reason_unfit"  # one that doesn't fit the facts
    ASKED_AGAIN = "asked_again"
    WOULD_HELP = "would_help"  # asked whether something would help, after it was asked what would
    EXTRA_AGAIN = "extra_again"  # asked for what is on the table already
    THREAT = "threat"
    EMPTY_THREAT = "empty_threat"
    STRUCK = "struck"  # the add-on was asked to be taken off, and stays
    WITHOUT = "without"  # it comes off
    NO_USE = "no_use"  # what the learner gives moves nothing
    STALL = "stall"
    SUM_UP = "sum_up"
    APOLOGY = "apology"
    EAGER = "eager"
    RUDE = "rude"
    COURTEOUS = "courteous"
    WALK = "walk"
    WALK_AGAIN = "walk_again"
    CAME_BACK = "came_back"  # unasked
    CAME_WHEN_CALLED = "came_when_called"
    CALLED_AFTER = "called_after"  # the learner chased
