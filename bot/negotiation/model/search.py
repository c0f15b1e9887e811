"""The value of a position: the best that the learner can still expect, by exact search over the moves considered.

The counterpart's part is chance, so this is a search over what the learner knows. Positions met twice are valued once.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.negotiation.model import moves as m
from bot.negotiation.model.belief import Beliefs, Position, after_message, after_wait
from bot.negotiation.model.candidates import ALL, LET_GO, STAY_AWAY, Devices, messages
from bot.negotiation.model.counterpart import decide, reach
from bot.negotiation.model.hearing import hear
from bot.negotiation.model.scenario import Game
from bot.negotiation.model.state import Outcome, Pending, Place, State
from bot.negotiation.model.table import after_time, brings, settle, settled

LOW = -1e18


@dataclass(frozen=True, slots=True)
class Option:
    message: m.Message
    value: float


class Search:
    """Values of the positions of one game, remembered. `devices` is what the learner may use."""

    def __init__(self, game: Game, devices: Devices = ALL) -> None:
        self.game = game
        self.beliefs = Beliefs(game)
        self._devices = devices
        self._known: dict[Position, tuple[float, float]] = {}
        self._single: dict[tuple[State, int], float] = {}

    @property
    def positions(self) -> int:
        return len(self._known) + len(self._single)

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
        return self.options(position)[0]

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
        if not types & (types - 1):
            return self._alone(state, types)
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
        if not position.types & (position.types - 1):
            return self._alone(position.state, position.types)
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
        return sum(self._alone(state, 1 << kind.number) for kind in self.beliefs.kinds(types))

    def _alone(self, state: State, types: int) -> float:
        """The worth where one type is left: what was heard matters no more, so that many positions become one."""
        index = types.bit_length() - 1
        chance = self.beliefs.weights(state.heard)[index]
        if state.heard:
            state = state._replace(heard=())
        return self._told(state, index) * chance

    def _told(self, state: State, index: int) -> float:
        """The worth, not times chance, for somebody who knows the type and has heard nothing."""
        game = self.game
        if state.place is Place.OVER:
            return game.gain(state.given, state.terms, state.rapport) if state.outcome is Outcome.DEAL else 0.0
        known = self._single.get((state, index))
        if known is not None:
            return known
        kind = game.types[index]
        best = 0.0
        if state.pending in (Pending.VERDICT, Pending.CALL):
            best = self._told(after_time(game, state, brings(game, kind, state)), index)
        elif state.place is not Place.AT_TABLE:
            position = Position(state, 1 << index)
            for message in self.messages(position):
                if message:
                    best = max(best, *(self._told(after, index) for after, _ in self.after(position, message)))
        else:
            for message in self.messages(Position(state, 1 << index)):
                heard = hear(game, state, message)
                decision = settled(heard) or decide(game, kind, heard, reach(game, heard.state))
                best = max(best, self._told(settle(game, heard, decision), index))
        self._single[state, index] = best
        return best

    def _searched(self, position: Position, high: float, need: float) -> float:
        if position.state.pending in (Pending.VERDICT, Pending.CALL):
            return self._worth_of(after_wait(self.game, position), need)
        best = 0.0  # whoever leaves has the alternative
        following = [self.after(position, message) for message in self.messages(position) if message]
        bounded = sorted(((sum(map(self._highest, each)), n) for n, each in enumerate(following)), reverse=True)
        for bound, n in bounded:
            if bound <= max(best, need) or best >= high:
                break
            best = max(best, self._worth_of(following[n], max(best, need)))
        return best if best > need or not bounded else max(best, min(need, bounded[0][0]))
