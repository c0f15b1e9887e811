"""Hints in three steps: what to look at, which kind of move, and the move itself. Never by what is hidden.

A session in which a hint comes before the first move isn't rated. A later one lowers what the session can win and keeps
what it can lose (`gains_after`): otherwise a hint just before the end would take a loss out. Each step also lowers what
the score counts for elsewhere (`counts_for`), and with the last it counts for nothing but practice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from bot.content.library import Library
from bot.negotiation.coach import Remark
from bot.negotiation.money import spoken
from bot.negotiation.moves import (
    Accept,
    Ask,
    CallAfter,
    CiteAlternative,
    ComeBack,
    LetGo,
    Move,
    Offer,
    Place,
    RequestExtra,
    WalkAway,
)
from bot.negotiation.review.positions import Message
from bot.negotiation.review.words import gives_of, in_words
from bot.negotiation.scenario import Scenario
from bot.negotiation.state import State
from bot.services.passages import Passage, passage_of
from bot.services.played import EventKind, Played

LOOK, KIND, MOVE = 1, 2, 3
COSTS: Mapping[int, float] = {LOOK: 0.05, KIND: 0.1}
"""What a step of a hint takes off the score of a session (0..1)."""
GAINS: Mapping[int, float] = {LOOK: 0.75, KIND: 0.5, MOVE: 0.0}
"""The share of a session's gain in rating that each step of a hint leaves."""


@dataclass(frozen=True, slots=True)
class Hint:
    """`step` is 1 for what to look at, 2 for the kind of move, 3 for the move itself."""

    step: int
    text: str
    passage: Passage | None

    @property
    def is_last(self) -> bool:
        return self.step == MOVE


_PASSAGES: Mapping[Remark, str] = {
    Remark.HINT_QUESTION: "walk-away#ask-before-you-leave",
    Remark.HINT_ALTERNATIVE: "walk-away#say-why-once",
    Remark.HINT_OFFER: "ambitious-first-offer#number-and-reason",
    Remark.HINT_HOLD: "give-and-take#give-slowly",
    Remark.HINT_WALK: "walk-away#leave-for-real",
    Remark.HINT_GOOD: "walk-away#nowhere-to-go",
    Remark.HINT_FINAL_GOOD: "take-it-or-leave-it#look-at-the-number",
    Remark.HINT_FINAL_BAD: "take-it-or-leave-it#look-at-the-number",
    Remark.HINT_AWAY: "walk-away#keep-walking",
    Remark.HINT_CALLED: "walk-away#walk-away-point",
    Remark.HINT_LEAVING: "walk-away#price-of-chasing",
    Remark.HINT_KIND_ASK: "walk-away#ask-before-you-leave",
    Remark.HINT_KIND_ALTERNATIVE: "walk-away#say-why-once",
    Remark.HINT_KIND_OFFER: "give-and-take#give-slowly",
    Remark.HINT_KIND_EXTRA: "nibble#cheap-for-them",
    Remark.HINT_KIND_GIVE: "give-and-take#principle",
    Remark.HINT_KIND_PRESS: "silence#after-their-number",
    Remark.HINT_KIND_ACCEPT: "take-it-or-leave-it#look-at-the-number",
    Remark.HINT_KIND_WALK: "walk-away#leave-for-real",
    Remark.HINT_KIND_BACK: "walk-away#walking-back",
    Remark.HINT_KIND_WAIT: "walk-away#keep-walking",
    Remark.HINT_KIND_LET_GO: "walk-away#wait-for-them",
    Remark.HINT_KIND_CALL_AFTER: "walk-away#give-the-small-thing",
}
"""The passage of the knowledge base that explains each hint."""

_KINDS: Sequence[tuple[type[Move], Remark]] = (
    (WalkAway, Remark.HINT_KIND_WALK),
    (Accept, Remark.HINT_KIND_ACCEPT),
    (LetGo, Remark.HINT_KIND_LET_GO),
    (CallAfter, Remark.HINT_KIND_CALL_AFTER),
    (ComeBack, Remark.HINT_KIND_BACK),
    (Ask, Remark.HINT_KIND_ASK),
    (CiteAlternative, Remark.HINT_KIND_ALTERNATIVE),
    (RequestExtra, Remark.HINT_KIND_EXTRA),
    (Offer, Remark.HINT_KIND_OFFER),
)
"""What a message is above all, if it is several things: the first of these that is in it."""


