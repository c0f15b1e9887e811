"""How a persona talks: every thing that can be said, in several wordings, and what may be filled into them.

A line is plain text with placeholders in braces: "I can do {ask}." Amounts come filled in as they are said ("$184").
A line that begins and ends with an asterisk tells what the learner sees and hears; all others are spoken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from string import Formatter


class Say(StrEnum):
    """Everything that a voice can say. One reply is put together from one or more of them."""

    # Where the deal stands: the main clause of a reply.
    OPEN = "open"  # after the first line, which the scenario itself brings
    TALK = "talk"  # to something that was not about the deal
    STEER = "steer"  # back to the deal, after what was not about it
    ANSWER = "answer"  # after the answer to a question, terms unchanged
    DODGE = "dodge"  # to a question that gets no (or no further) answer; STEER follows
    WHETHER = "whether"  # to one for a yes or no that changes nothing and has no answer; STEER follows
    DETAIL = "detail"  # the same to one for a detail: what, which, when, where, how many; STEER follows
    CHAT = "chat"  # the same to one about the counterpart itself, or for company; STEER follows
    COUNTER = "counter"  # better terms
    MEET = "meet"  # better terms, and exactly the price that the learner named
    PRICE_ONLY = "price_only"  # the learner's price, but not the extra that was wanted with it
    WITH_EXTRA = "with_extra"  # terms with an extra that was granted just now
    IN_RETURN = "in_return"  # terms with what the learner gives for them
    NO_USE = "no_use"  # the same terms, whatever the learner gives
    NEWS = "news"  # terms after something happened
    HOLD = "hold"
    COOL = "cool"  # to a price that isn't serious
    FINAL = "final"
    STRETCH = "stretch"  # better terms although it has said its last word
    ACCEPT = "accept"  # takes the learner's offer
    SHAKE = "shake"  # the learner took its terms
    CLOSE = "close"  # it ends the talk without a deal
    UNFINISHED = "unfinished"  # the learner ends the talk at the table
    ENDED = "ended"  # it ends with nobody saying so, wherever the two are

    # The learner leaves.
    WATCH = "watch"
    SILENCE = "silence"
    LET_GO = "let_go"
    CHASE = "chase"
    GIVE_WAY = "give_way"
    CALL = "call"
    NO_CALL = "no_call"
    TAKE_BACK = "take_back"

    # The counterpart leaves.
    LEAVE = "leave"
    WALK_ON = "walk_on"
    DOOR_PRICE = "door_price"
    RETURN = "return"
    GONE = "gone"
    SOLD = "sold"  # it has agreed with somebody else

    # About extras, before or after the main clause.
    GRANTED = "granted"
    REFUSED = "refused"
    INCLUDED = "included"  # what goes with the price that was just agreed
    NOTED = "noted"  # what the learner gives

    # What it noticed, before the main clause: named like the notes of state.py.
    FIRST_OFFER = "first_offer"
    FAR_OFF = "far_off"
    SMALL_STEP = "small_step"
    LARGE_STEP = "large_step"
    STEP_BACK = "step_back"
    TOKEN_STEP = "token_step"
    NO_STEP = "no_step"
    LAST_WORD_MOVED = "last_word_moved"
    GREEDY = "greedy"
    ALTERNATIVE = "alternative"
    ALTERNATIVE_WEAK = "alternative_weak"
    ALTERNATIVE_VAGUE = "alternative_vague"
    ALTERNATIVE_UNBELIEVED = "alternative_unbelieved"
    ALTERNATIVE_AGAIN = "alternative_again"
    REASON = "reason"
    REASON_AGAIN = "reason_again"
    REASON_UNFIT = "reason_unfit"
    ASKED_AGAIN = "asked_again"
    WOULD_HELP = "would_help"
    EXTRA_AGAIN = "extra_again"
    THREAT = "threat"
    EMPTY_THREAT = "empty_threat"
    EAGER = "eager"
    RUDE = "rude"
    COURTEOUS = "courteous"
    GREETING = "greeting"  # the same in the learner's first message
    CAME_WHEN_CALLED = "came_when_called"
    CALLED_AFTER = "called_after"

    # The same; a voice may do without these: then they are said plainly.
    STRUCK = "struck"  # the add-on was asked to be taken off, and stays
    WITHOUT = "without"  # after an agreement: the add-on comes off, as the learner asked
    STALL = "stall"  # the learner wants time
    SUM_UP = "sum_up"  # the learner said where both stand
    APOLOGY = "apology"  # the learner said sorry

    # To messages that are no talk at all; STEER follows.
    ASIDE_INSTRUCTION = "aside_instruction"
    ASIDE_CODE = "aside_code"
    ASIDE_LINK = "aside_link"
    ASIDE_LANGUAGE = "aside_language"
    ASIDE_EMOJI_ONLY = "aside_emoji_only"
    ASIDE_EMPTY = "aside_empty"

    # Before anything counts that wasn't clear, and after it was taken back. A voice may do without: then it is said
    # plainly.
    CONFIRM_DEAL = "confirm_deal"  # whether the learner takes what is on the table
    CONFIRM_OFFER = "confirm_offer"  # whether {offer} is what the learner offers
    CONFIRM_LEAVING = "confirm_leaving"
    WHICH = "which"  # which of several things the learner meant; they are listed below it
    SORRY = "sorry"  # for having misheard


ALWAYS = frozenset({"ask", "item", "name"})
"""Known in every line: the price on the table (or of the deal), what is traded, the persona's name."""

