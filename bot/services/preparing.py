"""What a learner set out to do before the first word, and how that held up.

The points are the kinds of mistakes that beginners make (after Shea et al. 2024): the walk-away point, the
target, breaking the ice, the first offer and its ambition, counter-offers, the reasons given, and closing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.negotiation.acts import NoteKind, Outcome
from bot.negotiation.money import spoken
from bot.negotiation.moves import Ask, BeCourteous, CiteAlternative, GiveReason, Move, Offer
from bot.negotiation.record import JSON, Step
from bot.negotiation.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Plan:
    """Prices in minor units of the scenario's currency, None where nothing was set."""

    target: int | None
    first: int | None  # the first offer
    walk: int | None  # the walk-away point

    @property
    def is_empty(self) -> bool:
        return self.target is None and self.first is None and self.walk is None


def plan_to_plain(plan: Plan) -> dict[str, JSON]:
    return {"target": plan.target, "first": plan.first, "walk": plan.walk}


def plan_from_plain(plain: Mapping[str, int | None]) -> Plan:
    return Plan(plain.get("target"), plain.get("first"), plain.get("walk"))


def how_it_held(scenario: Scenario, plan: Plan, steps: Sequence[Step]) -> tuple[str, ...]:
    """How a plan held up in a session that has ended, a sentence or two to a point."""
    return tuple(_Held(scenario, plan, steps).sentences())


class _Held:
    def __init__(self, scenario: Scenario, plan: Plan, steps: Sequence[Step]) -> None:
        self._scenario = scenario
        self._plan = plan
        self._steps = steps
        self._moves: list[tuple[int, Move]] = [
            (number, move) for number, step in enumerate(steps) for move in step.moves
        ]
        self._offers = [move for _, move in self._moves if isinstance(move, Offer)]
        last = steps[-1].after
        self._price = scenario.price_at(last.given) if last.outcome is Outcome.DEAL else None

    def sentences(self) -> Iterator[str]:
        yield from self._walk_away_point()
        yield from self._target()
        yield self._ice()
        yield from self._first_offer()
        yield from self._counter_offers()
        yield self._reasons()
        yield from self._closing()

    def _walk_away_point(self) -> Iterator[str]:
        walk, right = self._plan.walk, self._scenario.walk_away_point
        if walk is None:
            return
        beyond = self._ahead(walk, right)
        if beyond == 0:
            yield f"Walk-away point: {self._money(walk)} was right. That is what your alternative is worth."
        elif beyond < 0:
            yield (
                f"Walk-away point: at {self._money(walk)} you would still have said yes, with an alternative worth "
                f"{self._money(right)}."
            )
        else:
            yield (
                f"Walk-away point: {self._money(walk)} was stricter than your alternative, {self._money(right)}. It "
                "rules out deals that are better than none."
            )

    def _target(self) -> Iterator[str]:
        target = self._plan.target
        if target is None:
            return
        if self._ahead(target, self._scenario.walk_away_point) <= 0:
            yield f"Target: {self._money(target)} is no better than leaving. A target is what you would be glad of."
        elif self._price is None:
            yield f"Target: you hoped for {self._money(target)}; it came to no deal."
        elif self._ahead(self._price, target) >= 0:
            yield f"Target: you hoped for {self._money(target)} and got {self._money(self._price)}."
        else:
            short = self._money(-self._ahead(self._price, target))
            yield f"Target: you hoped for {self._money(target)} and ended {short} short of it."

    def _ice(self) -> str:
        first = next((n for n, move in self._moves if isinstance(move, Offer)), len(self._steps))
        before = [move for n, move in self._moves if n <= first and isinstance(move, Ask | BeCourteous)]
        if before:
            return "Breaking the ice: a question or a kind word came before your first price. Keep that."
        return "Breaking the ice: your first price came before any question. One would have cost nothing."

    def _first_offer(self) -> Iterator[str]:
        if not self._offers:
            if self._plan.first is not None:
                yield f"First offer: you meant to open at {self._money(self._plan.first)} and named no price at all."
            return
        opened = self._offers[0].amount
        planned = "" if self._plan.first is None else self._as_planned(opened, self._plan.first)
        far = any(note.kind is NoteKind.FAR_OFF for step in self._steps for note in step.response.notes)
        if far:
            yield f"First offer: {planned or self._money(opened) + '.'} It was too far away to be answered."
        elif self._ahead(opened, self._hoped_for) <= 0:
            hoped = self._money(self._hoped_for)
            yield f"First offer: {planned or self._money(opened) + '.'} That left no room on the way to {hoped}."
        elif planned:
            yield f"First offer: {planned}"

    @property
    def _hoped_for(self) -> int:
        return self._scenario.brief.target if self._plan.target is None else self._plan.target

    def _as_planned(self, opened: int, planned: int) -> str:
        ahead = self._ahead(opened, planned)
        if ahead == 0:
            return f"you opened at {self._money(opened)}, as you had planned."
        how = "bolder" if ahead > 0 else "more modest"
        return f"you opened at {self._money(opened)}, {how} than the {self._money(planned)} that you had planned."

    def _counter_offers(self) -> Iterator[str]:
        steps = [self._ahead(before.amount, after.amount) for before, after in pairwise(self._offers)]
        given = [step for step in steps if step > 0]
        if not given:
            return
        told = f"Counter-offers: you gave way {_times(len(given))}, by {self._money(max(given))} at most"
        if len(given) > 1:
            smaller = all(later <= earlier for earlier, later in pairwise(given))
            told += ", in steps that grew smaller" if smaller else ", and not in ever smaller steps"
        yield f"{told}."

    def _reasons(self) -> str:
        given = sum(isinstance(move, GiveReason | CiteAlternative) for _, move in self._moves)
        if not given:
            return "Reasons: you gave none. A price with a reason is harder to refuse."
        return f"Reasons: you gave {_WORDS.get(given, given)}."

    def _closing(self) -> Iterator[str]:
        walk = self._plan.walk
        if walk is None:
            return
        if self._price is None:
            yield "Closing: you did not agree to anything beyond your walk-away point."
        elif self._ahead(self._price, walk) < 0:
            beyond = self._money(-self._ahead(self._price, walk))
            yield f"Closing: {self._money(self._price)} is {beyond} worse than where you meant to walk away."
        else:
            yield f"Closing: {self._money(self._price)} is within what you had set yourself."

    def _ahead(self, price: int, than: int) -> int:
        """How much better `price` is for the learner."""
        return self._scenario.room_at(price) - self._scenario.room_at(than)

    def _money(self, amount: int) -> str:
        return spoken(amount, self._scenario.currency)


_WORDS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
