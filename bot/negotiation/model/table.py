"""The table of the second model: a state machine that is pure, total and replayable.

    game = Game(scenario)
    hidden = Hidden(draw(game, seed), seed)
    state, response = open_table(game)
    state, response = say(game, hidden, state, (Ask(Topic.BUSINESS),))
    state, response = pass_time(game, hidden, state)     # only where response.waits

The state that follows is a function of the state before, the message, and what could be seen of the decision.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.negotiation import moves as m
from bot.negotiation.acts import Act, NoteKind, Outcome, Pending
from bot.negotiation.model.counterpart import DOOR_UNITS, Decision, decide, reach, returned, verdict, willing
from bot.negotiation.model.drawing import uniform
from bot.negotiation.model.hearing import Heard, Matter, hear, lowered
from bot.negotiation.model.scenario import Game, Type
from bot.negotiation.model.state import Answer, Response, State
from bot.negotiation.moves import Place, Topic

COOLED = -3  # levels of anchoring: an offer that isn't serious makes it aim higher for good
TOPICS = list(Topic)
IDLE = 24  # messages that are no move about the deal before the counterpart has other things to do


class Hidden(NamedTuple):
    """What is true in one session."""

    kind: Type
    seed: int


def open_table(game: Game) -> tuple[State, Response]:
    """Return the first state and the opening ask."""
    state = State()
    return state, respond(game, state, Act.OPEN)


def respond(game: Game, state: State, act: Act, notes: tuple[NoteKind, ...] = ()) -> Response:
    return Response(
        act,
        game.scenario.price_at(state.given),
        game.ids(state.terms),
        notes=notes,
        waits=state.pending is not None,
    )


def say(game: Game, hidden: Hidden, state: State, message: m.Message) -> tuple[State, Response]:
    """Return what one message of the learner leads to. Raise ValueError where the session is over."""
    if state.place is Place.OVER:
        raise ValueError("this session is over")
    if state.place is Place.LEARNER_AWAY:
        return while_away(game, hidden.kind, state, message)
    if state.place is Place.COUNTERPART_AWAY:
        return at_the_door(game, state, message)
    heard = hear(game, state, message)
    answers = tuple(
        Answer(
            topic,
            answer_of(game, hidden.kind, topic, candor, uniform(hidden.seed, 1 + TOPICS.index(topic))),
            candor,
        )
        for topic, candor in heard.topics
    )
    share = reach(game, heard.state)
    decision = settled(heard) or decide(game, hidden.kind, heard, share)
    after = settle(game, heard, decision, answers)
    response = Response(
        decision.act,
        game.scenario.price_at(after.given),
        game.ids(after.terms),
        answers,
        heard.notes,
        after.pending is not None,
        willing(game, hidden.kind, heard.state, share),
        hidden.kind.limit,
    )
    return after, response


def chances(game: Game, kind: Type, topic: Topic, candor: int) -> tuple[tuple[str, float], ...]:
    """What may be said to a question, each with its chance, the truth first.

    `candor` (percent points) is what rapport and the way of asking add to the truth, at the cost of all else.
    """
    told = game.scenario.worlds[kind.world].answers.get(topic)
    if told is None:
        return ((game.scenario.fronts.get(topic, ""), 1.0),)
    (true, percent), *others = told
    moved = max(0, min(100, percent + candor)) if percent < 100 else 100
    rest = (100 - moved) / (100 - percent) / 100 if percent < 100 else 0.0
    return ((true, moved / 100), *((said, share * rest) for said, share in others))


def answer_of(game: Game, kind: Type, topic: Topic, candor: int, drawn: float) -> str:
    """What is said where `drawn` (0 to 1) decides. More candor never turns a true answer into another."""
    options = chances(game, kind, topic, candor)
    for said, chance in options:
        drawn -= chance
        if drawn < 0:
            return said
    return options[-1][0]


def settled(heard: Heard) -> Decision | None:
    """The decision where it is the same whoever the counterpart is."""
    s = heard.state
    match heard.matter:
        case Matter.ACCEPT:
            return Decision(Act.SHAKE, s.given, s.terms)
        case Matter.WALK:
            return Decision(Act.WATCH, s.given, s.terms)
        case Matter.TALK:
            return Decision(Act.CLOSE if s.idle >= IDLE else Act.TALK, s.given, s.terms)
        case _:
            return None


def settle(game: Game, heard: Heard, decision: Decision, answers: tuple[Answer, ...] = ()) -> State:
    """Return the state after a decision at the table."""
    s = heard.state
    act, given, terms = decision
    if answers:
        s = s._replace(heard=tuple(sorted((*s.heard, *answers))))
    if act is Act.ACCEPT or act is Act.SHAKE:
        return s._replace(given=given, terms=terms, place=Place.OVER, outcome=Outcome.DEAL)
    if act is Act.CLOSE or act is Act.GONE:
        return s._replace(place=Place.OVER, outcome=Outcome.NO_DEAL)
    if act is Act.COOL:
        return s._replace(demand=None, wanted=0, anchor=COOLED, rapport=max(-2, s.rapport - 2), round=s.round + 1)
    if act is Act.WATCH:
        return s._replace(place=Place.LEARNER_AWAY, pending=Pending.VERDICT, walks=min(2, s.walks + 1), called=False)
    if act is Act.LEAVE:
        place = Place.COUNTERPART_AWAY
        return s._replace(given=given, terms=terms, place=place, pending=Pending.RETURN, left=True)
    if act is Act.FINAL:
        return s._replace(given=given, terms=terms, final=True)
    return s._replace(given=given, terms=terms)


def after_time(game: Game, state: State, decision: Decision) -> State:
    """Return the state after what the passing of time brought."""
    act, given, terms = decision
    if act is Act.GONE:
        return state._replace(place=Place.OVER, pending=None, outcome=Outcome.NO_DEAL)
    if act is Act.LET_GO:
        return state._replace(pending=None)
    if act is Act.RETURN:
        return state._replace(place=Place.AT_TABLE, pending=None, given=given, terms=terms, final=True)
    return state._replace(
        place=Place.AT_TABLE,
        pending=None,
        given=given,
        terms=terms,
        final=True,
        called=True,
        leverage=min(3, state.leverage + 1),
    )


def brings(game: Game, kind: Type, state: State) -> Decision:
    """Return what time brings. Raise ValueError where nothing is pending."""
    if state.pending is None:
        raise ValueError("nothing is pending")
    if state.pending is Pending.RETURN:
        return returned(game, kind, state, reach(game, state))
    return verdict(game, kind, state, reach(game, state))


def pass_time(game: Game, hidden: Hidden, state: State) -> tuple[State, Response]:
    """Return what the wait brought that the last response announced. Raise ValueError where none is pending."""
    decision = brings(game, hidden.kind, state)
    after = after_time(game, state, decision)
    return after, respond(game, after, decision.act)


def parted(game: Game, kind: Type, state: State) -> int:
    """What a learner who has left gets from this type: a call, which she takes where it is a gain; or what is left of
    it when she comes back, where that still is one; or the alternative.

    Nothing is left to be decided that depends on the type, so that this is all that leaving is worth.
    """
    if state.pending is not None:
        decision = verdict(game, kind, state, reach(game, state))
        if decision.act is Act.GONE:
            return 0
        if decision.act is not Act.LET_GO:
            return max(0, game.gain(decision.given, decision.terms, state.rapport))
    if state.back or kind.wanted:
        return 0
    return max(0, game.gain(left_of(game, state), state.terms, state.rapport))


def left_of(game: Game, state: State) -> int:
    """The room that is left to who left and comes back unasked."""
    unit = game.scenario.unit
    return state.given // 2 // unit * unit


def leave_it(game: Game, state: State) -> tuple[State, Response]:
    """Stop here: no deal where somebody had left, otherwise the session stays unfinished."""
    if state.place is Place.OVER:
        raise ValueError("this session is over")
    outcome = Outcome.UNFINISHED if state.place is Place.AT_TABLE else Outcome.NO_DEAL
    after = state._replace(place=Place.OVER, outcome=outcome, pending=None)
    return after, respond(game, after, Act.CLOSE)


def while_away(game: Game, kind: Type, state: State, message: m.Message) -> tuple[State, Response]:
    """The learner has left: nobody hears anything but that she comes back."""
    if not any(isinstance(move, m.ComeBack | m.Accept | m.Offer) for move in message):
        after = state._replace(idle=state.idle + 1)
        return after, respond(game, after, Act.SILENCE)
    if kind.wanted:
        after = state._replace(place=Place.OVER, pending=None, outcome=Outcome.NO_DEAL)
        return after, respond(game, after, Act.GONE)
    after = state._replace(
        place=Place.AT_TABLE,
        pending=None,
        given=left_of(game, state),
        leverage=0,
        credibility=lowered(state.credibility),
        back=1,
        round=state.round + 1,
        final=True,
    )
    return after, respond(game, after, Act.TAKE_BACK, (NoteKind.CAME_BACK,))


def at_the_door(game: Game, state: State, message: m.Message) -> tuple[State, Response]:
    """The counterpart is on its way out. What was on the table is still a deal; to call after it has a price."""
    s = state._replace(pending=None)
    offer = next((move for move in reversed(message) if isinstance(move, m.Offer)), None)
    yes = any(isinstance(move, m.Accept) for move in message)
    if offer is not None and not yes:
        yes = game.scenario.room_at(offer.amount) <= s.given and not game.mask(offer.extras) & ~game.gives & ~s.terms
    if yes:
        return (done := s._replace(place=Place.OVER, outcome=Outcome.DEAL)), respond(game, done, Act.SHAKE)
    if any(isinstance(move, m.CallAfter | m.Offer | m.RequestExtra) for move in message):
        s = s._replace(place=Place.AT_TABLE, given=s.given - DOOR_UNITS * game.scenario.unit, final=True)
        return s, respond(game, s, Act.DOOR_PRICE, (NoteKind.CALLED_AFTER,))
    after = state._replace(idle=state.idle + 1)
    return after, respond(game, after, Act.WALK_ON)
