"""What a message does to the learner's leverage: how easily the counterpart believes that the learner can leave.

Every function takes a state and returns the state after one move, with a note of what was noticed. Nothing here looks
at the world: what the counterpart notices is the same whatever it is hiding.
"""

from __future__ import annotations

from bot.negotiation.acts import NoteKind
from bot.negotiation.moves import CiteAlternative, GiveReason, Move, Offer, ShowEagerness, Threaten
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import Note, State

ALTERNATIVE_BEATS = 25
ALTERNATIVE_VAGUE = 8
REASON = 3
THREAT_WITH_ALTERNATIVE = 10
THREAT = 5
EMPTY_THREAT = -15
EAGER = -12
LARGE_STEP = -10  # a concession of more than a third of what was asked for
MIDDLING_STEP = -4  # of more than a fifth
STEP_BACK = -5
WALK = 35
WALK_AGAIN = 10
CAME_BACK = -40

UNBELIEVABLE = 0.15  # an alternative better than the true one by more than this share of its price is not believed
FAR_OFF = 0.5  # a first offer that asks for more than this share of the opening ask gets no counter


def shifted(state: State, kind: NoteKind, by: int) -> tuple[State, Note]:
    """The state with leverage moved by `by` points within 0..100, and the note that says how far it really moved."""
    leverage = max(0, min(100, state.leverage + by))
    return state._replace(leverage=leverage), Note(kind, leverage - state.leverage)


def after_saying(scenario: Scenario, state: State, move: Move) -> tuple[State, Note | None]:
    """Leverage after a move that argues rather than binds; other moves leave it as it is."""
    match move:
        case CiteAlternative(amount):
            return _after_alternative(scenario, state, amount)
        case GiveReason(kind):
            if kind in state.reasons:
                return state, Note(NoteKind.REASON_AGAIN)
            return shifted(state._replace(reasons=state.reasons | {kind}), NoteKind.REASON, REASON)
        case Threaten():
            return _after_threat(state)
        case ShowEagerness():
            return shifted(state, NoteKind.EAGER, EAGER)
        case _:
            return state, None


def _after_alternative(scenario: Scenario, state: State, amount: int | None) -> tuple[State, Note]:
    if amount is None:
        if state.named:
            return state, Note(NoteKind.ALTERNATIVE_AGAIN)
        return shifted(state._replace(named=True), NoteKind.ALTERNATIVE_VAGUE, ALTERNATIVE_VAGUE)
    room = scenario.room_at(amount)
    margin = int(UNBELIEVABLE * scenario.walk_away_point)
    if room > scenario.room_at(scenario.walk_away_point) + margin:
        return state, Note(NoteKind.ALTERNATIVE_UNBELIEVED)
    if state.cited is not None:
        return state._replace(cited=max(state.cited, room)), Note(NoteKind.ALTERNATIVE_AGAIN)
    if room <= state.given:
        return state._replace(named=True), Note(NoteKind.ALTERNATIVE_WEAK)
    bonus = ALTERNATIVE_BEATS - (ALTERNATIVE_VAGUE if state.named else 0)
    return shifted(state._replace(cited=room, named=True), NoteKind.ALTERNATIVE, bonus)


def _after_threat(state: State) -> tuple[State, Note]:
    counted = state._replace(threats=state.threats + 1)
    if state.threats:
        return shifted(counted, NoteKind.EMPTY_THREAT, EMPTY_THREAT)
    return shifted(counted, NoteKind.THREAT, THREAT_WITH_ALTERNATIVE if state.named else THREAT)


def after_offer(scenario: Scenario, state: State, offer: Offer) -> tuple[State, Note]:
    """Leverage after an offer, and the offer kept as the learner's standing demand."""
    demand = scenario.room_at(offer.amount)
    before = state.demand
    made = state._replace(demand=demand)
    if before is None:
        far = demand > FAR_OFF * scenario.opening_ask
        return made, Note(NoteKind.FAR_OFF if far else NoteKind.FIRST_OFFER)
    if demand == before:
        return made, Note(NoteKind.NO_STEP)
    if demand > before:
        return shifted(made, NoteKind.STEP_BACK, STEP_BACK)
    step = before - demand
    if step * 3 > before:
        return shifted(made, NoteKind.LARGE_STEP, LARGE_STEP)
    if step * 5 > before:
        return shifted(made, NoteKind.LARGE_STEP, MIDDLING_STEP)
    return made, Note(NoteKind.SMALL_STEP)


def after_walking(state: State) -> tuple[State, Note]:
    """Leverage after the learner leaves: it rises most the first time, and only if the learner never crept back."""
    first = state.walks == 0
    left = state._replace(walks=state.walks + 1)
    if state.walked_back:
        return left, Note(NoteKind.WALK_AGAIN)
    return shifted(left, NoteKind.WALK if first else NoteKind.WALK_AGAIN, WALK if first else WALK_AGAIN)


def after_coming_back(state: State) -> tuple[State, Note]:
    """Leverage after the learner returned without having been asked to."""
    back = state._replace(walked_back=state.walked_back + 1, reachable=False)
    return shifted(back, NoteKind.CAME_BACK, CAME_BACK)
