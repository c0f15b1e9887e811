"""The coach's own voice: what it says beside the table and after it, and what may be filled in.

Only `HINT_...` is said before the end, and none of it depends on the world. Prices come filled in as they are said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.negotiation.voice import filled


class Remark(StrEnum):
    """Everything that the coach can say."""

    # What to look at, while the session runs.
    HINT_QUESTION = "hint_question"  # nothing has been asked yet
    HINT_ALTERNATIVE = "hint_alternative"  # the alternative beats the table and has not been named
    HINT_OFFER = "hint_offer"  # no price has been named yet
    HINT_HOLD = "hint_hold"  # worse than the alternative: small steps, reasons
    HINT_WALK = "hint_walk"  # worse than the alternative, and it is known: leaving is a move
    HINT_GOOD = "hint_good"  # better than the alternative: leaving would cost
    HINT_FINAL_GOOD = "hint_final_good"
    HINT_FINAL_BAD = "hint_final_bad"
    HINT_AWAY = "hint_away"
    HINT_CALLED = "hint_called"
    HINT_LEAVING = "hint_leaving"  # the counterpart is on its way out
    HINT_OVER = "hint_over"

    # Which kind of move would be best, and then the move itself.
    HINT_KIND_ASK = "hint_kind_ask"
    HINT_KIND_ALTERNATIVE = "hint_kind_alternative"
    HINT_KIND_OFFER = "hint_kind_offer"
    HINT_KIND_EXTRA = "hint_kind_extra"
    HINT_KIND_GIVE = "hint_kind_give"
    HINT_KIND_PRESS = "hint_kind_press"  # without a new price: hold, argue, say that one may leave
    HINT_KIND_ACCEPT = "hint_kind_accept"
    HINT_KIND_WALK = "hint_kind_walk"
    HINT_KIND_BACK = "hint_kind_back"
    HINT_KIND_WAIT = "hint_kind_wait"
    HINT_KIND_LET_GO = "hint_kind_let_go"
    HINT_KIND_CALL_AFTER = "hint_kind_call_after"
    HINT_MOVE = "hint_move"

    # What the counterpart was thinking, at the end.
    THOUGHT_COUNTER = "thought_counter"
    THOUGHT_HOLD = "thought_hold"
    THOUGHT_FINAL = "thought_final"
    THOUGHT_COOL = "thought_cool"  # took an offer for no serious one
    THOUGHT_INSULT = "thought_insult"  # and ended the talk over it
    THOUGHT_SOLD = "thought_sold"  # somebody else was quicker
    THOUGHT_ACCEPT = "thought_accept"
    THOUGHT_SHAKE = "thought_shake"
    THOUGHT_CLOSE = "thought_close"
    THOUGHT_WATCH = "thought_watch"
    THOUGHT_LET_GO = "thought_let_go"
    THOUGHT_CHASE = "thought_chase"
    THOUGHT_GIVE_WAY = "thought_give_way"
    THOUGHT_CALL = "thought_call"
    THOUGHT_NO_CALL = "thought_no_call"
    THOUGHT_TAKE_BACK = "thought_take_back"
    THOUGHT_LEAVE = "thought_leave"
    THOUGHT_DOOR_PRICE = "thought_door_price"
    THOUGHT_RETURN = "thought_return"
    THOUGHT_GONE = "thought_gone"
    THOUGHT_AT_LIMIT = "thought_at_limit"  # instead of the usual one, where the terms are its limit
    THOUGHT_TRUE = "thought_true"  # after an answer to a question
    THOUGHT_BLUFF = "thought_bluff"

    # What turned the talk.
    TURN_ALTERNATIVE = "turn_alternative"
    TURN_ALTERNATIVE_WEAK = "turn_alternative_weak"
    TURN_ALTERNATIVE_VAGUE = "turn_alternative_vague"
    TURN_ALTERNATIVE_UNBELIEVED = "turn_alternative_unbelieved"
    TURN_FAR_OFF = "turn_far_off"
    TURN_LARGE_STEP = "turn_large_step"
    TURN_STEP_BACK = "turn_step_back"
    TURN_REASON = "turn_reason"
    TURN_THREAT = "turn_threat"
    TURN_EMPTY_THREAT = "turn_empty_threat"
    TURN_EAGER = "turn_eager"
    TURN_RUDE = "turn_rude"
    TURN_WALK = "turn_walk"
    TURN_COUNTER = "turn_counter"
    TURN_EVENT = "turn_event"  # something that the scenario lets happen made the terms worse
    TURN_COOL = "turn_cool"
    TURN_INSULT = "turn_insult"  # and ended the talk over it
    TURN_SOLD = "turn_sold"
    TURN_ACCEPT = "turn_accept"
    TURN_SHAKE = "turn_shake"
    TURN_FIRST_PRICE = "turn_first_price"  # the learner took the opening ask
    TURN_CLOSE = "turn_close"
    TURN_LET_GO = "turn_let_go"
    TURN_CHASE = "turn_chase"
    TURN_GIVE_WAY = "turn_give_way"
    TURN_CALL = "turn_call"
    TURN_TAKE_BACK = "turn_take_back"
    TURN_LEAVE = "turn_leave"
    TURN_DOOR_PRICE = "turn_door_price"
    TURN_RETURN = "turn_return"
    TURN_GONE = "turn_gone"

    # How it ended.
    OUTCOME_BETTER = "outcome_better"
    OUTCOME_BEST = "outcome_best"  # a deal at the counterpart's limit
    OUTCOME_EQUAL = "outcome_equal"
    OUTCOME_WORSE = "outcome_worse"
    OUTCOME_WALKED_RIGHTLY = "outcome_walked_rightly"  # no deal, and none was to be had
    OUTCOME_WALKED_PAST = "outcome_walked_past"  # no deal, though one better than the alternative was to be had
    OUTCOME_UNFINISHED = "outcome_unfinished"

    # Why a move cost something: one for each reason of the review, by its name.
    WHY_EAGER = "why_eager"
    WHY_RUDE = "why_rude"
    WHY_EMPTY_THREAT = "why_empty_threat"
    WHY_ALTERNATIVE_UNBELIEVED = "why_alternative_unbelieved"
    WHY_ALTERNATIVE_VAGUE = "why_alternative_vague"
    WHY_FAR_OFF = "why_far_off"
    WHY_STEP_BACK = "why_step_back"
    WHY_NO_WAY_OUT = "why_no_way_out"
    WHY_TOKEN_STEP = "why_token_step"
    WHY_WRONG_GIVE = "why_wrong_give"
    WHY_GAVE_FOR_NOTHING = "why_gave_for_nothing"
    WHY_NOT_TRADED = "why_not_traded"
    WHY_GREEDY = "why_greedy"
    WHY_NAMED_TOO_SOON = "why_named_too_soon"
    WHY_STALLED = "why_stalled"
    WHY_COLD = "why_cold"
    WHY_NO_REASON = "why_no_reason"
    WHY_UNREACHABLE = "why_unreachable"
    WHY_WORSE_THAN_ALTERNATIVE = "why_worse_than_alternative"
    WHY_WALKED_FROM_GOOD_TERMS = "why_walked_from_good_terms"
    WHY_WALKED_BACK = "why_walked_back"
    WHY_CHASED = "why_chased"
    WHY_LET_LEAVE = "why_let_leave"
    WHY_PASSED_LAST_WORD = "why_passed_last_word"
    WHY_GAVE_TOO_MUCH = "why_gave_too_much"
    WHY_OPENED_LOW = "why_opened_low"
    WHY_LARGE_CONCESSION = "why_large_concession"
    WHY_ALTERNATIVE_NOT_NAMED = "why_alternative_not_named"
    WHY_NOT_ASKED = "why_not_asked"
    WHY_EXTRA_NOT_ASKED = "why_extra_not_asked"
    WHY_ROUND_UNUSED = "why_round_unused"
    WHY_ACCEPTED_TOO_SOON = "why_accepted_too_soon"
    WHY_WALKED_TOO_SOON = "why_walked_too_soon"
    WHY_STAYED = "why_stayed"
    WHY_BETTER_PLAN = "why_better_plan"
    WHY_BETTER_TOGETHER = "why_better_together"  # instead of the last, where it can be told what makes the difference
    PART_QUESTION = "part_question"
    PART_ALTERNATIVE = "part_alternative"
    PART_BOLDER = "part_bolder"
    PART_NEARER = "part_nearer"
    PART_EXTRAS = "part_extras"
    PART_GIVES = "part_gives"
    PART_LEAVING = "part_leaving"
    WHY_AGAIN = "why_again"  # a reason that has been worded in all its ways: refers back to the move before

    # What a message was worth more than holding, for the one to repeat.
    REPEAT_WALK = "repeat_walk"
    REPEAT_ACCEPT = "repeat_accept"
    REPEAT_LET_GO = "repeat_let_go"
    REPEAT_ASK = "repeat_ask"
    REPEAT_NAME = "repeat_name"
    REPEAT_OFFER = "repeat_offer"
    REPEAT_TRADE = "repeat_trade"

    # A habit that costs, by the reason of the review, and the rule that mends it.
    HABIT_EAGER = "habit_eager"
    HABIT_RUDE = "habit_rude"
    HABIT_EMPTY_THREAT = "habit_empty_threat"
    HABIT_ALTERNATIVE_UNBELIEVED = "habit_alternative_unbelieved"
    HABIT_ALTERNATIVE_VAGUE = "habit_alternative_vague"
    HABIT_FAR_OFF = "habit_far_off"
    HABIT_STEP_BACK = "habit_step_back"
    HABIT_NO_WAY_OUT = "habit_no_way_out"
    HABIT_TOKEN_STEP = "habit_token_step"
    HABIT_WRONG_GIVE = "habit_wrong_give"
    HABIT_GAVE_FOR_NOTHING = "habit_gave_for_nothing"
    HABIT_NOT_TRADED = "habit_not_traded"
    HABIT_GREEDY = "habit_greedy"
    HABIT_NAMED_TOO_SOON = "habit_named_too_soon"
    HABIT_STALLED = "habit_stalled"
    HABIT_COLD = "habit_cold"
    HABIT_NO_REASON = "habit_no_reason"
    HABIT_UNREACHABLE = "habit_unreachable"
    HABIT_WORSE_THAN_ALTERNATIVE = "habit_worse_than_alternative"
    HABIT_WALKED_FROM_GOOD_TERMS = "habit_walked_from_good_terms"
    HABIT_WALKED_BACK = "habit_walked_back"
    HABIT_CHASED = "habit_chased"
    HABIT_LET_LEAVE = "habit_let_leave"
    HABIT_PASSED_LAST_WORD = "habit_passed_last_word"
    HABIT_GAVE_TOO_MUCH = "habit_gave_too_much"
    HABIT_OPENED_LOW = "habit_opened_low"
    HABIT_LARGE_CONCESSION = "habit_large_concession"
    HABIT_ALTERNATIVE_NOT_NAMED = "habit_alternative_not_named"
    HABIT_NOT_ASKED = "habit_not_asked"
    HABIT_EXTRA_NOT_ASKED = "habit_extra_not_asked"
    HABIT_ROUND_UNUSED = "habit_round_unused"
    HABIT_ACCEPTED_TOO_SOON = "habit_accepted_too_soon"
    HABIT_WALKED_TOO_SOON = "habit_walked_too_soon"
    HABIT_STAYED = "habit_stayed"
    HABIT_BETTER_PLAN = "habit_better_plan"
    RULE_EAGER = "rule_eager"
    RULE_RUDE = "rule_rude"
    RULE_EMPTY_THREAT = "rule_empty_threat"
    RULE_ALTERNATIVE_UNBELIEVED = "rule_alternative_unbelieved"
    RULE_ALTERNATIVE_VAGUE = "rule_alternative_vague"
    RULE_FAR_OFF = "rule_far_off"
    RULE_STEP_BACK = "rule_step_back"
    RULE_NO_WAY_OUT = "rule_no_way_out"
    RULE_TOKEN_STEP = "rule_token_step"
    RULE_WRONG_GIVE = "rule_wrong_give"
    RULE_GAVE_FOR_NOTHING = "rule_gave_for_nothing"
    RULE_NOT_TRADED = "rule_not_traded"
    RULE_GREEDY = "rule_greedy"
    RULE_NAMED_TOO_SOON = "rule_named_too_soon"
    RULE_STALLED = "rule_stalled"
    RULE_COLD = "rule_cold"
    RULE_NO_REASON = "rule_no_reason"
    RULE_UNREACHABLE = "rule_unreachable"
    RULE_WORSE_THAN_ALTERNATIVE = "rule_worse_than_alternative"
    RULE_WALKED_FROM_GOOD_TERMS = "rule_walked_from_good_terms"
    RULE_WALKED_BACK = "rule_walked_back"
    RULE_CHASED = "rule_chased"
    RULE_LET_LEAVE = "rule_let_leave"
    RULE_PASSED_LAST_WORD = "rule_passed_last_word"
    RULE_GAVE_TOO_MUCH = "rule_gave_too_much"
    RULE_OPENED_LOW = "rule_opened_low"
    RULE_LARGE_CONCESSION = "rule_large_concession"
    RULE_ALTERNATIVE_NOT_NAMED = "rule_alternative_not_named"
    RULE_NOT_ASKED = "rule_not_asked"
    RULE_EXTRA_NOT_ASKED = "rule_extra_not_asked"
    RULE_ROUND_UNUSED = "rule_round_unused"
    RULE_ACCEPTED_TOO_SOON = "rule_accepted_too_soon"
    RULE_WALKED_TOO_SOON = "rule_walked_too_soon"
    RULE_STAYED = "rule_stayed"
    RULE_BETTER_PLAN = "rule_better_plan"

    # What one could have said or done instead; several of them make a message.
    TRY_OFFER = "try_offer"
    TRY_OFFER_WITH = "try_offer_with"
    TRY_OFFER_FOR = "try_offer_for"  # with something given in return
    TRY_OFFER_FOR_WITH = "try_offer_for_with"
    TRY_GIVE = "try_give"
    TRY_STRIKE = "try_strike"
    TRY_COURTEOUS = "try_courteous"
    TRY_SUM_UP = "try_sum_up"
    TRY_APOLOGIZE = "try_apologize"
    TRY_ACCEPT = "try_accept"
    TRY_HOLD_FIRM = "try_hold_firm"
    TRY_ALTERNATIVE = "try_alternative"
    TRY_REASON = "try_reason"
    TRY_REQUEST_EXTRA = "try_request_extra"
    TRY_REQUEST_CONCESSION = "try_request_concession"
    TRY_THREATEN = "try_threaten"
    TRY_WALK_AWAY = "try_walk_away"
    TRY_COME_BACK = "try_come_back"
    TRY_CALL_AFTER = "try_call_after"
    TRY_LET_GO = "try_let_go"
    TRY_WAIT = "try_wait"
    TRY_ASK_INTEREST = "try_ask_interest"
    TRY_ASK_HOW_SET = "try_ask_how_set"
    TRY_ASK_OTHER_BUYERS = "try_ask_other_buyers"
    TRY_ASK_HOW_LONG = "try_ask_how_long"
    TRY_ASK_WHY = "try_ask_why"
    TRY_ASK_CONDITION = "try_ask_condition"
    TRY_ASK_LOWEST_PRICE = "try_ask_lowest_price"
    TRY_ASK_WHO_DECIDES = "try_ask_who_decides"
    TRY_ASK_EXTRAS = "try_ask_extras"
    TRY_ASK_BUSINESS = "try_ask_business"
    TRY_ASK_DEADLINE = "try_ask_deadline"
    TRY_ASK_GENERAL = "try_ask_general"
    # By a learner who sells, where that is asked otherwise.
    TRY_SELLER_ASK_OTHER_BUYERS = "try_seller_ask_other_buyers"
    TRY_SELLER_ASK_HOW_LONG = "try_seller_ask_how_long"
    TRY_SELLER_ASK_WHY = "try_seller_ask_why"
    TRY_SELLER_ASK_CONDITION = "try_seller_ask_condition"


_HINT = frozenset({"ask", "item", "name", "alternative", "walk_away_point", "target"})
_THOUGHT = frozenset({"ask", "item", "name", "limit"})
_READY = _THOUGHT | {"willing"}  # the price that it was ready to go to just then
_TURN = frozenset({"ask", "item", "name"})
_MOVED = _TURN | {"was"}  # the price that was on the table before
_OUTCOME = frozenset({"item", "name", "alternative", "walk_away_point", "limit", "below"})  # `below` or "above" it
_WHY = frozenset({"ask", "item", "name", "alternative", "walk_away_point", "less", "cost"})
"""`less` or "more", whichever is better for the counterpart; `cost` is what was lost, in money."""

_TRY = frozenset({"item", "ask"})
_DEAL = _OUTCOME | {"paid", "price", "extras", "gain"}
"""`paid` or "got" the price; `extras` with what they are worth; `gain` against the alternative, without a sign."""


_WITH_READINESS = (
    Remark.THOUGHT_COUNTER,
    Remark.THOUGHT_HOLD,
    Remark.THOUGHT_FINAL,
    Remark.THOUGHT_ACCEPT,
    Remark.THOUGHT_CLOSE,
    Remark.THOUGHT_LEAVE,
)
_WITH_READINESS_TO_CALL = (
    Remark.THOUGHT_LET_GO,
    Remark.THOUGHT_CHASE,
    Remark.THOUGHT_GIVE_WAY,
    Remark.THOUGHT_CALL,
    Remark.THOUGHT_NO_CALL,
)
_WITH_PRICE_BEFORE = (
    Remark.TURN_COUNTER,
    Remark.TURN_EVENT,
    Remark.TURN_CHASE,
    Remark.TURN_GIVE_WAY,
    Remark.TURN_CALL,
    Remark.TURN_TAKE_BACK,
    Remark.TURN_DOOR_PRICE,
    Remark.TURN_RETURN,
)

PLACEHOLDERS: Mapping[Remark, frozenset[str]] = (
    {remark: _HINT for remark in Remark if remark.startswith("hint_")}
    | {remark: _THOUGHT for remark in Remark if remark.startswith("thought_")}
    | {remark: _TURN for remark in Remark if remark.startswith("turn_")}
    | {remark: _OUTCOME for remark in Remark if remark.startswith("outcome_")}
    | {remark: _WHY for remark in Remark if remark.startswith(("why_", "part_"))}
    | {remark: frozenset({"name", "item", "cost"}) for remark in Remark if remark.startswith("repeat_")}
    | {remark: frozenset[str]() for remark in Remark if remark.startswith(("habit_", "rule_"))}
    | {remark: _TRY for remark in Remark if remark.startswith("try_")}
    | dict.fromkeys(_WITH_READINESS, _READY)
    | dict.fromkeys(_WITH_READINESS_TO_CALL, _READY)
    | dict.fromkeys(_WITH_PRICE_BEFORE, _MOVED)
    | {
        Remark.HINT_MOVE: _HINT | {"move"},  # what one could type, in quotation marks
        Remark.THOUGHT_GIVE_WAY: _READY | {"small_thing"},
        Remark.TURN_GIVE_WAY: _MOVED | {"small_thing"},
        Remark.TURN_ALTERNATIVE: _TURN | {"cited", "alternative"},
        Remark.WHY_BETTER_TOGETHER: _WHY | {"parts"},
        Remark.PART_EXTRAS: _WHY | {"extras"},
        Remark.PART_GIVES: _WHY | {"gives"},
        Remark.WHY_AGAIN: _WHY | {"move"},  # the number of the move that had the same reason before
        Remark.TRY_OFFER: _TRY | {"price"},
        Remark.TRY_OFFER_WITH: _TRY | {"price", "extras"},
        Remark.TRY_OFFER_FOR: _TRY | {"price", "gives"},
        Remark.TRY_OFFER_FOR_WITH: _TRY | {"price", "gives", "extras"},
        Remark.TRY_GIVE: _TRY | {"gives"},
        Remark.TRY_STRIKE: _TRY | {"small_thing"},
        Remark.TRY_REQUEST_EXTRA: _TRY | {"extras"},
        Remark.TRY_ALTERNATIVE: _TRY | {"alternative", "cited"},
        Remark.OUTCOME_BETTER: _DEAL,
        Remark.OUTCOME_BEST: _DEAL,
        Remark.OUTCOME_EQUAL: _DEAL,
        Remark.OUTCOME_WORSE: _DEAL,
    }
)
"""What a line may have filled in, by what it says. All of it is always known when that line is said."""


@dataclass(frozen=True, slots=True)
class Coach:
    lines: Mapping[Remark, tuple[str, ...]]

    def say(self, remark: Remark, values: Mapping[str, str], nth: int = 0) -> str:
        """The `nth` wording of `remark` (counted round and round), with `values` filled in.

        Raises KeyError where a line wants a value that is not there.
        """
        lines = self.lines[remark]
        return filled(lines[nth % len(lines)], values)
