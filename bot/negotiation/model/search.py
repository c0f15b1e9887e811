"""The value of a position: the best that the learner can still expect, by exact search over the moves considered.

The counterpart's part is chance, so this is a search over what the learner knows. Positions met twice are valued once.
"""

from __future__ import annotations

from bot.negotiation import moves as m
from bot.negotiation.acts import Act, Outcome, Pending
from bot.negotiation.model.belief import Beliefs, Position, after_message, after_wait
from bot.negotiation.model.candidates import ALL, LET_GO, STAY_AWAY, TAKE_IT, Devices, messages
from bot.negotiation.model.counterpart import Decision, decide, may_call, reach
from bot.negotiation.model.hearing import Heard, hear
from bot.negotiation.model.scenario import Game, Type
from bot.negotiation.model.state import State
from bot.negotiation.model.table import parted, settle
from bot.negotiation.moves import Place
from bot.negotiation.review.options import Option

LOW = -1e18


def _hearing(game: Game, state: State, message: m.Message) -> tuple[m.Message, Heard | None, int]:
    """What a message leaves to be decided, and the reach; nothing where it takes what is there or leaves."""
    if message is TAKE_IT or isinstance(message[-1], m.WalkAway):
        return message, None, 0
    heard = hear(game, state, message)
    return message, heard, reach(game, heard.state)


