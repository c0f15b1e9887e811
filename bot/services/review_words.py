"""The review of a session that has ended, in words: what every move was worth, why, and what would have been better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.content.library import Library
from bot.learning.analysing import Analysis
from bot.learning.puzzles import Choice
from bot.negotiation.acts import Outcome
from bot.negotiation.coach import Coach, Remark
from bot.negotiation.hindsight import TurningPoint, turning_points
from bot.negotiation.mind import mind
from bot.negotiation.money import spoken
from bot.negotiation.moves import (
    Accept,
    Ask,
    BeRude,
    CiteAlternative,
    LetGo,
    Move,
    Offer,
    Place,
    RequestExtra,
    WalkAway,
)
from bot.negotiation.record import StepKind
from bot.negotiation.review import Review, ReviewedMove
from bot.negotiation.review.positions import Message
from bot.negotiation.review.reasons import FAULTS
from bot.negotiation.review.words import PASSAGES, gives_of, in_money, in_words, whys
from bot.negotiation.scenario import Scenario
from bot.pictures.curve import Moment
from bot.services.heard import heard_line
from bot.services.passages import passage_of
from bot.services.phrases import deed
from bot.services.played import Played
from bot.services.positions import message_label
from bot.services.preparing import how_it_held
from bot.services.review_views import MoveReview, Puzzle, Repeat, SessionReview

ENOUGH = 0.8  # share of the loss that the smallest change must win back to be recommended rather than the best move
MUCH = 0.1  # surplus share that hindsight must change for a word about it: what makes a mistake


def told(played: Played, analysis: Analysis, library: Library) -> SessionReview:
    """`analysis` put beside what was said in `played`."""
    found = analysis.found
    following = [*(move.step for move in found.moves[1:]), len(played.steps)]
    reasons = whys(played.scenario, found.moves, library.coach)
    moves = tuple(
        _move(played, number, move, why, until, analysis.puzzles.get(move.step, ()), library)
        for number, (move, why, until) in enumerate(zip(found.moves, reasons, following, strict=True), start=1)
    )
    costly = frozenset(
        step
        for move, until in zip(found.moves, following, strict=True)
        if move.grade.is_costly
        for step in range(move.step, until)
    )
    points = turning_points(played.scenario, played.world, played.steps, library.coach, but=costly)
    return SessionReview(
        session=played.row.id,
        scenario=played.scenario,
        world=played.world,
        accuracy=None if played.row.outcome == Outcome.UNFINISHED else found.accuracy,
        moves=moves,
        key_moments=tuple(moves[index] for index in found.key_moments),
        decided=next((each.sentence for each in points if each.decided), None),
        repeat=_worth_repeating(played, found, library.coach) if played.scenario.model else _repeat(played, points),
        plan=() if played.plan is None else how_it_held(played.scenario, played.plan, played.steps),
        moments=tuple(_moments(analysis)),
    )


def _worth_repeating(played: Played, found: Review, coach: Coach) -> Repeat | None:
    """The message that was worth most over just holding, in the words of its most telling part."""
    best = max(found.moves, key=lambda move: move.over_holding, default=None)
    if best is None or best.over_holding < MUCH / 2 or played.steps[best.step].kind is not StepKind.SAID:
        return None
    remark = next((remark for kind, remark in _REPEATED if any(isinstance(move, kind) for move in best.message)), None)
    if remark is None:
        return None
    scenario = played.scenario
    if remark is Remark.REPEAT_OFFER and any(
        isinstance(move, Offer) and move.extras & gives_of(scenario) for move in best.message
    ):
        remark = Remark.REPEAT_TRADE
    values = {
        "name": scenario.counterpart.split(",")[0],
        "item": scenario.item,
        "cost": spoken(in_money(scenario, best.over_holding), scenario.currency),
    }
    words = played.step_events[best.step].body["text"]
    label = words or message_label(scenario, scenario.price_at(best.state.given), best.message)
    return Repeat(label, bool(words), coach.say(remark, values))


_REPEATED: Sequence[tuple[type[Move], Remark]] = (
    (WalkAway, Remark.REPEAT_WALK),
    (Accept, Remark.REPEAT_ACCEPT),
    (LetGo, Remark.REPEAT_LET_GO),
    (Ask, Remark.REPEAT_ASK),
    (CiteAlternative, Remark.REPEAT_NAME),
    (RequestExtra, Remark.REPEAT_OFFER),
    (Offer, Remark.REPEAT_OFFER),
)
"""What a message is above all, the first of these that is in it."""


def _repeat(played: Played, points: Sequence[TurningPoint]) -> Repeat | None:
    """The message that helped most, with all that it did; what a wait brought is due to the message before it."""
    did: dict[int, list[str]] = {}
    for point in points:
        said = point.step
        while said and played.steps[said].kind is StepKind.TIME:
            said -= 1
        if point.helped and played.steps[said].kind is StepKind.SAID:
            did.setdefault(said, []).append(point.sentence)
    for said, sentences in did.items():
        words = played.step_events[said].body["text"]
        ask = played.scenario.price_at(played.steps[said - 1].after.given)
        label = words or message_label(played.scenario, ask, played.steps[said].moves)
        return Repeat(label, bool(words), " ".join(sentences))
    return None


def _moments(analysis: Analysis) -> Iterator[Moment]:
    decided = {move.step: (number, move.grade) for number, move in enumerate(analysis.found.moves, start=1)}
    for point in analysis.found.curve:
        number, grade = decided.get(point.step, (None, None))
        yield Moment(point.value, point.ask, point.offer, number, grade)


def _move(
    played: Played,
    number: int,
    move: ReviewedMove,
    why: str | None,
    until: int,
    choices: tuple[Choice, ...],
    library: Library,
) -> MoveReview:
    scenario, coach = played.scenario, library.coach
    ask = scenario.price_at(move.state.given)
    event = played.step_events[move.step]
    words = event.body["text"]
    return MoveReview(
        number=number,
        step=move.step,
        round=move.state.round,
        text=words or _done(played, move, ask),
        spoken=bool(words),
        heard=heard_line(scenario, ask, move.message) if words else None,
        before=played.step_events[move.step - 1].body["words"],
        answer=event.body["words"],
        ask=ask,
        offer=None if move.state.demand is None else scenario.price_at(move.state.demand),
        grade=move.grade,
        accuracy=move.accuracy,
        cost=in_money(scenario, move.loss) if move.grade.is_costly else 0,
        reason=str(move.reason.kind) if move.reason else None,
        why=why,
        better=_better(scenario, move, ask, coach),
        asides=tuple(_asides(scenario, move)),
        passage=passage_of(PASSAGES[move.reason.kind], library) if move.reason else None,
        thoughts=tuple(_thoughts(played, move.step, until, coach)),
        puzzle=_puzzle(scenario, ask, choices),
    )


def _asides(scenario: Scenario, move: ReviewedMove) -> Iterator[str]:
    name = scenario.counterpart.split(",")[0]
    knowing = spoken(in_money(scenario, move.hindsight_loss), scenario.currency)
    if move.grade.is_costly and move.hindsight_loss < move.loss / 2:
        yield "As it turned out it did little harm, but you could not know that then."
    elif move.hindsight_loss > move.loss + MUCH:
        yield f"Knowing what {name} was hiding, there was about {knowing} to win here. You could not know that then."
    if not move.grade.is_costly and any(isinstance(said, BeRude) for said in move.message):
        yield "Sharp words did no harm here. They never do any good."


def _done(played: Played, move: ReviewedMove, ask: int) -> str:
    """What the learner did without a word."""
    step = played.steps[move.step]
    if step.kind is StepKind.TIME:
        return "Let them go"
    if step.kind is StepKind.LEFT:
        return "Stay away" if move.state.place is Place.LEARNER_AWAY else "Stop here"
    return message_label(played.scenario, ask, step.moves) or deed(played.scenario, ask, step)


def _better(scenario: Scenario, move: ReviewedMove, ask: int, coach: Coach) -> str | None:
    if move.reason is None:
        return None
    enough = move.reason.kind in FAULTS or move.reason.recovers >= ENOUGH * move.loss
    return _typed(scenario, ask, move.reason.instead if enough else move.best.message, coach)


def _typed(scenario: Scenario, ask: int, message: Message, coach: Coach) -> str:
    return in_words(scenario, ask, message, coach) or message_label(scenario, ask, message)


def _thoughts(played: Played, since: int, until: int, coach: Coach) -> Iterator[str]:
    for step in played.steps[since:until]:
        yield from mind(played.scenario, played.world, step.after, step.response, coach)


def _puzzle(scenario: Scenario, ask: int, choices: tuple[Choice, ...]) -> Puzzle | None:
    if len(choices) < 2:
        return None
    return Puzzle(
        tuple(message_label(scenario, ask, choice.message) for choice in choices),
        tuple(in_money(scenario, choice.loss) if choice.loss else 0 for choice in choices),
    )
