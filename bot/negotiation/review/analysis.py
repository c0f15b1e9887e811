"""The review of a session: what every move was worth, and which ones mattered.

    found = review(scenario, world, steps)      # steps as recorded, from the opening on, finished or not
    found.accuracy, [(m.grade, m.loss, m.best.message) for m in found.moves]

Two verdicts stand side by side. The *fair* one asks what could be known when the move was made; grades, accuracy and
key moments come from it alone. *Hindsight* asks the same of somebody who knew the truth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.negotiation.record import Step
from bot.negotiation.review.ceiling import final_gain
from bot.negotiation.review.grading import Grade, accuracy, grade, session_accuracy
from bot.negotiation.review.options import Option
from bot.negotiation.review.positions import Message, belief, in_world, opening
from bot.negotiation.review.reasons import Reason, reason_for
from bot.negotiation.review.search import Search
from bot.negotiation.review.tracking import Turn, turns
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import State

KEY_MOMENTS = 3


@dataclass(frozen=True, slots=True)
class ReviewedMove:
    """One decision and what it was worth. Values and losses are shares of the surplus, `cost` is in minor units.

    `value` is what could still be expected before the move, `played` what could be expected with it, `best` the best
    there was.
    """

    step: int  # its number in the record
    message: Message
    state: State  # before the move, as the learner saw it
    belief: Mapping[str, float]  # the chance of each world that was still possible, by id
    value: float
    played: float
    best: Option
    loss: float
    grade: Grade
    accuracy: float
    cost: int
    hindsight_value: float
    hindsight_loss: float
    reason: Reason | None  # why, where the grade is costly
    over_holding: float = 0.0  # what it was worth more than to hold, where that has been worked out


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Where things stood after a step of the record: prices in minor units, `value` as a share of the surplus."""

    step: int
    value: float
    ask: int
    offer: int | None  # the learner's standing offer


@dataclass(frozen=True, slots=True)
class Review:
    """`key_moments` are indexes into `moves`, in the order of the session; empty where nothing costly was done."""

    scenario: str
    world: str
    moves: tuple[ReviewedMove, ...]
    accuracy: float | None  # 0..100; None where no move was made
    curve: tuple[CurvePoint, ...]
    key_moments: tuple[int, ...]
    result: float  # surplus share as it stands: what was agreed, or 0
    attainable: float  # what best play could expect at the start
    attainable_in_hindsight: float  # and what it could have had, knowing the truth


def review(scenario: Scenario, world: World, steps: Sequence[Step], search: Search | None = None) -> Review:
    """Reviews a session, finished or not, from its record.

    A `search` of the same scenario may be handed in to go on with what it already knows; the result is the same.
    Raises BrokenRecord where the steps cannot have come from `scenario` and `world`.
    """
    search = search or Search(scenario)
    taken = list(turns(scenario, world, steps))
    truth = scenario.worlds.index(world)
    moves = tuple(_reviewed(scenario, truth, search, turn) for turn in taken if turn.decided)
    start = opening(scenario)
    return Review(
        scenario=scenario.id,
        world=world.id,
        moves=moves,
        accuracy=session_accuracy(_values(moves), [move.loss for move in moves]),
        curve=_curve(scenario, search, steps, taken, moves),
        key_moments=key_moments(moves),
        result=final_gain(scenario, steps[-1].after) / scenario.best_gain,
        attainable=search.value(start),
        attainable_in_hindsight=search.value(in_world(start, truth)),
    )


def _reviewed(scenario: Scenario, truth: int, search: Search, turn: Turn) -> ReviewedMove:
    position = turn.position
    best = search.best(position)
    played = search.value_after(position, turn.branches)
    if played > best.value:  # a message with more in it than candidates have
        best = Option(turn.message, played)
    loss = best.value - played
    verdict = grade(loss)
    knowing = in_world(position, truth)
    in_truth = search.value(knowing)
    then = search.value(in_world(turn.after, truth)) if turn.branches else 0.0
    return ReviewedMove(
        step=turn.step,
        message=turn.message,
        state=turn.state,
        belief=belief(scenario, position),
        value=best.value,
        played=played,
        best=best,
        loss=loss,
        grade=verdict,
        accuracy=accuracy(loss),
        cost=round(loss * scenario.best_gain),
        hindsight_value=max(in_truth, then),
        hindsight_loss=max(0.0, in_truth - then),
        reason=reason_for(scenario, search, turn, best, played) if verdict.is_costly else None,
    )


def _values(moves: Sequence[ReviewedMove]) -> list[float]:
    """The values before each move, and what the last one led to be expected."""
    return [*(move.value for move in moves), *(move.played for move in moves[-1:])]


def _curve(
    scenario: Scenario, search: Search, steps: Sequence[Step], taken: Sequence[Turn], moves: Sequence[ReviewedMove]
) -> tuple[CurvePoint, ...]:
    """Where things stood from the opening on: before a move that counted, at the value that move was judged by."""
    judged = {move.step: move.value for move in moves}
    points: list[CurvePoint] = []
    positions = [opening(scenario), *(turn.after for turn in taken)]
    for step, position in enumerate(positions):
        state = steps[step].after
        value = judged.get(step + 1)
        if value is None:
            value = search.value(position)
        offer = None if state.demand is None else scenario.price_at(state.demand)
        points.append(CurvePoint(step, value, scenario.price_at(state.given), offer))
    return tuple(points)


def key_moments(moves: Sequence[ReviewedMove]) -> tuple[int, ...]:
    costly = [index for index, move in enumerate(moves) if move.grade.is_costly]
    costliest = sorted(costly, key=lambda index: (-moves[index].loss, index))[:KEY_MOMENTS]
    return tuple(sorted(costliest))