class Search:
    """Values of the positions of one game, remembered. `devices` is what the learner may use."""

    def __init__(self, game: Game, devices: Devices = ALL) -> None:
        self.game = game
        self.beliefs = Beliefs(game)
        self._devices = devices
        self._known: dict[Position, tuple[float, float]] = {}
        self._told: dict[State, list[float | None]] = {}  # by type, for somebody who knows it
        self._hearings: dict[tuple[State, int, bool], list[tuple[m.Message, Heard | None, int]]] = {}

    @property
    def positions(self) -> int:
        return len(self._known) + len(self._told)

    def value(self, position: Position) -> float:
        """The best expected share of the gain from `position` on: 0 is no better than the alternative."""
        return self._share(position, self._worth(position, LOW))

    def value_of(self, position: Position, message: m.Message) -> float:
        """The expected share of the gain if `message` is said in `position` and best play follows."""
        return self._share(position, self._worth_of(self.after(position, message), LOW))

    def options(self, position: Position) -> list[Option]:
        """The candidates, the best first. Raise ValueError where the session is over."""
        if position.state.place is Place.OVER:
            raise ValueError("this session is over")
        if position.state.pending in (Pending.VERDICT, Pending.CALL):
            return [Option(STAY_AWAY, self.value(position))]
        found = [Option(message, self.value_of(position, message)) for message in self.messages(position)]
        if not found:
            found = [Option(STAY_AWAY, 0.0)]
        return sorted(found, key=lambda option: -option.value)

    def best(self, position: Position) -> Option:
        """The best candidate: only as much of the others is searched as shows that they are no better."""
        if position.state.pending in (Pending.VERDICT, Pending.CALL) or position.state.place is Place.OVER:
            return self.options(position)[0]
        top, best = 0.0, STAY_AWAY
        for _, message, branches in self._ordered(position):
            worth = self._worth_of(branches, top)
            if worth > top or best == STAY_AWAY:
                top, best = worth, message
        return Option(best, self._share(position, top))

    def messages(self, position: Position) -> list[m.Message]:
        return messages(self.beliefs, position, self._devices)

    def after(self, position: Position, message: m.Message) -> list[Position]:
        """What may follow: time where the message waits for it, nothing where it says that the session ends here."""
        pending = position.state.pending
        if message == STAY_AWAY or (message == LET_GO and pending is Pending.RETURN):
            return after_wait(self.game, position) if pending else []
        return after_message(self.game, position, message)

    def _share(self, position: Position, worth: float) -> float:
        return worth / self.beliefs.weight(position) / self.game.best_gain

    # --- worth, in minor units times chance ----------------------------------------------------------------------

    def _worth_of(self, branches: list[Position], need: float) -> float:
        """The worth of what follows: exact if it is above `need`, otherwise some bound on it that is not."""
        if len(branches) == 1:
            return self._worth(branches[0], need)
        highest = [self._highest(branch) for branch in branches]
        rest = sum(highest)
        for branch, high in zip(branches, highest, strict=True):
            if rest <= need:
                return rest
            rest += self._worth(branch, need - (rest - high)) - high
        return rest

    def _worth(self, position: Position, need: float) -> float:
        """The worth of `position`: exact if it is above `need`, otherwise some bound on it that is not."""
        state, types = position
        if state.place is Place.OVER:
            return self._final(position)
        if not types & (types - 1) or state.place is Place.LEARNER_AWAY:
            return self._together(position)
        low, high = self._known.get(position) or (LOW, self._together(position))
        if low == high or high <= need:
            return high
        worth = self._searched(position, high, need)
        self._known[position] = (worth, worth) if worth > need else (LOW, worth)
        return worth

    def _highest(self, position: Position) -> float:
        """What the worth of `position` is known not to exceed."""
        if position.state.place is Place.OVER:
            return self._final(position)
        known = self._known.get(position)
        return known[1] if known else self._together(position)

    def _final(self, position: Position) -> float:
        state = position.state
        if state.outcome is not Outcome.DEAL:
            return 0.0
        return self.beliefs.weight(position) * self.game.gain(state.given, state.terms, state.rapport)

    def _together(self, position: Position) -> float:
        """What somebody would get who is told the type: never less than what can be had without."""
        state, types = position
        chances = self.beliefs.weights(state.heard)
        bare = state._replace(heard=()) if state.heard else state  # who knows the type needs no answers
        game = self.game
        if state.place is Place.LEARNER_AWAY:
            return sum(chances[kind.number] * parted(game, kind, bare) for kind in self.beliefs.kinds(types))
        told = self._told.get(bare)
        if told is None:
            told = self._told[bare] = [None] * len(game.types)
        worth = 0.0
        for kind in self.beliefs.kinds(types):
            value = told[kind.number]
            worth += chances[kind.number] * (self._alone(bare, kind) if value is None else value)
        return worth

    def _alone(self, state: State, kind: Type) -> float:
        """The worth, not times chance, for somebody who knows the type and has heard nothing."""
        game = self.game
        if state.place is Place.OVER:
            return game.gain(state.given, state.terms, state.rapport) if state.outcome is Outcome.DEAL else 0.0
        if state.place is Place.LEARNER_AWAY:
            return parted(game, kind, state)
        told = self._told.get(state)
        if told is None:
            told = self._told[state] = [None] * len(game.types)
        known = told[kind.number]
        if known is not None:
            return known
        best = 0.0
        types = 1 << kind.number
        if state.place is Place.COUNTERPART_AWAY:
            for message in self.messages(Position(state, types)):
                for after, _ in self.after(Position(state, types), message):
                    best = max(best, self._alone(after, kind))
        else:
            key = state, self.beliefs.ranked(types, (), state.wanted | state.terms)[0], kind.squeezer
            hearings = self._hearings.get(key)
            if hearings is None:
                messages = self.messages(Position(state, types))
                hearings = self._hearings[key] = [_hearing(game, state, message) for message in messages]
            for message, heard, share in hearings:
                if message is TAKE_IT:
                    worth = game.gain(state.given, state.terms, state.rapport)
                elif heard is not None:
                    worth = self._alone(settle(game, heard, decide(game, kind, heard, share)), kind)
                elif may_call(kind):  # otherwise to leave and come back brings no more than to stay
                    heard = hear(game, state, message)
                    worth = parted(game, kind, settle(game, heard, Decision(Act.WATCH, state.given, state.terms)))
                else:
                    continue
                if worth > best:
                    best = worth
        told[kind.number] = best
        return best

    def _searched(self, position: Position, high: float, need: float) -> float:
        best = 0.0  # whoever leaves has the alternative
        ordered = self._ordered(position)
        for bound, _, branches in ordered:
            if bound <= max(best, need) or best >= high:
                break
            best = max(best, self._worth_of(branches, max(best, need)))
        return best if best > need or not ordered else max(best, min(need, ordered[0][0]))

    def _ordered(self, position: Position) -> list[tuple[float, m.Message, list[Position]]]:
        """The candidates with what follows, the one that promises most first, each with what it can't exceed."""
        found: list[tuple[float, m.Message, list[Position]]] = []
        for message in self.messages(position):
            if message:
                branches = self.after(position, message)
                found.append((sum(map(self._highest, branches)), message, branches))
        found.sort(key=lambda each: -each[0])
        return found
