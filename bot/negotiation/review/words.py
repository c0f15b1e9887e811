"""A review in words: why a move cost what it did, what one could have said instead, and where to read about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.negotiation.coach import Coach, Remark
from bot.negotiation.money import spoken
from bot.negotiation.moves import (
    Accept,
    Apologize,
    Ask,
    BeCourteous,
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
    StrikeAddOn,
    SumUp,
    Threaten,
    Topic,
    WalkAway,
)
from bot.negotiation.naming import beside, gets, gives, listed
from bot.negotiation.review.analysis import ReviewedMove
from bot.negotiation.review.positions import Message
from bot.negotiation.review.reasons import Reason, ReasonKind
from bot.negotiation.scenario import Scenario, Side

PASSAGES: Mapping[ReasonKind, str] = {
    ReasonKind.EAGER: "walk-away#principle",
    ReasonKind.RUDE: "small-talk#principle",
    ReasonKind.EMPTY_THREAT: "walk-away#empty-threats",
    ReasonKind.ALTERNATIVE_UNBELIEVED: "competing-offer#invented-offer",
    ReasonKind.ALTERNATIVE_VAGUE: "walk-away#know-your-alternative",
    ReasonKind.FAR_OFF: "ambitious-first-offer#out-of-sight",
    ReasonKind.STEP_BACK: "give-and-take#keep-it-tied",
    ReasonKind.NO_WAY_OUT: "walk-away#nowhere-to-go",
    ReasonKind.TOKEN_STEP: "give-and-take#give-slowly",
    ReasonKind.WRONG_GIVE: "give-and-take#ask-what-matters",
    ReasonKind.GAVE_FOR_NOTHING: "give-and-take#if-then",
    ReasonKind.NOT_TRADED: "give-and-take#list-small-coins",
    ReasonKind.GREEDY: "nibble#cheap-for-them",
    ReasonKind.NAMED_TOO_SOON: "competing-offer#principle",
    ReasonKind.STALLED: "deadline#real-and-why",
    ReasonKind.COLD: "small-talk#principle",
    ReasonKind.NO_REASON: "ambitious-first-offer#number-and-reason",
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
    ReasonKind.ROUND_UNUSED: "ambitious-first-offer#number-and-reason",
    ReasonKind.ACCEPTED_TOO_SOON: "silence#after-their-number",
    ReasonKind.WALKED_TOO_SOON: "walk-away#when-to-use-it",
    ReasonKind.STAYED: "walk-away#leave-for-real",
    ReasonKind.BETTER_PLAN: "walk-away#when-to-use-it",
}
"""The passage of the knowledge base that explains each reason: tactic id and passage id."""

_PLAIN: Mapping[type[Move], Remark] = {
    Accept: Remark.TRY_ACCEPT,
    HoldFirm: Remark.TRY_HOLD_FIRM,
    BeCourteous: Remark.TRY_COURTEOUS,
    SumUp: Remark.TRY_SUM_UP,
    Apologize: Remark.TRY_APOLOGIZE,
    RequestConcession: Remark.TRY_REQUEST_CONCESSION,
    Threaten: Remark.TRY_THREATEN,
    WalkAway: Remark.TRY_WALK_AWAY,
    ComeBack: Remark.TRY_COME_BACK,
    CallAfter: Remark.TRY_CALL_AFTER,
    LetGo: Remark.TRY_LET_GO,
}


def why(scenario: Scenario, move: ReviewedMove, coach: Coach) -> str | None:
    """Why `move` cost something and how much, in a sentence or two; None where it cost nothing to speak of."""
    return None if move.reason is None else _why(scenario, move, move.reason, coach, nth=0)


def whys(scenario: Scenario, moves: Sequence[ReviewedMove], coach: Coach) -> tuple[str | None, ...]:
    """`why` for each move of a session, no sentence twice: of several moves with one reason the costliest is explained,
    the others are worded otherwise where there is another wording, and refer to it where there is none."""
    explained: dict[ReasonKind, int] = {}  # the number of the move that costs most by each reason
    for number, move in sorted(enumerate(moves, start=1), key=lambda each: -each[1].loss):
        if move.reason is not None:
            explained.setdefault(move.reason.kind, number)
    told: list[str | None] = []
    worded: dict[ReasonKind, int] = {}
    for number, move in enumerate(moves, start=1):
        if move.reason is None:
            told.append(None)
            continue
        at = explained[move.reason.kind]
        nth = 0 if number == at else worded.setdefault(move.reason.kind, 0) + 1
        worded[move.reason.kind] = max(worded.get(move.reason.kind, 0), nth)
        told.append(_why(scenario, move, move.reason, coach, nth=nth, see=at))
    return tuple(told)


def _why(scenario: Scenario, move: ReviewedMove, reason: Reason, coach: Coach, nth: int, see: int = 0) -> str:
    values = {
        "ask": spoken(scenario.price_at(move.state.given), scenario.currency),
        "item": scenario.item,
        "name": scenario.counterpart.split(",")[0],
        "alternative": scenario.alternative.spoken,
        "walk_away_point": spoken(scenario.walk_away_point, scenario.currency),
        "less": "less" if scenario.side is Side.BUYER else "more",
        "cost": spoken(in_money(scenario, move.loss), scenario.currency),
    }
    remark = Remark(f"why_{reason.kind}")
    parts = tuple(_parts(scenario, move, reason.instead, coach, values)) if remark is Remark.WHY_BETTER_PLAN else ()
    if len(parts) > 1:
        remark, values = Remark.WHY_BETTER_TOGETHER, values | {"parts": listed(parts)}
    wordings = len(coach.lines[remark])
    if nth < wordings:
        sentence = coach.say(remark, values, nth)
    else:
        sentence = coach.say(Remark.WHY_AGAIN, values | {"move": str(see)}, nth - wordings)
    return sentence[:1].upper() + sentence[1:]


def _parts(
    scenario: Scenario, move: ReviewedMove, instead: Message, coach: Coach, values: Mapping[str, str]
) -> Iterator[str]:
    """What `instead` has that the move had not, each in a few words."""
    had = {type(each) for each in move.message}
    offered = next((each for each in reversed(move.message) if isinstance(each, Offer)), None)
    for part in instead:
        match part:
            case Ask() if Ask not in had:
                yield coach.say(Remark.PART_QUESTION, values)
            case CiteAlternative() if CiteAlternative not in had:
                yield coach.say(Remark.PART_ALTERNATIVE, values)
            case WalkAway() if WalkAway not in had:
                yield coach.say(Remark.PART_LEAVING, values)
            case Offer(amount, extras):
                if offered is not None and amount != offered.amount:
                    bolder = scenario.room_at(amount) > scenario.room_at(offered.amount)
                    yield coach.say(Remark.PART_BOLDER if bolder else Remark.PART_NEARER, values)
                wished = extras - (frozenset[str]() if offered is None else offered.extras)
                if had := gets(scenario, wished):
                    yield coach.say(Remark.PART_EXTRAS, {**values, "extras": listed(had)})
                if done := gives(scenario, wished):
                    yield coach.say(Remark.PART_GIVES, {**values, "gives": listed(done)})
            case _:
                pass


def in_words(scenario: Scenario, ask: int, message: Message, coach: Coach) -> str:
    """`message` as one could type it, or what to do where nothing is to be said. `ask` is the price on the table."""
    if not message:
        return coach.say(Remark.TRY_WAIT, _common(scenario, ask))
    struck = any(isinstance(move, StrikeAddOn) for move in message)
    offered = any(isinstance(move, Offer) for move in message)
    said = (
        _in_words(scenario, ask, move, coach, struck=struck)
        for move in message
        if not (offered and isinstance(move, StrikeAddOn))  # it is said with the price
    )
    return " ".join(sentence[:1].upper() + sentence[1:] for sentence in said if sentence)


def _in_words(scenario: Scenario, ask: int, move: Move, coach: Coach, *, struck: bool) -> str:
    values = _common(scenario, ask)
    match move:
        case Offer(amount, extras):
            without = scenario.small_thing.name if struck and scenario.small_thing is not None else None
            values["price"] = spoken(amount, scenario.currency) + beside((), (), without)
            return coach.say(_offered(scenario, extras, values), values)
        case RequestExtra(extra) if extra in gives_of(scenario):
            return coach.say(Remark.TRY_GIVE, values | {"gives": scenario.extra(extra).name})
        case RequestExtra(extra) if extra in {each.id for each in scenario.extras}:
            return coach.say(Remark.TRY_REQUEST_EXTRA, values | {"extras": scenario.extra(extra).name})
        case RequestExtra() | StrikeAddOn():
            return _struck(scenario, coach, values)
        case GiveReason(kind):
            fitting = next((reason.said for reason in scenario.reasons if reason.kind == kind), None)
            return fitting or coach.say(Remark.TRY_REASON, values)
        case CiteAlternative(amount):
            cited = scenario.walk_away_point if amount is None else amount
            own = {"alternative": scenario.alternative.spoken, "cited": spoken(cited, scenario.currency)}
            return coach.say(Remark.TRY_ALTERNATIVE, values | own)
        case Ask(topic):
            return coach.say(_question(scenario.side, topic), values)
        case _:
            remark = _PLAIN.get(type(move))
            return coach.say(remark, values) if remark else ""


def _offered(scenario: Scenario, extras: frozenset[str], values: dict[str, str]) -> Remark:
    """How an offer is said; what it asks for and gives is added to `values`."""
    had, done = gets(scenario, extras), gives(scenario, extras)
    if had:
        values["extras"] = listed(had)
    if done:
        values["gives"] = listed(done)
        return Remark.TRY_OFFER_FOR_WITH if had else Remark.TRY_OFFER_FOR
    return Remark.TRY_OFFER_WITH if had else Remark.TRY_OFFER


def _struck(scenario: Scenario, coach: Coach, values: Mapping[str, str]) -> str:
    thing = scenario.small_thing
    return "" if thing is None else coach.say(Remark.TRY_STRIKE, {**values, "small_thing": thing.name})


def gives_of(scenario: Scenario) -> frozenset[str]:
    """Return the ids of what the learner may give."""
    return frozenset(extra.id for extra in scenario.extras if extra.given)


_SELLERS_ASK: Mapping[Topic, Remark] = {
    Topic.OTHER_BUYERS: Remark.TRY_SELLER_ASK_OTHER_BUYERS,
    Topic.HOW_LONG: Remark.TRY_SELLER_ASK_HOW_LONG,
    Topic.WHY: Remark.TRY_SELLER_ASK_WHY,
    Topic.CONDITION: Remark.TRY_SELLER_ASK_CONDITION,
}


def _question(side: Side, topic: Topic) -> Remark:
    of_both = Remark(f"try_ask_{topic}")
    return _SELLERS_ASK.get(topic, of_both) if side is Side.SELLER else of_both


def _common(scenario: Scenario, ask: int) -> dict[str, str]:
    return {"item": scenario.item, "ask": spoken(ask, scenario.currency)}


def in_money(scenario: Scenario, share: float) -> int:
    """A share of the surplus in minor units, in whole steps but never nothing: an expectation has no cents."""
    steps = round(share * scenario.best_gain / scenario.step)
    return max(1, steps) * scenario.step
