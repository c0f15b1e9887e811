"""The messages that are worth considering in a position.

What costs nothing and can only help goes along: a greeting, a fitting reason. Questions stand alone, because an answer
is worth most before the rest is said and costs as much patience either way. Offers are ambitious at first, and fair
steps from there.
Bad faith (lies, retractions, rudeness, empty threats) is left out: tests show that it never does better.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.negotiation import moves as m
from bot.negotiation.model.belief import Beliefs, Position
from bot.negotiation.model.hearing import REASONS, TOKEN, total
from bot.negotiation.model.scenario import Game
from bot.negotiation.model.state import State
from bot.negotiation.moves import Place, Topic

STAY_AWAY: m.Message = ()
TAKE_IT: m.Message = (m.Accept(),)
LET_GO: m.Message = (m.LetGo(),)
OPENINGS = (100, 80)  # percent of what is serious: first offers
MODEST = 50  # what somebody opens with who dares no more
QUESTIONS = 2  # in one session


@dataclass(frozen=True, slots=True)
class Devices:
    """What may be considered. What a tactic is worth is what best play loses without its device."""

    questions: bool = True
    citing: bool = True
    walking: bool = True
    terms: bool = True
    reasons: bool = True
    warmth: bool = True
    bold: bool = True  # first offers above what is modest
    letting: bool = True  # letting go who is on the way out
    parting: bool = True  # leaving with thanks and a number


ALL = Devices()


def messages(beliefs: Beliefs, position: Position, devices: Devices = ALL) -> list[m.Message]:
    """Return the candidates in `position`, in which nothing is pending but perhaps the return of who has left."""
    state = position.state
    game = beliefs.game
    if state.place is Place.COUNTERPART_AWAY:
        return [LET_GO, TAKE_IT] if devices.letting else [TAKE_IT]
    if state.place is Place.LEARNER_AWAY:
        return [STAY_AWAY] if state.back else [STAY_AWAY, (m.ComeBack(),)]
    found: list[m.Message] = []
    if game.gain(state.given, state.terms, state.rapport) > 0:
        found.append(TAKE_IT)
    cited = _citing(game, position, devices)
    if not state.called and not state.back:
        courtesy = _courtesy(state, devices)
        arguments = _arguments(game, state, devices)
        if not state.final:
            for cite in cited if state.demand is None else cited[:1]:
                start = (*courtesy, *arguments, *cite)
                found.extend((*start, offer) for offer in _offers(beliefs, position, devices))
        asks = devices.questions and len(state.heard) < QUESTIONS and position.types & (position.types - 1)
        if asks and (state.demand is None or state.final):
            found.extend((*courtesy, m.Ask(topic)) for topic in _topics(beliefs, position))
    if devices.walking and (state.demand is not None or state.final) and not state.walks:
        parting = m.WalkAway(reachable=devices.parting, thankful=devices.parting)
        found.append((*cited[-1], parting))
    return found


def _courtesy(state: State, devices: Devices) -> m.Message:
    if not devices.warmth:
        return ()
    if not state.warm:
        return (m.BeCourteous(),)
    return (m.SumUp(),) if not state.listened and state.round else ()


def _arguments(game: Game, state: State, devices: Devices) -> m.Message:
    if not devices.reasons or len(state.reasons) >= REASONS:
        return ()
    for reason in game.reasons:
        if reason.kind not in state.reasons:
            return (reason,)
    return ()


def _citing(game: Game, position: Position, devices: Devices) -> list[m.Message]:
    """Whether to name the alternative. It costs something only with those who match a figure and give no more."""
    state = position.state
    alternative = game.scenario.alternative
    if not devices.citing or not alternative.nameable or state.figure is not None or game.walk_away <= state.given:
        return [()]
    cite: m.Message = (m.CiteAlternative(alternative.amount),)
    return [(), cite] if position.types & game.squeezers else [cite]


def _topics(beliefs: Beliefs, position: Position) -> list[Topic]:
    """Topics about which the types that are left would not all say the same."""
    game = beliefs.game
    asked = {answer.topic for answer in position.state.heard}
    worlds = {kind.world for kind in beliefs.kinds(position.types)}
    found: list[Topic] = []
    for topic, front in game.scenario.fronts.items():
        if topic not in asked:
            told = [game.scenario.worlds[world].answers.get(topic, ((front, 100),)) for world in worlds]
            if any(each != told[0] for each in told):
                found.append(topic)
    return found


def _offers(beliefs: Beliefs, position: Position, devices: Devices) -> list[m.Offer]:
    """Offers that keep the bargaining going.

    The counterpart's next price can be taken after it was heard, so that a price that it would take now brings no more.
    """
    game = beliefs.game
    state = position.state
    scenario = game.scenario
    packages = _packages(beliefs, position) if devices.terms else [state.terms]
    offers: dict[m.Offer, None] = {}
    for terms in packages:
        if state.demand is None:
            rooms = [
                game.serious * p // 100 - game.public_cost[terms] for p in (OPENINGS if devices.bold else (MODEST,))
            ]
        else:
            rooms = [fair_step(game, state, terms)]
        for room in rooms:
            room = room // scenario.step * scenario.step
            if room > state.given or terms & ~state.terms:
                offers[m.Offer(scenario.price_at(room), game.ids(terms))] = None
    return list(offers)


def fair_step(game: Game, state: State, terms: int, part: int = TOKEN) -> int:
    """The room of a package that asks for less than the last one by one part in so many of the gap, all counted."""
    assert state.demand is not None
    asked = total(game, state.demand, state.wanted)
    gap = asked - total(game, state.given, state.terms)
    return asked - max(game.scenario.step, -(-gap // part)) - game.public_cost[terms]


def _packages(beliefs: Beliefs, position: Position) -> list[int]:
    """The package that promises most, and the one that stands, or another where that is the same or there is none."""
    state = position.state
    best, *others = beliefs.ranked(position.types, state.heard, state.wanted | state.terms)
    if state.demand is not None and state.wanted != best:
        return [best, state.wanted]
    return [best, *others]
