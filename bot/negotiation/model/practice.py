"""A practice under the second model: the moves that were read become its messages, and what it decides becomes the
state and the response that everybody else knows.

The four functions are those of `bot.negotiation.table`, for scenarios that have a model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.negotiation import moves as m
from bot.negotiation.acts import Act, NoteKind, Pending
from bot.negotiation.leaving import RETURN_SECONDS, VERDICT_SECONDS
from bot.negotiation.model import state as inner
from bot.negotiation.model import table
from bot.negotiation.model.counterpart import pull, reach, willing
from bot.negotiation.model.scenario import Game, Type, game_of
from bot.negotiation.model.table import Hidden
from bot.negotiation.scenario import Scenario, World
from bot.negotiation.state import Note, Response, State, Thought

FULL = 100  # of leverage

WAITS: Mapping[Pending | None, int | None] = {
    Pending.VERDICT: VERDICT_SECONDS,
    Pending.CALL: VERDICT_SECONDS,
    Pending.RETURN: RETURN_SECONDS,
    None: None,
}
_UNTHINKING = frozenset({Act.OPEN, Act.TALK, Act.WATCH, Act.SILENCE, Act.WALK_ON})


def open_table(scenario: Scenario) -> tuple[State, Response]:
    """Return the first state and the opening ask."""
    game = _game(scenario)
    after, seen = table.open_table(game)
    return shown(game, after), _told(game, inner.State(), after, seen, ())


def say(scenario: Scenario, world: World, state: State, moves: m.Message) -> tuple[State, Response]:
    """Return what one message of the learner leads to. Raise ValueError where the session is over."""
    game, before = _game(scenario), inner_of(state)
    message = understood(game, before, moves)
    hidden = Hidden(kind_of(scenario, world), world.luck)
    after, seen = table.say(game, hidden, before, message)
    thinks = seen.act not in _UNTHINKING and not (seen.act is Act.CLOSE and after.idle > before.idle)
    thought = _thought(game, hidden.kind, after, seen.willing) if thinks else None
    return shown(game, after), _told(game, before, after, seen, message, thought)


def pass_time(scenario: Scenario, world: World, state: State) -> tuple[State, Response]:
    """Return what the wait brought that the last response announced. Raise ValueError where none is pending."""
    game, before = _game(scenario), inner_of(state)
    kind = kind_of(scenario, world)
    after, seen = table.pass_time(game, Hidden(kind, world.luck), before)
    thought = _thought(game, kind, before, willing(game, kind, before, reach(game, before)), pull(before, kind))
    return shown(game, after), _told(game, before, after, seen, (), thought)


def leave_it(scenario: Scenario, state: State) -> tuple[State, Response]:
    """Stop here. Raise ValueError where the session is over."""
    game, before = _game(scenario), inner_of(state)
    after, seen = table.leave_it(game, before)
    return shown(game, after), _told(game, before, after, seen, ())


# --- what was said, as the model takes it ---------------------------------------------------------------------------


def understood(game: Game, state: inner.State, moves: m.Message) -> m.Message:
    """Return `moves` as the model takes them.

    A price that is named anew keeps what the learner gives, what was granted, and that the add-on is out. To ask for
    the add-on to be struck is to ask for that term, and what nobody in the scenario knows is no question about it.
    """
    return tuple(_understood(game, state, moves))


def _understood(game: Game, state: inner.State, moves: m.Message) -> Iterator[m.Move]:
    kept = game.ids((state.wanted & game.gives) | state.terms)
    struck = frozenset(_add_on(game) if any(isinstance(move, m.StrikeAddOn) for move in moves) else ())
    offered = any(isinstance(move, m.Offer) for move in moves)
    thanked = any(isinstance(move, m.BeCourteous) for move in moves)
    for move in moves:
        match move:
            case m.Offer(amount, extras, last):
                yield m.Offer(amount, extras | kept | struck, last)
            case m.StrikeAddOn():
                if not offered:
                    yield from (m.RequestExtra(term) for term in struck)
                    if not struck:
                        yield m.HoldFirm()
            case m.Ask(topic) if topic not in game.scenario.fronts:
                yield m.Ask()
            case m.WalkAway(reachable, thankful):
                yield m.WalkAway(reachable, thankful or thanked)
            case _:
                yield move


def spoken(game: Game, state: inner.State, message: m.Message) -> m.Message:
    """Return a message of the model as everybody else knows it: that the add-on is out is said by itself, once."""
    add_on = frozenset(_add_on(game))
    said: list[m.Move] = []
    for move in message:
        if isinstance(move, m.Offer) and move.extras & add_on:
            if not state.wanted & game.mask(add_on):
                said.append(m.StrikeAddOn())
            said.append(m.Offer(move.amount, move.extras - add_on, move.last))
        else:
            said.append(move)
    return tuple(said)


def _add_on(game: Game) -> list[str]:
    return [term.id for term in game.terms if term.strikes]


# --- what it decided, as everybody knows it -------------------------------------------------------------------------


def shown(game: Game, state: inner.State) -> State:
    """Return the state as both sides can see it."""
    return State(
        place=state.place,
        given=state.given,
        leverage=FULL * state.leverage // 3,
        round=state.round,
        progress=state.progress,
        demand=state.demand,
        extras=_extras(game, state.terms),
        cited=state.figure,
        named=state.named,
        reasons=state.reasons,
        asked=frozenset(answer.topic for answer in state.heard),
        threats=state.threats,
        walks=state.walks,
        walked_back=state.back,
        left=state.left,
        idle=state.idle,
        reachable=state.reachable,
        struck=bool(state.terms & game.mask(frozenset(_add_on(game)))),
        final=state.final,
        pending=state.pending,
        outcome=state.outcome,
        rapport=state.rapport,
        inner=state,
    )


def _told(
    game: Game,
    before: inner.State,
    after: inner.State,
    seen: inner.Response,
    message: m.Message,
    thought: Thought | None = None,
) -> Response:
    new = after.terms & ~before.terms
    named = _named(game, message)
    asked = named & ~game.gives & ~before.terms
    first = not before.threats  # words about an empty threat speak of one that was heard before
    notes = [Note(NoteKind.THREAT if note is NoteKind.EMPTY_THREAT and first else note) for note in seen.notes]
    if any(isinstance(move, m.Ask) and move.leading for move in message):
        notes = [Note(NoteKind.WOULD_HELP) if note.kind is NoteKind.ASKED_AGAIN else note for note in notes]
    add_on = game.mask(frozenset(_add_on(game)))
    if add_on & new and after.outcome is None:
        notes.append(Note(NoteKind.WITHOUT))
    elif named & add_on & ~after.terms:
        notes.append(Note(NoteKind.STRUCK))
    if seen.act in (Act.COOL, Act.CLOSE) and NoteKind.FIRST_OFFER in seen.notes:
        notes.append(Note(NoteKind.FAR_OFF))
    if new & game.gives & ~add_on and after.given == before.given:
        notes.append(Note(NoteKind.NO_USE))
    return Response(
        seen.act,
        seen.ask,
        _extras(game, after.terms),
        answers=tuple((answer.topic, answer.said) for answer in seen.answers),
        granted=_extras(game, new & ~game.gives),
        refused=_extras(game, asked & ~after.terms),
        taken=_extras(game, new & game.gives),
        notes=tuple(notes),
        wait=WAITS[after.pending],
        thought=thought,
    )


def _named(game: Game, message: m.Message) -> int:
    """The terms that a message names, as bits."""
    named = frozenset(move.extra for move in message if isinstance(move, m.RequestExtra))
    return game.mask(named.union(*(move.extras for move in message if isinstance(move, m.Offer))))


def _extras(game: Game, terms: int) -> frozenset[str]:
    """The ids of terms, but for the add-on that is struck: that is told by itself (State.struck)."""
    return game.ids(terms) - frozenset(_add_on(game))


def _thought(game: Game, kind: Type, state: inner.State, ready: int, wish: int = 0) -> Thought:
    """What went on behind an answer. `ready` is the room that it would give, the cost of the terms to it included; it
    is told in whole steps, with the cost that everybody knows."""
    beside = game.costs[state.terms][kind.number]
    price = (ready - beside) // game.scenario.step * game.scenario.step
    return Thought(price + game.public_cost[state.terms], kind.limit, FULL * wish // 5)


# --- the hidden side ------------------------------------------------------------------------------------------------


def kind_of(scenario: Scenario, world: World) -> Type:
    """Return the type that a world of the scenario stands for. Raise KeyError where it has no such world."""
    for number, each in enumerate(scenario.worlds):
        if each.id == world.base:
            return _game(scenario).types[number]
    raise KeyError(world.id)


def _game(scenario: Scenario) -> Game:
    assert scenario.model is not None
    return game_of(scenario.model)


def inner_of(state: State) -> inner.State:
    assert state.inner is not None
    return state.inner
