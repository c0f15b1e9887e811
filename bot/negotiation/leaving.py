"""What happens once somebody has left the table, until they are back or it is over.

The learner may leave, and the counterpart then lets go, comes after them or calls later; or the counterpart leaves,
and the learner lets it go, or pays for calling after it.
"""

from __future__ import annotations

from dataclasses import replace

from bot.negotiation import counterpart, leverage
from bot.negotiation.acts import Act, NoteKind, Outcome, Pending
from bot.negotiation.agreeing import binding, takes_the_terms
from bot.negotiation.moves import Accept, CallAfter, Move, Offer, Place, RequestExtra, WalkAway
from bot.negotiation.scenario import Happening, Scenario, World
from bot.negotiation.state import Note, Response, State, Thought

VERDICT_SECONDS = 20  # how long a leaving learner hears nothing
CALL_SECONDS = 90  # how long until a phone rings, or doesn't
RETURN_SECONDS = 120  # how long a leaving counterpart can still be called after
IDLE_MESSAGES = 24  # messages that are no move about the deal before the counterpart has other things to do


def over(state: State, outcome: Outcome) -> State:
    """The state once nothing more can happen."""
    return state._replace(place=Place.OVER, outcome=outcome, pending=None, called=False)


def respond(
    scenario: Scenario,
    state: State,
    act: Act,
    notes: tuple[Note, ...] = (),
    thought: Thought | None = None,
    wait: int | None = None,
) -> Response:
    """A response with the terms that `state` has on the table."""
    return Response(act, scenario.price_at(state.given), state.extras, notes=notes, thought=thought, wait=wait)


def idle(scenario: Scenario, state: State, act: Act, notes: tuple[Note, ...] = ()) -> tuple[State, Response]:
    """A message that is no move about the deal changes nothing, until there were too many of them."""
    state = state._replace(idle=state.idle + 1)
    if state.idle >= IDLE_MESSAGES:
        state = over(state, Outcome.NO_DEAL)
        act = Act.CLOSE
    return state, respond(scenario, state, act, notes)


# --- the learner leaves ---------------------------------------------------------------------------------------------


def walk(
    scenario: Scenario,
    state: State,
    move: WalkAway,
    notes: tuple[Note, ...],
    happenings: tuple[Happening, ...],
) -> tuple[State, Response]:
    state, note = leverage.after_walking(state)
    state = state._replace(place=Place.LEARNER_AWAY, pending=Pending.VERDICT, reachable=move.reachable, called=False)
    left = respond(scenario, state, Act.WATCH, (*notes, note), wait=VERDICT_SECONDS)
    return state, replace(left, happened=tuple(happening.text for happening in happenings))


def verdict(scenario: Scenario, world: World, state: State) -> tuple[State, Response]:
    """It lets the learner go, calls after them, or gives way on the small thing."""
    pull = counterpart.pull(world, state)
    back = counterpart.worth_coming_back_for(scenario, world, state)
    thought = Thought(back, counterpart.limit_room(scenario, world), pull)
    if pull < counterpart.CALLS_LATER_BELOW or back <= counterpart.spent(scenario, state):
        state = state._replace(pending=Pending.CALL if state.reachable else None)
        wait = CALL_SECONDS if state.reachable else None
        return state, respond(scenario, state, Act.LET_GO, thought=thought, wait=wait)
    return _call_back(scenario, world, state, back, thought, Act.CHASE)


def ring(scenario: Scenario, world: World, state: State) -> tuple[State, Response]:
    pull = counterpart.pull(world, state)
    back = counterpart.worth_coming_back_for(scenario, world, state)
    thought = Thought(back, counterpart.limit_room(scenario, world), pull)
    if pull < counterpart.LETS_GO_BELOW or back <= counterpart.spent(scenario, state):
        state = state._replace(pending=None)
        return state, respond(scenario, state, Act.NO_CALL, thought=thought)
    return _call_back(scenario, world, state, back, thought, Act.CALL)


def _call_back(
    scenario: Scenario, world: World, state: State, back: int, thought: Thought, act: Act
) -> tuple[State, Response]:
    """The counterpart has shown that it needs the deal, and bargains from here as one that does."""
    given = counterpart.price_part(scenario, state, back)
    if state.demand is not None:
        given = max(state.given, min(given, state.demand))
    small = scenario.small_thing
    if act is Act.CHASE and small and given == small.amount:
        act = Act.GIVE_WAY
    state = state._replace(
        given=given,
        called=True,
        pending=None,
        final=False,
        chased=state.chased + 1,
        progress=max(state.progress, 10 * world.patience),
    )
    return state, respond(scenario, state, act, thought=thought)


def come_back(scenario: Scenario, state: State) -> tuple[State, Response]:
    """Back unasked: half of what had been given is taken back, and the way out is no longer believed in."""
    state, note = leverage.after_coming_back(state)
    kept = state.given // 2 // scenario.step * scenario.step if state.given > 0 else state.given
    state = state._replace(place=Place.AT_TABLE, pending=None, given=kept, round=state.round + 1, final=False)
    return state, respond(scenario, state, Act.TAKE_BACK, (note,))


# --- the counterpart leaves -----------------------------------------------------------------------------------------


def at_the_door(scenario: Scenario, world: World, state: State, moves: tuple[Move, ...]) -> tuple[State, Response]:
    """It is on its way out. Whoever says yes now has a deal at what it had asked for; whoever calls after it for less
    pays for that; whoever does neither will see whether it comes back."""
    if not any(isinstance(move, Offer | Accept | CallAfter | RequestExtra) for move in moves):
        return idle(scenario, state, Act.WALK_ON)
    notes = (Note(NoteKind.CALLED_AFTER),)
    if takes_the_terms(scenario, state, moves):
        act = Act.SHAKE if isinstance(binding(moves), Accept) else Act.ACCEPT
        state = over(state, Outcome.DEAL)
        return state, respond(scenario, state, act, notes)
    state = state._replace(
        given=counterpart.door_price(scenario, state), place=Place.AT_TABLE, pending=None, final=True
    )
    return state, respond(scenario, state, Act.DOOR_PRICE, notes)


def turn_round(scenario: Scenario, world: World, state: State) -> tuple[State, Response]:
    limit = counterpart.limit_room(scenario, world)
    thought = Thought(limit, limit)
    if not world.returns:
        state = over(state, Outcome.NO_DEAL)
        return state, respond(scenario, state, Act.GONE, thought=thought)
    left = counterpart.price_part(scenario, state, limit)
    wanted = left if state.demand is None else min(left, state.demand)
    state = state._replace(
        place=Place.AT_TABLE, pending=None, given=max(state.given, wanted), final=True, round=state.round + 1
    )
    return state, respond(scenario, state, Act.RETURN, thought=thought)