def next_step(played: Played) -> int:
    """Which step of a hint comes next: the first again after everything that happens in the negotiation."""
    given = 0
    for event in reversed(played.events):
        if event.kind != EventKind.HINTED:
            break
        given += 1
    return min(given + 1, MOVE)


def hint_for(played: Played, best: Message | None, library: Library) -> Hint:
    """The next hint; without a `best` message it stays at what to look at."""
    scenario, state, coach = played.scenario, played.state, library.coach
    step, given = next_step(played), len(played.hints)
    if step == LOOK or best is None:
        remark = _remark(scenario, state)
        return Hint(LOOK, coach.say(remark, _values(scenario, state), given), _explained(remark, library))
    kind = _kind(best)
    if kind is Remark.HINT_KIND_OFFER and _trades(scenario, best):
        kind = Remark.HINT_KIND_GIVE
    if step == KIND:
        return Hint(KIND, coach.say(kind, _values(scenario, state), given), _explained(kind, library))
    typed = in_words(scenario, scenario.price_at(state.given), best, coach)
    words = {"move": typed if typed.startswith("*") else f"“{typed}”"}
    text = coach.say(Remark.HINT_MOVE, _values(scenario, state) | words, given)
    return Hint(MOVE, text, _explained(kind, library))


def counts_for(score: float, steps: Sequence[int]) -> float | None:
    """What a score (0..1) counts for after hints of these steps; None where it is practice only."""
    if MOVE in steps:
        return None
    return max(0.0, score - sum(COSTS[step] for step in steps))


def gains_after(steps: Sequence[int]) -> float:
    """Return the share (0..1) of what a session wins in rating that is left after hints of these steps."""
    return prod(GAINS[step] for step in steps)


def hints_told(steps: Sequence[int], *, rated: bool) -> str | None:
    """What the hints of a session mean for what it counts, in a sentence or two; None where there were none."""
    if not steps:
        return None
    many = "One hint" if len(steps) == 1 else f"{len(steps)} hints"
    if MOVE in steps:
        losing = " It can still lower your rating, but not raise it." if rated else ""
        return f"{many}, the move itself among them: this one is practice only.{losing}"
    less = round(100 * sum(COSTS[step] for step in steps))
    won = f"a gain in rating counts {round(100 * gains_after(steps))}%, a loss counts in full, and " if rated else ""
    return f"{many}: {won}the score counts {less} points less."


def _explained(remark: Remark, library: Library) -> Passage | None:
    return passage_of(_PASSAGES.get(remark), library)


def _kind(message: Message) -> Remark:
    if not message:
        return Remark.HINT_KIND_WAIT
    for kind, remark in _KINDS:
        if any(isinstance(move, kind) for move in message):
            return remark
    return Remark.HINT_KIND_PRESS


def _trades(scenario: Scenario, best: Message) -> bool:
    """Whether an offer gives something for what it asks."""
    return any(isinstance(move, Offer) and move.extras & gives_of(scenario) for move in best)


def _values(scenario: Scenario, state: State) -> dict[str, str]:
    return {
        "ask": spoken(scenario.price_at(state.given), scenario.currency),
        "item": scenario.item,
        "name": scenario.counterpart.split(",")[0],
        "alternative": scenario.alternative.spoken,
        "walk_away_point": spoken(scenario.walk_away_point, scenario.currency),
        "target": spoken(scenario.brief.target, scenario.currency),
    }


def _remark(scenario: Scenario, state: State) -> Remark:
    match state.place:
        case Place.OVER:
            return Remark.HINT_OVER
        case Place.LEARNER_AWAY:
            return Remark.HINT_CALLED if state.called else Remark.HINT_AWAY
        case Place.COUNTERPART_AWAY:
            return Remark.HINT_LEAVING
        case Place.AT_TABLE:
            return _at_table(scenario, state)


def _at_table(scenario: Scenario, state: State) -> Remark:
    gain = scenario.gain(scenario.price_at(state.given), state.extras, state.rapport)
    if state.final and gain != 0:
        return Remark.HINT_FINAL_GOOD if gain > 0 else Remark.HINT_FINAL_BAD
    if not state.asked:
        return Remark.HINT_QUESTION
    if state.demand is None:
        return Remark.HINT_OFFER
    if gain > 0:
        return Remark.HINT_GOOD
    if gain < 0 and state.cited is None:
        return Remark.HINT_ALTERNATIVE
    return Remark.HINT_HOLD if gain == 0 or 2 * state.round < scenario.rounds else Remark.HINT_WALK
