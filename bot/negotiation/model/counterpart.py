"""How the counterpart decides: the only part of the model that knows the type.

A decision is what can be seen of it: the act, the room of its price, the terms beside it.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.negotiation.acts import Act, NoteKind
from bot.negotiation.model.hearing import PROUD_SERIOUS, Heard, Matter
from bot.negotiation.model.scenario import Game, Type
from bot.negotiation.model.state import State

MATCH = 0  # units by which a squeezer beats the figure that it was told
CHASES, CALLS = 4, 3  # pull from which it comes after a learner, or calls later
INVESTED = 6  # half-rounds of bargaining after which it minds most
DOOR_UNITS = 2  # what turning round costs the one who called


class Decision(NamedTuple):
    act: Act
    given: int
    terms: int


def reach(game: Game, s: State) -> int:
    """Percent of its limit that the counterpart would go to now: the same whatever it hides."""
    w = game.weights
    share = (
        w.start
        + w.leverage * s.leverage * s.credibility // 3
        + w.reason * len(s.reasons)
        + w.anchor * s.anchor
        + w.rapport * s.rapport
        - w.credibility * (3 - s.credibility)
        - w.eager * s.eager
    )
    return max(10, min(100, share))


def willing(game: Game, kind: Type, s: State, share: int) -> int:
    """The room, terms included, that it would give now.

    Time-dependent tactic of Faratin, Sierra & Jennings (1998) with exponent 1, in half-rounds of bargaining, which the
    learner's steps move on by their size. Limit and pace only show as a product until the pace has run out.
    """
    done = min(kind.pace, s.progress)
    room = kind.limit * share * done // (kind.pace * 100)
    if kind.squeezer and s.figure is not None:
        given = game.believed[s.credibility][(s.wanted | s.terms) & game.gives][kind.number]
        room = min(room, max(0, s.figure + MATCH * game.scenario.unit + given))
    return room


def ready_for(game: Game, kind: Type, s: State, share: int) -> int:
    """The room, terms included, that it would give to what was said: after its last word no more than that."""
    if s.final:
        return s.given + game.believed[s.credibility][s.terms][kind.number]
    return willing(game, kind, s, share)


def last_round(kind: Type, s: State) -> int:
    return kind.patience + (1 if s.rapport > 0 else -1 if s.rapport < 0 else 0)


def decide(game: Game, kind: Type, heard: Heard, share: int) -> Decision:
    """What a counterpart of this type does with what was heard at the table; `share` is its `reach`."""
    s = heard.state
    matter = heard.matter
    if matter is Matter.OFFER:
        return _on_offer(game, kind, heard, share)
    if matter is Matter.ANSWER:
        late = s.round > last_round(kind, s)
        return Decision(Act.CLOSE if late and s.final else Act.FINAL if late else Act.ANSWER, s.given, s.terms)
    if matter is Matter.STALL and kind.wanted:
        return Decision(Act.GONE, s.given, s.terms)
    if matter is Matter.HOLD and kind.proud and NoteKind.THREAT in heard.notes:
        return Decision(Act.CLOSE, s.given, s.terms)
    if matter in (Matter.HOLD, Matter.STALL):
        return _counter(game, kind, s, ready_for(game, kind, s, share))
    return Decision(Act.TALK, s.given, s.terms)


def _on_offer(game: Game, kind: Type, heard: Heard, share: int) -> Decision:
    s = heard.state
    assert s.demand is not None
    agrees = Act.ACCEPT if heard.binds else Act.COUNTER
    if heard.meets:  # whoever asks for less than what is on the table gets what is on the table
        return Decision(agrees, max(s.given, s.demand), game.joined(s.terms, s.wanted))
    if heard.first is not None:
        bound = PROUD_SERIOUS if kind.proud else 100
        if heard.first > bound:
            ends = (kind.proud and heard.first > 100) or s.round > last_round(kind, s)
            return Decision(Act.CLOSE if ends else Act.COOL, s.given, s.terms)
    ready = ready_for(game, kind, s, share)
    if s.demand + game.believed[s.credibility][s.wanted][kind.number] <= ready:
        return Decision(agrees, max(s.demand, s.given) if s.wanted == s.terms else s.demand, s.wanted)
    return _counter(game, kind, s, ready)


def _counter(game: Game, kind: Type, s: State, ready: int) -> Decision:
    """Its terms now: what was asked for and fits, what is given and is of use to it, and a price for the rest."""
    costs = game.believed[s.credibility]
    index = kind.number
    unit = game.scenario.unit
    spent = s.given + costs[s.terms][index]
    ready = max(ready, spent)
    terms = s.terms
    if s.wanted != s.terms and (s.demand is not None or s.wanted):
        terms = _standing(game, kind, s, ready)
    room = (ready - costs[terms][index]) // unit * unit
    if terms == s.terms or room > s.given:
        room = max(room, s.given)
    if s.demand is not None:
        room = min(room, max(s.given, s.demand))
    patient = last_round(kind, s)
    if s.round >= kind.leaves and not s.left and not s.called:
        return Decision(Act.LEAVE, room, terms)
    better = room > s.given or terms != s.terms
    if s.final and not better and (kind.proud or kind.wanted or s.round > patient + 1):
        return Decision(Act.GONE if kind.wanted else Act.CLOSE, s.given, s.terms)
    if s.round >= patient:
        return Decision(Act.FINAL, room, terms)
    return Decision(Act.COUNTER if better else Act.HOLD, room, terms)


def _standing(game: Game, kind: Type, s: State, ready: int) -> int:
    """The terms of its next package: what is given to it, and asked terms that fit beside the price it named."""
    costs = game.believed[s.credibility]
    index = kind.number
    gives = game.gives
    terms = game.joined(s.terms & ~gives, s.wanted & gives)  # what it granted stands
    asked = s.wanted & ~gives & ~terms
    while asked:
        bit = asked & -asked
        asked ^= bit
        more = game.joined(terms, bit)
        if s.given + costs[more][index] <= ready:
            terms = more
    return terms


def pull(s: State, kind: Type) -> int:
    """How much it wants a learner back who has left."""
    believed = s.leverage > 0 and s.credibility > 0
    kindly = s.thankful and s.rapport >= 0
    hurt = (2 if kind.proud else 1) if s.rapport < 0 else 0
    return kind.need + believed + kindly - hurt


def may_call(kind: Type) -> bool:
    """Whether it ever wants a learner back who has left: see `pull`."""
    return kind.need + 2 >= CALLS


def back_room(game: Game, kind: Type, s: State, share: int) -> int:
    """The room, terms included, that it would give in all to have a leaving learner back.

    The more it has put into the talk, the more it minds to lose it (Cohen 1980): leaving at once gets little of that.
    """
    more = share + game.weights.door * min(INVESTED, s.progress) // INVESTED
    return kind.limit * min(100, more) // 100


def verdict(game: Game, kind: Type, s: State, share: int) -> Decision:
    """What it does about a learner who has left: at once, or later where there is a number to call."""
    wish = pull(s, kind)
    spent = s.given + game.believed[s.credibility][s.terms][kind.number]
    whole = back_room(game, kind, s, share)
    if s.walks > 1 or s.back:  # once is enough
        return Decision(Act.GONE if kind.wanted else Act.LET_GO, s.given, s.terms)
    if wish >= CHASES:
        act = Act.CHASE
    elif wish >= CALLS and s.reachable:
        act, whole = Act.CALL, (spent + whole) // 2
    else:
        return Decision(Act.GONE if kind.wanted else Act.LET_GO, s.given, s.terms)
    terms = s.terms if s.demand is None else _standing(game, kind, s, whole)
    room = (whole - game.believed[s.credibility][terms][kind.number]) // game.scenario.unit * game.scenario.unit
    if s.demand is not None:
        room = min(room, max(s.given, s.demand))
    if room <= s.given and terms == s.terms:
        return Decision(Act.LET_GO, s.given, s.terms)
    return Decision(act, max(room, s.given) if terms == s.terms else room, terms)


def returned(game: Game, kind: Type, s: State, share: int) -> Decision:
    """What becomes of a counterpart who has left and was let go: it turns round with what it would give in all to have
    the deal, or it doesn't.
    """
    if not kind.returns:
        return Decision(Act.GONE, s.given, s.terms)
    whole = back_room(game, kind, s, share)
    room = (whole - game.believed[s.credibility][s.terms][kind.number]) // game.scenario.unit * game.scenario.unit
    if s.demand is not None:
        room = min(room, max(s.given, s.demand))
    return Decision(Act.RETURN, max(room, s.given), s.terms)
