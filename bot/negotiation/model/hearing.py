"""What a message does before the counterpart decides: to leverage, credibility, rapport, its aim, and the terms.

Nothing here looks at the type. `hear` gives the state with all that the message changed by itself, and what is left to
be decided.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from bot.negotiation import moves as m
from bot.negotiation.acts import NoteKind
from bot.negotiation.model.scenario import Game
from bot.negotiation.model.state import State
from bot.negotiation.moves import Topic

LEVELS = 3  # of leverage and credibility
WARMEST = 2
MOST = 12  # half-rounds that count
REASONS = 2  # that are credited in all
TOKEN = 8  # a step of less than one part in so many of the gap is none
PROUD_SERIOUS = 80  # percent of what others take for serious
BOLD, AMBITIOUS = 75, 50  # percent of what is serious, from where a first offer anchors by two levels or one
DOUBT = 2  # units by which a figure may be better than the truth and pass for a slip


class Matter(IntEnum):
    """What a message leaves to be decided."""

    TALK = 0
    ANSWER = 1
    HOLD = 2
    OFFER = 3
    ACCEPT = 4
    WALK = 5
    STALL = 6


class Heard(NamedTuple):
    state: State
    matter: Matter
    topics: tuple[tuple[Topic, int], ...] = ()  # asked anew, with the candor that the way of asking moves
    first: int | None = None  # of a first offer: percent of what is taken for serious
    meets: bool = False  # whether an offer asks for no more than is on the table
    notes: tuple[NoteKind, ...] = ()
    binds: bool = True  # whether it names a price: a wish without one is never a deal by itself


def lowered(value: int) -> int:
    return max(0, value - 1)


def hear(game: Game, state: State, message: m.Message) -> Heard:
    """What `message` changes at the table, whoever the counterpart is."""
    s = state
    notes: list[NoteKind] = []
    topics: list[tuple[Topic, int]] = []
    offer: m.Offer | None = None
    walk: m.WalkAway | None = None
    accepts = holds = stalls = argued = False
    named: list[str] = []  # terms with no price
    pushed = 0
    for move in message:
        kind = type(move)
        if kind is m.Offer:
            offer, accepts = move, False  # type: ignore[assignment]
        elif kind is m.BeCourteous:
            if not s.warm:
                s = s._replace(warm=True, rapport=min(WARMEST, s.rapport + 1))
                notes.append(NoteKind.COURTEOUS)
        elif isinstance(move, m.GiveReason):
            if move.kind not in game.scenario.reasons:
                notes.append(NoteKind.REASON_UNFIT)
            elif move.kind in s.reasons:
                notes.append(NoteKind.REASON_AGAIN)
            elif not argued and len(s.reasons) < REASONS:
                s = s._replace(reasons=s.reasons | {move.kind})
                argued = True
                pushed = 1
                notes.append(NoteKind.REASON)
            holds = True
        elif isinstance(move, m.CiteAlternative):
            s, note = _cited(game, s, move)
            pushed = max(pushed, note is NoteKind.ALTERNATIVE)
            holds = True
            notes.append(note)
        elif isinstance(move, m.Ask):
            if move.topic is Topic.GENERAL:
                continue
            if any(answer.topic is move.topic for answer in s.heard) or any(t == move.topic for t, _ in topics):
                notes.append(NoteKind.ASKED_AGAIN)
            topics.append((move.topic, game.weights.candor * s.rapport - (15 if move.leading else 0)))
        elif isinstance(move, m.RequestExtra):
            named.append(move.extra)
        elif isinstance(move, m.Accept):
            accepts, offer = True, None
        elif isinstance(move, m.HoldFirm | m.RequestConcession):
            holds = True
        elif isinstance(move, m.WalkAway):
            walk = move
        elif isinstance(move, m.Stall):
            stalls = True
        elif isinstance(move, m.Threaten):
            s, note = _threatened(s)
            holds = True
            notes.append(note)
        elif isinstance(move, m.SumUp):
            if not s.listened and s.round:
                s = s._replace(listened=True, rapport=min(WARMEST, s.rapport + 1))
                notes.append(NoteKind.SUM_UP)
        elif isinstance(move, m.Apologize):
            if s.rapport < 0 and not s.mended:
                s = s._replace(mended=True, rapport=s.rapport + 1)
                notes.append(NoteKind.APOLOGY)
        elif isinstance(move, m.BeRude):
            s = s._replace(rapport=-WARMEST)
            notes.append(NoteKind.RUDE)
        elif isinstance(move, m.ShowEagerness):
            s = s._replace(eager=min(2, s.eager + 1), leverage=lowered(s.leverage))
            notes.append(NoteKind.EAGER)

    fresh = tuple(t for t in topics if not any(answer.topic is t[0] for answer in state.heard))
    if walk is not None:
        s = s._replace(reachable=walk.reachable, thankful=walk.thankful)
        return Heard(s, Matter.WALK, fresh, notes=tuple(notes))
    if accepts:
        return Heard(s, Matter.ACCEPT, fresh, notes=tuple(notes))
    binds = offer is not None
    if offer is None and named and s.demand is None and game.are_promises(named):
        s = s._replace(wanted=game.joined(s.wanted, game.mask(frozenset(named))))
        named, holds, pushed = [], True, 1
    for term in named:
        offer = _proposed(game, s, offer, term)
    if offer is not None:
        s = s._replace(round=s.round + 1 + len(topics))
        return _offered(game, s, offer, fresh, notes, pushed)._replace(binds=binds)
    if stalls and not pushed:  # who brings something new goes on talking
        s = s._replace(round=s.round + 1 + len(topics), stalls=s.stalls + 1)
        return Heard(s, Matter.STALL, fresh, notes=tuple(notes))
    if holds:
        moved = 2 if pushed else 1 if not s.still else 0
        s = s._replace(round=s.round + 1 + len(topics), still=min(2, s.still + (not pushed)))
        return Heard(_progressed(s, moved), Matter.HOLD, fresh, notes=tuple(notes))
    if topics:
        return Heard(s._replace(round=s.round + len(topics)), Matter.ANSWER, fresh, notes=tuple(notes))
    return Heard(s._replace(idle=s.idle + 1), Matter.TALK, notes=tuple(notes))


def _progressed(state: State, by: int) -> State:
    """After its last word nothing moves it any further but what was said anew."""
    return state if state.final else state._replace(progress=min(MOST, state.progress + by))


def _cited(game: Game, state: State, move: m.CiteAlternative) -> tuple[State, NoteKind]:
    """An alternative is believed by how plausible it is, and counts where it beats the table (Binmore et al. 1986)."""
    if not game.scenario.alternative.nameable:
        return _caught(state), NoteKind.ALTERNATIVE_UNBELIEVED
    if move.amount is None:
        if state.named:
            return state, NoteKind.ALTERNATIVE_AGAIN
        return state._replace(named=True, leverage=max(1, state.leverage)), NoteKind.ALTERNATIVE_VAGUE
    room = game.scenario.room_at(move.amount)
    if room > game.walk_away + DOUBT * game.scenario.unit:
        return _caught(state), NoteKind.ALTERNATIVE_UNBELIEVED
    if state.figure is not None:
        return state, NoteKind.ALTERNATIVE_AGAIN
    figure = min(room, game.walk_away)
    if figure <= state.given:
        return state._replace(named=True, figure=figure), NoteKind.ALTERNATIVE_WEAK
    return state._replace(named=True, figure=figure, leverage=max(2, state.leverage)), NoteKind.ALTERNATIVE


def _caught(state: State) -> State:
    return state._replace(credibility=lowered(state.credibility), rapport=max(-WARMEST, state.rapport - 1))


def _threatened(state: State) -> tuple[State, NoteKind]:
    counted = state._replace(threats=min(2, state.threats + 1))
    if state.threats or not state.named:
        return counted._replace(credibility=lowered(state.credibility)), NoteKind.EMPTY_THREAT
    raised = min(LEVELS, state.leverage + 1)
    return counted._replace(leverage=raised, rapport=max(-WARMEST, state.rapport - 1)), NoteKind.THREAT


def _proposed(game: Game, state: State, offer: m.Offer | None, term: str) -> m.Offer:
    """A package of what stands, with one term more. To strike the add-on takes its part of the price off."""
    if offer is not None:
        return m.Offer(offer.amount, offer.extras | {term})
    room = state.demand if state.demand is not None else state.given
    strikes = next((t.strikes for t in game.terms if t.id == term), 0)
    if state.demand is None and not state.terms & game.bit.get(term, 0):
        room += strikes
    return m.Offer(game.scenario.price_at(room), game.ids(state.wanted | state.terms) | {term})


def total(game: Game, room: int, terms: int) -> int:
    """What a package asks for in all, as anybody can see it: the price and what its terms usually cost."""
    return room + game.public_cost[terms]


def _offered(
    game: Game,
    s: State,
    offer: m.Offer,
    fresh: tuple[tuple[Topic, int], ...],
    notes: list[NoteKind],
    pushed: int,
) -> Heard:
    room = game.scenario.room_at(offer.amount)
    terms = game.mask(offer.extras)
    asks = total(game, room, terms)
    new_asks = terms & ~game.gives & ~s.terms & ~s.wanted
    if new_asks & (new_asks - 1) and not terms & game.gives:  # several at once, and nothing for them
        s = s._replace(rapport=max(-WARMEST, s.rapport - 1))
        notes.append(NoteKind.GREEDY)
    if s.last_word is not None and asks < s.last_word:
        s = s._replace(credibility=lowered(s.credibility), last_word=None)
        notes.append(NoteKind.LAST_WORD_MOVED)
    if offer.last and s.last_word is None:
        s = s._replace(last_word=asks)
    first: int | None = None
    anchor, still, eager = s.anchor, s.still, s.eager
    moved = 2
    if s.demand is None:
        first = 100 * asks // game.serious
        if not anchor:
            level = 2 if first > BOLD else 1 if first > AMBITIOUS else 0
            anchor = max(0, level - (not s.reasons))
        notes.append(NoteKind.FIRST_OFFER)
    else:
        before = total(game, s.demand, s.wanted)
        step = before - asks
        gap = max(1, before - total(game, s.given, s.terms))
        promise = game.withdrawn(s.wanted, terms)
        if promise or (step < 0 and not new_asks):
            s = _retracted(s, promise)
            notes.append(NoteKind.STEP_BACK)
            moved = 0
            if room > (s.demand or 0):  # what was offered stands, whatever is said now
                return Heard(s._replace(wanted=terms), Matter.HOLD, fresh, notes=tuple(notes))
        elif step * TOKEN < gap:
            moved = 0 if still else 1
            still = min(2, still + 1)
            notes.append(NoteKind.TOKEN_STEP if step > 0 else NoteKind.NO_STEP)
        elif step * 2 > gap and room > s.given:
            eager = min(2, eager + 1)
            notes.append(NoteKind.LARGE_STEP)
        else:
            notes.append(NoteKind.SMALL_STEP)
    moved = 2 if pushed else moved
    meets = room <= s.given and not terms & ~game.gives & ~s.terms and not s.terms & game.gives & ~terms
    progress = s.progress if s.final else min(MOST, s.progress + moved)
    s = s._replace(demand=room, wanted=terms, progress=progress, anchor=anchor, still=still, eager=eager)
    return Heard(s, Matter.OFFER, fresh, first, meets, tuple(notes))


def _retracted(s: State, promise: int) -> State:
    """What is taken back costs for good. After a promise nothing is believed any more (Schweitzer et al. 2006), and all
    that was given for the package is counted anew.
    """
    if not promise:
        return s._replace(credibility=lowered(s.credibility), rapport=max(-WARMEST, s.rapport - 1))
    if promise & s.terms:
        s = s._replace(terms=0, given=0)
    return s._replace(credibility=0, rapport=-WARMEST)
