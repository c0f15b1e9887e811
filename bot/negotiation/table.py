"""The table: the state machine of one negotiation. Pure, total (any move in any state has a result), replayable.

    state = open_table(scenario)
    state, response = say(scenario, world, state, (Offer(15000), ShowEagerness()))
    state, response = pass_time(scenario, world, state)     # only where response.wait was given
    state, response = leave_it(scenario, world, state)      # the learner stops here

Side, prices and room are explained in scenario.py. All functions are deterministic in their arguments.
"""

from __future__ import annotations

from bot.negotiation import counterpart, leverage
from bot.negotiation.acts import Act, NoteKind, Outcome, Pending
from bot.negotiation.agreeing import binding, takes_the_terms
from bot.negotiation.leaving import (
    RETURN_SECONDS,
    at_the_door,
    come_back,
    idle,
    over,
    respond,
    ring,
    turn_round,
    verdict,
    walk,
)
from bot.negotiation.moves import (
    Accept,
    Apologize,
    Ask,
    BeCourteous,
    BeRude,
    ComeBack,
    LetGo,
    Move,
    Offer,
    Place,
    RequestExtra,
    ShowEagerness,
    SmallTalk,
    Stall,
    StrikeAddOn,
    SumUp,
    Topic,
    WalkAway,
)
from bot.negotiation.scenario import Effect, Happening, Scenario, World
from bot.negotiation.state import Note, Response, State, Thought

GRACE_ROUNDS = 2  # rounds beyond its patience, for questions about a last word or after it called somebody back
_TALK: dict[type[Move], NoteKind] = {
    BeCourteous: NoteKind.COURTEOUS,
    Stall: NoteKind.STALL,
    SumUp: NoteKind.SUM_UP,
    Apologize: NoteKind.APOLOGY,
}
"""What is noticed of moves that bargain over nothing."""

MOVING = frozenset(
    {
        NoteKind.FIRST_OFFER,
        NoteKind.SMALL_STEP,
        NoteKind.LARGE_STEP,
        NoteKind.ALTERNATIVE,
        NoteKind.REASON,
    }
)


def open_table(scenario: Scenario) -> tuple[State, Response]:
    """The first state, and the opening ask."""
    state = State(place=Place.AT_TABLE, given=0, leverage=counterpart.OPENING_LEVERAGE)
    return state, respond(scenario, state, Act.OPEN)


def say(scenario: Scenario, world: World, state: State, moves: tuple[Move, ...]) -> tuple[State, Response]:
    """What the counterpart does with one message of the learner.

    Raises ValueError where the session is over.
    """
    if state.place is Place.OVER:
        raise ValueError("this session is over")
    if state.place is Place.COUNTERPART_AWAY:
        return at_the_door(scenario, world, state, moves)
    if state.place is Place.LEARNER_AWAY:
        return _while_away(scenario, world, state, moves)
    return _at_table(scenario, world, state, moves, ())


def pass_time(scenario: Scenario, world: World, state: State) -> tuple[State, Response]:
    """What the wait brought that the last response announced. Raises ValueError where none is pending."""
    match state.pending:
        case Pending.VERDICT:
            return verdict(scenario, world, state)
        case Pending.CALL:
            return ring(scenario, world, state)
        case Pending.RETURN:
            return turn_round(scenario, world, state)
        case None:
            raise ValueError("nothing is pending")


def leave_it(scenario: Scenario, state: State) -> tuple[State, Response]:
    """The learner stops: no deal where somebody had left the table, otherwise the session stays unfinished."""
    if state.place is Place.OVER:
        raise ValueError("this session is over")
    outcome = Outcome.UNFINISHED if state.place is Place.AT_TABLE else Outcome.NO_DEAL
    state = over(state, outcome)
    return state, respond(scenario, state, Act.CLOSE)


# --- at the table ---------------------------------------------------------------------------------------------------


