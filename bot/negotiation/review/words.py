"""A review in words: why a move cost what it did, what one could have said instead, and where to read about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.negotiation.coach import Coach, Remark
from bot.negotiation.money import spoken
from bot.negotiation.moves import (
    Accept,
    Ask,
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
    Threaten,
    WalkAway,
)
from bot.negotiation.review.analysis import ReviewedMove
from bot.negotiation.review.positions import Message
from bot.negotiation.review.reasons import ReasonKind
from bot.negotiation.scenario import Scenario

PASSAGES: Mapping[ReasonKind, str] = {
    ReasonKind.EAGER: "walk-away#principle",
    ReasonKind.RUDE: "small-talk#principle",
    ReasonKind.EMPTY_THREAT: "walk-away#empty-threats",
    ReasonKind.ALTERNATIVE_UNBELIEVED: "competing-offer#invented-offer",
    ReasonKind.ALTERNATIVE_VAGUE: "competing-offer#show-it",
    ReasonKind.FAR_OFF: "ambitious-first-offer#insulting-offer",
    ReasonKind.STEP_BACK: "give-and-take#keep-it-tied",
    ReasonKind.UNREACHABLE: "keep-the-door-open#leave-a-way",
    ReasonKind.WORSE_THAN_ALTERNATIVE: "walk-away#walk-away-point",
    ReasonKind.WALKED_FROM_GOOD_TERMS: "walk-away#nowhere-to-go",
    ReasonKind.WALKED_BACK: "walk-away#walking-back",
    ReasonKind.CHASED: "walk-away#price-of-chasing",
    ReasonKind.LET_LEAVE: "lose-the-battle#give-in-time",
    ReasonKind.PASSED_LAST_WORD: "take-it-or-leave-it#look-at-the-number",
    ReasonKind.GAVE_TOO_MUCH: "give-and-take#give-slowly",
    ReasonKind.OPENED_LOW: "ambitious-first-offer#leave-room",
    ReasonKind.LARGE_CONCESSION: "give-and-take#give-slowly",
    ReasonKind.ALTERNATIVE_NOT_NAMED: "competing-offer#principle",
    ReasonKind.NOT_ASKED: "questions#principle",
    ReasonKind.EXTRA_NOT_ASKED: "nibble#cheap-for-them",
    ReasonKind.ROUND_UNUSED: "give-and-take#if-then",
    ReasonKind.ACCEPTED_TOO_SOON: "silence#after-their-number",
    ReasonKind.WALKED_TOO_SOON: "walk-away#leaving-too-early",
    ReasonKind.STAYED: "walk-away#leave-for-real",
    ReasonKind.STOPPED: "walk-away#when-to-use-it",
    ReasonKind.BETTER_PLAN: "walk-away#when-to-use-it",
}
"""The passage of the knowledge base that explains each reason: tactic id and passage id."""

_PLAIN: Mapping[type[Move], Remark] = {
    Accept: Remark.TRY_ACCEPT,
    HoldFirm: Remark.TRY_HOLD_FIRM,
    GiveReason: Remark.TRY_REASON,
    RequestConcession: Remark.TRY_REQUEST_CONCESSION,
    Threaten: Remark.TRY_THREATEN,
    WalkAway: Remark.TRY_WALK_AWAY,
    ComeBack: Remark.TRY_COME_BACK,
    CallAfter: Remark.TRY_CALL_AFTER,
    LetGo: Remark.TRY_LET_GO,
}


def why(scenario: Scenario, move: ReviewedMove, coach: Coach) -> str | None:
    """Why `move` cost something and how much, in a sentence or two; None where it cost nothing to speak of."""
    if move.reason is None:
        return None
    values = {
        "ask": spoken(scenario.price_at(move.state.given), scenario.currency),
        "item": scenario.item,
        "name": scenario.counterpart.split(",")[0],
        "alternative": scenario.alternative.spoken,
        "walk_away_point": spoken(scenario.walk_away_point, scenario.currency),
        "cost": spoken(in_money(scenario, move.reason.recovers), scenario.currency),
    }
    sentence = coach.say(Remark(f"why_{move.reason.kind}"), values, move.step)
    return sentence[:1].upper() + sentence[1:]


def in_words(scenario: Scenario, ask: int, message: Message, coach: Coach) -> str:
    """`message` as one could type it, or what to do where nothing is to be said. `ask` is the price on the table."""
    if not message:
        return coach.say(Remark.TRY_WAIT, _common(scenario, ask))
    said = (_in_words(scenario, ask, move, coach) for move in message)
    return " ".join(sentence[:1].upper() + sentence[1:] for sentence in said if sentence)


def _in_words(scenario: Scenario, ask: int, move: Move, coach: Coach) -> str:
    values = _common(scenario, ask)
    match move:
        case Offer(amount, extras):
            values["price"] = spoken(amount, scenario.currency)
            if not extras:
                return coach.say(Remark.TRY_OFFER, values)
            values["extras"] = _listed(scenario.extra(extra).name for extra in sorted(extras))
            return coach.say(Remark.TRY_OFFER_WITH, values)
        case RequestExtra(extra):
            return coach.say(Remark.TRY_REQUEST_EXTRA, values | {"extras": scenario.extra(extra).name})
        case CiteAlternative(amount):
            cited = scenario.walk_away_point if amount is None else amount
            own = {"alternative": scenario.alternative.spoken, "cited": spoken(cited, scenario.currency)}
            return coach.say(Remark.TRY_ALTERNATIVE, values | own)
        case Ask(topic):
            return coach.say(Remark(f"try_ask_{topic}"), values)
        case _:
            remark = _PLAIN.get(type(move))
            return coach.say(remark, values) if remark else ""


def _common(scenario: Scenario, ask: int) -> dict[str, str]:
    return {"item": scenario.item, "ask": spoken(ask, scenario.currency)}


def in_money(scenario: Scenario, share: float) -> int:
    """A share of the surplus in minor units, in whole steps but never nothing: an expectation has no cents."""
    steps = round(share * scenario.best_gain / scenario.step)
    return max(1, steps) * scenario.step


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
