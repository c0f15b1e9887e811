"""The review of a practice under the second model: what every move was worth, and why.

The fair verdict asks what could be known when a move was made, hindsight what somebody would have done who knew the
type. A move is called a mistake or a blunder only where other models agree that are a little different
(`OTHERS`): what hangs on the exact numbers is a matter of style.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.negotiation import moves as m
from bot.negotiation.acts import Act, Outcome
from bot.negotiation.model import state as inner
from bot.negotiation.model.belief import Position, after_message, after_wait
from bot.negotiation.model.candidates import LET_GO, STAY_AWAY
from bot.negotiation.model.practice import inner_of, kind_of, shown, spoken, understood
from bot.negotiation.model.scenario import Game, Weights, game_of
from bot.negotiation.model.search import Search
from bot.negotiation.model.undoing import reason_for
from bot.negotiation.moves import Place, Topic
from bot.negotiation.record import Step, StepKind
from bot.negotiation.review.analysis import CurvePoint, Review, ReviewedMove, key_moments
from bot.negotiation.review.grading import EXACT, Grade, accuracy, grade, session_accuracy
from bot.negotiation.review.options import Option
from bot.negotiation.review.reasons import Reason
from bot.negotiation.review.tracking import BrokenRecord
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import State

PLAIN = 0.0015  # surplus share that a part of a message must be worth to be recommended; see grading.EXACT
CANDIDATES = 8  # of the messages worth considering, how many are weighed as answers to a puzzle

OTHERS = (
    Weights(limit=94, pace=84),
    Weights(limit=106, rapport=5, credibility=11, leverage=7),
)
"""Models a little different from the one that is played."""

AGREEING = 2  # of them, to call a move a mistake or a blunder
GRAVE = (Grade.MISTAKE, Grade.BLUNDER)
HOLD: m.Message = (m.HoldFirm(),)
STYLE = 0.02  # surplus share below which a loss is a matter of style


@dataclass(frozen=True, slots=True)
class Turn:
    """One step of the record with what the learner knew before and after it.

    `message` is what was said as the model takes it, or what was done by letting time pass. `decided` says whether it
    was a decision: small talk is none, nor is the end of a session by a button, a clock or a moderator.
    """

    step: int
    message: m.Message
    position: Position
    after: Position
    decided: bool


class ModelAnalyst:
    """Works out what moves are worth in one scenario, and remembers what it has found out."""

    def __init__(self, scenario: Scenario) -> None:
        assert scenario.model is not None
        self._scenario = scenario
        self._game = game_of(scenario.model)
        self._search = Search(self._game)
        self._others: list[Search] = []

    @property
    def positions(self) -> int:
        """How many positions were looked at so far."""
        return self._search.positions + sum(other.positions for other in self._others)

    def review(self, world: World, steps: Sequence[Step]) -> Review:
        """Review a session, finished or not. Raise BrokenRecord where the steps can't have come from it."""
        search = self._search
        taken = list(self._turns(world, steps))
        kind = kind_of(self._scenario, world).number
        moves = tuple(self._reviewed(turn, steps[turn.step], kind) for turn in taken if turn.decided)
        opening = search.beliefs.opening()
        values = [*(move.value for move in moves), *(move.played for move in moves[-1:])]
        return Review(
            scenario=self._scenario.id,
            world=world.id,
            moves=moves,
            accuracy=session_accuracy(values, [move.loss for move in moves]),
            curve=self._curve(steps, taken, moves),
            key_moments=key_moments(moves),
            result=_final_gain(self._game, inner_of(steps[-1].after)) / self._game.best_gain,
            attainable=search.value(opening),
            attainable_in_hindsight=search.value(_knowing(opening, kind)),
        )

    def before(self, world: World, steps: Sequence[Step]) -> dict[int, Position]:
        """Return the position before each step. Raise BrokenRecord."""
        return {turn.step: turn.position for turn in self._turns(world, steps)}

    def now(self, world: World, steps: Sequence[Step]) -> Position:
        """Return the position after all steps. Raise BrokenRecord."""
        position = self._search.beliefs.opening()
        for turn in self._turns(world, steps):
            position = turn.after
        return position

    def state(self, position: Position) -> State:
        return shown(self._game, position.state)

    def best(self, position: Position) -> Option:
        """Return the best message as plainly as it can be said. Raise ValueError where the session is over."""
        return self._advised(position, self._search.best(position))

    def value_of(self, position: Position, message: m.Message) -> float:
        """Return the expected surplus share if `message` is said in `position` and best play follows."""
        return self._search.value_of(position, understood(self._game, position.state, message))

    def attainable(self, world: World) -> float:
        """Return the surplus share that best play could have had, knowing the truth."""
        return self._search.value(_knowing(self._search.beliefs.opening(), kind_of(self._scenario, world).number))

    def answers(self, position: Position) -> Iterator[m.Message]:
        """Yield what people answer in such a position, and some of what best play would think about."""
        state, game = position.state, self._game
        if state.place is Place.COUNTERPART_AWAY:
            yield from ((m.CallAfter(),), LET_GO, (m.Accept(),))
            return
        if state.place is Place.LEARNER_AWAY:
            yield (m.ComeBack(),)
            return
        yield from ((m.Accept(),), (m.HoldFirm(),), (m.Threaten(),))
        yield from ((m.WalkAway(reachable=True, thankful=True),), (m.WalkAway(),))
        if state.demand is not None and state.demand > state.given:
            middle = (state.demand + state.given) // 2 // game.scenario.step * game.scenario.step
            yield (m.Offer(game.scenario.price_at(middle)),)
        alternative = game.scenario.alternative
        if alternative.nameable and state.figure is None:
            yield m.CiteAlternative(alternative.amount), m.HoldFirm()
        for message in self._search.messages(position)[:CANDIDATES]:
            yield spoken(game, state, message)

    # --- one move ---------------------------------------------------------------------------------------------------

    def _reviewed(self, turn: Turn, step: Step, kind: int) -> ReviewedMove:
        search, position = self._search, turn.position
        found = search.best(position)
        played = search.value_of(position, turn.message)
        beyond = played >= found.value  # a message with more in it than candidates have
        best = Option(step.moves or turn.message, played) if beyond else self._advised(position, found)
        loss = best.value - played
        verdict = grade(loss)
        if verdict in GRAVE and not self._agreed(position, turn.message, found.message):
            verdict = Grade.GOOD
        knowing = search.value(_knowing(position, kind))
        then = search.value(_knowing(turn.after, kind))
        return ReviewedMove(
            step=turn.step,
            message=step.moves or turn.message,
            state=shown(self._game, position.state),
            belief=search.beliefs.chances(position),
            value=best.value,
            played=played,
            best=best,
            loss=loss,
            grade=verdict,
            accuracy=accuracy(loss),
            cost=round(loss * self._game.best_gain),
            hindsight_value=max(knowing, then),
            hindsight_loss=max(0.0, knowing - then),
            reason=self._why(turn, found, played) if verdict.is_costly else None,
            over_holding=0.0 if verdict.is_costly else played - search.value_of(position, HOLD),
        )

    def _why(self, turn: Turn, best: Option, played: float) -> Reason:
        reason = reason_for(self._search, turn.position, turn.message, best, played)
        return replace(reason, instead=spoken(self._game, turn.position.state, reason.instead))

    def _advised(self, position: Position, found: Option) -> Option:
        """What is best as one would advise it: of questions worth nearly the same, what matters most comes first."""
        message = tuple(m.Ask(Topic.INTEREST) if isinstance(move, m.Ask) else move for move in found.message)
        if message != found.message and all(answer.topic is not Topic.INTEREST for answer in position.state.heard):
            value = self._search.value_of(position, message)
            if value > found.value - EXACT:
                found = Option(message, found.value)
        plain = self._plainest(position, found.message, found.value)
        return Option(spoken(self._game, position.state, plain.message), plain.value)

    def _plainest(self, position: Position, message: m.Message, value: float) -> Option:
        """The message without the parts that can go at no cost.

        What binds stays, and what is asked: to put it off costs nothing, and then it is never said.
        """
        for part in message if len(message) > 1 else ():
            if not isinstance(part, (*m.BINDING, m.Ask)):
                shorter = tuple(move for move in message if move is not part)
                if self._search.value_of(position, shorter) > value - PLAIN:
                    return self._plainest(position, shorter, value)
        return Option(message, value)

    def _agreed(self, position: Position, message: m.Message, better: m.Message) -> bool:
        """Whether the other models find `message` worse than `better` too."""
        agreeing = disagreeing = 0
        for number, weights in enumerate(OTHERS):
            if number == len(self._others):
                self._others.append(Search(Game(self._game.scenario, weights)))
            other = self._others[number]
            worse = other.value_of(position, better) - other.value_of(position, message) > STYLE
            agreeing, disagreeing = agreeing + worse, disagreeing + (not worse)
            if agreeing == AGREEING or disagreeing > len(OTHERS) - AGREEING:
                break
        return agreeing == AGREEING

    # --- the record -------------------------------------------------------------------------------------------------

    def _turns(self, world: World, steps: Sequence[Step]) -> Iterator[Turn]:
        """The steps of a session that came after the opening, in their order."""
        if not steps or steps[0].kind is not StepKind.OPENED or steps[0].after.inner is None:
            raise BrokenRecord("a record of this model begins with its opening")
        game = self._game
        kind = kind_of(self._scenario, world).number
        position = self._search.beliefs.opening()
        for number, step in enumerate(steps[1:], start=1):
            state = position.state
            match step.kind:
                case StepKind.SAID if state.place is not Place.OVER:
                    message = understood(game, state, step.moves)
                    branches = after_message(game, position, message)
                    decided = _is_decision(step)
                case StepKind.TIME if state.pending is not None:
                    branches = after_wait(game, position)
                    decided = state.place is Place.COUNTERPART_AWAY
                    message = LET_GO if decided else STAY_AWAY
                case StepKind.LEFT if state.place is not Place.OVER:
                    yield Turn(number, STAY_AWAY, position, position, decided=False)
                    return
                case _:
                    raise BrokenRecord(f"step {number} cannot follow what came before it")
            after = _seen(branches, step.after, kind)
            yield Turn(number, message, position, after, decided)
            position = after

    def _curve(
        self, steps: Sequence[Step], taken: Sequence[Turn], moves: Sequence[ReviewedMove]
    ) -> tuple[CurvePoint, ...]:
        judged = {move.step: move.value for move in moves}
        points: list[CurvePoint] = []
        for number, position in enumerate([self._search.beliefs.opening(), *(turn.after for turn in taken)]):
            state = steps[number].after
            value = judged.get(number + 1)
            if value is None:
                value = self._search.value(position)
            offer = None if state.demand is None else self._scenario.price_at(state.demand)
            points.append(CurvePoint(number, value, self._scenario.price_at(state.given), offer))
        return tuple(points)


def _is_decision(step: Step) -> bool:
    """Whether a message was a move about the deal. To say "go, then" decides nothing before time has passed."""
    if step.response.act in (Act.WALK_ON, Act.SILENCE, Act.TALK):
        return False
    return not all(isinstance(move, m.SmallTalk | m.BeCourteous) for move in step.moves)


def _seen(branches: Sequence[Position], after: State, kind: int) -> Position:
    """The position after what was seen. Raise BrokenRecord where it can't have been."""
    for branch in branches:
        if branch.state == after.inner and branch.types >> kind & 1:
            return branch
    raise BrokenRecord("this model would have answered otherwise")


def _knowing(position: Position, kind: int) -> Position:
    """The same position for somebody who knows the type."""
    return position._replace(types=1 << kind)


def _final_gain(game: Game, state: inner.State) -> int:
    return game.gain(state.given, state.terms, state.rapport) if state.outcome is Outcome.DEAL else 0
