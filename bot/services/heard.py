"""How the learner was heard, in plain words: "you offered $165 · named the same bed at Harlow's at $184"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.negotiation.money import spoken
from bot.negotiation.moves import (
    Accept,
    Apologize,
    Ask,
    BeCourteous,
    BeRude,
    CallAfter,
    CiteAlternative,
    ComeBack,
    GiveReason,
    HoldFirm,
    LetGo,
    Move,
    Offer,
    RequestConcession,
    RequestExtra,
    ShowEagerness,
    SmallTalk,
    Stall,
    StrikeAddOn,
    SumUp,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.naming import beside, gets, gives, listed
from bot.negotiation.scenario import Scenario, Side

_LONGEST = 300  # characters

_ASKED = {
    Topic.INTEREST: "what matters most to them",
    Topic.HOW_SET: "how they got to that price",
    Topic.WHY: "why they want this deal",
    Topic.CONDITION: "about its condition",
    Topic.LOWEST_PRICE: "for their last price",
    Topic.WHO_DECIDES: "who decides",
    Topic.EXTRAS: "what could be added",
    Topic.BUSINESS: "how business is",
    Topic.DEADLINE: "by when it has to be settled",
}


def heard_line(scenario: Scenario, ask: int, moves: Sequence[Move]) -> str:
    """What was heard in a message; `ask` is what was on the table before it."""
    told = list(dict.fromkeys(_told(scenario, ask, moves)))
    line = " · ".join([f"you {told[0]}", *told[1:]]) if told else "nothing about the deal"
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _told(scenario: Scenario, ask: int, moves: Sequence[Move]) -> Iterable[str]:
    kinds = {type(move) for move in moves}
    for move in moves:
        match move:
            case SmallTalk() | Ask(Topic.GENERAL) if kinds - {SmallTalk, BeCourteous, type(move)}:
                continue  # what matters says enough
            case BeCourteous() if kinds != {BeCourteous}:
                continue
            case SmallTalk():
                continue
            case _:
                yield _deed(scenario, ask, move)


def _deed(scenario: Scenario, ask: int, move: Move) -> str:
    def money(amount: int) -> str:
        return spoken(amount, scenario.currency)

    match move:
        case Offer(amount, extras):
            given = gives(scenario, extras)
            return f"offered {money(amount)}{beside(gets(scenario, extras), ())}" + (
                f" · offered to {listed(given)}" if given else ""
            )
        case Accept():
            return f"accepted {money(ask)}"
        case HoldFirm():
            return "said no"
        case CiteAlternative() if scenario.model is not None and not scenario.model.alternative.nameable:
            return "spoke of another way out"
        case CiteAlternative(amount):
            return f"named {scenario.alternative.spoken}" + ("" if amount is None else f" at {money(amount)}")
        case GiveReason():
            return "gave a reason"
        case Ask(Topic.INTEREST, leading=True):
            return "asked whether that would help"
        case Ask(topic):
            return f"asked {_question(scenario, topic)}"
        case RequestExtra(extra_id) if scenario.extra(extra_id).given:
            return f"offered to {scenario.extra(extra_id).name}"
        case RequestExtra(extra_id):
            return f"asked for {scenario.extra(extra_id).name}"
        case RequestConcession():
            return "asked for a better price"
        case StrikeAddOn():
            add_on = "the add-on" if scenario.small_thing is None else scenario.small_thing.name
            return f"asked to leave out {add_on}"
        case Stall():
            return "asked for time"
        case SumUp():
            return "summed up"
        case Apologize():
            return "said sorry"
        case Threaten():
            return "said that you may leave"
        case WalkAway(reachable):
            return "left, and can be reached" if reachable else "left"
        case ComeBack():
            return "came back"
        case CallAfter():
            return "called them back"
        case LetGo():
            return "let them go"
        case ShowEagerness():
            return "let on how much you want it"
        case BeCourteous():
            return "were polite"
        case BeRude():
            return "were rude"
        case SmallTalk():
            return "made small talk"


def _question(scenario: Scenario, topic: Topic) -> str:
    buys = scenario.side is Side.BUYER
    if topic is Topic.HOW_LONG:
        return "how long it has been on offer" if buys else "how long they have been looking"
    if topic is Topic.OTHER_BUYERS:
        return "whether others are interested" if buys else "whether they have other offers"
    return _ASKED.get(topic, "a question")