def _at_table(
    scenario: Scenario, world: World, state: State, moves: tuple[Move, ...], notes: tuple[Note, ...]
) -> tuple[State, Response]:
    if _is_small_talk(moves):
        heard = tuple(Note(_TALK[type(move)]) for move in moves if type(move) in _TALK)
        return idle(scenario, state, Act.TALK, notes + heard)

    state, shown = state._replace(round=state.round + 1), state.given
    happenings: tuple[Happening, ...] = ()
    if not takes_the_terms(scenario, state, moves):  # a yes binds what was shown: what happens next comes too late
        state, happenings = _happen(scenario, world, state)
    state, said = _persuade(scenario, state, moves)
    notes += said

    decides = binding(moves)
    if isinstance(decides, WalkAway):
        return walk(scenario, state, decides, notes, happenings)
    if isinstance(decides, Accept):
        state = over(state, Outcome.DEAL)
        return state, respond(scenario, state, Act.SHAKE, notes)
    return _answer(scenario, world, state, moves, notes, happenings, shown)


def _is_small_talk(moves: tuple[Move, ...]) -> bool:
    """Whether nothing in a message is about the deal. A question about none of the topics is small talk too: it learns
    nothing and uses up nobody's patience."""
    talk = SmallTalk | BeCourteous | Stall | SumUp | Apologize
    return all(isinstance(move, talk) or move == Ask(Topic.GENERAL) for move in moves)


def _happen(scenario: Scenario, world: World, state: State) -> tuple[State, tuple[Happening, ...]]:
    happenings = tuple(h for h in scenario.happenings if h.round == state.round and world.id in h.worlds)
    for happening in happenings:
        if happening.effect is Effect.ASK_WORSENS:
            state = state._replace(
                given=max(0, state.given - happening.amount), withdrawn=state.withdrawn + happening.amount
            )
    return state, happenings


def _persuade(scenario: Scenario, state: State, moves: tuple[Move, ...]) -> tuple[State, tuple[Note, ...]]:
    notes: list[Note] = []
    for move in moves:
        match move:
            case Offer():
                state, note = leverage.after_offer(scenario, state, move)
            case BeRude():
                state, note = state._replace(rude=state.rude + 1), Note(NoteKind.RUDE)
            case BeCourteous() | Stall() | SumUp() | Apologize():
                note = Note(_TALK[type(move)])
            case StrikeAddOn():
                state, note = state._replace(struck=scenario.small_thing is not None), Note(NoteKind.STRUCK)
            case _:
                state, note = leverage.after_saying(scenario, state, move)
        if note is not None:
            notes.append(note)
    return state, tuple(notes)


def _progress(moves: tuple[Move, ...], notes: tuple[Note, ...]) -> int:
    """How far a message moves the bargaining on, in tenths of a round; 0 if it only asked or let something on."""
    kinds = {note.kind for note in notes}
    if NoteKind.FAR_OFF in kinds:
        return 0
    if kinds & MOVING:
        return counterpart.MOVED
    idle = Ask | BeRude | BeCourteous | SmallTalk | LetGo | ShowEagerness | Stall | SumUp | Apologize
    return counterpart.HELD if any(not isinstance(move, idle) for move in moves) else 0


def _answer(
    scenario: Scenario,
    world: World,
    state: State,
    moves: tuple[Move, ...],
    notes: tuple[Note, ...],
    happenings: tuple[Happening, ...],
    shown: int,
) -> tuple[State, Response]:
    """Answer a message that isn't a plain yes and doesn't leave; `shown` is the room of the price it was said to."""
    gained = _progress(moves, notes)
    state = state._replace(progress=state.progress + gained)
    budget = max(counterpart.spent(scenario, state), counterpart.willing(scenario, world, state))
    thought = Thought(budget, counterpart.limit_room(scenario, world))
    answers, asked = _answers(world, state, moves)
    state = state._replace(asked=state.asked | asked)

    if any(isinstance(move, RequestExtra) and move.extra in state.extras for move in moves):
        notes += (Note(NoteKind.EXTRA_AGAIN),)
    state, granted, refused = _extras(scenario, state, moves, budget)
    ready = counterpart.price_part(scenario, state, budget)
    offered = any(isinstance(move, Offer) for move in moves)
    if offered and state.demand is not None and state.demand <= ready and not refused:
        # never at a price that has got worse since it was shown and that nobody has named
        price = max(state.given, state.demand) if state.given == shown else state.demand
        state = over(state._replace(given=price), Outcome.DEAL)
        act = Act.ACCEPT
    else:
        if state.demand is not None:  # it never gives more than was asked for
            ready = max(state.given, min(ready, state.demand))
        hurry = any(happening.effect is Effect.DEADLINE for happening in happenings)
        refuses = 0 < gained < counterpart.MOVED and not any(isinstance(move, RequestExtra) for move in moves)
        state, act = _terms(scenario, world, state, ready, gained, refuses, hurry)
        if act is Act.HOLD and granted:
            act = Act.COUNTER
        elif act is Act.HOLD and asked and not gained:
            act = Act.ANSWER
    response = Response(
        act,
        scenario.price_at(state.given),
        state.extras,
        answers=answers,
        granted=granted,
        refused=refused,
        happened=tuple(happening.text for happening in happenings),
        notes=notes,
        wait=RETURN_SECONDS if state.pending is Pending.RETURN else None,
        thought=thought,
    )
    return state, response


