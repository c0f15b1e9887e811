"""The review of a session that has ended, in words: what every move was worth, why, and what would have been better."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.library import Library
from bot.learning.analysing import Analysis
from bot.learning.puzzles import Choice
from bot.negotiation.coach import Coach
from bot.negotiation.hindsight import turning_points
from bot.negotiation.mind import mind
from bot.negotiation.money import spoken
from bot.negotiation.moves import BeRude, Place, WalkAway
from bot.negotiation.record import StepKind
from bot.negotiation.review import ReviewedMove
from bot.negotiation.review.positions import Message
from bot.negotiation.review.words import PASSAGES, in_money, in_words, whys
from bot.negotiation.scenario import Scenario
from bot.pictures.curve import Moment
from bot.services.passages import passage_of
from bot.services.phrases import deed
from bot.services.played import Played
from bot.services.positions import message_label
from bot.services.preparing import how_it_held
from bot.services.review_views import Better, MoveReview, Puzzle, SessionReview

WORKED = 2  # things that worked which are told
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
        accuracy=found.accuracy or 0.0,
        moves=moves,
        key_moments=tuple(moves[index] for index in found.key_moments),
        worked=tuple(each.sentence for each in points if each.helped)[:WORKED],
        plan=() if played.plan is None else how_it_held(played.scenario, played.plan, played.steps),
        moments=tuple(_moments(analysis)),
    )


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
        best=_best(scenario, move, ask, coach),
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
    instead = () if move.reason is None else move.reason.instead
    about_leaving = any(isinstance(said, WalkAway) for said in (*move.message, *instead))
    if move.leaving_now is not None and move.leaving_now * scenario.best_gain >= scenario.step and not about_leaving:
        leaving = spoken(in_money(scenario, move.leaving_now), scenario.currency)
        yield f"Leaving right then, and taking the first call, would have brought about {leaving} on average."


def _done(played: Played, move: ReviewedMove, ask: int) -> str:
    """What the learner did without a word."""
    step = played.steps[move.step]
    if step.kind is StepKind.TIME:
        return "Let them go"
    if step.kind is StepKind.LEFT:
        return "Stay away" if move.state.place is Place.LEARNER_AWAY else "Stop here"
    return message_label(played.scenario, ask, step.moves) or deed(played.scenario, ask, step)


def _better(scenario: Scenario, move: ReviewedMove, ask: int, coach: Coach) -> Better | None:
    if move.reason is None:
        return None
    return Better(_typed(scenario, ask, move.reason.instead, coach), in_money(scenario, move.reason.recovers))


def _best(scenario: Scenario, move: ReviewedMove, ask: int, coach: Coach) -> Better | None:
    if move.reason is None or move.best.message == move.reason.instead:
        return None
    worth = in_money(scenario, move.loss)
    if worth <= in_money(scenario, move.reason.recovers):
        return None
    return Better(_typed(scenario, ask, move.best.message, coach), worth)


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