_OFFERED = ALWAYS | {"offer"}  # the learner's last offer; a line that uses it waits until there is one
_GIVEN = ALWAYS | {"gives"}  # what the learner does for it: "pay all of it today and sign for two years"
_WITH_EXTRA = ALWAYS | {"extra"}  # one extra or several: "a mattress cover and a lamp"

PLACEHOLDERS: Mapping[Say, frozenset[str]] = dict.fromkeys(Say, ALWAYS) | {
    Say.COUNTER: _OFFERED,
    Say.HOLD: _OFFERED,
    Say.FINAL: _OFFERED,
    Say.FIRST_OFFER: _OFFERED,
    Say.FAR_OFF: _OFFERED,
    Say.SMALL_STEP: _OFFERED,
    Say.LARGE_STEP: _OFFERED,
    Say.STEP_BACK: _OFFERED,
    Say.NO_STEP: _OFFERED,
    Say.ALTERNATIVE: ALWAYS | {"cited"},  # the price of the alternative that the learner named
    Say.GIVE_WAY: ALWAYS | {"small_thing"},
    Say.STRUCK: ALWAYS | {"small_thing"},
    Say.WITHOUT: ALWAYS | {"small_thing"},
    Say.WITH_EXTRA: _WITH_EXTRA,
    Say.PRICE_ONLY: _WITH_EXTRA,
    Say.GRANTED: _WITH_EXTRA,
    Say.REFUSED: _WITH_EXTRA,
    Say.INCLUDED: _WITH_EXTRA,
    Say.IN_RETURN: _GIVEN,
    Say.NO_USE: _GIVEN,
    Say.NOTED: _GIVEN,
    Say.COOL: _OFFERED,
    Say.TOKEN_STEP: _OFFERED,
    Say.CONFIRM_OFFER: _OFFERED,
}
"""What a line may have filled in, by what it says."""

OPTIONAL = frozenset(
    {
        Say.CONFIRM_DEAL,
        Say.CONFIRM_OFFER,
        Say.CONFIRM_LEAVING,
        Say.WHICH,
        Say.SORRY,
        Say.STRUCK,
        Say.WITHOUT,
        Say.STALL,
        Say.SUM_UP,
        Say.APOLOGY,
        Say.IN_RETURN,
        Say.NO_USE,
        Say.NOTED,
        Say.COOL,
        Say.SOLD,
        Say.TOKEN_STEP,
        Say.LAST_WORD_MOVED,
        Say.GREEDY,
        Say.REASON_UNFIT,
        Say.ASKED_AGAIN,
        Say.WOULD_HELP,
    }
)
"""What a voice may be without."""

FIRST_LINE_PLACEHOLDERS = ALWAYS
"""The same for the first lines and the answers that a scenario brings."""


@dataclass(frozen=True, slots=True)
class Voice:
    id: str
    name: str
    about: str
    lines: Mapping[Say, tuple[str, ...]]


_NONE = frozenset[str]()


@lru_cache(maxsize=8192)
def pieces(line: str) -> tuple[tuple[str, str | None], ...]:
    """`line` as pairs of plain text and the placeholder after it (None at the end).

    Raises ValueError where the braces don't match.
    """
    return tuple((text, name) for text, name, _, _ in Formatter().parse(line))


def placeholders(line: str) -> frozenset[str]:
    """The names that `line` wants filled in."""
    return frozenset(name for _, name in pieces(line) if name is not None) if "{" in line else _NONE


def filled(line: str, values: Mapping[str, str]) -> str:
    """`line` with its placeholders filled in; one that begins a sentence gets a capital letter.

    Names are looked up and nothing more, so that no line can reach into an object. Raises KeyError for a name
    without a value.
    """
    text = ""
    for plain, name in pieces(line):
        text += plain
        if name is not None:
            value = values[name]
            text += value[:1].upper() + value[1:] if _begins_sentence(text) else value
    return text


def _begins_sentence(before: str) -> bool:
    """Whether what comes after `before` is the first word of a sentence."""
    closed = before.rstrip().rstrip("*\"'“(")
    return not closed.strip() or (before[-1:] != closed[-1:] and closed[-1] in ".!?")