def _terms(
    scenario: Scenario, world: World, state: State, ready: int, gained: int, refuses: bool, hurry: bool
) -> tuple[State, Act]:
    """Which terms are on the table now, where the learner's offer was not taken.

    After its last word a step towards it, or a wish for an extra, is answered with that word again; a refusal ends the
    talk.
    """
    bargained = gained > 0
    patience = min(scenario.rounds, world.patience) - state.rude + GRACE_ROUNDS * state.chased
    if (state.final and refuses) or state.round > patience + GRACE_ROUNDS:
        return over(state, Outcome.NO_DEAL), Act.CLOSE
    if world.leaves is not None and state.round >= world.leaves and bargained and not state.left:
        away = state._replace(place=Place.COUNTERPART_AWAY, pending=Pending.RETURN, left=True)
        return away, Act.LEAVE
    better = bargained and ready > state.given
    if better:
        state = state._replace(given=ready)
    if hurry or state.round >= patience:
        return state._replace(final=True), Act.FINAL
    return state, Act.COUNTER if better else Act.HOLD


def _extras(
    scenario: Scenario, state: State, moves: tuple[Move, ...], budget: int
) -> tuple[State, frozenset[str], frozenset[str]]:
    """Grants those of the extras asked for that still fit into what it is ready to give; refuses the others."""
    wished: list[str] = []
    for move in moves:
        if isinstance(move, RequestExtra):
            wished.append(move.extra)
        elif isinstance(move, Offer):
            wished.extend(sorted(move.extras))
    known = {extra.id: extra for extra in scenario.extras}
    granted: set[str] = set()
    refused: set[str] = set()
    given_away = counterpart.spent(scenario, state)
    for wish in wished:
        if wish not in known or wish in state.extras or wish in granted:
            continue
        if given_away + known[wish].cost <= budget:
            given_away += known[wish].cost
            granted.add(wish)
        else:
            refused.add(wish)
    return state._replace(extras=state.extras | granted), frozenset(granted), frozenset(refused)


def _answers(
    world: World, state: State, moves: tuple[Move, ...]
) -> tuple[tuple[tuple[Topic, str], ...], frozenset[Topic]]:
    """What it says to questions it was not asked before: the answer of its world, if the scenario has one."""
    topics = {move.topic: None for move in moves if isinstance(move, Ask)}
    told = tuple((t, world.answers[t]) for t in topics if t in world.answers and t not in state.asked)
    return told, frozenset(topics)


def _while_away(scenario: Scenario, world: World, state: State, moves: tuple[Move, ...]) -> tuple[State, Response]:
    if state.called:
        if _is_small_talk(moves):
            return _at_table(scenario, world, state, moves, ())
        back = state._replace(place=Place.AT_TABLE, called=False)
        return _at_table(scenario, world, back, moves, (Note(NoteKind.CAME_WHEN_CALLED),))
    if any(isinstance(move, ComeBack | Accept | Offer) for move in moves):
        return come_back(scenario, state)
    return idle(scenario, state, Act.SILENCE)
